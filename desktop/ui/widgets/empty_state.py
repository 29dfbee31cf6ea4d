"""What a page shows while it has nothing to show: a small drawing, one sentence, one action."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtSvgWidgets import QSvgWidget
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.places import resources
from desktop.ui.theme import muted, scaled


class EmptyState(QWidget):
    """`acted` tells that the action was chosen. `drawing` names a file of `resources/drawings`, empty for none."""

    acted = Signal()

    def __init__(self, drawing: str, sentence: str, action: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(16)
        layout.addStretch(1)
        path = resources() / "drawings" / f"{drawing}.svg"
        if drawing and path.exists():
            picture = QSvgWidget(str(path))
            side = scaled(self.font(), 112)
            picture.setFixedSize(side, side)
            layout.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        said = muted(QLabel(sentence))
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setWordWrap(True)
        said.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(said)
        self.button = QPushButton(action, self)
        self.button.setProperty("primary", True)
        self.button.setVisible(bool(action))
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if action else Qt.FocusPolicy.NoFocus)
        self.button.clicked.connect(self.acted)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)
