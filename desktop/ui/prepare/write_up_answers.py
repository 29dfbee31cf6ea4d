"""The answers of a write-up, in the order of the paper: to each planned question, then by topic what came by itself."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.meeting import PlannedQuestion
from desktop.core.preparing.write_up import in_paper_order
from desktop.ui import words
from desktop.ui.prepare.open_meeting import OpenMeeting
from desktop.ui.prepare.wizard_page import quiet, quiet_button, row_of
from desktop.ui.prepare.write_up_answer import AnswerFields
from desktop.ui.widgets.fields import flush_all


class Answers(QWidget):
    """`unplanned` says which of the two parts it is."""

    def __init__(self, meeting: OpenMeeting, unplanned: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._meeting = meeting
        self._unplanned = unplanned
        self._answers: list[AnswerFields] = []
        self._place = QVBoxLayout()
        self._place.setSpacing(16)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._hint = quiet(
            self.tr("No question was planned for this meeting.")
            if not unplanned
            else self.tr("What was said that no question asked for. It is sorted by topic when you open it again.")
        )
        column.addWidget(self._hint)
        column.addLayout(self._place)
        if unplanned:
            add = quiet_button(self.tr("&Add what came by itself"))
            add.clicked.connect(self.add)
            column.addLayout(row_of(add))

    def refresh(self) -> None:
        """Show what is written so far; what is being typed stays, and the cursor in it."""
        questions = self._stored()
        self._hint.setVisible(self._unplanned or not questions)
        by_id = {question.id: question for question in questions}
        if {answer.question_id for answer in self._answers} != by_id.keys():
            self._lay_out(questions)
        for answer in self._answers:
            answer.show_question(by_id[answer.question_id])

    def add(self) -> None:
        """Make room for what came by itself, and go there."""
        flush_all(self)
        added = self._meeting.add_unplanned()
        self.refresh()
        for answer in self._answers:
            if answer.question_id == added:
                answer.setFocus()

    def _stored(self) -> list[PlannedQuestion]:
        if not self._unplanned:
            return in_paper_order(self._meeting.questions, (), ())
        topics = [topic.key for topic in self._meeting.workspace.bank().topics]
        return in_paper_order((), self._meeting.unplanned, topics)

    def _lay_out(self, questions: list[PlannedQuestion]) -> None:
        there = {answer.question_id: answer for answer in self._answers}
        for question_id in there.keys() - {question.id for question in questions}:
            gone = there.pop(question_id)
            self._place.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        topics = [(topic.key, words.topic(topic)) for topic in self._meeting.workspace.bank().topics]
        self._answers = []
        for row, question in enumerate(questions):
            answer = there.get(question.id)
            if answer is None:
                answer = AnswerFields(self._meeting, question, topics)
                answer.remove_wanted.connect(self._meeting.remove_unplanned)
            self._answers.append(answer)
            item = self._place.itemAt(row)
            if item is None or item.widget() is not answer:
                self._place.insertWidget(row, answer)
