"""A table each row of which is one frozen value of core, column for field; its rows are marked when deleted.

Plain SQL throughout: what Today reads at every start needs no peewee.
"""

from collections.abc import Callable
from dataclasses import fields
from datetime import date, datetime
from typing import Any, Generic, TypeVar

from desktop.store.file.database import StoreDatabase
from desktop.store.file.rows import moment_text

Value = TypeVar("Value")
_READERS: dict[Any, Callable[[Any], Any]] = {
    bool: bool,
    date | None: date.fromisoformat,
    datetime | None: datetime.fromisoformat,
}


class ValueTable(Generic[Value]):
    """Rows of `table`, read as values of the dataclass `value`, whose fields are the columns."""

    def __init__(
        self, database: StoreDatabase, clock: Callable[[], datetime], table: str, value: Callable[..., Value]
    ) -> None:
        self._database = database
        self._clock = clock
        self._table = table
        self._value = value
        self._fields = {field.name: _READERS.get(field.type) for field in fields(value)}  # type: ignore[arg-type]
        self._columns = [name for name in self._fields if name not in ("id", "created_at")]

    def read(self, condition: str, *bound: Any) -> list[Value]:
        """What is not deleted and fits the condition (`t` is the table), in the order it was added."""
        names = ", ".join(f"t.{name}" for name in self._fields)
        sql = f"select {names} from {self._table} t where t.deleted_at is null and {condition} order by t.id"
        rows: list[Any] = self._database.connection().execute(sql, bound).fetchall()
        return [self._value(**self._read(row)) for row in rows]

    def find(self, row_id: int) -> Value | None:
        """The row of that id, `None` if it is gone or deleted."""
        return next(iter(self.read("t.id = ?", row_id)), None)

    def _read(self, row: Any) -> dict[str, Any]:
        return {
            name: stored if reader is None or stored is None else reader(stored)
            for (name, reader), stored in zip(self._fields.items(), row, strict=True)
        }

    def add(self, value: Value) -> int:
        """Store a new row and return its id; it was created now, unless it says when."""
        names = [*self._columns, "created_at"]
        created = getattr(value, "created_at", None) or self._clock()
        bound = [*(_stored(getattr(value, name)) for name in self._columns), moment_text(created)]
        sql = f"insert into {self._table} ({', '.join(names)}) values ({', '.join('?' * len(names))}) returning id"
        number: Any = self._database.connection().execute(sql, bound).get
        return int(number)

    def update(self, row_id: int, changed: dict[str, Any]) -> None:
        """Change fields of a row.

        Raises:
            TypeError: for something that is no field, or cannot be changed.
        """
        unknown = set(changed) - set(self._columns)
        if unknown:
            raise TypeError(f"{self._table} has no {', '.join(sorted(unknown))} to change")
        if changed:
            settings = ", ".join(f"{name} = ?" for name in changed)
            bound = [*(_stored(value) for value in changed.values()), row_id]
            self._database.connection().execute(f"update {self._table} set {settings} where id = ?", bound)

    def mark(self, row_id: int, deleted: bool) -> None:
        """Mark a row as deleted, or bring it back."""
        at = moment_text(self._clock()) if deleted else None
        self._database.connection().execute(f"update {self._table} set deleted_at = ? where id = ?", (at, row_id))


def _stored(value: Any) -> Any:
    if isinstance(value, bool):
        return int(value)
    return value.isoformat() if isinstance(value, date) else value
