"""The first rows of a table with, above each column, its heading and what it is taken to hold."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from desktop.formats.table_mapping import Mapping, TableFile
from desktop.ui import words
from desktop.ui.contacts.importing import mapping_words
from desktop.ui.widgets.model_index import ModelIndex

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)


class MappingModel(QAbstractTableModel):
    """Ten rows at most, as many columns as the table has."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table: TableFile | None = None
        self._mapping: Mapping = ()

    def show_table(self, table: TableFile, mapping: Mapping) -> None:
        """Show a table, its columns taken to hold this."""
        self.beginResetModel()
        self._table, self._mapping = table, mapping
        self.endResetModel()

    def show_mapping(self, mapping: Mapping) -> None:
        """Show the same table, its columns taken to hold something else."""
        self._mapping = mapping
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(mapping) - 1)
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, len(mapping) - 1))

    def heading(self, column: int) -> str:
        """What is above a column in the file; its number where there is nothing."""
        headings = self._table.headings if self._table is not None else ()
        if column < len(headings) and headings[column]:
            return headings[column]
        return self.tr("Column {0}").format(column + 1)

    def holds(self, column: int) -> str:
        """What a column is taken to hold, in words."""
        meant = self._mapping[column]
        word = mapping_words.field(meant.field)
        return f"{word} ({words.detail_label(meant.label)})" if meant.label else word

    def rowCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() or self._table is None else len(self._table.preview)

    def columnCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._mapping)

    def data(self, index: ModelIndex, role: int = _DISPLAY) -> object:
        if role not in (_DISPLAY, _TOOL_TIP, _ACCESSIBLE) or self._table is None:
            return None
        cell = self._table.preview[index.row()][index.column()]
        if role != _ACCESSIBLE:
            return cell
        return self.tr("{0}, taken as {1}: {2}").format(
            self.heading(index.column()), self.holds(index.column()), cell or self.tr("empty")
        )

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        if role != _DISPLAY or orientation is not Qt.Orientation.Horizontal or section >= len(self._mapping):
            return None
        return f"{self.heading(section)}\n{self.holds(section)}"
