"""One question beside a meeting, with a place for what is said; or what came by itself, with a place to name it."""

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from desktop.core.meeting import PlannedQuestion
from desktop.core.text import isolated
from desktop.ui.prepare.open_meeting import OpenMeeting
from desktop.ui.theme import heading
from desktop.ui.widgets.fields import TextField

_LINES = 2


class LargeText(TextField):
    """Several lines under a label that is read at a glance."""

    def __init__(self, label: str, hint: str = "", lines: int = _LINES) -> None:
        super().__init__(label, multiline=True, hint=hint, lines=lines)
        heading(self._label)

    def _display(self, value: str) -> None:
        """One goes on at the end of what is written, after a kill too."""
        super()._display(value)
        if isinstance(self.editor, QPlainTextEdit):
            self.editor.moveCursor(QTextCursor.MoveOperation.End)

    def ask(self, text: str, hint: str) -> None:
        """Another question is above it."""
        self._label.setText(text.replace("&", "&&"))  # in a label with a buddy one sign would be a letter to press
        self.editor.setAccessibleName(text)
        self.set_hint(hint)


class LiveQuestion(QWidget):
    """`main` is where the answer goes; `stops` are the places to write, in order."""

    def __init__(self, meeting: OpenMeeting, question: PlannedQuestion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question_id = question.id
        self.main = LargeText(" ")  # the label is there from the beginning, for it to be shown
        self.main.saved_by(
            lambda value: meeting.update_question(
                self.question_id, self.tr("Edit answer"), self.main.visit, answer=value
            )
        )
        self.topic: LargeText | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        if question.unplanned:
            self.topic = topic = LargeText(self.tr("What came by itself"), lines=1)
            topic.saved_by(
                lambda value: meeting.update_question(
                    self.question_id, self.tr("Name what came by itself"), topic.visit, text=value
                )
            )
            column.addWidget(topic)
        column.addWidget(self.main)
        self.stops = [self.main] if self.topic is None else [self.topic, self.main]
        self.setFocusProxy(self.stops[0])

    def show_question(self, question: PlannedQuestion, number: int) -> None:
        """Show the question as it is stored, with its number on the page; what is being typed stays."""
        if self.topic is not None:
            self.topic.show_value(question.text)
            self.main.ask(self.tr("What was said"), "")
        else:
            asked = self.tr("{0}. {1}").format(number, isolated(question.text))
            self.main.ask(asked, question.follow_up)
        self.main.show_value(question.answer)
