"""Tables of text (CSV and similar) as rows of cells: encoding, delimiter, line numbers; not what the cells mean."""

import codecs
import contextlib
import csv
import io
import re
from collections.abc import Iterator
from itertools import islice

from desktop.core.errors import ReadError
from desktop.formats.bounds import CELL, refuse_more
from desktop.formats.decoding import decode, to_utf8

DELIMITERS = (",", ";", "\t", "|")

# The line of the file where a record begins, from 1, and its cells. A bare pair: a file has very many of them.
CsvRow = tuple[int, list[str]]

_SEP_LINE = re.compile(r"\s*sep=(.)\s*", re.IGNORECASE)
_REPAIRS = 200  # unclosed quotes mended one by one; after that, quotes are taken for ordinary characters
_SAMPLE_LINES = 500
_SAMPLE_LINE = 20_000  # characters


class CsvTable:
    """The lines of a table in memory, to be read with one delimiter or another."""

    def __init__(self, data: bytes, encoding: str = "", name: str = "") -> None:
        """`encoding` is a codec; without one it is found out. `name` is the file's, for refusals."""
        self._name = name
        given = data.removeprefix(codecs.BOM_UTF8).decode(encoding, errors="replace") if encoding else ""
        text = given or decode(to_utf8(data))
        text = text.removeprefix("\ufeff").replace("\0", "")
        self._lines = io.StringIO(text, newline="").readlines()
        named = _SEP_LINE.fullmatch(self._lines[0][:20]) if self._lines else None
        self.named_delimiter = named.group(1) if named else ""  # by the line `sep=;` of spreadsheets
        if named:
            self._lines[0] = "\n"

    @property
    def line_count(self) -> int:
        """How many lines the file has."""
        return len(self._lines)

    def sample(self, delimiter: str, count: int = 40) -> list[CsvRow]:
        """The first records, for guessing what the table is. Of very long lines only the beginning."""
        csv.field_size_limit(CELL)
        reader = csv.reader((line[:_SAMPLE_LINE] for line in self._lines[:_SAMPLE_LINES]), delimiter=delimiter)
        rows: list[CsvRow] = []
        begin = 0
        with contextlib.suppress(csv.Error):  # a cell beyond the limit: said when the rows are read
            for cells in reader:
                if any(cells):
                    rows.append((begin + 1, cells))
                begin = reader.line_num
                if len(rows) == count:
                    break
        return rows

    def rows(self, delimiter: str, start: int = 1, width: int = 1) -> Iterator[CsvRow]:
        """The records from the line `start` on that have something in them; `width` is how many cells are usual.

        A quote that is never closed costs one record, not all that follow up to the next quote.

        Raises:
            ReadError: there are too many, or a cell is too large, as where a quote is never closed.
        """
        for count, row in enumerate(self._rows(delimiter, start, width), 1):
            refuse_more(count, self._name)
            yield row

    def _rows(self, delimiter: str, start: int, width: int) -> Iterator[CsvRow]:
        csv.field_size_limit(CELL)  # before anything is read: tables are read side by side, always with this limit
        at = start - 1
        for attempt in range(_REPAIRS + 1):
            lines = islice(self._lines, at, None)
            if attempt < _REPAIRS:
                reader = csv.reader(lines, delimiter=delimiter)
            else:
                reader = csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE)
            begin, end = at, at
            while True:
                try:
                    cells = next(reader)
                except StopIteration:
                    return
                except csv.Error as error:
                    begin, end = end, at + reader.line_num
                    if end - begin > 1 and self._is_swallowed(begin, end, delimiter, width):
                        break
                    raise ReadError("read_errors.large_cell", name=self._name, line=begin + 1, most=CELL) from error
                begin, end = end, at + reader.line_num
                if end - begin > 1 and self._is_swallowed(begin, end, delimiter, width):
                    break
                if any(cells):
                    yield begin + 1, cells
            # One cell swallowed whole records: its first line is read with quotes as characters, what follows anew.
            for cells in csv.reader([self._lines[begin]], delimiter=delimiter, quoting=csv.QUOTE_NONE):
                if any(cells):
                    yield begin + 1, [cell.replace('"', "") for cell in cells]
            at = begin + 1

    def _is_swallowed(self, begin: int, end: int, delimiter: str, width: int) -> bool:
        """Whether these lines, taken for one record, are several: quotes do not pair, and a line could stand alone."""
        if all(line.count(delimiter) < width - 1 for line in islice(self._lines, begin + 1, end)):
            return False
        try:
            for _ in csv.reader(islice(self._lines, begin, end), delimiter=delimiter, strict=True):
                pass
        except csv.Error:
            return True
        return False
