"""Adding a person with one line."""

import pytest

from desktop.core.contact import Contact, Detail
from desktop.core.people.person_line import person_of


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("Ann Lee", Contact(name="Ann Lee")),
        ("  Ann   Lee , City  Waterworks ", Contact(name="Ann Lee", organisation="City Waterworks")),
        ("Ann Lee – neighbour, knows nurses", Contact(name="Ann Lee", notes="neighbour, knows nurses")),
        ("Ann Lee, City Hall - second floor", Contact(name="Ann Lee", organisation="City Hall", notes="second floor")),
        ("Anne-Marie Lee-Smith", Contact(name="Anne-Marie Lee-Smith")),
        ('"Ann Lee" <ann@example.org>', Contact(name="Ann Lee", emails=(Detail("ann@example.org"),))),
        ("Ann, Hall, ann@example.org", Contact(name="Ann", organisation="Hall", emails=(Detail("ann@example.org"),))),
        ("ann@example.org", Contact(name="ann", emails=(Detail("ann@example.org"),))),
        ("李小龍", Contact(name="李小龍")),
        ("<b>Ann</b>", Contact(name="<b>Ann</b>")),
    ],
)
def test_a_line_is_taken_apart(line: str, person: Contact) -> None:
    assert person_of(line) == person


@pytest.mark.parametrize("line", ["", "   ", ", City Hall", "– a note"])
def test_a_line_that_names_nobody_is_nobody(line: str) -> None:
    assert person_of(line) is None
