"""The contact list: windows of light rows, sorted and filtered by SQLite, so that 100,000 people open like 200.

Plain SQL rather than peewee's builder: it runs at every keystroke. Nothing typed is ever part of the SQL text.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from desktop.core.contact import STAGES_IN_ORDER, ContactFilter, ContactLine, ContactSort, Source, Stage
from desktop.core.text import fold
from desktop.store.database import StoreDatabase
from desktop.store.fields import moment_text

_STAGE_RANK = (
    "case c.stage "
    + " ".join(
        f"when '{stage}' then {rank}"
        for rank, stage in enumerate((*STAGES_IN_ORDER, Stage.DECLINED, Stage.NO_ANSWER, Stage.RESTING))
    )
    + " end"
)
_NEXT = (
    "(select min(m.starts_at) from meeting m where m.contact_id = c.id and m.state = 'planned' "
    "and m.deleted_at is null and m.starts_at >= :now)"
)
_TO_WRITE_UP = (
    "exists (select 1 from meeting m where m.contact_id = c.id and m.deleted_at is null and m.state = 'met' "
    "and m.notes = '' and not exists (select 1 from planned_question q where q.meeting_id = m.id and q.answer <> ''))"
)
_ORDER = {
    ContactSort.NAME: "c.sort_key {0}, c.id {0}",
    ContactSort.ORGANISATION: "o.folded is null, o.folded {0}, c.sort_key, c.id",
    ContactSort.ROLE: "c.role = '', c.role collate nocase {0}, c.sort_key, c.id",
    ContactSort.STAGE: f"{_STAGE_RANK} {{0}}, c.sort_key, c.id",
    ContactSort.NEXT_STEP: f"{_NEXT} is null, {_NEXT} {{0}}, {_STAGE_RANK}, c.sort_key, c.id",
    ContactSort.SOURCE: "c.source is null, c.source {0}, c.sort_key, c.id",
    ContactSort.COMFORT: "c.comfort is null, c.comfort {0}, c.sort_key, c.id",
}
_COLUMNS = f"c.id, c.name, coalesce(o.name, ''), c.role, c.stage, c.source, c.comfort, {_NEXT}, {_TO_WRITE_UP}"
_FROM = "from contact c left join organisation o on o.id = c.organisation_id"


class ContactList:
    """Answers what stands in the list, at which row, and how many there are."""

    def __init__(self, database: StoreDatabase, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    def count(self, wanted: ContactFilter) -> int:
        """How many contacts the filter leaves."""
        where, values = _where(wanted)
        return int(self._rows(f"select count(*) from contact c where {where}", values)[0][0])

    def ids(self, wanted: ContactFilter) -> list[int]:
        """All ids the filter leaves, by name."""
        where, values = _where(wanted)
        return [
            row[0] for row in self._rows(f"select c.id from contact c where {where} order by c.sort_key, c.id", values)
        ]

    def lines(
        self, wanted: ContactFilter, sort: ContactSort, descending: bool, offset: int, limit: int
    ) -> list[ContactLine]:
        """A window of the sorted list."""
        where, values = _where(wanted)
        order = _ORDER[sort].format("desc" if descending else "asc")
        join = "" if sort is not ContactSort.ORGANISATION else "left join organisation o on o.id = c.organisation_id"
        values |= {"offset": offset, "limit": limit, "now": moment_text(self._clock())}
        # The window is found on the index alone; only its rows are read whole.
        window = f"select c.id from contact c {join} where {where} order by {order} limit :limit offset :offset"
        found = self._rows(f"select {_COLUMNS} {_FROM} where c.id in ({window}) order by {order}", values)
        return [_to_line(row) for row in found]

    def row_of(self, contact_id: int, wanted: ContactFilter, sort: ContactSort, descending: bool) -> int | None:
        """The row of a contact in the sorted list, `None` if the filter hides it."""
        where, values = _where(wanted)
        order = _ORDER[sort].format("desc" if descending else "asc")
        values |= {"id": contact_id, "now": moment_text(self._clock())}
        if sort is ContactSort.NAME and not descending:
            me = self._rows(f"select c.sort_key from contact c where c.id = :id and {where}", values)
            if not me:
                return None
            values["key"] = me[0][0]
            before = f"select count(*) from contact c where {where} and (c.sort_key, c.id) < (:key, :id)"
            return int(self._rows(before, values)[0][0])
        ranked = f"select c.id as id, row_number() over (order by {order}) - 1 as place {_FROM} where {where}"
        found = self._rows(f"select place from ({ranked}) where id = :id", values)
        return int(found[0][0]) if found else None

    def deleted(self) -> list[ContactLine]:
        """Deleted contacts, last deleted first."""
        values = {"now": moment_text(self._clock())}
        where = "c.deleted_at is not null order by c.deleted_at desc, c.id"
        return [_to_line(row) for row in self._rows(f"select {_COLUMNS} {_FROM} where {where}", values)]

    def _rows(self, sql: str, values: dict[str, Any]) -> list[tuple[Any, ...]]:
        return list(self._database.connection().execute(sql, values))


def _to_line(row: tuple[Any, ...]) -> ContactLine:
    key, name, organisation, role, stage, source, comfort, upcoming, to_write_up = row
    return ContactLine(
        key,
        name,
        organisation,
        role,
        Stage(stage),
        Source(source) if source else None,
        comfort,
        datetime.fromisoformat(upcoming) if upcoming else None,
        bool(to_write_up),
    )


def _where(wanted: ContactFilter) -> tuple[str, dict[str, Any]]:
    """The condition and its values; every name of a value is ours, every value is bound."""
    clauses, values = ["c.deleted_at is null"], {}  # type: list[str], dict[str, Any]
    for number, word in enumerate(fold(wanted.search).split()):
        found = f"c.search_name like :like{number} escape '\\'"
        phrase = "".join(letter if letter.isalnum() else " " for letter in word).split()
        if phrase:
            values[f"match{number}"] = " ".join(f'"{part}"*' for part in phrase)
            found = f"({found} or c.id in (select rowid from contact_search where contact_search match :match{number}))"
        values[f"like{number}"] = "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        clauses.append(found)
    for column, codes in (("c.stage", wanted.stages), ("c.source", wanted.sources)):
        if codes:
            names = [f"{column[2:]}{number}" for number in range(len(codes))]
            values |= dict(zip(names, sorted(codes), strict=True))
            clauses.append(f"{column} in ({', '.join(':' + name for name in names)})")
    for table, column, chosen in (
        ("contact_tag", "tag", sorted(wanted.tags)),
        ("contact_direction", "direction_id", sorted(wanted.directions)),
    ):
        if chosen:
            names = [f"{column}{number}" for number in range(len(chosen))]
            values |= dict(zip(names, chosen, strict=True))
            listed = ", ".join(":" + name for name in names)
            clauses.append(f"c.id in (select contact_id from {table} where {column} in ({listed}))")
    if wanted.organisation_id is not None:
        values["organisation"] = wanted.organisation_id
        clauses.append("c.organisation_id = :organisation")
    return " and ".join(clauses), values
