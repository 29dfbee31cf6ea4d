"""Research notes as cards: what was found, where and when; old ones say so and can be read again with one button."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.core.errors import UserError
from desktop.core.organisation import ResearchNote, Subject, is_stale
from desktop.ui import words
from desktop.ui.named_change import named
from desktop.ui.theme import muted
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.date_fields import DateField
from desktop.ui.widgets.fields import Field, TextField
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.links import open_address
from desktop.ui.widgets.scroll_page import ScrollPage
from desktop.ui.workspace import Workspace

Add = Callable[[ResearchNote], int]


class ResearchNotes(ScrollPage):
    """The notes of a contact or an organisation. `add` stores a new one and returns its id."""

    def __init__(
        self, workspace: Workspace, subjects: Sequence[Subject], empty: str, add: Add, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._workspace = workspace
        self._add = add
        self._cards: list[NoteCard] = []
        self._empty = muted(QLabel(empty))
        self._empty.setWordWrap(True)
        self._place = QVBoxLayout()
        self._place.setSpacing(12)
        row = FlowLayout()
        for subject in subjects:
            button = QPushButton(_add_text(subject))
            button.clicked.connect(lambda _on=False, subject=subject: self._begin(subject))
            row.addWidget(button)
        self.column.addLayout(row)
        self.column.addWidget(self._empty)
        self.column.addLayout(self._place)

    def show_notes(self, notes: Sequence[ResearchNote]) -> None:
        """Show these notes; a card whose note is still there keeps what is being typed."""
        drafts = [card for card in self._cards if not card.note.id]
        kept = {card.note.id: card for card in self._cards if card.note.id}
        wanted: list[NoteCard] = []
        for note in notes:
            card = kept.pop(note.id, None) or self._card(note)
            card.show_note(note)
            wanted.append(card)
        for card in kept.values():
            self._place.removeWidget(card)
            card.deleteLater()
        self._cards = drafts + wanted
        for place, card in enumerate(self._cards):
            self._place.insertWidget(place, card)
        self._empty.setVisible(not self._cards)

    def clear(self) -> None:
        """Forget a note that was begun and holds nothing, before another contact is shown."""
        for card in self._cards:
            self._place.removeWidget(card)
            card.deleteLater()
        self._cards = []

    def _card(self, note: ResearchNote) -> "NoteCard":
        card = NoteCard(self._workspace, note, self._add)
        card.dropped.connect(lambda: self._drop(card))
        return card

    def _drop(self, card: "NoteCard") -> None:
        self._cards.remove(card)
        self._place.removeWidget(card)
        card.deleteLater()
        self._empty.setVisible(not self._cards)

    def _begin(self, subject: Subject) -> None:
        card = self._card(ResearchNote(subject=subject, read_on=self._workspace.today()))
        self._cards.insert(0, card)
        self._place.insertWidget(0, card)
        self._empty.hide()
        card.text.setFocus()


class NoteCard(Card):
    """One note. A new one is stored with its first words; `dropped` tells that it went before it had any."""

    dropped = Signal()

    def __init__(self, workspace: Workspace, note: ResearchNote, add: Add, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._workspace = workspace
        self._add = add
        self.note = note
        self._subject = muted(QLabel(words.subject(note.subject)))
        self._stale = QLabel(self.tr("Read more than 90 days ago: look again before you use it."))
        self._stale.setProperty("tone", "attention")
        self._stale.setWordWrap(True)
        self._again = QPushButton(self.tr("It still holds today"))
        self._again.clicked.connect(self._still_holds)
        self.text = TextField(self.tr("What you found"), multiline=True, lines=2)
        self.address = TextField(self.tr("Web address or where you read it"))
        self.read_on = DateField(self.tr("Read on"), workspace.today)
        fields: dict[str, Field] = {"text": self.text, "address": self.address, "read_on": self.read_on}
        for name, field in fields.items():
            field.saved_by(partial(self._save_field, name, field))
        self._open = QPushButton(self.tr("Open"))
        self._open.setAccessibleName(self.tr("Open the web address"))
        self._open.clicked.connect(self._open_address)
        self._delete = QPushButton(self.tr("Delete"))
        self._delete.setAccessibleName(self.tr("Delete this note"))
        self._delete.setProperty("quiet", True)
        self._delete.clicked.connect(self._remove)
        where = QHBoxLayout()
        where.setSpacing(8)
        where.addWidget(self.address, 1)
        where.addWidget(self._open, 0, Qt.AlignmentFlag.AlignBottom)
        foot = FlowLayout()
        for widget in (self._again, self._delete):
            foot.addWidget(widget)
        for part in (self._subject, self.text):
            self.body.addWidget(part)
        self.body.addLayout(where)
        self.body.addWidget(self.read_on)
        self.body.addWidget(self._stale)
        self.body.addLayout(foot)
        self.show_note(note)

    def show_note(self, note: ResearchNote) -> None:
        """Show the note as it stands; fields that are being typed in keep what is typed."""
        self.note = note
        self.text.show_value(note.text)
        self.address.show_value(note.address)
        self.read_on.show_value(note.read_on)
        self._open.setVisible(bool(note.address))
        stale = is_stale(note, self._workspace.today())
        self._stale.setVisible(stale)
        self._again.setVisible(stale)

    def _save_field(self, name: str, field: Field, value: object) -> None:
        self._save(name, value, field.visit)

    def _save(self, name: str, value: object, visit: str) -> None:
        store = self._workspace.store
        if self.note.id:
            self._workspace.act(
                self.tr("Edit research note"), lambda: store.research.update(self.note.id, **named(name, value)), visit
            )
            return
        text, address = self.text.value.strip(), self.address.value.strip()
        if not (text or address):
            return
        note = ResearchNote(subject=self.note.subject, text=text, address=address, read_on=self.read_on.value)
        # Told at once, so that the change that follows finds its card.
        self._workspace.act(self.tr("Add research note"), lambda: self._stored(note), visit)

    def _stored(self, note: ResearchNote) -> None:
        self.note = ResearchNote(
            self._add(note), note.subject, note.text, note.address, note.read_on, note.organisation_id, note.contact_id
        )

    def _still_holds(self) -> None:
        with suppress(UserError):  # it has been said
            self._save("read_on", self._workspace.today(), "")

    def _open_address(self) -> None:
        if not open_address(self.note.address):
            self._workspace.say(
                self.tr("This is no web address that can be opened: {0}").format(self.note.address), kind="attention"
            )

    def _remove(self) -> None:
        if not self.note.id:
            self.dropped.emit()
            return
        try:
            self._workspace.act(
                self.tr("Delete research note"), lambda: self._workspace.store.research.delete(self.note.id)
            )
        except UserError:
            return
        self._workspace.say_with_undo(self.tr("The note was deleted"))


def _add_text(subject: Subject) -> str:
    texts = {
        Subject.ORGANISATION: QCoreApplication.translate("ResearchNotes", "Add a note on the organisation"),
        Subject.INDUSTRY: QCoreApplication.translate("ResearchNotes", "Add a note on the industry"),
        Subject.PERSON: QCoreApplication.translate("ResearchNotes", "Add a note on the person"),
    }
    return texts[subject]
