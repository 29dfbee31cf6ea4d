"""The history on paper: everything in order, in every script, on every paper, and the file is accessible."""

import pytest

from desktop.core.settings import Paper
from desktop.documents.contact_history import HistoryItem, HistorySheet, history_bytes
from tests.documents.briefs import NAMES, PARAGRAPHS
from tests.documents.reading import page_texts, read, squeezed
from tests.documents.test_letter import assert_accessible

ITEMS = (
    HistoryItem("2 Nov 2026: First request", "By e-mail · A question", "Dear Amara,\n\nMay I ask you something?"),
    HistoryItem("5 Nov 2026: They said yes"),
    HistoryItem("12 Nov 2026: Meeting", "10:00 · by phone", "How a week goes"),
)


@pytest.mark.parametrize("paper", Paper)
def test_everything_is_printed_in_order_on_every_paper(paper: Paper) -> None:
    pdf = history_bytes(HistorySheet("Amara Okafor", "Engineer\nas of today", ITEMS, paper=paper))
    text, place = squeezed(read(pdf)), 0
    for part in ("Amara Okafor", "Engineer", *(each for item in ITEMS for each in (item.heading, item.text) if each)):
        for line in filter(None, part.splitlines()):
            found = text.find(squeezed(line), place)
            assert found >= 0, line
            place = found + len(squeezed(line))
    assert_accessible(pdf)


def test_a_long_history_goes_on_with_numbered_pages_and_no_heading_alone_at_the_foot() -> None:
    items = tuple(HistoryItem(f"heading{n}", "", "\n".join(f"body{n} line{m}" for m in range(7))) for n in range(40))
    pdf = history_bytes(HistorySheet("Amara", "", items))
    pages = page_texts(pdf)
    assert len(pages) > 3
    for number, text in enumerate(pages, 1):
        assert f"page {number} of {len(pages)}" in text
        for n in range(40):
            if f"heading{n}\n" in text:
                assert f"body{n} line1" in text
    assert_accessible(pdf)


def test_every_script_is_printed_and_accessible() -> None:
    items = tuple(HistoryItem(name, name, text) for name, text in zip(NAMES, PARAGRAPHS.values(), strict=False))
    assert_accessible(history_bytes(HistorySheet("שלום 😀", NAMES[0], items)))


def test_an_empty_history_says_so() -> None:
    assert "Nothing yet" in read(history_bytes(HistorySheet("Amara", "", (), empty="Nothing yet")))


def test_what_was_typed_is_letters_never_markup() -> None:
    hostile = "<b>bold</b> & <font color=red>red</font> ]]> (( \\"
    assert squeezed(hostile) in squeezed(read(history_bytes(HistorySheet("A", "", (HistoryItem("B", "", hostile),)))))
