"""Days and times in English that needs no locale."""

from datetime import date, datetime

from desktop.core.plain_dates import PlainDates


def test_plain_dates_are_english() -> None:
    dates = PlainDates()
    assert dates.day(date(2026, 11, 26)) == "Thursday 26 November 2026"
    assert dates.short_day(date(2026, 3, 2)) == "2 Mar 2026"
    assert dates.clock(datetime(2026, 3, 2, 9, 5)) == "09:05"
