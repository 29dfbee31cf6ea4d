"""The bar at the foot of the window: one sentence about what was done, with what can be done about it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget
from shiboken6 import isValid

from desktop.ui.theme import restyle

_SHOWN_FOR = 10_000  # milliseconds


class MessageBar(QFrame):
    """Comes with a message and goes by itself after ten seconds, or by Esc; it stays while it is being used."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Message"))
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._buttons = QHBoxLayout()
        close = QToolButton()
        close.setProperty("glyph", "close")
        close.setToolTip(self.tr("Close this message"))
        close.setAccessibleName(self.tr("Close this message"))
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(self._text, 1)
        row.addLayout(self._buttons)
        row.addWidget(close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN_FOR)
        self._timer.timeout.connect(self._go)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)  # reaches the whole window, while the bar is there
        escape.activated.connect(self.hide)
        self._before: QWidget | None = None
        QApplication.instance().focusChanged.connect(self._note_focus)  # type: ignore[union-attr]
        self.hide()

    def show_message(
        self, text: str, actions: Sequence[tuple[str, Callable[[], object]]] = (), kind: str = "info"
    ) -> None:
        """Show a sentence with its actions; `kind` is `info`, `attention` or `wrong`."""
        while (item := self._buttons.takeAt(0)) is not None:
            button = item.widget()
            if button is not None:
                button.deleteLater()
        for name, act in actions:
            made = QPushButton(name)
            made.setProperty("quiet", True)
            made.clicked.connect(lambda _checked=False, act=act: self._do(act))
            self._buttons.addWidget(made)
        self._text.setText(text)
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # names by the hundred

        self.setProperty("bar", kind)
        restyle(self)
        self.show()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    @property
    def text(self) -> str:
        """The sentence that is shown, empty if the bar is away."""
        return self._text.text() if self.isVisible() else ""

    def hideEvent(self, event: QHideEvent) -> None:
        """Who was in the bar goes back to where they came from, not to the next thing that happens to follow."""
        if self._has_focus() and self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus()
        super().hideEvent(event)

    def _has_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _note_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isAncestorOf(now) and before is not None and not self.isAncestorOf(before):
            self._before = before

    def _do(self, act: Callable[[], object]) -> None:
        self.hide()
        act()

    def _go(self) -> None:
        if self.underMouse() or self._has_focus():
            self._timer.start()
        else:
            self.hide()
