"""How much of a foreign file is taken: ordinary files only, so many rows, so much in a cell and about one person."""

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO

from desktop.core.contact import CardProperty
from desktop.core.errors import ReadError
from desktop.core.people.incoming import Incoming, Skipped
from desktop.core.values import replace
from desktop.formats.vcard_unknown import NAME_OF
from desktop.texts.catalogue import coded

PEOPLE = 50_000  # rows or cards of one file; LinkedIn gives 30,000 at most
CELL = 200_000  # characters of one cell or note
DETAILS = 200  # e-mail addresses, phone numbers, links and so on of one person, of each kind

_MANY = ("emails", "phones", "links", "addresses", "tags")


def open_ordinary(path: Path) -> BinaryIO:
    """Open a file for reading that is neither a device nor a connection: those may never end, or never begin.

    Raises:
        ReadError: it is no ordinary file.
        OSError, ValueError: it cannot be opened, or is a folder.
    """
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(mode):
        raise ReadError("read_errors.no_ordinary_file", name=path.name)
    return path.open("rb")


def refuse_more(count: int, name: str) -> None:
    """Let through as many people as one file may hold.

    Raises:
        ReadError: there are more.
    """
    if count > PEOPLE:
        raise ReadError("read_errors.many_people", name=name, most=PEOPLE)


def bounded(person: Incoming) -> tuple[Incoming, list[Skipped]]:
    """The person with as much as one may have, and for the report what was left out."""
    contact = person.contact
    properties = _first_of(contact.properties)
    left_out = sum(max(0, len(getattr(contact, field)) - DETAILS) for field in _MANY)
    left_out += len(contact.properties) - len(properties)
    too_long = len(contact.notes) > CELL
    if not left_out and not too_long:
        return person, []
    said = []
    if left_out:
        said.append(coded("import_report.details_left_out", name=contact.name, most=DETAILS, left=left_out))
    if too_long:
        said.append(coded("import_report.notes_cut", name=contact.name, most=CELL))
    shortened = replace(
        contact,
        emails=contact.emails[:DETAILS],
        phones=contact.phones[:DETAILS],
        links=contact.links[:DETAILS],
        addresses=contact.addresses[:DETAILS],
        tags=contact.tags[:DETAILS],
        properties=properties,
        notes=contact.notes[:CELL],
    )
    return replace(person, contact=shortened), [Skipped(person.file, person.line, text) for text in said]


def _first_of(properties: tuple[CardProperty, ...]) -> tuple[CardProperty, ...]:
    """As many unknown properties as are kept, and always the one that says whose name a name in parts is."""
    return (*properties[:DETAILS], *(prop for prop in properties[DETAILS:] if prop.name == NAME_OF))
