"""One research note on the page: what was found, where, when it was read, and whether it goes on the brief."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.core.organisation import ResearchNote, is_stale
from desktop.ui.prepare.wizard_page import plain, quiet_button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.date_fields import DateField
from desktop.ui.widgets.fields import CheckField, TextField
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.links import open_address
from desktop.ui.widgets.side_by_side import SideBySide


class NoteCard(Card):
    """`save` gets the card, the field of `ResearchNote`, its new value and the visit; a new note has the id 0.

    `choose` gets the card and whether its note goes on the brief.
    """

    removed = Signal()

    def __init__(
        self,
        note: ResearchNote,
        today: Callable[[], date],
        save: Callable[["NoteCard", str, object, str], object],
        choose: Callable[["NoteCard", bool], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self.note = note
        self._chosen = False
        self._today = today
        self._text = TextField(self.tr("What you found"), multiline=True, lines=2)
        self._address = TextField(self.tr("Where you read it"), placeholder="https://")
        self._read_on = DateField(self.tr("Read on"), today)
        self._text.saved_by(lambda value: save(self, "text", value, self._text.visit))
        self._address.saved_by(lambda value: save(self, "address", value, self._address.visit))
        self._read_on.saved_by(lambda value: save(self, "read_on", value, self._read_on.visit))
        self._on_brief = CheckField(self.tr("On the brief"))
        self._on_brief.saved_by(lambda chosen: choose(self, chosen))
        self._on_brief.edited.connect(lambda _wanted: self._on_brief.show_value(self._chosen))  # it may be refused
        self._stale = plain(self.tr("Read more than 90 days ago. Have another look before you use it."))
        self._stale.setProperty("tone", "attention")
        self._checked = QPushButton(self.tr("Checked today"))
        self._checked.setAutoDefault(False)
        self._checked.clicked.connect(lambda: save(self, "read_on", today(), ""))
        self._open = quiet_button(self.tr("Open"))
        self._open.clicked.connect(lambda: open_address(self._address.value))
        remove = quiet_button(self.tr("Remove"))
        remove.clicked.connect(self.removed)
        self.body.addWidget(self._text)
        self.body.addWidget(SideBySide([(self._address, 3), (self._read_on, 2)]))
        self.body.addWidget(self._stale)
        row = FlowLayout()
        for each in (self._on_brief, self._checked, self._open, remove):
            row.addWidget(each)
        self.body.addLayout(row)
        self.show_note(note, on_brief=False)

    def show_note(self, note: ResearchNote, on_brief: bool) -> None:
        """Show the note as it is stored."""
        self.note = note
        self._chosen = on_brief
        self._text.show_value(note.text)
        self._address.show_value(note.address)
        self._read_on.show_value(note.read_on)
        self._on_brief.show_value(on_brief)
        self._on_brief.setEnabled(bool(note.id))
        stale = is_stale(note, self._today())
        self.setProperty("card", "attention" if stale else "true")
        self.style().unpolish(self)
        self.style().polish(self)
        self._stale.setVisible(stale)
        self._checked.setVisible(stale)
        self._open.setVisible(bool(note.address.strip()))

    def take_focus(self) -> None:
        """Go to the text."""
        self._text.setFocus()
