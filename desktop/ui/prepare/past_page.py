"""A meeting that took place: what was said to each question, and what came by itself."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.core.meeting import MeetingState, PlannedQuestion
from desktop.core.plan import in_asking_order
from desktop.core.text import isolated
from desktop.ui import words
from desktop.ui.prepare.open_meeting import OpenMeeting
from desktop.ui.prepare.when import when_and_how
from desktop.ui.prepare.wizard_page import plain, quiet, quiet_button, row_of
from desktop.ui.theme import page_title
from desktop.ui.widgets.fields import TextField
from desktop.ui.widgets.scroll_page import ScrollPage


class PastPage(ScrollPage):
    """The same order as the paper. `learning_requested` carries the meeting's id."""

    learning_requested = Signal(int)
    contact_requested = Signal(int)
    list_wanted = Signal()

    def __init__(self, meeting: OpenMeeting, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._meeting = meeting
        self._answers: dict[int, TextField] = {}
        self._title = page_title(plain())
        self._when = quiet()
        self._purpose = plain()
        contact = quiet_button(self.tr("&Open contact"))
        contact.clicked.connect(lambda: self.contact_requested.emit(meeting.contact.id))
        self._again = quiet_button(self.tr("Back to &preparing"))
        self._again.clicked.connect(self._prepare_again)
        self._cancelled = quiet(self.tr("This meeting was called off. What you prepared is kept."))
        self._place = QVBoxLayout()
        self._place.setSpacing(16)
        self._notes = TextField(self.tr("What else was &said"), multiline=True, lines=5)
        self._notes.saved_by(
            lambda value: meeting.update(self.tr("Edit notes of the meeting"), self._notes.visit, notes=value)
        )
        self._learning = QPushButton(self.tr("Write a &learning entry"))
        self._learning.setProperty("primary", True)
        self._learning.setAutoDefault(False)
        self._learning.clicked.connect(lambda: self.learning_requested.emit(meeting.id))
        self.to_list = quiet_button(self.tr("All meetings"))
        self.to_list.clicked.connect(self.list_wanted)
        self.column.addLayout(row_of(self.to_list))
        for widget in (self._title, self._when, self._purpose):
            self.column.addWidget(widget)
        self.column.addLayout(row_of(contact, self._again))
        self.column.addWidget(self._cancelled)
        self.column.addLayout(self._place)
        self.column.addWidget(self._notes)
        self.column.addLayout(row_of(self._learning))

    def refresh(self) -> None:
        """Show what was written down so far."""
        meeting, contact = self._meeting.meeting, self._meeting.contact
        met = meeting.state is MeetingState.MET
        self._title.setText(isolated(contact.name))
        state = words.meeting_state(meeting.state)
        self._when.setText(self.tr("{0} · {1}").format(when_and_how(meeting, self._meeting.workspace.today()), state))
        self._purpose.setText(meeting.purpose)
        self._purpose.setVisible(bool(meeting.purpose))
        self._cancelled.setVisible(not met)
        self._learning.setVisible(met)
        asking = in_asking_order(self._meeting.questions) if met else []
        if list(self._answers) != [question.id for question in asking]:
            self._lay_out_answers(asking)
        for question in asking:
            self._answers[question.id].show_value(question.answer)
        self._notes.setVisible(met)
        self._notes.show_value(meeting.notes)

    def _lay_out_answers(self, asking: list[PlannedQuestion]) -> None:
        for field in self._answers.values():
            self._place.removeWidget(field)
            field.hide()
            field.deleteLater()
        self._answers = {question.id: self._answer(question) for question in asking}

    def _answer(self, question: PlannedQuestion) -> TextField:
        field = TextField(question.text.replace("&", "&&"), multiline=True, lines=3, hint=question.follow_up)
        field.saved_by(
            lambda value: self._meeting.update_question(question.id, self.tr("Edit answer"), field.visit, answer=value)
        )
        self._place.addWidget(field)
        return field

    def _prepare_again(self) -> None:
        self._meeting.update(self.tr("Back to preparing"), state=MeetingState.PLANNED)
