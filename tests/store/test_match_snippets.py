"""Where a word was found that a contact's name does not hold."""

import pytest

from desktop.core.contact import Contact, ContactFilter, Detail
from desktop.core.message import Message
from desktop.core.organisation import ResearchNote, Subject
from desktop.core.people.search import Found, FoundIn
from desktop.store.store import Store


@pytest.fixture
def people(store: Store) -> dict[str, int]:
    with store.action("Fill"):
        return {
            name: store.contacts.add(Contact(name=name, organisation=place))
            for name, place in (("Łucja Nowak", "City Waterworks"), ("Ben Ito", "City Waterworks"), ("Carla", ""))
        }


def found(store: Store, search: str) -> list[str]:
    return [line.name for line in store.contacts.lines(ContactFilter(search=search))]


def why(store: Store, search: str, contact_id: int) -> Found | None:
    return store.contacts.found_in(search, [contact_id]).get(contact_id)


def test_it_is_said_where_a_word_was_found(store: Store, people: dict[str, int]) -> None:
    with store.action("Fill"):
        store.messages.add(Message(contact_id=people["Carla"], text="Thank you for the tour of the dam"))
        store.contacts.update(
            people["Ben Ito"], notes="Dam inspector", emails=(Detail("ben@dam.example"),), tags=("dams",)
        )
        store.research.add(people["Łucja Nowak"], ResearchNote(subject=Subject.PERSON, text="Built the old dam"))
    assert why(store, "dam", people["Carla"]) == Found(FoundIn.MESSAGE, "…dam")
    assert why(store, "dam", people["Ben Ito"]) == Found(FoundIn.NOTES, "Dam inspector")
    assert why(store, "dams", people["Ben Ito"]) == Found(FoundIn.TAG, "dams")
    assert why(store, "ben@", people["Ben Ito"]) == Found(FoundIn.DETAIL, "ben@dam.example")
    assert why(store, "nowak dam", people["Łucja Nowak"]) == Found(FoundIn.RESEARCH, "…dam")
    assert why(store, "nowak", people["Łucja Nowak"]) is None
    assert why(store, "", people["Carla"]) is None
