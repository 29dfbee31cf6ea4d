"""The list of organisations: search, add one, choose one."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QLineEdit,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.core.errors import UserError
from desktop.core.organisation import OrganisationLine
from desktop.store.file.history import Change
from desktop.store.organisations import Organisations
from desktop.ui.shared.contact_cells import LINE_ROLE
from desktop.ui.texts import Texts
from desktop.ui.theme import Theme, muted
from desktop.ui.widgets.model_index import ModelIndex
from desktop.ui.widgets.narrowing import SearchLine
from desktop.ui.widgets.paged_model import PAGE, PagedTableModel
from desktop.ui.widgets.two_lines import Cell, draw_two_lines, two_line_height
from desktop.ui.workspace import Workspace


class OrganisationListTexts(Texts):
    """The second line of an organisation."""


class OrganisationTableModel(PagedTableModel[OrganisationLine]):
    """One column: the organisation; its line says the industry and how many people are there."""

    def __init__(self, organisations: Organisations, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._organisations = organisations
        self._search = ""

    def narrow(self, search: str) -> None:
        """Show those that hold what is searched."""
        if search != self._search:
            self._search = search
            self.renew()

    def row_of(self, organisation_id: int) -> int | None:
        """The row of an organisation, `None` if the search hides it."""
        held = self.held(organisation_id)
        if held is not None or self.rowCount() <= PAGE:
            return held
        return self._organisations.row_of(organisation_id, self._search)

    def count(self) -> int:
        return self._organisations.count(self._search)

    def fetch(self, offset: int, limit: int) -> Sequence[OrganisationLine]:
        return self._organisations.lines(self._search, offset, limit)

    def columnCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else 1

    def data(self, index: ModelIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if role not in (int(Qt.ItemDataRole.DisplayRole), LINE_ROLE, int(Qt.ItemDataRole.AccessibleTextRole)):
            return None
        line = self.row(index.row())
        if line is None or role == LINE_ROLE:
            return line
        if role == int(Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(part for part in (line.name, beneath(line)) if part)
        return line.name


def beneath(line: OrganisationLine) -> str:
    """The quiet second line: industry and number of people."""
    one = OrganisationListTexts.tr("1 person")
    several = OrganisationListTexts.tr("{0} people", "", line.people)
    people = one if line.people == 1 else several.format(line.people)
    return " · ".join(part for part in (line.industry, people if line.people else "") if part)


class _OrganisationCell(Cell):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        line = index.data(LINE_ROLE)
        if isinstance(line, OrganisationLine):
            draw_two_lines(painter, self.background(painter, option, index), line.name, beneath(line), self.theme)

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        return QSize(0, two_line_height(self.theme))


class OrganisationList(QWidget):
    """`chosen` carries the organisation to show."""

    chosen = Signal(int)
    opened = Signal(int)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._current_id = 0
        self._settling = False
        self._model = OrganisationTableModel(workspace.store.organisations, self)
        self._new = QLineEdit()
        self._new.setPlaceholderText(self.tr("Add an organisation"))
        self._new.setAccessibleName(self.tr("Add an organisation"))
        self._new.returnPressed.connect(self._add)
        self.search = SearchLine(self.tr("Search organisations"), workspace.theme)
        self.search.textChanged.connect(self._model.narrow)
        self.search.down.connect(self._enter)
        self.table = _OneColumn(self._model, workspace.theme, self.tr("Organisations"))
        self._count = muted(QLabel())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self._new, self.search):
            layout.addWidget(widget)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._count)
        self.table.selectionModel().currentRowChanged.connect(self._tell)
        self.table.entered.connect(lambda: self.opened.emit(self._current_id))
        self._model.renewed.connect(self._settle)
        workspace.changed.connect(self._refresh)
        self._say_count()

    def select(self, organisation_id: int) -> None:
        """Move to an organisation without telling; a search that hides it is lifted."""
        self._current_id = organisation_id
        if organisation_id and self._model.row_of(organisation_id) is None:
            self.search.clear()
        self._settle()

    def first_id(self) -> int:
        """The first organisation, 0 if there is none."""
        line = self._model.row(0) if self._model.rowCount() else None
        return line.id if isinstance(line, OrganisationLine) else 0

    def _enter(self) -> None:
        self.table.setFocus()
        if not self.table.currentIndex().isValid() and self._model.rowCount():
            self.table.selectRow(0)

    def _tell(self) -> None:
        line = self._model.row(self.table.currentIndex().row()) if self.table.currentIndex().isValid() else None
        if not self._settling and isinstance(line, OrganisationLine) and line.id != self._current_id:
            self._current_id = line.id
            self.chosen.emit(line.id)

    def _settle(self) -> None:
        row = self._model.row_of(self._current_id) if self._current_id else None
        self._settling = True
        try:
            if row is None:
                self.table.selectionModel().clear()
            else:
                flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
                self.table.selectionModel().setCurrentIndex(self._model.index(row, 0), flags)
        finally:
            self._settling = False
        self._say_count()

    def _say_count(self) -> None:
        count = self._model.rowCount()
        shown = self._workspace.locale.toString(count)
        several = self.tr("{0} organisations", "", count).format(shown)
        self._count.setText(self.tr("1 organisation") if count == 1 else several)

    def _refresh(self, change: Change) -> None:
        if change.tables & {"organisation", "contact"} and self.isVisible():
            self._model.renew()

    def showEvent(self, event: QShowEvent) -> None:
        self._model.renew()
        super().showEvent(event)

    def _add(self) -> None:
        name = self._new.text().strip()
        if not name:
            return
        try:
            added = self._workspace.act(
                self.tr("Add organisation"), lambda: self._workspace.store.organisations.add(name)
            )
        except UserError:
            return
        self._new.clear()
        self.select(added)
        self.chosen.emit(added)
        self.opened.emit(added)


class _OneColumn(QTableView):
    """A table of one column that looks like a list; `entered` is the Enter key."""

    entered = Signal()

    def __init__(self, model: OrganisationTableModel, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setModel(model)
        self.setAccessibleName(name)
        self.setItemDelegate(_OrganisationCell(theme, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._size()
        theme.changed.connect(self._size)

    def _size(self) -> None:
        self.verticalHeader().setDefaultSectionSize(two_line_height(self._theme))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Typing letters is for the search field."""
