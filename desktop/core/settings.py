"""The user's settings: one typed value, stored as text under its field's name."""

from enum import StrEnum
from typing import TypedDict

from msgspec import Struct


class Paper(StrEnum):
    """The paper sizes a document can be laid out for."""

    A4 = "a4"
    LETTER = "letter"
    A5 = "a5"


class ThemeChoice(StrEnum):
    """Light and dark follow the system unless the user chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Settings(Struct, frozen=True):
    """Everything that can be chosen; an empty text means: as the system has it."""

    paper: Paper | None = None
    large_print: bool = False
    text_size: int = 100  # per cent of the system's size
    theme: ThemeChoice = ThemeChoice.SYSTEM
    week_start: int | None = None  # 1 Monday … 7 Sunday
    first_start_done: bool = False
    linkedin_note_characters: int = 200  # 200 on free accounts, 300 on paid ones (domain.md, "first request")
    nudge_business_days: int = 7
    nudge_maximum: int = 1
    try_another_after: int | None = None  # business days; 3 is the "3B7" of the guides
    holidays_country: str = ""  # ISO 3166, empty: no holidays
    holidays_subdivision: str = ""
    weekly_cold_messages: int | None = None  # None: as it comes
    weekly_meetings: int | None = None
    private_search: bool = False
    letter_tone: str = "plain"
    no_reply_said: bool = False  # that no reply is normal is said once
    limit_mentioned: str = ""  # the week and the limits gone over that were mentioned, so that each is said once
    quiet_day_after_meeting: bool = False
    notify: bool = False  # one calm notice a day, by the tray
    calendar_folder: str = ""  # where the calendar is kept up to date; empty: nowhere


class SettingsChanges(TypedDict, total=False):
    """What `update` may change of a `Settings`; named and typed as its fields are."""

    paper: Paper | None
    large_print: bool
    text_size: int
    theme: ThemeChoice
    week_start: int | None
    first_start_done: bool
    linkedin_note_characters: int
    nudge_business_days: int
    nudge_maximum: int
    try_another_after: int | None
    holidays_country: str
    holidays_subdivision: str
    weekly_cold_messages: int | None
    weekly_meetings: int | None
    private_search: bool
    letter_tone: str
    no_reply_said: bool
    limit_mentioned: str
    quiet_day_after_meeting: bool
    notify: bool
    calendar_folder: str
