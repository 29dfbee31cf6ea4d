"""A list whose rows are a line and a quiet one below it; one Tab stop, the arrows move in it."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.ui.theme import Theme
from desktop.ui.widgets.model_index import ModelIndex
from desktop.ui.widgets.two_lines import Cell, draw_two_lines, two_line_height

ROW = Qt.ItemDataRole.UserRole


class ListRow(Struct, frozen=True):
    """One row: an id of the caller's, the line, and what is quietly below it."""

    id: int
    first: str
    second: str = ""


class RowModel(QAbstractListModel):
    """The rows as Qt asks for them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ListRow, ...] = ()

    def rowCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.first
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.first}, {row.second}" if row.second else row.first
        return row if role == ROW else None

    def replace(self, rows: Sequence[ListRow]) -> None:
        """Show other rows; where the ids are the same ones in the same order, only the words change."""
        new = tuple(rows)
        if new == self._rows:
            return
        if [row.id for row in new] == [row.id for row in self._rows]:
            self._rows = new
            self.dataChanged.emit(self.index(0), self.index(len(new) - 1))
            return
        self.beginResetModel()
        self._rows = new
        self.endResetModel()

    @property
    def rows(self) -> tuple[ListRow, ...]:
        """All rows, in their order."""
        return self._rows

    def position(self, row_id: int) -> int:
        """The index of the row with that id, -1 if there is none."""
        return next((place for place, row in enumerate(self._rows) if row.id == row_id), -1)

    def id_at(self, place: int) -> int:
        """The id of a row, 0 beyond the end."""
        return self._rows[place].id if 0 <= place < len(self._rows) else 0


class TwoLineList(QListView):
    """`chosen` carries the id the cursor moved to, `opened` that of Enter, `delete_wanted` that of the Delete key."""

    chosen = Signal(int)
    opened = Signal(int)
    delete_wanted = Signal(int)

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = RowModel(self)
        self._settling = False
        self.setModel(self._model)
        self.setAccessibleName(name)
        self.setItemDelegate(_RowCell(theme, self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._tell)
        self.clicked.connect(lambda index: self.chosen.emit(self._model.id_at(index.row())))
        theme.changed.connect(self.doItemsLayout)

    @property
    def current_id(self) -> int:
        """The id of the row the cursor is on, 0 for none."""
        return self._model.id_at(self.currentIndex().row()) if self.currentIndex().isValid() else 0

    @property
    def rows(self) -> tuple[ListRow, ...]:
        """What is listed, in its order."""
        return self._model.rows

    @property
    def count(self) -> int:
        """How many rows there are."""
        return self._model.rowCount()

    def show_rows(self, rows: Sequence[ListRow], current: int = 0) -> None:
        """Show these rows and stand on `current`, without telling; on none if it is not among them."""
        self._settling = True
        try:
            self._model.replace(rows)
            self.select(current)
        finally:
            self._settling = False

    def select(self, row_id: int) -> None:
        """Stand on a row, without telling."""
        before, self._settling = self._settling, True
        try:
            place = self._model.position(row_id)
            if place < 0:
                self.selectionModel().clear()
            else:
                self.setCurrentIndex(self._model.index(place))
        finally:
            self._settling = before

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Passing through with the Tab key chooses nothing: Qt would put the cursor on the first row."""
        before, self._settling = self._settling, True
        stood = self.currentIndex().isValid()
        try:
            super().focusInEvent(event)
            if not stood:
                self.selectionModel().clear()
        finally:
            self._settling = before

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_id:
            self.opened.emit(self.current_id)
        elif event.key() == Qt.Key.Key_Delete and self.current_id:
            self.delete_wanted.emit(self.current_id)
        else:
            super().keyPressEvent(event)

    def _tell(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if not self._settling and current.isValid():
            self.chosen.emit(self._model.id_at(current.row()))


class _RowCell(Cell):
    """Draws a row."""

    margins = (12, 8)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, ListRow):
            draw_two_lines(painter, self.background(painter, option, index), row.first, row.second, self.theme)

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        return QSize(self.theme.px(160), two_line_height(self.theme))
