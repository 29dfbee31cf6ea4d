"""Directions in the store: what is explored, and what was decided of it."""

from collections.abc import Callable
from datetime import datetime
from typing import Unpack

from peewee import JOIN, Expression, fn

from desktop.core.direction import Direction, DirectionChanges, DirectionKind, Verdict
from desktop.core.text import one_line
from desktop.store.file.database import StoreDatabase
from desktop.store.tables import ContactDirectionRow, ContactRow, DirectionRow


class Directions:
    """Careers, industries and companies the user is exploring."""

    def __init__(self, database: StoreDatabase, clock: Callable[[], datetime]) -> None:
        self._peewee = database.peewee
        self._clock = clock

    def all(self) -> list[Direction]:
        """Every direction in the order it was entered, with the number of its contacts."""
        return self._read(DirectionRow.deleted_at.is_null())

    def find(self, direction_id: int) -> Direction | None:
        """One direction, `None` if it is gone."""
        return next(iter(self._read((DirectionRow.id == direction_id) & DirectionRow.deleted_at.is_null())), None)

    def _read(self, condition: Expression) -> list[Direction]:
        living = (ContactDirectionRow.contact == ContactRow.id) & ContactRow.deleted_at.is_null()
        rows = (
            DirectionRow.select(DirectionRow, fn.count(ContactRow.id).alias("contacts"))
            .join(ContactDirectionRow, JOIN.LEFT_OUTER)
            .join(ContactRow, JOIN.LEFT_OUTER, on=living)
            .where(condition)
            .group_by(DirectionRow.id)
            .order_by(DirectionRow.id)
        )
        return [_to_direction(row, row.contacts) for row in rows.objects().execute(self._peewee)]

    def add(self, name: str, kind: DirectionKind = DirectionKind.CAREER) -> int:
        """Store a new direction and return its id."""
        columns = {"name": one_line(name), "kind": kind, "created_at": self._clock()}
        return int(DirectionRow.insert(columns).execute(self._peewee))

    def update(self, direction_id: int, **changes: Unpack[DirectionChanges]) -> None:
        """Change fields of `Direction`; a verdict brings the day it was decided."""
        if "verdict" in changes and "decided_on" not in changes:
            decided = changes["verdict"] in (Verdict.WANT, Verdict.DO_NOT_WANT)
            changes["decided_on"] = self._clock().astimezone().date() if decided else None
        DirectionRow.update(changes).where(DirectionRow.id == direction_id).execute(self._peewee)

    def delete(self, direction_id: int) -> None:
        """Mark as deleted; contacts and entries keep their link in case it is restored."""
        DirectionRow.mark(self._peewee, direction_id, self._clock())

    def restore(self, direction_id: int) -> None:
        """Bring a deleted direction back."""
        DirectionRow.mark(self._peewee, direction_id, None)


def _to_direction(row: DirectionRow, contacts: int) -> Direction:
    return Direction(row.id, row.kind, row.name, row.verdict, row.reason, row.decided_on, row.notes, contacts)
