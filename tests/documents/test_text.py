"""Line breaks and shaping: nothing is lost and nothing is wider than it may be."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from desktop.documents.text import Span, broken, paragraphs

LATIN, OTHERS = "abc fi-/ .,()łßéＡ\u0301", "абв سلام لا שלום क्षिंी তামিল ไทยเแ 漢字、。「」 かなっー 한국 😀\u200d"
SCRIPTS = st.sampled_from(LATIN + OTHERS)


@given(st.lists(SCRIPTS, max_size=80).map("".join), st.integers(3, 40), st.booleans())
def test_lines_hold_all_letters_and_stay_in_their_measure(text: str, ems: int, bold: bool) -> None:
    for paragraph in paragraphs(text):
        lines = broken((Span(paragraph, bold), Span(" – more", grey=True)), ems * 1000)
        pieces = [piece for line in lines for piece in line.pieces]
        letters = "".join(piece.text for piece in pieces)
        assert Counter("".join(letters.split())) == Counter("".join(f"{paragraph} – more".split()))
        assert all(line.width <= ems * 1000 + 1 for line in lines)


@given(st.text(max_size=60))
def test_any_text_at_all_can_be_set(text: str) -> None:
    for paragraph in paragraphs(text):
        assert broken((Span(paragraph),), 12_000)


def texts(text: str, measure: float) -> list[str]:
    return ["".join(piece.text for piece in line.pieces) for line in broken((Span(text),), measure)]


def test_lines_break_at_spaces_and_after_hyphens_between_letters() -> None:
    assert texts("a well-known place", 4_600) == ["a well-", "known", "place"]


def test_numbers_are_not_broken_at_their_dashes() -> None:
    assert texts("ring 030-5550", 4_500) == ["ring", "030-5550"]


def test_east_asian_lines_begin_with_no_closing_sign() -> None:
    assert texts("漢字漢字。漢", 4_000) == ["漢字漢", "字。漢"]


def test_a_thai_line_breaks_before_a_vowel_that_begins_a_syllable() -> None:
    lines = texts("คุณตัดสินใจอย่างไรเมื่อข้อมูลไม่ครบ", 9_000)
    assert len(lines) > 1
    assert all(line[0] in "เแโใไ" for line in lines[1:])


def test_what_is_typed_on_its_own_line_stays_on_its_own_line() -> None:
    assert paragraphs("one\r\n\r\n two\tthree \u2028four") == ["one", "two three", "four"]


def test_a_right_to_left_line_begins_at_the_right() -> None:
    (line,) = broken((Span("שרה לוי Acme 42"),), 60_000)
    assert line.right_to_left
    assert line.pieces[-1].text.strip() == "שרה לוי"
    assert line.pieces[0].text.strip() == "Acme 42"
