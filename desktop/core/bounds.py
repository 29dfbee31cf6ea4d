"""The one table of bounds: how far days, moments, numbers and texts may reach, wherever they come from.

Within them no sum of the program overflows. Fields, imports and the archive refuse what lies outside; what a file of
the store holds all the same is read as the nearest value inside.
"""

from datetime import UTC, date, datetime

from msgspec import Struct


class Bounds(Struct, frozen=True):
    """The least and the most that a whole number may be."""

    least: int
    most: int

    def holds(self, value: int) -> bool:
        """Whether a number lies inside."""
        return self.least <= value <= self.most

    def nearest(self, value: int) -> int:
        """The number itself, or the bound that it lies beyond."""
        return min(max(value, self.least), self.most)


FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2200, 12, 31)
FIRST_MOMENT = datetime(1900, 1, 1, tzinfo=UTC)
LAST_MOMENT = datetime(2200, 12, 31, 23, 59, 59, tzinfo=UTC)

MINUTES = Bounds(0, 1440)  # of a meeting, a question, a way there
LEARNING_MINUTES = Bounds(0, 60_000)  # a degree programme still fits
COMFORT = Bounds(1, 5)
TOUCH_DAYS = Bounds(1, 3650)
POSITION = Bounds(0, 1_000_000)  # in a list
SEQUENCE = Bounds(0, 1_000_000_000)  # of an entry for a calendar; RFC 5545 ends at 2147483647
ID = Bounds(1, 1_000_000_000)  # of a row; Qt hands numbers of 32 bits from widget to widget

SETTINGS = {
    "text_size": Bounds(80, 200),
    "week_start": Bounds(1, 7),
    "linkedin_note_characters": Bounds(1, 10_000),
    "nudge_business_days": Bounds(1, 365),
    "nudge_maximum": Bounds(0, 100),
    "try_another_after": Bounds(1, 365),
    "weekly_cold_messages": Bounds(0, 10_000),
    "weekly_meetings": Bounds(0, 10_000),
}

LONGEST_LINE = 1_000  # characters of what is typed into one line
LONGEST_TEXT = 200_000  # characters of what is typed into several


def is_day_inside(value: date) -> bool:
    """Whether a day lies inside."""
    return FIRST_DAY <= value <= LAST_DAY


def nearest_day(value: date) -> date:
    """The day itself, or the bound that it lies beyond."""
    return min(max(value, FIRST_DAY), LAST_DAY)


def is_moment_inside(value: datetime) -> bool:
    """Whether a moment, which has a zone, lies inside."""
    return FIRST_MOMENT <= value <= LAST_MOMENT


def nearest_moment(value: datetime) -> datetime:
    """The moment itself, or the bound that it lies beyond."""
    return min(max(value, FIRST_MOMENT), LAST_MOMENT)
