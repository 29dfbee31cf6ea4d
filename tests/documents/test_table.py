"""The side of a brief that lies on the table: what fits, what flows on, and nothing private."""

import pytest

from desktop.core.meeting import OwnAnswer
from desktop.core.settings import Paper
from desktop.documents.brief import PaperLayout, brief_bytes
from tests.documents.briefs import FACTS, QUESTIONS, a_brief, questions
from tests.documents.reading import page_texts, pages_of, read, squeezed


@pytest.mark.parametrize("paper", [Paper.A4, Paper.LETTER])
def test_a_twenty_minute_plan_takes_two_single_pages(paper: Paper) -> None:
    assert pages_of(brief_bytes(a_brief(), PaperLayout(paper))) == 2


LONGER = (
    tuple(f"{text[:-1]}, and what would you tell me about it as a beginner?" for text in QUESTIONS[:5]) + QUESTIONS[5:]
)


@pytest.mark.parametrize("paper", [Paper.A4, Paper.LETTER])
def test_questions_of_two_lines_still_take_two_single_pages(paper: Paper) -> None:
    assert all(len(text) > 110 for text in LONGER[:5])
    assert pages_of(brief_bytes(a_brief(asked=questions(LONGER, {})), PaperLayout(paper))) == 2


@pytest.mark.parametrize("paper", [Paper.A4, Paper.LETTER])
def test_a_follow_up_to_each_question_still_takes_two_single_pages(paper: Paper) -> None:
    follow_ups = dict.fromkeys(range(5), "And what came of it?")
    text = brief_bytes(a_brief(asked=questions(QUESTIONS, follow_ups)), PaperLayout(paper))
    assert pages_of(text) == 2
    assert page_texts(text)[1].count("And what came of it?") == 5


def test_long_answers_flow_on_to_more_pages_and_none_is_cut_off() -> None:
    answers = tuple(OwnAnswer(f"Question {n}?", f"begin{n} {'word ' * 150}end{n}") for n in range(12))
    pdf = brief_bytes(a_brief(asked_back=answers), PaperLayout())
    text = read(pdf)
    assert pages_of(pdf) > 3
    assert all(f"begin{n}" in text and f"end{n}" in text for n in range(12))
    assert all(f"page {n} of {pages_of(pdf)}" in page for n, page in enumerate(page_texts(pdf), 1))


def test_the_table_shows_nothing_private() -> None:
    brief = a_brief()
    _, table = page_texts(brief_bytes(brief, PaperLayout()))
    private = [brief.phone_for_day, brief.place, brief.opening, brief.warm_line, brief.title, *brief.bring]
    private += [part for own in brief.asked_back for part in (own.asked, own.answer)]
    private += [part for rescue in brief.rescues for part in (rescue.when, rescue.then)]
    private += [part for fact in FACTS for part in fact]
    for text in private:
        assert squeezed(text) not in squeezed(table)
    assert not {"must", "http", "www"} & set(table.lower().replace(".", " ").split())


def test_the_table_tells_half_time_and_close_in_the_agreed_zone() -> None:
    _, table = page_texts(brief_bytes(a_brief(), PaperLayout()))
    assert "half 10:10 · close 10:17" in table
