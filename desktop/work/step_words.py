"""What the words of a next step are made of: its three texts, days and codes as they are shown, how long ago."""

from datetime import date, datetime
from typing import Protocol

from msgspec import Struct

from desktop.core.meeting_line import Way
from desktop.texts.catalogue import sentence

_COUNTED = 30  # days; further back the day itself says more


class TodayWords(Protocol):
    """Days, times and codes in the words of whoever shows them."""

    def long_day(self, value: date) -> str:
        """A day with its weekday, written out."""

    def clock(self, value: datetime) -> str:
        """The time of day a moment shows: "10:00"."""

    def way(self, code: Way) -> str:
        """How the two talk: "By phone"."""

    def comfort(self, level: int | None) -> str:
        """How daunting a contact is; empty for nothing said."""


class StepWords(Struct, frozen=True):
    """The step, a quiet line below it, the word on its button."""

    title: str
    reason: str
    button: str


def ago(value: date, today: date, words: TodayWords) -> str:
    """How long a day lies back: "today", "yesterday", "3 days ago"; the day itself where that says more."""
    days = (today - value).days
    if days in (0, 1):
        return sentence("today.yesterday") if days else sentence("today.today")
    return sentence("today.days_ago", count=days) if 1 < days <= _COUNTED else words.long_day(value)
