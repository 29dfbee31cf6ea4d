"""How a table of people is laid out, guessed from its first rows: delimiter, headings, what each column holds."""

import re
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from desktop.core.text import one_line
from desktop.formats.contact_columns import ColumnField, TableColumn, column_of, is_linkedin
from desktop.formats.csv_table import DELIMITERS, CsvRow, CsvTable
from desktop.formats.person_parts import clean

_EMAIL = re.compile(r"[^@\s,;<>\"]+@[^@\s,;<>\"]+")
_LINK = re.compile(r"(?:https?://|www\.|(?:[a-z]{2,3}\.)?linkedin\.com/)\S+", re.IGNORECASE)
_PHONE = re.compile(r"[+(]?\d[\d\s()./x+-]{5,24}")
_NAME = re.compile(r"[^\W\d_][^\d\n@:;/=<>{}\[\]_]{0,59}")
_HEADING_ROWS = 15  # looked through for the headings; LinkedIn puts some lines of explanation before them
_ANCHORS = frozenset(
    (
        ColumnField.NAME,
        ColumnField.GIVEN,
        ColumnField.FAMILY,
        ColumnField.NICKNAME,
        ColumnField.EMAIL,
        ColumnField.ORGANISATION,
    )
)


class TableLayout(Struct, frozen=True):
    """How a table is read: delimiter, what its columns hold, their headings, and the line where the people begin."""

    delimiter: str
    columns: tuple[TableColumn, ...]
    headings: tuple[str, ...]
    first_line: int

    @property
    def known(self) -> int:
        """How many columns say something about a person."""
        return sum(column.field is not ColumnField.UNKNOWN for column in self.columns)

    @property
    def linkedin(self) -> bool:
        """Whether it is LinkedIn's Connections.csv."""
        return is_linkedin(self.columns)


def guess_layout(table: CsvTable, delimiter: str = "") -> TableLayout | None:
    """The likeliest way to read the table, by this delimiter if one is given; None where nothing looks like people."""
    named = delimiter or table.named_delimiter
    delimiters = (named,) if named else DELIMITERS
    samples = [(delimiter, table.sample(delimiter)) for delimiter in delimiters]
    for guess in (_with_headings, _without_headings):
        layouts = [layout for delimiter, rows in samples if rows and (layout := guess(delimiter, rows))]
        if layouts:
            # Headings not cut apart are one long heading, which may have a known word in it: more columns are likelier.
            return max(layouts, key=lambda layout: (layout.known, len(layout.headings)))
    return None


def _with_headings(delimiter: str, rows: Sequence[CsvRow]) -> TableLayout | None:
    """The layout by the row, among the first, that reads most like headings; None if none does."""
    best: TableLayout | None = None
    for index, (line, cells) in enumerate(rows[:_HEADING_ROWS]):
        if any(looks_like_data(cell) for cell in cells):
            break  # people have begun, and headings are before them
        columns = tuple(column_of(cell) for cell in cells)
        if not _are_headings(columns, [row for _, row in rows[index + 1 :]]):
            continue
        layout = TableLayout(delimiter, _settled(columns), tuple(one_line(clean(cell)) for cell in cells), line + 1)
        if best is None or layout.known > best.known:
            best = layout
    return best


def looks_like_data(cell: str) -> bool:
    """Whether a cell is an e-mail address, a link or a phone number: such things are in no heading."""
    cell = cell.strip()
    return bool(_EMAIL.fullmatch(cell) or _LINK.match(cell) or _PHONE.fullmatch(cell))


def _are_headings(columns: Sequence[TableColumn], below: Sequence[Sequence[str]]) -> bool:
    anchors = [column for column in columns if column.field in _ANCHORS]
    if any(column.sure for column in anchors):
        return True
    # Words as in headings may also be in somebody's data ("Mail Boxes Ltd"): what is below the word decides.
    emails = [index for index, column in enumerate(columns) if column.field is ColumnField.EMAIL]
    cells = [row[index].strip() for index in emails for row in below if index < len(row) and row[index].strip()]
    if emails:
        return bool(cells) and sum("@" in cell for cell in cells) * 2 >= len(cells)
    return len(anchors) >= 2


def _settled(columns: tuple[TableColumn, ...]) -> tuple[TableColumn, ...]:
    """The columns with `Title` decided: a form of address where another column holds the role."""
    has_role = any(column.field is ColumnField.ROLE for column in columns)
    title = TableColumn(ColumnField.PREFIX if has_role else ColumnField.ROLE)
    return tuple(title if column.field is ColumnField.TITLE else column for column in columns)


def _without_headings(delimiter: str, rows: Sequence[CsvRow]) -> TableLayout | None:
    """The layout by what the cells look like. The first row counts as headings only where it cannot be a person."""
    width = Counter(len(cells) for _, cells in rows).most_common(1)[0][0]
    samples = [
        [cells[index].strip() for _, cells in rows if index < len(cells) and cells[index].strip()]
        for index in range(width)
    ]
    fields = [_field_of(cells) for cells in samples]
    reachable = [
        index for index, field in enumerate(fields) if field in (ColumnField.EMAIL, ColumnField.PHONE, ColumnField.LINK)
    ]
    texts = [index for index, field in enumerate(fields) if field is ColumnField.NAME]
    for index in texts[1:]:
        fields[index] = ColumnField.UNKNOWN
    if len(texts) > 1 and texts[1] == texts[0] + 1 and all(_are_single_words(samples[index]) for index in texts[:2]):
        fields[texts[0]], fields[texts[1]] = ColumnField.GIVEN, ColumnField.FAMILY
    if not reachable and not texts:
        return None
    first_line, first = rows[0]
    headings: tuple[str, ...] = ()
    if any(index < len(first) and first[index].strip() and not looks_like_data(first[index]) for index in reachable):
        headings, first_line = tuple(one_line(clean(cell)) for cell in first), first_line + 1
    return TableLayout(delimiter, tuple(TableColumn(field) for field in fields), headings, first_line)


def _field_of(cells: Sequence[str]) -> ColumnField:
    """What most of these cells look like; names only if nearly all do, for anything may look like a name."""
    for field, pattern in ((ColumnField.EMAIL, _EMAIL), (ColumnField.LINK, _LINK), (ColumnField.PHONE, _PHONE)):
        if sum(bool(pattern.fullmatch(cell)) for cell in cells) * 2 > len(cells):
            return field
    if cells and sum(_is_name(cell) for cell in cells) * 5 >= len(cells) * 4:
        return ColumnField.NAME
    return ColumnField.UNKNOWN


def _is_name(cell: str) -> bool:
    return bool(_NAME.fullmatch(cell)) and len(cell.split()) <= 5 and not cell[0].islower() and cell[-1] not in ".?!,"


def _are_single_words(cells: Sequence[str]) -> bool:
    return sum(len(cell.split()) == 1 for cell in cells) * 3 >= len(cells) * 2
