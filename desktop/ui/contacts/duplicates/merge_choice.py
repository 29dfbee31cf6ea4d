"""One field in which two people differ: what each has, side by side, and which of it is kept."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QPixmap
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from desktop.core.people.merging import MergeField, MergeSide, usual
from desktop.ui.theme import muted
from desktop.ui.widgets.side_by_side import SideBySide

_SHOWN = 600  # letters of a value


class MergeChoice(QWidget):
    """`changed` tells that another value was chosen; `take` is which."""

    changed = Signal()

    def __init__(self, field: MergeField, name: str, first: str, second: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: list[QLabel] = []
        self.field = field
        self._group = QButtonGroup(self)
        self._takes: list[MergeSide] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(muted(QLabel(name)))
        left, right = self._option(MergeSide.FIRST, name, first), self._option(MergeSide.SECOND, name, second)
        layout.addWidget(SideBySide([(left, 1), (right, 1)]))
        if field.takes_both:
            layout.addWidget(self._option(MergeSide.BOTH, name, self.tr("Both")))
        self._group.button(self._takes.index(usual(field))).setChecked(True)
        self._group.idToggled.connect(lambda _number, on: self.changed.emit() if on else None)

    @property
    def take(self) -> MergeSide:
        """What is chosen."""
        return self._takes[self._group.checkedId()]

    def show_pictures(self, *pictures: QPixmap) -> None:
        """Show pictures in place of the values."""
        for label, picture in zip(self._values, pictures, strict=False):
            if not picture.isNull():
                label.setPixmap(picture)

    def focus(self) -> None:
        """Put the focus on what is chosen."""
        self._group.button(self._group.checkedId()).setFocus()

    def _option(self, take: MergeSide, name: str, value: str) -> QWidget:
        option = QWidget(self)
        button = QRadioButton(option)
        button.setAccessibleName(self.tr("{0}: {1}").format(name, value))
        self._group.addButton(button, len(self._takes))
        self._takes.append(take)
        label = _Value(value if len(value) <= _SHOWN else f"{value[:_SHOWN].rstrip()}…", button, option)
        self._values.append(label)
        row = QHBoxLayout(option)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label, 1)
        return option


class _Value(QLabel):
    """A value of any length beside its button; a click on it is one on the button."""

    def __init__(self, text: str, button: QRadioButton, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._button = button
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setContentsMargins(0, 4, 0, 4)
        self.setMinimumWidth(0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._button.click()
        event.accept()
