"""The one style of switch: a compact row of segments of which one is on."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QRadioButton, QSizePolicy, QWidget


class Switch(QFrame):
    """Shows one of a few parts of a page; `chosen` carries the key of the part the user wants.

    It is one Tab stop. The arrows move and choose at once, and a screen reader hears radio buttons, each with the name
    of the switch before its own. `choices` are keys and texts.
    """

    chosen = Signal(str)

    def __init__(self, name: str, choices: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setAccessibleName(name)
        self.setProperty("switch", True)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._segments: dict[str, QRadioButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(2)
        for key, text in choices:
            segment = QRadioButton()
            segment.setProperty("segment", True)
            segment.setCursor(Qt.CursorShape.PointingHandCursor)
            segment.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            segment.toggled.connect(partial(self._toggled, key))
            self._group.addButton(segment)
            self._segments[key] = segment
            self.set_text(key, text)
            row.addWidget(segment)
        if choices:
            self.show_choice(choices[0][0])

    def _toggled(self, key: str, on: bool) -> None:
        """The part that is on is the one that Tab comes to."""
        self._segments[key].setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus)
        if on:
            self.chosen.emit(key)

    @property
    def current(self) -> str:
        """The key of the part that is on, empty if there are no parts."""
        return next((key for key, segment in self._segments.items() if segment.isChecked()), "")

    def show_choice(self, key: str) -> None:
        """Switch a part on without telling.

        Raises:
            KeyError: if there is no such part.
        """
        before = self.blockSignals(True)
        self._segments[key].setChecked(True)
        self.blockSignals(before)

    def set_text(self, key: str, text: str) -> None:
        """Name a part anew, such as with how much it holds.

        Raises:
            KeyError: if there is no such part.
        """
        segment = self._segments[key]
        segment.setText(text)
        segment.setAccessibleName(f"{self._name}: {text.replace('&', '')}")
