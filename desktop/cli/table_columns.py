"""What the columns of an imported table hold, where nobody can be asked: known, remembered, or named by `--columns`."""

import argparse
from collections.abc import Sequence
from functools import reduce
from pathlib import Path

from desktop.core.errors import ReadError, UserError
from desktop.core.people.incoming import FileKind, Reading, Skipped
from desktop.formats.contact_columns import ColumnField
from desktop.formats.opening import open_file
from desktop.formats.table_mapping import (
    CHOICES,
    Mapping,
    begins_with_headings,
    is_understood,
    open_table,
    tells_who,
    with_choice,
)
from desktop.texts.catalogue import coded
from desktop.work.importing import EMPTY_READING, OpenedFile

_LEFT_OUT = "-"


def names_of(text: str) -> tuple[str, ...]:
    """The names of fields in `--columns`, one for each column.

    Raises:
        UserError: one is unknown, or none of them tells who somebody is.
    """
    known = (_LEFT_OUT, *(field.value for field in CHOICES if field is not ColumnField.LEFT_OUT))
    names = tuple(name.strip() for name in text.split(","))
    for name in names:
        if name not in known:
            raise UserError("command_line.no_column_field", name=name, known=known)
    if not tells_who(_named(names, ())):
        raise UserError("command_line.nobody_told", known=known)
    return names


def open_all(options: argparse.Namespace) -> list[OpenedFile]:
    """The files of the command; one `asks` whose columns nobody has named and the guess cannot be trusted of.

    Raises:
        ReadError: one cannot be read, or has not the columns that were named.
    """
    kind = FileKind(options.kind) if options.kind else None
    return [_open(path, kind, options.columns, options.headings) for path in options.files]


def check_columns(files: Sequence[OpenedFile]) -> None:
    """Refuse where nobody can be asked.

    Raises:
        ReadError: of a table it is not known what its columns hold.
    """
    for file in files:
        if file.asks and file.table is not None:
            raise ReadError("command_line.columns_unknown", name=file.table.name, usual=file.table.usual)


def _open(path: Path, kind: FileKind | None, names: tuple[str, ...], headings: str | None) -> OpenedFile:
    opened = open_file(path, None, kind)
    if isinstance(opened, Reading):
        if names:
            raise ReadError("command_line.no_table", name=path.name)
        return OpenedFile(path, opened, kind=kind)
    table, remarks = opened, EMPTY_READING
    if not names:
        return OpenedFile(path, EMPTY_READING, table, table.mapping, kind, asks=not is_understood(table))
    if headings:
        table = open_table(path, headings=headings == "yes")
    elif not table.headings and begins_with_headings(table):
        said = coded("import_report.taken_for_headings")
        remarks = Reading((), (Skipped(table.name, table.first_line, said),))
        table = open_table(path, headings=True)
    if len(names) not in (table.usual, table.width):
        raise ReadError(
            "command_line.columns_differ", name=path.name, usual=table.usual, named=len(names), left_out=_LEFT_OUT
        )
    return OpenedFile(path, remarks, table, _named(names, table.mapping), kind, agreed=True)


def _named(names: tuple[str, ...], mapping: Mapping) -> Mapping:
    """The mapping with the columns named; those only some rows have stay as they are."""
    fields = [ColumnField.LEFT_OUT if name == _LEFT_OUT else ColumnField(name) for name in names]
    return reduce(lambda so_far, index: with_choice(so_far, index, fields[index]), range(len(fields)), mapping)
