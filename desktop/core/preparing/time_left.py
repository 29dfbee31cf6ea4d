"""How far a meeting has come, said calmly: half of it, five minutes left, the time agreed is over. No seconds."""

from datetime import datetime, timedelta
from enum import StrEnum

from msgspec import Struct

from desktop.core.meeting import Meeting
from desktop.core.meeting_line import MeetingState

LAST_MINUTES = 5
_GOES_ON_FOR = timedelta(hours=3)  # a meeting that was begun and never ended is taken for over after that


class Phase(StrEnum):
    """Where in the time agreed a meeting is."""

    BEFORE = "before"  # the screen was opened ahead of the time agreed
    FIRST_HALF = "first_half"
    SECOND_HALF = "second_half"
    LAST_MINUTES = "last_minutes"
    OVER = "over"  # let them offer more


class TimeLeft(Struct, frozen=True):
    """The phase and the moment the time agreed ends."""

    phase: Phase
    until: datetime


def time_left(meeting: Meeting, now: datetime) -> TimeLeft | None:
    """Where a meeting that was begun is; `None` before that and once it is ended.

    The time agreed counts from when it was begun, or from the time it was agreed for, if the screen was opened earlier.
    A meeting shorter than ten minutes is told of its half only.
    """
    if meeting.began_at is None or meeting.ended_at is not None:
        return None
    begins = _begins(meeting, meeting.began_at)
    until = begins + timedelta(minutes=meeting.minutes)
    half = begins + timedelta(minutes=meeting.minutes / 2)
    last = until - timedelta(minutes=LAST_MINUTES)
    if now < begins:
        return TimeLeft(Phase.BEFORE, until)
    if now >= until:
        return TimeLeft(Phase.OVER, until)
    if now >= last >= half:
        return TimeLeft(Phase.LAST_MINUTES, until)
    return TimeLeft(Phase.SECOND_HALF if now >= half else Phase.FIRST_HALF, until)


def _begins(meeting: Meeting, began_at: datetime) -> datetime:
    agreed = meeting.starts_at
    if agreed is not None and began_at < agreed <= began_at + timedelta(minutes=30):
        return agreed
    return began_at


def under_way(meeting: Meeting, now: datetime) -> bool:
    """Whether a meeting was begun and neither ended nor begun so long ago that it must be over."""
    return (
        meeting.state is MeetingState.PLANNED
        and meeting.began_at is not None
        and meeting.ended_at is None
        and now < meeting.began_at + _GOES_ON_FOR
    )


def minutes_taken(meeting: Meeting) -> int:
    """The minutes a meeting took by the clock where that is known and can be, else those agreed."""
    if meeting.began_at is None or meeting.ended_at is None:
        return meeting.minutes
    taken = meeting.ended_at - _begins(meeting, meeting.began_at)
    return round(taken / timedelta(minutes=1)) if timedelta(minutes=1) <= taken <= _GOES_ON_FOR else meeting.minutes
