"""Text on its way out."""

from hypothesis import given

from desktop.formats.written_text import safe_stem, writable, writable_line
from tests.formats.hostile import TEXTS


def test_every_kind_of_line_break_becomes_one_and_the_same() -> None:
    assert writable("one\r\ntwo\rthree\nfour\u2028five\x85six\x0bseven") == "one\ntwo\nthree\nfour\nfive\nsix\nseven"
    assert writable("two\r\n\r\nbreaks") == "two\n\nbreaks"


def test_controls_and_halves_of_letters_are_left_out_and_nothing_else() -> None:
    assert writable("a\x00\x07\x1b\x7f\x9f\ud800\ufffeb") == "ab"
    kept = "  tab\t\u202eright \u2066\u200f\u200d 👩🏽‍🚀 <b>&amp; \u00a0 "
    assert writable(kept) == kept


def test_a_line_has_blanks_where_it_was_broken() -> None:
    assert writable_line(" Ada \r\n \t Lovelace\t,  Countess\n") == "Ada Lovelace ,  Countess"


@given(TEXTS)
def test_a_line_is_a_line_to_every_reader(text: str) -> None:
    assert len(writable_line(text).splitlines()) <= 1
    assert writable_line(writable_line(text)) == writable_line(text)
    assert writable(writable(text)) == writable(text)
    writable(text).encode()


def test_a_name_in_a_file_name_is_letters_digits_and_hyphens() -> None:
    assert safe_stem("Łukasz  Śmigły-Nowak, 3rd") == "lukasz-smigly-nowak-3rd"
    assert safe_stem("../..") == ""
    assert safe_stem("李 小龙") == "李-小龙"
    assert len(safe_stem("x y" * 300)) <= 60
