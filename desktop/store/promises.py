"""Promises in the store: what the user owes to contacts, and what they owe."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from desktop.core.promise import Promise, in_order
from desktop.store.file.database import StoreDatabase
from desktop.store.value_table import ValueTable

_OF_LIVING = "exists (select 1 from contact c where c.id = t.contact_id and c.deleted_at is null)"


class Promises:
    """What is owed, both ways. A promise is hidden with its contact."""

    def __init__(self, database: StoreDatabase, clock: Callable[[], datetime]) -> None:
        self._rows = ValueTable(database, clock, "promise", Promise)

    def find(self, promise_id: int) -> Promise | None:
        """One promise, `None` if it or its contact is gone or deleted."""
        return next(iter(self._rows.read(f"t.id = ? and {_OF_LIVING}", promise_id)), None)

    def of_contact(self, contact_id: int) -> list[Promise]:
        """All promises between the user and a contact: open ones first, the earliest day on top."""
        return in_order(self._rows.read(f"t.contact_id = ? and {_OF_LIVING}", contact_id))

    def of_meeting(self, meeting_id: int) -> list[Promise]:
        """What was promised at a meeting, in that order."""
        return in_order(self._rows.read(f"t.meeting_id = ? and {_OF_LIVING}", meeting_id))

    def open(self, due_by: date | None = None) -> list[Promise]:
        """What is not done yet, the earliest day first; with `due_by` only what has a day, and none later."""
        condition = f"t.done_on is null and {_OF_LIVING}"
        if due_by is None:
            return in_order(self._rows.read(condition))
        return in_order(self._rows.read(f"t.due_on <= ? and {condition}", due_by.isoformat()))

    # -- changing (inside `store.action`) ---------------------------------------------------------------------------

    def add(self, promise: Promise) -> int:
        """Store a new promise and return its id."""
        return self._rows.add(promise)

    def update(self, promise_id: int, **fields: Any) -> None:
        """Change fields of `Promise`."""
        self._rows.update(promise_id, fields)

    def delete(self, promise_id: int) -> None:
        """Mark a promise as deleted."""
        self._rows.mark(promise_id, deleted=True)

    def restore(self, promise_id: int) -> None:
        """Bring a deleted promise back."""
        self._rows.mark(promise_id, deleted=False)
