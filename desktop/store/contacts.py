"""Contacts in the store: one contact read, added, changed, deleted, restored; several at once."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from desktop.core.contact import EVERYONE, Contact, ContactFilter, ContactLine, ContactSort, Detail, Stage, at_least
from desktop.core.text import fold, one_line
from desktop.store.contact_list import ContactList
from desktop.store.database import StoreDatabase
from desktop.store.organisations import find_or_create, search_name
from desktop.store.tables import (
    ContactDetailRow,
    ContactDirectionRow,
    ContactRow,
    ContactTagRow,
    OrganisationRow,
)

DETAILS = {"emails": "email", "phones": "phone", "links": "link", "addresses": "address"}
_CHUNK = 500  # rows fetched at once where many contacts are read


class Contacts:
    """The people the user talks to or wants to."""

    def __init__(self, database: StoreDatabase, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock
        self._list = ContactList(database, clock)

    # -- reading ----------------------------------------------------------------------------------------------------

    def find(self, contact_id: int) -> Contact | None:
        """One contact whole, `None` if it is gone or deleted."""
        return next(iter(self._whole([contact_id])), None)

    def every(self, wanted: ContactFilter = EVERYONE) -> Iterator[Contact]:
        """All contacts of a filter by name, whole, a few hundred at a time."""
        ids = self._list.ids(wanted)
        for start in range(0, len(ids), _CHUNK):
            yield from self._whole(ids[start : start + _CHUNK])

    def count(self, wanted: ContactFilter = EVERYONE) -> int:
        """How many contacts the filter leaves."""
        return self._list.count(wanted)

    def lines(
        self,
        wanted: ContactFilter = EVERYONE,
        sort: ContactSort = ContactSort.NAME,
        descending: bool = False,
        offset: int = 0,
        limit: int = 200,
    ) -> list[ContactLine]:
        """A window of the list, as light rows."""
        return self._list.lines(wanted, sort, descending, offset, limit)

    def row_of(
        self, contact_id: int, wanted: ContactFilter, sort: ContactSort = ContactSort.NAME, descending: bool = False
    ) -> int | None:
        """At which row of the list a contact stands, `None` if the filter hides it."""
        return self._list.row_of(contact_id, wanted, sort, descending)

    def deleted(self) -> list[ContactLine]:
        """What was deleted and can still be restored, last deleted first."""
        return self._list.deleted()

    def tags(self) -> list[str]:
        """Every tag in use, in the alphabet."""
        rows = (
            ContactTagRow.select(ContactTagRow.tag).join(ContactRow).where(ContactRow.deleted_at.is_null()).distinct()
        )
        return sorted((row.tag for row in rows), key=fold)

    def _whole(self, ids: Sequence[int]) -> list[Contact]:
        rows = (
            ContactRow.select(ContactRow, OrganisationRow.name.alias("organisation_name"))
            .left_outer_join(OrganisationRow)
            .where(ContactRow.id.in_(ids), ContactRow.deleted_at.is_null())
            .objects()
        )
        found = {row.id: row for row in rows}
        details: dict[tuple[int, str], list[Detail]] = {}
        wanted = ContactDetailRow.select().where(ContactDetailRow.contact.in_(ids))
        for row in wanted.order_by(ContactDetailRow.position, ContactDetailRow.id):
            details.setdefault((row.contact_id, row.kind), []).append(Detail(row.value, row.label))
        tags: dict[int, list[str]] = {}
        for row in ContactTagRow.select().where(ContactTagRow.contact.in_(ids)).order_by(ContactTagRow.id):
            tags.setdefault(row.contact_id, []).append(row.tag)
        directions: dict[int, list[int]] = {}
        for row in ContactDirectionRow.select().where(ContactDirectionRow.contact.in_(ids)):
            directions.setdefault(row.contact_id, []).append(row.direction_id)
        return [
            _to_contact(found[key], details, tuple(tags.get(key, ())), tuple(directions.get(key, ())))
            for key in ids
            if key in found
        ]

    # -- changing (inside `store.action`) ---------------------------------------------------------------------------

    def add(self, contact: Contact) -> int:
        """Store a new contact and return its id. Its organisation is found by name or made."""
        now = self._clock()
        name = one_line(contact.name)
        organisation_id = contact.organisation_id or find_or_create(contact.organisation, now)
        contact_id = int(
            ContactRow.insert(
                name=name,
                sort_key=fold(name),
                search_name=search_name(name, contact.organisation, contact.role),
                search_words=search_words(contact),
                pronounced=contact.pronounced,
                role=contact.role,
                organisation=organisation_id,
                source=contact.source,
                source_detail=contact.source_detail,
                found_on=contact.found_on,
                referrer=contact.referrer_id,
                may_use_name=contact.may_use_name,
                time_zone=contact.time_zone,
                comfort=contact.comfort,
                warm_line=contact.warm_line,
                notes=contact.notes,
                stage=contact.stage,
                stage_reason=contact.stage_reason,
                created_at=now,
            ).execute()
        )
        for field, kind in DETAILS.items():
            _replace_details(contact_id, kind, getattr(contact, field))
        _replace_tags(contact_id, contact.tags)
        _replace_directions(contact_id, contact.directions)
        return contact_id

    def update(self, contact_id: int, **fields: Any) -> None:
        """Change fields of `Contact`; `organisation` is given by name.

        Raises:
            KeyError: if the contact is gone.
        """
        before = self.find(contact_id)
        if before is None:
            raise KeyError(contact_id)
        columns: dict[str, Any] = {}
        for field, value in fields.items():
            if field in DETAILS:
                _replace_details(contact_id, DETAILS[field], value)
            elif field == "tags":
                _replace_tags(contact_id, value)
            elif field == "directions":
                _replace_directions(contact_id, value)
            elif field == "organisation":
                columns["organisation"] = find_or_create(value, self._clock())
            elif field == "referrer_id":
                columns["referrer"] = value
            else:
                columns[field] = one_line(value) if field in ("name", "role") else value
        if "name" in columns:
            columns["sort_key"] = fold(columns["name"])
        if columns:
            ContactRow.update(columns).where(ContactRow.id == contact_id).execute()
        self._refresh_search(contact_id)

    def reached(self, contact_id: int, stage: Stage) -> None:
        """Move a contact on to a stage; one that is further along already stays."""
        row = ContactRow.get_by_id(contact_id)
        moved = at_least(row.stage, stage)
        if moved is not row.stage:
            ContactRow.update(stage=moved, stage_reason="").where(ContactRow.id == contact_id).execute()

    def delete(self, ids: Iterable[int]) -> None:
        """Mark contacts as deleted: they are hidden with their meetings, and can be restored for thirty days."""
        ContactRow.update(deleted_at=self._clock()).where(ContactRow.id.in_(list(ids))).execute()

    def restore(self, ids: Iterable[int]) -> None:
        """Bring deleted contacts back, links and all."""
        ContactRow.update(deleted_at=None).where(ContactRow.id.in_(list(ids))).execute()

    def tag(self, ids: Iterable[int], tag: str) -> None:
        """Give several contacts one more tag."""
        for contact_id in ids:
            tags = [row.tag for row in ContactTagRow.select().where(ContactTagRow.contact == contact_id)]
            if tag not in tags:
                ContactTagRow.insert(contact=contact_id, tag=tag).execute()
                self._refresh_search(contact_id)

    def direct(self, ids: Iterable[int], direction_id: int) -> None:
        """Put several contacts under one more direction."""
        for contact_id in ids:
            there = (ContactDirectionRow.contact == contact_id) & (ContactDirectionRow.direction == direction_id)
            if not ContactDirectionRow.select().where(there).exists():
                ContactDirectionRow.insert(contact=contact_id, direction=direction_id).execute()

    def _refresh_search(self, contact_id: int) -> None:
        contact = self.find(contact_id)
        assert contact is not None
        named = search_name(contact.name, contact.organisation, contact.role)
        worded = search_words(contact)
        changed = (ContactRow.search_name != named) | (ContactRow.search_words != worded)
        ContactRow.update(search_name=named, search_words=worded).where(ContactRow.id == contact_id, changed).execute()


def search_words(contact: Contact) -> str:
    """The folded words that search finds by their beginning: everything written about the contact but the name."""
    details = [detail.value for field in DETAILS for detail in getattr(contact, field)]
    return fold(" ".join([contact.notes, contact.warm_line, contact.source_detail, *contact.tags, *details]))


def _to_contact(
    row: ContactRow, details: dict[tuple[int, str], list[Detail]], tags: tuple[str, ...], directions: tuple[int, ...]
) -> Contact:
    by_field = {field: tuple(details.get((row.id, kind), ())) for field, kind in DETAILS.items()}
    return Contact(
        id=row.id,
        name=row.name,
        pronounced=row.pronounced,
        role=row.role,
        organisation=row.organisation_name or "",
        organisation_id=row.organisation_id,
        **by_field,
        directions=directions,
        tags=tags,
        source=row.source,
        source_detail=row.source_detail,
        found_on=row.found_on,
        referrer_id=row.referrer_id,
        may_use_name=row.may_use_name,
        time_zone=row.time_zone,
        comfort=row.comfort,
        warm_line=row.warm_line,
        notes=row.notes,
        stage=row.stage,
        stage_reason=row.stage_reason,
        created_at=row.created_at,
    )


def _replace_details(contact_id: int, kind: str, details: Iterable[Detail]) -> None:
    there = (ContactDetailRow.contact == contact_id) & (ContactDetailRow.kind == kind)
    ContactDetailRow.delete().where(there).execute()
    for position, detail in enumerate(details):
        if detail.value.strip():
            ContactDetailRow.insert(
                contact=contact_id, kind=kind, label=detail.label, value=detail.value.strip(), position=position
            ).execute()


def _replace_tags(contact_id: int, tags: Iterable[str]) -> None:
    ContactTagRow.delete().where(ContactTagRow.contact == contact_id).execute()
    for tag in dict.fromkeys(one_line(tag) for tag in tags):
        if tag:
            ContactTagRow.insert(contact=contact_id, tag=tag).execute()


def _replace_directions(contact_id: int, directions: Iterable[int]) -> None:
    ContactDirectionRow.delete().where(ContactDirectionRow.contact == contact_id).execute()
    for direction_id in dict.fromkeys(directions):
        ContactDirectionRow.insert(contact=contact_id, direction=direction_id).execute()
