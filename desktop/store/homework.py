"""Homework in the store: for each direction, the sources to look in, with how many people came from each."""

from peewee import fn

from desktop.core.contact import Source
from desktop.core.homework import HomeworkItem, HomeworkState
from desktop.store.file.database import StoreDatabase
from desktop.store.tables import ContactDirectionRow, ContactRow, HomeworkRow


class Homework:
    """Where to look for people, per direction and source."""

    def __init__(self, database: StoreDatabase) -> None:
        self._peewee = database.peewee

    def for_direction(self, direction_id: int) -> list[HomeworkItem]:
        """Every source for a direction, in the order of `Source`; those never touched are open."""
        counted = (
            ContactRow.select(ContactRow.source, fn.count(ContactRow.id))
            .join(ContactDirectionRow)
            .where(
                ContactDirectionRow.direction == direction_id,
                ContactRow.deleted_at.is_null(),
                ContactRow.source.is_null(False),
            )
            .group_by(ContactRow.source)
        )
        people = dict(counted.tuples().execute(self._peewee))
        stored = HomeworkRow.select().where(HomeworkRow.direction == direction_id).execute(self._peewee)
        rows = {row.source: row for row in stored}
        return [
            HomeworkItem(
                direction_id,
                source,
                text=rows[source].text if source in rows else "",
                state=rows[source].state if source in rows else HomeworkState.OPEN,
                people=people.get(source, 0),
            )
            for source in Source
        ]

    def set_state(self, direction_id: int, source: Source, state: HomeworkState) -> None:
        """Say whether the user has looked there (inside `store.action`)."""
        self._set(direction_id, source, state=state)

    def set_text(self, direction_id: int, source: Source, text: str) -> None:
        """Replace the shipped words by the user's own (inside `store.action`); empty: the shipped ones again."""
        self._set(direction_id, source, text=text)

    def _set(self, direction_id: int, source: Source, **columns: str) -> None:
        HomeworkRow.insert(direction=direction_id, source=source, **columns).on_conflict(
            conflict_target=[HomeworkRow.direction, HomeworkRow.source], update=columns
        ).execute(self._peewee)
