"""The structure a screen reader follows, judged by a PDF/UA-1 checker and looked at piece by piece."""

import io

import page as checker
import pikepdf
import pytest

from desktop.core.meeting import OwnAnswer
from desktop.core.settings import Paper
from desktop.documents.brief import PaperLayout, brief_bytes, packet_bytes
from tests.documents.briefs import MIXED, NAMES, PARAGRAPHS, a_brief, questions


def assert_accessible(pdf: bytes) -> None:
    report = checker.validate_pdf_bytes(pdf, profile=checker.ValidationProfile.PDF_UA_1)
    assert report.is_compliant, [failure.message for failure in report.failures]
    assert report.rules.passed == report.rules.total > 100


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("large", [False, True])
def test_every_paper_and_print_size_is_accessible(paper: Paper, large: bool) -> None:
    assert_accessible(brief_bytes(a_brief(), PaperLayout(paper, large)))


@pytest.mark.parametrize("start", range(0, len(NAMES), 8))
def test_names_in_every_script_are_accessible(start: int) -> None:
    assert_accessible(brief_bytes(a_brief(NAMES[start], questions(NAMES[start : start + 8])), PaperLayout()))


def test_paragraphs_in_every_script_and_letters_without_a_font_are_accessible() -> None:
    answers = tuple(OwnAnswer(script, text) for script, text in PARAGRAPHS.items())
    pdf = brief_bytes(a_brief("😀 \U00012000", questions(MIXED), asked_back=answers), PaperLayout())
    assert_accessible(pdf)


def test_a_packet_is_accessible() -> None:
    assert_accessible(packet_bytes([a_brief(), a_brief(NAMES[4])], PaperLayout()))


def elements(node: pikepdf.Object) -> list[pikepdf.Object]:
    found = [node]
    for child in node.K if isinstance(node.K, pikepdf.Array) else [node.K]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            found += elements(child)
    return found


def kinds(pdf: bytes) -> list[str]:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return [str(element.S)[1:] for element in elements(opened.Root.StructTreeRoot.K)]


def test_headings_lists_and_the_table_of_the_place_are_marked_as_such() -> None:
    found = kinds(brief_bytes(a_brief(), PaperLayout()))
    assert found.count("H1") == 2  # at the door, and the name on the table
    assert found.count("L") == 4  # facts, what they may ask, rescues; the questions
    assert found.count("LI") == found.count("Lbl") == found.count("LBody") == 5 + 4 + 4 + 8
    assert found.count("TR") == found.count("TH") == found.count("TD") == 5
    assert found.index("H1") < found.index("H2")


def test_a_paragraph_that_breaks_over_pages_stays_one_paragraph() -> None:
    pdf = brief_bytes(a_brief(opening="word " * 1500), PaperLayout())
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        broken = [
            element
            for element in elements(opened.Root.StructTreeRoot.K)
            if isinstance(element.K, pikepdf.Array)
            and any(isinstance(kid, pikepdf.Dictionary) and "/MCID" in kid for kid in element.K)
        ]
        assert [str(element.S) for element in broken] == ["/P"]
        assert len(opened.pages) > 3
    assert_accessible(pdf)
