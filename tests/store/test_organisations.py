"""Organisations: found by their folded name, renamed and deleted with their contacts' search in step."""

from typing import Any

import pytest

from desktop.core.contact import Contact, ContactFilter
from desktop.core.organisation import Organisation, ResearchNote, Subject
from desktop.store.store import Store


@pytest.fixture
def acme(store: Store) -> int:
    with store.action("Set up"):
        for name in ("Ada", "Bo"):
            store.contacts.add(Contact(name=name, organisation="Acme"))
    return store.organisations.all()[0].id


def update(store: Store, organisation_id: int, **fields: Any) -> None:
    with store.action("Edit"):
        store.organisations.update(organisation_id, **fields)


def found(store: Store, text: str) -> int:
    return store.contacts.count(ContactFilter(search=text))


def test_adding_finds_the_one_of_that_name(store: Store, acme: int) -> None:
    with store.action("Add"):
        assert store.organisations.add(" ACMÉ ") == acme
        other = store.organisations.add("Łódź Works")
        assert store.organisations.add("lodz  works") == other
        with pytest.raises(ValueError, match="name"):
            store.organisations.add("  ")
    assert [organisation.name for organisation in store.organisations.all()] == ["Acme", "Łódź Works"]


def test_every_field_is_kept(store: Store, acme: int) -> None:
    update(store, acme, industry="Tools", website="https://example.org", notes="Old\nand good")
    assert store.organisations.find(acme) == Organisation(acme, "Acme", "Tools", "https://example.org", "Old\nand good")


def test_a_new_name_reaches_the_search_of_its_contacts(store: Store, acme: int) -> None:
    update(store, acme, name="  Brücken  AG ")
    assert (found(store, "acme"), found(store, "brucken ag")) == (0, 2)
    assert {line.organisation for line in store.contacts.lines()} == {"Brücken AG"}
    store.undo()
    assert (found(store, "acme"), found(store, "brucken")) == (2, 0)


def test_an_empty_name_is_left_out(store: Store, acme: int) -> None:
    update(store, acme, name=" ", industry="Tools")
    organisation = store.organisations.find(acme)
    assert organisation is not None
    assert (organisation.name, organisation.industry) == ("Acme", "Tools")


def test_of_two_that_came_to_have_one_name_the_older_is_found(store: Store, acme: int) -> None:
    with store.action("Add"):
        other = store.organisations.add("Other")
    update(store, other, name="acme")
    with store.action("Add"):
        assert store.organisations.add("ACME") == acme


def test_a_deleted_one_leaves_its_contacts_without(store: Store, acme: int) -> None:
    with store.action("Delete"):
        store.organisations.delete(acme)
    assert (store.organisations.find(acme), store.organisations.all(), store.organisations.names("a")) == (None, [], [])
    assert found(store, "acme") == 0
    assert {(line.name, line.organisation) for line in store.contacts.lines()} == {("Ada", ""), ("Bo", "")}
    with store.action("Add"):
        assert store.organisations.add("Acme") != acme
    store.undo()
    store.undo()
    assert found(store, "acme") == 2


def test_names_for_completion_begin_with_words_that_begin_so(store: Store) -> None:
    with store.action("Add"):
        for name in ("Alber Works", "Berg AG", "Das Bergwerk", "Ämter Bern", "Zeta"):
            store.organisations.add(name)
    assert store.organisations.names("ber") == ["Ämter Bern", "Berg AG", "Das Bergwerk", "Alber Works"]
    assert store.organisations.names("BÉR", limit=2) == ["Ämter Bern", "Berg AG"]
    assert store.organisations.names() == ["Alber Works", "Ämter Bern", "Berg AG", "Das Bergwerk", "Zeta"]
    assert store.organisations.names("%") == []


def test_an_organisation_is_found_whatever_its_legal_form(store: Store) -> None:
    with store.action("Add"):
        first = store.organisations.add("City Waterworks")
        second = store.organisations.add("CITY WATERWORKS GmbH")
        store.organisations.add("City Waterworks East")
    assert [line.id for line in store.organisations.called("city waterworks, Inc.")] == [first, second]
    assert [line.id for line in store.organisations.like(first)] == [second]
    assert store.organisations.called("City") == store.organisations.called("  ") == []


def test_two_organisations_become_one_with_people_and_research_and_are_two_again(store: Store, dump: Any) -> None:
    with store.action("Add"):
        ann = store.contacts.add(Contact(name="Ann Lee", organisation="Acme"))
        bo = store.contacts.add(Contact(name="Bo Ek", organisation="Acme Inc."))
        keep, other = (store.contacts.find(number).organisation_id for number in (ann, bo))  # type: ignore[union-attr]
        assert keep
        assert other
        store.organisations.update(other, industry="Dyes", notes="Two sites")
        store.research.add_on_organisation(other, ResearchNote(subject=Subject.ORGANISATION, text="Founded 1901"))
    before = dump(store)
    with store.action("Merge"):
        store.organisations.merge(keep, other)
    merged = store.organisations.find(keep)
    assert merged is not None
    assert (merged.name, merged.industry, merged.notes) == ("Acme", "Dyes", "Two sites")
    assert store.organisations.find(other) is None
    assert store.contacts.count(ContactFilter(organisation_id=keep)) == 2
    assert [line.name for line in store.contacts.lines(ContactFilter(search="acme"))] == ["Ann Lee", "Bo Ek"]
    assert store.contacts.lines(ContactFilter(search="acme inc")) == []
    assert [note.text for note in store.research.on_organisation(keep)] == ["Founded 1901"]
    store.undo()
    assert dump(store) == before
    with pytest.raises(ValueError, match="itself"), store.action("Merge"):
        store.organisations.merge(keep, keep)
    with pytest.raises(KeyError), store.action("Merge"):
        store.organisations.merge(keep, 99)
