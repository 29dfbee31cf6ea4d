"""What the values of a card mean: escapes, components, the preferred one of several."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.formats.vcard_lines import parse_head
from desktop.formats.vcard_values import (
    address,
    escaped_plain,
    first_line,
    line,
    organisation_name,
    split,
    structured_name,
    text,
    vcard_escaped,
    without_guarded,
)

# What could be mistaken for an escape or a separator.
VALUES = st.text(alphabet="\\;,nN a\n").map(str.strip)


@given(VALUES)
def test_what_is_escaped_means_what_it_was(value: str) -> None:
    assert text(vcard_escaped(value)) == value
    assert text(escaped_plain(value)) == value


@given(st.lists(VALUES, min_size=1, max_size=5))
def test_components_that_are_escaped_stay_apart(values: list[str]) -> None:
    assert [part.strip() for part in split(";".join(map(vcard_escaped, values)))] == values


def test_a_backslash_guards_any_character_and_itself() -> None:
    assert text(r"a\,b\;c\:d\\n\N") == "a,b;c:d\\n"
    assert line(r"one\n  two") == "one two"
    assert without_guarded(r"a\;b;c") == "ab;c"


def test_the_preferred_value_is_taken_and_else_the_first_that_says_something() -> None:
    plain, preferred = parse_head("TITLE"), parse_head("TITLE;PREF=1")
    assert first_line([(plain, "one"), (preferred, "two")]) == "two"
    assert first_line([(plain, " "), (plain, "two"), (plain, "three")]) == "two"
    assert first_line([(preferred, ""), (plain, "two")]) == "two"
    assert first_line(None) == first_line([]) == ""


def test_an_organisation_is_the_first_component_that_is_filled() -> None:
    head = parse_head("ORG")
    assert organisation_name([(head, ";Sales"), (head, r"R\;D;Lab")]) == "R;D"
    assert organisation_name([]) == ""


def test_a_name_is_put_together_from_its_parts() -> None:
    head = parse_head("N")
    assert structured_name([(head, ";;;;"), (head, "Lee;Ann;Mary,Jo;Dr.;MA,PhD")]) == "Dr. Ann Mary Jo Lee MA PhD"
    assert structured_name([(head, "Lee")]) == "Lee"


@pytest.mark.parametrize(
    ("head", "written"),
    [
        ("ADR", "1 Pier\nHU1 Hull"),
        ('ADR;LABEL="Door: 5\\nPier"', "Door: 5\nPier"),
        ('ADR;LABEL=""', "1 Pier\nHU1 Hull"),
    ],
)
def test_an_address_is_as_the_file_has_it_written_else_put_together(head: str, written: str) -> None:
    assert address(parse_head(head), ";;1 Pier;Hull;;HU1;") == written
