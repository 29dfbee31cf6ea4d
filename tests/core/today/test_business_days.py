"""Counting business days, with the holidays of countries."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.today.business_days import BusinessDays

FRIDAY = date(2026, 4, 3)
DAYS = st.dates(date(2025, 1, 1), date(2027, 12, 31))


def test_weekends_are_not_counted() -> None:
    days = BusinessDays()
    assert days.after(FRIDAY, 1) == date(2026, 4, 6)
    assert days.after(FRIDAY + timedelta(days=1), 1) == date(2026, 4, 6)
    assert days.after(date(2026, 3, 2), 7) == date(2026, 3, 11)
    assert days.on_or_after(FRIDAY) == FRIDAY
    assert days.after(FRIDAY + timedelta(days=1), 0) == date(2026, 4, 6)


def test_a_calendar_without_business_days_says_so() -> None:
    with pytest.raises(ValueError, match="no business day"):
        BusinessDays(frozenset(range(1, 8))).on_or_after(FRIDAY)


@given(DAYS, st.integers(0, 30), st.frozensets(st.integers(1, 7), max_size=6), st.frozensets(DAYS, max_size=40))
def test_after_and_between_agree(day: date, count: int, weekdays: frozenset[int], off: frozenset[date]) -> None:
    days = BusinessDays(weekdays, off.__contains__)
    found = days.after(day, count)
    assert not days.is_rest(found)
    assert days.between(day, found) == count or (count == 0 and days.is_rest(day))
