"""The two sides of a brief: what stands on them, how many pages they take, and that the file is whole."""

import io
import stat
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from desktop.core.errors import WriteError
from desktop.core.meeting import OwnAnswer
from desktop.core.meeting_line import Way
from desktop.core.preparing.brief import Brief
from desktop.core.settings import Paper
from desktop.documents.brief import Layout, brief_bytes, write_brief, write_packet
from desktop.documents.layout import BriefWords
from tests.documents.briefs import FACTS, QUESTIONS, a_brief, questions
from tests.documents.reading import page_texts, read, squeezed

EVERY_PAPER = [Layout(paper, large) for paper in Paper for large in (False, True)]


def pages_of(pdf: bytes) -> int:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return len(opened.pages)


def everything(brief: Brief) -> list[str]:
    """All that was entered, in the order in which it is printed."""
    door = [
        brief.place,
        brief.route,
        brief.phone_for_day,
        brief.name,
        brief.pronounced,
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
def test_everything_entered_is_printed_in_order(layout: Layout) -> None:
    brief = a_brief()
    text = read(brief_bytes(brief, layout), "-raw")
    for foot in (f"At the door · {brief.name}", f"On the table · {brief.name}"):
        text = text.replace(foot, "")
    text, place = squeezed(text), 0
    for entered in everything(brief):
        found = text.find(squeezed(entered), place)
        broken_over_a_page = found < 0 and layout != Layout()
        assert found >= 0 or broken_over_a_page, entered
        place = max(found, place)


@pytest.mark.parametrize("layout", EVERY_PAPER, ids=str)
def test_no_word_is_lost_on_any_paper(layout: Layout) -> None:
    brief = a_brief()
    printed = squeezed(read(brief_bytes(brief, layout)))
    for entered in everything(brief):
        for word in entered.split():
            assert squeezed(word) in printed or "/" in word or "-" in word


@pytest.mark.parametrize("paper", [Paper.A4, Paper.LETTER])
def test_a_twenty_minute_plan_takes_two_single_pages(paper: Paper) -> None:
    assert pages_of(brief_bytes(a_brief(), Layout(paper))) == 2


LONGER = (
    tuple(f"{text[:-1]}, and what would you tell me about it as a beginner?" for text in QUESTIONS[:5]) + QUESTIONS[5:]
)


@pytest.mark.parametrize("paper", [Paper.A4, Paper.LETTER])
def test_questions_of_two_lines_still_take_two_single_pages(paper: Paper) -> None:
    assert all(len(text) > 110 for text in LONGER[:5])
    assert pages_of(brief_bytes(a_brief(asked=questions(LONGER, {})), Layout(paper))) == 2


@pytest.mark.parametrize("paper", [Paper.A4, Paper.LETTER])
def test_a_follow_up_to_each_question_still_takes_two_single_pages(paper: Paper) -> None:
    follow_ups = dict.fromkeys(range(5), "And what came of it?")
    text = brief_bytes(a_brief(asked=questions(QUESTIONS, follow_ups)), Layout(paper))
    assert pages_of(text) == 2
    assert page_texts(text)[1].count("And what came of it?") == 5


def test_long_answers_flow_on_to_more_pages_and_none_is_cut_off() -> None:
    answers = tuple(OwnAnswer(f"Question {n}?", f"begin{n} {'word ' * 150}end{n}") for n in range(12))
    pdf = brief_bytes(a_brief(asked_back=answers), Layout())
    text = read(pdf)
    assert pages_of(pdf) > 3
    assert all(f"begin{n}" in text and f"end{n}" in text for n in range(12))
    assert all(f"page {n} of {pages_of(pdf)}" in page for n, page in enumerate(page_texts(pdf), 1))


def test_the_table_shows_nothing_private() -> None:
    brief = a_brief()
    _, table = page_texts(brief_bytes(brief, Layout()))
    private = [brief.phone_for_day, brief.place, brief.opening, brief.warm_line, brief.title, *brief.bring]
    private += [part for own in brief.asked_back for part in (own.asked, own.answer)]
    private += [part for rescue in brief.rescues for part in (rescue.when, rescue.then)]
    private += [part for fact in FACTS for part in fact]
    for text in private:
        assert squeezed(text) not in squeezed(table)
    assert not {"must", "http", "www"} & set(table.lower().replace(".", " ").split())


def test_the_table_tells_half_time_and_close_in_the_agreed_zone() -> None:
    _, table = page_texts(brief_bytes(a_brief(), Layout()))
    assert "half 10:10 · close 10:17" in table


def test_the_door_tells_the_contact_s_own_time_where_it_differs() -> None:
    door, _ = page_texts(brief_bytes(a_brief(), Layout()))
    assert "Thursday 26 November 2026, 10:00–10:20" in door
    assert "04:00" in door


@pytest.mark.parametrize(("way", "label"), [(Way.PHONE, "Call"), (Way.VIDEO, "Video")])
def test_a_meeting_at_a_distance_prints_the_dial_in_and_not_a_place(way: Way, label: str) -> None:
    door, _ = page_texts(brief_bytes(a_brief(way=way, dial_in="+49 30 777", place="Nowhere Street"), Layout()))
    assert label in door
    assert "+49 30 777" in door
    assert "Nowhere Street" not in door
    assert "Be there" not in door


def test_a_brief_without_a_time_and_without_preparation_still_prints() -> None:
    brief = a_brief(
        starts_at=None, purpose="", opening="", ask_for_notes="", asked_back=(), rescues=(), bring=(), place="",
        route="", phone_for_day="", who_else="", use_name="", thanks="",
    )  # fmt: skip
    brief = replace(brief, facts=(), warm_line="", pronounced="", title="", organisation="")
    door, table = page_texts(brief_bytes(brief, Layout()))
    assert "The time is not agreed yet" in door
    assert "Who else? May I use your name?" in table
    assert "If they ask" not in door


def test_words_of_another_language_are_printed() -> None:
    words = BriefWords(
        language="de", at_the_door="Vor der Tür", page="Seite {page} von {pages}", document="Spickzettel: {name}"
    )
    pdf = brief_bytes(a_brief(), Layout(words=words))
    assert "Vor der Tür" in read(pdf)
    assert "Seite 2 von 2" in read(pdf)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert str(opened.Root.Lang) == "de"
        assert str(opened.docinfo.Title) == "Spickzettel: Amara Okafor"


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
    pdf = brief_bytes(brief, Layout())
    assert squeezed(read(pdf)).count(squeezed(hostile)) == 11
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert str(opened.docinfo.Title) == f"Brief: {hostile}"


def test_controls_and_lone_surrogates_do_no_harm() -> None:
    pdf = brief_bytes(a_brief("A\x00n\ud800a\u202e \ufffeLee\x07"), Layout())
    assert "Ana" in read(pdf)
    assert "Lee" in read(pdf)


def test_a_word_wider_than_the_page_is_broken() -> None:
    pdf = brief_bytes(a_brief(opening="x" * 500), Layout())
    assert read(pdf).count("x") - read(brief_bytes(a_brief(opening="y"), Layout())).count("x") == 500
    assert max(len(line) for line in read(pdf).splitlines()) < 140


def test_the_same_brief_gives_the_same_bytes_whatever_was_written_in_between() -> None:
    first = brief_bytes(a_brief(), Layout())
    brief_bytes(a_brief("محمد علي"), Layout(Paper.A5, large=True))
    assert brief_bytes(a_brief(), Layout()) == first


def test_a_written_brief_is_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    assert write_brief(a_brief(), Layout(), path) == 2
    assert path.read_bytes() == brief_bytes(a_brief(), Layout())
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_gone_is_said_in_plain_words(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="is not there"):
        write_brief(a_brief(), Layout(), tmp_path / "gone" / "brief.pdf")


def test_a_packet_holds_the_briefs_one_after_the_other(tmp_path: Path) -> None:
    path = tmp_path / "week.pdf"
    assert write_packet([a_brief(), a_brief("שרה לוי"), a_brief("Zoë Łukasz")], Layout(), path) == 6
    texts = page_texts(path.read_bytes())
    assert "page 1 of 2" in texts[2]
    assert "שרה לוי" in texts[2]
    with pikepdf.open(path) as opened, opened.open_outline() as outline:
        assert [item.title for item in outline.root][-2:] == ["Zoë Łukasz – At the door", "Zoë Łukasz – On the table"]


def test_nothing_dear_is_imported_before_a_brief_is_written() -> None:
    program = "import sys, desktop.documents.brief; print({'reportlab', 'uharfbuzz', 'bidi'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
