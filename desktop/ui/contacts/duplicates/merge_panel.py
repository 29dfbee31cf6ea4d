"""Two people who may be one, side by side: what differs is chosen, what becomes of them is seen before it is done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.core.contact import Contact
from desktop.core.errors import UserError
from desktop.core.people.merging import MERGE_FIELDS, PHOTO, MergeSide, differing, merged_contact
from desktop.core.text import joined
from desktop.ui import words
from desktop.ui.contacts import merge_words
from desktop.ui.contacts.duplicates.merge_choice import MergeChoice
from desktop.ui.theme import heading, muted
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.scroll_page import ScrollPage
from desktop.ui.widgets.side_by_side import SideBySide
from desktop.ui.workspace import Workspace

_WIDTH = 760


class MergePanel(QWidget):
    """`merged` carries what both have become, `parted` tells that they are two, `person_requested` whom to look at."""

    merged = Signal(int)
    parted = Signal()
    person_requested = Signal(int)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._store = workspace.store
        self._first, self._second = Contact(), Contact()
        self._choices: list[MergeChoice] = []
        self._photo: MergeChoice | None = None
        self._page = ScrollPage(_WIDTH, self)
        self._inside: QWidget | None = None
        self._preview = QLabel()
        self._preview.setTextFormat(Qt.TextFormat.PlainText)
        self._preview.setWordWrap(True)
        self._preview.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._merge = QPushButton(self.tr("&Merge"))
        self._merge.setProperty("primary", True)
        self._merge.clicked.connect(self._do_merge)
        self._part = QPushButton(self.tr("&Not the same person"))
        self._part.clicked.connect(self._do_part)
        row = FlowLayout()
        row.addWidget(self._merge)
        row.addWidget(self._part)
        foot = QVBoxLayout()
        foot.setContentsMargins(24, 8, 24, 0)
        foot.addLayout(row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._page, 1)
        layout.addLayout(foot)

    @property
    def pair(self) -> tuple[int, int]:
        """Who is shown, the one that would be kept first; zeros for nobody."""
        return self._first.id, self._second.id

    def show_pair(self, first_id: int, second_id: int) -> bool:
        """Show two contacts; `False` if one of them is gone. What was chosen for the same two stays."""
        first, second = self._store.contacts.find(first_id), self._store.contacts.find(second_id)
        if first is None or second is None:
            return False
        if (first, second) != (self._first, self._second):
            self._first, self._second = first, second
            self._build()
        return True

    def forget(self) -> None:
        """Show nobody."""
        self._first, self._second = Contact(), Contact()

    def focus(self) -> None:
        """Put the focus where the first choice is, or on Merge where there is none."""
        if self._choices:
            self._choices[0].focus()
        else:
            self._merge.setFocus()

    def _build(self) -> None:
        old, self._inside = self._inside, QWidget()
        if old is not None:
            self._preview.setParent(None)
            self._page.column.removeWidget(old)
            old.deleteLater()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(SideBySide([(self._card(self._first), 1), (self._card(self._second), 1)]))
        self._choices = []
        for field in differing(self._first, self._second):
            first, second = (merge_words.value(self._store, each, field) for each in (self._first, self._second))
            choice = MergeChoice(field, merge_words.field_name(field), first, second, self._inside)
            choice.changed.connect(self._show_preview)
            self._choices.append(choice)
            column.addWidget(choice)
        self._photo = self._photo_choice(column)
        becomes = Card(self.tr("What becomes of them"))
        becomes.body.addWidget(self._preview)
        column.addWidget(becomes)
        self._page.column.addWidget(self._inside)
        self._show_preview()
        self._page.verticalScrollBar().setValue(0)

    def _photo_choice(self, column: QVBoxLayout) -> MergeChoice | None:
        """Whose photo is kept, where both have one."""
        first, second = (each.photo for each in self._store.contacts.with_cards((self._first, self._second)))
        if first is None or second is None or first == second:
            return None
        choice = MergeChoice(PHOTO, self.tr("Photo"), self.tr("This one"), self.tr("The other one"), self._inside)
        choice.show_pictures(*(self._picture(photo.data) for photo in (first, second)))
        column.addWidget(choice)
        return choice

    def _picture(self, data: bytes) -> QPixmap:
        picture = QPixmap()
        side = self._workspace.theme.px(96)
        if not picture.loadFromData(data):
            return QPixmap()
        return picture.scaled(
            side, side, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )

    def _card(self, contact: Contact) -> Card:
        card = Card()
        card.body.setSpacing(4)
        name = heading(QLabel(contact.name or self.tr("No name yet")))
        work = QLabel(joined(contact.role, contact.organisation))
        stage = muted(QLabel(joined(words.stage(contact.stage), *self._counts(contact.id))))
        for label in (name, work, stage):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setVisible(bool(label.text()))
            card.body.addWidget(label)
        look = QPushButton(self.tr("Open page"))
        look.setProperty("link", True)
        look.setAccessibleName(self.tr("Open page of {0}").format(contact.name))
        look.clicked.connect(lambda: self.person_requested.emit(contact.id))
        row = FlowLayout()
        row.addWidget(look)
        card.body.addLayout(row)
        return card

    def _counts(self, contact_id: int) -> list[str]:
        messages = len(self._store.messages.of_contact(contact_id))
        meetings = len(self._store.meetings.of_contact(contact_id))
        return [
            text
            for text, count in (
                (self.tr("1 message") if messages == 1 else self.tr("%n messages", "", messages), messages),
                (self.tr("1 meeting") if meetings == 1 else self.tr("%n meetings", "", meetings), meetings),
            )
            if count
        ]

    def _taken(self) -> dict[str, MergeSide]:
        return {choice.field.name: choice.take for choice in self._choices}

    def _show_preview(self) -> None:
        becomes = merged_contact(self._first, self._second, self._taken())
        lines = [
            self.tr("{0}: {1}").format(merge_words.field_name(field), joined(*text.splitlines()))
            for field in MERGE_FIELDS
            if (text := merge_words.value(self._store, becomes, field))
        ]
        kept = self.tr("Messages, meetings, promises, research and the people they named are kept from both.")
        self._preview.setText("\n".join([*lines, "", kept]))

    def _do_merge(self) -> None:
        keep, other, choices = self._first, self._second, self._taken()
        if not keep.id:
            return
        if self._photo is not None:
            choices[PHOTO.name] = self._photo.take
        name = self.tr("Merge {0} and {1}").format(keep.name, other.name)
        try:
            self._workspace.act(name, lambda: self._store.duplicates.merge(keep.id, other.id, choices))
        except UserError:
            return
        self._workspace.say_with_undo(self.tr("{0} and {1} are one contact now").format(keep.name, other.name))
        self.merged.emit(keep.id)

    def _do_part(self) -> None:
        first, second = self.pair
        if not first:
            return
        try:
            self._workspace.act(self.tr("Not the same person"), lambda: self._store.duplicates.different(first, second))
        except UserError:
            return
        self._workspace.say_with_undo(self.tr("They stay two, and are not named together again"))
        self.parted.emit()
