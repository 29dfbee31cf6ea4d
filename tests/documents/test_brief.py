"""The two sides of a brief: what stands on them, how many pages they take, and that the file is whole."""

import io
import stat
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from desktop.core.errors import WriteError
from desktop.core.preparing.brief import Brief
from desktop.core.settings import Paper
from desktop.documents.brief import PaperLayout, brief_bytes, packet_bytes, write_brief
from desktop.texts.catalogue import Language
from tests.documents.briefs import a_brief
from tests.documents.reading import page_texts, pages_of, read, squeezed
from tests.texts.translations import Given

EVERY_PAPER = [PaperLayout(paper, large) for paper in Paper for large in (False, True)]


def everything(brief: Brief) -> list[str]:
    """All that was entered, in the order in which it is printed."""
    door = [
        brief.place,
        brief.route,
        brief.phone_for_day,
        brief.name,
        brief.pronounced,
        brief.pronouns,
        brief.title,
        brief.organisation,
    ]
    door += [brief.purpose, brief.opening, brief.ask_for_notes, brief.warm_line]
    door += [part for fact in brief.facts for part in (fact.text, fact.source)]
    door += [part for own in brief.asked_back for part in (own.asked, own.answer)]
    door += [part for rescue in brief.rescues for part in (rescue.when, rescue.then)]
    table = [brief.name, brief.purpose]
    table += [part for question in brief.questions for part in (question.text, question.follow_up)]
    return [*door, *brief.bring, *table, brief.who_else, brief.use_name, brief.thanks]


@pytest.mark.parametrize("layout", EVERY_PAPER, ids=str)
def test_everything_entered_is_printed_in_order(layout: PaperLayout) -> None:
    brief = a_brief()
    text = read(brief_bytes(brief, layout), "-raw")
    for foot in (f"At the door · {brief.name}", f"On the table · {brief.name}"):
        text = text.replace(foot, "")
    text, place = squeezed(text), 0
    for entered in everything(brief):
        found = text.find(squeezed(entered), place)
        broken_over_a_page = found < 0 and layout != PaperLayout()
        assert found >= 0 or broken_over_a_page, entered
        place = max(found, place)


@pytest.mark.parametrize("layout", EVERY_PAPER, ids=str)
def test_no_word_is_lost_on_any_paper(layout: PaperLayout) -> None:
    brief = a_brief()
    printed = squeezed(read(brief_bytes(brief, layout)))
    for entered in everything(brief):
        for word in entered.split():
            assert squeezed(word) in printed or "/" in word or "-" in word


def test_words_of_another_language_are_printed() -> None:
    texts = {
        "At the door": "Vor der Tür",
        "page {page} of {pages}": "Seite {page} von {pages}",
        "Brief: {name}": "Spickzettel: {name}",
    }
    pdf = brief_bytes(a_brief(), PaperLayout(language=Language("de", Given(texts))))
    assert "Vor der Tür" in read(pdf)
    assert "Seite 2 von 2" in read(pdf)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert str(opened.Root.Lang) == "de"
        assert str(opened.docinfo.Title) == "Spickzettel: Amara Okafor"


def test_a_word_wider_than_the_page_is_broken() -> None:
    pdf = brief_bytes(a_brief(opening="x" * 500), PaperLayout())
    assert read(pdf).count("x") - read(brief_bytes(a_brief(opening="y"), PaperLayout())).count("x") == 500
    assert max(len(line) for line in read(pdf).splitlines()) < 140


def test_a_written_brief_is_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    assert write_brief(a_brief(), PaperLayout(), path) == 2
    assert path.read_bytes() == brief_bytes(a_brief(), PaperLayout())
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_gone_is_said_in_plain_words(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="is not there"):
        write_brief(a_brief(), PaperLayout(), tmp_path / "gone" / "brief.pdf")


def test_a_packet_holds_the_briefs_one_after_the_other() -> None:
    pdf = packet_bytes([a_brief(), a_brief("שרה לוי"), a_brief("Zoë Łukasz")], PaperLayout())
    assert pages_of(pdf) == 6
    texts = page_texts(pdf)
    assert "page 1 of 2" in texts[2]
    assert "שרה לוי" in texts[2]
    with pikepdf.open(io.BytesIO(pdf)) as opened, opened.open_outline() as outline:
        assert [item.title for item in outline.root][-2:] == ["Zoë Łukasz – At the door", "Zoë Łukasz – On the table"]


def test_nothing_expensive_is_imported_before_a_brief_is_written() -> None:
    program = "import sys, desktop.documents.brief; print({'reportlab', 'uharfbuzz', 'bidi'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
