"""The reading list in the store."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Unpack

from peewee import Expression

from desktop.core.reading_list import ReadingItem, ReadingItemChanges
from desktop.store.file.database import StoreDatabase
from desktop.store.tables import ContactRow, ReadingItemRow
from desktop.store.tables.rows import check_names, columns_of, field_names

_COLUMNS = columns_of(ReadingItemRow, ReadingItem)
_CHANGEABLE = field_names(ReadingItem, without=("id", "created_at"))


class ReadingList:
    """What to read and what was read. An item stays when the contact who recommended it is deleted."""

    def __init__(self, database: StoreDatabase, clock: Callable[[], datetime]) -> None:
        self._peewee = database.peewee
        self._clock = clock

    def find(self, item_id: int) -> ReadingItem | None:
        """One item, `None` if it is gone or deleted."""
        return next(iter(self._read(ReadingItemRow.id == item_id)), None)

    def all(self, unread_only: bool = False) -> list[ReadingItem]:
        """Every item: what is not read yet first, in each part the latest first."""
        items = self._read(ReadingItemRow.read_on.is_null()) if unread_only else self._read()
        return sorted(items, key=lambda item: (item.read_on is None, item.read_on or date.min, item.id), reverse=True)

    def of_contact(self, contact_id: int) -> list[ReadingItem]:
        """What a contact recommended, in that order."""
        return self._read(ReadingItemRow.recommended_by == contact_id)

    def of_meeting(self, meeting_id: int) -> list[ReadingItem]:
        """What was recommended at a meeting, in that order."""
        return self._read(ReadingItemRow.meeting == meeting_id)

    def recommenders(self) -> dict[int, str]:
        """The names of the contacts who recommended something, by id."""
        ids = ReadingItemRow.select(ReadingItemRow.recommended_by).where(ReadingItemRow.deleted_at.is_null())
        living = ContactRow.select(ContactRow.id, ContactRow.name).where(ContactRow.deleted_at.is_null())
        rows = living.where(ContactRow.id.in_(ids))
        return dict(rows.tuples().execute(self._peewee))

    def _read(self, *conditions: Expression) -> list[ReadingItem]:
        rows = ReadingItemRow.select(*_COLUMNS).where(ReadingItemRow.deleted_at.is_null(), *conditions)
        found = rows.order_by(ReadingItemRow.id).tuples().execute(self._peewee)
        return [ReadingItem(*values) for values in found]

    # -- changing (inside `store.action`) ---------------------------------------------------------------------------

    def add(self, item: ReadingItem) -> int:
        """Store a new item and return its id; it was put there now, unless it says when."""
        columns = {name: getattr(item, name) for name in _CHANGEABLE}
        created_at = item.created_at or self._clock()
        return int(ReadingItemRow.insert(created_at=created_at, **columns).execute(self._peewee))

    def update(self, item_id: int, **changes: Unpack[ReadingItemChanges]) -> None:
        """Change fields of `ReadingItem`.

        Raises:
            TypeError: for something that is no field, or cannot be changed.
        """
        check_names(changes, _CHANGEABLE, "an item of the reading list")
        if changes:
            ReadingItemRow.update(changes).where(ReadingItemRow.id == item_id).execute(self._peewee)

    def mark_read(self, item_id: int, on: date | None) -> None:
        """Say on which day something was read; `None` makes it unread again."""
        self.update(item_id, read_on=on)

    def delete(self, item_id: int) -> None:
        """Mark an item as deleted."""
        ReadingItemRow.mark(self._peewee, item_id, self._clock())

    def restore(self, item_id: int) -> None:
        """Bring a deleted item back."""
        ReadingItemRow.mark(self._peewee, item_id, None)
