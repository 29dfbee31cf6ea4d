"""A line that holds so many characters, and says so when more are typed or pasted."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.core.bounds import LONGEST_LINE


class BoundedLine(QLineEdit):
    """`refused` carries a sentence when something did not fit, and an empty one when there is room again.

    A longer text that is stored already is shown and saved as it is.
    """

    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._full = False
        self.setMaxLength(LONGEST_LINE)
        self.inputRejected.connect(self._refuse)
        self.textChanged.connect(self._look)

    def setText(self, text: str | None) -> None:
        """Show a text, whole however long it is."""
        text = text or ""
        self.setMaxLength(max(LONGEST_LINE, len(text.encode("utf-16-le")) // 2))  # Qt counts halves of an emoji
        super().setText(text)

    def _refuse(self) -> None:
        self._full = True
        self.refused.emit(self.tr("No more than {0} characters fit here; the rest was not taken.").format(LONGEST_LINE))

    def _look(self, text: str) -> None:
        if self._full and len(text) < LONGEST_LINE:
            self._full = False
            self.refused.emit("")
