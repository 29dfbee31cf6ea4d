"""Two quiet pages before a talk: say your opening aloud, with a timer that makes no sound; practise with a friend."""

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QProgressBar, QPushButton, QWidget

from desktop.core.contact import Contact, ContactFilter, ContactLine, Source
from desktop.core.preparing.short_path import Agreed, first_questions, new_meeting
from desktop.core.text import isolated, one_line
from desktop.core.values import replace
from desktop.ui.shared.people_entry import add_person
from desktop.ui.theme import muted, page_title
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.fields import TextField
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.plain_label import plain_label
from desktop.ui.widgets.scroll_page import ScrollPage
from desktop.ui.workspace import Workspace
from desktop.work.shipped import shipped_preparation

SECONDS = 120  # the two minutes of the opening (domain.md, "budget of a 20-minute meeting")
_PRACTICE_MINUTES = 10  # domain.md, "Calm"
_TICK = 250  # milliseconds
_QUESTIONS = 3  # enough for ten minutes


class Rehearsal(ScrollPage):
    """The opening of one meeting, to be said aloud. `closed` leads back, `meeting_requested` to the words."""

    meeting_requested = Signal(int)
    practice_requested = Signal()
    closed = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._workspace = workspace
        self._meeting_id = 0
        self._elapsed = QElapsedTimer()
        self._clock = QTimer(self)
        self._clock.setInterval(_TICK)
        self._clock.timeout.connect(self._tick)
        self.setAccessibleName(self.tr("Say your opening aloud"))
        self.column.addWidget(page_title(QLabel(self.tr("Say your opening aloud"))))
        self._hint = muted(
            plain_label(self.tr("To the wall, to a plant, in the bath: aloud is what counts. Twice is plenty."))
        )
        self.column.addWidget(self._hint)
        self._card = Card(" ", "next")
        self.text = plain_label("")
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._card.body.addWidget(self.text)
        self.column.addWidget(self._card)
        self.bar = QProgressBar()
        self.bar.setRange(0, SECONDS)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Two minutes"))
        self.status = muted(plain_label(""))
        self.start = QPushButton(self.tr("&Start the two minutes"))
        self.start.setProperty("primary", True)
        self.start.clicked.connect(self._start)
        edit = QPushButton(self.tr("&Change the opening"))
        edit.clicked.connect(lambda: self.meeting_requested.emit(self._meeting_id))
        practise = QPushButton(self.tr("&Practise with a friend"))
        practise.clicked.connect(self.practice_requested)
        back = QPushButton(self.tr("&Back to Today"))
        back.clicked.connect(self.closed)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for button in (self.start, edit, practise, back):
            flow.addWidget(button)
        for button in (practise, back):
            button.setProperty("quiet", True)
        for widget in (self.bar, self.status, buttons):
            self.column.addWidget(widget)

    def begin(self, meeting_id: int) -> None:
        """Show the opening of a meeting, the timer at rest."""
        meeting = self._workspace.store.meetings.find(meeting_id)
        contact = self._workspace.store.contacts.find(meeting.contact_id) if meeting else None
        self._meeting_id = meeting_id
        self._clock.stop()
        self.bar.setValue(0)
        self.status.setText("")
        self._card.title.setText(self.tr("For {name}").format(name=isolated(contact.name)) if contact else "")
        parts = (meeting.opening, meeting.purpose) if meeting else ()
        written = "\n\n".join(part.strip() for part in parts if part.strip())
        self.text.setText(written or self.tr("Your opening is not written yet. Two sentences are enough."))
        self.start.setEnabled(bool(written))
        self.start.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody is timed who looks elsewhere."""
        super().hideEvent(event)
        self._clock.stop()

    def _start(self) -> None:
        self._elapsed.start()
        self._clock.start()
        self.status.setText(self.tr("Take your time."))
        self.bar.setValue(0)

    def _tick(self) -> None:
        seconds = min(self._elapsed.elapsed() // 1000, SECONDS)
        self.bar.setValue(seconds)
        if seconds >= SECONDS:
            self._clock.stop()
            self.status.setText(self.tr("Two minutes. That is as long as an opening may be."))


class Practice(ScrollPage):
    """A ten-minute practice talk with a friend, a meeting like any other. `meeting_requested` carries the new one."""

    meeting_requested = Signal(int)
    closed = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._workspace = workspace
        self.setAccessibleName(self.tr("Practise with a friend"))
        self.column.addWidget(page_title(QLabel(self.tr("Practise with a friend"))))
        self.column.addWidget(
            muted(
                plain_label(
                    self.tr(
                        "Ten minutes with someone who wishes you well: your opening and three questions. "
                        "It gets a brief of its own, as every talk."
                    )
                )
            )
        )
        self.name = TextField(self.tr("&Who would do you this favour?"))
        self.column.addWidget(self.name)
        make = QPushButton(self.tr("&Make a ten-minute talk"))
        make.setProperty("primary", True)
        make.clicked.connect(self._make)
        back = QPushButton(self.tr("&Back to Today"))
        back.setProperty("quiet", True)
        back.clicked.connect(self.closed)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        flow.addWidget(make)
        flow.addWidget(back)
        self.column.addWidget(buttons)
        if isinstance(self.name.editor, QLineEdit):
            self.name.editor.returnPressed.connect(self._make)

    def begin(self) -> None:
        """A line for the friend, in which whoever is easiest to ask of those one knows is suggested."""
        wanted = ContactFilter(sources=frozenset({Source.KNOWN}))
        known: list[ContactLine] = list(self._workspace.store.contacts.lines(wanted, limit=50))
        easy = min(known, key=lambda line: (line.comfort or 3, line.id), default=None)
        self.name.show_anew(easy.name if easy else "")
        self.name.set_hint("")
        self.name.setFocus()
        if isinstance(self.name.editor, QLineEdit):
            self.name.editor.selectAll()

    def _make(self) -> None:
        """Friend, meeting and questions are one step: one Undo takes all of it back."""
        name = one_line(str(self.name.value))
        if not name:
            self.name.set_hint(self.tr("A first name is enough."))
            self.name.setFocus()
            return
        meeting_id = self._workspace.act(self.tr("Practice talk"), lambda: self._store(name))
        self.meeting_requested.emit(meeting_id)

    def _store(self, name: str) -> int:
        store, bank = self._workspace.store, self._workspace.bank()
        found = [line for line in store.contacts.lines(ContactFilter(search=name), limit=20) if line.name == name]
        friend = (
            found[0].id if found else add_person(self._workspace, Contact(name=name, source=Source.KNOWN, comfort=1))
        )
        contact = store.contacts.find(friend)
        if contact is None:
            raise KeyError(friend)
        profile = store.preferences.profile()
        agreed = Agreed(name, self.tr("Practise my opening and three questions, and hear how it sounds."))
        meeting = new_meeting(agreed, contact, shipped_preparation(), profile)
        meeting_id = store.meetings.add(replace(meeting, minutes=_PRACTICE_MINUTES))
        for question in first_questions(meeting_id, bank)[:_QUESTIONS]:
            store.meetings.add_question(replace(question, minutes=2))
        return meeting_id
