"""People read from a file of another program, before they are stored, and the report of what became of them."""

from enum import StrEnum

from msgspec import Struct

from desktop.core.contact import Contact
from desktop.texts.catalogue import CodedText


class FileKind(StrEnum):
    """The kinds of file people come from."""

    VCARD = "vcard"
    LINKEDIN = "linkedin"
    CSV = "csv"


class Incoming(Struct, frozen=True):
    """One person as read. `line` is where they begin in the file, from 1."""

    contact: Contact
    file: str
    line: int


class Skipped(Struct, frozen=True):
    """One entry that is not imported, or not as a contact of its own, with what became of it."""

    file: str
    line: int
    text: CodedText

    @property
    def reason(self) -> str:
        """The sentence for the user, in the language in use."""
        return str(self.text)


class Reading(Struct, frozen=True):
    """What a file held: the people, and what could not be read."""

    people: tuple[Incoming, ...] = ()
    skipped: tuple[Skipped, ...] = ()

    def __add__(self, other: "Reading") -> "Reading":
        return Reading(self.people + other.people, self.skipped + other.skipped)


class Choice(StrEnum):
    """What becomes of one person read."""

    ADD = "add"  # a new contact, even beside one who is like them
    MERGE = "merge"  # what is new about them goes to the one they are, nothing is overwritten
    SKIP = "skip"


class MatchKind(StrEnum):
    """What one person read is to those there already, and to those further up in the files."""

    NEW = "new"
    LIKE = "like"  # ask
    SAME = "same"  # and something about them is new
    KNOWN = "known"  # the same, and nothing about them is new


class JudgedPerson(Struct, frozen=True):
    """One person read, and whom they are or may be.

    `other_id` is a contact there already, `other_index` the index of one further up in what was read; `other`
    is how that one is called.
    """

    person: Incoming
    kind: MatchKind = MatchKind.NEW
    other: str = ""
    other_id: int | None = None
    other_index: int | None = None

    @property
    def usual(self) -> Choice:
        """What becomes of them unless the user chooses: who is only like someone stays a person of their own."""
        return _USUAL[self.kind]


_USUAL = {
    MatchKind.NEW: Choice.ADD,
    MatchKind.LIKE: Choice.ADD,
    MatchKind.SAME: Choice.MERGE,
    MatchKind.KNOWN: Choice.SKIP,
}


class ImportReport(Struct, frozen=True):
    """What became of everything read, each with file and line and, but for the new ones, a sentence.

    `alike` are those of the new ones who are like somebody and stay apart.
    """

    new: int
    merged: tuple[Skipped, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    unreadable: tuple[Skipped, ...] = ()
    alike: tuple[Skipped, ...] = ()

    @property
    def read(self) -> int:
        """All entries found in the files."""
        return self.new + len(self.merged) + len(self.skipped) + len(self.unreadable)
