"""The history with one contact, to read or print: what was written, what came back, when one met, what was decided.

Answers given in meetings, notes and whatever is only for the user are no part of it.
"""

from collections.abc import Iterable
from datetime import date, datetime

from msgspec import Struct

from desktop.core.meeting import Meeting
from desktop.core.meeting_line import MeetingState, Way
from desktop.core.message import Answer, Channel, Message, MessageKind, MessageState
from desktop.core.promise import Promise
from desktop.core.today.contact_event import ContactEvent, EventKind

# What is told neither by a message nor by a meeting.
_SHOWN_STEPS = frozenset({EventKind.SNOOZED, EventKind.CLOSED, EventKind.RESTED, EventKind.REOPENED})


class Wrote(Struct, frozen=True):
    """A message that was sent."""

    on: date
    kind: MessageKind
    channel: Channel
    subject: str
    text: str
    forward_text: str = ""


class Answered(Struct, frozen=True):
    """What came back; `answer` may be missing where only the day is known."""

    on: date
    answer: Answer | None


class Met(Struct, frozen=True):
    """A meeting, ahead, past or called off; `on` is its day, or the day on which it was agreed."""

    on: date
    state: MeetingState
    starts_at: datetime | None
    way: Way
    where: str
    purpose: str
    minutes: int


class Decided(Struct, frozen=True):
    """A step that is neither: left to wait, to rest, closed, opened again."""

    on: date
    what: EventKind
    until: date | None = None


class Promised(Struct, frozen=True):
    """What one owes the other; `on` is the day it was made."""

    on: date
    mine: bool
    text: str
    due_on: date | None = None
    done_on: date | None = None


Entry = Wrote | Answered | Met | Decided | Promised
_ORDER: dict[type, int] = {Wrote: 0, Answered: 1, Decided: 2, Met: 3, Promised: 4}


def history(
    messages: Iterable[Message],
    meetings: Iterable[Meeting],
    steps: Iterable[ContactEvent] = (),
    promises: Iterable[Promise] = (),
) -> tuple[Entry, ...]:
    """Everything in the order it happened; a draft has not happened, a promise was made at its meeting."""
    entries: list[Entry] = []
    meetings = tuple(meetings)
    held = {meeting.id: meeting.starts_at for meeting in meetings if meeting.state is MeetingState.MET}
    for promise in promises:
        moment = held.get(promise.meeting_id or 0) or promise.created_at
        made = moment.astimezone().date() if moment else promise.due_on or promise.done_on
        if made is not None:
            entries.append(Promised(made, promise.mine, promise.text, promise.due_on, promise.done_on))
    for message in messages:
        if message.state is not MessageState.SENT or message.sent_on is None:
            continue
        entries.append(
            Wrote(
                message.sent_on,
                message.kind,
                message.channel,
                message.subject,
                message.text,
                message.forward_text,
            )
        )
        if message.answer is not None or message.answered_on is not None:
            entries.append(Answered(message.answered_on or message.sent_on, message.answer))
    for meeting in meetings:
        moment = meeting.starts_at or meeting.created_at
        if moment is None:
            continue
        where = meeting.place if meeting.way is Way.FACE_TO_FACE else meeting.dial_in
        entries.append(
            Met(
                moment.astimezone().date(),
                meeting.state,
                meeting.starts_at,
                meeting.way,
                where,
                meeting.purpose,
                meeting.minutes,
            )
        )
    entries += [Decided(step.on, step.what, step.until) for step in steps if step.what in _SHOWN_STEPS]
    return tuple(sorted(entries, key=lambda entry: (entry.on, _ORDER[type(entry)])))
