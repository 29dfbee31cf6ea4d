"""The chain as a tree of text: the same as the drawing, for the keyboard and for who listens instead of looks."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from desktop.core.people.chain import Chain, ChainLineText
from desktop.ui.shared.contact_cells import stage_icon
from desktop.ui.theme import Theme
from desktop.ui.widgets.model_index import ModelIndex

_NONE = QModelIndex()


class ChainModel(QAbstractItemModel):
    """The lines of a chain as rows; what Qt keeps with an index is the number of the line."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._told: list[ChainLineText] = []
        self._below: list[list[int]] = []
        self._roots: list[int] = []
        self._parent: list[int] = []
        self._place: list[int] = []
        self._chain = Chain()

    def show_chain(self, chain: Chain, said: list[ChainLineText]) -> None:
        """Show another chain."""
        self.beginResetModel()
        self._chain, self._told, self._below = chain, said, chain.children()
        self._parent = [line.parent for line in chain.lines]
        self._roots = [number for number, parent in enumerate(self._parent) if parent < 0]
        self._place = [0] * len(self._parent)
        for people in (self._roots, *self._below):
            for place, number in enumerate(people):
                self._place[number] = place
        self.endResetModel()

    def index_of(self, number: int) -> QModelIndex:
        """The index of a line of the chain."""
        return self.createIndex(self._place[number], 0, number)

    def rowCount(self, parent: ModelIndex = _NONE) -> int:
        if not parent.isValid():
            return len(self._roots)
        return len(self._below[parent.internalId()]) if parent.column() == 0 else 0

    def columnCount(self, parent: ModelIndex = _NONE) -> int:
        return 4

    def index(self, row: int, column: int, parent: ModelIndex = _NONE) -> QModelIndex:
        people = self._below[parent.internalId()] if parent.isValid() else self._roots
        if 0 <= row < len(people) and 0 <= column < 4 and (not parent.isValid() or parent.column() == 0):
            return self.createIndex(row, column, people[row])
        return QModelIndex()

    def parent(self, index: ModelIndex) -> QModelIndex:  # type: ignore[override]
        above = self._parent[index.internalId()] if index.isValid() else -1
        return self.index_of(above) if above >= 0 else QModelIndex()

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        number, column = index.internalId(), index.column()
        said = self._told[number]
        if role == Qt.ItemDataRole.DisplayRole:
            return said[column]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in said if part) if column == 0 else said[column]
        if role == Qt.ItemDataRole.DecorationRole and column == 1:
            return stage_icon(self._chain.lines[number].person.stage, self._theme.tokens, self._theme.px(14))
        if role == Qt.ItemDataRole.ForegroundRole and column > 1:
            return self._theme.tokens.color("muted")
        if role == Qt.ItemDataRole.FontRole and column == 0:
            font = self._theme.font()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return (self.tr("Person"), self.tr("Stage"), self.tr("To keep in mind"), self.tr("Their branch"))[section]


class ChainTree(QTreeView):
    """One Tab stop. `opened` carries the contact to open, `moved` the line of the chain that is current now."""

    opened = Signal(int)
    moved = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chain = Chain()
        self._model = ChainModel(theme, self)
        self.setModel(self._model)
        self.setAccessibleName(self.tr("Tree of who led to whom"))
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.header().setSectionsMovable(False)
        self.header().setStretchLastSection(True)
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentChanged.connect(self._tell)
        theme.changed.connect(self._follow_theme)
        self._follow_theme()

    def show_chain(self, chain: Chain, said: list[ChainLineText]) -> None:
        """Show a chain, all of it unfolded."""
        self._chain = chain
        self._model.show_chain(chain, said)
        self.expandAll()
        self._size_columns()

    def select(self, number: int) -> None:
        """Make a line of the chain the current one and bring it into sight."""
        if 0 <= number < len(self._chain.lines):
            index = self._model.index_of(number)
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the contact."""
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self._chain.lines[index.internalId()].person.id)

    def _tell(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self.moved.emit(now.internalId())

    def _size_columns(self) -> None:
        for column in range(3):
            self.resizeColumnToContents(column)
        widest = self._theme.px(420)
        self.setColumnWidth(0, min(self.columnWidth(0) + self._theme.px(12), max(widest, self.viewport().width() // 2)))

    def _follow_theme(self) -> None:
        self.setIndentation(self._theme.px(20))
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.scheduleDelayedItemsLayout()
