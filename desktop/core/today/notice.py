"""When to give a notice by the system's tray: at most one a day, and what it is about. Switched on by the user only.

A talk of today is the better reason: its notice waits for the hour before it. Otherwise the notice tells, when the
program is open, that something is due. Nothing else is ever announced.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from msgspec import Struct

from desktop.core.meeting_line import MeetingLine
from desktop.core.today.values import Step

_MEETING_AHEAD = timedelta(hours=1)


class Notice(Struct, frozen=True):
    """What to tell: of the meeting if there is one, else of the first of the steps."""

    meeting: MeetingLine | None = None
    step: Step | None = None


def notice(steps: Sequence[Step], following: MeetingLine | None, now: datetime, last_on: date | None) -> Notice | None:
    """What to tell now, `None` for nothing. `now` is in the user's zone, `last_on` the day of the last notice.

    Args:
        steps: the next steps of Today, the most pressing first.
        following: the next meeting, if there is one.
    """
    today = now.date()
    if last_on is not None and last_on >= today:
        return None
    if following is not None and following.starts_at is not None:
        ahead = following.starts_at.astimezone(UTC) - now.astimezone(UTC)
        if timedelta() < ahead <= _MEETING_AHEAD:
            return Notice(meeting=following)
        if ahead > timedelta() and following.starts_at.astimezone(now.tzinfo).date() == today:
            return None
    return Notice(step=steps[0]) if steps else None
