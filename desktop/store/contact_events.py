"""What happened with contacts, read from the file: their messages, meetings and steps, as events of core."""

import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import apsw

from desktop.core.contact_event import Event, What, events_of_meeting, events_of_message, in_order
from desktop.core.meeting_line import MeetingState
from desktop.core.message import Answer, Message, MessageKind, MessageState

_AMONG = "in (select value from json_each(?))"
_MESSAGES = (
    "select contact_id, kind, sent_on, answer, answered_on from message "
    f"where contact_id {_AMONG} and deleted_at is null and state = 'sent' and sent_on is not null"
)
_MEETINGS = (
    f"select contact_id, state, created_at, starts_at from meeting where contact_id {_AMONG} and deleted_at is null"
)
_STEPS = f"select contact_id, what, happened_on, until from contact_step where contact_id {_AMONG} order by id"


def events(connection: apsw.Connection, ids: Sequence[int], today: date) -> dict[int, tuple[Event, ...]]:
    """All events of each of these contacts, in order; days are those of this computer's zone.

    What has happened has happened by today, whatever day was typed or in whichever zone it was written down.
    """
    among = (json.dumps(list(ids)),)
    found: dict[int, list[Event]] = {contact_id: [] for contact_id in ids}
    for contact_id, kind, sent_on, answer, answered_on in _rows(connection, _MESSAGES, among):
        message = Message(
            kind=MessageKind(kind),
            state=MessageState.SENT,
            sent_on=_by(today, date.fromisoformat(sent_on)),
            answer=Answer(answer) if answer else None,
            answered_on=_by(today, date.fromisoformat(answered_on)) if answered_on else None,
        )
        found[contact_id] += events_of_message(message)
    for contact_id, state, created_at, starts_at in _rows(connection, _MEETINGS, among):
        planned_on = _by(today, _day(created_at)) if created_at else today
        took_place_on = _by(today, _day(starts_at)) if starts_at else None
        if state == MeetingState.MET and took_place_on is not None:  # it may have been entered only afterwards
            planned_on = min(planned_on, took_place_on)
        found[contact_id] += events_of_meeting(MeetingState(state), planned_on, took_place_on)
    for contact_id, what, on, until in _rows(connection, _STEPS, among):
        day = _by(today, date.fromisoformat(on))
        found[contact_id].append(Event(day, What(what), date.fromisoformat(until) if until else None))
    return {contact_id: in_order(happened) for contact_id, happened in found.items()}


def _by(today: date, day: date) -> date:
    return min(today, day)


def _day(moment: str) -> date:
    return datetime.fromisoformat(moment).astimezone().date()


def _rows(connection: apsw.Connection, sql: str, values: tuple[str, ...]) -> list[Any]:
    return connection.execute(sql, values).fetchall()
