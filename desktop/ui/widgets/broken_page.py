"""What stands in the place of a page that could not be built or filled: a sentence, the report, another try."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from desktop.ui.theme import scaled


class BrokenPage(QWidget):
    """`again` asks to build the page once more, `closed` to leave it, where `way_back` names a way.

    `report` holds places in the code, no names and no texts.
    """

    again = Signal()
    closed = Signal()

    def __init__(self, report: str, way_back: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        said = QLabel(
            self.tr(
                "This page could not be shown. Everything shown as saved is safe, and the other pages work. Try again; "
                "if it happens again, close the program and start it anew."
            )
        )
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setWordWrap(True)
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setAccessibleName(self.tr("Report"))
        self.report.setMaximumHeight(scaled(self.font(), 240))
        self.report.hide()
        self.retry = QPushButton(self.tr("&Try again"))
        self.retry.setProperty("primary", True)
        self.retry.clicked.connect(self.again)
        self.details = QPushButton(self.tr("Show &details"))
        self.details.clicked.connect(self._show_details)
        buttons = QHBoxLayout()
        buttons.addWidget(self.retry)
        buttons.addWidget(self.details)
        if way_back:
            back = QPushButton(way_back)
            back.clicked.connect(self.closed)
            buttons.addWidget(back)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(16)
        layout.addWidget(said)
        layout.addLayout(buttons)
        layout.addWidget(self.report)
        layout.addStretch(1)

    def _show_details(self) -> None:
        self.report.show()
        self.details.hide()
        self.report.setFocus()
