"""The entries of the learning log: the list with its filters beside the page of one entry."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from desktop.core.learning import EVERYTHING, LearningEntry, lies_ahead
from desktop.core.preparing.write_up import in_paper_order, learning_entry_of_meeting
from desktop.core.text import joined, one_line
from desktop.core.values import replace
from desktop.store.file.history import Change
from desktop.ui import words
from desktop.ui.learning import wording
from desktop.ui.learning.entry_filter import EntryFilter
from desktop.ui.learning.entry_form import EntryForm
from desktop.ui.shared import days
from desktop.ui.theme import muted
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.list_beside_page import ListBesidePage, list_column
from desktop.ui.widgets.two_line_list import ListRow, TwoLineList
from desktop.ui.workspace import Workspace
from desktop.work.clock import user_zone

_TABLES = frozenset({"learning_entry", "learning_direction"})


class EntriesPage(QWidget):
    """`meeting_requested` carries the meeting an entry is about."""

    meeting_requested = Signal(int)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.filter = EntryFilter(workspace)
        self.list = TwoLineList(self.tr("Learning entries"), workspace.theme)
        self.form = EntryForm(workspace)
        self._count = muted(QLabel())
        hint = EmptyState("", self.tr("Choose an entry to read it or to go on writing."))
        self._split = ListBesidePage(list_column((self.filter,), self.list, (self._count,)), hint)
        self._pages = QStackedWidget()
        self._empty = EmptyState(
            "learning",
            self.tr("Write down what you learn, one line at a time. Later it shows how far you have come."),
            self.tr("Write the first entry"),
        )
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self._split)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        self._empty.acted.connect(self.new_entry)
        self.filter.changed.connect(self._fill)
        self.filter.search.down.connect(self.list.setFocus)
        self.list.chosen.connect(self._show)
        self.list.opened.connect(lambda _id: self.form.begin())
        self.list.delete_wanted.connect(lambda _id: self.form.delete())
        self.form.deleted.connect(self._after_delete)
        self.form.meeting_requested.connect(self.meeting_requested)
        workspace.changed.connect(self._refresh)
        self._fill()

    # -- what the tab calls -----------------------------------------------------------------------------------------

    def new_entry(self) -> None:
        """A new entry of today, ready for its title."""
        self._add(LearningEntry(on=self._workspace.today()))

    def new_entry_from(self, meeting_id: int) -> None:
        """A new entry about a meeting, filled with what is known of it; the one that exists already if there is one."""
        store = self._workspace.store
        there = store.learning.of_meeting(meeting_id)
        meeting = store.meetings.find(meeting_id)
        if there is not None:
            self.open_entry(there.id)
        elif meeting is not None:
            contact = store.contacts.find(meeting.contact_id)
            name = contact.name if contact else ""
            zone = user_zone(store)
            on = meeting.starts_at.astimezone(zone).date() if meeting.starts_at else self._workspace.today()
            topics = [topic.key for topic in self._workspace.bank().topics]
            answers = in_paper_order(store.meetings.questions(meeting_id), store.meetings.unplanned(meeting_id), topics)
            title = self.tr("Conversation with {0}").format(name) if name else ""
            self._add(learning_entry_of_meeting(meeting, answers, name, title, on))

    def open_entry(self, entry_id: int) -> None:
        """Show one entry, whatever the filters hide."""
        entry = self._workspace.store.learning.find(entry_id)
        if entry is None:
            return
        if entry not in self._workspace.store.learning.entries(self.filter.wanted):
            self.filter.clear()
        self._fill()
        self.list.select(entry_id)
        self._show(entry_id)
        self.form.begin()

    # -- internals --------------------------------------------------------------------------------------------------

    def _add(self, entry: LearningEntry) -> None:
        learning = self._workspace.store.learning
        entry_id = self._workspace.act(self.tr("New learning entry"), lambda: learning.add(entry))
        self.open_entry(entry_id)

    def _show(self, entry_id: int) -> None:
        entry = self._workspace.store.learning.find(entry_id)
        if entry is None:
            self._split.show_hint()
            return
        self.form.show_entry(entry)
        self._split.show_page(self.form)

    def _fill(self) -> None:
        learning = self._workspace.store.learning
        wanted = self.filter.wanted
        entries = learning.entries(wanted)
        empty = not entries and wanted == EVERYTHING
        self._pages.setCurrentIndex(0 if empty else 1)
        current = self.form.entry_id if self._split.page is not None else 0
        self.list.show_rows([self._row(entry) for entry in entries], current)
        narrowed = replace(wanted, search=wanted.search.strip()) != EVERYTHING
        nothing = self.tr("Nothing in the log fits. Try fewer words or filters.")
        today = self._workspace.today()
        done = sum(entry.minutes for entry in entries if not lies_ahead(entry, today))
        minutes = wording.duration(done, self._workspace.locale)
        self._count.setText(nothing if narrowed and not entries else self.tr("Together {0}").format(minutes))
        if current and learning.find(current) is None:
            self._after_delete()

    def _row(self, entry: LearningEntry) -> ListRow:
        locale = self._workspace.locale
        ahead = lies_ahead(entry, self._workspace.today())
        second = joined(
            self.tr("Planned") if ahead else "",
            days.short(entry.on),
            words.learning_kind(entry.kind),
            one_line(entry.with_whom),
            wording.duration(entry.minutes, locale) if entry.minutes else "",
        )
        return ListRow(entry.id, entry.title.strip() or self.tr("Without a title yet"), second)

    def _after_delete(self) -> None:
        self._split.leave_page(self.list)

    def _refresh(self, change: Change) -> None:
        if change.tables & _TABLES:
            self._fill()
