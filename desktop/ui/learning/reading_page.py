"""The reading list: there is always more to read."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from desktop.core.errors import UserError
from desktop.core.reading_list import ReadingItem, learning_entry_of_reading, matches
from desktop.core.text import joined, one_line
from desktop.store.file.history import Change
from desktop.ui.learning.reading_form import ReadingForm
from desktop.ui.shared import days
from desktop.ui.shared.list_card import NewLine
from desktop.ui.theme import muted
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.list_beside_page import ListBesidePage, list_column
from desktop.ui.widgets.narrowing import SearchLine
from desktop.ui.widgets.two_line_list import ListRow, TwoLineList
from desktop.ui.workspace import Workspace

_TABLES = frozenset({"reading_item", "contact", "learning_entry"})


class ReadingPage(QWidget):
    """`entry_requested` carries the learning entry written of something, `contact_requested` who recommended it."""

    entry_requested = Signal(int)
    contact_requested = Signal(int)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.line = NewLine("", placeholder=self.tr("Add a title, an article, a talk"))
        self.line.editor.setAccessibleName(self.tr("Add something to read"))
        self.search = SearchLine(self.tr("Search the reading list"), workspace.theme)
        self.unread = QCheckBox(self.tr("Only what is not read yet"))
        self.list = TwoLineList(self.tr("Reading list"), workspace.theme)
        self.form = ReadingForm(workspace)
        self._count = muted(QLabel())
        self._count.setWordWrap(True)
        self._hint = EmptyState("", self.tr("There is always more to read. Add a title, or choose one."))
        self._nothing = EmptyState(
            "learning",
            self.tr("What people recommend to you gathers here. One title a line is enough."),
            self.tr("Add the first title"),
        )
        self._nothing.acted.connect(self.new_item)
        left = list_column((self.line, self.search, self.unread), self.list, (self._count,))
        self._split = ListBesidePage(left, self._hint)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._split)
        self.line.saved_by(self._add)
        self.search.textChanged.connect(lambda _text: self._fill())
        self.search.down.connect(self.list.setFocus)
        self.unread.toggled.connect(lambda _on: self._fill())
        self.list.chosen.connect(self._show)
        self.list.opened.connect(lambda _id: self.form.begin())
        self.list.delete_wanted.connect(lambda _id: self.form.delete())
        self.form.deleted.connect(self._after_delete)
        self.form.learned.connect(self._learn)
        self.form.contact_requested.connect(self.contact_requested)
        workspace.changed.connect(self._refresh)

    # -- what the tab calls -----------------------------------------------------------------------------------------

    def new_item(self) -> None:
        """Ready for a title."""
        self.line.setFocus()

    def open_item(self, item_id: int) -> None:
        """Show one, whatever search and filter hide."""
        item = self._workspace.store.reading_list.find(item_id)
        if item is None:
            return
        if not self._fits(item, self._workspace.store.reading_list.recommenders()):
            for widget in (self.search, self.unread):
                widget.blockSignals(True)
            self.search.clear()
            self.unread.setChecked(False)
            for widget in (self.search, self.unread):
                widget.blockSignals(False)
        self._fill()
        self.list.select(item_id)
        self._show(item_id)

    # -- internals --------------------------------------------------------------------------------------------------

    def _fits(self, item: ReadingItem, names: dict[int, str]) -> bool:
        by = names.get(item.recommended_by_id or 0, "")
        return not (self.unread.isChecked() and item.read_on) and matches(item, self.search.text(), by)

    def _fill(self) -> None:
        reading = self._workspace.store.reading_list
        names, everything = reading.recommenders(), reading.all()
        shown = [item for item in everything if self._fits(item, names)]
        current = self.form.item.id if self._split.page is not None else 0
        self.list.show_rows([self._row(item, names) for item in shown], current)
        unread = sum(item.read_on is None for item in everything)
        self.search.setVisible(bool(everything))
        self.unread.setVisible(bool(everything))
        locale = self._workspace.locale
        self._count.setText(
            self.tr("Nothing in the list fits. Try fewer words.")
            if everything and not shown
            else self.tr("{0} to read, {1} read").format(
                locale.toString(unread), locale.toString(len(everything) - unread)
            )
        )
        self._count.setVisible(bool(everything))
        if current:
            self._show(current)
        else:
            self._show_none()

    def _row(self, item: ReadingItem, names: dict[int, str]) -> ListRow:
        by = names.get(item.recommended_by_id or 0, "")
        second = joined(
            one_line(item.author),
            self.tr("recommended by {0}").format(by) if by else "",
            self.tr("read on {0}").format(days.short(item.read_on)) if item.read_on else "",
        )
        return ListRow(item.id, one_line(item.title) or self.tr("Without a title yet"), second)

    def _show(self, item_id: int) -> None:
        item = self._workspace.store.reading_list.find(item_id)
        if item is None:
            self._after_delete()
            return
        self.form.show_item(item)
        self._split.show_page(self.form)

    def _add(self, typed: str) -> None:
        title = one_line(typed)
        if not title:
            return
        reading = self._workspace.store.reading_list
        added = self._workspace.act(self.tr("Add reading"), lambda: reading.add(ReadingItem(title=title)))
        self.line.clear()
        self.open_item(added)

    def _learn(self) -> None:
        """What was read goes into the learning log, once; without a day it was read today."""
        item, store, today = self.form.item, self._workspace.store, self._workspace.today()
        there = store.learning.of_reading(item.id)
        if there is not None:
            self.entry_requested.emit(there.id)
            return

        def work() -> int:
            if item.read_on is None:
                store.reading_list.mark_read(item.id, today)
            return store.learning.add(learning_entry_of_reading(item, today))

        try:
            entry_id = self._workspace.act(self.tr("Write what you learned"), work)
        except UserError:
            return
        self.entry_requested.emit(entry_id)

    def _after_delete(self) -> None:
        self._split.leave_page(self.list, self._nothing_chosen)

    def _show_none(self) -> None:
        self._split.show_hint(self._nothing_chosen)

    @property
    def _nothing_chosen(self) -> EmptyState:
        return self._hint if self._workspace.store.reading_list.all() else self._nothing

    def showEvent(self, event: QShowEvent) -> None:
        """Read when it is looked at, not before."""
        self._fill()
        super().showEvent(event)

    def _refresh(self, change: Change) -> None:
        if change.tables & _TABLES and self.isVisible():
            self._fill()
