"""One research note: what was found, where and when it was read; an old one says so and can be checked again."""

from collections.abc import Callable
from contextlib import suppress
from typing import Unpack

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from desktop.core.errors import UserError
from desktop.core.organisation import ResearchNote, ResearchNoteChanges, is_stale
from desktop.core.values import replace
from desktop.ui import words
from desktop.ui.theme import muted, restyle
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.date_fields import DateField
from desktop.ui.widgets.fields import CheckField, TextField
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.links import open_address
from desktop.ui.widgets.side_by_side import SideBySide
from desktop.ui.workspace import Workspace

AddNote = Callable[[ResearchNote], int]
ChooseFact = Callable[[int, bool], object]


class NoteCard(Card):
    """A new note (its id is 0) is stored by `add` with its first words; `dropped` tells that it went before that.

    With `choose` the note can be ticked for the brief: it is called with the id and whether the note is wanted there,
    and may refuse.
    """

    dropped = Signal()

    def __init__(
        self,
        workspace: Workspace,
        note: ResearchNote,
        add: AddNote,
        choose: ChooseFact | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._workspace = workspace
        self._add = add
        self.note = note
        self._on_brief_now = False
        self._subject = muted(QLabel(words.subject(note.subject), self))  # a parent first: it would be a window else
        self._subject.setHidden(choose is not None)  # where notes are chosen, they are below their subject
        self.text = TextField(self.tr("What you found"), multiline=True, lines=2)
        self.address = TextField(self.tr("Where you read it"), placeholder="https://")
        self.read_on = DateField(self.tr("Read on"), workspace.today)
        self.text.saved_by(lambda text: self._save(self.text.visit, text=text))
        self.address.saved_by(lambda address: self._save(self.address.visit, address=address))
        self.read_on.saved_by(lambda day: self._save(self.read_on.visit, read_on=day))
        self._on_brief = CheckField(self.tr("On the brief"), parent=self)
        self._on_brief.setHidden(choose is None)
        if choose is not None:
            self._on_brief.saved_by(lambda wanted: choose(self.note.id, wanted))
            self._on_brief.edited.connect(lambda _wanted: self._on_brief.show_value(self._on_brief_now))
        self._stale = QLabel(self.tr("Read more than 90 days ago. Have another look before you use it."))
        self._stale.setTextFormat(Qt.TextFormat.PlainText)
        self._stale.setWordWrap(True)
        self._stale.setProperty("tone", "attention")
        self._checked = QPushButton(self.tr("Checked today"))
        self._checked.setAutoDefault(False)
        self._checked.clicked.connect(self._check)
        self._open = self._quiet(self.tr("Open"), self.tr("Open the web address"), self._open_address)
        remove = self._quiet(self.tr("Remove"), self.tr("Remove this note"), self._remove)
        self.body.addWidget(self._subject)
        self.body.addWidget(self.text)
        self.body.addWidget(SideBySide([(self.address, 3), (self.read_on, 2)]))
        self.body.addWidget(self._stale)
        foot = FlowLayout()
        for widget in (self._on_brief, self._checked, self._open, remove):
            foot.addWidget(widget)
        self.body.addLayout(foot)
        self.show_note(note)

    def _quiet(self, text: str, name: str, press: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.setAccessibleName(name)
        button.setProperty("quiet", True)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: press())
        return button

    def show_note(self, note: ResearchNote, on_brief: bool = False) -> None:
        """Show the note as it is stored; fields that are being typed in keep what is typed."""
        self.note = note
        self._on_brief_now = on_brief
        self.text.show_value(note.text)
        self.address.show_value(note.address)
        self.read_on.show_value(note.read_on)
        self._on_brief.show_value(on_brief)
        self._on_brief.setEnabled(bool(note.id))
        stale = is_stale(note, self._workspace.today())
        kind = "attention" if stale else "true"
        if self.property("card") != kind:
            self.setProperty("card", kind)
            restyle(self)
        self._stale.setVisible(stale)
        self._checked.setVisible(stale)
        self._open.setVisible(bool(note.address.strip()))

    def take_focus(self) -> None:
        """Go to the text."""
        self.text.setFocus()

    def _save(self, visit: str, **changes: Unpack[ResearchNoteChanges]) -> None:
        note, research = self.note, self._workspace.store.research
        begun = replace(note, **changes)
        if begun == note:
            return
        if note.id:
            self._workspace.act(self.tr("Edit research note"), lambda: research.update(note.id, **changes), visit)
            return
        if begun.text.strip() or begun.address.strip():
            # Told at once, so that the change that follows finds its card.
            self._workspace.act(self.tr("Add research note"), lambda: self._store(begun), visit)
        else:
            self.note = begun

    def _store(self, begun: ResearchNote) -> None:
        self.note = replace(begun, id=self._add(begun))

    def _check(self) -> None:
        with suppress(UserError):  # it has been said
            self._save("", read_on=self._workspace.today())

    def _open_address(self) -> None:
        if not open_address(self.address.value):
            self._workspace.say(
                self.tr("This is no web address that can be opened: {0}").format(self.note.address), kind="attention"
            )

    def _remove(self) -> None:
        note_id, research = self.note.id, self._workspace.store.research
        if not note_id:
            self.dropped.emit()
            return
        try:
            self._workspace.act(self.tr("Remove research note"), lambda: research.delete(note_id))
        except UserError:
            return
        self._workspace.say_with_undo(self.tr("The note is removed, from every brief not printed yet."))
