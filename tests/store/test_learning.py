"""The learning log: every field kept, filters that narrow together, the latest first."""

from datetime import date
from typing import Any

import pytest

from desktop.core.contact import Contact
from desktop.core.learning import Evidence, LearningEntry, LearningFilter, LearningKind
from desktop.core.meeting import Meeting
from desktop.store.store import Store

CHANGES: dict[str, Any] = {
    "on": date(2026, 5, 1),
    "kind": LearningKind.WORKSHOP,
    "title": "Bolts\nand nuts",
    "with_whom": "Łucja",
    "minutes_preparing": 10,
    "minutes_meeting": 20,
    "minutes_writing": 30,
    "objective": "To know",
    "learned": "Much",
    "applied": "Daily",
    "believed": "Little",
    "will_try": "Weekly",
    "come_back_on": date(2026, 6, 1),
    "came_of_it": "A habit",
    "energised": "The mornings",
    "evidence": (Evidence("https://example.org", "Notes"), Evidence("/home/me/file.pdf")),
}


def add(store: Store, **fields: Any) -> int:
    with store.action("Add entry"):
        return store.learning.add(LearningEntry(**fields))


def update(store: Store, entry_id: int, **fields: Any) -> None:
    with store.action("Edit entry"):
        store.learning.update(entry_id, **fields)


def titles(store: Store, **wanted: Any) -> str:
    return " ".join(entry.title for entry in store.learning.entries(LearningFilter(**wanted)))


def test_every_field_is_kept_when_added_and_when_changed(store: Store) -> None:
    added, changed = add(store, **CHANGES), add(store)
    for field, value in CHANGES.items():
        update(store, changed, **{field: value})
    for entry_id in (added, changed):
        assert store.learning.find(entry_id) == LearningEntry(id=entry_id, **CHANGES)
    update(store, changed, evidence=(Evidence(" "), Evidence(" b ")), on=None)
    found = store.learning.find(changed)
    assert found is not None
    assert (found.evidence, found.on) == ((Evidence("b"),), None)


def test_an_entry_belongs_to_its_meeting_and_directions(store: Store) -> None:
    with store.action("Set up"):
        one, two = store.directions.add("One"), store.directions.add("Two")
        meeting = store.meetings.add(Meeting(contact_id=store.contacts.add(Contact(name="Ada"))))
    assert store.learning.of_meeting(meeting) is None
    entry = add(store, meeting_id=meeting, directions=(two, one))
    found = store.learning.of_meeting(meeting)
    assert found is not None
    assert (found.id, found.meeting_id, found.directions) == (entry, meeting, (two, one))
    update(store, entry, directions=(one,), meeting_id=None)
    found = store.learning.find(entry)
    assert found is not None
    assert (found.meeting_id, found.directions) == (None, (one,))


def test_the_latest_stand_first_and_those_without_a_day_on_top(store: Store) -> None:
    for title, on in (
        ("old", date(2026, 1, 1)),
        ("undated", None),
        ("new", date(2026, 2, 1)),
        ("same", date(2026, 2, 1)),
    ):
        add(store, title=title, on=on)
    assert titles(store) == "undated same new old"


def test_filters_narrow_together(store: Store) -> None:
    with store.action("Set up"):
        one, two = store.directions.add("One"), store.directions.add("Two")
    add(store, title="a", on=date(2026, 1, 10), kind=LearningKind.READING, directions=(one, two), learned="Łódź 100%")
    add(store, title="b", on=date(2026, 2, 10), kind=LearningKind.COURSE, directions=(one,), with_whom="Łucja")
    add(store, title="c", kind=LearningKind.READING, applied="in Lodz")
    assert titles(store) == "c b a"
    assert titles(store, kinds=frozenset({LearningKind.READING})) == "c a"
    assert titles(store, directions=frozenset({one})) == "b a"
    assert titles(store, directions=frozenset({one, two})) == "b a"
    assert titles(store, from_=date(2026, 1, 10), to=date(2026, 1, 10)) == "a"
    assert titles(store, from_=date(2026, 1, 11)) == "b"
    assert titles(store, search="lodz") == "c a"
    assert titles(store, search="LUC") == "b"
    assert titles(store, search="100%") == "a"
    assert titles(store, search="_") == ""
    assert titles(store, search="lodz", kinds=frozenset({LearningKind.READING}), directions=frozenset({two})) == "a"


def test_search_follows_every_change(store: Store) -> None:
    entry = add(store, title="Bolts")
    update(store, entry, title="Nuts", minutes_meeting=5)
    assert (titles(store, search="bolts"), titles(store, search="nuts")) == ("", "Nuts")


def test_deleted_entries_come_back(store: Store) -> None:
    entry = add(store, **CHANGES)
    before = store.learning.find(entry)
    with store.action("Delete"):
        store.learning.delete(entry)
    assert (store.learning.find(entry), store.learning.entries()) == (None, [])
    with store.action("Restore"):
        store.learning.restore(entry)
    assert store.learning.find(entry) == before


@pytest.mark.parametrize("fields", [{"tittle": "x"}, {"nonsense": 1}])
def test_what_is_no_field_is_refused(store: Store, fields: dict[str, Any]) -> None:
    entry = add(store, title="Bolts")
    with pytest.raises((TypeError, KeyError, AttributeError, ValueError)):
        update(store, entry, **fields)


def test_search_finds_what_was_believed_tried_and_came_of_it(store: Store) -> None:
    add(store, title="A", believed="Ferns", will_try="Mosses", came_of_it="Lichens", energised="Bogs")
    for word in ("ferns", "mosses", "lichens", "bogs"):
        assert titles(store, search=word) == "A"
