"""The steps of the wizard as one list: number, name, and whether it is done or what is missing."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QSizePolicy, QWidget

from desktop.ui.icons import icon
from desktop.ui.theme import Theme, row_height
from desktop.ui.widgets.plain_tips import plain_tip


class StepList(QListWidget):
    """One Tab stop; the arrows go from step to step. `chosen` carries the row."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("stepList")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)
        self._steps: list[tuple[str, bool, str]] = []
        self.currentRowChanged.connect(self._tell)
        theme.changed.connect(self._paint)

    def show_steps(self, steps: Sequence[tuple[str, bool, str]]) -> None:
        """Show the steps, each as its name, whether it is done, and what is missing in words."""
        self._steps = list(steps)
        while self.count() < len(self._steps):
            self.addItem(QListWidgetItem())
        while self.count() > len(self._steps):
            self.takeItem(self.count() - 1)
        self._paint()

    def show_row(self, row: int) -> None:
        """Mark the step that is open, without telling."""
        self.blockSignals(True)
        self.setCurrentRow(row)
        self.blockSignals(False)

    def sizeHint(self) -> QSize:
        """Wide enough for the longest name."""
        return QSize(self.sizeHintForColumn(0) + 24, super().sizeHint().height())

    def _paint(self) -> None:
        height = row_height(self.font())
        for row, (name, done, missing) in enumerate(self._steps):
            item = self.item(row)
            item.setText(f"{row + 1}  {name}")
            item.setIcon(icon("circle-check" if done else "circle", self._theme.tokens, "accent" if done else "muted"))
            item.setToolTip(plain_tip(missing))
            state = self.tr("done") if done else missing or self.tr("open")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row + 1} {name}, {state}")
            item.setSizeHint(QSize(item.sizeHint().width(), height))
        self.setMinimumWidth(self.sizeHintForColumn(0) + 24)

    def _tell(self, row: int) -> None:
        if row >= 0:
            self.chosen.emit(row)
