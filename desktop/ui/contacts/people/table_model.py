"""The contact list as Qt sees it: light rows of the store, sorted and filtered by the store."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QObject, Qt

from desktop.core.contact import EVERYONE, ContactFilter, ContactLine, ContactSort, next_step_of
from desktop.core.people.search import SearchHit
from desktop.store.contacts import Contacts
from desktop.ui import words
from desktop.ui.shared import days
from desktop.ui.shared.contact_cells import FOUND, LINE_ROLE, SEARCH
from desktop.ui.texts import Texts
from desktop.ui.widgets.model_index import ModelIndex
from desktop.ui.widgets.paged_model import PAGE, PagedTableModel

COLUMNS = (
    ContactSort.NAME,
    ContactSort.ORGANISATION,
    ContactSort.ROLE,
    ContactSort.STAGE,
    ContactSort.NEXT_STEP,
    ContactSort.SOURCE,
    ContactSort.COMFORT,
)
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)


class ContactTableTexts(Texts):
    """The headings of the list of people, and the next step."""


class ContactTableModel(PagedTableModel[ContactLine]):
    """Rows are contacts, columns are `COLUMNS`."""

    def __init__(self, contacts: Contacts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._contacts = contacts
        self._wanted = EVERYONE
        self._sort = ContactSort.NAME
        self._descending = False
        self._found: dict[int, SearchHit] = {}
        self._texts: dict[ContactSort, Callable[[ContactLine], str]] = {
            ContactSort.NAME: lambda line: line.name,
            ContactSort.ORGANISATION: lambda line: line.organisation,
            ContactSort.ROLE: lambda line: line.role,
            ContactSort.STAGE: lambda line: words.stage(line.stage),
            ContactSort.NEXT_STEP: next_step_text,
            ContactSort.SOURCE: lambda line: words.source(line.source),
            ContactSort.COMFORT: lambda line: words.comfort(line.comfort),
        }

    @property
    def wanted(self) -> ContactFilter:
        """What the list is narrowed to."""
        return self._wanted

    def narrow(self, wanted: ContactFilter) -> None:
        """Show those the filter leaves."""
        if wanted != self._wanted:
            self._wanted = wanted
            self.renew()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        wanted = (COLUMNS[column], order == Qt.SortOrder.DescendingOrder)
        if wanted != (self._sort, self._descending):
            self._sort, self._descending = wanted
            self.renew()

    def line(self, row: int) -> ContactLine | None:
        """The contact in a row, `None` if it has just gone."""
        found = self.row(row)
        return found if isinstance(found, ContactLine) else None

    def row_of(self, contact_id: int) -> int | None:
        """The row of a contact, `None` if the filter hides it."""
        held = self.held(contact_id)
        if held is not None or self.rowCount() <= PAGE:
            return held
        return self._contacts.row_of(contact_id, self._wanted, self._sort, self._descending)

    def found(self, contact_id: int) -> SearchHit | None:
        """Where else than by name the search found a contact that is held."""
        return self._found.get(contact_id)

    def ids(self, first: int, last: int) -> list[int]:
        """The ids of the contacts from one row to another, both included."""
        return [line.id for line in self.fetch(first, last - first + 1)]

    def count(self) -> int:
        return self._contacts.count(self._wanted)

    def fetch(self, offset: int, limit: int) -> Sequence[ContactLine]:
        lines = self._contacts.lines(self._wanted, self._sort, self._descending, offset, limit)
        if self._wanted.search:
            self._found |= self._contacts.found_in(self._wanted.search, [line.id for line in lines])
        return lines

    def renew(self) -> None:
        self._found.clear()
        super().renew()

    def columnCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: ModelIndex, role: int = _DISPLAY) -> object:
        if role == SEARCH:
            return self._wanted.search
        if role not in (
            _DISPLAY,
            LINE_ROLE,
            FOUND,
            _SPOKEN,
            _TIP,
        ):  # most calls ask for fonts and colours: say no at once
            return None
        line = self.row(index.row())
        if line is None:
            return None
        if role == LINE_ROLE:
            return line
        found = self._found.get(line.id)
        if role == FOUND:
            return found
        if role == _SPOKEN and index.column() == 0:
            parts = (
                line.name,
                line.role,
                line.organisation,
                words.stage(line.stage),
                words.found(found) if found else "",
            )
            return ", ".join(part for part in parts if part)
        if role == _TIP and index.column() == 0 and found:
            return f"{line.name}\n{words.found(found)}"
        return self._texts[COLUMNS[index.column()]](line)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        if role != _DISPLAY or orientation != Qt.Orientation.Horizontal:
            return None
        return column_name(COLUMNS[section])


def column_name(column: ContactSort) -> str:
    """The heading of a column."""
    names = {
        ContactSort.NAME: ContactTableTexts.tr("Name"),
        ContactSort.ORGANISATION: ContactTableTexts.tr("Organisation"),
        ContactSort.ROLE: ContactTableTexts.tr("Role"),
        ContactSort.STAGE: ContactTableTexts.tr("Stage"),
        ContactSort.NEXT_STEP: ContactTableTexts.tr("Next step"),
        ContactSort.SOURCE: ContactTableTexts.tr("Source"),
        ContactSort.COMFORT: ContactTableTexts.tr("Comfort"),
    }
    return names[column]


def next_step_text(line: ContactLine) -> str:
    """What comes next with a contact, with the day of the meeting it is for."""
    step = words.next_step_label(next_step_of(line))
    if line.next_meeting is None or line.to_write_up:
        return step
    said = ContactTableTexts.tr("Prepare for {0}")
    return said.format(days.short(line.next_meeting.astimezone().date(), year=False))
