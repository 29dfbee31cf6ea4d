"""Meetings and their questions, added and changed as one step each."""

from typing import Any

from desktop.core.contact import Stage
from desktop.core.meeting import Meeting, PlannedQuestion
from desktop.store.store import Store


def meet(store: Store, contact_id: int, **fields: Any) -> int:
    with store.action("Add meeting"):
        return store.meetings.add(Meeting(contact_id=contact_id, **fields))


def update(store: Store, meeting_id: int, **fields: Any) -> None:
    with store.action("Edit meeting"):
        store.meetings.update(meeting_id, **fields)


def ask(store: Store, meeting_id: int, text: str, **fields: Any) -> int:
    with store.action("Add question"):
        return store.meetings.add_question(PlannedQuestion(meeting_id=meeting_id, text=text, **fields))


def stage(store: Store, contact_id: int) -> Stage:
    found = store.contacts.find(contact_id)
    assert found is not None
    return found.stage
