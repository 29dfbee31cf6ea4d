"""Contacts who may be one person: added, and found in pairs."""

from typing import Any

from desktop.core.contact import Contact, Detail
from desktop.store.store import Store


def add(store: Store, name: str, organisation: str = "", email: str = "", **fields: Any) -> int:
    emails = (Detail(email),) if email else ()
    with store.action("Add"):
        return store.contacts.add(Contact(name=name, organisation=organisation, emails=emails, **fields))


def pairs(store: Store) -> list[tuple[str, str]]:
    return [(pair.first.name, pair.second.name) for pair in store.duplicates.find()]
