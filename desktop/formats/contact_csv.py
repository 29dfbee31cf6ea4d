"""People from tables: LinkedIn's Connections.csv, Google, Outlook, Thunderbird, and what can be guessed of others."""

from desktop.core.contact import Source
from desktop.core.people.incoming import FileKind, Incoming, Reading, Skipped
from desktop.core.progress import ProgressReport
from desktop.formats.bounds import bounded
from desktop.formats.contact_row import RowReader
from desktop.formats.csv_table import CsvTable
from desktop.formats.table_layout import TableLayout, guess_layout
from desktop.texts.catalogue import coded

_NOBODY = coded("import_report.row_of_nobody")
_NO_COLUMNS = coded("import_report.no_columns")
_NO_ROWS = coded("import_report.no_rows")


def read_contact_table(
    data: bytes, file: str, kind: FileKind | None = None, report: ProgressReport | None = None
) -> Reading:
    """All people in the bytes of a table. `report(done, total)` counts lines and may raise to stop."""
    table = CsvTable(data, name=file)
    layout = guess_layout(table)
    if layout is None:
        return nothing_known(table, ",", file)
    return people_of(table, layout, file, kind, report)


def nothing_known(table: CsvTable, delimiter: str, file: str) -> Reading:
    """The reading of a table in which no column is known: every row is named as left out."""
    lines = [line for line, _ in table.rows(delimiter)] or [1]
    return Reading((), tuple(Skipped(file, line, _NO_COLUMNS) for line in lines))


def people_of(
    table: CsvTable,
    layout: TableLayout,
    file: str,
    kind: FileKind | None = None,
    report: ProgressReport | None = None,
) -> Reading:
    """All people of a table whose columns are known."""
    row_reader = RowReader(layout, Source.LINKEDIN if layout.linkedin or kind is FileKind.LINKEDIN else None)
    people: list[Incoming] = []
    skipped: list[Skipped] = []
    for count, (line, cells) in enumerate(table.rows(layout.delimiter, layout.first_line, len(layout.columns))):
        contact = row_reader.contact(cells)
        if contact is None:
            skipped.append(Skipped(file, line, _NOBODY))
        else:
            person, shortened = bounded(Incoming(contact, file, line))
            people.append(person)
            skipped += shortened
        if report is not None and count % 200 == 0:
            report(line, table.line_count)
    if not people and not skipped:
        skipped.append(Skipped(file, 1, _NO_ROWS))
    if report is not None:
        report(table.line_count, table.line_count)
    return Reading(tuple(people), tuple(skipped))
