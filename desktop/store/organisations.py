"""Organisations in the store."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from desktop.core.organisation import Organisation
from desktop.core.text import fold, one_line
from desktop.store.database import StoreDatabase
from desktop.store.fields import moment_text
from desktop.store.tables import ContactRow, OrganisationRow


def find_or_create(name: str, now: datetime) -> int | None:
    """The id of the organisation of that name (case and accents aside), made where it is missing; `None` for none."""
    name = one_line(name)
    folded = fold(name)
    if not folded:
        return None
    connection = OrganisationRow._meta.database.connection()  # plain SQL: an import asks this for everyone
    found = connection.execute(
        "select id from organisation where folded = ? and deleted_at is null limit 1", (folded,)
    ).fetchall()
    if found:
        return int(found[0][0])
    values = (name, folded, moment_text(now))
    connection.execute("insert into organisation (name, folded, created_at) values (?, ?, ?)", values)
    return int(connection.last_insert_rowid())


def to_organisation(row: OrganisationRow) -> Organisation:
    """The value of a row."""
    return Organisation(row.id, row.name, row.industry, row.website, row.notes)


class Organisations:
    """Where contacts work."""

    def __init__(self, database: StoreDatabase, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    def all(self) -> list[Organisation]:
        """Every organisation, by name."""
        rows = OrganisationRow.select().where(OrganisationRow.deleted_at.is_null()).order_by(OrganisationRow.folded)
        return [to_organisation(row) for row in rows]

    def names(self, beginning: str = "", limit: int = 20) -> list[str]:
        """Names for completion, those with a word that begins so first in the alphabet."""
        folded = fold(beginning)
        rows = (
            OrganisationRow.select(OrganisationRow.name)
            .where(OrganisationRow.deleted_at.is_null(), OrganisationRow.folded.contains(folded))
            .order_by(OrganisationRow.folded)
            .limit(limit)
        )
        return [row.name for row in rows]

    def find(self, organisation_id: int) -> Organisation | None:
        """One organisation, `None` if it is gone."""
        row = OrganisationRow.get_or_none(OrganisationRow.id == organisation_id, OrganisationRow.deleted_at.is_null())
        return to_organisation(row) if row else None

    def add(self, name: str) -> int:
        """The id of the organisation of that name, made where it is missing.

        Raises:
            ValueError: for a name without a letter.
        """
        found = find_or_create(name, self._clock())
        if found is None:
            raise ValueError("an organisation needs a name")
        return found

    def update(self, organisation_id: int, **fields: Any) -> None:
        """Change fields of `Organisation`; a new name reaches the search of its contacts."""
        if "name" in fields:
            fields["name"] = one_line(fields["name"])
            fields["folded"] = fold(fields["name"])
        OrganisationRow.update(**fields).where(OrganisationRow.id == organisation_id).execute()
        if "name" in fields:
            for row in ContactRow.select().where(ContactRow.organisation == organisation_id):
                searched = search_name(row.name, fields["name"], row.role)
                ContactRow.update(search_name=searched).where(ContactRow.id == row.id).execute()

    def delete(self, organisation_id: int) -> None:
        """Mark as deleted; its contacts stay, without an organisation."""
        for row in ContactRow.select().where(ContactRow.organisation == organisation_id):
            searched = search_name(row.name, "", row.role)
            ContactRow.update(organisation=None, search_name=searched).where(ContactRow.id == row.id).execute()
        OrganisationRow.update(deleted_at=self._clock()).where(OrganisationRow.id == organisation_id).execute()


def search_name(name: str, organisation: str, role: str) -> str:
    """The folded column that infix search looks into: name, organisation and role."""
    return fold(f"{name} {organisation} {role}")
