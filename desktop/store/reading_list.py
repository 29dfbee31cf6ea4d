"""The reading list in the store."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from desktop.core.reading_list import ReadingItem
from desktop.store.file.database import StoreDatabase
from desktop.store.value_table import ValueTable


class ReadingList:
    """What to read and what was read. An item stays when the contact who recommended it is deleted."""

    def __init__(self, database: StoreDatabase, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._rows = ValueTable(database, clock, "reading_item", ReadingItem)

    def find(self, item_id: int) -> ReadingItem | None:
        """One item, `None` if it is gone or deleted."""
        return self._rows.find(item_id)

    def all(self, unread_only: bool = False) -> list[ReadingItem]:
        """Every item: what is not read yet first, in each part the latest first."""
        items = self._rows.read("t.read_on is null" if unread_only else "true")
        return sorted(items, key=lambda item: (item.read_on is None, item.read_on or date.min, item.id), reverse=True)

    def of_contact(self, contact_id: int) -> list[ReadingItem]:
        """What a contact recommended, in that order."""
        return self._rows.read("t.recommended_by_id = ?", contact_id)

    def of_meeting(self, meeting_id: int) -> list[ReadingItem]:
        """What was recommended at a meeting, in that order."""
        return self._rows.read("t.meeting_id = ?", meeting_id)

    def recommenders(self) -> dict[int, str]:
        """The names of the contacts who recommended something, by id."""
        sql = (
            "select c.id, c.name from contact c where c.deleted_at is null and c.id in "
            "(select recommended_by_id from reading_item where deleted_at is null)"
        )
        rows: list[Any] = self._database.connection().execute(sql).fetchall()
        return dict(rows)

    # -- changing (inside `store.action`) ---------------------------------------------------------------------------

    def add(self, item: ReadingItem) -> int:
        """Store a new item and return its id."""
        return self._rows.add(item)

    def update(self, item_id: int, **fields: Any) -> None:
        """Change fields of `ReadingItem`."""
        self._rows.update(item_id, fields)

    def mark_read(self, item_id: int, on: date | None) -> None:
        """Say on which day something was read; `None` makes it unread again."""
        self._rows.update(item_id, {"read_on": on})

    def delete(self, item_id: int) -> None:
        """Mark an item as deleted."""
        self._rows.mark(item_id, deleted=True)

    def restore(self, item_id: int) -> None:
        """Bring a deleted item back."""
        self._rows.mark(item_id, deleted=False)
