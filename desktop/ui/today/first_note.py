"""Behind the second door, *I know whom*: one person with a first note."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from desktop.core.contact import Contact
from desktop.core.text import one_line
from desktop.store.file.history import Change
from desktop.ui.shared.people_entry import add_person
from desktop.ui.theme import page_title
from desktop.ui.widgets.fields import TextField
from desktop.ui.widgets.scroll_page import ScrollPage
from desktop.ui.workspace import Workspace


class FirstNote(ScrollPage):
    """*I know whom*: a name and a first note become a contact, who is then written to. `closed` is the way back."""

    contact_requested = Signal(int)
    write_requested = Signal(int, object)
    closed = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._workspace = workspace
        self._contact_id = 0
        self.setAccessibleName(self.tr("I know whom"))
        self.column.addWidget(page_title(QLabel(self.tr("I know whom"))))
        self.name = TextField(self.tr("&Name"))
        self.note = TextField(
            self.tr("A first n&ote"),
            multiline=True,
            hint=self.tr("How you came across them, or what you would like to ask. One sentence is plenty."),
        )
        self.column.addWidget(self.name)
        self.column.addWidget(self.note)
        self._write = QPushButton(self.tr("&Write the request"))
        self._write.setProperty("primary", True)
        self._write.clicked.connect(lambda: self._request(lambda contact: self.write_requested.emit(contact, None)))
        self._go = QPushButton(self.tr("Go to their &page"))
        self._go.clicked.connect(lambda: self._request(self.contact_requested.emit))
        back = QPushButton(self.tr("&Back"))
        back.setProperty("quiet", True)
        back.clicked.connect(self.closed)
        foot = QHBoxLayout()
        foot.addWidget(self._write)
        foot.addWidget(self._go)
        foot.addStretch(1)
        foot.addWidget(back)
        self.column.addLayout(foot)
        self.name.saved_by(lambda _text: self._save(self.name.visit))
        self.note.saved_by(lambda _text: self._save(self.note.visit))
        if isinstance(self.name.editor, QLineEdit):
            self.name.editor.returnPressed.connect(self.note.setFocus)
        workspace.changed.connect(self._refresh)

    def begin(self) -> None:
        """Two empty fields, for someone new."""
        for field in (self.name, self.note):
            field.flush()
        self._contact_id = 0
        self.name.show_value("")
        self.note.show_value("")
        self.name.set_hint("")
        self.name.setFocus()

    def _save(self, visit: str) -> None:
        name, note = one_line(self.name.value), self.note.value
        contacts = self._workspace.store.contacts
        if not name:
            return
        if self._contact_id:
            changed = {"name": name, "notes": note}
            self._workspace.act(self.tr("Edit person"), lambda: contacts.update(self._contact_id, **changed), visit)
        else:
            made = Contact(name=name, notes=note)
            self._contact_id = self._workspace.act(
                self.tr("Add {0}").format(name), lambda: add_person(self._workspace, made), visit, at_once=True
            )

    def _request(self, ask: Callable[[int], object]) -> None:
        for field in (self.name, self.note):
            field.flush()
        if self._contact_id:
            ask(self._contact_id)
        else:
            self.name.set_hint(self.tr("A first name is enough."))
            self.name.setFocus()

    def _refresh(self, change: Change) -> None:
        if self._contact_id and "contact" in change.tables:
            contact = self._workspace.store.contacts.find(self._contact_id)
            if contact is None:
                self._contact_id = 0
            self.name.show_value(contact.name if contact else "")
            self.note.show_value(contact.notes if contact else "")
