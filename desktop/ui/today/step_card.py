"""The card of one next step: what it is, one button that does it, and quiet ways to leave it for now."""

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QWidget

from desktop.core.meeting_line import MeetingState
from desktop.core.today.values import Step, StepKind
from desktop.ui.shared.follow_up_words import rule
from desktop.ui.theme import muted
from desktop.ui.today.step_actions import StepActions
from desktop.ui.today.wording import WordsOfLocale
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.plain_label import plain_label
from desktop.ui.workspace import Workspace
from desktop.work import today_words

if TYPE_CHECKING:
    from desktop.ui.today.later_row import LaterRow

# Where letting the person rest is an answer as likely as the others, it is on the card itself.
_OFTEN_RESTS = frozenset({StepKind.NUDGE, StepKind.COME_BACK, StepKind.AGREE_TIME})
_Button = tuple[str, Callable[[], object], str]


class StepCard(Card):
    """`step_actions` does what is chosen."""

    def __init__(
        self,
        workspace: Workspace,
        step_actions: StepActions,
        step: Step,
        now: datetime,
        first: bool,
        parent: QWidget | None = None,
    ) -> None:
        said = today_words.step(step, now, WordsOfLocale(workspace.locale))
        super().__init__(said.title, "next" if first else "", parent)
        self._workspace = workspace
        self._step_actions = step_actions
        self._step = step
        self._until: LaterRow | None = None
        self.body.setSpacing(8)
        self.body.addWidget(muted(plain_label(said.reason)))
        if step.kind is StepKind.NUDGE:
            self._add_rule()
        row = FlowLayout()
        main = "primary" if first else "main"  # the accent is for the one next step
        for text, act, look in ((said.button, lambda: step_actions.do(step), main), *self._quiet_ways()):
            button = QPushButton(text)
            button.setProperty(look, True)
            button.setAccessibleDescription(said.title)
            button.clicked.connect(lambda _checked=False, act=act: act())
            row.addWidget(button)
        self.body.addLayout(row)

    def _quiet_ways(self) -> list[_Button]:
        step, do = self._step, self._step_actions
        special: dict[StepKind, _Button] = {
            StepKind.SAY_WHETHER: (
                self.tr("It did not happen"),
                lambda: do.took_place(step, MeetingState.CANCELLED),
                "quiet",
            ),
            StepKind.CONFIRM: (self.tr("It is confirmed already"), lambda: do.confirmed(step), "quiet"),
            StepKind.KEEP_PROMISE: (self.tr("It is done"), lambda: do.settled(step), "quiet"),
            StepKind.ASK_FOR_PROMISED: (self.tr("It has come"), lambda: do.settled(step), "quiet"),
            StepKind.CHECK_IN: (self.tr("We are introduced"), lambda: do.settled(step), "quiet"),
        }
        ways = [special[step.kind]] if step.kind in special else []
        if step.kind in (StepKind.BEGIN_WITH, StepKind.AGREE_TIME, StepKind.KEEP_IN_TOUCH):
            ways.append((self.tr("Open page"), lambda: do.contact_requested.emit(step.contact_id), "quiet"))
        ways.append((self.tr("Later…"), self._offer_later, "quiet"))
        ways.append((self.tr("Not now"), lambda: do.not_now(step), "quiet"))
        if step.kind in _OFTEN_RESTS:
            ways.append((self.tr("Let it rest"), lambda: do.rest(step), "quiet"))
        return ways

    def _add_rule(self) -> None:
        """The rule as it is set; and once, that no reply is normal."""
        settings = self._workspace.store.preferences.settings()
        self.body.addWidget(muted(plain_label(rule(settings))))
        if not settings.no_reply_said:
            kind = self.tr("No reply is normal. People are busy; it says nothing about you.")
            self.body.addWidget(plain_label(kind))

    def _offer_later(self) -> None:
        from desktop.ui.today.later_row import LaterRow

        if self._until is None:
            can_rest = self._step_actions.can_rest(self._step) and self._step.kind not in _OFTEN_RESTS
            self._until = LaterRow(self._workspace, can_rest)
            self._until.chosen.connect(self._later)
            self._until.rest_chosen.connect(lambda: self._step_actions.rest(self._step))
            self.body.addWidget(self._until)
        self._until.tomorrow.setFocus()

    def _later(self, until: date) -> None:
        self._step_actions.later(self._step, until)
