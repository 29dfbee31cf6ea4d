"""Groups of contacts to keep in touch with, in the store."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from desktop.core.text import fold
from desktop.core.touch_group import TouchGroup
from desktop.store.file.database import StoreDatabase
from desktop.store.value_table import ValueTable


class TouchGroups:
    """How often to keep in touch."""

    def __init__(self, database: StoreDatabase, clock: Callable[[], datetime]) -> None:
        self._rows = ValueTable(database, clock, "touch_group", TouchGroup)

    def find(self, group_id: int) -> TouchGroup | None:
        """One group, `None` if it is gone or deleted."""
        return self._rows.find(group_id)

    def all(self) -> list[TouchGroup]:
        """Every group, by name."""
        return sorted(self._rows.read("true"), key=lambda group: (fold(group.name), group.id))

    # -- changing (inside `store.action`) ---------------------------------------------------------------------------

    def add(self, group: TouchGroup) -> int:
        """Store a new group and return its id."""
        return self._rows.add(group)

    def update(self, group_id: int, **fields: Any) -> None:
        """Change fields of `TouchGroup`."""
        self._rows.update(group_id, fields)

    def delete(self, group_id: int) -> None:
        """Mark a group as deleted; its contacts keep their link in case it is restored, and follow the usual rule."""
        self._rows.mark(group_id, deleted=True)

    def restore(self, group_id: int) -> None:
        """Bring a deleted group back."""
        self._rows.mark(group_id, deleted=False)
