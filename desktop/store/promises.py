"""Promises in the store: what the user owes to contacts, and what they owe."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Unpack

from peewee import Expression

from desktop.core.promise import Promise, PromiseChanges, promises_in_order
from desktop.store.file.database import StoreDatabase
from desktop.store.tables import ContactRow, PromiseRow
from desktop.store.tables.rows import check_names, columns_of, field_names

_COLUMNS = columns_of(PromiseRow, Promise)
_CHANGEABLE = field_names(Promise, without=("id", "created_at"))


class Promises:
    """What is owed, both ways. A promise is hidden with its contact."""

    def __init__(self, database: StoreDatabase, clock: Callable[[], datetime]) -> None:
        self._peewee = database.peewee
        self._clock = clock

    def find(self, promise_id: int) -> Promise | None:
        """One promise, `None` if it or its contact is gone or deleted."""
        return next(iter(self._read(PromiseRow.id == promise_id)), None)

    def of_contact(self, contact_id: int) -> list[Promise]:
        """All promises between the user and a contact: open ones first, the earliest day on top."""
        return promises_in_order(self._read(PromiseRow.contact == contact_id))

    def of_meeting(self, meeting_id: int) -> list[Promise]:
        """What was promised at a meeting, in that order."""
        return promises_in_order(self._read(PromiseRow.meeting == meeting_id))

    def open(self, due_by: date | None = None) -> list[Promise]:
        """What is not done yet, the earliest day first; with `due_by` only what has a day, and none later."""
        condition = PromiseRow.done_on.is_null()
        if due_by is not None:
            condition &= PromiseRow.due_on <= due_by
        return promises_in_order(self._read(condition))

    def _read(self, condition: Expression) -> list[Promise]:
        rows = (
            PromiseRow.select(*_COLUMNS)
            .join(ContactRow)
            .where(condition, PromiseRow.deleted_at.is_null(), ContactRow.deleted_at.is_null())
            .order_by(PromiseRow.id)
        )
        return [Promise(*values) for values in rows.tuples().execute(self._peewee)]

    # -- changing (inside `store.action`) ---------------------------------------------------------------------------

    def add(self, promise: Promise) -> int:
        """Store a new promise and return its id; it was made now, unless it says when."""
        columns = {name: getattr(promise, name) for name in _CHANGEABLE}
        created_at = promise.created_at or self._clock()
        return int(PromiseRow.insert(created_at=created_at, **columns).execute(self._peewee))

    def update(self, promise_id: int, **changes: Unpack[PromiseChanges]) -> None:
        """Change fields of `Promise`.

        Raises:
            TypeError: for something that is no field, or cannot be changed.
        """
        check_names(changes, _CHANGEABLE, "a promise")
        if changes:
            PromiseRow.update(changes).where(PromiseRow.id == promise_id).execute(self._peewee)

    def delete(self, promise_id: int) -> None:
        """Mark a promise as deleted."""
        PromiseRow.mark(self._peewee, promise_id, self._clock())

    def restore(self, promise_id: int) -> None:
        """Bring a deleted promise back."""
        PromiseRow.mark(self._peewee, promise_id, None)
