"""Research: notes on an organisation are there for all of its contacts, notes on a person for that one."""

from datetime import date

import pytest

from desktop.core.contact import Contact
from desktop.core.organisation import ResearchNote, Subject
from desktop.store.store import Store


@pytest.fixture
def people(store: Store) -> dict[str, int]:
    with store.action("Set up"):
        return {
            "ada": store.contacts.add(Contact(name="Ada", organisation="Acme")),
            "bo": store.contacts.add(Contact(name="Bo", organisation="Acme")),
            "cy": store.contacts.add(Contact(name="Cy")),
        }


def note(store: Store, contact_id: int, text: str, subject: Subject = Subject.ORGANISATION) -> int:
    with store.action("Add note"):
        return store.research.add(contact_id, ResearchNote(subject=subject, text=text))


def texts(store: Store, contact_id: int) -> list[str]:
    return [found.text for found in store.research.for_contact(contact_id)]


def test_notes_on_the_organisation_and_its_industry_are_shared(store: Store, people: dict[str, int]) -> None:
    note(store, people["ada"], "Founded in 1931")
    note(store, people["bo"], "Steel is dear", Subject.INDUSTRY)
    note(store, people["ada"], "Plays chess", Subject.PERSON)
    note(store, people["cy"], "Works alone")
    assert texts(store, people["ada"]) == ["Founded in 1931", "Steel is dear", "Plays chess"]
    assert texts(store, people["bo"]) == ["Founded in 1931", "Steel is dear"]
    assert texts(store, people["cy"]) == ["Works alone"]
    acme = store.organisations.all()[0].id
    assert [found.text for found in store.research.on_organisation(acme)] == ["Founded in 1931", "Steel is dear"]
    assert texts(store, 99) == []


def test_a_note_keeps_everything_and_can_be_changed(store: Store, people: dict[str, int]) -> None:
    with store.action("Add note"):
        acme = store.organisations.all()[0].id
        key = store.research.add_on_organisation(
            acme, ResearchNote(text="A", address="https://a", read_on=date(2026, 1, 2))
        )
    assert store.research.find(key) == ResearchNote(
        key, Subject.ORGANISATION, "A", "https://a", date(2026, 1, 2), organisation_id=acme
    )
    with store.action("Edit note"):
        store.research.update(key, text="B", address="", read_on=None, subject=Subject.INDUSTRY)
    assert store.research.find(key) == ResearchNote(key, Subject.INDUSTRY, "B", organisation_id=acme)


def test_a_deleted_note_is_gone_for_everyone_until_undone(store: Store, people: dict[str, int]) -> None:
    key = note(store, people["ada"], "Founded in 1931")
    with store.action("Delete note"):
        store.research.delete(key)
    assert (store.research.find(key), texts(store, people["bo"])) == (None, [])
    store.undo()
    assert texts(store, people["bo"]) == ["Founded in 1931"]


def test_who_changes_the_organisation_sees_the_new_ones_notes(store: Store, people: dict[str, int]) -> None:
    note(store, people["ada"], "Founded in 1931")
    with store.action("Edit"):
        store.contacts.update(people["cy"], organisation="acme")
        store.contacts.update(people["bo"], organisation="Other")
    assert texts(store, people["cy"]) == ["Founded in 1931"]
    assert texts(store, people["bo"]) == []
