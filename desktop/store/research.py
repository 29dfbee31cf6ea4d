"""Research notes in the store: on an organisation and its industry, shared by its contacts, and on a person."""

from collections.abc import Callable
from datetime import datetime
from typing import Unpack

from peewee import Expression

from desktop.core.organisation import ResearchNote, ResearchNoteChanges, Subject
from desktop.core.text import fold
from desktop.store.file.database import StoreDatabase
from desktop.store.tables import ContactRow, ResearchNoteRow
from desktop.store.tables.rows import columns_of

_COLUMNS = columns_of(ResearchNoteRow, ResearchNote)


class Research:
    """What was found beforehand."""

    def __init__(self, database: StoreDatabase, clock: Callable[[], datetime]) -> None:
        self._peewee = database.peewee
        self._clock = clock

    def on_organisation(self, organisation_id: int) -> list[ResearchNote]:
        """Notes on an organisation and its industry, in the order they were written."""
        return self._notes(ResearchNoteRow.organisation == organisation_id)

    def for_contact(self, contact_id: int) -> list[ResearchNote]:
        """Everything found that serves a talk with this contact: on their organisation, its industry, and them."""
        contact = ContactRow.select().where(ContactRow.id == contact_id).first(self._peewee)
        if contact is None:
            return []
        mine = ResearchNoteRow.contact == contact_id
        if contact.organisation_id is not None:
            mine |= ResearchNoteRow.organisation == contact.organisation_id
        return self._notes(mine)

    def find(self, note_id: int) -> ResearchNote | None:
        """One note, `None` if it is gone."""
        return next(iter(self._notes(ResearchNoteRow.id == note_id)), None)

    def add(self, contact_id: int, note: ResearchNote) -> int:
        """Store a note found for a contact and return its id.

        A note on the organisation or the industry goes to the contact's organisation, so that its other contacts have
        it too; without an organisation it stays with the contact.
        """
        contact = ContactRow.select().where(ContactRow.id == contact_id).get(self._peewee)
        organisation_id = contact.organisation_id
        shared = note.subject is not Subject.PERSON and organisation_id is not None
        return self._insert(note, organisation_id if shared else None, None if shared else contact_id)

    def add_on_organisation(self, organisation_id: int, note: ResearchNote) -> int:
        """Store a note on an organisation itself and return its id."""
        return self._insert(note, organisation_id, None)

    def _insert(self, note: ResearchNote, organisation_id: int | None, contact_id: int | None) -> int:
        return int(
            ResearchNoteRow.insert(
                subject=note.subject,
                text=note.text,
                address=note.address,
                read_on=note.read_on,
                organisation=organisation_id,
                contact=contact_id,
                created_at=self._clock(),
                search_text=_search_text(note.text, note.address),
            ).execute(self._peewee)
        )

    def update(self, note_id: int, **changes: Unpack[ResearchNoteChanges]) -> None:
        """Change the text, address, day or subject of a note."""
        this = ResearchNoteRow.id == note_id
        ResearchNoteRow.update(changes).where(this).execute(self._peewee)
        row = ResearchNoteRow.select().where(this).first(self._peewee)
        if row is not None and row.search_text != (searched := _search_text(row.text, row.address)):
            ResearchNoteRow.update(search_text=searched).where(this).execute(self._peewee)

    def delete(self, note_id: int) -> None:
        """Mark a note as deleted; it leaves every brief that is not printed yet."""
        ResearchNoteRow.mark(self._peewee, note_id, self._clock())

    def _notes(self, condition: Expression) -> list[ResearchNote]:
        rows = ResearchNoteRow.select(*_COLUMNS).where(condition, ResearchNoteRow.deleted_at.is_null())
        found = rows.order_by(ResearchNoteRow.id).tuples().execute(self._peewee)
        return [ResearchNote(*values) for values in found]


def _search_text(text: str, address: str) -> str:
    return fold(f"{text} {address}")
