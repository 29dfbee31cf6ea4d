"""Contacts in the store: one contact read, added, changed, deleted, restored; several at once."""

from collections.abc import Callable, Iterable, Iterator, Sequence, Sized
from datetime import datetime
from typing import Any

from desktop.core.contact import EVERYONE, Contact, ContactFilter, ContactLine, ContactSort, Detail, Stage, at_least
from desktop.core.duplicates import reach
from desktop.core.text import fold, one_line
from desktop.store import contact_writing as writing
from desktop.store.contact_list import ContactList
from desktop.store.contact_writing import DETAILS
from desktop.store.database import StoreDatabase
from desktop.store.fields import moment_text
from desktop.store.organisations import find_or_create, search_name
from desktop.store.tables import (
    ContactDetailRow,
    ContactDirectionRow,
    ContactRow,
    ContactTagRow,
    OrganisationRow,
)

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

    def reached_by_names(self, names: Iterable[str]) -> dict[str, list[frozenset[str]]]:
        """By folded name, for each contact of that name the addresses and numbers it is reached by.

        As `core.duplicates.reached_by` gives them; names nobody has are left out. At most some hundred names.
        """
        wanted = list(set(names))
        connection = self._database.connection()
        people: list[Any] = connection.execute(
            f"select sort_key, id from contact where deleted_at is null and sort_key in ({_places(wanted)})", wanted
        ).fetchall()
        reached: dict[int, set[str]] = {contact_id: set() for _, contact_id in people}
        details: list[Any] = connection.execute(
            "select contact_id, kind, value from contact_detail where kind in ('email', 'phone') "
            f"and contact_id in ({_places(reached)})",
            list(reached),
        ).fetchall()
        for contact_id, kind, value in details:
            if key := reach(kind, value):
                reached[contact_id].add(key)
        found: dict[str, list[frozenset[str]]] = {}
        for name, contact_id in people:
            found.setdefault(name, []).append(frozenset(reached[contact_id]))
        return found

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
        return self.add_all((contact,))[0]

    def add_all(self, contacts: Sequence[Contact]) -> range:
        """Store new contacts, many at once, and return their ids in the same order."""
        return writing.insert(self._database.connection(), contacts, self._clock())

    def update(self, contact_id: int, **fields: Any) -> None:
        """Change fields of `Contact`; `organisation` is given by name.

        Raises:
            KeyError: if the contact is gone.
        """
        before = self.find(contact_id)
        if before is None:
            raise KeyError(contact_id)
        connection = self._database.connection()
        columns: dict[str, Any] = {}
        for field, value in fields.items():
            if field in DETAILS:
                writing.replace_details(connection, contact_id, DETAILS[field], value)
            elif field == "tags":
                writing.replace_tags(connection, contact_id, value)
            elif field == "directions":
                writing.replace_directions(connection, contact_id, value)
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
        self._refresh_search([contact_id])

    def reached(self, contact_id: int, stage: Stage) -> None:
        """Move a contact on to a stage; one that is further along already stays."""
        row = ContactRow.get_by_id(contact_id)
        moved = at_least(row.stage, stage)
        if moved is not row.stage:
            ContactRow.update(stage=moved, stage_reason="").where(ContactRow.id == contact_id).execute()

    def delete(self, ids: Iterable[int]) -> None:
        """Mark contacts as deleted: they are hidden with their meetings, and can be restored for thirty days."""
        self._mark(ids, moment_text(self._clock()))

    def restore(self, ids: Iterable[int]) -> None:
        """Bring deleted contacts back, links and all."""
        self._mark(ids, None)

    def _mark(self, ids: Iterable[int], deleted_at: str | None) -> None:
        rows = [(deleted_at, contact_id) for contact_id in ids]
        self._database.connection().executemany("update contact set deleted_at = ? where id = ?", rows)

    def tag(self, ids: Iterable[int], tag: str) -> None:
        """Give several contacts one more tag."""
        tag, chosen = one_line(tag), list(ids)
        there = "select 1 from contact_tag where contact_id = :id and tag = :tag"
        self._database.connection().executemany(
            f"insert into contact_tag (contact_id, tag) select :id, :tag where not exists ({there})",
            [{"id": contact_id, "tag": tag} for contact_id in chosen],
        )
        self._refresh_search(chosen)

    def direct(self, ids: Iterable[int], direction_id: int) -> None:
        """Put several contacts under one more direction."""
        there = "select 1 from contact_direction where contact_id = :id and direction_id = :direction"
        self._database.connection().executemany(
            "insert into contact_direction (contact_id, direction_id) "
            f"select :id, :direction where not exists ({there})",
            [{"id": contact_id, "direction": direction_id} for contact_id in ids],
        )

    def _refresh_search(self, ids: Sequence[int]) -> None:
        for start in range(0, len(ids), _CHUNK):
            rows = [
                (
                    search_name(contact.name, contact.organisation, contact.role),
                    writing.search_words(contact),
                    contact.id,
                )
                for contact in self._whole(ids[start : start + _CHUNK])
            ]
            self._database.connection().executemany(
                "update contact set search_name = ?1, search_words = ?2 "
                "where id = ?3 and (search_name <> ?1 or search_words <> ?2)",
                rows,
            )


def _places(values: Sized) -> str:
    return ", ".join("?" * len(values))


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
