"""What the columns of an imported table hold, where nobody can be asked: known, remembered, or named by `--columns`."""

import argparse
from collections.abc import Sequence
from functools import reduce
from pathlib import Path

from desktop.core.errors import ReadError
from desktop.core.people.incoming import FileKind, Reading, Skipped
from desktop.formats.contact_columns import Field
from desktop.formats.opening import open_file
from desktop.formats.table_mapping import (
    CHOICES,
    Mapping,
    begins_with_headings,
    is_understood,
    read_table,
    tells_who,
    with_choice,
)
from desktop.work.importing import NOTHING, OpenedFile

_LEFT_OUT = "-"
_NOTHING_CHANGED = "Nothing was changed"


def names_of(text: str) -> tuple[str, ...]:
    """The names of fields in `--columns`, one for each column.

    Raises:
        ValueError: one is unknown, or none of them tells who somebody is.
    """
    known = [_LEFT_OUT, *(field.value for field in CHOICES if field is not Field.LEFT_OUT)]
    names = tuple(name.strip() for name in text.split(","))
    for name in names:
        if name not in known:
            raise ValueError(f"there is no field {name!r}; there are: {', '.join(known)}")
    if not tells_who(_named(names, ())):
        raise ValueError(f"a column must tell who somebody is, as name or email; there are: {', '.join(known)}")
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
            raise ReadError(
                f"It is not known what the columns of “{file.table.name}” hold. {_NOTHING_CHANGED}; import it in the "
                f"window, which asks, or name them ({file.table.usual} by the look of it) with --columns."
            )


def _open(path: Path, kind: FileKind | None, names: tuple[str, ...], headings: str | None) -> OpenedFile:
    opened = open_file(path, None, kind)
    if isinstance(opened, Reading):
        if names:
            raise ReadError(f"“{path.name}” is no table. {_NOTHING_CHANGED}; import it without --columns.")
        return OpenedFile(path, opened, kind=kind)
    table, remarks = opened, NOTHING
    if not names:
        return OpenedFile(path, NOTHING, table, table.mapping, kind, asks=not is_understood(table))
    if headings:
        table = read_table(path, headings=headings == "yes")
    elif not table.headings and begins_with_headings(table):
        said = "This row was taken for headings; if it is a person, import with --headings no."
        remarks = Reading((), (Skipped(table.name, table.first_line, said),))
        table = read_table(path, headings=True)
    if len(names) not in (table.usual, table.width):
        raise ReadError(
            f"“{path.name}” has {table.usual} columns, and --columns names {len(names)}. {_NOTHING_CHANGED}; name "
            f"each, with {_LEFT_OUT} for one to leave out."
        )
    return OpenedFile(path, remarks, table, _named(names, table.mapping), kind, agreed=True)


def _named(names: tuple[str, ...], mapping: Mapping) -> Mapping:
    """The mapping with the columns named; those only some rows have stay as they are."""
    fields = [Field.LEFT_OUT if name == _LEFT_OUT else Field(name) for name in names]
    return reduce(lambda so_far, index: with_choice(so_far, index, fields[index]), range(len(fields)), mapping)
