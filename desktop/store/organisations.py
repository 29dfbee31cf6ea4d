"""Organisations in the store."""

from collections.abc import Callable
from datetime import datetime
from typing import Unpack

from peewee import Expression, ModelSelect, fn

from desktop.core.organisation import Organisation, OrganisationChanges, OrganisationLine
from desktop.core.text import fold, one_line
from desktop.store import match_keys
from desktop.store.file.database import StoreDatabase
from desktop.store.organisation_names import find_or_create, rename_in_search
from desktop.store.tables import ContactRow, OrganisationRow, ResearchNoteRow
from desktop.store.tables.rows import columns_of

_COLUMNS = columns_of(OrganisationRow, Organisation)
_LIVING = OrganisationRow.deleted_at.is_null()
_BY_NAME = (OrganisationRow.folded, OrganisationRow.id)


def _holds(search: str) -> Expression:
    """The condition that name or industry hold what is searched."""
    named = fn.instr(OrganisationRow.folded, fold(search))
    return _LIVING & (named | fn.instr(fn.lower(OrganisationRow.industry), one_line(search).lower()))


class Organisations:
    """Where contacts work."""

    def __init__(self, database: StoreDatabase, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._peewee = database.peewee
        self._clock = clock

    def all(self) -> list[Organisation]:
        """Every organisation, by name."""
        rows = OrganisationRow.select(*_COLUMNS).where(_LIVING).order_by(*_BY_NAME)
        return [Organisation(*values) for values in rows.tuples().execute(self._peewee)]

    def count(self, search: str = "") -> int:
        """How many organisations hold what is searched in their name or industry."""
        return int(OrganisationRow.select().where(_holds(search)).count(self._peewee))

    def lines(self, search: str = "", offset: int = 0, limit: int = 200) -> list[OrganisationLine]:
        """A window of the organisations by name, as light rows."""
        return self._lines(_lines_where(_holds(search)).order_by(*_BY_NAME).limit(limit).offset(offset))

    def row_of(self, organisation_id: int, search: str = "") -> int | None:
        """At which row of the list an organisation is, `None` if the search hides it."""
        row = OrganisationRow
        here = row.select(row.folded).where(row.id == organisation_id, _holds(search)).first(self._peewee)
        if here is None:
            return None
        before = (row.folded < here.folded) | ((row.folded == here.folded) & (row.id < organisation_id))
        return int(row.select().where(_holds(search), before).count(self._peewee))

    def names(self, beginning: str = "", limit: int = 20) -> list[str]:
        """Names for completion: those in which a word begins so first, then those that hold it; by the alphabet."""
        typed, folded = fold(beginning), OrganisationRow.folded
        begins = (fn.instr(folded, typed) == 1) | (fn.instr(folded, f" {typed}") > 0)
        rows = OrganisationRow.select(OrganisationRow.name).where(_LIVING, fn.instr(folded, typed))
        found = rows.order_by(begins.desc(), *_BY_NAME).limit(limit).tuples().execute(self._peewee)
        return [name for (name,) in found]

    def called(self, name: str) -> list[OrganisationLine]:
        """The organisations of that name, exactly, but for case, accents and legal form; none for an empty name."""
        return self._of_key(match_keys.of_organisation(name))

    def like(self, organisation_id: int) -> list[OrganisationLine]:
        """The other organisations that are called as this one is."""
        this = OrganisationRow.select().where(OrganisationRow.id == organisation_id).first(self._peewee)
        return self._of_key(this.match_key, OrganisationRow.id != organisation_id) if this else []

    def _of_key(self, key: str, *conditions: Expression) -> list[OrganisationLine]:
        # The second names the index, which holds no empty keys.
        same = (OrganisationRow.match_key == key) & (OrganisationRow.match_key != "")
        return self._lines(_lines_where(same, _LIVING, *conditions).order_by(OrganisationRow.id))

    def _lines(self, query: ModelSelect) -> list[OrganisationLine]:
        return [OrganisationLine(*row) for row in query.tuples().execute(self._peewee)]

    def find(self, organisation_id: int) -> Organisation | None:
        """One organisation, `None` if it is gone."""
        this = OrganisationRow.select(*_COLUMNS).where(OrganisationRow.id == organisation_id, _LIVING)
        values = this.tuples().first(self._peewee)
        return Organisation(*values) if values else None

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

    def update(self, organisation_id: int, **changes: Unpack[OrganisationChanges]) -> None:
        """Change fields of `Organisation`; a new name reaches the search of its contacts, an empty one is left out."""
        name = one_line(changes.pop("name", ""))
        columns: dict[str, object] = dict(changes)
        if name:
            columns |= {"name": name, "folded": fold(name), "match_key": match_keys.of_organisation(name)}
        if columns:
            OrganisationRow.update(columns).where(OrganisationRow.id == organisation_id).execute(self._peewee)
        if name:
            rename_in_search(self._database.connection(), organisation_id, name)

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
        for row in (ContactRow, ResearchNoteRow):
            row.update(organisation=keep_id).where(row.organisation == other_id).execute(self._peewee)
        rename_in_search(self._database.connection(), keep_id, keep.name)
        notes = [text for text in dict.fromkeys((keep.notes, other.notes)) if text]
        self.update(
            keep_id,
            industry=keep.industry or other.industry,
            website=keep.website or other.website,
            notes="\n".join(notes),
        )
        OrganisationRow.mark(self._peewee, other_id, self._clock())

    def delete(self, organisation_id: int) -> None:
        """Mark as deleted; its contacts stay, without an organisation."""
        rename_in_search(self._database.connection(), organisation_id, "")
        ContactRow.update(organisation=None).where(ContactRow.organisation == organisation_id).execute(self._peewee)
        OrganisationRow.mark(self._peewee, organisation_id, self._clock())


def _lines_where(*conditions: Expression) -> ModelSelect:
    """The rows of `OrganisationLine`."""
    living = (ContactRow.organisation == OrganisationRow.id) & ContactRow.deleted_at.is_null()
    people = ContactRow.select(fn.count(ContactRow.id)).where(living)
    return OrganisationRow.select(OrganisationRow.id, OrganisationRow.name, OrganisationRow.industry, people).where(
        *conditions
    )
