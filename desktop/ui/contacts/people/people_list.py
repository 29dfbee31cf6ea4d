"""The list side of the Contacts tab: add a person, search, narrow, choose one or several."""

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.core.contact import ContactFilter
from desktop.core.errors import UserError
from desktop.core.people.person_line import person_of
from desktop.core.people.search import SearchHit
from desktop.store.file.history import Change
from desktop.ui.contacts.people.contact_table import ContactTable
from desktop.ui.contacts.people.filter_bar import FilterBar
from desktop.ui.contacts.people.selection_bar import SelectionBar
from desktop.ui.contacts.people.table_model import ContactTableModel
from desktop.ui.theme import muted
from desktop.ui.workspace import Workspace

_WRITTEN = frozenset({"message", "research_note"})  # a search looks there too
_CONCERNED = frozenset({"contact", "organisation", "meeting", "planned_question", "contact_tag", "contact_direction"})


class PeopleList(QWidget):
    """`chosen` carries the contact to show, `opened` the one whose page wants the focus, `added` a new one."""

    chosen = Signal(int)
    opened = Signal(int)
    added = Signal(int)
    export_wanted = Signal()
    merge_wanted = Signal(int, int)  # two who are selected

    def __init__(self, workspace: Workspace, settings: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._store = workspace.store
        self._model = ContactTableModel(self._store.contacts, self)
        self.table = ContactTable(self._model, workspace.theme, settings)
        self.filters = FilterBar(workspace)
        self.new_line = QLineEdit()
        self.new_line.setPlaceholderText(self.tr("Add a person: name, organisation – note"))
        self.new_line.setAccessibleName(self.tr("Add a person"))
        self.new_line.setAccessibleDescription(self.tr("One line is enough: name, organisation – note. Enter adds."))
        self._nobody = muted(QLabel())
        self._nobody.setWordWrap(True)
        self._nobody.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._show_all = QPushButton(self.tr("Show everyone"))
        self._show_all.setProperty("quiet", True)
        self._count = muted(QLabel())
        self._selection = SelectionBar(workspace)
        self._lay_out()
        self._connect()
        self._say_count()

    def _lay_out(self) -> None:
        self._nothing = QWidget()
        middle = QVBoxLayout(self._nothing)
        middle.addStretch(1)
        middle.addWidget(self._nobody)
        middle.addWidget(self._show_all, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addStretch(2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.new_line)
        layout.addWidget(self.filters)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._nothing, 1)
        layout.addWidget(self._selection)
        layout.addWidget(self._count)

    def _connect(self) -> None:
        self.new_line.returnPressed.connect(self._add_line)
        self.filters.changed.connect(lambda: self._model.narrow(self.filters.wanted))
        self.filters.search.down.connect(self.table.enter)
        self.table.chosen.connect(self.chosen)
        self.table.opened.connect(self.opened)
        self.table.selection_changed.connect(self._selection.show_count)
        self.table.delete_wanted.connect(self.delete_selected)
        self._show_all.clicked.connect(self.filters.clear)
        self._model.renewed.connect(self._say_count)
        self._selection.tag_chosen.connect(self._tag)
        self._selection.direction_chosen.connect(self._direct)
        self._selection.direction_named.connect(self._direct_anew)
        self._selection.delete_clicked.connect(self.delete_selected)
        self._selection.export_clicked.connect(self.export_wanted)
        self._selection.merge_clicked.connect(lambda: self.merge_wanted.emit(*sorted(self.table.selected_ids())))
        self._workspace.changed.connect(self._refresh)

    # -- choosing ---------------------------------------------------------------------------------------------------

    def show_contact(self, contact_id: int) -> None:
        """Move the list to a contact; a filter that hides them is lifted."""
        if not self.table.select(contact_id) and contact_id:
            self.filters.clear()
            self.table.select(contact_id)

    @property
    def wanted(self) -> ContactFilter:
        """What narrows the list now."""
        return self._model.wanted

    def found(self, contact_id: int) -> SearchHit | None:
        """Where else than by name the search found somebody."""
        return self._model.found(contact_id)

    def first_id(self) -> int:
        """The first contact of the list, 0 if it is empty."""
        line = self._model.line(0) if self._model.rowCount() else None
        return line.id if line else 0

    def _refresh(self, change: Change) -> None:
        searching = bool(self._model.wanted.search)
        if change.tables & _CONCERNED or (searching and change.tables & _WRITTEN):
            self._model.renew()

    def _say_count(self) -> None:
        everyone, left = self._store.contacts.count(), self._model.rowCount()
        locale = self._workspace.locale
        if everyone == left:
            text = self.tr("1 person") if left == 1 else self.tr("{0} people", "", left).format(locale.toString(left))
        else:
            text = self.tr("{0} of {1} people").format(locale.toString(left), locale.toString(everyone))
        self._count.setText(text)
        self._count.setVisible(everyone > 0)
        many = self.tr("Search {0} people").format(locale.toString(everyone))
        self.filters.search.setPlaceholderText(many if everyone > 1 else self.tr("Search"))
        self.filters.setVisible(everyone > 0)
        self.table.setVisible(left > 0)
        self._nothing.setVisible(left == 0)
        self._nobody.setText(
            self.tr("Nobody fits what you are looking for.") if everyone else self.tr("Nobody is in your list yet.")
        )
        self._show_all.setVisible(left == 0 and everyone > 0)

    # -- changing ---------------------------------------------------------------------------------------------------

    def _add_line(self) -> None:
        self.add_person(self.new_line.text())

    def add_person(self, line: str) -> int:
        """Add the person one line describes and return the id, 0 if it names nobody or could not be done."""
        person = person_of(line)
        if person is None:
            return 0
        try:
            contact_id = self._workspace.act(self.tr("Add contact"), lambda: self._store.contacts.add(person))
        except UserError:
            return 0
        self.new_line.clear()
        self.added.emit(contact_id)
        return contact_id

    def delete_selected(self) -> None:
        """Delete everyone selected, with Undo in the message bar."""
        self.delete(self.table.selected_ids())

    def delete(self, ids: list[int]) -> None:
        """Delete contacts, with Undo in the message bar."""
        if not ids:
            return
        only = self._store.contacts.line(ids[0]) if len(ids) == 1 else None
        name = only.name if only else ""
        done = self.tr("Delete contact") if name else self.tr("Delete %n contacts", "", len(ids))
        try:
            self._workspace.act(done, lambda: self._store.contacts.delete(ids))
        except UserError:
            return
        said = self.tr("{0} was deleted").format(name) if name else self.tr("%n people were deleted", "", len(ids))
        self._workspace.say_with_undo(said)

    def _tag(self, tag: str) -> None:
        ids = self.table.selected_ids()
        try:
            self._workspace.act(self.tr("Add tag"), lambda: self._store.contacts.tag(ids, tag))
        except UserError:
            return
        self._workspace.say_with_undo(self.tr("%n people have the tag “{0}”", "", len(ids)).format(tag))

    def _direct(self, direction_id: int) -> None:
        ids = self.table.selected_ids()
        try:
            self._workspace.act(self.tr("Add direction"), lambda: self._store.contacts.direct(ids, direction_id))
        except UserError:
            return
        direction = self._store.directions.find(direction_id)
        name = direction.name if direction else ""
        self._workspace.say_with_undo(self.tr("%n people have the direction “{0}”", "", len(ids)).format(name))

    def _direct_anew(self, name: str) -> None:
        ids = self.table.selected_ids()

        def work() -> None:
            self._store.contacts.direct(ids, self._store.directions.add(name))

        try:
            self._workspace.act(self.tr("Add direction"), work)
        except UserError:
            return
        self._workspace.say_with_undo(self.tr("%n people have the direction “{0}”", "", len(ids)).format(name))
