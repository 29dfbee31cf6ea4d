"""An answer in the write-up: what was said, whether it is a fact, an opinion or an inference, whether in confidence."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.meeting import AnswerKind, PlannedQuestion
from desktop.core.text import one_line
from desktop.ui import words
from desktop.ui.named_change import named
from desktop.ui.prepare.open_meeting import OpenMeeting
from desktop.ui.prepare.wizard_page import quiet_button
from desktop.ui.widgets.fields import CheckField, ChoiceField, Field, TextField
from desktop.ui.widgets.flow_layout import FlowLayout


class AnswerFields(QWidget):
    """One question, planned or not, with its answer. `remove_wanted` carries the id of what came by itself.

    `topics` are the codes and names to choose from for what came by itself.
    """

    remove_wanted = Signal(int)

    def __init__(
        self,
        meeting: OpenMeeting,
        question: PlannedQuestion,
        topics: Sequence[tuple[str, str]] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._meeting = meeting
        self.question_id = question.id
        self._fields: dict[str, Field] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(4)
        marks = QWidget()
        row = FlowLayout(marks)
        if question.unplanned:
            self._add("text", TextField(self.tr("Topic or question")), self.tr("Name what came by itself"))
            column.addWidget(self._fields["text"])
            label, hint = self.tr("What was said"), ""
        else:
            label, hint = question.text.replace("&", "&&"), question.follow_up
        self._add("answer", TextField(label, multiline=True, lines=2, hint=hint), self.tr("Edit answer"))
        column.addWidget(self._fields["answer"])
        if question.unplanned:
            self._mark(row, "topic", ChoiceField("", [("", self.tr("No topic")), *topics]), self.tr("Topic"))
        kinds = [
            (None, self.tr("Fact, opinion or inference?")),
            *((code, words.answer_kind(code)) for code in AnswerKind),
        ]
        self._mark(row, "answer_kind", ChoiceField("", kinds), self.tr("Fact, opinion or inference"))
        self._mark(row, "in_confidence", CheckField(self.tr("In confidence")), self.tr("In confidence"))
        if question.unplanned:
            remove = quiet_button(self.tr("Take out"))
            remove.clicked.connect(lambda: self.remove_wanted.emit(self.question_id))
            row.addWidget(remove)
        column.addWidget(marks)
        self.setFocusProxy(next(iter(self._fields.values())))

    def show_question(self, question: PlannedQuestion) -> None:
        """Show it as it is stored; what is being typed stays."""
        for name, field in self._fields.items():
            field.show_value(getattr(question, name))
        about = one_line(question.text)
        for name in ("topic", "answer_kind", "in_confidence"):
            if name in self._fields:
                self._fields[name].editor.setAccessibleDescription(about)  # type: ignore[attr-defined]

    def _add(self, name: str, field: Field, action: str) -> None:
        self._fields[name] = field
        field.saved_by(
            lambda value: self._meeting.update_question(self.question_id, action, field.visit, **named(name, value))
        )

    def _mark(self, row: FlowLayout, name: str, field: ChoiceField | CheckField, said: str) -> None:
        self._add(name, field, self.tr("Mark an answer"))
        field.editor.setAccessibleName(said)
        row.addWidget(field)
