"""What happened with a contact, from messages and meetings, and where it leads."""

from datetime import date, timedelta

import pytest

from desktop.core.contact import Stage
from desktop.core.meeting_line import MeetingState
from desktop.core.message import Answer, Message, MessageKind, MessageState
from desktop.core.today.contact_event import (
    ContactEvent,
    EventKind,
    events_in_order,
    events_of_meeting,
    events_of_message,
    last_contact,
)
from desktop.core.today.stage import ContactStatus, contact_status

MONDAY = date(2026, 3, 2)


def day(number: int) -> date:
    return MONDAY + timedelta(days=number)


def sent(
    kind: MessageKind, on: date = MONDAY, answer: Answer | None = None, answered_on: date | None = None
) -> Message:
    return Message(kind=kind, state=MessageState.SENT, sent_on=MONDAY, answer=answer, answered_on=answered_on)


def test_a_draft_leads_nowhere() -> None:
    assert events_of_message(Message(kind=MessageKind.FIRST_REQUEST)) == ()
    assert events_of_message(Message(state=MessageState.SENT)) == ()


@pytest.mark.parametrize("kind", MessageKind)
def test_every_kind_of_message_has_its_place(kind: MessageKind) -> None:
    whats = [event.what for event in events_of_message(sent(kind))]
    silent = {MessageKind.REPLY_TO_YES, MessageKind.REPLY_TO_NO, MessageKind.CONFIRMATION}
    assert len(whats) == (0 if kind in silent else 1)


@pytest.mark.parametrize(
    ("answer", "stage"),
    [(Answer.YES, "replied"), (Answer.LATER, "replied"), (Answer.NO, "declined"), (Answer.SOMEONE_ELSE, "declined")],
)
def test_an_answer_counts_from_the_day_it_came(answer: Answer, stage: str) -> None:
    events = events_of_message(sent(MessageKind.FIRST_REQUEST, answer=answer, answered_on=day(3)))
    assert contact_status(events) == ContactStatus(Stage(stage), day(3))
    undated = events_of_message(sent(MessageKind.FIRST_REQUEST, answer=answer))
    assert contact_status(undated) == ContactStatus(Stage(stage), MONDAY)


def test_a_day_of_answer_alone_means_that_they_replied() -> None:
    events = events_of_message(sent(MessageKind.FIRST_REQUEST, answered_on=day(1)))
    assert contact_status(events).stage is Stage.REPLIED


def test_meetings_agreed_met_and_called_off() -> None:
    planned = events_of_meeting(MeetingState.PLANNED, day(0), day(7))
    assert contact_status(planned) == ContactStatus(Stage.AGREED, day(0))
    assert contact_status(events_of_meeting(MeetingState.MET, day(0), day(7))) == ContactStatus(Stage.MET, day(7))
    assert contact_status(events_of_meeting(MeetingState.MET, day(0), None)).stage is Stage.MET
    assert contact_status(events_of_meeting(MeetingState.CANCELLED, day(0), day(7))).stage is Stage.REPLIED


def test_a_meeting_noted_after_it_took_place_was_never_met_before_it_was_agreed() -> None:
    events = events_of_meeting(MeetingState.MET, day(5), day(1))
    assert contact_status(events) == ContactStatus(Stage.MET, day(5))


def test_of_one_day_things_stand_in_the_order_of_the_way() -> None:
    late, met, wrote = (
        ContactEvent(day(1), EventKind.WROTE),
        ContactEvent(MONDAY, EventKind.MET),
        ContactEvent(MONDAY, EventKind.WROTE),
    )
    assert events_in_order([late, met, wrote]) == (wrote, met, late)


def test_the_last_contact_is_the_later_of_sending_and_answer_and_a_draft_is_none() -> None:
    assert last_contact(sent(MessageKind.CONFIRMATION)) == MONDAY
    assert last_contact(sent(MessageKind.NUDGE, answered_on=day(4))) == day(4)
    assert last_contact(sent(MessageKind.NUDGE, answered_on=day(-4))) == MONDAY
    assert last_contact(Message(kind=MessageKind.NUDGE, sent_on=MONDAY)) is None
