"""Meetings as lists show them: light rows.

Hand-written SQL, read at every start: importing peewee and the tables for it would take 65 ms.
"""

from collections.abc import Callable, Iterable
from datetime import datetime

from desktop.core.meeting_line import MeetingLine, MeetingState, Way, is_over
from desktop.store.file.database import StoreDatabase
from desktop.store.file.rows import AMONG, Row, listed, moment, read

# Of a meeting m: the user says that enough is written, or something was noted at it. White space is no note.
_NOTED = "notes, surprised, will_use, named, promised, their_words"
_BLANK = "char(32, 9, 10, 13)"
WRITTEN_UP = (
    f"(m.written_up_at is not null or trim({' || '.join(f'm.{each}' for each in _NOTED.split(', '))}, {_BLANK}) <> '' "
    f"or exists (select 1 from planned_question q where q.meeting_id = m.id and trim(q.answer, {_BLANK}) <> ''))"
)
_QUESTIONS = "select count(*) from planned_question q where q.meeting_id = m.id and not q.unplanned"
_LINES = (
    "select m.id, m.contact_id, c.name, coalesce(o.name, ''), m.state, m.starts_at, m.zone, m.way, m.minutes, "
    f"m.purpose, ({_QUESTIONS}), ({_QUESTIONS} and q.answer <> ''), {WRITTEN_UP} "
    "from meeting m join contact c on c.id = m.contact_id left join organisation o on o.id = c.organisation_id "
    "where m.deleted_at is null and c.deleted_at is null"
)
_LATEST_FIRST = "order by m.starts_at desc, m.id desc"


# A row of `_LINES`.
_Row = tuple[int, int, str, str, str, str | None, str, str, int, str, int, int, int]


class MeetingLines:
    """The lists of meetings."""

    def __init__(self, database: StoreDatabase, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    def ahead(self) -> list[MeetingLine]:
        """Planned meetings: those without a time first, then by time."""
        return self._lines("and m.state = ? order by m.starts_at, m.id", MeetingState.PLANNED)

    def past(self) -> list[MeetingLine]:
        """Meetings that took place or were called off, latest first."""
        return self._lines(f"and m.state <> ? {_LATEST_FIRST}", MeetingState.PLANNED)

    def of_contact(self, contact_id: int) -> list[MeetingLine]:
        """All meetings with a contact, latest first."""
        return self._lines(f"and m.contact_id = ? {_LATEST_FIRST}", contact_id)

    def next(self) -> MeetingLine | None:
        """The next planned meeting that has a time and is not over, `None` if there is none."""
        now = self._clock()
        return next((line for line in self.ahead() if line.starts_at is not None and not is_over(line, now)), None)

    def with_notes(self, ids: Iterable[int]) -> frozenset[int]:
        """Those of the meetings that something was noted at beyond the plan, or of which enough is written."""
        rows = self._of(f"id, {_NOTED}, written_up_at from meeting where id", ids)
        noted = {number for number, *texts in rows if any(text and text.strip() for text in texts)}
        came = self._of("meeting_id, answer from planned_question where unplanned and meeting_id", ids)
        return frozenset(noted | {number for number, answer in came if answer.strip()})

    def learned_from(self, ids: Iterable[int]) -> frozenset[int]:
        """Those of the meetings that a learning entry was written from."""
        entries = self._of("meeting_id, deleted_at from learning_entry where meeting_id", ids)
        return frozenset(number for number, deleted_at in entries if deleted_at is None)

    def to_be_confirmed(self, ids: Iterable[int]) -> dict[int, datetime]:
        """Those of the meetings that the user wants to confirm, each with the moment it was entered."""
        wanted = self._of("id, created_at from meeting where remind_to_confirm and created_at is not null and id", ids)
        return {number: datetime.fromisoformat(created_at) for number, created_at in wanted}

    def _lines(self, condition: str, value: str | int) -> list[MeetingLine]:
        return [_to_line(row) for row in self._rows(f"{_LINES} {condition}", value)]

    def _of(self, what: str, ids: Iterable[int]) -> list[Row]:
        wanted = list(ids)
        return self._rows(f"select {what} {AMONG}", listed(wanted)) if wanted else []

    def _rows(self, sql: str, value: str | int) -> list[Row]:
        return read(self._database.connection(), sql, (value,))


def _to_line(row: _Row) -> MeetingLine:
    (
        number,
        contact_id,
        contact,
        organisation,
        state,
        starts_at,
        zone,
        way,
        minutes,
        purpose,
        questions,
        answered,
        up,
    ) = row
    return MeetingLine(
        number,
        contact_id,
        contact,
        organisation,
        MeetingState(state),
        moment(starts_at),
        zone,
        Way(way),
        minutes,
        purpose,
        questions,
        answered,
        bool(up),
    )
