"""Widgets side by side where there is room for all of them, else below one another."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget


class SideBySide(QWidget):
    """Each widget comes with its share of the width."""

    def __init__(self, parts: Sequence[tuple[QWidget, int]], spacing: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = [part for part, _ in parts]
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(spacing)
        for part, share in parts:
            self._row.addWidget(part, share, Qt.AlignmentFlag.AlignTop)

    def minimumSizeHint(self) -> QSize:
        """Never wider than its widest widget needs: there is always the way below."""
        widest = max((part.minimumSizeHint().width() for part in self._parts), default=0)
        return QSize(widest, self._row.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def event(self, event: QEvent) -> bool:
        """A larger text needs more room."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._settle()
        return done

    def _settle(self) -> None:
        """All shares are as wide as the widest widget needs for its own."""
        gaps = self._row.spacing() * (len(self._parts) - 1)
        shares = [max(1, self._row.stretch(number)) for number in range(len(self._parts))]
        needed = [max(part.minimumSizeHint().width(), part.minimumWidth()) for part in self._parts]
        unit = max((width / share for width, share in zip(needed, shares, strict=True)), default=0)
        wide = self.width() >= unit * sum(shares) + gaps
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if direction != self._row.direction():
            self._row.setDirection(direction)
            self.updateGeometry()
