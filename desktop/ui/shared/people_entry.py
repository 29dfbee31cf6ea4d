"""A plain list of people, one line each, saved as contacts while they are typed."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.core.contact import Contact
from desktop.core.message import MessageKind
from desktop.core.people.person_line import line_of, name_and_note
from desktop.core.values import replace
from desktop.store.file.history import Change
from desktop.ui import words
from desktop.ui.widgets.fields import ChoiceField, TextField
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.workspace import Workspace

Made = Callable[[str, str], Contact]  # a contact from a name and what is after the dash


class PersonEntry(QWidget):
    """One line. `made` makes the contact; `usual` is where from, if nothing else is written, and is not shown.

    With `introductions` they are asked for one, else written to. `next_wanted` is Enter; the other signals carry the
    contact, `write_requested` also the kind of message, `None` for the usual one.
    """

    contact_requested = Signal(int)
    write_requested = Signal(int, object)
    next_wanted = Signal()

    def __init__(
        self,
        workspace: Workspace,
        number: int,
        made: Made,
        usual: Callable[[], str],
        introductions: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._made = made
        self._usual = usual
        self.contact_id = 0
        self.field = TextField("", placeholder=self.tr("Name – where from") if number == 1 else "")
        self.field.editor.setAccessibleName(self.tr("Person {0}").format(number))
        self.field.editor.setAccessibleDescription(self.tr("A name, and after a dash where you know them from"))
        easy = [(None, self.tr("How easy to ask?")), *((level, words.comfort(level)) for level in range(1, 6))]
        self.comfort = ChoiceField("", easy)
        self._open = QPushButton(self.tr("Open page"))
        self._introductions = introductions
        self._write = QPushButton(self.tr("Ask for an introduction") if introductions else self.tr("Write to them"))
        self._open.clicked.connect(lambda: self._request(self.contact_requested.emit))
        kind = MessageKind.INTRODUCTION_REQUEST if introductions else None
        self._write.clicked.connect(lambda: self._request(lambda contact: self.write_requested.emit(contact, kind)))
        self._beside = QWidget()
        flow = FlowLayout(self._beside)
        flow.addWidget(self.comfort)
        for button in (self._write, self._open):
            button.setProperty("quiet", True)
            flow.addWidget(button)
        self._beside.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.field)
        column.addWidget(self._beside)
        self.setFocusProxy(self.field)
        self.field.saved_by(self._save)
        self.comfort.saved_by(self._save_comfort)
        if isinstance(self.field.editor, QLineEdit):
            self.field.editor.returnPressed.connect(self.next_wanted)

    def _save(self, text: str) -> None:
        name, where = name_and_note(text)
        where = where or self._usual()
        contacts = self._workspace.store.contacts
        visit = self.field.visit
        if self.contact_id and name:
            self._workspace.act(
                self.tr("Edit person"),
                lambda: contacts.update(self.contact_id, name=name, source_detail=where),
                visit,
            )
        elif self.contact_id:
            gone, self.contact_id = self.contact_id, 0
            self._workspace.act(self.tr("Delete person"), lambda: contacts.delete([gone]), visit)
        elif name:
            self.comfort.show_anew(None)
            self.contact_id = self._workspace.act(
                self.tr("Add {0}").format(name),
                lambda: add_person(self._workspace, self._made(name, where)),
                visit,
                at_once=True,
            )
        self._name()

    def _save_comfort(self, level: int | None) -> None:
        contacts, contact_id = self._workspace.store.contacts, self.contact_id
        if contact_id:
            done = self.tr("Change how easy they are to ask")
            self._workspace.act(done, lambda: contacts.update(contact_id, comfort=level), self.comfort.visit)

    def refresh(self) -> None:
        """Show what became of the contact elsewhere, an undo included."""
        if self.contact_id:
            contact = self._workspace.store.contacts.find(self.contact_id)
            if contact is None:
                self.contact_id = 0
                self.field.show_value("")
            else:
                detail = contact.source_detail
                self.field.show_value(line_of(contact.name, "" if detail == self._usual() else detail))
                self.comfort.show_value(contact.comfort)
            self._name()

    def _name(self) -> None:
        self._beside.setVisible(bool(self.contact_id))
        name = name_and_note(self.field.value)[0]
        self._open.setAccessibleName(self.tr("Open the page of {0}").format(name))
        write = self.tr("Ask {0} for an introduction") if self._introductions else self.tr("Write to {0}")
        self._write.setAccessibleName(write.format(name))
        self.comfort.editor.setAccessibleName(self.tr("How easy {0} is to ask").format(name))

    def _request(self, ask: Callable[[int], object]) -> None:
        self.field.flush()
        if self.contact_id:
            ask(self.contact_id)


class PeopleEntry(QWidget):
    """As many lines as are wanted: Enter on the last one adds another."""

    contact_requested = Signal(int)
    write_requested = Signal(int, object)

    def __init__(
        self,
        workspace: Workspace,
        made: Made,
        usual: Callable[[], str] = str,
        count: int = 3,
        introductions: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._made = made
        self._usual = usual
        self._introductions = introductions
        self.lines: list[PersonEntry] = []
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(8)
        for _ in range(count):
            self._add_line()
        self.setFocusProxy(self.lines[0])
        workspace.changed.connect(self._refresh)

    @property
    def people(self) -> tuple[int, ...]:
        """The ids of the people entered here."""
        return tuple(line.contact_id for line in self.lines if line.contact_id)

    def _add_line(self) -> None:
        line = PersonEntry(self._workspace, len(self.lines) + 1, self._made, self._usual, self._introductions)
        line.contact_requested.connect(self.contact_requested)
        line.write_requested.connect(self.write_requested)
        line.next_wanted.connect(lambda: self._next(line))
        self.lines.append(line)
        self._rows.addWidget(line)

    def _next(self, line: PersonEntry) -> None:
        following = self.lines.index(line) + 1
        if following == len(self.lines):
            self._add_line()
        self.lines[following].setFocus(Qt.FocusReason.TabFocusReason)

    def _refresh(self, change: Change) -> None:
        if "contact" in change.tables:
            for line in self.lines:
                line.refresh()


def add_person(workspace: Workspace, contact: Contact) -> int:
    """Store someone who was found today; the doors of the first start need not show by themselves any more."""
    store = workspace.store
    store.preferences.update_settings(first_start_done=True)
    return store.contacts.add(replace(contact, found_on=workspace.today()))
