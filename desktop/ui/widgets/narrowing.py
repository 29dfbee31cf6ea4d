"""What narrows a list: a search field, buttons whose menus tick what is wanted, and the bar that holds them."""

from collections.abc import Callable, Hashable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from desktop.ui.icons import icon
from desktop.ui.theme import Theme
from desktop.ui.widgets.flow_layout import FlowLayout

Choices = Sequence[tuple[Hashable, str]]


class SearchLine(QLineEdit):
    """A search field: Down goes into the list, Esc clears. `down` and the text tell."""

    down = Signal()

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self._magnifier = self.addAction(
            icon("search", theme.tokens, "muted"), QLineEdit.ActionPosition.LeadingPosition
        )
        self.setClearButtonEnabled(True)
        theme.changed.connect(self._paint)

    def _paint(self) -> None:
        self._magnifier.setIcon(icon("search", self._theme.tokens, "muted"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.down.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class FilterMenu(QToolButton):
    """A button whose menu ticks what the list is narrowed to; its text says what is chosen. `changed` tells.

    With `single` one choice takes the place of the other.
    """

    changed = Signal()

    def __init__(
        self, name: str, choices: Callable[[], Choices], single: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._choices = choices
        self._single = single
        self._chosen: dict[Hashable, str] = {}
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        menu = QMenu(self)
        menu.aboutToShow.connect(self.fill)
        self.setMenu(menu)
        self._say()

    @property
    def chosen(self) -> frozenset[Hashable]:
        """What is ticked."""
        return frozenset(self._chosen)

    def clear(self) -> None:
        """Tick nothing, without telling."""
        self._chosen.clear()
        self._say()

    def fill(self) -> None:
        """Put what can be chosen now into the menu."""
        menu = self.menu()
        menu.clear()
        for code, text in self._choices():
            action = QAction(text.replace("&", "&&"), menu, checkable=True)
            action.setChecked(code in self._chosen)
            action.toggled.connect(lambda on, code=code, text=text: self._tick(code, text, on))
            menu.addAction(action)
        if menu.isEmpty():
            menu.addAction(self.tr("Nothing to choose yet")).setEnabled(False)

    def _tick(self, code: Hashable, text: str, on: bool) -> None:
        if on and self._single:
            self._chosen = {code: text}
        elif on:
            self._chosen[code] = text
        else:
            self._chosen.pop(code, None)
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        if not self._chosen:
            text = self._name
        elif len(self._chosen) == 1:
            text = self.tr("{0}: {1}").format(self._name, next(iter(self._chosen.values())))
        else:
            text = self.tr("{0}: {1} chosen").format(self._name, len(self._chosen))
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(self.tr("Narrow by {0}").format(text))


class NarrowingBar(QWidget):
    """Search and menus, with a button that clears both; `changed` tells.

    Whoever derives from it makes them and gives them to `lay_out`.
    """

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._menus: tuple[FilterMenu, ...] = ()
        self._clear = QToolButton(self)
        self._clear.setText(self.tr("Clear filters"))
        self._clear.setAccessibleName(self.tr("Clear filters"))
        self._clear.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._clear.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._clear.clicked.connect(self.clear)
        self._paint()
        theme.changed.connect(self._paint)

    def lay_out(self, search: SearchLine, *menus: FilterMenu) -> None:
        """Search on top, the menus below it in a row that wraps."""
        self.search = search
        self._menus = menus
        search.textChanged.connect(self._tell)
        row = FlowLayout()
        for menu in menus:
            menu.changed.connect(self._tell)
            row.addWidget(menu)
        row.addWidget(self._clear)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(search)
        layout.addLayout(row)
        self._clear.hide()

    def clear(self) -> None:
        """Narrow by nothing; told once."""
        for menu in self._menus:
            menu.clear()
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        if self._clear.hasFocus():
            self.search.setFocus()
        self._tell()

    def _tell(self) -> None:
        self._clear.setVisible(any(menu.chosen for menu in self._menus))
        self.changed.emit()

    def _paint(self) -> None:
        self._clear.setIcon(icon("x", self._theme.tokens))
