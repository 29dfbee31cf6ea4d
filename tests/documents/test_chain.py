"""The chain on paper: the same tree as everywhere, in every script, over as many pages as it takes."""

import io
from datetime import date

import pikepdf
import pytest

from desktop.core.contact import Stage
from desktop.core.people.chain import Chain, ChainPerson, chain_line_texts, forest
from desktop.core.settings import Paper
from desktop.documents.chain import ChainLayout, chain_bytes
from desktop.texts.catalogue import ENGLISH
from tests.documents.briefs import MIXED, NAMES
from tests.documents.reading import page_texts, read, squeezed, words
from tests.documents.test_letter import assert_accessible

DAY = date(2026, 11, 23)
STAGES = tuple(Stage)


def people(count: int, branching: int = 3) -> Chain:
    return forest(
        ChainPerson(key, f"Person-{key}", (key - 2) // branching + 1 if key > 1 else None, STAGES[key % 10])
        for key in range(1, count + 1)
    )


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("large", [False, True])
def test_everyone_is_printed_in_the_order_of_the_tree_with_all_that_is_said(paper: Paper, large: bool) -> None:
    chain = people(40)
    pdf = chain_bytes(chain, ChainLayout(paper, large), DAY)
    text, place = squeezed(read(pdf)), 0
    for said in chain_line_texts(chain, ENGLISH):
        line = squeezed(" · ".join(part for part in said if part))
        place = text.find(line[:40], place)
        assert place >= 0, line
    assert_accessible(pdf)


def test_a_chain_longer_than_the_paper_is_wide_says_how_deep_it_is() -> None:
    deep = 1100  # deeper than Python calls itself
    text = read(chain_bytes(people(deep, branching=1), ChainLayout(), DAY))
    assert all(f"Person-{key}" in text for key in range(1, deep + 1))
    assert f"level {deep}" in text


def test_pages_are_numbered_and_say_of_which_day_they_are() -> None:
    pages = page_texts(chain_bytes(people(120), ChainLayout(), DAY))
    assert len(pages) > 1
    assert all(f"page {number} of {len(pages)}" in page for number, page in enumerate(pages, 1))
    assert "120 people, 36 met. As of Monday 23 November 2026." in pages[0]


def test_every_script_and_hostile_names_are_letters() -> None:
    names = (*NAMES, *MIXED, "<b>bold</b> & %PDF (( \\")
    pdf = chain_bytes(forest(ChainPerson(key, name, key - 1) for key, name in enumerate(names, 1)), ChainLayout(), DAY)
    assert_accessible(pdf)
    assert squeezed("<b>bold</b> & %PDF (( \\") in squeezed(read(pdf))
    assert words(pdf) >= set(NAMES[0].split())


def test_an_empty_chain_is_still_a_whole_file() -> None:
    with pikepdf.open(io.BytesIO(chain_bytes(Chain(), ChainLayout(), DAY))) as opened:
        assert len(opened.pages) == 1


def test_the_name_of_whose_chain_it_is_stands_in_the_title() -> None:
    with pikepdf.open(io.BytesIO(chain_bytes(people(3), ChainLayout(), DAY, "Ada"))) as opened:
        assert str(opened.docinfo.Title) == "Who led to whom: Ada"
