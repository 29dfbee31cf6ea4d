"""What Today asks about meetings that are over."""

from typing import Any

from desktop.core.contact import Contact
from desktop.core.learning import LearningEntry
from desktop.core.meeting import Meeting, PlannedQuestion
from desktop.store.store import Store


def met(store: Store, contact_id: int, notes: str = "") -> int:
    with store.action("Meet"):
        return store.meetings.add(Meeting(contact_id=contact_id, notes=notes))


def test_white_space_is_no_note_and_a_deleted_entry_is_none(store: Store) -> None:
    with store.action("Add"):
        ada = store.contacts.add(Contact(name="Ada"))
    bare, blank, noted = met(store, ada), met(store, ada, " \n\t"), met(store, ada, "Well")
    lines = store.meeting_lines
    assert lines.with_notes([bare, blank, noted]) == {noted}
    assert lines.with_notes([bare]) == lines.with_notes([]) == frozenset()

    with store.action("Learn"):
        first, _ = (store.learning.add(LearningEntry(meeting_id=meeting)) for meeting in (blank, noted))
    assert lines.learned_from([bare, blank, noted]) == {blank, noted}
    assert lines.learned_from([bare, noted]) == {noted}
    with store.action("Delete"):
        store.learning.delete(first)
    assert lines.learned_from([bare, blank, noted]) == {noted}


def test_one_of_the_four_lines_or_an_answer_that_came_by_itself_is_a_note(store: Store) -> None:
    with store.action("Add"):
        ada = store.contacts.add(Contact(name="Ada"))
        named, up, came, bare, feared = (
            store.meetings.add(Meeting(contact_id=ada, **fields))
            for fields in ({"named": "Ben"}, {"written_up_at": store.clock()}, {}, {}, {"feared": "All"})
        )
        store.meetings.add_question(PlannedQuestion(meeting_id=came, answer="Yes", unplanned=True))
        store.meetings.add_question(PlannedQuestion(meeting_id=bare, answer="Yes"))
        store.meetings.add_question(PlannedQuestion(meeting_id=bare, answer=" ", unplanned=True))
    assert store.meeting_lines.with_notes([named, up, came, bare, feared]) == {named, up, came}


def test_a_meeting_is_to_be_confirmed_from_when_it_was_entered_unless_the_user_wants_none(
    store: Store, clock: Any
) -> None:
    with store.action("Add"):
        ada = store.contacts.add(Contact(name="Ada"))
        wanted, not_wanted = (
            store.meetings.add(Meeting(contact_id=ada, remind_to_confirm=remind)) for remind in (True, False)
        )
    assert store.meeting_lines.to_be_confirmed([wanted, not_wanted]) == {wanted: clock.now}
    assert store.meeting_lines.to_be_confirmed([]) == {}
