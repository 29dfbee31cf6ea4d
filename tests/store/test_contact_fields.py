"""Every field of the table of contact fields is stored, changed, undone, searched, merged and archived."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from desktop.core.contact import Contact, ContactFilter
from desktop.core.contact_fields import ContactField, MergeRule, ValueKind, changes_of, texts_of
from desktop.core.keep_in_touch_group import KeepInTouchGroup
from desktop.core.meeting import Meeting
from desktop.core.people.merging import MergeSide
from desktop.core.values import replace
from desktop.formats.archive import read_archive, write_archive
from desktop.store.archive import ArchiveReading, restore
from desktop.store.store import Store
from tests.contact_values import CHANGEABLE, value

by_name = pytest.mark.parametrize("field", CHANGEABLE, ids=lambda field: field.name)


@pytest.fixture
def ann(store: Store) -> int:
    """Somebody with no field but the name; all that ids 1 and 2 may point to is there."""
    with store.action("Set up"):
        for name in ("Referrer", "Another"):
            contact_id = store.contacts.add(Contact(name=name, organisation=f"Works {name}"))
            store.meetings.add(Meeting(contact_id=contact_id, starts_at=datetime(2026, 11, 20, 9, tzinfo=UTC)))
            store.touch_groups.add(KeepInTouchGroup(name=name))
            store.directions.add(name)
        return store.contacts.add(Contact(name="Ann"))


def find(store: Store, contact_id: int) -> Contact:
    found = store.contacts.find(contact_id)
    assert found is not None
    return next(store.contacts.with_cards((found,)))


def update(store: Store, contact_id: int, **values: Any) -> None:
    with store.action("Edit contact"):
        store.contacts.update(contact_id, **changes_of(values))


@by_name
def test_a_field_is_kept_when_added(store: Store, ann: int, field: ContactField) -> None:
    with store.action("Add"):
        added = store.contacts.add(replace(Contact(name="Bo"), **{field.name: value(field)}))
    assert getattr(find(store, added), field.name) == value(field)
    assert store.check() == []


@by_name
def test_what_is_one_line_is_stored_so(store: Store, ann: int, field: ContactField) -> None:
    if field.one_line:
        with store.action("Add"):
            added = store.contacts.add(replace(Contact(name="Bo"), **{field.name: " two\n lines "}))
        update(store, ann, **{field.name: " two\n lines "})
        assert {getattr(find(store, contact_id), field.name) for contact_id in (added, ann)} == {"two lines"}


@by_name
def test_a_field_is_changed_in_one_step_that_can_be_undone(store: Store, ann: int, field: ContactField) -> None:
    before = find(store, ann)
    update(store, ann, **{field.name: value(field)})
    changed = find(store, ann)
    assert getattr(changed, field.name) == value(field)
    store.undo()
    assert find(store, ann) == before
    store.redo()
    assert find(store, ann) == changed
    update(store, ann, **{field.name: getattr(before, field.name)})
    assert getattr(find(store, ann), field.name) == getattr(before, field.name)
    assert store.check() == []


@by_name
def test_a_field_is_searched_as_the_table_says(store: Store, ann: int, field: ContactField) -> None:
    update(store, ann, **{field.name: value(field)})
    if field.kind not in (ValueKind.TEXT, ValueKind.TAGS, ValueKind.DETAILS):
        assert field.search is None
        return
    for text in texts_of(find(store, ann), field):
        wanted = ContactFilter(search=text.partition("@")[0])
        assert [line.id for line in store.contacts.lines(wanted)] == ([ann] if field.search else []), text
        found = store.contacts.found_in(wanted.search, [ann])
        shown = {each.text for each in found.values()}
        assert shown == ({text} if field.search == "words" else set())


def test_all_fields_survive_an_archive(store: Store, ann: int, clock: Any, tmp_path: Path) -> None:
    whole = {field.name: value(field) for field in CHANGEABLE if field.name not in ("organisation", "organisation_id")}
    update(store, ann, **whole, organisation="Works")
    before = find(store, ann)
    assert {
        field.name for field in CHANGEABLE if getattr(before, field.name) == getattr(Contact(), field.name)
    } == set()
    reading = ArchiveReading(store, True, "0.1.0")
    with reading.open() as (head, tables):
        write_archive(tmp_path / "all.json", head, tables)
    store.close()
    with Store(tmp_path / "new", clock) as new:
        archive = read_archive(tmp_path / "all.json")
        restore(new, archive.head, archive.rows, "Restore")
        assert find(new, ann) == before


# The stage follows anew from what both did, and from what was set by hand last.
@pytest.mark.parametrize(
    "field", [each for each in CHANGEABLE if not each.name.startswith("stage")], ids=lambda field: field.name
)
def test_a_merge_in_the_store_takes_what_only_the_other_has(store: Store, ann: int, field: ContactField) -> None:
    leader = field.merged_with
    values = {each.name: value(each) for each in CHANGEABLE if each.name in (field.name, leader)}
    with store.action("Add"):
        other = store.contacts.add(replace(Contact(name="Bo"), **values))
    before = find(store, ann)
    theirs = find(store, other)
    with store.action("Merge"):
        store.duplicates.merge(ann, other, {"name": MergeSide.SECOND})
    kept = before if field.merge is MergeRule.FIRST else theirs
    assert getattr(find(store, ann), field.name) == getattr(kept, field.name)


def test_what_the_store_keeps_itself_cannot_be_changed(store: Store, ann: int) -> None:
    change: Callable[..., None] = store.contacts.update
    for name in ("id", "created_at", "last_contact_on"):
        with store.action("Edit"), pytest.raises(TypeError):
            change(ann, **{name: None})
