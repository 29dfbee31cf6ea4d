"""A part of a page that is folded away until it is wanted: a button with its title, and below what it opens."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget


class Fold(QWidget):
    """`build` makes what is inside when it is first unfolded. `toggled` tells whether it is unfolded now.

    A screen reader hears the title as a switch that is on or off, and what it does.
    """

    toggled = Signal(bool)

    def __init__(self, title: str, build: Callable[[], QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build = build
        self.content: QWidget | None = None
        self.button = QPushButton(self)
        self.button.setCheckable(True)
        self.button.setAutoDefault(False)
        self.button.setProperty("fold", True)
        self.button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.button.toggled.connect(self._show)
        self.button.setAccessibleDescription(self.tr("Shows or hides what belongs to it"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._column.addWidget(self.button)
        self.set_title(title)

    def set_title(self, title: str, more: str = "") -> None:
        """Name it; `more` says how much is inside."""
        name = title.replace("&&", "\0").replace("&", "").replace("\0", "&")
        self.button.setText(self.tr("{0} – {1}").format(title, more) if more else title)
        self.button.setAccessibleName(self.tr("{0} – {1}").format(name, more) if more else name)

    @property
    def is_open(self) -> bool:
        """Whether it is unfolded."""
        return self.button.isChecked()

    def unfold(self, opened: bool = True) -> None:
        """Unfold it, or fold it away again."""
        self.button.setChecked(opened)

    def _show(self, opened: bool) -> None:
        if opened and self.content is None:
            self.content = self._build()
            self._column.addWidget(self.content)
        if self.content is not None:
            self.content.setVisible(opened)
        self._column.setContentsMargins(0, 0, 0, 16 if opened else 0)  # what follows stands apart
        self.toggled.emit(opened)
