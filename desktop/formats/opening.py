"""A file that was chosen for the import: its people, or the table to be asked about before they are read."""

from collections.abc import Callable
from pathlib import Path

from desktop.core.people.incoming import FileKind, Reading
from desktop.formats.reading import FILE_SIZE_LIMIT, bytes_of, file_kind_of, read_people
from desktop.formats.table_mapping import TableFile, open_table

_ARCHIVE = (b"PK\x03\x04", b"PK\x05\x06")


def open_file(
    path: Path, report: Callable[[int, int], None] | None = None, kind: FileKind | None = None
) -> Reading | TableFile:
    """The people of cards and of archives; a table is opened only, for the user may know its columns better.

    `kind` forces cards or a table, as in `read_people`.

    Raises:
        ReadError: the file cannot be opened, is too large, or is no file of contacts.
    """
    data = bytes_of(path, FILE_SIZE_LIMIT)
    if not data.startswith(_ARCHIVE) and data.strip() and (kind or file_kind_of(data, path.name)) is not FileKind.VCARD:
        return open_table(path)
    return read_people(path, kind, report)
