"""Undo and redo: every action can be taken back and done again, with all that belongs to it."""

from collections.abc import Callable
from typing import Any

import pytest

from desktop.core.contact import Contact, Detail
from desktop.core.errors import StoreError
from desktop.core.meeting import Meeting, PlannedQuestion
from desktop.core.organisation import ResearchNote, Subject
from desktop.store.file import history
from desktop.store.file.history import Change
from desktop.store.store import Store

Dumped = Callable[[Store], Any]


def add(store: Store, **fields: Any) -> int:
    with store.action("Add contact"):
        return store.contacts.add(Contact(**fields))


def edit(store: Store, contact_id: int, visit: str = "", **fields: Any) -> None:
    with store.action("Edit contact", visit):
        store.contacts.update(contact_id, **fields)


def steps(store: Store) -> int:
    """How many steps can be taken back; all of them are, and then done again."""
    count = 0
    while store.undo():
        count += 1
    for _ in range(count):
        assert store.redo() is not None
    return count


def test_steps_are_taken_back_one_by_one_and_done_again(store: Store, dump: Dumped) -> None:
    states = [dump(store)]
    ada = add(store, name="Ada", emails=(Detail("ada@example.org"),))
    states.append(dump(store))
    for number in range(5):
        edit(store, ada, notes=f"note {number}")
        states.append(dump(store))
    for state in reversed(states[:-1]):
        assert store.undo() is not None
        assert dump(store) == state
    assert store.undo() is None
    for state in states[1:]:
        assert store.redo() is not None
        assert dump(store) == state
    assert store.redo() is None
    assert store.check() == []


def test_undo_and_redo_are_named_and_tell_what_they_touched(store: Store) -> None:
    told: list[Change] = []
    add(store, name="Ada", tags=("kind",))
    store.listen(told.append)
    assert (store.next_undo, store.next_redo) == ("Add contact", "")
    undone = store.undo()
    assert undone == Change("Add contact", frozenset({"contact", "contact_tag"}), undone=True)
    assert (store.next_undo, store.next_redo) == ("", "Add contact")
    redone = store.redo()
    assert told == [undone, redone]
    assert redone is not None
    assert not redone.undone


def test_a_new_action_ends_what_could_be_done_again(store: Store) -> None:
    add(store, name="Ada")
    store.undo()
    add(store, name="Bo")
    assert store.next_redo == ""
    assert store.redo() is None
    assert [line.name for line in store.contacts.lines()] == ["Bo"]


def test_one_visit_to_a_field_is_one_step(store: Store) -> None:
    ada = add(store, name="Ada")
    for typed in ("Chem", "Chemi", "Chemist"):
        edit(store, ada, visit="role:1", role=typed)
    edit(store, ada, visit="role:2", role="Nurse")
    assert steps(store) == 3
    store.undo()
    assert store.contacts.find(ada).role == "Chemist"  # type: ignore[union-attr]
    store.undo()
    assert store.contacts.find(ada).role == ""  # type: ignore[union-attr]
    store.redo()
    assert store.contacts.find(ada).role == "Chemist"  # type: ignore[union-attr]


def test_another_action_in_between_ends_the_visit(store: Store) -> None:
    ada = add(store, name="Ada")
    edit(store, ada, visit="v", role="A")
    edit(store, ada, notes="between")
    edit(store, ada, visit="v", role="AB")
    assert steps(store) == 4


def test_typing_on_after_undo_is_a_step_of_its_own(store: Store) -> None:
    ada = add(store, name="Ada")
    edit(store, ada, visit="v", role="A")
    store.undo()
    edit(store, ada, visit="v", role="B")
    assert steps(store) == 2
    store.undo()
    assert store.contacts.find(ada).role == ""  # type: ignore[union-attr]
    store.redo()
    edit(store, ada, visit="v", role="C")
    assert steps(store) == 3


@pytest.mark.parametrize(
    ("field", "typed", "before"),
    [
        ("role", "Nurse", ""),
        ("notes", "some words", ""),
        ("organisation", "Half-typed", ""),
        ("organisation", "Acme Corp", "Acme"),
        ("emails", (Detail("b@example.org"),), (Detail("a@example.org"),)),
        ("emails", (Detail("a@example.org"), Detail("b@example.org")), (Detail("a@example.org"),)),
        ("tags", ("kind", "new"), ("kind",)),
    ],
)
def test_what_is_typed_and_taken_back_in_one_visit_leaves_no_step(
    store: Store, dump: Dumped, field: str, typed: Any, before: Any
) -> None:
    ada = add(store, name="Ada", **{field: before})
    start = dump(store)
    edit(store, ada, visit="v", **{field: typed})
    assert store.next_undo == "Edit contact"
    edit(store, ada, visit="v", **{field: before})
    if field != "organisation" or not before:  # a name that went and came back is a new organisation
        assert store.next_undo == "Add contact"
        assert dump(store) == start
    assert store.contacts.find(ada) is not None
    assert getattr(store.contacts.find(ada), field) == before


def test_what_went_with_a_row_comes_back_with_it(store: Store, dump: Dumped) -> None:
    """Rows that SQLite removes by itself (ON DELETE CASCADE, SET NULL) are part of the step."""
    with store.action("Set up"):
        bo = store.contacts.add(Contact(name="Bo"))
        ada = store.contacts.add(
            Contact(name="Ada", referrer_id=bo, organisation="Acme", emails=(Detail("a@b"),), tags=("t",))
        )
        note = store.research.add(bo, ResearchNote(subject=Subject.PERSON, text="Likes trains"))
        meeting = store.meetings.add(Meeting(contact_id=bo))
        store.meetings.add_question(PlannedQuestion(meeting_id=meeting, text="What surprised you?"))
        store.meetings.choose_fact(meeting, note, True)
    before = dump(store)
    with store.action("Remove for good"):
        store.database.connection().execute("delete from contact where id = ?", (bo,))
        store.database.connection().execute("delete from organisation")
    after = dump(store)
    assert after["planned_question"] == after["meeting_fact"] == []
    assert store.contacts.find(ada).referrer_id is None  # type: ignore[union-attr]
    store.undo()
    assert dump(store) == before
    assert store.check() == []
    store.redo()
    assert dump(store) == after
    assert store.check() == []


def test_what_is_found_follows_undo_and_redo(store: Store) -> None:
    from desktop.core.contact import ContactFilter

    ada = add(store, name="Ada", notes="chemistry")
    edit(store, ada, notes="physics")

    def found(word: str) -> int:
        return store.contacts.count(ContactFilter(search=word))

    assert (found("chem"), found("phys")) == (0, 1)
    store.undo()
    assert (found("chem"), found("phys")) == (1, 0)
    store.undo()
    assert (found("chem"), store.contacts.count()) == (0, 0)
    store.redo()
    assert (found("chem"), store.contacts.count()) == (1, 1)


def test_ids_are_never_used_again_after_undo(store: Store) -> None:
    first = add(store, name="Ada")
    store.undo()
    assert add(store, name="Bo") > first


def test_a_step_that_no_longer_fits_is_refused_whole_and_stands_in_nobodys_way(store: Store, dump: Dumped) -> None:
    ada = add(store, name="Ada")
    edit(store, ada, role="Nurse", notes="x")
    store.database.connection().execute("update contact set notes = 'from elsewhere'")
    before = dump(store)
    with pytest.raises(StoreError, match="cannot be taken back"):
        store.undo()
    assert dump(store) == before
    assert store.undo() is None
    edit(store, ada, role="Welder")
    assert store.undo() is not None
    assert dump(store) == before


def test_only_so_many_steps_are_kept_and_the_latest_always(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "STEPS_KEPT", 3)
    ada = add(store, name="Ada")
    for number in range(5):
        edit(store, ada, notes=f"note {number}")
    assert steps(store) == 3
    monkeypatch.setattr(history, "BYTES_KEPT", 1)
    edit(store, ada, notes="long" * 1000)
    assert steps(store) == 1


def test_what_is_no_step_of_its_own_goes_with_the_last(store: Store, dump: Dumped) -> None:
    ada = add(store, name="Ada")
    edit(store, ada, visit="v", role="A")
    before = dump(store)
    edit(store, ada, visit=history.WITH_LAST, warm_line="turned")
    edit(store, ada, visit="v", role="AB")
    assert steps(store) == 2
    assert store.next_undo == "Edit contact"
    store.undo()
    assert store.contacts.find(ada) == Contact(id=ada, name="Ada", created_at=store.clock())
    store.redo()
    edit(store, ada, role="A", warm_line="")
    assert dump(store) == before


def test_what_is_no_step_of_its_own_is_none_where_there_is_no_last(store: Store) -> None:
    with store.action("Turn the page", history.WITH_LAST):
        store.preferences.update_profile(name="Nia")
    assert (store.next_undo, store.undo()) == ("", None)
    assert store.preferences.profile().name == "Nia"
