"""Stores a meeting that is agreed, with everything ready-made: the short path and a yes in writing both lead here."""

from desktop.core.preparing.short_path import Agreed, first_questions, new_contact, new_meeting
from desktop.core.question import QuestionBank
from desktop.store.store import Store
from desktop.work.shipped import shipped_preparation


def store_meeting(store: Store, bank: QuestionBank, agreed: Agreed, contact_id: int = 0, free_time_id: int = 0) -> int:
    """Store the meeting with its first questions, and the contact if it is a new one; return its id.

    Called inside `store.action`. `free_time_id` is the time offered that was taken, if it was one of those.
    """
    if free_time_id:
        store.free_times.delete(free_time_id)
    contact = store.contacts.find(contact_id or store.contacts.add(new_contact(agreed.name)))
    assert contact is not None
    meeting_id = store.meetings.add(new_meeting(agreed, contact, shipped_preparation(), store.preferences.profile()))
    direction = store.directions.find(contact.directions[0]) if len(contact.directions) == 1 else None
    for question in first_questions(meeting_id, bank, direction.kind if direction else ""):
        store.meetings.add_question(question)
    return meeting_id
