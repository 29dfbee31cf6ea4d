"""A set of small choices of which any number can be on: directions of a contact, tags, kinds in a filter."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolButton, QWidget

from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.flow_layout import FlowLayout


class Chips(Field[tuple[int, ...]]):
    """One Tab stop; the arrows move, Space switches. The value is the codes that are on, in the order offered.

    `empty` is said where there is nothing to choose from.
    """

    def __init__(self, label: str, empty: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label, parent=parent)
        self._empty = empty
        self._place = QWidget()
        self._flow = FlowLayout(self._place)
        self._choices: list[tuple[int, str]] = []
        self._buttons: list[tuple[int, QToolButton]] = []
        self._lay_out(self._place)
        self.setAccessibleName(self.name)

    def set_choices(self, choices: Sequence[tuple[int, str]]) -> None:
        """Offer these; what was on and is offered again stays on."""
        if self._choices == list(choices):
            return
        self._choices = list(choices)
        on = set(self.value)
        for _, button in self._buttons:
            self._flow.removeWidget(button)
            button.deleteLater()
        self._buttons = []
        for code, text in choices:
            button = QToolButton()
            button.setCheckable(True)
            button.setProperty("chip", True)
            button.toggled.connect(partial(_show_tick, button, text))
            button.setChecked(code in on)
            _show_tick(button, text, code in on)
            button.setAccessibleName(f"{self.name}: {text}")
            button.clicked.connect(self._chosen)
            button.installEventFilter(self)
            self._flow.addWidget(button)
            self._buttons.append((code, button))
        self._set_tab_stop(0)
        self.set_hint("" if choices else self._empty)
        self._label.setBuddy(self._buttons[0][1] if self._buttons else self._place)

    @property
    def value(self) -> tuple[int, ...]:
        """The codes that are on."""
        return tuple(code for code, button in self._buttons if button.isChecked())

    def _display(self, value: tuple[int, ...]) -> None:
        for code, button in self._buttons:
            button.setChecked(code in value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows, Home and End move among the chips."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            here = next(number for number, (_, button) in enumerate(self._buttons) if button is watched)
            last = len(self._buttons) - 1
            forward = self.layoutDirection() is not Qt.LayoutDirection.RightToLeft
            there = {
                Qt.Key.Key_Right: here + (1 if forward else -1),
                Qt.Key.Key_Left: here - (1 if forward else -1),
                Qt.Key.Key_Down: here + 1,
                Qt.Key.Key_Up: here - 1,
                Qt.Key.Key_Home: 0,
                Qt.Key.Key_End: last,
            }.get(Qt.Key(event.key()))
            if there is not None:
                there = max(0, min(last, there))
                self._set_tab_stop(there)
                self._buttons[there][1].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _set_tab_stop(self, which: int) -> None:
        for number, (_, button) in enumerate(self._buttons):
            policy = Qt.FocusPolicy.StrongFocus if number == which else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)
            if number == which:
                self.setFocusProxy(button)


def _show_tick(button: QToolButton, text: str, on: bool) -> None:
    """A tick tells what is on without colour."""
    shown = text.replace("&", "&&")
    button.setText(f"✓ {shown}" if on else shown)
