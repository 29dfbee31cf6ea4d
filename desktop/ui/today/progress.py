"""At the foot of Today: a practice talk, and on request how it has gone so far, in plain counts without rates."""

from collections import Counter
from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.core.letters.weekly_limit import (
    Mention,
    WeeklyLimit,
    first_day_of_week,
    is_cold,
    meeting_days,
    mentioned,
    to_mention,
)
from desktop.core.meeting_line import MeetingState
from desktop.core.message import Answer
from desktop.store.store import Store
from desktop.ui.settings import effective_week_start
from desktop.ui.theme import muted
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.plain_label import plain_label
from desktop.ui.workspace import Workspace
from desktop.work.today import REQUESTS


class ProgressSummary(QWidget):
    """`practice_requested` asks for a practice talk with a friend, `start_requested` for the three ways to begin."""

    practice_requested = Signal()
    start_requested = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.practise = QPushButton(self.tr("&Practise with a friend"))
        self.practise.clicked.connect(self.practice_requested)
        self.button = QPushButton(self.tr("How it has gone &so far"))
        self.button.setCheckable(True)
        self.button.toggled.connect(self._show)
        self.start = QPushButton(self.tr("Where are you &now?"))
        self.start.clicked.connect(self.start_requested)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for button in (self.practise, self.button, self.start):
            button.setProperty("quiet", True)
            flow.addWidget(button)
        self.counts = muted(plain_label(""))
        self.counts.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(buttons)
        column.addWidget(self.counts)

    def refresh(self) -> None:
        """Count again, if the counts are shown."""
        if self.button.isChecked():
            self._show(True)

    def _show(self, shown: bool) -> None:
        self.counts.setVisible(shown)
        if shown:
            self.counts.setText("\n".join(self._lines()))

    def _lines(self) -> list[str]:
        store, number = self._workspace.store, self._workspace.locale.toString
        sent = store.messages.sent_between(date.min, date.max)
        requests = [message for message in sent if message.kind in REQUESTS]
        answers = Counter(message.answer for message in sent if message.answer is not None)
        met = sum(line.state is MeetingState.MET for line in store.meeting_lines.past())
        lines = [
            self.tr("Requests written: {0}").format(number(len(requests))),
            self.tr("Answers: {0}").format(number(answers.total())),
        ]
        said = {
            Answer.YES: self.tr("yes: {0}"),
            Answer.LATER: self.tr("later: {0}"),
            Answer.SOMEONE_ELSE: self.tr("ask someone else: {0}"),
            Answer.NO: self.tr("no: {0}"),
        }
        lines += [f"    {text.format(number(answers[answer]))}" for answer, text in said.items() if answers[answer]]
        return [*lines, self.tr("Talks that took place: {0}").format(number(met))]


def over_limit(store: Store, now: datetime, week_start: int) -> tuple[Mention, ...]:
    """Which of the user's weekly limits was gone over this week and not mentioned yet. `now` is in the user's zone."""
    settings = store.preferences.settings()
    limit = WeeklyLimit(settings.weekly_cold_messages, settings.weekly_meetings, week_start)
    if limit.cold_messages is None and limit.meetings is None:
        return ()
    sent = store.today_facts.sent_between(first_day_of_week(now.date(), week_start), now.date())
    cold = [message.sent_on for message in sent if is_cold(message) and message.sent_on]
    lines = [*store.meeting_lines.ahead(), *store.meeting_lines.past()]
    starts = [line.starts_at for line in lines if line.starts_at and line.state is not MeetingState.CANCELLED]
    return to_mention(limit, cold, meeting_days(starts, now), now.date(), mentioned(settings.limit_mentioned))


def week_start_of(workspace: Workspace) -> int:
    """The first day of the user's week, 1 Monday … 7 Sunday."""
    return effective_week_start(workspace.store.preferences.settings(), workspace.locale)
