"""Where a word was found that a contact's name does not hold."""

from desktop.core.contact import ContactFilter, Detail
from desktop.core.message import Message
from desktop.core.organisation import ResearchNote, Subject
from desktop.core.people.search import FoundIn, SearchHit
from desktop.store.store import Store


def found(store: Store, search: str) -> list[str]:
    return [line.name for line in store.contacts.lines(ContactFilter(search=search))]


def why(store: Store, search: str, contact_id: int) -> SearchHit | None:
    return store.contacts.found_in(search, [contact_id]).get(contact_id)


def test_it_is_said_where_a_word_was_found(store: Store, waterworks: dict[str, int]) -> None:
    with store.action("Fill"):
        store.messages.add(Message(contact_id=waterworks["Carla"], text="Thank you for the tour of the dam"))
        store.contacts.update(
            waterworks["Ben Ito"], notes="Dam inspector", emails=(Detail("ben@dam.example"),), tags=("dams",)
        )
        store.research.add(waterworks["Łucja Nowak"], ResearchNote(subject=Subject.PERSON, text="Built the old dam"))
    assert why(store, "dam", waterworks["Carla"]) == SearchHit(FoundIn.MESSAGE, "…dam")
    assert why(store, "dam", waterworks["Ben Ito"]) == SearchHit(FoundIn.NOTES, "Dam inspector")
    assert why(store, "dams", waterworks["Ben Ito"]) == SearchHit(FoundIn.TAG, "dams")
    assert why(store, "ben@", waterworks["Ben Ito"]) == SearchHit(FoundIn.DETAIL, "ben@dam.example")
    assert why(store, "nowak dam", waterworks["Łucja Nowak"]) == SearchHit(FoundIn.RESEARCH, "…dam")
    assert why(store, "nowak", waterworks["Łucja Nowak"]) is None
    assert why(store, "", waterworks["Carla"]) is None
