"""An answer in the write-up: what was said, whether it is a fact, an opinion or an inference, whether in confidence."""

from collections.abc import Sequence
from typing import Unpack

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.meeting import AnswerKind, PlannedQuestion, PlannedQuestionChanges
from desktop.core.text import one_line
from desktop.ui import words
from desktop.ui.prepare.open_meeting import OpenMeeting
from desktop.ui.prepare.wizard_page import quiet_button
from desktop.ui.widgets.bound_fields import BoundFields
from desktop.ui.widgets.fields import CheckField, ChoiceField, TextField
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
        self._fields = BoundFields[PlannedQuestion]()
        self._marks: list[QWidget] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(4)
        marks = QWidget()
        row = FlowLayout(marks)
        stops: list[QWidget] = []
        if question.unplanned:
            topic = TextField(self.tr("Topic or question"))
            named = self.tr("Name what came by itself")
            self._fields.bind(topic, lambda each: each.text, lambda text, visit: self._edit(named, visit, text=text))
            stops.append(topic)
            label, hint = self.tr("What was said"), ""
        else:
            label, hint = question.text.replace("&", "&&"), question.follow_up
        answer = TextField(label, multiline=True, lines=2, hint=hint)
        edited, marked = self.tr("Edit answer"), self.tr("Mark an answer")
        self._fields.bind(answer, lambda each: each.answer, lambda text, visit: self._edit(edited, visit, answer=text))
        stops.append(answer)
        for stop in stops:
            column.addWidget(stop)
        if question.unplanned:
            choice = ChoiceField("", [("", self.tr("No topic")), *topics])
            self._fields.bind_choice(
                choice, lambda each: each.topic, lambda code, visit: self._edit(marked, visit, topic=code)
            )
            self._mark(row, choice, choice.editor, self.tr("Topic"))
        kinds: list[tuple[AnswerKind | None, str]] = [(None, self.tr("Fact, opinion or inference?"))]
        kinds += [(code, words.answer_kind(code)) for code in AnswerKind]
        kind, confidence = ChoiceField("", kinds), CheckField(self.tr("In confidence"))
        self._fields.bind_choice(
            kind, lambda each: each.answer_kind, lambda code, visit: self._edit(marked, visit, answer_kind=code)
        )
        self._fields.bind(
            confidence, lambda each: each.in_confidence, lambda on, visit: self._edit(marked, visit, in_confidence=on)
        )
        self._mark(row, kind, kind.editor, self.tr("Fact, opinion or inference"))
        self._mark(row, confidence, confidence.editor, self.tr("In confidence"))
        if question.unplanned:
            remove = quiet_button(self.tr("Take out"))
            remove.clicked.connect(lambda: self.remove_wanted.emit(self.question_id))
            row.addWidget(remove)
        column.addWidget(marks)
        self.setFocusProxy(stops[0])

    def show_question(self, question: PlannedQuestion) -> None:
        """Show it as it is stored; what is being typed stays."""
        self._fields.show(question, anew=False)
        about = one_line(question.text)
        for editor in self._marks:
            editor.setAccessibleDescription(about)

    def _edit(self, action: str, visit: str, **changes: Unpack[PlannedQuestionChanges]) -> None:
        self._meeting.update_question(self.question_id, action, visit, **changes)

    def _mark(self, row: FlowLayout, field: QWidget, editor: QWidget, said: str) -> None:
        editor.setAccessibleName(said)
        self._marks.append(editor)
        row.addWidget(field)
