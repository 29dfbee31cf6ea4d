"""One line of the list of people one knows: a name, and after a dash where from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.people.people_known import read_line, written


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
    assert read_line(text)[0] == name
    if name:
        assert read_line(text)[1] == where


words = st.text(st.characters(categories=["L"]), min_size=1, max_size=8)


@given(st.lists(words, min_size=1, max_size=3), st.lists(words, max_size=3))
def test_what_is_written_is_read_again(name: list[str], where: list[str]) -> None:
    pair = (" ".join(name), " ".join(where))
    assert read_line(written(*pair)) == pair
