"""The page of one thing to read: title, author, link, who recommended it, when it was read, and what to keep of it."""

from collections.abc import Callable
from contextlib import suppress
from typing import Unpack

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.core.errors import UserError
from desktop.core.reading_list import ReadingItem, ReadingItemChanges
from desktop.ui.shared.person_field import PersonField
from desktop.ui.widgets.bound_fields import BoundFields
from desktop.ui.widgets.date_fields import DateField
from desktop.ui.widgets.fields import TextField
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.links import open_address
from desktop.ui.widgets.scroll_page import ScrollPage
from desktop.ui.workspace import Workspace


class ReadingForm(ScrollPage):
    """`learned` asks for the learning entry of what was read, `contact_requested` carries who recommended it."""

    learned = Signal()
    deleted = Signal()
    contact_requested = Signal(int)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._workspace = workspace
        self.item = ReadingItem()
        self._fields = BoundFields[ReadingItem]()
        bind, edit = self._fields.bind, self._edit
        self._title, author = TextField(self.tr("&Title")), TextField(self.tr("&Author"))
        self._link = self._button(self.tr("Open"), self._open_link)
        self._link.setAccessibleName(self.tr("Open the link"))
        address = TextField(self.tr("&Link, or where to find it"))
        self._person = self._button(self.tr("Open page"), lambda: self.contact_requested.emit(self._recommender))
        self._person.setAccessibleName(self.tr("Open the page of who recommended it"))
        who = PersonField(self.tr("&Recommended by"), workspace.store.contacts)
        read_on = DateField(self.tr("R&ead on"), workspace.today)
        notes = TextField(self.tr("What to &keep of it"), multiline=True, lines=4)
        self.column.addWidget(self._title)
        self.column.addWidget(author)
        self._add_beside(address, self._link)
        self._add_beside(who, self._person)
        self.column.addWidget(read_on)
        self.column.addWidget(notes)
        bind(self._title, lambda item: item.title, lambda text, visit: edit(visit, title=text))
        bind(author, lambda item: item.author, lambda text, visit: edit(visit, author=text))
        bind(address, lambda item: item.address, lambda text, visit: edit(visit, address=text))
        bind(who, lambda item: item.recommended_by_id, lambda person, visit: edit(visit, recommended_by_id=person))
        bind(read_on, lambda item: item.read_on, lambda day, visit: edit(visit, read_on=day))
        bind(notes, lambda item: item.notes, lambda text, visit: edit(visit, notes=text))
        self._read = self._button(self.tr("I have read it"), self._turn)
        self._learn = self._button(self.tr("Write what you learned"), self.learned.emit)
        self._learn.setProperty("quiet", False)
        delete = self._button(self.tr("Delete"), self.delete)
        delete.setAccessibleName(self.tr("Delete this reading"))
        row = FlowLayout()
        for button in (self._learn, self._read, delete):
            row.addWidget(button)
        self.column.addLayout(row)

    def _button(self, text: str, press: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("quiet", True)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: press())
        return button

    def _add_beside(self, field: QWidget, button: QPushButton) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(field, 1)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        self.column.addLayout(row)

    @property
    def _recommender(self) -> int:
        return self.item.recommended_by_id or 0

    def show_item(self, item: ReadingItem) -> None:
        """Put a thing to read on the page; what was typed for the one before is saved first."""
        other = item.id != self.item.id
        if other:
            self._fields.flush()
            self.verticalScrollBar().setValue(0)
        self.item = item
        self._fields.show(item, anew=other)
        self._link.setVisible(bool(item.address.strip()))
        contacts, by = self._workspace.store.contacts, item.recommended_by_id
        self._person.setVisible(bool(by and contacts.line(by)))
        self._read.setText(self.tr("I have read it") if item.read_on is None else self.tr("Not read yet"))
        there = self._workspace.store.learning.of_reading(item.id) is not None
        self._learn.setText(self.tr("Open what you learned") if there else self.tr("Write what you learned"))

    def begin(self) -> None:
        """Into the title."""
        self._title.setFocus()

    # -- changing ---------------------------------------------------------------------------------------------------

    def _edit(self, visit: str, **changes: Unpack[ReadingItemChanges]) -> None:
        """Save fields of the `ReadingItem` on the page."""
        item_id, reading = self.item.id, self._workspace.store.reading_list
        if item_id:
            self._workspace.act(self.tr("Edit reading"), lambda: reading.update(item_id, **changes), visit)

    def _turn(self) -> None:
        with suppress(UserError):
            self._edit("", read_on=None if self.item.read_on else self._workspace.today())

    def delete(self) -> None:
        """Delete what is on the page."""
        item_id, reading = self.item.id, self._workspace.store.reading_list
        try:
            self._workspace.act(self.tr("Delete reading"), lambda: reading.delete(item_id))
        except UserError:
            return
        self.item = ReadingItem()
        self.deleted.emit()
        self._workspace.say_with_undo(self.tr("The reading was deleted"))

    def _open_link(self) -> None:
        if not open_address(self.item.address):
            said = self.tr("This is no web address that can be opened: {0}").format(self.item.address)
            self._workspace.say(said, kind="attention")
