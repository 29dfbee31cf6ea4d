"""Contacts added, changed and found as a user does."""

from typing import Any

from desktop.core.contact import Contact, ContactFilter
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
