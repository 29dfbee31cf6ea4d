"""Letters on paper: everything typed is printed in order, in every script, and the file is accessible."""

import io
from datetime import date

import page as checker
import pikepdf
import pytest

from desktop.core.settings import Paper
from desktop.documents.letter import Letter, LetterLayout, letter_bytes
from desktop.texts.catalogue import ENGLISH
from tests.documents.briefs import MIXED, NAMES, PARAGRAPHS
from tests.documents.reading import page_texts, read, squeezed, words

TEXT = """Dear Amara Okafor,

My name is Leonie. I teach chemistry.

Could I ask you about work in a laboratory?
Twenty minutes would do.

Thank you,
Leonie Fischer
leonie@example.org"""
LETTER = Letter(TEXT, "A question about water", "Amara Okafor\nCity Waterworks\n3 Weir Lane", date(2026, 11, 22))


def assert_accessible(pdf: bytes) -> None:
    report = checker.validate_pdf_bytes(pdf, profile=checker.ValidationProfile.PDF_UA_1)
    assert report.is_compliant, [failure.message for failure in report.failures]
    assert report.rules.passed == report.rules.total > 100


@pytest.mark.parametrize("paper", Paper)
def test_everything_is_printed_in_order_on_every_paper(paper: Paper) -> None:
    pdf = letter_bytes(LETTER, LetterLayout(paper))
    text, place = squeezed(read(pdf)), 0
    for line in (*LETTER.recipient.splitlines(), "22 November 2026", LETTER.subject, *filter(None, TEXT.splitlines())):
        found = text.find(squeezed(line), place)
        assert found >= 0, line
        place = found + len(squeezed(line))
    assert_accessible(pdf)


def test_a_short_letter_is_one_page_without_a_number() -> None:
    pages = page_texts(letter_bytes(LETTER, LetterLayout()))
    assert len(pages) == 1
    assert "page" not in pages[0]


def test_a_long_letter_goes_on_and_its_pages_are_numbered() -> None:
    long = Letter("\n\n".join(f"begin{n} {'word ' * 120}end{n}" for n in range(12)))
    pdf = letter_bytes(long, LetterLayout())
    text, pages = read(pdf), page_texts(pdf)
    assert all(f"begin{n}" in text and f"end{n}" in text for n in range(12))
    assert len(pages) > 1
    assert all(f"page {n} of {len(pages)}" in page for n, page in enumerate(pages, 1))
    assert_accessible(pdf)


def test_every_script_is_printed_and_accessible() -> None:
    letter = Letter("\n\n".join((*PARAGRAPHS.values(), *NAMES, *MIXED)), "שלום 😀", "\n".join(NAMES[:5]))
    pdf = letter_bytes(letter, LetterLayout())
    assert_accessible(pdf)
    assert words(pdf) >= set(NAMES[0].split())


def test_what_is_typed_is_letters_never_markup() -> None:
    hostile = "<b>bold</b> & <font color=red>red</font> ]]> %PDF (( \\"
    assert squeezed(hostile) in squeezed(read(letter_bytes(Letter(hostile, hostile, hostile), LetterLayout())))


def test_ten_thousand_letters_without_a_space_stay_on_the_paper() -> None:
    pdf = letter_bytes(Letter("x" * 10_000), LetterLayout())
    assert read(pdf).count("x") == 10_000


def test_an_empty_letter_is_still_a_whole_file() -> None:
    with pikepdf.open(io.BytesIO(letter_bytes(Letter(""), LetterLayout()))) as opened:
        assert len(opened.pages) == 1


def test_the_subject_is_the_title_and_the_heading() -> None:
    with pikepdf.open(io.BytesIO(letter_bytes(LETTER, LetterLayout(language=ENGLISH)))) as opened:
        assert str(opened.docinfo.Title) == LETTER.subject
        assert str(opened.Root.Lang) == "en"
