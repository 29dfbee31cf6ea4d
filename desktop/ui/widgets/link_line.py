"""A quiet sentence with what can be done about it as links below."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.ui.theme import muted
from desktop.ui.widgets.flow_layout import FlowLayout


class LinkLine(QWidget):
    """It is away until there is something to say."""

    def __init__(self, above: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = muted(QLabel())
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._links = FlowLayout(gap=4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, above, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._text)
        layout.addLayout(self._links)
        self.hide()

    def add_link(self, text: str, does: Callable[[], object]) -> None:
        """One more thing that can be done."""
        button = QPushButton(text)
        button.setProperty("link", True)
        button.clicked.connect(lambda: does())
        self._links.addWidget(button)

    @property
    def text(self) -> str:
        """What is said now."""
        return self._text.text()

    def say(self, text: str) -> None:
        """Say something, or nothing and go away."""
        self._text.setText(text)
        self.setVisible(bool(text))
