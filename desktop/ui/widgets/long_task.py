"""Long work shown where it happens: what is being done, how far it is, and Cancel."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget


class LongTask(QWidget):
    """`cancelled` tells that the user wants no more of it. Hidden until `begin`."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)  # it may name a file
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._cancel = QPushButton(self.tr("Cancel"))
        self._cancel.clicked.connect(self._stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._text)
        row.addWidget(self._bar, 1)
        row.addWidget(self._cancel)
        self.hide()

    def begin(self, text: str) -> None:
        """Show that the work named by `text` has begun."""
        self._text.setText(text)
        self._bar.setAccessibleName(text)
        self._bar.setRange(0, 0)
        self._cancel.setEnabled(True)
        self.show()

    def progress(self, done: int, total: int) -> None:
        """Show how far it is."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def end(self) -> None:
        """The work is over."""
        self.hide()

    def _stop(self) -> None:
        self._cancel.setEnabled(False)
        self.cancelled.emit()
