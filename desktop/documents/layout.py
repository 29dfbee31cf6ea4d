"""How a document is to look and in which language it prints its fixed words: paper, print size, dates."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol

from desktop.core.settings import Paper
from desktop.texts.catalogue import Language, in_use

MM = 72 / 25.4
POINTS = {Paper.A4: (210 * MM, 297 * MM), Paper.LETTER: (612.0, 792.0), Paper.A5: (148 * MM, 210 * MM)}
MARGIN = 18 * MM
BINDING = 25 * MM  # left: the sheets are printed on one side

_WEEKDAYS = (
    "dates.monday",
    "dates.tuesday",
    "dates.wednesday",
    "dates.thursday",
    "dates.friday",
    "dates.saturday",
    "dates.sunday",
)
_MONTHS = (
    "dates.january",
    "dates.february",
    "dates.march",
    "dates.april",
    "dates.may",
    "dates.june",
    "dates.july",
    "dates.august",
    "dates.september",
    "dates.october",
    "dates.november",
    "dates.december",
)
_SHORT_MONTHS = (
    "dates.january_short",
    "dates.february_short",
    "dates.march_short",
    "dates.april_short",
    "dates.may_short",
    "dates.june_short",
    "dates.july_short",
    "dates.august_short",
    "dates.september_short",
    "dates.october_short",
    "dates.november_short",
    "dates.december_short",
)


class Dates(Protocol):
    """Writes days and times the way the reader does; the window gives one made of its locale."""

    def day(self, value: date) -> str:
        """A whole day with its weekday."""

    def short_day(self, value: date) -> str:
        """A day in few letters."""

    def clock(self, value: datetime) -> str:
        """A time of day."""


class PlainDates:
    """Days in the words of the catalogue, where there is no locale: *Thursday 26 November 2026*, *26 Nov 2026*.

    `language` is the one in use unless given.
    """

    def __init__(self, language: Language | None = None) -> None:
        self._language = language or in_use()

    def day(self, value: date) -> str:
        """*Thursday 26 November 2026*"""
        say = self._language.text
        weekday, month = say(_WEEKDAYS[value.weekday()]), say(_MONTHS[value.month - 1])
        return say("dates.day", weekday=weekday, day=value.day, month=month, year=value.year)

    def short_day(self, value: date) -> str:
        """*26 Nov 2026*"""
        month = self._language.text(_SHORT_MONTHS[value.month - 1])
        return self._language.text("dates.short_day", day=value.day, month=month, year=value.year)

    def clock(self, value: datetime) -> str:
        """*10:00*"""
        return f"{value:%H:%M}"


@dataclass(frozen=True, slots=True)
class Layout:
    """What a document is set for. `language` is that of its fixed words."""

    paper: Paper = Paper.A4
    large: bool = False
    language: Language = field(default_factory=in_use)
    dates: Dates = field(default_factory=PlainDates)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The measures of one page, in points; three sizes of text and no more (look.md, *Paper*)."""

    width: float
    height: float
    body: float
    pitch: float  # from one writing line to the next

    @property
    def heading(self) -> float:
        """The size of headings."""
        return self.body * 1.25

    @property
    def title(self) -> float:
        """The size of the one title."""
        return self.body * 1.6

    @property
    def measure(self) -> float:
        """The width of the text."""
        return self.width - BINDING - MARGIN

    @property
    def depth(self) -> float:
        """The height of the text."""
        return self.height - 2 * MARGIN


def sheet(layout: Layout) -> Sheet:
    """The page of a layout."""
    width, height = POINTS[layout.paper]
    return Sheet(width, height, 18.0, 12 * MM) if layout.large else Sheet(width, height, 10.0, 8 * MM)
