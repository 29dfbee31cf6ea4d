"""What the columns of an imported table hold, where nobody can be asked: known, remembered, or named by `--columns`."""

import argparse
from dataclasses import dataclass
from functools import reduce
from pathlib import Path

from desktop.core.errors import ReadError
from desktop.core.people.incoming import FileKind, Reading, Skipped
from desktop.formats.contact_columns import Field
from desktop.formats.opening import open_file
from desktop.formats.table_mapping import (
    CHOICES,
    Mapping,
    TableFile,
    begins_with_headings,
    is_understood,
    mapping_from,
    mapping_text,
    people_of_table,
    read_table,
    tells_who,
    with_choice,
)

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


@dataclass(frozen=True, slots=True)
class File:
    """A file to be imported. `named`: its columns as the user said, empty where nothing was said."""

    opened: Reading | TableFile
    kind: FileKind | None
    named: Mapping = ()
    headings_taken: int = 0  # the line that was taken for headings though nothing in it says so; 0: none

    @property
    def key(self) -> str:
        """By what its columns are remembered; empty where they are not."""
        return self.opened.key if isinstance(self.opened, TableFile) else ""

    @property
    def named_text(self) -> str:
        """What the user said, to be remembered under `key`."""
        return mapping_text(self.named)

    def check(self, remembered: str) -> Mapping:
        """The mapping to read by, that `remembered` as text among them; empty for the table's own.

        Raises:
            ReadError: it is not known what the columns hold.
        """
        table = self.opened
        if isinstance(table, Reading):
            return ()
        mapping = self.named or mapping_from(remembered, table.width) or ()
        if not mapping and not is_understood(table):
            raise ReadError(
                f"It is not known what the columns of “{table.name}” hold. {_NOTHING_CHANGED}; import it in the "
                f"window, which asks, or name them ({table.usual} by the look of it) with --columns."
            )
        return mapping

    def people(self, remembered: str) -> Reading:
        """Its people. Raises as `check`."""
        mapping = self.check(remembered)
        if isinstance(self.opened, Reading):
            return self.opened
        reading = people_of_table(self.opened, mapping, self.kind)
        if not self.headings_taken:
            return reading
        said = "This row was taken for headings; if it is a person, import with --headings no."
        return Reading(reading.people, (Skipped(self.opened.name, self.headings_taken, said), *reading.skipped))


def open_all(options: argparse.Namespace) -> list[File]:
    """The files of the command.

    Raises:
        ReadError: one cannot be read, or has not the columns that were named.
    """
    kind = FileKind(options.kind) if options.kind else None
    return [_open(path, kind, options.columns, options.headings) for path in options.files]


def _open(path: Path, kind: FileKind | None, names: tuple[str, ...], headings: str | None) -> File:
    table = open_file(path, None, kind)
    if not names:
        return File(table, kind)
    if isinstance(table, Reading):
        raise ReadError(f"“{path.name}” is no table. {_NOTHING_CHANGED}; import it without --columns.")
    taken = 0
    if headings:
        table = read_table(path, headings=headings == "yes")
    elif not table.headings and begins_with_headings(table):
        taken = table.first_line
        table = read_table(path, headings=True)
    if len(names) not in (table.usual, table.width):
        raise ReadError(
            f"“{path.name}” has {table.usual} columns, and --columns names {len(names)}. {_NOTHING_CHANGED}; name "
            f"each, with {_LEFT_OUT} for one to leave out."
        )
    return File(table, kind, _named(names, table.mapping), taken)


def _named(names: tuple[str, ...], mapping: Mapping) -> Mapping:
    """The mapping with the columns named; those only some rows have stay as they are."""
    fields = [Field.LEFT_OUT if name == _LEFT_OUT else Field(name) for name in names]
    return reduce(lambda so_far, index: with_choice(so_far, index, fields[index]), range(len(fields)), mapping)
