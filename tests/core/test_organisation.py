"""Research grows old."""

from datetime import date, timedelta

import pytest

from desktop.core.organisation import STALE_AFTER_DAYS, ResearchNote, is_stale

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(("days", "stale"), [(0, False), (STALE_AFTER_DAYS, False), (STALE_AFTER_DAYS + 1, True)])
def test_a_note_read_more_than_ninety_days_ago_is_to_be_checked(days: int, stale: bool) -> None:
    assert STALE_AFTER_DAYS == 90
    assert is_stale(ResearchNote(read_on=TODAY - timedelta(days=days)), TODAY) is stale


def test_a_note_without_a_day_is_not_flagged() -> None:
    assert not is_stale(ResearchNote(), TODAY)
