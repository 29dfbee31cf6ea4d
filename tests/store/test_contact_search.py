"""Search finds people by what was written to them and found about them, and says where."""

import string

import pytest

from desktop.core.contact import ContactFilter
from desktop.core.message import Message
from desktop.core.organisation import ResearchNote, Subject
from desktop.store.store import Store


def found(store: Store, search: str) -> list[str]:
    return [line.name for line in store.contacts.lines(ContactFilter(search=search))]


def test_a_message_is_found_while_it_is_there(store: Store, waterworks: dict[str, int]) -> None:
    with store.action("Write"):
        message = store.messages.add(Message(contact_id=waterworks["Carla"], subject="Dämme", text="Über Søren"))
    assert found(store, "damme soren") == ["Carla"]
    with store.action("Write on"):
        store.messages.update(message, text="Über Flüsse")
    assert found(store, "soren") == []
    assert found(store, "flusse") == ["Carla"]
    store.undo()
    assert found(store, "soren") == ["Carla"]
    with store.action("Delete"):
        store.messages.delete(message)
    assert found(store, "soren") == []
    store.undo()
    assert found(store, "soren") == ["Carla"]
    assert store.check() == []


def test_research_on_an_organisation_finds_all_who_work_there_and_on_a_person_that_one(
    store: Store, waterworks: dict[str, int]
) -> None:
    with store.action("Note"):
        store.research.add(waterworks["Ben Ito"], ResearchNote(text="Filters of sand"))
        on_person = store.research.add(
            waterworks["Łucja Nowak"], ResearchNote(subject=Subject.PERSON, text="Plays the cello")
        )
    assert found(store, "sand") == ["Ben Ito", "Łucja Nowak"]
    assert found(store, "cell") == ["Łucja Nowak"]
    assert found(store, "ello") == []  # beginnings of words only
    with store.action("Note"):
        store.research.update(on_person, text="Plays the flute")
    assert (found(store, "cello"), found(store, "flute")) == ([], ["Łucja Nowak"])


def test_words_may_stand_in_different_places(store: Store, waterworks: dict[str, int]) -> None:
    with store.action("Fill"):
        store.messages.add(Message(contact_id=waterworks["Ben Ito"], text="About valves"))
        store.contacts.update(waterworks["Ben Ito"], tags=("kind",))
    assert found(store, "ito valves kind water") == ["Ben Ito"]


@pytest.mark.parametrize("sign", [*string.punctuation, "C++", "a-b", '"x', "'; --", "(x)", "NOT", "x*", "é^2"])
def test_every_sign_is_literal_in_messages_and_research_too(
    store: Store, waterworks: dict[str, int], sign: str
) -> None:
    assert found(store, f"zz{sign}") == []
    with store.action("Fill"):
        store.messages.add(Message(contact_id=waterworks["Carla"], text=f"one {sign} zz{sign} two"))
        store.research.add(waterworks["Ben Ito"], ResearchNote(subject=Subject.PERSON, text=f"zz{sign}"))
    assert found(store, f"zz{sign}") == ["Ben Ito", "Carla"]
    assert "Carla" in found(store, sign)
