"""A table model over windows of rows: a list of 100,000 costs what is looked at, and no more."""

from collections import OrderedDict
from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Signal

from desktop.ui.widgets.model_index import ModelIndex

PAGE = 100  # rows read at once
KEPT = 24  # pages held, those looked at last


class Identified(Protocol):
    """A row as the store gives it."""

    @property
    def id(self) -> int: ...


_R = TypeVar("_R", bound=Identified)


class PagedTableModel(QAbstractTableModel, Generic[_R]):
    """Reads its rows, each an `R`, a page at a time; a subclass says how many there are and reads a window.

    `renewed` tells that rows were read anew and may be elsewhere: whoever keeps a row must look for it again.
    """

    renewed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: int | None = None
        self._pages: OrderedDict[int, Sequence[_R]] = OrderedDict()

    def count(self) -> int:
        """How many rows there are in the store."""
        raise NotImplementedError

    def fetch(self, offset: int, limit: int) -> Sequence[_R]:
        """The rows of a window, from the store."""
        raise NotImplementedError

    def rowCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        if parent.isValid():
            return 0
        if self._rows is None:
            self._rows = self.count()
        return self._rows

    def row(self, number: int) -> _R | None:
        """The row of that number, `None` if it has gone from the store since it was counted."""
        page, place = divmod(number, PAGE)
        rows = self._pages.get(page)
        if rows is None:
            rows = self._pages[page] = self.fetch(page * PAGE, PAGE)
            if len(self._pages) > KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(page)
        return rows[place] if place < len(rows) else None

    def renew(self) -> None:
        """Read everything anew, because the store, the filter or the order changed."""
        first = self.fetch(0, PAGE)
        rows = len(first) if len(first) < PAGE else self.count()  # few are counted by reading them
        same = rows == self._rows
        if not same:
            self.beginResetModel()
        self._pages.clear()
        self._pages[0] = first
        self._rows = rows
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(rows - 1, self.columnCount() - 1))
        self.renewed.emit()

    def held(self, row_id: int) -> int | None:
        """Where a row with that id is, if it is on a page that is held."""
        for page, rows in self._pages.items():
            for place, row in enumerate(rows):
                if row.id == row_id:
                    return page * PAGE + place
        return None
