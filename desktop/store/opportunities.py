"""Opportunities in the store: what contacts mentioned."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from desktop.core.opportunity import Opportunity
from desktop.store.file.database import StoreDatabase
from desktop.store.value_table import ValueTable


class Opportunities:
    """What was heard of. It stays when the contact who mentioned it is deleted."""

    def __init__(self, database: StoreDatabase, clock: Callable[[], datetime]) -> None:
        self._rows = ValueTable(database, clock, "opportunity", Opportunity)

    def find(self, opportunity_id: int) -> Opportunity | None:
        """One opportunity, `None` if it is gone or deleted."""
        return self._rows.find(opportunity_id)

    def all(self) -> list[Opportunity]:
        """Everything heard of, latest first."""
        return self._rows.read("true")[::-1]

    def of_contact(self, contact_id: int) -> list[Opportunity]:
        """What a contact mentioned, latest first."""
        return self._rows.read("t.contact_id = ?", contact_id)[::-1]

    def of_meeting(self, meeting_id: int) -> list[Opportunity]:
        """What was heard of at a meeting, in that order."""
        return self._rows.read("t.meeting_id = ?", meeting_id)

    # -- changing (inside `store.action`) ---------------------------------------------------------------------------

    def add(self, opportunity: Opportunity) -> int:
        """Store a new opportunity and return its id."""
        return self._rows.add(opportunity)

    def update(self, opportunity_id: int, **fields: Any) -> None:
        """Change fields of `Opportunity`."""
        self._rows.update(opportunity_id, fields)

    def delete(self, opportunity_id: int) -> None:
        """Mark an opportunity as deleted."""
        self._rows.mark(opportunity_id, deleted=True)

    def restore(self, opportunity_id: int) -> None:
        """Bring a deleted opportunity back."""
        self._rows.mark(opportunity_id, deleted=False)
