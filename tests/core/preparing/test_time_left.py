"""Time left is said by a clock that is given: half, five minutes, over; early and forgotten meetings included."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.meeting import Meeting
from desktop.core.meeting_line import MeetingState
from desktop.core.preparing.time_left import Phase, minutes_taken, time_left, under_way
from desktop.core.values import replace

TEN = datetime(2026, 11, 26, 10, 0, tzinfo=UTC)
BEGUN = Meeting(id=1, starts_at=TEN, minutes=20, began_at=TEN)


def at(minutes: float) -> datetime:
    return TEN + timedelta(minutes=minutes)


def phase(meeting: Meeting, minutes: float) -> Phase | None:
    left = time_left(meeting, at(minutes))
    return left.phase if left else None


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        (0, Phase.FIRST_HALF),
        (9.9, Phase.FIRST_HALF),
        (10, Phase.SECOND_HALF),
        (14.9, Phase.SECOND_HALF),
        (15, Phase.LAST_MINUTES),
        (19.9, Phase.LAST_MINUTES),
        (20, Phase.OVER),
        (90, Phase.OVER),
    ],
)
def test_twenty_minutes_have_a_half_a_last_five_and_an_end(minutes: float, expected: Phase) -> None:
    assert phase(BEGUN, minutes) is expected


def test_the_time_counts_from_when_it_was_begun_late_and_from_the_time_agreed_when_opened_early() -> None:
    late = replace(BEGUN, began_at=at(7))
    assert time_left(late, at(8)).until == at(27)  # type: ignore[union-attr]
    early = replace(BEGUN, began_at=at(-6))
    assert phase(early, -1) is Phase.BEFORE
    assert time_left(early, at(1)).until == at(20)  # type: ignore[union-attr]
    another_day = replace(BEGUN, began_at=at(-60 * 24))
    assert time_left(another_day, at(-60 * 24)).until == at(-60 * 24 + 20)  # type: ignore[union-attr]


def test_a_short_meeting_is_told_of_its_half_and_never_of_five_minutes_it_has_not() -> None:
    short = replace(BEGUN, minutes=6)
    assert [phase(short, minute) for minute in (0, 2, 3, 5, 6)] == [
        Phase.FIRST_HALF,
        Phase.FIRST_HALF,
        Phase.SECOND_HALF,
        Phase.SECOND_HALF,
        Phase.OVER,
    ]
    assert phase(replace(BEGUN, minutes=10), 5) is Phase.LAST_MINUTES


@given(st.integers(5, 120), st.floats(-40, 200), st.floats(0, 200))
def test_phases_only_go_on(minutes: int, moment: float, later: float) -> None:
    meeting, order = replace(BEGUN, minutes=minutes), list(Phase)
    first, second = phase(meeting, moment), phase(meeting, moment + later)
    assert first is not None
    assert second is not None
    assert order.index(first) <= order.index(second)


def test_nothing_is_said_of_a_meeting_that_is_not_begun_or_is_ended() -> None:
    assert time_left(replace(BEGUN, began_at=None), TEN) is None
    assert time_left(replace(BEGUN, ended_at=at(18)), at(19)) is None


def test_a_meeting_is_under_way_until_it_is_ended_or_forgotten() -> None:
    assert under_way(BEGUN, at(45))
    assert not under_way(BEGUN, at(180))
    assert not under_way(replace(BEGUN, ended_at=at(18)), at(19))
    assert not under_way(replace(BEGUN, began_at=None), at(1))
    assert not under_way(replace(BEGUN, state=MeetingState.MET), at(1))


def test_the_minutes_taken_are_those_of_the_clock_where_they_can_be() -> None:
    assert minutes_taken(replace(BEGUN, ended_at=at(26.4))) == 26
    assert minutes_taken(replace(BEGUN, began_at=at(-5), ended_at=at(18))) == 18
    assert minutes_taken(BEGUN) == 20
    assert minutes_taken(replace(BEGUN, ended_at=at(60 * 24))) == 20  # forgotten overnight
    assert minutes_taken(replace(BEGUN, ended_at=at(-3))) == 20
