"""What can be done with several people at once: one more tag, one more direction, merge, export, delete."""

from collections.abc import Callable, Hashable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from desktop.ui.theme import muted
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.workspace import Workspace

_Choices = Callable[[], Sequence[tuple[Hashable, str]]]


class SelectionBar(QFrame):
    """Shown while more than one person is selected.

    `tag_chosen` and `direction_named` carry the text, `direction_chosen` the id, the others nothing.
    """

    tag_chosen = Signal(str)
    direction_chosen = Signal(int)
    direction_named = Signal(str)
    delete_clicked = Signal()
    export_clicked = Signal()
    merge_clicked = Signal()  # of two

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        store = workspace.store
        self.setProperty("card", True)
        self._count = muted(QLabel())
        self._tag = self._adder(
            self.tr("Add tag"), self.tr("New tag…"), lambda: [(tag, tag) for tag in store.contacts.tags()]
        )
        self._direction = self._adder(
            self.tr("Add direction"),
            self.tr("New direction…"),
            lambda: [(direction.id, direction.name) for direction in store.directions.all()],
        )
        self._delete = QToolButton()
        self._delete.setText(self.tr("Delete"))
        self._delete.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._delete.clicked.connect(self.delete_clicked)
        self._export = QToolButton()
        self._export.setText(self.tr("Export…"))
        self._export.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._export.clicked.connect(self.export_clicked)
        self._merge = QToolButton()
        self._merge.setText(self.tr("Merge…"))
        self._merge.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._merge.clicked.connect(self.merge_clicked)
        self._line = QLineEdit()
        self._line.installEventFilter(self)
        self._line.returnPressed.connect(self._take_line)
        self._line.hide()
        self._line_is_tag = True
        row = FlowLayout()
        for button in (self._tag, self._direction, self._merge, self._export, self._delete):
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 4)
        layout.setSpacing(2)
        layout.addWidget(self._count)
        layout.addLayout(row)
        layout.addWidget(self._line)
        self.hide()

    def show_count(self, count: int) -> None:
        """Say how many are selected; one or none hides the bar."""
        self.setVisible(count > 1)
        self._merge.setVisible(count == 2)
        self._count.setText(self.tr("%n people selected", "", count))
        if count < 2:
            self._line.hide()

    def _adder(self, text: str, new: str, choices: _Choices) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        menu = QMenu(button)
        menu.aboutToShow.connect(lambda: self._fill(menu, button, new, choices))
        button.setMenu(menu)
        return button

    def _fill(self, menu: QMenu, button: QToolButton, new: str, choices: _Choices) -> None:
        menu.clear()
        for code, text in choices():
            menu.addAction(text.replace("&", "&&")).triggered.connect(lambda _on=False, code=code: self._take(code))
        menu.addSeparator()
        menu.addAction(new).triggered.connect(lambda: self._ask(button is self._tag, new))

    def _take(self, code: Hashable) -> None:
        if isinstance(code, int):
            self.direction_chosen.emit(code)
        else:
            self.tag_chosen.emit(str(code))

    def _ask(self, tag: bool, name: str) -> None:
        self._line_is_tag = tag
        self._line.clear()
        self._line.setPlaceholderText(name.rstrip("…"))
        self._line.setAccessibleName(name.rstrip("…"))
        self._line.show()
        self._line.setFocus()

    def _take_line(self) -> None:
        text = self._line.text().strip()
        self._line.hide()
        if text:
            (self.tag_chosen if self._line_is_tag else self.direction_named).emit(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc closes the line."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self._line.hide()
            return True
        return super().eventFilter(watched, event)
