"""What is done with a next step: the thing itself, or leaving it for a while, for good, or letting the person rest."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QObject, Signal

from desktop.core.meeting_line import MeetingState
from desktop.core.message import MessageKind, MessageState
from desktop.core.today.after_meeting import Introduction, Owed
from desktop.core.today.contact_event import EventKind
from desktop.core.today.values import Step, StepKind
from desktop.store.file.history import WITH_LAST
from desktop.ui.shared import days
from desktop.ui.workspace import Workspace
from desktop.work.today import REQUESTS

# The rule of follow-up itself knows these: a day moves the nudge, a nudge left out counts as one.
_SNOOZED_BY_RULE = frozenset({StepKind.NUDGE, StepKind.COME_BACK, StepKind.AGREE_TIME})
_LEFT_OUT_BY_RULE = {StepKind.NUDGE: EventKind.NUDGE_LEFT_OUT, StepKind.TRY_ANOTHER: EventKind.ANOTHER_LEFT_OUT}
_MEETING_AHEAD = frozenset({StepKind.PREPARE, StepKind.PRINT_BRIEF, StepKind.CONFIRM, StepKind.SAY_WHETHER})
_MESSAGES = {
    StepKind.CONFIRM: MessageKind.CONFIRMATION,
    StepKind.THANK: MessageKind.THANK_YOU,
    StepKind.NUDGE: MessageKind.NUDGE,
    StepKind.TELL_REFERRER: MessageKind.REPORT_BACK,
    StepKind.TELL_DECISION: MessageKind.REPORT_BACK,
    StepKind.CHECK_IN: MessageKind.KEEP_IN_TOUCH,
    StepKind.KEEP_PROMISE: MessageKind.KEEP_IN_TOUCH,
    StepKind.ASK_FOR_PROMISED: MessageKind.KEEP_IN_TOUCH,
    StepKind.KEEP_IN_TOUCH: MessageKind.KEEP_IN_TOUCH,
}


class StepActions(QObject):
    """Signals carry ids: of a contact to open or write to (with the kind of message) or agree a time with, of a meeting
    to open, print or learn from, of a learning entry; `known_requested` asks for the people one knows already."""

    contact_requested = Signal(int)
    write_requested = Signal(int, object)
    agreed_requested = Signal(int)
    meeting_requested = Signal(int)
    print_requested = Signal(int)
    learning_requested = Signal(int)
    entry_requested = Signal(int)
    known_requested = Signal()

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace

    # -- doing it -----------------------------------------------------------------------------------------------------

    def do(self, step: Step) -> None:
        """Do what the step asks for, or go where that is done."""
        contact, meeting = step.contact_id, step.meeting.id if step.meeting else 0
        step_actions: dict[StepKind, Callable[[], object]] = {
            StepKind.PRINT_BRIEF: lambda: self.print_requested.emit(meeting),
            StepKind.SAY_WHETHER: lambda: self.took_place(step, MeetingState.MET),
            StepKind.KEEP_LEARNING: lambda: self.learning_requested.emit(meeting),
            StepKind.PREPARE: lambda: self.meeting_requested.emit(meeting),
            StepKind.WRITE_UP: lambda: self.meeting_requested.emit(meeting),
            StepKind.AGREE_TIME: lambda: self.agreed_requested.emit(contact),
            StepKind.SEE_WHAT_CAME: lambda: self.entry_requested.emit(getattr(step.fact, "entry_id", 0)),
            StepKind.TRY_ANOTHER: lambda: self._write_to_another(step),
        }
        if step.kind is StepKind.NUDGE:
            self._no_reply_was_said()
        step_actions.get(step.kind, lambda: self.write_requested.emit(contact, self._message(step)))()

    def _write_to_another(self, step: Step) -> None:
        if step.other is None:
            self.known_requested.emit()
        else:
            self.write_requested.emit(step.other.id, None)

    def _message(self, step: Step) -> MessageKind | None:
        """The kind of message the step asks for, `None` for the usual one."""
        if step.kind is StepKind.FINISH_REQUEST:
            messages = self._workspace.store.messages.of_contact(step.contact_id)
            drafts = [each.kind for each in messages if each.state is MessageState.DRAFT and each.kind in REQUESTS]
            return drafts[0] if drafts else None
        return _MESSAGES.get(step.kind)

    def took_place(self, step: Step, state: MeetingState) -> None:
        """Say whether the meeting took place."""
        line, meetings = step.meeting, self._workspace.store.meetings
        if line is None:
            return
        met = state is MeetingState.MET
        name = self.tr("Meeting took place") if met else self.tr("Meeting did not happen")
        self._workspace.act(name, lambda: meetings.update(line.id, state=state))
        said = (
            self.tr("Noted: you met {name}.") if met else self.tr("Noted: it did not happen. It stays under Prepare.")
        )
        self._workspace.say_with_undo(said.format(name=line.contact))

    def confirmed(self, step: Step) -> None:
        """Say that the meeting is confirmed already."""
        line, meetings = step.meeting, self._workspace.store.meetings
        if line is not None:
            done = self.tr("Meeting is confirmed")
            self._workspace.act(done, lambda: meetings.update(line.id, remind_to_confirm=False))
            self._workspace.say_with_undo(self.tr("Noted: it is confirmed."))

    def settled(self, step: Step) -> None:
        """Say that a promise is kept, or that an introduction has come about."""
        store, today, fact = self._workspace.store, self._workspace.today(), step.fact
        if isinstance(fact, Owed):
            done = self.tr("Promise is kept")
            self._workspace.act(done, lambda: store.promises.update(fact.id, done_on=today))
            self._workspace.say_with_undo(self.tr("Noted: that promise is kept."))
        elif isinstance(fact, Introduction):
            done = self.tr("Introduced")
            self._workspace.act(done, lambda: store.contacts.update(fact.contact.id, introducing_since=None))
            self._workspace.say_with_undo(self.tr("Noted: you are introduced."))

    # -- leaving it ---------------------------------------------------------------------------------------------------

    @staticmethod
    def can_rest(step: Step) -> bool:
        """Whether the person can be let rest instead: not while a meeting with them lies ahead."""
        return bool(step.contact_id) and step.kind not in _MEETING_AHEAD

    def later(self, step: Step, until: date) -> None:
        """Leave the step until a day after today."""
        said = self.tr("It comes back on {day}.").format(day=days.written_out(until))
        if until == self._workspace.today() + timedelta(days=1):
            said = self.tr("It comes back tomorrow.")
        if step.kind in _SNOOZED_BY_RULE:
            self._step_of_contact(step, self.tr("Later"), said, EventKind.SNOOZED, until)
        else:
            self._put_off(step, self.tr("Later"), said, until)

    def not_now(self, step: Step) -> None:
        """Leave this one step out; someone to begin with is only left for today, for there may be nobody else."""
        tomorrow = self._workspace.today() + timedelta(days=1)
        if step.kind in _LEFT_OUT_BY_RULE:
            said = self.tr("Left out this time.")
            self._step_of_contact(step, self.tr("Not now"), said, _LEFT_OUT_BY_RULE[step.kind])
        elif step.kind is StepKind.BEGIN_WITH:
            self._put_off(step, self.tr("Not now"), self.tr("Not today, then."), tomorrow)
        else:
            self._put_off(step, self.tr("Not now"), self.tr("Left out; it does not come up again."), None)

    def rest(self, step: Step) -> None:
        """Let the person rest."""
        said = self.tr("It rests. Their page can take it up again.")
        self._step_of_contact(step, self.tr("Let it rest"), said, EventKind.RESTED)

    def _put_off(self, step: Step, done: str, said: str, until: date | None) -> None:
        put_off, today = self._workspace.store.put_off, self._workspace.today()
        self._workspace.act(done, lambda: put_off.add(step.key, today, until))
        self._workspace.say_with_undo(said)

    def _step_of_contact(self, step: Step, done: str, said: str, what: EventKind, until: date | None = None) -> None:
        steps, today = self._workspace.store.steps, self._workspace.today()
        self._workspace.act(done, lambda: steps.add(step.contact_id, what, today, until))
        if step.kind is StepKind.NUDGE:
            self._no_reply_was_said(WITH_LAST)
        self._workspace.say_with_undo(said)

    def _no_reply_was_said(self, visit: str = "") -> None:
        preferences = self._workspace.store.preferences
        if not preferences.settings().no_reply_said:
            done = self.tr("No reply is normal")
            self._workspace.act(done, lambda: preferences.update_settings(no_reply_said=True), visit)
