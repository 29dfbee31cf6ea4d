"""The frame of a document: its title, its bookmarks, and which pages have a number."""

import io

import pikepdf
import pytest

from desktop.documents.document import Document, one_line_title
from desktop.documents.layout import PaperLayout, sheet
from desktop.documents.page import Block, Page, SetRow
from desktop.texts.catalogue import in_use
from tests.documents.reading import page_texts


def document(title: str = "A title") -> Document:
    return Document(title, in_use(), sheet(PaperLayout()))


def bookmarks(pdf: bytes) -> list[tuple[str, int]]:
    with pikepdf.open(io.BytesIO(pdf)) as opened, opened.open_outline() as outline:
        places = {page.obj.objgen: place for place, page in enumerate(opened.pages)}
        return [(str(item.title), places[item.destination[0].objgen]) for item in outline.root]


@pytest.mark.parametrize(("written", "title"), [("One\nof two ", "One of two"), ("", "–"), (" \n", "–")])
def test_a_title_is_one_line_and_never_empty(written: str, title: str) -> None:
    assert one_line_title(written) == title
    assert document(written).title == title


def test_a_bookmark_leads_to_a_page_of_the_part_that_is_added_next() -> None:
    made = document()
    made.add_pages([Page((), "", ""), Page((), "", "")])
    made.bookmark("second part")
    made.bookmark("its second page", 1)
    made.add_pages([Page((), "", ""), Page((), "", "")])
    assert made.page_count == 4
    assert bookmarks(made.finished()) == [("second part", 2), ("its second page", 3)]


@pytest.mark.parametrize(("number_alone", "numbered"), [(True, True), (False, False)])
def test_a_single_page_has_a_number_unless_it_is_to_have_none(number_alone: bool, numbered: bool) -> None:
    made = document()
    made.add_flow([Block((SetRow(10),))], "the foot", number_alone)
    (page,) = page_texts(made.finished())
    assert "the foot" in page
    assert ("page 1 of 1" in page) is numbered


def test_blocks_take_as_many_pages_as_they_need_all_numbered_under_one_bookmark() -> None:
    made = document()
    most_of_a_page = Block((SetRow(made.sheet.depth * 0.6),))
    made.add_flow([most_of_a_page, most_of_a_page], number_alone=False)
    pdf = made.finished()
    assert [f"page {number} of 2" in page for number, page in enumerate(page_texts(pdf), 1)] == [True, True]
    assert bookmarks(pdf) == [("A title", 0)]
