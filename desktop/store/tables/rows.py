"""What every table has in common, and which of its columns are fields of a value of core."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

from msgspec import Struct
from peewee import AutoField, Field, Model

from desktop.store.file.peewee_database import PeeweeDatabase
from desktop.store.tables.fields import MomentField


class TableRow(Model):  # type: ignore[misc]
    """What every table with ids has."""

    id = AutoField()


class RestorableRow(TableRow):
    """A table whose rows are marked when deleted, so that they can be restored."""

    created_at = MomentField(null=True)
    deleted_at = MomentField(null=True)

    @classmethod
    def mark(cls, database: PeeweeDatabase, row_id: int, deleted_at: datetime | None) -> None:
        """Mark the row of that id as deleted at a moment, or with `None` as there again."""
        cls.update(deleted_at=deleted_at).where(cls.id == row_id).execute(database)


def field_names(value: type[Struct], without: Collection[str] = ()) -> tuple[str, ...]:
    """The names of the fields of a value class, in their order, but for some."""
    return tuple(name for name in value.__struct_fields__ if name not in without)


def columns_of(row: type[Model], value: type[Struct]) -> list[Field]:
    """The columns named as the fields of a value class are, in their order.

    `row.select(*columns).tuples()` gives what the class takes: half the time of making rows of peewee first.
    """
    return [row._meta.combined[name] for name in field_names(value)]


def check_names(changes: Mapping[str, object], allowed: Iterable[str], what: str) -> None:
    """Refuse names that cannot be changed; mypy has said so already where the names are written out.

    Raises:
        TypeError: naming those of `what` that are no field, or cannot be changed.
    """
    unknown = changes.keys() - set(allowed)
    if unknown:
        raise TypeError(f"{what} has no {', '.join(sorted(unknown))} to change")
