"""The user's settings: one typed value, stored as text under its field's name."""

from dataclasses import dataclass
from enum import StrEnum


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


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be chosen; an empty text means: as the system has it."""

    paper: Paper | None = None
    large_print: bool = False
    text_size: int = 100  # per cent of the system's size
    theme: ThemeChoice = ThemeChoice.SYSTEM
    language: str = ""
    week_start: int | None = None  # 1 Monday … 7 Sunday
    first_start_done: bool = False
