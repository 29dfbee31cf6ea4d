"""People read from files become contacts: all of them in one step of undo, or none.

Whoever is there already is skipped, with the reason; nobody is merged or lost in silence.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from desktop.core.contact import Contact, Source
from desktop.core.duplicates import is_same_person, reached_by
from desktop.core.incoming import ImportReport, Incoming, Reading, Skipped
from desktop.core.text import fold
from desktop.store.store import Store

_CHUNK = 500  # people looked up or written at once


def judge(store: Store, people: Sequence[Incoming]) -> list[str]:
    """For each person why the import would skip them, as a sentence; empty for someone new.

    Skipped is who stands word for word further up in the files, and who shares the name and a way to be reached with a
    contact that is there already (`core.duplicates`).
    """
    reasons: list[str] = []
    seen: set[Contact] = set()
    for start in range(0, len(people), _CHUNK):
        chunk = [person.contact for person in people[start : start + _CHUNK]]
        names = [fold(contact.name) for contact in chunk]
        there = store.contacts.reached_by_names(names)
        for name, contact in zip(names, chunk, strict=True):
            reasons.append(_reason(contact, there.get(name, ()), seen))
            seen.add(contact)
    return reasons


def _reason(contact: Contact, there: Sequence[frozenset[str]], seen: set[Contact]) -> str:
    if contact in seen:
        return f"{contact.name} stands in these files before, word for word."
    if there:
        mine = reached_by(contact)
        if any(is_same_person(mine, other) for other in there):
            return f"{contact.name} is among your contacts already."
    return ""


def add_people(
    store: Store,
    reading: Reading,
    report: Callable[[int, int], None] | None = None,
    name: str = "Import contacts",
) -> ImportReport:
    """Store everyone read who is not there yet, as one action called `name`.

    `report(done, total)` counts people and may raise to stop: then nothing has changed.

    Raises:
        StoreError: if it could not be written; nothing was.
    """
    today = store.clock().astimezone().date()
    with store.action(name):
        reasons = judge(store, reading.people)
        fresh = [person for person, reason in zip(reading.people, reasons, strict=True) if not reason]
        for start in range(0, len(fresh), _CHUNK):
            if report is not None:
                report(start, len(fresh))
            store.contacts.add_all([_as_contact(person, today) for person in fresh[start : start + _CHUNK]])
        if report is not None:
            report(len(fresh), len(fresh))
    left_out = (
        Skipped(person.file, person.line, reason)
        for person, reason in zip(reading.people, reasons, strict=True)
        if reason
    )
    return ImportReport(len(fresh), 0, (*reading.skipped, *left_out))


def _as_contact(person: Incoming, today: date) -> Contact:
    """The person with where and when they were found; who stands in the user's own address book is someone known."""
    contact = person.contact
    return replace(
        contact,
        source=contact.source or Source.KNOWN,
        source_detail=contact.source_detail or person.file,
        found_on=contact.found_on or today,
    )
