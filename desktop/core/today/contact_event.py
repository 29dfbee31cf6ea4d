"""What happened between the user and one contact, a day and a word each: where the contact stands follows from these.

Days are days of the user's own zone; whoever makes the events decides that, so that the rules need no clock.
"""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from msgspec import Struct

from desktop.core.meeting_line import MeetingState
from desktop.core.message import Answer, Message, MessageKind, MessageState


class What(StrEnum):
    """What happened. Of one day, what stands earlier here happened earlier."""

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


_ORDER = {what: place for place, what in enumerate(What)}


class Event(Struct, frozen=True):
    """One thing that happened. `until` belongs to `SNOOZED` alone."""

    on: date
    what: What
    until: date | None = None


_SENT = {
    MessageKind.FIRST_REQUEST: What.WROTE,
    MessageKind.INTRODUCTION_REQUEST: What.WROTE,
    MessageKind.NUDGE: What.NUDGED,
    MessageKind.THANK_YOU: What.THANKED,
    MessageKind.REPORT_BACK: What.KEPT_IN_TOUCH,
    MessageKind.KEEP_IN_TOUCH: What.KEPT_IN_TOUCH,
}
_ANSWERED = {
    None: What.REPLIED,
    Answer.YES: What.SAID_YES,
    Answer.NO: What.SAID_NO,
    Answer.LATER: What.SAID_LATER,
    Answer.SOMEONE_ELSE: What.NAMED_ANOTHER,
}


def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events from the earliest to the latest; those of one day in the order of the way."""
    return tuple(sorted(events, key=lambda event: (event.on, _ORDER[event.what])))


def events_of_message(message: Message) -> tuple[Event, ...]:
    """That a message was sent, and what came back; nothing for a draft."""
    if message.state is not MessageState.SENT or message.sent_on is None:
        return ()
    sent = _SENT.get(message.kind)
    events = [Event(message.sent_on, sent)] if sent else []
    if message.answer is not None or message.answered_on is not None:
        events.append(Event(message.answered_on or message.sent_on, _ANSWERED[message.answer]))
    return tuple(events)


def last_contact(message: Message) -> date | None:
    """The day on which a message last brought the two together, sent or answered; `None` for a draft.

    Every kind counts here, also those nothing else follows from, as a confirmation.
    """
    if message.state is not MessageState.SENT or message.sent_on is None:
        return None
    return max(message.sent_on, message.answered_on or message.sent_on)


def events_of_meeting(state: MeetingState, planned_on: date, took_place_on: date | None) -> tuple[Event, ...]:
    """That a meeting was agreed, and that it took place.

    Of a meeting that was called off remains that they had replied; who does not want another says so in an answer.
    """
    if state is MeetingState.CANCELLED:
        return (Event(planned_on, What.REPLIED),)
    agreed = Event(planned_on, What.AGREED)
    if state is MeetingState.PLANNED:
        return (agreed,)
    return (agreed, Event(max(planned_on, took_place_on or planned_on), What.MET))
