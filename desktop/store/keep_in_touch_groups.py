"""Groups of contacts to keep in touch with, in the store."""

from collections.abc import Callable
from datetime import datetime
from typing import Unpack

from peewee import Expression

from desktop.core.keep_in_touch_group import KeepInTouchGroup, KeepInTouchGroupChanges
from desktop.core.text import fold
from desktop.store.file.database import StoreDatabase
from desktop.store.tables import KeepInTouchGroupRow
from desktop.store.tables.rows import check_names, columns_of, field_names

_COLUMNS = columns_of(KeepInTouchGroupRow, KeepInTouchGroup)
_CHANGEABLE = field_names(KeepInTouchGroup, without=("id",))


class KeepInTouchGroups:
    """How often to keep in touch."""

    def __init__(self, database: StoreDatabase, clock: Callable[[], datetime]) -> None:
        self._peewee = database.peewee
        self._clock = clock

    def find(self, group_id: int) -> KeepInTouchGroup | None:
        """One group, `None` if it is gone or deleted."""
        return next(iter(self._read(KeepInTouchGroupRow.id == group_id)), None)

    def all(self) -> list[KeepInTouchGroup]:
        """Every group, by name."""
        return sorted(self._read(), key=lambda group: (fold(group.name), group.id))

    def _read(self, *conditions: Expression) -> list[KeepInTouchGroup]:
        rows = KeepInTouchGroupRow.select(*_COLUMNS).where(KeepInTouchGroupRow.deleted_at.is_null(), *conditions)
        return [KeepInTouchGroup(*values) for values in rows.tuples().execute(self._peewee)]

    # -- changing (inside `store.action`) ---------------------------------------------------------------------------

    def add(self, group: KeepInTouchGroup) -> int:
        """Store a new group and return its id."""
        columns = {name: getattr(group, name) for name in _CHANGEABLE}
        return int(KeepInTouchGroupRow.insert(created_at=self._clock(), **columns).execute(self._peewee))

    def update(self, group_id: int, **changes: Unpack[KeepInTouchGroupChanges]) -> None:
        """Change fields of `KeepInTouchGroup`.

        Raises:
            TypeError: for something that is no field, or cannot be changed.
        """
        check_names(changes, _CHANGEABLE, "a group")
        if changes:
            KeepInTouchGroupRow.update(changes).where(KeepInTouchGroupRow.id == group_id).execute(self._peewee)

    def delete(self, group_id: int) -> None:
        """Mark a group as deleted; its contacts keep their link in case it is restored, and follow the usual rule."""
        KeepInTouchGroupRow.mark(self._peewee, group_id, self._clock())

    def restore(self, group_id: int) -> None:
        """Bring a deleted group back."""
        KeepInTouchGroupRow.mark(self._peewee, group_id, None)
