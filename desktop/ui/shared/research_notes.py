"""Research notes as cards, one below the other, and the page that shows those of a contact or an organisation."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.core.organisation import ResearchNote, Subject
from desktop.ui.shared.note_card import AddNote, ChooseFact, NoteCard
from desktop.ui.texts import Texts
from desktop.ui.theme import muted
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.scroll_page import ScrollPage
from desktop.ui.workspace import Workspace


class ResearchNoteTexts(Texts):
    """The buttons that add a note."""


class NoteCards(QWidget):
    """The cards in step with what is stored; a note that was begun is at the top, or with `choose` at the foot.

    `add` stores a new note and returns its id. `counted` tells how many cards there are.
    """

    counted = Signal(int)

    def __init__(
        self, workspace: Workspace, add: AddNote, choose: ChooseFact | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._add = add
        self._choose = choose
        self._cards: list[NoteCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)

    def show_notes(self, notes: Sequence[ResearchNote], on_brief: Collection[int] = ()) -> None:
        """Show these notes; a card whose note is still there keeps what is being typed."""
        drafts = [card for card in self._cards if not card.note.id]
        there = {card.note.id: card for card in self._cards if card.note.id}
        wanted: list[NoteCard] = []
        for note in notes:
            card = there.pop(note.id, None) or self._card(note)
            card.show_note(note, note.id in on_brief)
            wanted.append(card)
        for card in there.values():
            self._take_out(card)
        self._cards = [*wanted, *drafts] if self._choose else [*drafts, *wanted]
        for index, card in enumerate(self._cards):
            if self._column.indexOf(card) != index:
                self._place(index, card)
        self.counted.emit(len(self._cards))

    def begin(self, subject: Subject) -> None:
        """A new note, ready to be written; one that was begun already is gone on with."""
        card = next((each for each in self._cards if not each.note.id and each.note.subject is subject), None)
        if card is None:
            card = self._card(ResearchNote(subject=subject, read_on=self._workspace.today()))
            index = len(self._cards) if self._choose else 0
            self._cards.insert(index, card)
            self._place(index, card)
            self.counted.emit(len(self._cards))
        card.take_focus()

    def drop_drafts(self) -> None:
        """Take away what was begun and never written."""
        for card in [card for card in self._cards if not card.note.id]:
            self._drop(card)

    def clear(self) -> None:
        """Take all cards away, before the notes of another contact are shown."""
        for card in self._cards:
            self._take_out(card)
        self._cards = []

    def _card(self, note: ResearchNote) -> NoteCard:
        card = NoteCard(self._workspace, note, self._add, self._choose, self)
        card.dropped.connect(lambda: self._drop(card))
        return card

    def _place(self, index: int, card: NoteCard) -> None:
        self._column.insertWidget(index, card)
        card.show()  # at once, so that it can take the focus

    def _drop(self, card: NoteCard) -> None:
        self._cards.remove(card)
        self._take_out(card)
        self.counted.emit(len(self._cards))

    def _take_out(self, card: NoteCard) -> None:
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()


class ResearchNotes(ScrollPage):
    """The notes of a contact or an organisation, with a button for a new one on each subject."""

    def __init__(
        self, workspace: Workspace, subjects: Sequence[Subject], empty: str, add: AddNote, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._cards = NoteCards(workspace, add)
        self._empty = muted(QLabel(empty))
        self._empty.setWordWrap(True)
        self._cards.counted.connect(lambda count: self._empty.setVisible(not count))
        row = FlowLayout()
        for subject in subjects:
            button = QPushButton(_add_text(subject))
            button.clicked.connect(lambda _on=False, subject=subject: self._cards.begin(subject))
            row.addWidget(button)
        self.column.addLayout(row)
        self.column.addWidget(self._empty)
        self.column.addWidget(self._cards)

    def show_notes(self, notes: Sequence[ResearchNote]) -> None:
        """Show these notes; a card whose note is still there keeps what is being typed."""
        self._cards.show_notes(notes)

    def clear(self) -> None:
        """Forget a note that was begun and holds nothing, before another contact is shown."""
        self._cards.clear()


def _add_text(subject: Subject) -> str:
    texts = {
        Subject.ORGANISATION: ResearchNoteTexts.tr("Add a note on the organisation"),
        Subject.INDUSTRY: ResearchNoteTexts.tr("Add a note on the industry"),
        Subject.PERSON: ResearchNoteTexts.tr("Add a note on the person"),
    }
    return texts[subject]
