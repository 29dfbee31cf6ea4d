"""The file itself: any text is only text in it, and the same brief gives the same bytes."""

import io

import pikepdf

from desktop.core.meeting import OwnAnswer
from desktop.core.settings import Paper
from desktop.documents.brief import PaperLayout, brief_bytes
from tests.documents.briefs import QUESTIONS, a_brief, questions
from tests.documents.reading import read, squeezed


def test_markup_and_syntax_in_any_field_print_as_they_were_typed() -> None:
    hostile = "<b>Ada</b> <ada@example.org> &amp; (x\\) {name} %s /MCID ]] endstream"
    brief = a_brief(
        hostile,
        questions((hostile, *QUESTIONS[1:]), {0: hostile}),
        purpose=hostile,
        opening=hostile,
        asked_back=(OwnAnswer(hostile, hostile),),
        bring=(hostile,),
        thanks=hostile,
    )
    pdf = brief_bytes(brief, PaperLayout())
    assert squeezed(read(pdf)).count(squeezed(hostile)) == 11
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert str(opened.docinfo.Title) == f"Brief: {hostile}"


def test_controls_and_lone_surrogates_do_no_harm() -> None:
    pdf = brief_bytes(a_brief("A\x00n\ud800a\u202e \ufffeLee\x07"), PaperLayout())
    assert "Ana" in read(pdf)
    assert "Lee" in read(pdf)


def test_the_same_brief_gives_the_same_bytes_whatever_was_written_in_between() -> None:
    first = brief_bytes(a_brief(), PaperLayout())
    brief_bytes(a_brief("محمد علي"), PaperLayout(Paper.A5, large=True))
    assert brief_bytes(a_brief(), PaperLayout()) == first


def test_bookmarks_lead_to_the_two_sides() -> None:
    with pikepdf.open(io.BytesIO(brief_bytes(a_brief(), PaperLayout()))) as opened, opened.open_outline() as outline:
        assert [item.title for item in outline.root] == ["At the door", "On the table"]
        assert outline.root[1].destination[0] == opened.pages[1].obj
