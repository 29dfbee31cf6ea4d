"""The quiet line below a field."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel


class HintLine(QLabel):
    """The quiet line below a field; it may keep room for so many lines whether something stands there or not."""

    lines = 0

    def heightForWidth(self, width: int) -> int:
        """As high as its words, and no lower than its room."""
        return max(super().heightForWidth(width), self.lines * self.fontMetrics().lineSpacing())

    def minimumSizeHint(self) -> QSize:
        """No lower than its room."""
        return super().minimumSizeHint().expandedTo(QSize(0, self.lines * self.fontMetrics().lineSpacing()))
