"""Meetings in the store: what is prepared for each, its planned questions, its facts for the brief."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from peewee import fn

from desktop.core.meeting import (
    Fact,
    LeftOpen,
    Meeting,
    PlannedQuestion,
    Priority,
)
from desktop.core.preparing.brief import BriefMaterial
from desktop.core.profile import Profile
from desktop.store.contacts import Contacts
from desktop.store.file.database import StoreDatabase
from desktop.store.meeting_lines import MeetingLines
from desktop.store.open_questions import left_open
from desktop.store.preferences import read_profile
from desktop.store.research import Research, to_note
from desktop.store.tables import (
    ContactRow,
    MeetingFactRow,
    MeetingRow,
    PlannedQuestionRow,
    ResearchNoteRow,
)

_OWN_COLUMNS = ("contact_id", "direction_id", "id")
_OF_STAGE = frozenset({"state", "starts_at", "contact_id"})


class Meetings(MeetingLines):
    """Informational interviews ahead and past."""

    def __init__(
        self, database: StoreDatabase, clock: Callable[[], datetime], contacts: Contacts, research: Research
    ) -> None:
        super().__init__(database, clock)
        self._contacts = contacts
        self._research = research

    # -- reading ----------------------------------------------------------------------------------------------------

    def find(self, meeting_id: int) -> Meeting | None:
        """One meeting, `None` if it is gone or its contact is deleted."""
        row = (
            MeetingRow.select()
            .join(ContactRow)
            .where(MeetingRow.id == meeting_id, MeetingRow.deleted_at.is_null(), ContactRow.deleted_at.is_null())
            .first()
        )
        return _to_meeting(row) if row else None

    def questions(self, meeting_id: int) -> list[PlannedQuestion]:
        """The plan of a meeting, in the user's order; what came up by itself is no part of it."""
        return self._questions(meeting_id, unplanned=False)

    def unplanned(self, meeting_id: int) -> list[PlannedQuestion]:
        """What came up by itself in a meeting, in the order it came."""
        return self._questions(meeting_id, unplanned=True)

    def facts(self, meeting_id: int) -> list[Fact]:
        """The research notes chosen for the brief, in the order they were chosen."""
        rows = (
            ResearchNoteRow.select()
            .join(MeetingFactRow)
            .where(MeetingFactRow.meeting == meeting_id, ResearchNoteRow.deleted_at.is_null())
            .order_by(MeetingFactRow.position, MeetingFactRow.id)
        )
        notes = [to_note(row) for row in rows]
        return [Fact(note.id, note.text, note.subject, note.address, note.read_on) for note in notes]

    def left_open(self, meeting_id: int) -> list[LeftOpen]:
        """Questions that found no answer in earlier meetings at the same organisation or on the same direction.

        Latest first, each question once; one that was answered in any of these meetings is not open any more.
        """
        meeting = self.find(meeting_id)
        return left_open(meeting) if meeting else []

    def brief_material(self, meeting_id: int) -> BriefMaterial:
        """Everything one brief needs.

        Raises:
            KeyError: if there is no such meeting.
        """
        meeting = self.find(meeting_id)
        contact = self._contacts.find(meeting.contact_id) if meeting else None
        if meeting is None or contact is None:
            raise KeyError(meeting_id)
        profile: Profile = read_profile(self._database.connection())
        return BriefMaterial(
            meeting, contact, profile, tuple(self.questions(meeting_id)), tuple(self.facts(meeting_id))
        )

    def _questions(self, meeting_id: int, unplanned: bool) -> list[PlannedQuestion]:
        row = PlannedQuestionRow
        rows = row.select().where(row.meeting == meeting_id, row.unplanned == unplanned)
        return [_to_question(found) for found in rows.order_by(row.position, row.id)]

    # -- changing (inside `store.action`) ---------------------------------------------------------------------------

    def add(self, meeting: Meeting) -> int:
        """Store a new meeting and return its id; its contact agreed to it on `created_at`, else now.

        Raises:
            KeyError: if the contact is gone.
        """
        if not ContactRow.select().where(ContactRow.id == meeting.contact_id).exists():
            raise KeyError(meeting.contact_id)
        fields = {
            name: getattr(meeting, name) for name in Meeting.__slots__ if name not in (*_OWN_COLUMNS, "created_at")
        }
        fields |= {"contact": meeting.contact_id, "direction": meeting.direction_id}
        fields["created_at"] = meeting.created_at or self._clock()
        meeting_id = int(MeetingRow.insert(**fields).execute())
        self._contacts.stages.refresh((meeting.contact_id,))
        return meeting_id

    def update(self, meeting_id: int, **fields: Any) -> None:
        """Change fields of `Meeting`. Where its contact stands follows; so for both if it is with another one now."""
        columns = {name.removesuffix("_id"): value for name, value in fields.items()}
        concerned = [] if _OF_STAGE.isdisjoint(fields) else [self._contact_of(meeting_id)]
        MeetingRow.update(columns).where(MeetingRow.id == meeting_id).execute()
        self._moved(*concerned, fields.get("contact_id"))

    def delete(self, meeting_id: int) -> None:
        """Mark a meeting as deleted."""
        MeetingRow.update(deleted_at=self._clock()).where(MeetingRow.id == meeting_id).execute()
        self._moved(self._contact_of(meeting_id))

    def restore(self, meeting_id: int) -> None:
        """Bring a deleted meeting back."""
        MeetingRow.update(deleted_at=None).where(MeetingRow.id == meeting_id).execute()
        self._moved(self._contact_of(meeting_id))

    def _contact_of(self, meeting_id: int) -> int | None:
        row = MeetingRow.get_or_none(MeetingRow.id == meeting_id)
        return row.contact_id if row else None

    def _moved(self, *contacts: int | None) -> None:
        """Where these contacts stand may have changed."""
        self._contacts.stages.refresh({contact_id for contact_id in contacts if contact_id})

    def add_question(self, question: PlannedQuestion) -> int:
        """Put a question at the end of its meeting's plan and return its id."""
        last = (
            PlannedQuestionRow.select(fn.max(PlannedQuestionRow.position))
            .where(PlannedQuestionRow.meeting == question.meeting_id)
            .scalar()
        )
        return int(
            PlannedQuestionRow.insert(
                meeting=question.meeting_id,
                question_key=question.question_key,
                topic=question.topic,
                text=question.text,
                priority=question.priority,
                minutes=question.minutes,
                follow_up=question.follow_up,
                position=0 if last is None else last + 1,
                answer=question.answer,
                answer_kind=question.answer_kind,
                in_confidence=question.in_confidence,
                unplanned=question.unplanned,
            ).execute()
        )

    def update_question(self, question_id: int, **fields: Any) -> None:
        """Change fields of `PlannedQuestion`."""
        PlannedQuestionRow.update(fields).where(PlannedQuestionRow.id == question_id).execute()

    def remove_question(self, question_id: int) -> None:
        """Take a question out of the plan."""
        PlannedQuestionRow.delete().where(PlannedQuestionRow.id == question_id).execute()

    def order_questions(self, ids: list[int]) -> None:
        """Put the questions of a plan into the order of these ids."""
        for position, question_id in enumerate(ids):
            PlannedQuestionRow.update(position=position).where(PlannedQuestionRow.id == question_id).execute()

    def choose_fact(self, meeting_id: int, note_id: int, chosen: bool) -> None:
        """Put a research note on the brief of a meeting, or take it off."""
        there = (MeetingFactRow.meeting == meeting_id) & (MeetingFactRow.note == note_id)
        if not chosen:
            MeetingFactRow.delete().where(there).execute()
        elif not MeetingFactRow.select().where(there).exists():
            last = (
                MeetingFactRow.select(fn.max(MeetingFactRow.position))
                .where(MeetingFactRow.meeting == meeting_id)
                .scalar()
            )
            MeetingFactRow.insert(meeting=meeting_id, note=note_id, position=0 if last is None else last + 1).execute()


def _to_meeting(row: MeetingRow) -> Meeting:
    fields = {name: getattr(row, name) for name in Meeting.__slots__ if name not in _OWN_COLUMNS}
    return Meeting(id=row.id, contact_id=row.contact_id, direction_id=row.direction_id, **fields)


def _to_question(row: PlannedQuestionRow) -> PlannedQuestion:
    return PlannedQuestion(
        row.id,
        row.meeting_id,
        row.question_key,
        row.topic,
        row.text,
        Priority(row.priority),
        row.minutes,
        row.follow_up,
        row.position,
        row.answer,
        row.answer_kind,
        row.in_confidence,
        row.unplanned,
    )
