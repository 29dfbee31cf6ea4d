"""A page that scrolls: one column, wide enough to read and no wider, that follows the focus."""

from PySide6.QtCore import QElapsedTimer, QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.theme import scaled

READING_WIDTH = 640
_JUST_NOW = 300  # milliseconds


class ScrollPage(QScrollArea):
    """Put widgets into `column`, which is at most `width` wide, None for all there is, and may be `centred`."""

    def __init__(self, width: int | None = READING_WIDTH, parent: QWidget | None = None, centred: bool = False) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._outside = QWidget()
        around = QVBoxLayout(self._outside)
        around.setContentsMargins(24, 16, 24, 24)
        self._inside = QWidget()
        self._width = width
        self._fit()
        self.column = QVBoxLayout(self._inside)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(16)
        # A row gives the column its own width to reckon its height by; a column alone would reckon with all there is.
        row = QHBoxLayout()
        if centred:
            row.addStretch(0)
        row.addWidget(self._inside, 1)
        row.addStretch(0)
        around.addLayout(row)
        around.addStretch(1)
        self.setWidget(self._outside)
        self._follow = QTimer(self)  # a page that was just made has its height a moment later
        self._follow.setSingleShot(True)
        self._follow.timeout.connect(self._show_focused)
        self._moved = QElapsedTimer()
        self.verticalScrollBar().rangeChanged.connect(self._grown)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]

    def changeEvent(self, event: QEvent) -> None:
        """The reading width grows with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        if self._width is not None:
            self._inside.setMaximumWidth(scaled(self.font(), self._width))

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._outside.isAncestorOf(now):
            self._moved.start()
            self._follow.start()

    def _grown(self) -> None:
        """What takes the focus may have come to the page with it, and have its place only now."""
        if self._moved.isValid() and self._moved.elapsed() < _JUST_NOW:
            self._follow.start()

    def _show_focused(self) -> None:
        now = QApplication.focusWidget()
        if now is not None and self._outside.isAncestorOf(now):
            self.ensureWidgetVisible(now, 16, 48)
