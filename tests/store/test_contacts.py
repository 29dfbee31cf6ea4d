"""Contacts: added, changed, deleted, restored, one and many; the organisation follows what is typed."""

from datetime import UTC, datetime
from typing import Any

import pytest

from desktop.core.contact import Contact, ContactFilter, Detail
from desktop.store.store import Store


def add(store: Store, name: str = "Ada", **fields: Any) -> int:
    with store.action("Add contact"):
        return store.contacts.add(Contact(name=name, **fields))


def edit(store: Store, contact_id: int, **fields: Any) -> None:
    with store.action("Edit contact"):
        store.contacts.update(contact_id, **fields)


def find(store: Store, contact_id: int) -> Contact:
    found = store.contacts.find(contact_id)
    assert found is not None
    return found


def searched(store: Store, text: str) -> list[str]:
    return [line.name for line in store.contacts.lines(ContactFilter(search=text))]


def organisations(store: Store) -> list[str]:
    return [organisation.name for organisation in store.organisations.all()]


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


def test_what_is_empty_or_double_is_left_out(store: Store) -> None:
    ada = add(store, name=" Ada \n Byron ", emails=(Detail(" "), Detail(" a@b ")), tags=(" x ", "", "x"))
    found = find(store, ada)
    assert (found.name, found.emails, found.tags) == ("Ada Byron", (Detail("a@b"),), ("x",))
    edit(store, ada, role=" Head\tof  tea ", phones=(Detail(""), Detail("1")), tags=("y", " y", ""))
    found = find(store, ada)
    assert (found.role, found.phones, found.tags) == ("Head of tea", (Detail("1"),), ("y",))


def test_details_change_places(store: Store) -> None:
    one, two, three = Detail("1@b"), Detail("2@b", "home"), Detail("3@b")
    ada = add(store, emails=(one, two, three))
    for order in ((three, one, two), (two,), (two, three, one)):
        edit(store, ada, emails=order)
        assert find(store, ada).emails == order


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


def test_search_follows_every_change(store: Store) -> None:
    ada = add(
        store, organisation="Acme", role="Nurse", notes="tea", tags=("kind",), emails=(Detail("ada@example.org"),)
    )
    edit(store, ada, name="Łucja", organisation="Brücken AG", role="Welder")
    for gone in ("ada", "acme", "nurse"):
        assert searched(store, gone) == ([] if gone != "ada" else ["Łucja"])  # the address still says ada
    for there in ("lucja", "brucken", "weld", "tea", "kind", "ada@example"):
        assert searched(store, there) == ["Łucja"], there
    edit(store, ada, notes="coffee", tags=(), emails=())
    for gone in ("tea", "kind", "ada"):
        assert searched(store, gone) == [], gone
    assert searched(store, "coffee") == ["Łucja"]
    with store.action("Tag"):
        store.contacts.tag([ada], "brave")
    assert searched(store, "brave") == ["Łucja"]
    assert store.check() == []


# -- organisations by name --------------------------------------------------------------------------------------------


def test_an_organisation_is_found_by_its_name_whatever_case_and_accents(store: Store) -> None:
    first = add(store, organisation="Brücken AG")
    second = add(store, name="Bo", organisation=" brucken  ag ")
    assert organisations(store) == ["Brücken AG"]
    assert find(store, first).organisation_id == find(store, second).organisation_id
    assert find(store, second).organisation == "Brücken AG"


def test_who_is_alone_in_an_organisation_spells_it(store: Store) -> None:
    ada = add(store, organisation="acme")
    edit(store, ada, organisation="ACME")
    assert (find(store, ada).organisation, organisations(store)) == ("ACME", ["ACME"])
    bo = add(store, name="Bo", organisation="Acme")
    edit(store, bo, organisation="acme")
    assert organisations(store) == ["ACME"]


def test_half_typed_names_leave_no_organisations(store: Store) -> None:
    ada = add(store)
    for typed in ("A", "Ac", "Acm", "Acme", "Acme ", ""):
        edit(store, ada, organisation=typed)
    assert organisations(store) == []
    edit(store, ada, organisation="Acme")
    with store.action("Note"):
        store.organisations.update(find(store, ada).organisation_id or 0, website="https://example.org")
    edit(store, ada, organisation="Other")
    assert organisations(store) == ["Acme", "Other"]


def test_an_organisation_others_are_in_stays(store: Store) -> None:
    ada, _ = add(store, organisation="Acme"), add(store, name="Bo", organisation="Acme")
    edit(store, ada, organisation="Other")
    assert organisations(store) == ["Acme", "Other"]


def test_an_organisation_given_by_its_number_is_found_by_its_name(store: Store) -> None:
    with store.action("Add"):
        acme = store.organisations.add("Acme")
    ada, bo = add(store, organisation_id=acme), add(store, name="Bo")
    edit(store, bo, organisation_id=acme)
    assert searched(store, "acme") == ["Ada", "Bo"]
    edit(store, bo, organisation_id=None)
    assert searched(store, "acme") == ["Ada"]
    assert find(store, ada).organisation == "Acme"


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


def test_very_many_are_deleted_tagged_and_restored_at_once(store: Store) -> None:
    with store.action("Add"):
        ids = store.contacts.add_all([Contact(name=f"P{number:05}") for number in range(5_000)])
        direction = store.directions.add("One")
    with store.action("All"):
        store.contacts.tag(ids, "all")
        store.contacts.direct(ids, direction)
        store.contacts.delete(ids)
    assert store.contacts.count() == 0
    with store.action("Restore"):
        store.contacts.restore(ids)
    assert store.contacts.count(ContactFilter(search="all", directions=frozenset({direction}))) == 5_000
    assert [contact.name for contact in store.contacts.every()] == [f"P{number:05}" for number in range(5_000)]


def test_tags_in_use_stand_in_the_alphabet_once(store: Store) -> None:
    add(store, tags=("zeal", "Élan", "apt"))
    add(store, name="Bo", tags=("apt", "dear"))
    assert store.contacts.tags() == ["apt", "dear", "Élan", "zeal"]
