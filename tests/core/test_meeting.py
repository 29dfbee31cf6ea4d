"""When to be at a meeting."""

from datetime import UTC, datetime

from desktop.core.meeting import Meeting, be_there_at


def test_one_is_there_so_many_minutes_before_it_begins_and_never_without_a_time() -> None:
    starts_at = datetime(2026, 3, 2, 9, 5, tzinfo=UTC)
    assert be_there_at(Meeting(starts_at=starts_at, arrive_early=10)) == datetime(2026, 3, 2, 8, 55, tzinfo=UTC)
    assert be_there_at(Meeting(starts_at=starts_at, arrive_early=0)) == starts_at
    assert be_there_at(Meeting(arrive_early=10)) is None
