"""Opportunities in the store: what contacts mentioned."""

from collections.abc import Callable
from datetime import datetime
from typing import Unpack

from peewee import Expression

from desktop.core.opportunity import Opportunity, OpportunityChanges
from desktop.store.file.database import StoreDatabase
from desktop.store.tables import OpportunityRow
from desktop.store.tables.rows import check_names, columns_of, field_names

_COLUMNS = columns_of(OpportunityRow, Opportunity)
_CHANGEABLE = field_names(Opportunity, without=("id", "created_at"))


class Opportunities:
    """What was heard of. It stays when the contact who mentioned it is deleted."""

    def __init__(self, database: StoreDatabase, clock: Callable[[], datetime]) -> None:
        self._peewee = database.peewee
        self._clock = clock

    def find(self, opportunity_id: int) -> Opportunity | None:
        """One opportunity, `None` if it is gone or deleted."""
        return next(iter(self._read(OpportunityRow.id == opportunity_id)), None)

    def all(self) -> list[Opportunity]:
        """Everything heard of, latest first."""
        return self._read()[::-1]

    def of_contact(self, contact_id: int) -> list[Opportunity]:
        """What a contact mentioned, latest first."""
        return self._read(OpportunityRow.contact == contact_id)[::-1]

    def of_meeting(self, meeting_id: int) -> list[Opportunity]:
        """What was heard of at a meeting, in that order."""
        return self._read(OpportunityRow.meeting == meeting_id)

    def _read(self, *conditions: Expression) -> list[Opportunity]:
        rows = OpportunityRow.select(*_COLUMNS).where(OpportunityRow.deleted_at.is_null(), *conditions)
        found = rows.order_by(OpportunityRow.id).tuples().execute(self._peewee)
        return [Opportunity(*values) for values in found]

    # -- changing (inside `store.action`) ---------------------------------------------------------------------------

    def add(self, opportunity: Opportunity) -> int:
        """Store a new opportunity and return its id; it was heard of now, unless it says when."""
        columns = {name: getattr(opportunity, name) for name in _CHANGEABLE}
        created_at = opportunity.created_at or self._clock()
        return int(OpportunityRow.insert(created_at=created_at, **columns).execute(self._peewee))

    def update(self, opportunity_id: int, **changes: Unpack[OpportunityChanges]) -> None:
        """Change fields of `Opportunity`.

        Raises:
            TypeError: for something that is no field, or cannot be changed.
        """
        check_names(changes, _CHANGEABLE, "an opportunity")
        if changes:
            OpportunityRow.update(changes).where(OpportunityRow.id == opportunity_id).execute(self._peewee)

    def delete(self, opportunity_id: int) -> None:
        """Mark an opportunity as deleted."""
        OpportunityRow.mark(self._peewee, opportunity_id, self._clock())

    def restore(self, opportunity_id: int) -> None:
        """Bring a deleted opportunity back."""
        OpportunityRow.mark(self._peewee, opportunity_id, None)
