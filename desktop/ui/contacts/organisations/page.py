"""One organisation's page: what it does, what was found about it, and the people there."""

from typing import Unpack

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QTabWidget, QVBoxLayout, QWidget

from desktop.core.contact import ContactFilter
from desktop.core.errors import UserError
from desktop.core.organisation import Organisation, OrganisationChanges, Subject
from desktop.core.text import isolated
from desktop.store.file.history import Change
from desktop.ui import words
from desktop.ui.contacts.organisations.possible_duplicate import PossibleDuplicateOrganisation
from desktop.ui.shared.research_notes import ResearchNotes
from desktop.ui.theme import heading, muted, page_title
from desktop.ui.widgets.bound_fields import BoundFields
from desktop.ui.widgets.fields import TextField, flush_all
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.links import open_address
from desktop.ui.widgets.scroll_page import ScrollPage
from desktop.ui.widgets.two_line_list import ListRow, TwoLineList
from desktop.ui.workspace import Workspace

_CONCERNED = frozenset({"organisation", "research_note", "contact"})
_PEOPLE = 200  # shown here; the list of people finds the others by the organisation's name


class OrganisationPage(QWidget):
    """`gone` tells that the organisation was deleted; the others carry what to open, `whom_requested` a name."""

    person_requested = Signal(int)
    organisation_requested = Signal(int)
    whom_requested = Signal(str)
    gone = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._store = workspace.store
        self._organisation = Organisation()
        self._name = page_title(QLabel())
        self._industry = muted(QLabel())
        for label in (self._name, self._industry):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        name = TextField(self.tr("&Name"))
        self._industry_field = TextField(self.tr("&Industry"))
        website = TextField(self.tr("&Web site"))
        notes = TextField(self.tr("N&otes"), multiline=True, lines=6)
        self._fields = BoundFields[Organisation]()
        bind, edit = self._fields.bind, self._edit
        bind(name, lambda organisation: organisation.name, lambda text, visit: edit(visit, name=text))
        bind(
            self._industry_field,
            lambda organisation: organisation.industry,
            lambda text, visit: edit(visit, industry=text),
        )
        bind(website, lambda organisation: organisation.website, lambda text, visit: edit(visit, website=text))
        bind(notes, lambda organisation: organisation.notes, lambda text, visit: edit(visit, notes=text))
        self._duplicate = PossibleDuplicateOrganisation(workspace)
        self._duplicate.organisation_requested.connect(self.organisation_requested)
        self._research = ResearchNotes(
            workspace,
            (Subject.ORGANISATION, Subject.INDUSTRY),
            self.tr("What you find here is ready for everyone you meet from this organisation."),
            lambda note: self._store.research.add_on_organisation(self._organisation.id, note),
        )
        self._people = TwoLineList(self.tr("People there"), workspace.theme)
        self._people.setMinimumHeight(workspace.theme.px(160))
        self._people.opened.connect(self.person_requested)
        self._people.clicked.connect(lambda _index: self.person_requested.emit(self._people.current_id))
        self._nobody = muted(QLabel(self.tr("You know nobody there yet.")))
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._tabs.tabBar().setAccessibleName(self.tr("Parts of this page"))
        self._tabs.addTab(self._about(name, self._industry_field, website, notes), self.tr("About"))
        self._tabs.addTab(self._research, self.tr("Research"))
        head = QVBoxLayout()
        head.setContentsMargins(24, 16, 24, 8)
        head.setSpacing(2)
        head.addWidget(self._name)
        head.addWidget(self._industry)
        head.addWidget(self._duplicate)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._tabs, 1)
        workspace.changed.connect(self._refresh)

    def _about(self, *fields: QWidget) -> ScrollPage:
        page = ScrollPage()
        for field in fields:
            page.column.addWidget(field)
        self._open = QPushButton(self.tr("Open the web site"))
        self._open.clicked.connect(self._open_website)
        delete = QPushButton(self.tr("Delete organisation"))
        delete.setProperty("quiet", True)
        delete.clicked.connect(self._delete)
        whom = QPushButton(self.tr("Whom do I know there?"))
        whom.clicked.connect(lambda: self.whom_requested.emit(self._organisation.name))
        row = FlowLayout()
        row.addWidget(whom)
        row.addWidget(self._open)
        row.addWidget(delete)
        page.column.addWidget(heading(QLabel(self.tr("People there"))))
        page.column.addWidget(self._nobody)
        page.column.addWidget(self._people)
        page.column.addLayout(row)
        return page

    def show_organisation(self, organisation_id: int) -> bool:
        """Show an organisation; `False` if there is none of that id."""
        if organisation_id == self._organisation.id:
            return True
        flush_all(self)
        organisation = self._store.organisations.find(organisation_id)
        if organisation is None:
            return False
        self._research.clear()
        self._show(organisation)
        return True

    def focus(self) -> None:
        """Put the cursor into the first field that waits to be filled."""
        self._tabs.setCurrentIndex(0)
        self._industry_field.setFocus()

    def _refresh(self, change: Change) -> None:
        if not self._organisation.id or not change.tables & _CONCERNED:
            return
        organisation = self._store.organisations.find(self._organisation.id)
        if organisation is None:
            self._organisation = Organisation()
            self.gone.emit()
        else:
            self._show(organisation)

    def _show(self, organisation: Organisation) -> None:
        same = organisation.id == self._organisation.id
        self._organisation = organisation
        self._name.setText(isolated(organisation.name))
        self._industry.setText(organisation.industry)
        self._industry.setVisible(bool(organisation.industry))
        self._open.setVisible(bool(organisation.website))
        self._duplicate.show_organisation(organisation.id)
        self._fields.show(organisation, anew=not same)
        lines = self._store.contacts.lines(ContactFilter(organisation_id=organisation.id), limit=_PEOPLE)
        self._people.show_rows(
            [
                ListRow(line.id, line.name, " · ".join(part for part in (line.role, words.stage(line.stage)) if part))
                for line in lines
            ]
        )
        self._people.setVisible(bool(lines))
        self._nobody.setVisible(not lines)
        notes = self._store.research.on_organisation(organisation.id)
        self._research.show_notes(notes)
        name = self.tr("Research")
        count = self._workspace.locale.toString(len(notes))
        self._tabs.setTabText(1, self.tr("{0} {1}").format(name, count) if notes else name)

    def _edit(self, visit: str, **changes: Unpack[OrganisationChanges]) -> None:
        """Save fields of the `Organisation` on the page."""
        organisation_id, organisations = self._organisation.id, self._store.organisations
        if organisation_id:
            done = self.tr("Edit organisation")
            self._workspace.act(done, lambda: organisations.update(organisation_id, **changes), visit)

    def _open_website(self) -> None:
        if not open_address(self._organisation.website):
            self._workspace.say(self.tr("This is no web address that can be opened."), kind="attention")

    def _delete(self) -> None:
        organisation = self._organisation
        try:
            self._workspace.act(
                self.tr("Delete organisation"), lambda: self._store.organisations.delete(organisation.id)
            )
        except UserError:
            return
        self._workspace.say_with_undo(self.tr("{0} was deleted; its people stay").format(organisation.name))
