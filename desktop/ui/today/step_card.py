"""The card of one next step: what it is, one button that does it, and quiet ways to leave it for now."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from desktop.core.contact_event import What
from desktop.core.meeting_line import MeetingState
from desktop.core.message import MessageKind, MessageState
from desktop.core.today import Step, StepKind
from desktop.store.history import WITH_LAST
from desktop.ui.follow_up_words import rule
from desktop.ui.theme import muted
from desktop.ui.today import wording
from desktop.ui.today.reading import REQUESTS
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from desktop.ui.today.later_row import LaterRow

_CAN_REST = frozenset({StepKind.NUDGE, StepKind.COME_BACK, StepKind.AGREE_TIME})
_LEFT_OUT = {StepKind.NUDGE: What.NUDGE_LEFT_OUT, StepKind.TRY_ANOTHER: What.ANOTHER_LEFT_OUT}
_KINDS = {
    StepKind.CONFIRM: MessageKind.CONFIRMATION,
    StepKind.THANK: MessageKind.THANK_YOU,
    StepKind.NUDGE: MessageKind.NUDGE,
}
_Button = tuple[str, Callable[[], object], str]


class StepCard(Card):
    """Signals carry ids: of a contact to open or write to (with the kind of message) or agree a time with, of a meeting
    to open, print or learn from; `known_requested` asks for the people one knows already."""

    contact_requested = Signal(int)
    write_requested = Signal(int, object)
    agreed_requested = Signal(int)
    meeting_requested = Signal(int)
    print_requested = Signal(int)
    learning_requested = Signal(int)
    known_requested = Signal()

    def __init__(
        self, workspace: Workspace, step: Step, now: datetime, first: bool, parent: QWidget | None = None
    ) -> None:
        said = wording.step(step, now, workspace.locale)
        super().__init__(said.title, "next" if first else "", parent)
        self._workspace = workspace
        self._step = step
        self._until: LaterRow | None = None
        self.body.setSpacing(8)
        self.body.addWidget(muted(plain(said.reason)))
        if step.kind is StepKind.NUDGE:
            self._add_rule()
        row = FlowLayout()
        for text, act, look in ((said.button, self._do, "primary"), *self._quiet_ways()):
            button = QPushButton(text)
            button.setProperty(look, True)
            button.setAccessibleDescription(said.title)
            button.clicked.connect(lambda _checked=False, act=act: act())
            row.addWidget(button)
        self.body.addLayout(row)

    # -- what it does -----------------------------------------------------------------------------------------------

    def _do(self) -> None:
        step, contact = self._step, self._step.contact_id
        meeting = step.meeting.id if step.meeting else 0
        if step.kind is StepKind.NUDGE:
            self._no_reply_was_said()
        if step.kind is StepKind.TRY_ANOTHER:
            if step.other is None:
                self.known_requested.emit()
            else:
                self.write_requested.emit(step.other.id, None)
            return
        doings: dict[StepKind, Callable[[], object]] = {
            StepKind.PRINT_BRIEF: lambda: self.print_requested.emit(meeting),
            StepKind.SAY_WHETHER: lambda: self._took_place(MeetingState.MET),
            StepKind.KEEP_LEARNING: lambda: self.learning_requested.emit(meeting),
            StepKind.PREPARE: lambda: self.meeting_requested.emit(meeting),
            StepKind.WRITE_UP: lambda: self.meeting_requested.emit(meeting),
            StepKind.AGREE_TIME: lambda: self.agreed_requested.emit(contact),
        }
        doings.get(step.kind, lambda: self.write_requested.emit(contact, self._kind()))()

    def _kind(self) -> MessageKind | None:
        """The kind of message the step asks for, `None` for the usual one."""
        if self._step.kind is StepKind.FINISH_REQUEST:
            messages = self._workspace.store.messages.of_contact(self._step.contact_id)
            drafts = [each.kind for each in messages if each.state is MessageState.DRAFT and each.kind in REQUESTS]
            return drafts[0] if drafts else None
        return _KINDS.get(self._step.kind)

    def _quiet_ways(self) -> list[_Button]:
        kind = self._step.kind
        ways: list[_Button] = []
        if kind is StepKind.SAY_WHETHER:
            ways.append((self.tr("It did not happen"), lambda: self._took_place(MeetingState.CANCELLED), "quiet"))
        if kind is StepKind.CONFIRM:
            ways.append((self.tr("It is confirmed already"), self._confirmed, "quiet"))
        if kind in (StepKind.BEGIN_WITH, StepKind.AGREE_TIME):
            contact_id = self._step.contact_id
            ways.append((self.tr("Open page"), lambda: self.contact_requested.emit(contact_id), "quiet"))
        if kind in _CAN_REST:
            ways.append((self.tr("Later …"), self._offer_later, "quiet"))
        if kind in _LEFT_OUT or kind in (StepKind.BEGIN_WITH, StepKind.FINISH_REQUEST, StepKind.THANK):
            ways.append((self.tr("Not now"), self._not_now, "quiet"))
        if kind in _CAN_REST:
            ways.append((self.tr("Let it rest"), self._rest, "quiet"))
        return ways

    def _took_place(self, state: MeetingState) -> None:
        line, meetings = self._step.meeting, self._workspace.store.meetings
        if line is None:
            return
        met = state is MeetingState.MET
        name = self.tr("Meeting took place") if met else self.tr("Meeting did not happen")
        self._workspace.act(name, lambda: meetings.update(line.id, state=state))
        said = (
            self.tr("Noted: you met {name}.") if met else self.tr("Noted: it did not happen. It stays under Prepare.")
        )
        self._workspace.say_with_undo(said.format(name=line.contact))

    def _confirmed(self) -> None:
        line, meetings = self._step.meeting, self._workspace.store.meetings
        if line is not None:
            done = self.tr("Meeting is confirmed")
            self._workspace.act(done, lambda: meetings.update(line.id, remind_to_confirm=False))
            self._workspace.say_with_undo(self.tr("Noted: it is confirmed."))

    # -- leaving it for now -----------------------------------------------------------------------------------------

    def _add_rule(self) -> None:
        """The rule as it is set; and once, that no reply is normal."""
        settings = self._workspace.store.preferences.settings()
        self.body.addWidget(muted(plain(rule(settings))))
        if not settings.no_reply_said:
            kind = self.tr("No reply is normal. People are busy; it says nothing about you.")
            self.body.addWidget(plain(kind))

    def _no_reply_was_said(self, visit: str = "") -> None:
        preferences = self._workspace.store.preferences
        if not preferences.settings().no_reply_said:
            done = self.tr("No reply is normal")
            self._workspace.act(done, lambda: preferences.update_settings(no_reply_said=True), visit)

    def _step_of_contact(self, done: str, said: str, what: What, until: date | None = None) -> None:
        contact_id, steps, today = self._step.contact_id, self._workspace.store.steps, self._workspace.today()
        nudge = self._step.kind is StepKind.NUDGE
        self._workspace.act(done, lambda: steps.add(contact_id, what, today, until))
        if nudge:
            self._no_reply_was_said(WITH_LAST)
        self._workspace.say_with_undo(said)

    def _not_now(self) -> None:
        what = _LEFT_OUT.get(self._step.kind, What.SNOOZED)
        until = self._workspace.today() + timedelta(days=1) if what is What.SNOOZED else None
        said = self.tr("Not today, then.") if until else self.tr("Left out this time.")
        self._step_of_contact(self.tr("Not now"), said, what, until)

    def _rest(self) -> None:
        self._step_of_contact(
            self.tr("Let it rest"), self.tr("It rests. Their page can take it up again."), What.RESTED
        )

    def _offer_later(self) -> None:
        from desktop.ui.today.later_row import LaterRow

        if self._until is None:
            self._until = LaterRow(self._workspace)
            self._until.chosen.connect(self._later)
            self.body.addWidget(self._until)
        self._until.day.setFocus()

    def _later(self, until: date) -> None:
        said = self.tr("It comes back on {day}.").format(day=wording.date_of(until, self._workspace.locale))
        self._step_of_contact(self.tr("Later"), said, What.SNOOZED, until)


def plain(text: str) -> QLabel:
    """A line of text that is never read as markup."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
