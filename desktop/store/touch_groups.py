"""Groups of contacts to keep in touch with, in the store."""

from collections.abc import Callable
from datetime import datetime
from typing import Unpack

from peewee import Expression

from desktop.core.text import fold
from desktop.core.touch_group import TouchGroup, TouchGroupChanges
from desktop.store.file.database import StoreDatabase
from desktop.store.tables import TouchGroupRow
from desktop.store.tables.rows import check_names, columns_of, field_names

_COLUMNS = columns_of(TouchGroupRow, TouchGroup)
_CHANGEABLE = field_names(TouchGroup, without=("id",))


class TouchGroups:
    """How often to keep in touch."""

    def __init__(self, database: StoreDatabase, clock: Callable[[], datetime]) -> None:
        self._peewee = database.peewee
        self._clock = clock

    def find(self, group_id: int) -> TouchGroup | None:
        """One group, `None` if it is gone or deleted."""
        return next(iter(self._read(TouchGroupRow.id == group_id)), None)

    def all(self) -> list[TouchGroup]:
        """Every group, by name."""
        return sorted(self._read(), key=lambda group: (fold(group.name), group.id))

    def _read(self, *conditions: Expression) -> list[TouchGroup]:
        rows = TouchGroupRow.select(*_COLUMNS).where(TouchGroupRow.deleted_at.is_null(), *conditions)
        return [TouchGroup(*values) for values in rows.tuples().execute(self._peewee)]

    # -- changing (inside `store.action`) ---------------------------------------------------------------------------

    def add(self, group: TouchGroup) -> int:
        """Store a new group and return its id."""
        columns = {name: getattr(group, name) for name in _CHANGEABLE}
        return int(TouchGroupRow.insert(created_at=self._clock(), **columns).execute(self._peewee))

    def update(self, group_id: int, **changes: Unpack[TouchGroupChanges]) -> None:
        """Change fields of `TouchGroup`.

        Raises:
            TypeError: for something that is no field, or cannot be changed.
        """
        check_names(changes, _CHANGEABLE, "a group")
        if changes:
            TouchGroupRow.update(changes).where(TouchGroupRow.id == group_id).execute(self._peewee)

    def delete(self, group_id: int) -> None:
        """Mark a group as deleted; its contacts keep their link in case it is restored, and follow the usual rule."""
        TouchGroupRow.mark(self._peewee, group_id, self._clock())

    def restore(self, group_id: int) -> None:
        """Bring a deleted group back."""
        TouchGroupRow.mark(self._peewee, group_id, None)
