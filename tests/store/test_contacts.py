"""Contacts: added, changed, deleted, restored, one and many; the organisation follows what is typed."""

from datetime import UTC, datetime
from typing import Any

import pytest

from desktop.core.contact import Contact, Detail
from desktop.store.store import Store
from tests.store.contact_changes import add, edit, find, searched


def test_directions_and_referrer_are_kept_and_changed(store: Store) -> None:
    with store.action("Set up"):
        one, two = store.directions.add("One"), store.directions.add("Two")
        bo = store.contacts.add(Contact(name="Bo"))
    ada = add(store, directions=(one, two, one), referrer_id=bo)
    assert (find(store, ada).directions, find(store, ada).referrer_id) == ((one, two), bo)
    edit(store, ada, directions=(two,), referrer_id=None)
    assert (find(store, ada).directions, find(store, ada).referrer_id) == ((two,), None)


def test_a_new_contact_has_the_moment_it_was_added(store: Store) -> None:
    assert find(store, add(store)).created_at == datetime(2026, 11, 22, 12, tzinfo=UTC)


def test_what_is_no_field_is_refused(store: Store) -> None:
    ada = add(store)
    for fields in ({"nmae": "Bo"}, {"id": 7}, {"created_at": None}):
        with pytest.raises(TypeError):
            edit(store, ada, **fields)
    with pytest.raises(ValueError, match="nonsense"):
        edit(store, ada, stage="nonsense")


def test_a_contact_that_is_gone_or_deleted_cannot_be_changed(store: Store) -> None:
    ada = add(store)
    with store.action("Delete"):
        store.contacts.delete([ada])
    for contact_id in (ada, 99):
        assert store.contacts.find(contact_id) is None
        with pytest.raises(KeyError):
            edit(store, contact_id, name="Bo")


# -- organisations by name --------------------------------------------------------------------------------------------


# -- several at once --------------------------------------------------------------------------------------------------


def test_deleted_contacts_are_hidden_and_come_back_whole(store: Store) -> None:
    with store.action("Set up"):
        direction = store.directions.add("One")
    ada = add(store, emails=(Detail("a@b"),), tags=("kind",), directions=(direction,), organisation="Acme")
    bo = add(store, name="Bo", referrer_id=ada)
    before = find(store, ada)
    with store.action("Delete"):
        store.contacts.delete([ada])
    assert [line.name for line in store.contacts.lines()] == ["Bo"]
    assert (store.contacts.count(), store.contacts.tags(), searched(store, "ada")) == (1, [], [])
    assert store.directions.all()[0].contacts == 0
    assert [line.name for line in store.contacts.deleted()] == ["Ada"]
    assert [contact.name for contact in store.contacts.every()] == ["Bo"]
    with store.action("Restore"):
        store.contacts.restore([ada])
    assert find(store, ada) == before
    assert find(store, bo).referrer_id == ada
    assert (store.contacts.count(), store.contacts.tags(), store.contacts.deleted()) == (2, ["kind"], [])


def test_the_last_deleted_stands_first(store: Store, clock: Any) -> None:
    ids = [add(store, name=name) for name in ("Ada", "Bo", "Cy")]
    for contact_id in (ids[1], ids[0], ids[2]):
        clock.move(minutes=1)
        with store.action("Delete"):
            store.contacts.delete([contact_id])
    assert [line.name for line in store.contacts.deleted()] == ["Cy", "Ada", "Bo"]


def test_tags_in_use_stand_in_the_alphabet_once(store: Store) -> None:
    add(store, tags=("zeal", "Élan", "apt"))
    add(store, name="Bo", tags=("apt", "dear"))
    assert store.contacts.tags() == ["apt", "dear", "Élan", "zeal"]
