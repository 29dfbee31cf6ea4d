"""The Learning log tab: an inner switch between entries, totals, directions and the reading list."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from desktop.core.learning import EVERYTHING, lies_ahead
from desktop.store.file.history import Change
from desktop.ui.actions import Actions
from desktop.ui.learning.directions_page import DirectionsPage
from desktop.ui.learning.entries_page import EntriesPage
from desktop.ui.learning.reading_page import ReadingPage
from desktop.ui.learning.totals_page import TotalsPage
from desktop.ui.workspace import Workspace

_ENTRIES, _TOTALS, _DIRECTIONS, _READING = range(4)


class LearningTab(QWidget):
    """`meeting_requested` carries the meeting an entry is about, `contact_requested` and `write_requested` a person
    found for a direction; `known_requested` asks for the people one knows already."""

    meeting_requested = Signal(int)
    contact_requested = Signal(int)
    write_requested = Signal(int, object)
    known_requested = Signal()
    place = ""  # the title of the window names no part of it

    def __init__(self, workspace: Workspace, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._switch = QTabBar()
        self._switch.setAccessibleName(self.tr("Parts of the learning log"))
        self._switch.setExpanding(False)
        for name in (self.tr("Entries"), self.tr("Totals"), self.tr("Directions"), self.tr("Reading list")):
            self._switch.addTab(name)
        self._new = QPushButton()
        self.entries = EntriesPage(workspace)
        self.totals = TotalsPage(workspace)
        self.directions = DirectionsPage(workspace)
        self.reading = ReadingPage(workspace)
        self._pages = QStackedWidget()
        for page in (self.entries, self.totals, self.directions, self.reading):
            self._pages.addWidget(page)
        top = QHBoxLayout()
        top.setContentsMargins(12, 8, 16, 0)
        top.addWidget(self._switch)
        top.addStretch(1)
        top.addWidget(self._new)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self._pages, 1)
        self._switch.currentChanged.connect(self._show_part)
        self._new.clicked.connect(self._add)
        self.entries.meeting_requested.connect(self.meeting_requested)
        self.directions.contact_requested.connect(self.contact_requested)
        self.directions.write_requested.connect(self.write_requested)
        self.directions.known_requested.connect(self.known_requested)
        self.reading.entry_requested.connect(self.open_entry)
        self.reading.contact_requested.connect(self.contact_requested)
        workspace.changed.connect(self._refresh)
        self._show_part(_ENTRIES)

    # -- what the main window calls ---------------------------------------------------------------------------------

    def new_entry(self) -> None:
        """A new entry of today, ready for its title."""
        self._switch.setCurrentIndex(_ENTRIES)
        self.entries.new_entry()

    def new_entry_from(self, meeting_id: int) -> None:
        """An entry about a meeting, filled with what is known of it."""
        self._switch.setCurrentIndex(_ENTRIES)
        self.entries.new_entry_from(meeting_id)

    def open_entry(self, entry_id: int) -> None:
        """Show one entry."""
        self._switch.setCurrentIndex(_ENTRIES)
        self.entries.open_entry(entry_id)

    def show_directions(self) -> None:
        """Show the directions."""
        self._switch.setCurrentIndex(_DIRECTIONS)

    def show_where_to_look(self) -> None:
        """Show where to look for people."""
        self.show_directions()
        self.directions.show_where_to_look()

    def show_reading(self, item_id: int = 0) -> None:
        """Show the reading list, or one thing of it."""
        self._switch.setCurrentIndex(_READING)
        if item_id:
            self.reading.open_item(item_id)

    # -- internals --------------------------------------------------------------------------------------------------

    def _show_part(self, part: int) -> None:
        self._pages.setCurrentIndex(part)
        names = {_DIRECTIONS: self.tr("New d&irection"), _READING: self.tr("&New reading")}
        self._new.setText(names.get(part, self.tr("&New entry")))
        self._new.setVisible(part != _TOTALS)
        if part == _TOTALS:
            self._show_totals()

    def _add(self) -> None:
        if self._switch.currentIndex() == _DIRECTIONS:
            self.directions.new_direction()
        elif self._switch.currentIndex() == _READING:
            self.reading.new_item()
        else:
            self.new_entry()

    def _show_totals(self) -> None:
        wanted = self.entries.filter.wanted
        today = self._workspace.today()
        done = [entry for entry in self._workspace.store.learning.entries(wanted) if not lies_ahead(entry, today)]
        self.totals.show_totals(done, narrowed=wanted != EVERYTHING)

    def _refresh(self, change: Change) -> None:
        if self._switch.currentIndex() == _TOTALS and "learning_entry" in change.tables:
            self._show_totals()
