"""What takes the whole Contacts tab: usually list and page, for a while the import, the deleted ones, the chain …"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.ui.workspace import Workspace

if TYPE_CHECKING:  # each is built, and imported, when it is first shown
    from desktop.ui.contacts.chain_page import ChainPage
    from desktop.ui.contacts.deleted_page import DeletedPage
    from desktop.ui.contacts.duplicates_page import DuplicatesPage
    from desktop.ui.contacts.import_page import ImportPage


class WholePages(QStackedWidget):
    """`closed` asks for the list again, `contact_requested` carries a contact to open."""

    closed = Signal()
    contact_requested = Signal(int)

    def __init__(self, workspace: Workspace, settings: QSettings, usual: QWidget) -> None:
        super().__init__()
        self._workspace = workspace
        self._settings = settings
        self._usual = usual
        self.importing: ImportPage | None = None
        self.deleted: DeletedPage | None = None
        self.chain: ChainPage | None = None
        self.duplicates: DuplicatesPage | None = None
        self.addWidget(usual)

    def show_usual(self) -> None:
        """Show list and page."""
        self.setCurrentWidget(self._usual)

    def import_files(self, paths: Sequence[str | Path] = ()) -> None:
        """Show the import, with these files if there are any."""
        if self.importing is None:
            from desktop.ui.contacts.import_page import ImportPage

            self.importing = ImportPage(self._workspace)
            self.importing.closed.connect(self.closed)
            self.addWidget(self.importing)
        self.setCurrentWidget(self.importing)
        self.importing.open([Path(path) for path in paths])

    def show_deleted(self) -> None:
        """Show what was deleted recently."""
        if self.deleted is None:
            from desktop.ui.contacts.deleted_page import DeletedPage

            self.deleted = DeletedPage(self._workspace)
            self.deleted.closed.connect(self.closed)
            self.deleted.restored.connect(self.contact_requested)
            self.addWidget(self.deleted)
        self.setCurrentWidget(self.deleted)
        self.deleted.renew()

    def show_chain(self, contact_id: int = 0) -> None:
        """Show who led to whom: everyone, or the chain of one contact."""
        if self.chain is None:
            from desktop.ui.contacts.chain_page import ChainPage

            self.chain = ChainPage(self._workspace, self._settings)
            self.chain.closed.connect(self.closed)
            self.chain.contact_requested.connect(self.contact_requested)
            self.addWidget(self.chain)
        self.setCurrentWidget(self.chain)
        self.chain.show_chain(contact_id or None)

    def show_duplicates(self, first_id: int = 0, second_id: int = 0) -> None:
        """Show who may be one person, two that are named first."""
        if self.duplicates is None:
            from desktop.ui.contacts.duplicates_page import DuplicatesPage

            self.duplicates = DuplicatesPage(self._workspace)
            self.duplicates.closed.connect(self.closed)
            self.duplicates.person_requested.connect(self.contact_requested)
            self.addWidget(self.duplicates)
        self.setCurrentWidget(self.duplicates)
        self.duplicates.open(first_id, second_id)
