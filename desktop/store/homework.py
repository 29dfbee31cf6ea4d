"""Homework in the store: for each direction, the sources to look in, with how many people came from each."""

from typing import Any

from desktop.core.contact import Source
from desktop.core.homework import HomeworkItem, HomeworkState
from desktop.store.file.database import StoreDatabase
from desktop.store.tables import HomeworkRow

_PEOPLE = (
    "select c.source, count(*) from contact_direction d join contact c on c.id = d.contact_id "
    "where d.direction_id = ? and c.deleted_at is null and c.source is not null group by c.source"
)


class Homework:
    """Where to look for people, per direction and source."""

    def __init__(self, database: StoreDatabase) -> None:
        self._database = database

    def for_direction(self, direction_id: int) -> list[HomeworkItem]:
        """Every source for a direction, in the order of `Source`; those never touched are open."""
        counted: list[Any] = self._database.connection().execute(_PEOPLE, (direction_id,)).fetchall()
        people = dict(counted)
        rows = {row.source: row for row in HomeworkRow.select().where(HomeworkRow.direction == direction_id)}
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
        """Put the user's own words in the place of the shipped ones (inside `store.action`); empty: those again."""
        self._set(direction_id, source, text=text)

    def _set(self, direction_id: int, source: Source, **fields: Any) -> None:
        HomeworkRow.insert(direction=direction_id, source=source, **fields).on_conflict(
            conflict_target=[HomeworkRow.direction, HomeworkRow.source], update=fields
        ).execute()
