"""Names, addresses and labels put together from their parts."""

import pytest

from desktop.core.contact import Detail
from desktop.formats.person_parts import address_text, clean, full_name, label_of, name_in_parts, unique


def test_controls_go_and_line_breaks_become_one_kind() -> None:
    assert clean(" a\x00\x07b\ud800 \r\n c\u2028d\r") == "ab \n c\nd"
    assert clean("  Ann ") == "Ann"


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("Dr.", "Ann", "Mary", "Lee", "PhD"), "Dr. Ann Mary Lee PhD"),
        (("", "忠雄", "", "安藤", ""), "安藤 忠雄"),
        (("", "Ann", "", "安藤", ""), "Ann 安藤"),
        (("", "", "", "Lee", ""), "Lee"),
    ],
)
def test_the_family_name_comes_first_where_it_is_written_so(parts: tuple[str, str, str, str, str], name: str) -> None:
    assert full_name(*parts) == name


@pytest.mark.parametrize(
    ("name", "parts"), [("Ann Mary Lee", ("Lee", "Ann Mary")), ("Ann", ("", "Ann")), ("", ("", ""))]
)
def test_the_last_word_of_a_name_is_the_family(name: str, parts: tuple[str, str]) -> None:
    assert name_in_parts(name) == parts


def test_an_address_has_the_order_of_its_country() -> None:
    assert address_text("", "", "1 Main St", "Troy", "NY", "12180", "USA") == "1 Main St\nTroy, NY 12180\nUSA"
    assert address_text("", "", "", "", "NY", "12180", "") == "NY 12180"
    assert address_text("PO 5", "Floor 2", "Weg 1", "Weimar", "", "99423", "") == "Weg 1\nFloor 2\nPO 5\n99423 Weimar"


@pytest.mark.parametrize(
    ("words", "label"),
    [
        (["WORK", "voice"], "work"),
        (["work", "cell"], "mobile"),
        (["fax", "work"], "work fax"),
        (["cell", "iphone"], "mobile"),
        (["voice"], ""),
        ([], ""),
    ],
)
def test_the_words_of_a_file_become_one_label(words: list[str], label: str) -> None:
    assert label_of(words) == label


def test_details_are_kept_once_and_none_is_empty() -> None:
    first, again, other = Detail("a@x.example", "work"), Detail("A@X.example", "home"), Detail("b@x.example")
    assert unique([first, Detail("", "home"), again, other]) == (first, other)
    assert unique([Detail("")]) == ()
    assert unique([first]) == (first,)
