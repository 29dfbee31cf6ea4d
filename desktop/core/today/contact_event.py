"""What happened between the user and one contact, a day and a word each: the status of the contact follows from these.

Days are days of the user's own zone; whoever makes the events decides that, so that the rules need no clock.
"""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from msgspec import Struct

from desktop.core.meeting_line import MeetingState
from desktop.core.message import Answer, Message, MessageKind, MessageState


class EventKind(StrEnum):
    """What happened. Of one day, what is earlier here happened earlier."""

    WROTE = "wrote"  # a first request, or a request for an introduction
    NUDGED = "nudged"
    REPLIED = "replied"  # they wrote back, neither yes nor no
    SAID_YES = "said_yes"
    SAID_LATER = "said_later"
    SAID_NO = "said_no"
    NAMED_ANOTHER = "named_another"  # not me, ask someone else
    AGREED = "agreed"  # a meeting is planned
    MET = "met"
    THANKED = "thanked"
    KEPT_IN_TOUCH = "kept_in_touch"  # reported back, or wrote to keep in touch
    NUDGE_LEFT_OUT = "nudge_left_out"  # the user does not want to send this nudge
    ANOTHER_LEFT_OUT = "another_left_out"  # the user does not want to try another person, or has done so
    SNOOZED = "snoozed"  # until a day
    CLOSED = "closed"  # by the user, before the rule does it
    RESTED = "rested"
    REOPENED = "reopened"


_ORDER = {what: place for place, what in enumerate(EventKind)}


class ContactEvent(Struct, frozen=True):
    """One thing that happened. `until` belongs to `SNOOZED` alone."""

    on: date
    what: EventKind
    until: date | None = None


_SENT = {
    MessageKind.FIRST_REQUEST: EventKind.WROTE,
    MessageKind.INTRODUCTION_REQUEST: EventKind.WROTE,
    MessageKind.NUDGE: EventKind.NUDGED,
    MessageKind.THANK_YOU: EventKind.THANKED,
    MessageKind.REPORT_BACK: EventKind.KEPT_IN_TOUCH,
    MessageKind.KEEP_IN_TOUCH: EventKind.KEPT_IN_TOUCH,
}
_ANSWERED = {
    None: EventKind.REPLIED,
    Answer.YES: EventKind.SAID_YES,
    Answer.NO: EventKind.SAID_NO,
    Answer.LATER: EventKind.SAID_LATER,
    Answer.SOMEONE_ELSE: EventKind.NAMED_ANOTHER,
}


def events_in_order(events: Iterable[ContactEvent]) -> tuple[ContactEvent, ...]:
    """The events from the earliest to the latest; those of one day in the order of the way."""
    return tuple(sorted(events, key=lambda event: (event.on, _ORDER[event.what])))


def events_of_message(message: Message) -> tuple[ContactEvent, ...]:
    """That a message was sent, and what came back; nothing for a draft."""
    if message.state is not MessageState.SENT or message.sent_on is None:
        return ()
    sent = _SENT.get(message.kind)
    events = [ContactEvent(message.sent_on, sent)] if sent else []
    if message.answer is not None or message.answered_on is not None:
        events.append(ContactEvent(message.answered_on or message.sent_on, _ANSWERED[message.answer]))
    return tuple(events)


def last_contact(message: Message) -> date | None:
    """The day on which a message last brought the two together, sent or answered; `None` for a draft.

    Every kind counts here, also those nothing else follows from, as a confirmation.
    """
    if message.state is not MessageState.SENT or message.sent_on is None:
        return None
    return max(message.sent_on, message.answered_on or message.sent_on)


def events_of_meeting(state: MeetingState, planned_on: date, took_place_on: date | None) -> tuple[ContactEvent, ...]:
    """That a meeting was agreed, and that it took place.

    Of a meeting that was called off remains that they had replied; who does not want another says so in an answer.
    """
    if state is MeetingState.CANCELLED:
        return (ContactEvent(planned_on, EventKind.REPLIED),)
    agreed = ContactEvent(planned_on, EventKind.AGREED)
    if state is MeetingState.PLANNED:
        return (agreed,)
    return (agreed, ContactEvent(max(planned_on, took_place_on or planned_on), EventKind.MET))
