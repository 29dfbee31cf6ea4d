"""Whom do I know at …? An organisation is typed; who works there is listed, or it is said that nobody does."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.core.contact import ContactFilter, ContactLine
from desktop.core.organisation import OrganisationLine
from desktop.core.text import isolated, joined, one_line
from desktop.store.file.history import Change
from desktop.ui import words
from desktop.ui.theme import heading, muted, page_title
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.suggesting import SuggestField
from desktop.ui.widgets.two_line_list import ListRow, TwoLineList
from desktop.ui.workspace import Workspace

_CONCERNED = frozenset({"contact", "organisation", "message", "research_note"})
_PEOPLE = 500  # listed of one organisation
_ELSEWHERE = 50


class PeopleAtPage(QWidget):
    """`closed` asks for the list again; the others carry what to open."""

    closed = Signal()
    person_requested = Signal(int)
    organisation_requested = Signal(int)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._store = workspace.store
        self._there: list[OrganisationLine] = []
        self._field = SuggestField(self.tr("&Organisation"), self._store.organisations.names)
        self._field.setMaximumWidth(workspace.theme.px(520))
        self._field.line.textChanged.connect(lambda _text: self._fill())
        self._field.line.returnPressed.connect(self._enter)
        self._status = QLabel()
        self._status.setTextFormat(Qt.TextFormat.PlainText)
        self._status.setWordWrap(True)
        self._people = self._list(self.tr("People there"))
        self._elsewhere_heading = heading(QLabel(self.tr("Found elsewhere")))
        self._elsewhere_said = muted(QLabel(self.tr("In names, notes, tags, messages or research of others.")))
        self._elsewhere_said.setWordWrap(True)
        self._elsewhere = self._list(self.tr("Found elsewhere"))
        self._open = QPushButton(self.tr("O&pen the organisation"))
        self._open.clicked.connect(lambda: self.organisation_requested.emit(self._there[0].id))
        back = QPushButton(self.tr("&Back to contacts"))
        back.clicked.connect(self.closed)
        row = FlowLayout()
        row.addWidget(self._open)
        row.addWidget(back)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 24)
        layout.setSpacing(12)
        layout.addWidget(page_title(QLabel(self.tr("Whom do I know at …?"))))
        layout.addWidget(self._field)
        layout.addWidget(self._status)
        layout.addWidget(self._people, 3)
        layout.addWidget(self._elsewhere_heading)
        layout.addWidget(self._elsewhere_said)
        layout.addWidget(self._elsewhere, 2)
        layout.addLayout(row)
        layout.addStretch(0)
        workspace.changed.connect(self._refresh)
        self._fill()

    def _list(self, name: str) -> TwoLineList:
        people = TwoLineList(name, self._workspace.theme)
        people.opened.connect(self.person_requested)
        people.clicked.connect(lambda _index: self.person_requested.emit(people.current_id))
        return people

    def ask(self, name: str = "") -> None:
        """Answer for an organisation; without one, wait for it to be typed."""
        self._field.line.setText(name)
        if name and self._people.count:
            self._people.setFocus()
        else:
            self._field.line.setFocus()
            self._field.line.selectAll()

    def _refresh(self, change: Change) -> None:
        if change.tables & _CONCERNED and self.isVisible():
            self._fill()

    def _enter(self) -> None:
        if self._people.count:
            self._people.setFocus()

    def _fill(self) -> None:
        name = one_line(self._field.line.text())
        self._there = self._store.organisations.called(name)
        lines = [
            line
            for organisation in self._there
            for line in self._store.contacts.lines(ContactFilter(organisation_id=organisation.id), limit=_PEOPLE)
        ]
        there = {line.id for line in lines}
        others = self._store.contacts.lines(ContactFilter(search=name), limit=_ELSEWHERE) if name else []
        others = [line for line in others if line.id not in there]
        several = len({line.organisation for line in lines}) > 1
        self._people.show_rows([self._row(line, several) for line in lines])
        self._people.setVisible(bool(lines))
        self._elsewhere.show_rows([self._row(line, several=True) for line in others])
        for widget in (self._elsewhere, self._elsewhere_heading, self._elsewhere_said):
            widget.setVisible(bool(others))
        self._open.setVisible(bool(self._there))
        self._status.setText(self._sentence(name, len(lines)))
        self._status.setVisible(bool(name))

    def _row(self, line: ContactLine, several: bool) -> ListRow:
        where = line.organisation if several else ""
        return ListRow(line.id, line.name, joined(line.role, where, words.stage(line.stage)))

    def _sentence(self, name: str, count: int) -> str:
        called = isolated(self._there[0].name if self._there else name)
        if not count:
            return self.tr("You know nobody at {0} yet.").format(called)
        if count == 1:
            return self.tr("You know one person at {0}.").format(called)
        return self.tr("You know {0} people at {1}.", "", count).format(self._workspace.locale.toString(count), called)
