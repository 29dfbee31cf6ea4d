"""People read from a file of another program, before they are stored, and the report of what became of them."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.core.contact import Contact


class FileKind(StrEnum):
    """The kinds of file people come from."""

    VCARD = "vcard"
    LINKEDIN = "linkedin"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class Incoming:
    """One person as read. `line` is where they begin in the file, from 1."""

    contact: Contact
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Skipped:
    """One entry that is not imported, with the reason as a sentence for the user."""

    file: str
    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file held: the people, and what could not be read."""

    people: tuple[Incoming, ...] = ()
    skipped: tuple[Skipped, ...] = ()

    def __add__(self, other: "Reading") -> "Reading":
        return Reading(self.people + other.people, self.skipped + other.skipped)


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of everything read; `read` is always `new + merged + len(skipped)`."""

    new: int
    merged: int
    skipped: tuple[Skipped, ...]

    @property
    def read(self) -> int:
        """All entries found in the files."""
        return self.new + self.merged + len(self.skipped)
