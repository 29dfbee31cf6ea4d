"""Putting rows on pages: nothing is lost, nothing overlaps, questions keep their lines."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.settings import Paper
from desktop.documents.layout import MM, PaperLayout, sheet
from desktop.documents.page import Block, Placed, SetRow, paginate
from desktop.documents.table import on_the_table
from desktop.documents.tags import Element, Tag
from tests.documents.briefs import a_brief

blocks = st.lists(
    st.builds(
        Block,
        st.lists(st.floats(1, 60).map(SetRow), min_size=1, max_size=30).map(tuple),
        st.floats(0, 20),
        st.booleans(),
    ),
    min_size=1,
    max_size=12,
)


@given(blocks)
def test_every_row_is_placed_once_in_order_and_inside_the_page(given_blocks: list[Block]) -> None:
    pages = paginate(given_blocks, 200)
    assert [placed.row for page in pages for placed in page] == [row for block in given_blocks for row in block.rows]
    for page in pages:
        assert page
        assert page[0].top == 0
        for one, two in pairwise(page):
            assert one.top + one.row.height <= two.top + 0.001
        assert page[-1].top + page[-1].row.height <= 200.02


@given(blocks)
def test_a_block_kept_together_is_only_cut_if_no_page_can_hold_it(given_blocks: list[Block]) -> None:
    pages = paginate(given_blocks, 200)
    where = [number for number, page in enumerate(pages) for _ in page]
    for block in given_blocks:
        own, where = where[: len(block.rows)], where[len(block.rows) :]
        if block.keep and block.height <= 200:
            assert len(set(own)) == 1


def rows_of_questions(page: list[Placed], section: Element) -> list[tuple[int, Placed]]:
    (questions,) = [child for child in section.children if child.tag is Tag.LIST]
    owners = {part: number for number, item in enumerate(questions.children) for part in item.children}
    return [(owners[ink.element], placed) for placed in page for ink in placed.row.inks if ink.element in owners]


@pytest.mark.parametrize("layout", [PaperLayout(paper, large) for paper in Paper for large in (False, True)], ids=str)
def test_a_question_is_followed_by_its_lines_on_the_same_page(layout: PaperLayout) -> None:
    brief, section, page_size = a_brief(), Element(Tag.SECTION), sheet(layout)
    lines: dict[int, list[float]] = {}
    for page in on_the_table(brief, layout, page_size, section):
        question = None
        for placed in page:
            asked = rows_of_questions([placed], section)
            question = asked[0][0] if asked else None if placed.row.inks else question
            for stroke in placed.row.strokes if question is not None else ():
                lines.setdefault(question, []).append(placed.top + stroke.drop)
    for number, question in enumerate(brief.questions):
        assert len(lines[number]) == 3 if not question.spare else len(lines[number]) in (1, 2)
        gaps = [below - above for above, below in pairwise(lines[number])]
        assert gaps == pytest.approx([(12 if layout.large else 8) * MM] * len(gaps))
