"""What a card held that has no place in a contact, and the photo: kept with the contact, through undo and change."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.core.contact import CardProperty, Contact, Photo
from desktop.store.store import Store

BIRTHDAY = CardProperty("BDAY", "19800412")
DATE = CardProperty("X-ABDATE", "2001-05-06", "TYPE=pref", "item1")
LABEL = CardProperty("X-ABLABEL", "First met", "", "item1")
PHOTO = Photo("image/png", b"\x89PNG\0\xff")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "data") as opened:
        yield opened


def add(store: Store, *contacts: Contact) -> range:
    with store.action("Add"):
        return store.contacts.add_all(contacts)


def cards(store: Store) -> list[Contact]:
    return list(store.contacts.with_cards(store.contacts.every()))


def test_what_a_card_held_comes_back_when_it_is_asked_for_only(store: Store) -> None:
    add(store, Contact(name="Ann", properties=(LABEL, DATE, BIRTHDAY), photo=PHOTO), Contact(name="Bo"))
    assert [contact.properties for contact in store.contacts.every()] == [(), ()]
    ann, bo = cards(store)
    assert (ann.properties, ann.photo) == ((LABEL, DATE, BIRTHDAY), PHOTO)
    assert (bo.properties, bo.photo) == ((), None)


def test_a_change_elsewhere_leaves_them_alone(store: Store) -> None:
    (ann,) = add(store, Contact(name="Ann", properties=(DATE,), photo=PHOTO))
    with store.action("Change"):
        store.contacts.update(ann, name="Anna", notes="x")
    (changed,) = cards(store)
    assert (changed.name, changed.properties, changed.photo) == ("Anna", (DATE,), PHOTO)


def test_they_can_be_changed_taken_away_and_brought_back(store: Store) -> None:
    (ann,) = add(store, Contact(name="Ann", properties=(DATE, LABEL), photo=PHOTO))
    with store.action("Change"):
        store.contacts.update(ann, properties=(BIRTHDAY,))
    assert (cards(store)[0].properties, cards(store)[0].photo) == ((BIRTHDAY,), PHOTO)
    with store.action("Remove photo"):
        store.contacts.update(ann, photo=None)
    assert (cards(store)[0].properties, cards(store)[0].photo) == ((BIRTHDAY,), None)
    store.undo()
    store.undo()
    assert (cards(store)[0].properties, cards(store)[0].photo) == ((DATE, LABEL), PHOTO)


def test_a_thousand_are_read_in_order(store: Store) -> None:
    add(store, *[Contact(name=f"P{n:04}", properties=(CardProperty("X-N", str(n)),)) for n in range(1200)])
    assert [contact.properties[0].value for contact in cards(store)] == [str(n) for n in range(1200)]
