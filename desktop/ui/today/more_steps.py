"""Below the next steps, one click away: what else is possible today, and why these three were chosen."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.core.today.ranking import also_possible
from desktop.core.today.values import Step
from desktop.ui.theme import muted
from desktop.ui.today.step_actions import StepActions
from desktop.ui.today.wording import WordsOfLocale
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.plain_label import plain_label
from desktop.ui.workspace import Workspace
from desktop.work import today_words
from desktop.work.today import today_material

_SHOWN = 20  # a list longer than this is no help


class MoreSteps(QWidget):
    """Two quiet switches and what they open. Nothing is read before it is asked for."""

    def __init__(self, workspace: Workspace, step_actions: StepActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._step_actions = step_actions
        self._now: datetime | None = None
        self._steps: tuple[Step, ...] | None = None
        self.also = QPushButton(self.tr("&Also possible"))
        self.why = QPushButton(self.tr("&Why these?"))
        row = QWidget()
        flow = FlowLayout(row)
        for button in (self.also, self.why):
            button.setCheckable(True)
            button.setProperty("quiet", True)
            flow.addWidget(button)
        self.also.toggled.connect(self._show_steps)
        self.why.toggled.connect(self._show_reasons)
        self.list = QWidget()
        self._rows = QVBoxLayout(self.list)
        self._rows.setContentsMargins(12, 0, 0, 0)
        self._rows.setSpacing(8)
        self.reasons = muted(plain_label(""))
        self.reasons.setContentsMargins(12, 8, 0, 0)
        self.list.hide()
        self.reasons.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for each in (row, self.list, self.reasons):
            column.addWidget(each)

    def refresh(self, now: datetime) -> None:
        """Look again, if the list is open. `now` is in the user's zone."""
        self._now = now
        if self.also.isChecked():
            self._show_steps(True)

    def _show_steps(self, shown: bool) -> None:
        self.list.setVisible(shown)
        if not shown or self._now is None:
            self._steps = None
            return
        steps = also_possible(today_material(self._workspace.store, self._now, everything=True), self._now)[:_SHOWN]
        if steps == self._steps:
            return
        self._steps = steps
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for step in steps:
            self._rows.addWidget(self._row(step, self._now))
        if not steps:
            self._rows.addWidget(muted(plain_label(self.tr("Nothing else today. That is fine."))))

    def _row(self, step: Step, now: datetime) -> QWidget:
        said = today_words.step(step, now, WordsOfLocale(self._workspace.locale))
        link = QPushButton(said.title.replace("&", "&&"))
        link.setProperty("link", True)
        link.setAccessibleDescription(said.button)
        link.setToolTip(said.button)
        link.clicked.connect(lambda: self._step_actions.do(step))
        quiet = muted(plain_label(said.reason))
        quiet.setIndent(4)  # below the words of the link, whose focus ring has its own room
        row = QWidget()
        pair = QVBoxLayout(row)
        pair.setContentsMargins(0, 0, 0, 0)
        pair.setSpacing(0)
        pair.addWidget(link, 0, Qt.AlignmentFlag.AlignLeading)
        pair.addWidget(quiet)
        return row

    def _show_reasons(self, shown: bool) -> None:
        if shown and not self.reasons.text():
            from desktop.ui.today import ranking_words

            lines = [f"{rank}.  {text}" for rank, text in ranking_words.rank_texts().items()]
            intro = self.tr("At most three, in this order; each person and each meeting once:")
            self.reasons.setText("\n".join([intro, *lines]))
        self.reasons.setVisible(shown)
