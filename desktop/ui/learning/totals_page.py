"""The totals of the learning log, by kind and by month, in two calm tables."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QTableWidget, QTableWidgetItem, QWidget

from desktop.core.learning import LearningEntry, Total, total_of_entries, totals_by_kind, totals_by_month
from desktop.ui import words
from desktop.ui.learning import wording
from desktop.ui.theme import heading, muted, row_height
from desktop.ui.widgets.scroll_page import ScrollPage
from desktop.ui.workspace import Workspace

_WIDTH = 960


class TotalsPage(ScrollPage):
    """Shows the totals of whatever entries it is given."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(_WIDTH, parent)
        self._workspace = workspace
        self._status = muted(QLabel())
        self._status.setWordWrap(True)
        self.by_kind = _TotalsTable(self.tr("Totals by kind"), workspace)
        self.by_month = _TotalsTable(self.tr("Totals by month"), workspace)
        self.column.addWidget(self._status)
        for title, table in ((self.tr("By kind"), self.by_kind), (self.tr("By month"), self.by_month)):
            label = heading(QLabel(title))
            label.setBuddy(table)
            self.column.addWidget(label)
            self.column.addWidget(table)

    def show_totals(self, entries: Sequence[LearningEntry], narrowed: bool) -> None:
        """Show the totals of these entries; `narrowed` says that filters leave others out."""
        locale = self._workspace.locale
        self._status.setText(
            self.tr("Of the entries that your search and filters leave.") if narrowed else self.tr("Of the whole log.")
        )
        kinds = totals_by_kind(entries)
        self.by_kind.show_rows(
            ((words.learning_kind(kind), sums) for kind, sums in kinds.items()), total_of_entries(entries)
        )
        months = totals_by_month(entries)
        dated = total_of_entries(entry for entry in entries if entry.on)
        self.by_month.show_rows(((wording.month(month, locale), sums) for month, sums in months.items()), dated)


class _TotalsTable(QTableWidget):
    """One Tab stop, as high as its rows; the last row is the sum of the others."""

    def __init__(self, name: str, workspace: Workspace) -> None:
        super().__init__(0, 6)
        self._workspace = workspace
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(
            [
                "",
                self.tr("Entries"),
                self.tr("Preparing"),
                self.tr("Learning"),
                self.tr("Writing up"),
                self.tr("Together"),
            ]
        )
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        workspace.theme.changed.connect(self._fit)

    def show_rows(self, rows: Iterable[tuple[str, Total]], sums: Total) -> None:
        """Show the rows, and their sum below them if there is more than one."""
        shown = list(rows)
        if len(shown) > 1:
            shown.append((self.tr("Together"), sums))
        self.setRowCount(len(shown))
        locale = self._workspace.locale
        for row, (name, each) in enumerate(shown):
            spent = (each.preparing, each.meeting, each.writing, each.minutes)
            texts = [
                name,
                locale.toString(each.entries),
                *(wording.duration(minutes, locale) if minutes else "–" for minutes in spent),
            ]
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                side = Qt.AlignmentFlag.AlignTrailing if column else Qt.AlignmentFlag.AlignLeading
                item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
                if row == len(shown) - 1 and len(shown) > 1:
                    font = item.font()
                    font.setBold(True)
                    item.setFont(font)
                self.setItem(row, column, item)
        for column in range(self.columnCount()):
            header = self.horizontalHeaderItem(column)
            if header is not None:
                side = Qt.AlignmentFlag.AlignTrailing if column else Qt.AlignmentFlag.AlignLeading
                header.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The names take what the numbers leave, but are never cut short: then the table scrolls."""
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        numbers = sum(self.columnWidth(column) for column in range(1, self.columnCount()))
        room = self.viewport().width() - numbers
        stretch = room >= self.sizeHintForColumn(0)
        how = QHeaderView.ResizeMode.Stretch if stretch else QHeaderView.ResizeMode.ResizeToContents
        self.horizontalHeader().setSectionResizeMode(0, how)

    def _fit(self) -> None:
        height = row_height(self._workspace.theme.font())
        for row in range(self.rowCount()):
            self.setRowHeight(row, height)
        header = self.horizontalHeader().sizeHint().height()
        bar = self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(header + height * self.rowCount() + bar + 8)
        self._share_width()
