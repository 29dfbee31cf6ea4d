"""The Today tab: the overview, or at the first start the three doors and what is behind them."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.store.history import Change
from desktop.ui.actions import Actions
from desktop.ui.today.overview import Overview
from desktop.ui.today.reading import is_empty
from desktop.ui.today.start_page import Doors
from desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from desktop.ui.today.known_people import FirstNote, KnownPeople


class TodayTab(QWidget):
    """Signals carry ids: of a contact, of a meeting, of the contact a meeting was agreed with (0: not known yet), of a
    meeting to learn from."""

    contact_requested = Signal(int)
    meeting_requested = Signal(int)
    agreed_requested = Signal(int)
    learning_requested = Signal(int)

    def __init__(self, workspace: Workspace, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._actions = actions
        self.overview = Overview(workspace, actions)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.overview)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        self.overview.contact_requested.connect(self.contact_requested)
        self.overview.meeting_requested.connect(self.meeting_requested)
        self.overview.learning_requested.connect(self.learning_requested)
        workspace.changed.connect(self._changed)
        if self._is_first_start():
            self.show_start()

    # -- the pages of the first start, built when they are first needed -----------------------------------------------

    @cached_property
    def doors(self) -> Doors:
        """*Where are you now?*"""
        doors = Doors(self._workspace.theme, self._actions)
        doors.known_chosen.connect(self._show_known)
        doors.whom_chosen.connect(self._show_first_note)
        doors.agreed_chosen.connect(self._agreed)
        doors.closed.connect(self.show_overview)
        self._pages.addWidget(doors)
        return doors

    @cached_property
    def known(self) -> "KnownPeople":
        """*People I know already*."""
        from desktop.ui.today.known_people import KnownPeople

        known = KnownPeople(self._workspace)
        known.contact_requested.connect(self._open_contact)
        known.closed.connect(self._leave_start)
        self._pages.addWidget(known)
        return known

    @cached_property
    def first_note(self) -> "FirstNote":
        """*I know whom*."""
        from desktop.ui.today.known_people import FirstNote

        first_note = FirstNote(self._workspace)
        first_note.contact_requested.connect(self._open_contact)
        first_note.closed.connect(self._leave_start)
        self._pages.addWidget(first_note)
        return first_note

    # -- what the main window calls ---------------------------------------------------------------------------------

    def show_start(self) -> None:
        """Show the three doors."""
        self._pages.setCurrentWidget(self.doors)
        self.doors.begin(with_way_back=not self._is_first_start())

    def show_overview(self) -> None:
        """Show what is to do today."""
        self._pages.setCurrentWidget(self.overview)

    # -- internals --------------------------------------------------------------------------------------------------

    def _is_first_start(self) -> bool:
        store = self._workspace.store
        return not store.preferences.settings().first_start_done and is_empty(store)

    def _show_known(self) -> None:
        self._pages.setCurrentWidget(self.known)
        self.known.begin()

    def _show_first_note(self) -> None:
        self._pages.setCurrentWidget(self.first_note)
        self.first_note.begin()

    def _agreed(self) -> None:
        if not self._is_first_start():
            self.show_overview()
        self.agreed_requested.emit(0)

    def _open_contact(self, contact_id: int) -> None:
        self.show_overview()
        self.contact_requested.emit(contact_id)

    def _leave_start(self) -> None:
        if self._is_first_start():
            self.show_start()
        else:
            self.show_overview()

    def _changed(self, change: Change) -> None:
        """Someone was entered elsewhere, so the doors have been passed; and back to them where all is undone again."""
        if "contact" not in change.tables:
            return
        first = self._is_first_start()
        shown = self._pages.currentWidget()
        if isinstance(shown, Doors) and not first:
            self.show_overview()
        elif shown is self.overview and first:
            self.show_start()
