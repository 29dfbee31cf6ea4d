"""Counting business days: the days that are neither a rest day of the week nor a holiday."""

from collections.abc import Callable
from datetime import date, timedelta

from msgspec import Struct

SATURDAY, SUNDAY = 6, 7  # ISO numbers of weekdays, Monday is 1
USUAL_WEEKEND = frozenset({SATURDAY, SUNDAY})
_LONGEST_REST = 400  # days; no calendar rests so long


def no_holidays(day: date) -> bool:
    """Where no country is chosen, no day is a holiday."""
    return False


class BusinessDays(Struct, frozen=True):
    """Which days are business days. `rest_weekdays` holds ISO numbers, Monday 1 … Sunday 7."""

    rest_weekdays: frozenset[int] = USUAL_WEEKEND
    is_holiday: Callable[[date], bool] = no_holidays

    def is_rest(self, day: date) -> bool:
        """Whether the day is a rest day of the week or a holiday."""
        return day.isoweekday() in self.rest_weekdays or self.is_holiday(day)

    def on_or_after(self, day: date) -> date:
        """The day itself if it is a business day, otherwise the next one.

        Raises:
            ValueError: if there is none within a year, as when every weekday is a rest day.
        """
        for ahead in range(_LONGEST_REST):
            candidate = day + timedelta(days=ahead)
            if not self.is_rest(candidate):
                return candidate
        raise ValueError(f"no business day within {_LONGEST_REST} days from {day}")

    def after(self, day: date, count: int) -> date:
        """The `count`-th business day after `day`, which itself is not counted; 0 is `on_or_after`.

        Raises:
            ValueError: as `on_or_after`.
        """
        found = self.on_or_after(day) if count == 0 else day
        for _ in range(count):
            found = self.on_or_after(found + timedelta(days=1))
        return found

    def between(self, day: date, later: date) -> int:
        """How many business days have come since `day`, `later` included."""
        return sum(not self.is_rest(day + timedelta(days=n)) for n in range(1, (later - day).days + 1))
