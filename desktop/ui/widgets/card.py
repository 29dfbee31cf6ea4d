"""A card: a quiet frame that holds what belongs together, with or without a heading."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desktop.ui.theme import heading


class Card(QFrame):
    """Put widgets into `body`. `kind` is empty, `next` (the one next step) or `attention`."""

    def __init__(self, title: str = "", kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", kind or "true")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(12, 12, 12, 12)
        self.body.setSpacing(12)
        self.title = heading(QLabel(title, self))
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setWordWrap(True)
        self.title.setVisible(bool(title))
        self.body.addWidget(self.title)
