"""A part of a contact's page that is built, and filled, only when it is looked at."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.core.contact import Contact
from desktop.ui.crash import told
from desktop.ui.widgets.scroll_page import ScrollPage
from desktop.ui.workspace import Workspace


class ContactPart(ScrollPage):
    """Whoever derives from it gives `build` and `fill`."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.workspace = workspace
        self.contact = Contact()
        self._built = False
        self._shown_id = 0

    def build(self) -> None:
        """Put the widgets into the column."""
        raise NotImplementedError

    def fill(self, anew: bool) -> None:
        """Show what there is about `contact`; `anew`: it is another one than before."""
        raise NotImplementedError

    def show_contact(self, contact: Contact) -> None:
        """Show a contact, now or when the page is looked at; what is being typed about the same one stays."""
        self.contact = contact
        if self._built and (self.isVisible() or contact.id != self._shown_id):
            self._fill()

    def show_now(self) -> None:
        """Build and fill it at once."""
        if not self._built:
            self._built = True
            self.build()
        self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        """Now it is looked at."""
        with told():
            self.show_now()
        super().showEvent(event)

    def _fill(self) -> None:
        anew, self._shown_id = self.contact.id != self._shown_id, self.contact.id
        self.fill(anew)
