"""Contacts read for writing them out: whole, some at a time, however many there are."""

from collections.abc import Iterator, Sequence

from desktop.core.contact import EVERYONE, Contact, ContactFilter
from desktop.core.export.contact_export import ContactRecord, MeetingRecord
from desktop.store.contact_list import ContactList
from desktop.store.contact_reading import whole
from desktop.store.store import Store

_CHUNK = 500


def ids(store: Store, wanted: ContactFilter = EVERYONE) -> list[int]:
    """The ids a filter leaves, by name."""
    return ContactList(store.database, store.clock).ids(wanted)


def contacts(store: Store, wanted: Sequence[int], cards: bool = False) -> Iterator[Contact]:
    """The contacts of these ids, in their order; who is gone meanwhile is left out.

    With `cards` they have the photos and the properties that came with their cards.
    """
    found = _found(store, wanted)
    return store.contacts.with_cards(found) if cards else found


def _found(store: Store, wanted: Sequence[int]) -> Iterator[Contact]:
    for start in range(0, len(wanted), _CHUNK):
        part = wanted[start : start + _CHUNK]
        found = {contact.id: contact for contact in whole(store.database.connection(), part)}
        yield from (found[key] for key in part if key in found)


def record(store: Store, contact: Contact, history: bool = True) -> ContactRecord:
    """A contact with everything that belongs to it; without `history` only who named it."""
    referrer = store.contacts.find(contact.referrer_id) if contact.referrer_id else None
    named = referrer.name if referrer is not None else ""
    if not history:
        return ContactRecord(contact, named)
    lines = store.meetings.of_contact(contact.id)
    meetings = [meeting for line in lines if (meeting := store.meetings.find(line.id)) is not None]
    return ContactRecord(
        contact,
        named,
        tuple(store.messages.of_contact(contact.id)),
        tuple(
            MeetingRecord(each, (*store.meetings.questions(each.id), *store.meetings.unplanned(each.id)))
            for each in meetings
        ),
        tuple(store.promises.of_contact(contact.id)),
        tuple(store.research.for_contact(contact.id)),
    )
