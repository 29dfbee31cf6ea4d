"""What the Today tab reads from the store before the rules of `core.today` choose from it."""

from datetime import datetime, timedelta

from desktop.core.contact import Stage
from desktop.core.meeting_line import MeetingLine, MeetingState
from desktop.core.today import LEARNING_DAYS, STEPS, AtHand, next_steps
from desktop.store.store import Store


def at_hand(store: Store, now: datetime) -> AtHand:
    """Meetings and people the next steps are chosen from; people are only looked for where there is room for one."""
    meetings = store.meeting_lines
    past = [line for line in meetings.past() if line.state is MeetingState.MET]
    found = AtHand(
        meetings=(*meetings.ahead(), *past),
        noted=meetings.with_notes(line.id for line in past if not line.answered),
        learned=meetings.learned_from(line.id for line in past if _is_recent(line, now)),
    )
    if len(next_steps(found, now)) >= STEPS:
        return found
    return AtHand(found.meetings, found.noted, found.learned, tuple(store.contacts.easiest(Stage.FOUND)))


def is_empty(store: Store) -> bool:
    """Whether nobody has been entered yet."""
    return not store.contacts.lines(limit=1)


def _is_recent(line: MeetingLine, now: datetime) -> bool:
    return line.starts_at is not None and now - line.starts_at <= timedelta(days=LEARNING_DAYS + 1)
