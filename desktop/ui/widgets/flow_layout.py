"""A layout that sets its widgets in rows and breaks the row where the width ends."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Left to right (right to left where the language runs so), then the next row; `gap` pixels between."""

    def __init__(self, parent: QWidget | None = None, gap: int = 8, at_foot: bool = False) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._at_foot = at_foot
        self.setContentsMargins(QMargins(0, 0, 0, 0))

    def addItem(self, item: QLayoutItem) -> None:
        """Called by Qt for each widget that is added."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at that place, `None` beyond the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take the item at that place out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It takes the width it is given and no more."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all rows at that width."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Set the widgets into `rect`."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """As small as its widest widget."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """As small as its widest widget."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, move: bool) -> int:
        parent = self.parentWidget()
        backwards = parent is not None and parent.layoutDirection() is Qt.LayoutDirection.RightToLeft
        y = 0
        for row in self._rows(rect.width()):
            height = max(size.height() for _, size in row)
            x = 0
            for item, size in row if move else ():
                left = rect.right() - x - size.width() + 1 if backwards else rect.x() + x
                # In the middle of the row, so that a label stands level with the button beside it; at its foot, so
                # that a button stands level with the field beside it, whose label is above.
                free = height - size.height()
                above = free if self._at_foot else free // 2
                item.setGeometry(QRect(QPoint(left, rect.y() + y + above), size))
                x += size.width() + self._gap
            y += height + self._gap
        return max(0, y - self._gap)

    def _rows(self, room: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """What is not hidden, with its size, row by row."""
        rows: list[list[tuple[QLayoutItem, QSize]]] = []
        x = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if room:
                size.setWidth(min(size.width(), room))
            if not rows or x + size.width() > room:
                rows.append([])
                x = 0
            rows[-1].append((item, size))
            x += size.width() + self._gap
        return rows
