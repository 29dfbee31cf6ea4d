"""Organisations in the store."""

import json
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

import apsw

from desktop.core.organisation import Organisation, OrganisationLine
from desktop.core.text import fold, one_line
from desktop.store.database import StoreDatabase
from desktop.store.fields import moment_text
from desktop.store.tables import OrganisationRow


def find_or_create(connection: apsw.Connection, name: str, now: datetime) -> tuple[int | None, str]:
    """Id and name of the organisation of that name (case and accents aside), made where it is missing.

    `None` and an empty name for a name that is empty.
    """
    name = one_line(name)
    folded = fold(name)
    if not folded:
        return None, ""
    found: Any = connection.execute(
        "select id, name from organisation where folded = ? and deleted_at is null order by id limit 1", (folded,)
    ).fetchone()
    if found:
        return found[0], found[1]
    insert = "insert into organisation (name, folded, created_at) values (?, ?, ?) returning id"
    made: Any = connection.execute(insert, (name, folded, moment_text(now))).get
    return made, name


def find_or_create_all(
    connection: apsw.Connection, names: Sequence[str], now: datetime
) -> list[tuple[int | None, str]]:
    """The same for many names, most of them looked up at once."""
    folded = [fold(name) for name in names]
    rows: list[Any] = connection.execute(
        "select folded, id, name from organisation where deleted_at is null "
        "and folded in (select value from json_each(?)) order by id desc",
        (json.dumps(list(set(folded))),),
    ).fetchall()
    known: dict[str, tuple[int | None, str]] = {key: (found, name) for key, found, name in rows}
    for key, name in zip(folded, names, strict=True):
        if key not in known:
            known[key] = find_or_create(connection, name, now)
    return [known[key] for key in folded]


def place(connection: apsw.Connection, contact_id: int, name: str, now: datetime) -> tuple[int | None, str]:
    """The same for what a contact's user has typed: where nobody else is in it, its spelling becomes the typed one."""
    found, stored = find_or_create(connection, name, now)
    others = "select exists (select 1 from contact where organisation_id = ? and id <> ?)"
    if found is None or stored == name or connection.execute(others, (found, contact_id)).get:
        return found, stored
    connection.execute("update organisation set name = ? where id = ?", (name, found))
    return found, name


def remove_if_bare(connection: apsw.Connection, organisation_id: int) -> None:
    """Remove an organisation that was only ever a name, once nobody is in it: the half-typed ones on the way."""
    connection.execute(
        "delete from organisation where id = :id and industry = '' and website = '' and notes = '' "
        "and not exists (select 1 from contact where organisation_id = :id) "
        "and not exists (select 1 from research_note where organisation_id = :id)",
        {"id": organisation_id},
    )


def name_of(connection: apsw.Connection, organisation_id: int | None) -> str:
    """The name of an organisation, empty for none."""
    name: Any = connection.execute("select name from organisation where id = ?", (organisation_id,)).get
    return name or ""


def search_name(name: str, organisation: str, role: str) -> str:
    """The folded column that infix search looks into: name, organisation and role."""
    return fold(f"{name} {organisation} {role}")


def to_organisation(row: OrganisationRow) -> Organisation:
    """The value of a row."""
    return Organisation(row.id, row.name, row.industry, row.website, row.notes)


_PEOPLE = "(select count(*) from contact c where c.organisation_id = o.id and c.deleted_at is null)"
_SEARCHED = "o.deleted_at is null and (instr(o.folded, :folded_search) or instr(lower(o.industry), :search))"


def _searching(search: str) -> dict[str, Any]:
    return {"folded_search": fold(search), "search": one_line(search).lower()}


class Organisations:
    """Where contacts work."""

    def __init__(self, database: StoreDatabase, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    def all(self) -> list[Organisation]:
        """Every organisation, by name."""
        rows = OrganisationRow.select().where(OrganisationRow.deleted_at.is_null())
        return [to_organisation(row) for row in rows.order_by(OrganisationRow.folded, OrganisationRow.id)]

    def count(self, search: str = "") -> int:
        """How many organisations hold what is searched in their name or industry."""
        sql = f"select count(*) from organisation o where {_SEARCHED}"
        return int(self._database.connection().execute(sql, _searching(search)).get)

    def lines(self, search: str = "", offset: int = 0, limit: int = 200) -> list[OrganisationLine]:
        """A window of the organisations by name, as light rows."""
        found: list[Any] = (
            self._database.connection()
            .execute(
                f"select o.id, o.name, o.industry, {_PEOPLE} from organisation o where {_SEARCHED} "
                "order by o.folded, o.id limit :limit offset :offset",
                {**_searching(search), "offset": offset, "limit": limit},
            )
            .fetchall()
        )
        return [OrganisationLine(*row) for row in found]

    def row_of(self, organisation_id: int, search: str = "") -> int | None:
        """At which row of the list an organisation stands, `None` if the search hides it."""
        connection = self._database.connection()
        values = {**_searching(search), "id": organisation_id}
        here: Any = connection.execute(
            f"select o.folded from organisation o where o.id = :id and {_SEARCHED}", values
        ).fetchone()
        if here is None:
            return None
        before = f"select count(*) from organisation o where {_SEARCHED} and (o.folded, o.id) < (:folded, :id)"
        return int(connection.execute(before, {**values, "folded": here[0]}).get)

    def names(self, beginning: str = "", limit: int = 20) -> list[str]:
        """Names for completion: those in which a word begins so first, then those that hold it; by the alphabet."""
        rows: list[Any] = (
            self._database.connection()
            .execute(
                "select name from organisation where deleted_at is null and instr(folded, :typed) "
                "order by instr(' ' || folded, ' ' || :typed) = 0, folded, id limit :limit",
                {"typed": fold(beginning), "limit": limit},
            )
            .fetchall()
        )
        return [row[0] for row in rows]

    def find(self, organisation_id: int) -> Organisation | None:
        """One organisation, `None` if it is gone."""
        row = OrganisationRow.get_or_none(OrganisationRow.id == organisation_id, OrganisationRow.deleted_at.is_null())
        return to_organisation(row) if row else None

    # -- changing (inside `store.action`) ---------------------------------------------------------------------------

    def add(self, name: str) -> int:
        """The id of the organisation of that name, made where it is missing.

        Raises:
            ValueError: for a name without a letter.
        """
        found, _ = find_or_create(self._database.connection(), name, self._clock())
        if found is None:
            raise ValueError("an organisation needs a name")
        return found

    def update(self, organisation_id: int, **fields: Any) -> None:
        """Change fields of `Organisation`; a new name reaches the search of its contacts, an empty one is left out."""
        if "name" in fields:
            name = one_line(fields.pop("name"))
            if name:
                fields |= {"name": name, "folded": fold(name)}
        if fields:
            OrganisationRow.update(fields).where(OrganisationRow.id == organisation_id).execute()
        if "name" in fields:
            self._rename_in_search(organisation_id, fields["name"])

    def delete(self, organisation_id: int) -> None:
        """Mark as deleted; its contacts stay, without an organisation."""
        self._rename_in_search(organisation_id, "")
        connection = self._database.connection()
        connection.execute("update contact set organisation_id = null where organisation_id = ?", (organisation_id,))
        OrganisationRow.update(deleted_at=self._clock()).where(OrganisationRow.id == organisation_id).execute()

    def _rename_in_search(self, organisation_id: int, name: str) -> None:
        connection = self._database.connection()
        people: list[Any] = connection.execute(
            "select id, name, role from contact where organisation_id = ?", (organisation_id,)
        ).fetchall()
        connection.executemany(
            "update contact set search_name = ? where id = ?",
            [(search_name(person, name, role), contact_id) for contact_id, person, role in people],
        )
