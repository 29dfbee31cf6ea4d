"""The contact list as a table: columns of one's choice, sorted by their headings, several people selected at once."""

from itertools import islice

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, QSettings, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from desktop.core.contact import ContactSort
from desktop.ui.contacts.people.table_model import COLUMNS, ContactTableModel, column_name
from desktop.ui.shared.contact_cells import NameCell, StageCell, TextCell
from desktop.ui.theme import Theme
from desktop.ui.widgets.two_lines import two_line_height

_DEFAULT_COLUMNS = (ContactSort.NAME, ContactSort.STAGE, ContactSort.NEXT_STEP)
_LETTERS = {ContactSort.STAGE: 15, ContactSort.NEXT_STEP: 21}  # the width of a column to begin with
_OTHERS = 18
_COMPARED = 200  # selected people that are compared when the rows may have moved


class ContactTable(QTableView):
    """One Tab stop; the arrows move in it, Enter goes to the page.

    `chosen` carries the id of the contact the cursor moved to, 0 for none; `opened` the one Enter was pressed on;
    `selection_changed` how many are selected; `delete_wanted` is the Delete key.
    """

    chosen = Signal(int)
    opened = Signal(int)
    selection_changed = Signal(int)
    delete_wanted = Signal()

    def __init__(
        self, model: ContactTableModel, theme: Theme, settings: QSettings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._contacts = model
        self._theme = theme
        self._settings = settings
        self._current_id = 0
        self._settling = False
        self._selected: list[int] = []
        self._columns_chosen = False
        self._names = NameCell(theme, self)
        self.setModel(model)
        self.setAccessibleName(self.tr("People"))
        self.setItemDelegateForColumn(COLUMNS.index(ContactSort.NAME), self._names)
        self.setItemDelegateForColumn(COLUMNS.index(ContactSort.STAGE), StageCell(theme, self))
        for searched in (ContactSort.ORGANISATION, ContactSort.ROLE):
            self.setItemDelegateForColumn(COLUMNS.index(searched), TextCell(theme, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._show_column_menu)
        header.setSectionsMovable(True)
        # A selection model of its own, always empty: the header asks of every row whether the column is selected.
        header.setSelectionModel(QItemSelectionModel(model, header))
        self.setSortingEnabled(True)
        self._size()
        self._restore_columns()
        header.sortIndicatorChanged.connect(self._keep_columns)
        header.sectionMoved.connect(self._keep_columns)
        theme.changed.connect(self._size)
        model.renewed.connect(self._settle)
        self.selectionModel().currentRowChanged.connect(self._tell_current)
        self.selectionModel().selectionChanged.connect(self._tell_selection)

    # -- who is chosen ----------------------------------------------------------------------------------------------

    @property
    def current_id(self) -> int:
        """The contact the cursor is on, 0 for none."""
        return self._current_id

    def select(self, contact_id: int) -> bool:
        """Move to a contact without telling; `False` if the filter hides it."""
        self._current_id = contact_id
        return self._settle()

    def selected_ids(self) -> list[int]:
        """Everyone selected, in the order of the list."""
        return list(dict.fromkeys(one for first, last in self._spans() for one in self._contacts.ids(first, last)))

    def selected_count(self) -> int:
        """How many are selected."""
        count, after = 0, 0
        for first, last in self._spans():
            count += max(0, last + 1 - max(first, after))
            after = max(after, last + 1)
        return count

    def _spans(self) -> list[tuple[int, int]]:
        """First and last row of each run of selected rows."""
        selection = self.selectionModel().selection()
        return sorted(
            (selection.at(number).top(), selection.at(number).bottom()) for number in range(selection.count())
        )

    def _tell_current(self) -> None:
        line = self._contacts.line(self.currentIndex().row()) if self.currentIndex().isValid() else None
        if not self._settling and line is not None and line.id != self._current_id:
            self._current_id = line.id
            self.chosen.emit(line.id)

    def _tell_selection(self, _selected: QItemSelection, _deselected: QItemSelection) -> None:
        if not self._settling:
            self._selected = self._first_selected()
            self.selection_changed.emit(self.selected_count())

    def _first_selected(self) -> list[int]:
        """The ids of those selected, as many of them as are compared after the rows moved."""
        rows = (row for first, last in self._spans() for row in range(first, last + 1))
        lines = (self._contacts.line(row) for row in islice(rows, _COMPARED))
        return [line.id for line in lines if line is not None]

    def _settle(self) -> bool:
        """After the rows moved: the cursor goes with its contact, wherever that is now.

        A selection of several stays only if it is still the same people: nobody is deleted for standing where another
        stood.
        """
        row = self._contacts.row_of(self._current_id) if self._current_id else None
        self._settling = True
        try:
            if row is None:
                self.selectionModel().clear()
            elif self.currentIndex().row() != row or self._first_selected() != self._selected:
                self.selectionModel().setCurrentIndex(
                    self._contacts.index(row, 0),
                    QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows,
                )
        finally:
            self._settling = False
        self._selected = self._first_selected()
        self.selection_changed.emit(self.selected_count())
        return row is not None

    def enter(self) -> None:
        """Take the focus from the search; the cursor is on a row."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.currentIndex().isValid() and self._contacts.rowCount():
            self.selectRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current_id:
            self.opened.emit(self._current_id)
        elif event.key() == Qt.Key.Key_Delete and self.selected_count():
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Typing letters is for the search field: looking through 100,000 rows here would read them all."""

    # -- columns ----------------------------------------------------------------------------------------------------

    def column_menu(self, parent: QWidget) -> QMenu:
        """A menu in which columns are shown and hidden; the name always stays."""
        menu = QMenu(parent)
        for number, column in enumerate(COLUMNS):
            if column is ContactSort.NAME:
                continue
            action = QAction(column_name(column), menu, checkable=True)
            action.setChecked(not self.isColumnHidden(number))
            action.toggled.connect(lambda shown, number=number: self.show_column(number, shown))
            menu.addAction(action)
        return menu

    def show_column(self, number: int, shown: bool) -> None:
        """Show or hide a column and remember it."""
        self.setColumnHidden(number, not shown)
        self._columns_chosen = True
        self._name_organisation()
        self._keep_columns()

    def _show_column_menu(self, place: QPoint) -> None:
        menu = self.column_menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.horizontalHeader().mapToGlobal(place))

    def _name_organisation(self) -> None:
        self._names.with_organisation = self.isColumnHidden(COLUMNS.index(ContactSort.ORGANISATION))
        self.viewport().update()

    def _size(self) -> None:
        self.verticalHeader().setDefaultSectionSize(two_line_height(self._theme))

    def _header_key(self) -> str:
        return f"contacts/header-{round(self._theme.scale * 100)}"  # widths of another text size would not fit

    def _restore_columns(self) -> None:
        header = self.horizontalHeader()
        letter = self.fontMetrics().averageCharWidth()
        for number, column in enumerate(COLUMNS):
            self.setColumnHidden(number, column not in _DEFAULT_COLUMNS)
            self.setColumnWidth(number, letter * _LETTERS.get(column, _OTHERS))
        header.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        kept = self._settings.value(self._header_key())
        if kept is not None and not header.restoreState(kept):
            self._settings.remove(self._header_key())
        self._columns_chosen = bool(self._settings.value("contacts/columns_chosen", False, bool))
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(COLUMNS.index(ContactSort.NAME), QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(letter * 8)
        self._contacts.sort(header.sortIndicatorSection(), header.sortIndicatorOrder())
        self._name_organisation()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._columns_chosen:  # until the user has chosen, what there is room for
            letter = self.fontMetrics().averageCharWidth()
            room = self.viewport().width() // letter - _LETTERS[ContactSort.STAGE] - _LETTERS[ContactSort.NEXT_STEP]
            self.setColumnHidden(COLUMNS.index(ContactSort.NEXT_STEP), room < _OTHERS)

    def _keep_columns(self, *_: object) -> None:
        self._settings.setValue(self._header_key(), self.horizontalHeader().saveState())
        self._settings.setValue("contacts/columns_chosen", self._columns_chosen)
