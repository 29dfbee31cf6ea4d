"""How a document is to look and in which language it prints its fixed words: paper, print size, dates."""

from datetime import date, datetime
from typing import Protocol

from msgspec import Struct, field

from desktop.core.plain_dates import PlainDates
from desktop.core.settings import Paper
from desktop.texts.catalogue import Language, in_use

MM = 72 / 25.4
POINTS = {Paper.A4: (210 * MM, 297 * MM), Paper.LETTER: (612.0, 792.0), Paper.A5: (148 * MM, 210 * MM)}
MARGIN = 18 * MM
BINDING = 25 * MM  # left: the sheets are printed on one side


class Dates(Protocol):
    """Writes days and times the way the reader does; the window gives one made of its locale."""

    def day(self, value: date) -> str:
        """A whole day with its weekday."""

    def short_day(self, value: date) -> str:
        """A day in few characters."""

    def clock(self, value: datetime) -> str:
        """A time of day."""


class PaperLayout(Struct, frozen=True):
    """What a document is set for. `language` is that of its fixed words."""

    paper: Paper = Paper.A4
    large: bool = False
    language: Language = field(default_factory=in_use)
    dates: Dates = field(default_factory=PlainDates)


class Sheet(Struct, frozen=True):
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


def sheet(layout: PaperLayout) -> Sheet:
    """The page of a layout."""
    width, height = POINTS[layout.paper]
    return Sheet(width, height, 18.0, 12 * MM) if layout.large else Sheet(width, height, 10.0, 8 * MM)
