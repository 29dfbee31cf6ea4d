"""What every table has in common, and how a row becomes a value of core and back where their names agree."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any, TypeVar

from peewee import AutoField, Model

from desktop.store.file.peewee_database import PeeweeDatabase
from desktop.store.tables.fields import MomentField

Value = TypeVar("Value")


class Table(Model):  # type: ignore[misc]
    """What every table with ids has."""

    id = AutoField()


class Living(Table):
    """A table whose rows are marked when deleted, so that they can be restored."""

    created_at = MomentField(null=True)
    deleted_at = MomentField(null=True)

    @classmethod
    def mark(cls, database: PeeweeDatabase, row_id: int, deleted_at: datetime | None) -> None:
        """Mark the row of that id as deleted at a moment, or with `None` as there again."""
        cls.update(deleted_at=deleted_at).where(cls.id == row_id).execute(database)


def field_names(value: type[Any], without: Collection[str] = ()) -> tuple[str, ...]:
    """The names of the fields of a value class, in their order, but for some."""
    return tuple(name for name in value.__slots__ if name not in without)


def to_value(row: Model, value: type[Value]) -> Value:
    """The value of a row whose columns are named as the value's fields are."""
    return value(**{name: getattr(row, name) for name in field_names(value)})


def check_names(changes: Mapping[str, Any], allowed: Iterable[str], what: str) -> None:
    """Refuse names that cannot be changed; mypy has said so already where the names are written out.

    Raises:
        TypeError: naming those of `what` that are no field, or cannot be changed.
    """
    unknown = changes.keys() - set(allowed)
    if unknown:
        raise TypeError(f"{what} has no {', '.join(sorted(unknown))} to change")
