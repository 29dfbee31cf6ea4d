"""Thank-you cards: the whole text on one folded sheet, in every script, accessible; too long a text says so."""

import io

import pikepdf
import pytest

from desktop.core.errors import UserError
from desktop.core.settings import Paper
from desktop.documents.card import FoldedCard, card_bytes
from tests.documents.briefs import NAMES, PARAGRAPHS
from tests.documents.reading import read, squeezed, words
from tests.documents.test_letter import assert_accessible

TEXT = """Dear Amara Okafor,

Thank you for your time. One thing has stayed with me: half of the week is paper.

This is what I take into use: a log of every reading.

Leonie Fischer"""


@pytest.mark.parametrize("paper", Paper)
def test_front_and_text_stand_on_one_sheet_of_every_paper(paper: Paper) -> None:
    pdf = card_bytes(FoldedCard(TEXT, paper=paper))
    text = squeezed(read(pdf))
    for line in ("Thank you", *filter(None, TEXT.splitlines())):
        assert words(pdf) >= set(line.split()), line
    assert text
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert len(opened.pages) == 1
    assert_accessible(pdf)


def test_the_inside_stands_upside_down_so_that_it_reads_upright_when_folded() -> None:
    with pikepdf.open(io.BytesIO(card_bytes(FoldedCard(TEXT)))) as opened:
        content = opened.pages[0].Contents.read_bytes()
    assert b"q -1 0 0 -1 595.28 841.89 cm" in content
    assert content.count(b"q -1 0 0 -1") == 1


def test_a_longer_text_takes_both_inner_sides_and_smaller_letters() -> None:
    long = "\n\n".join(f"begin{n} {'word ' * 30}end{n}" for n in range(9))
    pdf = card_bytes(FoldedCard(long))
    assert words(pdf) >= {f"{edge}{n}" for edge in ("begin", "end") for n in range(9)}
    assert_accessible(pdf)


def test_a_text_without_room_says_what_to_do() -> None:
    with pytest.raises(UserError, match="too long for a card"):
        card_bytes(FoldedCard("word " * 3000))


def test_every_script_is_printed_and_accessible() -> None:
    for name, text in zip(NAMES, PARAGRAPHS.values(), strict=False):
        assert_accessible(card_bytes(FoldedCard(f"{name}\n\n{text[:300]}", front="תודה 😀")))


def test_what_was_typed_is_letters_never_markup_and_the_same_card_the_same_bytes() -> None:
    hostile = "<b>bold</b> & <font color=red>red</font> ]]> (( \\"
    card = FoldedCard(hostile)
    assert squeezed("<b>bold</b>") in squeezed(read(card_bytes(card)))
    assert card_bytes(card) == card_bytes(card)


def test_an_empty_text_is_still_a_card() -> None:
    assert "Thank you" in read(card_bytes(FoldedCard("")))
