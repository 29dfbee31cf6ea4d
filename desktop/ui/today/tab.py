"""The Today tab: the overview, or at the first start the three doors and what is behind them."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.store.file.history import Change
from desktop.ui.actions import Actions
from desktop.ui.today.overview import Overview
from desktop.ui.today.start_page import Doors
from desktop.ui.workspace import Workspace
from desktop.work.today import is_empty

if TYPE_CHECKING:
    from desktop.ui.today.first_note import FirstNote
    from desktop.ui.today.known_people import KnownPeople
    from desktop.ui.today.rehearsal import Practice, Rehearsal


class TodayTab(QWidget):
    """Signals carry ids: of a contact, of a contact to write to (with the kind of message or `None`), of a meeting, of
    the contact a meeting was agreed with (0: not known yet), of a meeting to learn from, of a learning entry.
    `where_requested` asks for *Where to look*."""

    contact_requested = Signal(int)
    write_requested = Signal(int, object)
    meeting_requested = Signal(int)
    agreed_requested = Signal(int)
    learning_requested = Signal(int)
    entry_requested = Signal(int)
    where_requested = Signal()
    place_changed = Signal(str)  # the page that is shown, empty for the overview

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
        self.overview.entry_requested.connect(self.entry_requested)
        self.overview.write_requested.connect(self.write_requested)
        self.overview.agreed_requested.connect(self.agreed_requested)
        self.overview.known_requested.connect(self.show_known)
        self.overview.rehearsal_requested.connect(self.rehearse)
        self.overview.practice_requested.connect(self.practise)
        self._pages.currentChanged.connect(lambda _number: self.place_changed.emit(self.place))
        workspace.changed.connect(self._changed)
        if self._is_first_start():
            self.show_start()

    # -- the pages of the first start, built when they are first needed -----------------------------------------------

    @cached_property
    def doors(self) -> Doors:
        """*Where are you now?*"""
        doors = Doors(self._workspace.theme, self._actions)
        doors.known_chosen.connect(self.show_known)
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
        known.write_requested.connect(self._write_to)
        known.where_requested.connect(self._look_elsewhere)
        known.practice_requested.connect(self.practise)
        known.closed.connect(self._leave_start)
        self._pages.addWidget(known)
        return known

    @cached_property
    def first_note(self) -> "FirstNote":
        """*I know whom*."""
        from desktop.ui.today.first_note import FirstNote

        first_note = FirstNote(self._workspace)
        first_note.contact_requested.connect(self._open_contact)
        first_note.write_requested.connect(self._write_to)
        first_note.closed.connect(self._leave_start)
        self._pages.addWidget(first_note)
        return first_note

    @cached_property
    def rehearsal(self) -> "Rehearsal":
        """*Say your opening aloud*."""
        from desktop.ui.today.rehearsal import Rehearsal

        rehearsal = Rehearsal(self._workspace)
        rehearsal.meeting_requested.connect(self._open_meeting)
        rehearsal.practice_requested.connect(self.practise)
        rehearsal.closed.connect(self.show_overview)
        self._pages.addWidget(rehearsal)
        return rehearsal

    @cached_property
    def practice(self) -> "Practice":
        """*Practise with a friend*."""
        from desktop.ui.today.rehearsal import Practice

        practice = Practice(self._workspace)
        practice.meeting_requested.connect(self._open_meeting)
        practice.closed.connect(self._leave_start)
        self._pages.addWidget(practice)
        return practice

    @property
    def place(self) -> str:
        """The page that is shown, for the window's title; empty for the overview."""
        shown = self._pages.currentWidget()
        return shown.accessibleName() if shown is not None else ""

    # -- what the main window calls ---------------------------------------------------------------------------------

    def show_start(self) -> None:
        """Show the three doors."""
        self._pages.setCurrentWidget(self.doors)
        self.doors.begin(with_way_back=not self._is_first_start())

    def show_known(self) -> None:
        """Show the memory-jogger for people one knows already."""
        self._pages.setCurrentWidget(self.known)
        self.known.begin()

    def rehearse(self, meeting_id: int) -> None:
        """Show the opening of a meeting, to be said aloud."""
        self._pages.setCurrentWidget(self.rehearsal)
        self.rehearsal.begin(meeting_id)

    def practise(self) -> None:
        """Offer a practice talk with a friend."""
        self._pages.setCurrentWidget(self.practice)
        self.practice.begin()

    def show_overview(self) -> None:
        """Show what is to do today."""
        self._pages.setCurrentWidget(self.overview)

    # -- internals --------------------------------------------------------------------------------------------------

    def _is_first_start(self) -> bool:
        store = self._workspace.store
        return not store.preferences.settings().first_start_done and is_empty(store)

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

    def _open_meeting(self, meeting_id: int) -> None:
        self.show_overview()
        self.meeting_requested.emit(meeting_id)

    def _write_to(self, contact_id: int, kind: object) -> None:
        self.show_overview()
        self.write_requested.emit(contact_id, kind)

    def _look_elsewhere(self) -> None:
        self._leave_start()
        self.where_requested.emit()

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
