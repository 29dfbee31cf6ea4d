"""The meeting that is being prepared: read from the store, changed through it, told to the pages when it changed."""

from typing import Unpack

from PySide6.QtCore import QObject, Signal

from desktop.core.contact import Contact
from desktop.core.meeting import Meeting, MeetingChanges, PlannedQuestion, PlannedQuestionChanges, PreparationPage
from desktop.core.preparing.brief import Brief
from desktop.core.preparing.preparation import Preparation
from desktop.core.preparing.readiness import Missing, Prepared, missing
from desktop.store.file.history import WITH_LAST, Change
from desktop.ui.workspace import Workspace
from desktop.work.briefs import brief_of

# Changes elsewhere that reach the wizard: undo, another tab, the settings.
_CONCERNED = frozenset(
    {
        "meeting",
        "planned_question",
        "meeting_fact",
        "research_note",
        "contact",
        "contact_detail",
        "organisation",
        "direction",
        "own_question",
        "own_topic",
        "setting",
    }
)


class OpenMeeting(QObject):
    """One meeting at a time, as a frozen value that is read anew after every change.

    `changed` comes after each change that concerns it, `gone` when the meeting can no longer be found.
    """

    changed = Signal()
    gone = Signal()

    def __init__(self, workspace: Workspace, preparation: Preparation, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.preparation = preparation
        self._prepared = Prepared(Meeting())
        self._unplanned: tuple[PlannedQuestion, ...] = ()
        workspace.changed.connect(self._follow)

    @property
    def id(self) -> int:
        """The meeting's id, 0 while none is open."""
        return self._prepared.meeting.id

    @property
    def prepared(self) -> Prepared:
        """Everything prepared so far."""
        return self._prepared

    @property
    def meeting(self) -> Meeting:
        """The meeting itself."""
        return self._prepared.meeting

    @property
    def contact(self) -> Contact:
        """Whom it is with."""
        return self._prepared.contact or Contact()

    @property
    def questions(self) -> tuple[PlannedQuestion, ...]:
        """The plan, in the user's order."""
        return self._prepared.questions

    @property
    def unplanned(self) -> tuple[PlannedQuestion, ...]:
        """What came up by itself, in the order it came."""
        return self._unplanned

    def missing(self) -> tuple[Missing, ...]:
        """What is still missing today."""
        return missing(self._prepared, self.workspace.today())

    def brief(self) -> Brief:
        """The brief as it is.

        Raises:
            UserError: while there is no question to ask.
        """
        return brief_of(self.workspace.store, self.id)

    def open(self, meeting_id: int) -> bool:
        """Make this the meeting that is prepared; whether it is there."""
        return self._read(meeting_id)

    def close(self) -> None:
        """Let go of the meeting."""
        self._prepared = Prepared(Meeting())
        self._unplanned = ()

    def update(self, name: str, visit: str = "", **changes: Unpack[MeetingChanges]) -> None:
        """Change fields of the meeting, as one action called `name`.

        Raises:
            UserError: if it could not be done; it has been said already.
        """
        if any(getattr(self.meeting, field) != value for field, value in changes.items()):
            meetings, meeting_id = self.workspace.store.meetings, self.id
            self.workspace.act(name, lambda: meetings.update(meeting_id, **changes), visit)

    def keep_page(self, page: PreparationPage) -> None:
        """Remember where the wizard is, for the next start.

        It is no step of undo: Undo takes back what was typed, not that a page was turned. While something can be done
        again it is left alone, so that it can still be.
        """
        store = self.workspace.store
        if page != self.meeting.page and not store.next_redo:
            self.update(self.tr("Turn the page"), WITH_LAST, page=str(page))

    def update_question(
        self, question_id: int, name: str, visit: str = "", **changes: Unpack[PlannedQuestionChanges]
    ) -> None:
        """Change fields of one question, planned or not, as one action called `name`.

        Raises:
            UserError: if it could not be done; it has been said already.
        """
        questions = (*self.questions, *self.unplanned)
        before = next((question for question in questions if question.id == question_id), None)
        if before is not None and any(getattr(before, field) != value for field, value in changes.items()):
            meetings = self.workspace.store.meetings
            self.workspace.act(name, lambda: meetings.update_question(question_id, **changes), visit)

    def add_unplanned(self) -> int:
        """Make room for what came up by itself, and give its id; room that is still empty is used first."""
        for there in self.unplanned:
            if not there.text.strip() and not there.answer.strip():
                return there.id
        meetings, came = self.workspace.store.meetings, PlannedQuestion(meeting_id=self.id, unplanned=True)
        return self.workspace.act(self.tr("Add what came by itself"), lambda: meetings.add_question(came))

    def remove_unplanned(self, question_id: int) -> None:
        """Take out what came up by itself."""
        meetings = self.workspace.store.meetings
        self.workspace.act(self.tr("Take out what came by itself"), lambda: meetings.remove_question(question_id))
        self.workspace.say_with_undo(self.tr("It is taken out."))

    def _follow(self, change: Change) -> None:
        if not self.id or not change.tables & _CONCERNED:
            return
        if self._read(self.id):
            self.changed.emit()
        else:
            self.close()
            self.gone.emit()

    def _read(self, meeting_id: int) -> bool:
        store = self.workspace.store
        meeting = store.meetings.find(meeting_id)
        if meeting is None:
            return False
        self._prepared = Prepared(
            meeting,
            store.contacts.find(meeting.contact_id),
            tuple(store.meetings.questions(meeting_id)),
            tuple(store.research.for_contact(meeting.contact_id)),
            tuple(store.meetings.facts(meeting_id)),
        )
        self._unplanned = tuple(store.meetings.unplanned(meeting_id))
        return True
