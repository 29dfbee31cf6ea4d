"""The time windows the user is free in, to be offered in requests."""

from datetime import datetime

from desktop.core.free_time import FreeTime
from desktop.store.file.database import StoreDatabase
from desktop.store.tables import FreeTimeRow


class FreeTimes:
    """When the user can meet."""

    def __init__(self, database: StoreDatabase) -> None:
        self._peewee = database.peewee

    def all(self) -> list[FreeTime]:
        """Every window in time order, past ones too."""
        rows = FreeTimeRow.select().order_by(FreeTimeRow.starts_at, FreeTimeRow.id)
        return [FreeTime(row.id, row.starts_at, row.ends_at) for row in rows.execute(self._peewee)]

    def add(self, start: datetime, end: datetime) -> int:
        """Store a window (inside `store.action`) and return its id.

        Raises:
            ValueError: if it ends before it begins, or a time has no zone.
        """
        if end <= start:
            raise ValueError("a free time ends after it begins")
        return int(FreeTimeRow.insert(starts_at=start, ends_at=end).execute(self._peewee))

    def delete(self, free_time_id: int) -> None:
        """Remove a window (inside `store.action`)."""
        FreeTimeRow.delete().where(FreeTimeRow.id == free_time_id).execute(self._peewee)
