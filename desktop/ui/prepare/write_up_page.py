"""After a meeting: four lines first, which are enough; below, folded, the rest in the order of the paper."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Unpack

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.core.meeting import Meeting, MeetingChanges
from desktop.core.meeting_line import MeetingState
from desktop.core.message import MessageKind
from desktop.core.text import isolated
from desktop.ui import words
from desktop.ui.prepare.open_meeting import OpenMeeting
from desktop.ui.prepare.wizard_page import quiet, quiet_button, row_of
from desktop.ui.prepare.write_up_answers import Answers
from desktop.ui.shared import days
from desktop.ui.shared.meeting_list import when_and_how
from desktop.ui.theme import page_title, restyle
from desktop.ui.widgets.bound_fields import BoundFields
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.fields import LinesField, TextField, flush_all
from desktop.ui.widgets.fold import Fold
from desktop.ui.widgets.plain_label import plain_label
from desktop.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from desktop.ui.prepare.write_up_follows import Follows


class WriteUpPage(ScrollPage):
    """`learning_requested` carries the meeting's id, `write_requested` the contact and the kind of message."""

    learning_requested = Signal(int)
    contact_requested = Signal(int)
    write_requested = Signal(int, object)
    list_wanted = Signal()

    def __init__(self, meeting: OpenMeeting, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._meeting = meeting
        self._meeting_id = 0
        self._fields = BoundFields[Meeting]()
        self.folds: dict[str, Fold] = {}
        self._parts: dict[str, Answers | Follows] = {}  # those that show themselves what is stored
        self._titles: dict[str, str] = {}
        self._title = page_title(plain_label())
        self._when = quiet()
        self._purpose = plain_label()
        contact = quiet_button(self.tr("Open &contact"))
        contact.clicked.connect(lambda: self.contact_requested.emit(meeting.contact.id))
        self._again = quiet_button(self.tr("Back to &preparing"))
        self._again.clicked.connect(self._prepare_again)
        self._cancelled = quiet(self.tr("This meeting was called off. What you prepared is kept."))
        self.to_list = quiet_button(self.tr("All meetings"))
        self.to_list.clicked.connect(self.list_wanted)
        self._met = QWidget()
        self._met_column = QVBoxLayout(self._met)
        self._met_column.setContentsMargins(0, 0, 0, 0)
        self._met_column.setSpacing(16)
        self._met_column.addWidget(self._four_lines())
        self._met_column.addLayout(self._ending())
        self._add_folds()
        self.column.addLayout(row_of(self.to_list))
        for widget in (self._title, self._when, self._purpose):
            self.column.addWidget(widget)
        self.column.addLayout(row_of(contact, self._again))
        self.column.addWidget(self._cancelled)
        self.column.addWidget(self._met)

    # -- building ---------------------------------------------------------------------------------------------------

    def _four_lines(self) -> Card:
        card = Card(self.tr("Four lines are enough"))
        self._surprised = self._text(
            self.tr("What &surprised me"),
            lambda meeting: meeting.surprised,
            lambda text, visit: self._edit(self.tr("Edit what surprised you"), visit, surprised=text),
        )
        will_use = self._text(
            self.tr("What I will &use"),
            lambda meeting: meeting.will_use,
            lambda text, visit: self._edit(self.tr("Edit what you will use"), visit, will_use=text),
        )
        named = self._text(
            self.tr("&Whom they named"),
            lambda meeting: meeting.named,
            lambda text, visit: self._edit(self.tr("Edit whom they named"), visit, named=text),
        )
        promised = self._text(
            self.tr("What I pr&omised"),
            lambda meeting: meeting.promised,
            lambda text, visit: self._edit(self.tr("Edit what you promised"), visit, promised=text),
        )
        for field in (self._surprised, will_use, named, promised):
            card.body.addWidget(field)
        return card

    def _ending(self) -> QVBoxLayout:
        self._done_line = quiet()
        self._done = QPushButton(self.tr("&Done for now"))
        self._done.setAutoDefault(False)
        self._done.clicked.connect(self._enough)
        self._learning = QPushButton(self.tr("Write a &learning entry"))
        self._learning.setAutoDefault(False)
        self._learning.clicked.connect(lambda: self._leave(self.learning_requested, self._meeting.id))
        self._thank = quiet_button(self.tr("Write the than&k-you"))
        self._thank.clicked.connect(
            lambda: self._leave(self.write_requested, self._meeting.contact.id, MessageKind.THANK_YOU)
        )
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self._done_line)
        column.addLayout(row_of(self._done, self._learning, self._thank))
        return column

    def _add_folds(self) -> None:
        folds: tuple[tuple[str, str, Callable[[], QWidget]], ...] = (
            ("follows", self.tr("What follows: names, promises, things heard of"), self._follows),
            ("answers", self.tr("What was said to your questions"), lambda: self._answers(unplanned=False)),
            ("unplanned", self.tr("What came by itself"), lambda: self._answers(unplanned=True)),
            ("new_questions", self.tr("New questions that arose"), self._new_questions),
            ("their_words", self.tr("Their words for what I do"), self._their_words),
            ("notes", self.tr("What else was said"), self._notes),
            ("feared", self.tr("Only for me: what I feared, and what happened"), self._only_for_me),
        )
        place = QVBoxLayout()
        place.setSpacing(4)
        for key, title, build in folds:
            self._titles[key] = title
            self.folds[key] = Fold(title, build)
            self.folds[key].toggled.connect(lambda opened: self.refresh() if opened else None)
            place.addWidget(self.folds[key])
        self._met_column.addLayout(place)

    def _follows(self) -> QWidget:
        from desktop.ui.prepare.write_up_follows import Follows

        follows = Follows(self._meeting)
        follows.contact_requested.connect(lambda number: self._leave(self.contact_requested, number))
        follows.request_wanted.connect(
            lambda number: self._leave(self.write_requested, number, MessageKind.FIRST_REQUEST)
        )
        self._parts["follows"] = follows
        return follows

    def _answers(self, unplanned: bool) -> QWidget:
        answers = Answers(self._meeting, unplanned)
        self._parts["unplanned" if unplanned else "answers"] = answers
        return answers

    def _new_questions(self) -> QWidget:
        hint = self.tr("One a line. They are offered when you plan the next meeting.")
        field = LinesField(self.tr("&New questions"), hint=hint)
        self._fields.bind(
            field,
            lambda meeting: meeting.new_questions,
            lambda lines, visit: self._edit(self.tr("Edit new questions"), visit, new_questions=lines),
        )
        return field

    def _their_words(self) -> QWidget:
        hint = self.tr("How people in the field name it. Use it when you write to the next one.")
        return self._text(
            self.tr("Their words"),
            lambda meeting: meeting.their_words,
            lambda text, visit: self._edit(self.tr("Edit their words"), visit, their_words=text),
            hint=hint,
        )

    def _notes(self) -> QWidget:
        return self._text(
            self.tr("Notes be&yond the questions"),
            lambda meeting: meeting.notes,
            lambda text, visit: self._edit(self.tr("Edit notes of the meeting"), visit, notes=text),
            lines=5,
        )

    def _only_for_me(self) -> QWidget:
        feared, happened = TextField(self.tr("What I feared")), TextField(self.tr("What happened"))
        self._fields.bind(
            feared,
            lambda meeting: meeting.feared,
            lambda text, visit: self._edit(self.tr("Edit what you feared"), visit, feared=text),
        )
        self._fields.bind(
            happened,
            lambda meeting: meeting.happened,
            lambda text, visit: self._edit(self.tr("Edit what happened"), visit, happened=text),
        )
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(quiet(self.tr("Nobody else sees this: it stands in no document and no export for others.")))
        column.addWidget(feared)
        column.addWidget(happened)
        return both

    def _text(
        self,
        label: str,
        shown: Callable[[Meeting], str],
        save: Callable[[str, str], object],
        lines: int = 2,
        hint: str = "",
    ) -> TextField:
        field = TextField(label, multiline=True, lines=lines, hint=hint)
        self._fields.bind(field, shown, save)
        return field

    def _edit(self, name: str, visit: str, **changes: Unpack[MeetingChanges]) -> None:
        self._meeting.update(name, visit, **changes)

    # -- showing ----------------------------------------------------------------------------------------------------

    def open(self) -> None:
        """Show the meeting that is open, folded, from its top."""
        if self._meeting.id != self._meeting_id:
            self._meeting_id = self._meeting.id
            for fold in self.folds.values():
                fold.unfold(False)
            self.verticalScrollBar().setValue(0)
        self.refresh()

    def refresh(self) -> None:
        """Show what is written down so far; what is being typed stays."""
        meeting, contact = self._meeting.meeting, self._meeting.contact
        met = meeting.state is MeetingState.MET
        self._title.setText(isolated(contact.name))
        state = words.meeting_state(meeting.state)
        self._when.setText(self.tr("{0} · {1}").format(when_and_how(meeting, self._meeting.workspace.today()), state))
        self._purpose.setText(meeting.purpose)
        self._purpose.setVisible(bool(meeting.purpose))
        self._cancelled.setVisible(not met)
        self._met.setVisible(met)
        self._fields.show(meeting, anew=False)
        for key, part in self._parts.items():
            if self.folds[key].is_open:
                part.refresh()
        self._name_folds()
        self._show_ending()

    def _name_folds(self) -> None:
        meeting, planned = self._meeting.meeting, self._meeting.questions
        given = sum(bool(question.answer.strip()) for question in planned)
        came = sum(bool(question.answer.strip() or question.text.strip()) for question in self._meeting.unplanned)
        more = {
            "answers": self.tr("{0} of {1}").format(given, len(planned)) if given else "",
            "unplanned": str(came) if came else "",
            "new_questions": str(len(meeting.new_questions)) if meeting.new_questions else "",
        }
        there = self.tr("written")
        for key in ("their_words", "notes", "feared"):
            more[key] = there if getattr(meeting, key).strip() else ""
        if meeting.happened.strip():
            more["feared"] = there
        for key, fold in self.folds.items():
            fold.set_title(self._titles[key], more.get(key, ""))

    def _show_ending(self) -> None:
        meeting, workspace = self._meeting.meeting, self._meeting.workspace
        done = meeting.written_up_at
        if done is None:
            self._done_line.setText(self.tr("All is saved as you type. Leave out what you like."))
        else:
            day = days.written_out(done.astimezone(workspace.now().tzinfo).date())
            self._done_line.setText(self.tr("Written up on {0}. You can add to it at any time.").format(day))
        self._done.setVisible(done is None)
        there = workspace.store.learning.of_meeting(meeting.id) is not None
        self._learning.setText(self.tr("Go to the &learning entry") if there else self.tr("Write a &learning entry"))
        for button, first in ((self._done, done is None), (self._learning, done is not None)):
            if button.property("primary") is not first:
                button.setProperty("primary", first)
                restyle(button)

    def take_focus(self) -> None:
        """Go to the first of the four lines."""
        self._surprised.setFocus()

    # -- doing ------------------------------------------------------------------------------------------------------

    def _enough(self) -> None:
        flush_all(self)
        self._meeting.update(self.tr("Done for now"), written_up_at=self._meeting.workspace.now())
        self._learning.setFocus()

    def _leave(self, signal: SignalInstance, *what: object) -> None:
        flush_all(self)
        signal.emit(*what)

    def _prepare_again(self) -> None:
        flush_all(self)
        self._meeting.update(self.tr("Back to preparing"), state=MeetingState.PLANNED)
