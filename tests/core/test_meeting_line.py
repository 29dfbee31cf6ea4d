"""When a meeting is over, and when to confirm it."""

from datetime import UTC, datetime, timedelta

import pytest

from desktop.core.meeting import Meeting
from desktop.core.meeting_line import confirm_between, is_over

STARTS_AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(("minutes", "over"), [(0, False), (19, False), (20, True), (2000, True)])
def test_a_meeting_is_over_at_its_agreed_end(minutes: int, over: bool) -> None:
    assert is_over(Meeting(starts_at=STARTS_AT, minutes=20), STARTS_AT + timedelta(minutes=minutes)) is over


def test_a_meeting_without_a_time_is_never_over() -> None:
    assert not is_over(Meeting(), STARTS_AT)


def test_a_meeting_is_confirmed_from_48_to_24_hours_ahead() -> None:
    assert confirm_between(STARTS_AT) == (STARTS_AT - timedelta(hours=48), STARTS_AT - timedelta(hours=24))
