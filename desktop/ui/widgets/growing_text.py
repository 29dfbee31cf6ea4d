"""An editor of several lines that grows with what is written in it."""

from PySide6.QtCore import QMimeData, QSize, Signal
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from desktop.core.bounds import LONGEST_TEXT


class GrowingText(QPlainTextEdit):
    """An editor that is `lines` lines high and grows with what is written in it, up to three times as high.

    It takes so many characters; `refused` carries a sentence when more are pasted, and an empty one afterwards. What is
    stored already is shown whole.
    """

    refused = Signal(str)

    def __init__(self, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = lines
        self._full = False
        self.textChanged.connect(self._look)
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

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take what is pasted or dropped, if there is room for all of it."""
        there = self.document().characterCount() - 1 - len(self.textCursor().selectedText())
        if source.hasText() and there + len(source.text()) > LONGEST_TEXT:
            self._full = True
            said = self.tr("No more than {0} characters fit here; what you pasted was not taken.")
            self.refused.emit(said.format(LONGEST_TEXT))
            return
        super().insertFromMimeData(source)

    def _look(self) -> None:
        if self._full:
            self._full = False
            self.refused.emit("")
