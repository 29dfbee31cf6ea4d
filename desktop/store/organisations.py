"""Organisations in the store."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from desktop.core.organisation import Organisation, OrganisationLine
from desktop.core.text import fold, one_line
from desktop.store import match_keys
from desktop.store.file.database import StoreDatabase
from desktop.store.organisation_names import find_or_create, search_name
from desktop.store.tables import OrganisationRow


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

    def called(self, name: str) -> list[OrganisationLine]:
        """The organisations of that name, exactly, but for case, accents and legal form; none for an empty name."""
        key = match_keys.of_organisation(name)
        return self._of_key("o.match_key = :key and o.match_key <> ''", {"key": key})

    def like(self, organisation_id: int) -> list[OrganisationLine]:
        """The other organisations that are called as this one is."""
        same = "(select match_key from organisation where id = :id)"
        return self._of_key(f"o.match_key = {same} and o.match_key <> '' and o.id <> :id", {"id": organisation_id})

    def _of_key(self, condition: str, values: dict[str, Any]) -> list[OrganisationLine]:
        found: list[Any] = (
            self._database.connection()
            .execute(
                f"select o.id, o.name, o.industry, {_PEOPLE} from organisation o "
                f"where {condition} and o.deleted_at is null order by o.id",
                values,
            )
            .fetchall()
        )
        return [OrganisationLine(*row) for row in found]

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
                fields |= {"name": name, "folded": fold(name), "match_key": match_keys.of_organisation(name)}
        if fields:
            OrganisationRow.update(fields).where(OrganisationRow.id == organisation_id).execute()
        if "name" in fields:
            self._rename_in_search(organisation_id, fields["name"])

    def merge(self, keep_id: int, other_id: int) -> None:
        """Make two organisations one: the first gets the people, the research and what only the other says of itself.

        Raises:
            KeyError: if one of them is gone.
            ValueError: for an organisation and itself.
        """
        if keep_id == other_id:
            raise ValueError("an organisation cannot be merged with itself")
        keep, other = self.find(keep_id), self.find(other_id)
        if keep is None or other is None:
            raise KeyError(keep_id if keep is None else other_id)
        connection = self._database.connection()
        for table in ("contact", "research_note"):
            connection.execute(f"update {table} set organisation_id = ? where organisation_id = ?", (keep_id, other_id))
        self._rename_in_search(keep_id, keep.name)
        notes = [text for text in dict.fromkeys((keep.notes, other.notes)) if text]
        self.update(
            keep_id,
            industry=keep.industry or other.industry,
            website=keep.website or other.website,
            notes="\n".join(notes),
        )
        OrganisationRow.update(deleted_at=self._clock()).where(OrganisationRow.id == other_id).execute()

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
