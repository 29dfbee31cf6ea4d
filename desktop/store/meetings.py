"""Meetings in the store: what is prepared for each, its planned questions, its facts for the brief."""

from collections.abc import Callable
from datetime import datetime
from typing import Unpack

from peewee import fn

from desktop.core.meeting import LeftOpen, Meeting, MeetingChanges, MeetingFact, PlannedQuestion, PlannedQuestionChanges
from desktop.core.preparing.brief import BriefMaterial
from desktop.store.contacts import Contacts
from desktop.store.file.database import StoreDatabase
from desktop.store.meeting_lines import MeetingLines
from desktop.store.open_questions import left_open
from desktop.store.preferences import read_profile
from desktop.store.research import Research
from desktop.store.tables import ContactRow, MeetingFactRow, MeetingRow, PlannedQuestionRow, ResearchNoteRow
from desktop.store.tables.rows import columns_of, field_names

_COLUMNS = columns_of(MeetingRow, Meeting)
_OF_QUESTIONS = columns_of(PlannedQuestionRow, PlannedQuestion)
_OF_STAGE = frozenset({"state", "starts_at", "contact_id"})


class Meetings(MeetingLines):
    """Informational interviews ahead and past."""

    def __init__(
        self, database: StoreDatabase, clock: Callable[[], datetime], contacts: Contacts, research: Research
    ) -> None:
        super().__init__(database, clock)
        self._peewee = database.peewee
        self._contacts = contacts
        self._research = research

    # -- reading ----------------------------------------------------------------------------------------------------

    def find(self, meeting_id: int) -> Meeting | None:
        """One meeting, `None` if it is gone or its contact is deleted."""
        values = (
            MeetingRow.select(*_COLUMNS)
            .join(ContactRow)
            .where(MeetingRow.id == meeting_id, MeetingRow.deleted_at.is_null(), ContactRow.deleted_at.is_null())
            .tuples()
            .first(self._peewee)
        )
        return Meeting(*values) if values else None

    def questions(self, meeting_id: int) -> list[PlannedQuestion]:
        """The plan of a meeting, in the user's order; what came up by itself is no part of it."""
        return self._questions(meeting_id, unplanned=False)

    def unplanned(self, meeting_id: int) -> list[PlannedQuestion]:
        """What came up by itself in a meeting, in the order it came."""
        return self._questions(meeting_id, unplanned=True)

    def facts(self, meeting_id: int) -> list[MeetingFact]:
        """The research notes chosen for the brief, in the order they were chosen."""
        rows = (
            ResearchNoteRow.select()
            .join(MeetingFactRow)
            .where(MeetingFactRow.meeting == meeting_id, ResearchNoteRow.deleted_at.is_null())
            .order_by(MeetingFactRow.position, MeetingFactRow.id)
        )
        return [
            MeetingFact(note.id, note.text, note.subject, note.address, note.read_on)
            for note in rows.execute(self._peewee)
        ]

    def left_open(self, meeting_id: int) -> list[LeftOpen]:
        """Questions that found no answer in earlier meetings at the same organisation or on the same direction.

        Latest first, each question once; one that was answered in any of these meetings is not open any more.
        """
        meeting = self.find(meeting_id)
        return left_open(self._peewee, meeting) if meeting else []

    def brief_material(self, meeting_id: int) -> BriefMaterial:
        """Everything one brief needs.

        Raises:
            KeyError: if there is no such meeting.
        """
        meeting = self.find(meeting_id)
        contact = self._contacts.find(meeting.contact_id) if meeting else None
        if meeting is None or contact is None:
            raise KeyError(meeting_id)
        profile = read_profile(self._database.connection())
        return BriefMaterial(
            meeting, contact, profile, tuple(self.questions(meeting_id)), tuple(self.facts(meeting_id))
        )

    def _questions(self, meeting_id: int, unplanned: bool) -> list[PlannedQuestion]:
        row = PlannedQuestionRow
        rows = row.select(*_OF_QUESTIONS).where(row.meeting == meeting_id, row.unplanned == unplanned)
        found = rows.order_by(row.position, row.id).tuples().execute(self._peewee)
        return [PlannedQuestion(*values) for values in found]

    # -- changing (inside `store.action`) ---------------------------------------------------------------------------

    def add(self, meeting: Meeting) -> int:
        """Store a new meeting and return its id; its contact agreed to it on `created_at`, else now.

        Raises:
            KeyError: if the contact is gone.
        """
        if not ContactRow.select().where(ContactRow.id == meeting.contact_id).exists(self._peewee):
            raise KeyError(meeting.contact_id)
        columns = {name: getattr(meeting, name) for name in field_names(Meeting, without=("id",))}
        columns["created_at"] = meeting.created_at or self._clock()
        meeting_id = int(MeetingRow.insert(columns).execute(self._peewee))
        self._contacts.stages.refresh((meeting.contact_id,))
        return meeting_id

    def update(self, meeting_id: int, **changes: Unpack[MeetingChanges]) -> None:
        """Change fields of `Meeting`. The stage of its contact follows; so for both if it is with another one now."""
        concerned = [] if _OF_STAGE.isdisjoint(changes) else [self._contact_of(meeting_id)]
        MeetingRow.update(changes).where(MeetingRow.id == meeting_id).execute(self._peewee)
        self._moved(*concerned, changes.get("contact_id"))

    def delete(self, meeting_id: int) -> None:
        """Mark a meeting as deleted."""
        MeetingRow.mark(self._peewee, meeting_id, self._clock())
        self._moved(self._contact_of(meeting_id))

    def restore(self, meeting_id: int) -> None:
        """Bring a deleted meeting back."""
        MeetingRow.mark(self._peewee, meeting_id, None)
        self._moved(self._contact_of(meeting_id))

    def _contact_of(self, meeting_id: int) -> int | None:
        row = MeetingRow.select().where(MeetingRow.id == meeting_id).first(self._peewee)
        return row.contact_id if row else None

    def _moved(self, *contacts: int | None) -> None:
        """The stages of these contacts may have changed."""
        self._contacts.stages.refresh({contact_id for contact_id in contacts if contact_id})

    def add_question(self, question: PlannedQuestion) -> int:
        """Put a question at the end of its meeting's plan and return its id."""
        columns = {name: getattr(question, name) for name in field_names(PlannedQuestion, without=("id",))}
        columns["position"] = self._after(PlannedQuestionRow, question.meeting_id)
        return int(PlannedQuestionRow.insert(columns).execute(self._peewee))

    def _after(self, row: type[PlannedQuestionRow | MeetingFactRow], meeting_id: int) -> int:
        """The position behind the last that a meeting has of these rows."""
        last = row.select(fn.max(row.position)).where(row.meeting == meeting_id).scalar(self._peewee)
        return 0 if last is None else int(last) + 1

    def update_question(self, question_id: int, **changes: Unpack[PlannedQuestionChanges]) -> None:
        """Change fields of `PlannedQuestion`."""
        PlannedQuestionRow.update(changes).where(PlannedQuestionRow.id == question_id).execute(self._peewee)

    def remove_question(self, question_id: int) -> None:
        """Take a question out of the plan."""
        PlannedQuestionRow.delete().where(PlannedQuestionRow.id == question_id).execute(self._peewee)

    def order_questions(self, ids: list[int]) -> None:
        """Put the questions of a plan into the order of these ids."""
        row = PlannedQuestionRow
        for position, question_id in enumerate(ids):
            row.update(position=position).where(row.id == question_id).execute(self._peewee)

    def choose_fact(self, meeting_id: int, note_id: int, chosen: bool) -> None:
        """Put a research note on the brief of a meeting, or take it off."""
        there = (MeetingFactRow.meeting == meeting_id) & (MeetingFactRow.note == note_id)
        if not chosen:
            MeetingFactRow.delete().where(there).execute(self._peewee)
        elif not MeetingFactRow.select().where(there).exists(self._peewee):
            position = self._after(MeetingFactRow, meeting_id)
            MeetingFactRow.insert(meeting=meeting_id, note=note_id, position=position).execute(self._peewee)
