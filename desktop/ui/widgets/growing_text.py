"""An editor of several lines that grows with what is written in it."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget


class GrowingText(QPlainTextEdit):
    """An editor that is `lines` lines high and grows with what is written in it, up to three times as high."""

    def __init__(self, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = lines
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self.updateGeometry())

    def sizeHint(self) -> QSize:
        """As wide as Qt has it, as high as the text."""
        written = round(self.document().size().height())  # a plain text is measured in lines
        lines = min(max(written, self._least), 3 * self._least)
        around = 2 * (round(self.document().documentMargin()) + self.frameWidth()) + 8
        return QSize(super().sizeHint().width(), self.fontMetrics().lineSpacing() * lines + around)

    def minimumSizeHint(self) -> QSize:
        """It is never squeezed."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())
