"""The Contacts tab: people or organisations at the left, the page of one of them at the right."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from desktop.core.contact import Contact, Source
from desktop.core.errors import UserError
from desktop.core.message import MessageKind
from desktop.store.file.history import Change
from desktop.ui.actions import Actions
from desktop.ui.contacts.people.people_list import PeopleList
from desktop.ui.contacts.whole_pages import WholePages
from desktop.ui.crash import told
from desktop.ui.icons import icon
from desktop.ui.widgets.dropping import dropped_files
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.list_beside_page import ListBesidePage
from desktop.ui.workspace import Workspace

if TYPE_CHECKING:  # all but the list of people is built, and imported, when it is first shown
    from desktop.ui.contacts.compose.own_letters_page import OwnLettersPage
    from desktop.ui.contacts.compose.page import ComposePage
    from desktop.ui.contacts.organisations.list import OrganisationList
    from desktop.ui.contacts.organisations.page import OrganisationPage
    from desktop.ui.contacts.page.page import ContactPage


class ContactsTab(QWidget):
    """`meeting_requested` carries a meeting to open, `agreed_requested` the contact a meeting was agreed with."""

    meeting_requested = Signal(int)
    agreed_requested = Signal(int)
    place_changed = Signal(str)  # to whom is written while the composer is shown, else empty

    def __init__(self, workspace: Workspace, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._actions = actions
        self._settings = workspace.window_memory
        self.people = PeopleList(workspace, self._settings)
        self._page: ContactPage | None = None
        self._organisations: OrganisationList | None = None
        self._organisation_page: OrganisationPage | None = None
        self._compose: ComposePage | None = None
        self._own_letters: OwnLettersPage | None = None
        self._lists = QStackedWidget()
        self._lists.addWidget(self.people)
        self._nobody = EmptyState(
            "contacts",
            self.tr("Add the first person with one line at the left, or bring in your address book."),
            self.tr("Import contacts…"),
        )
        blank = QWidget()  # until the first page is built, just after the list is seen
        self._splitter = ListBesidePage(self._left(), blank, shares=(0, 1), sizes=None)
        self._pages = self._splitter.pages
        self._pages.addWidget(self._nobody)
        self._whole = WholePages(workspace, self._settings, self._splitter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._whole)
        self.setAcceptDrops(True)
        self._splitter_set = False
        self._connect()

    # -- building ---------------------------------------------------------------------------------------------------

    def _left(self) -> QWidget:
        left = QWidget()
        layout = QVBoxLayout(left)
        layout.setContentsMargins(16, 12, 12, 12)
        layout.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(4)
        self._switch = QButtonGroup(self)
        for number, text in enumerate((self.tr("People"), self.tr("Organisations"))):
            button = QToolButton()
            button.setText(text)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setChecked(number == 0)
            self._switch.addButton(button, number)
            row.addWidget(button)
        self._columns = QToolButton()
        self._columns.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._columns.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._columns.setToolTip(self.tr("Columns"))
        self._columns.setAccessibleName(self.tr("Choose columns"))
        self._columns.setMenu(self.people.table.column_menu(self._columns))
        row.addStretch(1)
        row.addWidget(self._columns)
        layout.addLayout(row)
        layout.addWidget(self._lists, 1)
        return left

    @property
    def page(self) -> "ContactPage":
        """The contact page, built when it is first needed."""
        if self._page is None:
            from desktop.ui.contacts.page.page import ContactPage

            self._page = page = ContactPage(self._workspace, self._pages)
            page.agreed.connect(self.agreed_requested)
            page.meeting_requested.connect(self.meeting_requested)
            page.person_requested.connect(self.open_contact)
            page.organisation_requested.connect(self.open_organisation)
            page.write_requested.connect(self.write_to)
            page.draft_requested.connect(self.open_draft)
            page.named_another.connect(self._add_named)
            page.chain_requested.connect(self.show_chain)
            page.merge_requested.connect(self.show_duplicates)
            page.delete_requested.connect(lambda contact_id: self.people.delete([contact_id]))
            self._pages.addWidget(page)
        return self._page

    def _connect(self) -> None:
        self._switch.idClicked.connect(self._show_side)
        self._pages.currentChanged.connect(lambda _number: self.place_changed.emit(self.place))
        self._whole.closed.connect(self._show_people)
        self._whole.currentChanged.connect(lambda _place: self._show_first() if self._whole.shows_usual else None)
        self._whole.contact_requested.connect(self.open_contact)
        self._whole.organisation_requested.connect(self.open_organisation)
        self._nobody.acted.connect(lambda: self.import_files())
        self.people.chosen.connect(self._show_contact)
        self.people.opened.connect(self._focus_contact)
        self.people.added.connect(self._show_added)
        self.people.merge_wanted.connect(self.show_duplicates)
        self.people.export_wanted.connect(self.show_export)
        self._workspace.changed.connect(self._refresh)
        self._workspace.theme.changed.connect(self._paint)
        self._splitter.splitterMoved.connect(self._keep)
        self._paint()

    def showEvent(self, event: QShowEvent) -> None:
        """The width is known now: the list gets what it needs, the page the rest."""
        super().showEvent(event)
        if not self._splitter_set:
            with told():
                self._set_splitter()

    def _set_splitter(self) -> None:
        self._splitter_set = True
        kept = self._settings.value("contacts/list_share")
        share = float(str(kept)) if kept is not None else 0.0
        width = self._splitter.width()
        wanted = round(width * share) if 0.1 < share < 0.9 else min(self._workspace.theme.px(440), width * 2 // 5)
        self._splitter.setSizes([wanted, width - wanted])
        QTimer.singleShot(0, self, self._show_first)

    def _keep(self) -> None:
        left, right = self._splitter.sizes()
        self._settings.setValue("contacts/list_share", left / max(1, left + right))

    def _paint(self) -> None:
        side = self._workspace.theme.px(16)
        self._columns.setIconSize(QSize(side, side))
        self._columns.setIcon(icon("columns-3", self._workspace.theme.tokens))

    @property
    def place(self) -> str:
        """What the composer is writing, for the window's title; empty for everything else."""
        shown = self._compose is not None and self._pages.currentWidget() is self._compose
        return self._compose.place if shown and self._compose is not None else ""

    # -- what the window asks for -----------------------------------------------------------------------------------

    def open_contact(self, contact_id: int) -> None:
        """Show one contact, in the list and on the page."""
        self._show_list(0)
        if self._show_contact(contact_id):
            self.people.show_contact(contact_id)

    def new_contact(self, name: str = "") -> None:
        """Add the person that one line names and open the page; without a name, wait for the line to be written."""
        self._show_list(0)
        if not name or not self.people.add_person(name):
            self.people.new_line.setFocus()

    def focus_search(self) -> None:
        """Put the cursor into the search of what is listed."""
        self._whole.show_usual()
        if self._organisations is not None and self._lists.currentWidget() is self._organisations:
            search = self._organisations.search
        else:
            search = self.people.filters.search
        search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        search.selectAll()

    def import_files(self, paths: Sequence[str | Path] = ()) -> None:
        """Show the import, with these files if there are any."""
        self._whole.import_files(paths)

    def show_export(self) -> None:
        """Show the export: of those selected if there are several, of those listed, or of everyone."""
        selected = self.people.table.selected_ids()
        self._whole.export(self.people.wanted, selected if len(selected) > 1 else ())

    def show_deleted(self) -> None:
        """Show what was deleted recently."""
        self._whole.show_deleted()

    def show_chain(self, contact_id: int = 0) -> None:
        """Show who led to whom: everyone, or the chain of one contact."""
        self._whole.show_chain(contact_id)

    def show_duplicates(self, first_id: int = 0, second_id: int = 0) -> None:
        """Show who may be one person, two that are named first."""
        self._whole.show_duplicates(first_id, second_id)

    def whom_at(self, name: str = "") -> None:
        """Show whom one knows at an organisation, or wait for its name."""
        self._whole.show_whom(name)

    def open_organisation(self, organisation_id: int) -> None:
        """Show one organisation, in its list and on its page."""
        if not organisation_id:
            return
        self._show_list(1)
        assert self._organisations is not None
        self._organisations.select(organisation_id)
        self._show_organisation(organisation_id)

    def write_to(self, contact_id: int = 0, kind: MessageKind | None = None) -> None:
        """Show the composer for a contact, the one whose page is open if none is named."""
        contact_id = contact_id or (self._page.contact_id if self._page else 0)
        if not contact_id:
            self._workspace.say(self.tr("Choose the person you want to write to first."))
            return
        if self._pages.currentWidget() is self._compose and self.compose.contact_id == contact_id and kind is None:
            return
        self.open_contact(contact_id)
        if self.page.contact_id == contact_id and self.compose.write_to(contact_id, kind):
            self._show_composer()

    def open_draft(self, message_id: int) -> None:
        """Show the composer with a draft."""
        message = self._workspace.store.messages.find(message_id)
        if message is None:
            return
        self.open_contact(message.contact_id)
        if self.compose.open_draft(message_id):
            self._show_composer()
        else:
            self.page.show_messages(asking=False)

    def _show_composer(self) -> None:
        self._pages.setCurrentWidget(self.compose)
        self.place_changed.emit(self.place)
        self.compose.focus()

    @property
    def compose(self) -> "ComposePage":
        """The composer, read and built when it is first needed: most starts do without."""
        if self._compose is None:
            from desktop.ui.contacts.compose.page import ComposePage

            self._compose = ComposePage(self._workspace, parent=self._pages)
            self._compose.closed.connect(self._composed)
            self._compose.templates_wanted.connect(self.show_own_letters)
            self._pages.addWidget(self._compose)
        return self._compose

    def show_own_letters(self, key: str = "") -> None:
        """Show the user's own templates, and the composer again afterwards."""
        if self._own_letters is None:
            from desktop.ui.contacts.compose.own_letters_page import OwnLettersPage

            self._own_letters = OwnLettersPage(self._workspace, self._pages)
            self._own_letters.closed.connect(self._letters_seen)
            self._pages.addWidget(self._own_letters)
        self._show_list(0)
        self._pages.setCurrentWidget(self._own_letters)
        self._own_letters.begin(key)

    def _letters_seen(self) -> None:
        if self._compose is not None and self._compose.contact_id:
            self._compose.renew_templates()
            self._show_composer()
        else:
            self._show_people()

    def _composed(self, contact_id: int) -> None:
        self.open_contact(contact_id)
        self.page.show_messages(asking=False)

    def _add_named(self, contact_id: int) -> None:
        """Whom somebody named becomes a contact that knows who it came from."""
        store = self._workspace.store
        made = Contact(
            source=Source.REFERRAL,
            referrer_id=contact_id,
            found_on=self._workspace.today(),
            directions=((store.contacts.find(contact_id) or Contact()).directions),
        )
        added = self._workspace.act(self.tr("Add person"), lambda: store.contacts.add(made))
        self.open_contact(added)
        self.page.focus("name")

    # -- one or the other -------------------------------------------------------------------------------------------

    def _show_list(self, side: int) -> None:
        self._whole.show_usual()
        self._switch.button(side).setChecked(True)
        self._columns.setVisible(side == 0)
        if side == 1 and self._organisations is None:
            from desktop.ui.contacts.organisations.list import OrganisationList

            self._organisations = OrganisationList(self._workspace)
            self._organisations.chosen.connect(self._show_organisation)
            self._organisations.opened.connect(lambda _id: self._organisation().focus())
            self._lists.addWidget(self._organisations)
        self._lists.setCurrentIndex(side)

    def _show_side(self, side: int) -> None:
        self._show_list(side)
        if side == 0:
            self._show_someone()
        elif self._organisations is not None:
            first = self._organisations.first_id()
            self._organisations.select(first)
            self._show_organisation(first)

    def _show_people(self) -> None:
        self._show_list(0)
        self._show_someone()
        self.people.table.setFocus()

    def _show_first(self) -> None:
        if self._page is None and self._lists.currentWidget() is self.people:
            self._show_someone()

    def _show_someone(self) -> None:
        """The contact whose page was open last, else the first of the list."""
        wanted = (self._page.contact_id if self._page else 0) or self.people.first_id()
        if wanted and self._show_contact(wanted):
            self.people.show_contact(wanted)
        else:
            self._pages.setCurrentWidget(self._nobody)

    def _show_contact(self, contact_id: int) -> bool:
        try:
            shown = bool(contact_id) and self.page.show_contact(contact_id)
        except UserError:  # it has been said, and the page keeps what is typed
            self.people.table.select(self.page.contact_id)
            return False
        if shown:
            self._pages.setCurrentWidget(self.page)
            if found := self.people.found(contact_id):
                self.page.show_where(found)
        return shown

    def _focus_contact(self, contact_id: int) -> None:
        if self._show_contact(contact_id):
            self.page.focus()

    def _show_added(self, contact_id: int) -> None:
        self.open_contact(contact_id)
        self.page.focus("role")

    def _organisation(self) -> "OrganisationPage":
        if self._organisation_page is None:
            from desktop.ui.contacts.organisations.page import OrganisationPage

            self._organisation_page = OrganisationPage(self._workspace)
            self._organisation_page.person_requested.connect(self.open_contact)
            self._organisation_page.organisation_requested.connect(self.open_organisation)
            self._organisation_page.whom_requested.connect(self.whom_at)
            self._organisation_page.gone.connect(lambda: self._show_side(1))
            self._pages.addWidget(self._organisation_page)
        return self._organisation_page

    def _show_organisation(self, organisation_id: int) -> None:
        if organisation_id and self._organisation().show_organisation(organisation_id):
            self._pages.setCurrentWidget(self._organisation())
        else:
            self._pages.setCurrentWidget(self._nobody)

    def _refresh(self, change: Change) -> None:
        shown = self._page.contact_id if self._page else 0
        if "contact" not in change.tables or (shown and self._workspace.store.contacts.line(shown)):
            return
        if self._page is not None:
            self._page.forget()
        if self._lists.currentWidget() is self.people:
            self.people.table.select(0)
            if self._page is not None or self._whole.shows_usual:  # else it is built when it is seen
                self._show_someone()

    # -- dropped files ----------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.import_files(dropped_files(event))
