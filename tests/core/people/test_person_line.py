"""Adding a person with one line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.contact import Contact, Detail
from desktop.core.people.person_line import line_of, name_and_note, person_of


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


@pytest.mark.parametrize(
    ("text", "name", "where"),
    [
        ("Ann Lee", "Ann Lee", ""),
        ("  Ann   Lee  ", "Ann Lee", ""),
        ("Ann Lee – choir", "Ann Lee", "choir"),
        ("Ann Lee - the choir - altos", "Ann Lee", "the choir - altos"),
        ("Ann Lee — choir", "Ann Lee", "choir"),
        ("Anne-Marie Lee – choir", "Anne-Marie Lee", "choir"),
        ("ليلى منصور – الجوقة", "ليلى منصور", "الجوقة"),
        ("Ann Lee –", "Ann Lee", ""),
        ("", "", ""),
        ("– choir", "choir", ""),
    ],
)
def test_a_dash_between_spaces_parts_the_name_from_where_one_knows_them(text: str, name: str, where: str) -> None:
    assert name_and_note(text)[0] == name
    if name:
        assert name_and_note(text)[1] == where


words = st.text(st.characters(categories=["L"]), min_size=1, max_size=8)


@given(st.lists(words, min_size=1, max_size=3), st.lists(words, max_size=3))
def test_what_is_written_is_read_again(name: list[str], where: list[str]) -> None:
    pair = (" ".join(name), " ".join(where))
    assert name_and_note(line_of(*pair)) == pair
