"""What is still missing, as a list of links to the pages of the wizard."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from desktop.core.meeting import PreparationPage
from desktop.core.preparing.readiness import Level, Missing
from desktop.ui.icons import icon
from desktop.ui.prepare import wording
from desktop.ui.prepare.wrapping import Wrapping, fit_rows
from desktop.ui.theme import Theme


class MissingList(QListWidget):
    """One Tab stop; Enter or a click goes to the page. `chosen` carries the `Page`. As high as its rows."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(self.tr("What is still missing"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setItemDelegate(Wrapping(theme, self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.itemActivated.connect(self._go)
        self.itemClicked.connect(self._go)

    def show_missing(self, missing: Sequence[Missing]) -> None:
        """Show these, what a brief cannot do without first."""
        row = max(0, self.currentRow())
        self.clear()
        for item in sorted(missing, key=lambda item: item.level is not Level.NEEDED):
            needed = item.level is Level.NEEDED
            said = self.tr("{0}\n{1}").format(wording.need(item.need), wording.why(item.need))
            shown = QListWidgetItem(said, self)
            shown.setIcon(
                icon("circle-alert" if needed else "circle", self._theme.tokens, "attention" if needed else "muted")
            )
            shown.setData(Qt.ItemDataRole.UserRole, item.page)
            page = wording.preparation_page_title(item.page)
            spoken = self.tr("{0}. {1} On the page {2}.").format(wording.need(item.need), wording.why(item.need), page)
            if needed:
                spoken = self.tr("Needed for the brief: {0}").format(spoken)
            shown.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        self.setCurrentRow(min(row, self.count() - 1))
        fit_rows(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrapped rows take another height at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
            fit_rows(self)

    def _go(self, item: QListWidgetItem) -> None:
        self.chosen.emit(PreparationPage(item.data(Qt.ItemDataRole.UserRole)))  # Qt makes a plain text of a code
