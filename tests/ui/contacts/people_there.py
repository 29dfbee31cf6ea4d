"""People who are there before a page is shown."""

from desktop.core.contact import Contact
from desktop.store.store import Store


def add(store: Store, *contacts: Contact) -> list[int]:
    with store.action("Add"):
        return list(store.contacts.add_all(contacts))
