"""Behind the first two doors: a plain list of people one knows already, and one person with a first note."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.core.contact import Contact, Source
from desktop.core.people_known import read_line, written
from desktop.core.text import one_line
from desktop.store.history import Change
from desktop.ui.theme import muted, page_title
from desktop.ui.widgets.fields import TextField
from desktop.ui.widgets.scroll_page import ScrollPage
from desktop.ui.workspace import Workspace

_LINES = 5  # to begin with; Enter on the last one adds another


class PersonLine(QWidget):
    """One line: a person, saved as a contact while it is typed. `next_wanted` is Enter."""

    contact_requested = Signal(int)
    next_wanted = Signal()

    def __init__(self, workspace: Workspace, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.contact_id = 0
        self.field = TextField("", placeholder=self.tr("Name – where from") if number == 1 else "")
        self.field.editor.setAccessibleName(self.tr("Person {0}").format(number))
        self.field.editor.setAccessibleDescription(self.tr("A name, and after a dash where you know them from"))
        self._open = QPushButton(self.tr("Open page"))
        self._open.setProperty("quiet", True)
        self._open.clicked.connect(self._request)
        keep = self._open.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self._open.setSizePolicy(keep)
        self._open.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.field, 1)
        row.addWidget(self._open)
        self.setFocusProxy(self.field)
        self.field.saved_by(self._save)
        if isinstance(self.field.editor, QLineEdit):
            self.field.editor.returnPressed.connect(self.next_wanted)

    def _save(self, text: str) -> None:
        name, where = read_line(text)
        contacts = self._workspace.store.contacts
        visit = self.field.visit
        if self.contact_id and name:
            changed = {"name": name, "source_detail": where}
            self._workspace.act(self.tr("Edit person"), lambda: contacts.update(self.contact_id, **changed), visit)
        elif self.contact_id:
            gone, self.contact_id = self.contact_id, 0
            self._workspace.act(self.tr("Delete person"), lambda: contacts.delete([gone]), visit)
        elif name:
            self.contact_id = self._workspace.act(
                self.tr("Add {0}").format(name),
                lambda: _add(self._workspace, Contact(name=name, source=Source.KNOWN, source_detail=where)),
                visit,
            )
        self._name()

    def refresh(self) -> None:
        """Show what became of the contact elsewhere, an undo included."""
        if self.contact_id:
            contact = self._workspace.store.contacts.find(self.contact_id)
            if contact is None:
                self.contact_id = 0
            self.field.show_value(written(contact.name, contact.source_detail) if contact else "")
            self._name()

    def _name(self) -> None:
        self._open.setVisible(bool(self.contact_id))
        name = read_line(self.field.value)[0]
        self._open.setAccessibleName(self.tr("Open the page of {0}").format(name))

    def _request(self) -> None:
        self.field.flush()
        if self.contact_id:
            self.contact_requested.emit(self.contact_id)


class KnownPeople(ScrollPage):
    """*People I know already*: one line each. `closed` is the way back."""

    contact_requested = Signal(int)
    closed = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._workspace = workspace
        self.lines: list[PersonLine] = []
        self.column.addWidget(page_title(QLabel(self.tr("People I know already"))))
        hint = muted(
            QLabel(
                self.tr(
                    "One line each, whoever comes to mind: former colleagues, neighbours, parents from school, people "
                    "from a course. Nobody is written to; this is only a list. Enter goes to the next line."
                )
            )
        )
        hint.setWordWrap(True)
        self.column.addWidget(hint)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.column.addLayout(self._rows)
        back = QPushButton(self.tr("&Done for now"))
        back.setProperty("primary", True)
        back.clicked.connect(self.closed)
        foot = QHBoxLayout()
        foot.addWidget(back)
        foot.addStretch(1)
        self.column.addLayout(foot)
        self.begin(focus=False)
        workspace.changed.connect(self._refresh)

    def begin(self, focus: bool = True) -> None:
        """A fresh list; who was entered before stands under Contacts."""
        for line in self.lines:
            line.field.flush()
            line.hide()
            line.deleteLater()
        self.lines = []
        for _ in range(_LINES):
            self._add_line()
        if focus:
            self.lines[0].setFocus()

    def _add_line(self) -> PersonLine:
        line = PersonLine(self._workspace, len(self.lines) + 1)
        line.contact_requested.connect(self.contact_requested)
        line.next_wanted.connect(lambda: self._next(line))
        self.lines.append(line)
        self._rows.addWidget(line)
        if len(self.lines) > _LINES:
            QWidget.setTabOrder(self.lines[-2], line)
        return line

    def _next(self, line: PersonLine) -> None:
        following = self.lines.index(line) + 1
        if following == len(self.lines):
            self._add_line()
        self.lines[following].setFocus(Qt.FocusReason.TabFocusReason)

    def _refresh(self, change: Change) -> None:
        if "contact" in change.tables:
            for line in self.lines:
                line.refresh()


class FirstNote(ScrollPage):
    """*I know whom*: a name and a first note become a contact. `closed` is the way back."""

    contact_requested = Signal(int)
    closed = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._workspace = workspace
        self._contact_id = 0
        self.column.addWidget(page_title(QLabel(self.tr("I know whom"))))
        self.name = TextField(self.tr("&Name"))
        self.note = TextField(
            self.tr("A first n&ote"),
            multiline=True,
            hint=self.tr("How you came across them, or what you would like to ask. One sentence is plenty."),
        )
        self.column.addWidget(self.name)
        self.column.addWidget(self.note)
        self._go = QPushButton(self.tr("Go to their &page"))
        self._go.setProperty("primary", True)
        self._go.clicked.connect(self._request)
        back = QPushButton(self.tr("&Back"))
        back.setProperty("quiet", True)
        back.clicked.connect(self.closed)
        foot = QHBoxLayout()
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
                self.tr("Add {0}").format(name), lambda: _add(self._workspace, made), visit
            )

    def _request(self) -> None:
        for field in (self.name, self.note):
            field.flush()
        if self._contact_id:
            self.contact_requested.emit(self._contact_id)
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


def _add(workspace: Workspace, contact: Contact) -> int:
    """Store someone entered at the start; the doors need not show by themselves any more."""
    store = workspace.store
    store.preferences.update_settings(first_start_done=True)
    return store.contacts.add(replace(contact, found_on=workspace.today()))
