"""The bounds of numbers, days and moments: what lies inside stays as it is, what lies beyond goes to the nearest."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from desktop.core import bounds
from desktop.core.bounds import FIRST_DAY, FIRST_MOMENT, LAST_DAY, LAST_MOMENT, Bounds
from desktop.core.settings import Settings

TEN = Bounds(1, 10)


@pytest.mark.parametrize(
    ("value", "nearest"), [(1, 1), (10, 10), (5, 5), (0, 1), (11, 10), (-(10**30), 1), (10**30, 10)]
)
def test_a_number_beyond_a_bound_is_not_held_and_the_bound_is_nearest(value: int, nearest: int) -> None:
    assert TEN.nearest(value) == nearest
    assert TEN.holds(value) == (value == nearest)


@pytest.mark.parametrize(
    ("day", "nearest"),
    [(FIRST_DAY, FIRST_DAY), (LAST_DAY, LAST_DAY), (date.min, FIRST_DAY), (date.max, LAST_DAY)],
)
def test_a_day_beyond_a_bound_goes_to_it(day: date, nearest: date) -> None:
    assert bounds.nearest_day(day) == nearest
    assert bounds.is_day_inside(day) == (day == nearest)


@pytest.mark.parametrize(
    ("moment", "nearest"),
    [
        (FIRST_MOMENT, FIRST_MOMENT),
        (LAST_MOMENT, LAST_MOMENT),
        (datetime.min.replace(tzinfo=timezone(timedelta(hours=14))), FIRST_MOMENT),
        (datetime.max.replace(tzinfo=timezone(-timedelta(hours=12))), LAST_MOMENT),
        (datetime.max.replace(tzinfo=UTC), LAST_MOMENT),
    ],
)
def test_a_moment_beyond_a_bound_goes_to_it_whatever_its_zone(moment: datetime, nearest: datetime) -> None:
    assert bounds.nearest_moment(moment) == nearest
    assert bounds.is_moment_inside(moment) == (moment == nearest)


def test_every_setting_that_is_a_number_has_bounds_and_its_default_lies_inside() -> None:
    numbers = {name for name, kind in Settings.__annotations__.items() if kind in (int, int | None)}
    assert numbers == set(bounds.SETTINGS)
    for name, bound in bounds.SETTINGS.items():
        default = getattr(Settings(), name)
        assert default is None or bound.holds(default)
