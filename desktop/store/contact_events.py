"""What happened with contacts, read from the file: their messages, meetings and steps, as events of core.

Hand-written SQL, read at every start and when stages follow: the rows of 500 contacts take 0.7 ms, by peewee 9.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

import apsw

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
from desktop.store.file.rows import AMONG, code, day, listed, read

_MESSAGES = (
    "select contact_id, kind, sent_on, answer, answered_on from message "
    f"where contact_id {AMONG} and deleted_at is null and state = 'sent' and sent_on is not null"
)
_MEETINGS = (
    f"select contact_id, state, created_at, starts_at from meeting where contact_id {AMONG} and deleted_at is null"
)
_STEPS = f"select contact_id, what, happened_on, until from contact_step where contact_id {AMONG} order by id"


class Happened(NamedTuple):
    """What happened with one contact, in order, and the day of the last real contact: a message or a meeting."""

    events: tuple[ContactEvent, ...] = ()
    last_contact_on: date | None = None


def events(connection: apsw.Connection, ids: Sequence[int], today: date) -> dict[int, tuple[ContactEvent, ...]]:
    """All events of each of these contacts, in order; days are those of this computer's zone."""
    return {contact_id: told.events for contact_id, told in what_happened(connection, ids, today).items()}


def what_happened(connection: apsw.Connection, ids: Sequence[int], today: date) -> dict[int, Happened]:
    """All that happened with each of these contacts; days are those of this computer's zone.

    What has happened has happened by today, whatever day was typed or in whichever zone it was written down.
    """
    among = (listed(ids),)
    found: dict[int, list[ContactEvent]] = {contact_id: [] for contact_id in ids}
    last: dict[int, date] = {}
    for contact_id, kind, sent_on, answer, answered_on in read(connection, _MESSAGES, among):
        message = Message(
            kind=MessageKind(kind),
            state=MessageState.SENT,
            sent_on=_by(today, date.fromisoformat(sent_on)),
            answer=code(Answer, answer),
            answered_on=_by(today, date.fromisoformat(answered_on)) if answered_on else None,
        )
        found[contact_id] += events_of_message(message)
        if (on := last_contact(message)) is not None:
            last[contact_id] = max(on, last.get(contact_id, on))
    for contact_id, state, created_at, starts_at in read(connection, _MEETINGS, among):
        planned_on = _by(today, _local_day(created_at)) if created_at else today
        took_place_on = _by(today, _local_day(starts_at)) if starts_at else None
        if state == MeetingState.MET and took_place_on is not None:  # it may have been entered only afterwards
            planned_on = min(planned_on, took_place_on)
        for event in events_of_meeting(MeetingState(state), planned_on, took_place_on):
            found[contact_id].append(event)
            if event.what is EventKind.MET:
                last[contact_id] = max(event.on, last.get(contact_id, event.on))
    for contact_id, what, stepped_on, until in read(connection, _STEPS, among):
        on = _by(today, date.fromisoformat(stepped_on))
        found[contact_id].append(ContactEvent(on, EventKind(what), day(until)))
    return {contact_id: Happened(events_in_order(told), last.get(contact_id)) for contact_id, told in found.items()}


def _by(today: date, day: date) -> date:
    return min(today, day)


def _local_day(moment: str) -> date:
    return datetime.fromisoformat(moment).astimezone().date()
