"""What takes the whole Contacts tab: usually list and page, for a while the import, the deleted ones, the chain …"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.core.contact import EVERYONE, ContactFilter
from desktop.core.errors import UserError
from desktop.ui.crash import BrokenPageError, report_of, tell
from desktop.ui.widgets.broken_page import BrokenPage
from desktop.ui.workspace import Workspace

if TYPE_CHECKING:  # each is built, and imported, when it is first shown
    from desktop.ui.contacts.chain.page import ChainPage
    from desktop.ui.contacts.duplicates.page import DuplicatesPage
    from desktop.ui.contacts.exporting.page import ExportPage
    from desktop.ui.contacts.importing.page import ImportPage
    from desktop.ui.contacts.organisations.people_at_page import PeopleAtPage
    from desktop.ui.contacts.people.deleted_page import DeletedPage


class WholePages(QStackedWidget):
    """`closed` asks for the list again, the others carry a contact or an organisation to open."""

    closed = Signal()
    contact_requested = Signal(int)
    organisation_requested = Signal(int)

    def __init__(self, workspace: Workspace, settings: QSettings, usual: QWidget) -> None:
        super().__init__()
        self._workspace = workspace
        self._settings = settings
        self._usual = usual
        self.importing: ImportPage | None = None
        self.deleted: DeletedPage | None = None
        self.chain: ChainPage | None = None
        self.duplicates: DuplicatesPage | None = None
        self.exporting: ExportPage | None = None
        self.whom: PeopleAtPage | None = None
        self._broken: BrokenPage | None = None
        self.addWidget(usual)

    @property
    def shows_usual(self) -> bool:
        """Whether list and page are shown."""
        return self.currentWidget() is self._usual

    def show_usual(self) -> None:
        """Show list and page."""
        self.setCurrentWidget(self._usual)

    @contextmanager
    def _whole(self, again: Callable[[], object]) -> Iterator[None]:
        """Where a page cannot be shown, let another stand in its place that offers to try `again`, and say so."""
        if self._broken is not None:
            self.removeWidget(self._broken)
            self._broken.deleteLater()
            self._broken = None
        try:
            yield
        except (UserError, BrokenPageError):  # it is said, and the page stands
            raise
        except Exception as error:
            tell(error)
            self._broken = BrokenPage(report_of(type(error), error.__traceback__), self.tr("&Back to contacts"))
            self._broken.again.connect(again)
            self._broken.closed.connect(self.closed)
            self.addWidget(self._broken)
            self.setCurrentWidget(self._broken)
            raise BrokenPageError from error

    def import_files(self, paths: Sequence[str | Path] = ()) -> None:
        """Show the import, with these files if there are any; an archive of everything is restored."""
        with self._whole(lambda: self.import_files(paths)):
            from desktop.formats.archive import is_archive

            if len(paths) == 1 and is_archive(Path(paths[0])):
                self.export().restore(Path(paths[0]))
                return
            if self.importing is None:
                from desktop.ui.contacts.importing.page import ImportPage

                self.importing = ImportPage(self._workspace)
                self.importing.closed.connect(self.closed)
                self.addWidget(self.importing)
            self.setCurrentWidget(self.importing)
            self.importing.open([Path(path) for path in paths])

    def export(self, listed: ContactFilter = EVERYONE, selected: Sequence[int] = ()) -> "ExportPage":
        """Show the export of everyone, of those listed, or of those selected."""
        with self._whole(lambda: self.export(listed, selected)):
            if self.exporting is None:
                from desktop.ui.contacts.exporting.page import ExportPage

                self.exporting = ExportPage(self._workspace)
                self.exporting.closed.connect(self.closed)
                self.exporting.restored.connect(self.closed)
                self.addWidget(self.exporting)
            self.setCurrentWidget(self.exporting)
            self.exporting.open(listed, selected)
            return self.exporting

    def show_deleted(self) -> None:
        """Show what was deleted recently."""
        with self._whole(lambda: self.show_deleted()):
            if self.deleted is None:
                from desktop.ui.contacts.people.deleted_page import DeletedPage

                self.deleted = DeletedPage(self._workspace)
                self.deleted.closed.connect(self.closed)
                self.deleted.restored.connect(self.contact_requested)
                self.addWidget(self.deleted)
            self.setCurrentWidget(self.deleted)
            self.deleted.renew()

    def show_chain(self, contact_id: int = 0) -> None:
        """Show who led to whom: everyone, or the chain of one contact."""
        with self._whole(lambda: self.show_chain(contact_id)):
            if self.chain is None:
                from desktop.ui.contacts.chain.page import ChainPage

                self.chain = ChainPage(self._workspace, self._settings)
                self.chain.closed.connect(self.closed)
                self.chain.contact_requested.connect(self.contact_requested)
                self.addWidget(self.chain)
            self.setCurrentWidget(self.chain)
            self.chain.show_chain(contact_id or None)

    def show_duplicates(self, first_id: int = 0, second_id: int = 0) -> None:
        """Show who may be one person, two that are named first."""
        with self._whole(lambda: self.show_duplicates(first_id, second_id)):
            if self.duplicates is None:
                from desktop.ui.contacts.duplicates.page import DuplicatesPage

                self.duplicates = DuplicatesPage(self._workspace)
                self.duplicates.closed.connect(self.closed)
                self.duplicates.person_requested.connect(self.contact_requested)
                self.addWidget(self.duplicates)
            self.setCurrentWidget(self.duplicates)
            self.duplicates.open(first_id, second_id)

    def show_whom(self, name: str = "") -> None:
        """Show whom one knows at an organisation, or wait for its name."""
        with self._whole(lambda: self.show_whom(name)):
            if self.whom is None:
                from desktop.ui.contacts.organisations.people_at_page import PeopleAtPage

                self.whom = PeopleAtPage(self._workspace)
                self.whom.closed.connect(self.closed)
                self.whom.person_requested.connect(self.contact_requested)
                self.whom.organisation_requested.connect(self.organisation_requested)
                self.addWidget(self.whom)
            self.setCurrentWidget(self.whom)
            self.whom.ask(name)
