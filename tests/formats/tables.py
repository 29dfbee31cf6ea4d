"""Tables of the fixtures, and tables written in a test, as they are read."""

from pathlib import Path

from desktop.core.contact import Contact
from desktop.core.people.incoming import Reading
from desktop.formats.contact_csv import read_contact_table

FIXTURES = Path(__file__).parents[1] / "fixtures" / "formats"


def read(name: str) -> Reading:
    """A table of the fixtures."""
    return read_contact_table((FIXTURES / name).read_bytes(), name)


def contacts(text: str) -> list[Contact]:
    """The contacts in the text of a table."""
    return [person.contact for person in read_contact_table(text.encode(), "a.csv").people]
