"""A table as the user sees it before its people are read: first rows, encoding, delimiter, and what each column holds.

`read_table` guesses everything; what is guessed wrong is given again (`encoding`, `delimiter`, `headings`), and the
mapping, one `Column` for each column, may be changed before `people_of_table` reads the people.
"""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct

from desktop.core.errors import ReadError
from desktop.core.people.incoming import FileKind, Reading
from desktop.core.text import fold, one_line
from desktop.core.values import replace
from desktop.formats.contact_columns import ADDRESS_PARTS, ColumnField, TableColumn, column_of
from desktop.formats.contact_csv import nothing_known, people_of
from desktop.formats.csv_table import DELIMITERS, CsvRow, CsvTable
from desktop.formats.decoding import encoding_of
from desktop.formats.person_parts import clean
from desktop.formats.reading import TABLE_LIMIT, bytes_of
from desktop.formats.table_layout import TableLayout, guess_layout, looks_like_data

Mapping = tuple[TableColumn, ...]

_PREVIEW_ROWS = 10
_PREVIEW_CELL = 200  # characters of a cell that a preview shows
# What the user may choose from, besides the one that was found: codecs of the files people have.
ENCODINGS = (
    *("utf-8", "utf-16", "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256"),
    *("cp932", "gb18030", "big5hkscs", "cp949", "mac_roman"),
)
# What a column may be said to hold.
CHOICES: tuple[ColumnField, ...] = tuple(
    field
    for field in ColumnField
    if field not in (ColumnField.TITLE, ColumnField.OCCUPATION, ColumnField.LABEL, ColumnField.OWN)
)
LABELLED = frozenset((ColumnField.EMAIL, ColumnField.PHONE, ColumnField.LINK, ColumnField.ADDRESS, *ADDRESS_PARTS))
_NAMES = frozenset(
    (ColumnField.NAME, ColumnField.GIVEN, ColumnField.FAMILY, ColumnField.NICKNAME, ColumnField.ORGANISATION)
)
_ADDRESSES = frozenset((ColumnField.EMAIL, ColumnField.PHONE, ColumnField.LINK))
_REACHES = _NAMES | _ADDRESSES


class TableFile(Struct, frozen=True):
    """A table that was opened, its people not read yet.

    `preview` holds the first rows below the headings, each as long as there are columns; long cells are cut.
    `headings` are empty where the table has none. `sure`: the headings are those of a program we know, so that the
    user need not be asked.
    """

    name: str
    encoding: str
    delimiter: str
    headings: tuple[str, ...]
    preview: tuple[tuple[str, ...], ...]
    mapping: Mapping
    sure: bool
    first_line: int
    usual: int  # columns by headings, or those most rows have; further ones are there in some rows only
    table: CsvTable

    def __repr__(self) -> str:
        return f"TableFile({self.name!r}, {self.headings!r})"  # never the rows

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.mapping)

    @property
    def key(self) -> str:
        """By what a mapping is remembered: the headings without case and accents; empty where there are none."""
        return "\t".join(fold(heading) for heading in self.headings)


def open_table(path: Path, encoding: str = "", delimiter: str = "", headings: bool | None = None) -> TableFile:
    """A file opened as a table, with everything guessed that is not given.

    Args:
        encoding: a codec of `ENCODINGS`, or the one found before.
        delimiter: one character.
        headings: whether the first row holds headings.

    Raises:
        ReadError: the file cannot be opened, is too large or empty, or the delimiter is not a single character.
    """
    return table_of(bytes_of(path, TABLE_LIMIT), path.name, encoding, delimiter, headings)


def table_of(
    data: bytes, name: str, encoding: str = "", delimiter: str = "", headings: bool | None = None
) -> TableFile:
    """The same for the content of a file."""
    if not data.strip(b" \t\r\n\0\xef\xbb\xbf\xff\xfe"):
        raise ReadError("read_errors.empty_table", name=name)
    if len(delimiter) > 1 or (delimiter and delimiter in '"\r\n'):
        raise ReadError("read_errors.delimiter")
    encoding = encoding or encoding_of(data)
    table = CsvTable(data, encoding, name)
    layout = guess_layout(table, delimiter)
    sample = table.sample(layout.delimiter if layout else delimiter or _widest(table))
    chosen = _layout(table, layout, sample, delimiter, headings)
    rows = [(line, cells) for line, cells in table.sample(chosen.delimiter) if line >= chosen.first_line]
    width = max([len(chosen.columns), *(len(cells) for _, cells in rows)])
    mapping = chosen.columns + (TableColumn(ColumnField.UNKNOWN),) * (width - len(chosen.columns))
    return TableFile(
        name,
        encoding,
        chosen.delimiter,
        chosen.headings,
        tuple(_padded([_cut(cell) for cell in cells], width) for _, cells in rows[:_PREVIEW_ROWS]),
        mapping,
        bool(chosen.headings) and _are_sure(mapping[: len(chosen.columns)]),
        chosen.first_line,
        len(chosen.columns),
        table,
    )


def people_of_table(
    table: TableFile,
    mapping: Mapping = (),
    kind: FileKind | None = None,
    report: Callable[[int, int], None] | None = None,
) -> Reading:
    """All people of an opened table, by its own mapping or another one. `report` as in `read_people`."""
    columns = mapping or table.mapping
    while len(columns) > table.usual and columns[-1].field is ColumnField.UNKNOWN:
        columns = columns[:-1]  # so that rows are told apart as they were when the table was looked at
    if not tells_who(columns):
        return nothing_known(table.table, table.delimiter, table.name)
    layout = TableLayout(table.delimiter, columns, table.headings, table.first_line)
    return people_of(table.table, layout, table.name, kind, report)


def tells_who(mapping: Mapping) -> bool:
    """Whether a column holds something by which a person is known: without one, nobody can be read."""
    return any(column.field in _REACHES for column in mapping)


def is_understood(table: TableFile) -> bool:
    """Whether the guess may be trusted where nobody can be asked.

    It may if nothing is unknown, else if a heading says where the names are; without headings, anything may look like
    a name, but not like an e-mail address, a phone number or a link.
    """
    columns = table.mapping[: table.usual]
    if table.sure or not any(column.field is ColumnField.UNKNOWN for column in columns):
        return True
    if table.headings:
        return any(column_of(heading).field in _NAMES for heading in table.headings)
    return any(column.field in _ADDRESSES for column in columns)


def begins_with_headings(table: TableFile) -> bool:
    """Whether the first row of a table, of which only the columns were named, likelier holds headings than a person."""
    if table.headings or not table.preview:
        return bool(table.headings)
    return not any(looks_like_data(cell) for cell in table.preview[0]) and len(table.preview) > 1


def with_choice(mapping: Mapping, index: int, chosen: ColumnField, label: str = "") -> Mapping:
    """The mapping with one column changed by the user. Parts of an address with one label belong together."""
    group = (label or "address") if chosen in (*ADDRESS_PARTS, ColumnField.ADDRESS) else ""
    column = TableColumn(chosen, label if chosen in LABELLED else "", group, sure=True)
    return (*mapping[:index], column, *mapping[index + 1 :])


def mapping_text(mapping: Mapping) -> str:
    """The mapping as text, to be remembered under `TableFile.key`."""
    return json.dumps([[column.field.value, column.label, column.group] for column in mapping], ensure_ascii=False)


def mapping_from(text: str, width: int) -> Mapping | None:
    """The mapping remembered as text; None where it is damaged or for a table of another width."""
    try:
        columns = tuple(
            TableColumn(ColumnField(kind), str(label), str(group), sure=True) for kind, label, group in json.loads(text)
        )
    except (ValueError, TypeError):
        return None
    return columns if len(columns) == width else None


def _layout(
    table: CsvTable, guess: TableLayout | None, rows: Sequence[CsvRow], delimiter: str, headings: bool | None
) -> TableLayout:
    """The guess, or one in which no column is known; with headings or without where the user said so."""
    if guess is None:
        width = max((len(cells) for _, cells in rows), default=1)
        first = rows[0][0] if rows else 1
        guess = TableLayout(delimiter or _widest(table), (TableColumn(ColumnField.UNKNOWN),) * width, (), first)
    if headings is None or headings is bool(guess.headings) or not rows:
        return guess
    if not headings:
        return replace(guess, headings=(), first_line=guess.first_line - 1)
    line, cells = rows[0]
    return replace(guess, headings=tuple(one_line(clean(cell)) for cell in cells), first_line=line + 1)


def _widest(table: CsvTable) -> str:
    """The delimiter that makes the most columns."""
    widths = {one: max((len(cells) for _, cells in table.sample(one)), default=1) for one in DELIMITERS}
    return max(DELIMITERS, key=lambda one: widths[one])


def _are_sure(columns: Mapping) -> bool:
    """Whether all headings are known as a whole, or so many that they can be those of one program only."""
    known = sum(column.sure for column in columns)
    return known == len(columns) or known >= 10


def _cut(cell: str) -> str:
    return one_line(cell[: _PREVIEW_CELL * 2])[:_PREVIEW_CELL]


def _padded(cells: Sequence[str], width: int) -> tuple[str, ...]:
    return (*cells, *[""] * (width - len(cells)))
