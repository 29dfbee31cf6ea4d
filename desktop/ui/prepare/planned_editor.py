"""The planned question under the cursor: its words, how much it matters, its minutes, its follow-up."""

from typing import Unpack

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.core.meeting import PlannedQuestion, PlannedQuestionChanges, Priority
from desktop.core.text import one_line
from desktop.ui import words
from desktop.ui.prepare.open_meeting import OpenMeeting
from desktop.ui.prepare.wizard_page import quiet_button, row_of
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.fields import ChoiceField, NumberField, TextField

_LONGEST = 60  # minutes for one question


class PlannedEditor(Card):
    """Changes one question of this plan; the bank stays as it is."""

    def __init__(self, meeting: OpenMeeting, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._meeting = meeting
        self._id = 0
        self._text = TextField(self.tr("As you will as&k it"), multiline=True, lines=2)
        self._priority = ChoiceField(self.tr("&Matters"), [(code, words.priority(code)) for code in Priority])
        self._minutes = NumberField(self.tr("M&inutes"), 1, _LONGEST)
        self._follow_up = TextField(self.tr("Follow-&up, if there is more to it"))
        self._back = quiet_button(self.tr("Back to the bank's wording"))
        self._back.clicked.connect(self._back_to_bank)
        self._remove = quiet_button(self.tr("&Take out of the plan"))
        self._remove.clicked.connect(self.remove)
        self._text.saved_by(self._save_text)
        self._priority.code_saved_by(lambda code: self._update(self.tr("Edit priority"), "", priority=code))
        self._minutes.saved_by(
            lambda value: self._update(self.tr("Edit minutes of a question"), self._minutes.visit, minutes=value)
        )
        self._follow_up.saved_by(
            lambda value: self._update(self.tr("Edit follow-up"), self._follow_up.visit, follow_up=value)
        )
        two = QHBoxLayout()
        two.setSpacing(12)
        two.addWidget(self._priority, 1)
        two.addWidget(self._minutes, 1)
        self.body.addWidget(self._text)
        self.body.addLayout(two)
        self.body.addWidget(self._follow_up)
        self.body.addLayout(row_of(self._remove, self._back))

    def show_question(self, question: PlannedQuestion | None) -> None:
        """Show another question, saving first what was typed into the one before; nothing for None."""
        if question is None or question.id != self._id:
            for field in (self._text, self._minutes, self._follow_up):
                field.flush()
        self.setVisible(question is not None)
        self._id = question.id if question else 0
        if question is None:
            return
        self._text.show_value(question.text)
        self._priority.show_value(question.priority)
        self._minutes.show_value(question.minutes)
        self._follow_up.show_value(question.follow_up)
        self._back.setVisible(self._bank_text(question) not in ("", question.text))

    def remove(self) -> None:
        """Take the question out of the plan."""
        question = self._question()
        if question is None:
            return
        workspace, gone = self._meeting.workspace, question.id
        workspace.act(
            self.tr("Take a question out of the plan"), lambda: workspace.store.meetings.remove_question(gone)
        )
        workspace.say_with_undo(self.tr("Taken out of the plan: {0}").format(question.text))

    def _question(self) -> PlannedQuestion | None:
        return next((question for question in self._meeting.questions if question.id == self._id), None)

    def _bank_text(self, question: PlannedQuestion) -> str:
        found = self._meeting.workspace.bank().question(question.question_key)
        return found.text if found else ""

    def _save_text(self, text: str) -> None:
        if one_line(text):
            self._update(self.tr("Edit planned question"), self._text.visit, text=one_line(text))

    def _back_to_bank(self) -> None:
        question = self._question()
        if question is not None:
            self._update(self.tr("Back to the bank's wording"), "", text=self._bank_text(question))

    def _update(self, name: str, visit: str, **changes: Unpack[PlannedQuestionChanges]) -> None:
        self._meeting.update_question(self._id, name, visit, **changes)
