"""The shipped question bank: what it must hold, how its questions are worded, and that a broken file is noticed."""

import re
from pathlib import Path

import pytest

from desktop.core.direction import DirectionKind
from desktop.core.meeting import PlannedQuestion
from desktop.core.organisation import ResearchNote
from desktop.core.preparing.plan import can_be_looked_up
from desktop.core.question import Question, QuestionBank, preselected, spares
from desktop.core.text import fold
from desktop.formats.question_bank import read_question_bank
from desktop.places import resources

CORE = [
    "typical_day", "environment", "training", "prospects", "culture", "earnings", "paths", "recommendations",
    "practices", "competition",
]  # fmt: skip
FURTHER = [
    "way_in", "likes", "surprises", "trends", "challenges", "skills", "hours", "judged", "entry_level", "reading",
    "differently", "failed_to_ask",
]  # fmt: skip
OPEN_WORDS = "what|how|which|where|who|whose"
# A question may begin with a clause, as long as the question after the comma is an open one.
OPEN = re.compile(rf"(?:(?:if|when|looking|from|of|on) [^,]+, )?(?:{OPEN_WORDS})\b.*\?", re.IGNORECASE)
ASKS_FOR_A_JOB = re.compile(
    r"\b(hir(e|es|ed|ing)|vacanc\w+|job opening\w*|openings?|apply|application\w*|résumé|resume|cv|recruit\w*|"
    r"employ me|consider me|interview\w*|a job|position|(join|work for|work with) you|refer me|my chances)\b",
    re.IGNORECASE,
)
GOOD_FILE = (
    'topic = "sea"\nname = "Sea"\ncore = false\norder = 1\n[[question]]\nkey = "sea.ship"\ntext = "What ship?"\n'
)


@pytest.fixture(scope="module")
def bank() -> QuestionBank:
    return read_question_bank(resources() / "questions")


def spoken(bank: QuestionBank) -> list[str]:
    """Every sentence of the bank that is said aloud."""
    return [text for question in bank.questions for text in (question.text, question.follow_up) if text]


def test_the_topics_are_those_of_the_domain_in_their_order(bank: QuestionBank) -> None:
    assert [topic.key for topic in bank.topics if topic.core] == CORE
    assert [topic.key for topic in bank.topics] == CORE + FURTHER
    assert len({fold(topic.name) for topic in bank.topics}) == len(bank.topics)
    assert not any(topic.own for topic in bank.topics)


def of_topic(bank: QuestionBank, topic: str) -> list[Question]:
    return [question for question in bank.questions if question.topic == topic]


@pytest.mark.parametrize("topic", CORE)
def test_each_of_the_ten_topics_has_at_least_eight_questions(bank: QuestionBank, topic: str) -> None:
    assert len(of_topic(bank, topic)) >= 8


@pytest.mark.parametrize("topic", FURTHER)
def test_each_further_topic_has_at_least_four_questions(bank: QuestionBank, topic: str) -> None:
    assert len(of_topic(bank, topic)) >= 4


def test_keys_are_unique_and_of_one_form(bank: QuestionBank) -> None:
    keys = [question.key for question in bank.questions]
    assert len(set(keys)) == len(keys)
    assert [key for key in keys if not re.fullmatch(r"[a-z_]+\.[a-z]+(_[a-z]+)*", key)] == []
    assert all(question.key.startswith(f"{question.topic}.") for question in bank.questions)


def test_every_question_and_follow_up_is_open(bank: QuestionBank) -> None:
    assert [text for text in spoken(bank) if not OPEN.fullmatch(text)] == []


@pytest.mark.parametrize(
    "closed", ["Do you like it?", "When you began, did you like it?", "Tell me more.", "If so, is it?"]
)
def test_the_check_for_open_questions_rejects_closed_ones(closed: str) -> None:
    assert not OPEN.fullmatch(closed)


def test_no_question_asks_for_a_job(bank: QuestionBank) -> None:
    assert [text for text in spoken(bank) if ASKS_FOR_A_JOB.search(text)] == []


def test_every_question_is_short_enough_to_be_said_in_one_breath(bank: QuestionBank) -> None:
    assert [text for text in spoken(bank) if len(text) > 100 or text.count("?") > 1 or len(text.split()) > 19] == []


def test_no_sentence_occurs_twice(bank: QuestionBank) -> None:
    texts = [fold(re.sub(r"\W+", " ", question.text)) for question in bank.questions]
    assert [text for text in texts if texts.count(text) > 1] == []
    assert [question.key for question in bank.questions if question.follow_up == question.text] == []


def test_suggested_minutes_lie_between_two_and_four(bank: QuestionBank) -> None:
    assert {question.minutes for question in bank.questions} == {2, 3, 4}


@pytest.mark.parametrize("kind", ["", *DirectionKind])
def test_the_preselected_questions_fill_fifteen_minutes_and_cover_four_of_the_ten_topics(
    bank: QuestionBank, kind: str
) -> None:
    musts = [bank.question(key) for key in preselected(kind)]
    assert None not in musts
    assert sum(question.minutes for question in musts if question) == 15
    assert len({question.topic for question in musts if question} & set(CORE)) >= 4
    assert None not in [bank.question(key) for key in spares(kind)]


@pytest.mark.parametrize(
    ("key", "note"),
    [
        ("environment.size", "The firm has 240 employees in Łódź."),
        ("environment.home", "Hybrid: three days at the office."),
        ("training.required", "A licence from the state board is needed."),
        ("earnings.starting_range", "Starting pay is 31,000 a year."),
        ("competition.best_known", "Their flagship is a hearing aid."),
        ("competition.competitors", "Rivals: Alder and Birch."),
        ("culture.beginnings", "Founded in 1974 by two sisters."),
        ("prospects.main_employers", "The three largest employers are hospitals."),
    ],
)
def test_a_research_note_that_answers_a_question_is_noticed(bank: QuestionBank, key: str, note: str) -> None:
    planned = [PlannedQuestion(id=number, question_key=question.key) for number, question in enumerate(bank.questions)]
    found = can_be_looked_up(planned, bank.questions, [ResearchNote(text=note)])
    assert [look_up.question.question_key for look_up in found] == [key]


def test_look_up_words_are_folded_so_that_they_can_match(bank: QuestionBank) -> None:
    words = [word for question in bank.questions for word in question.look_up]
    assert len(words) > 10
    assert words == [fold(word) for word in words]


def test_topics_come_in_the_order_their_files_say(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(GOOD_FILE.replace("order = 1", "order = 2"), encoding="utf-8")
    (tmp_path / "b.toml").write_text(GOOD_FILE.replace("sea", "air"), encoding="utf-8")
    assert [topic.key for topic in read_question_bank(tmp_path).topics] == ["air", "sea"]


@pytest.mark.parametrize(
    ("broken", "why"),
    [
        (GOOD_FILE.replace("order = 1\n", ""), "order"),
        (GOOD_FILE.replace("sea.ship", "air.ship"), "wrong key"),
        (GOOD_FILE.replace("text =", "txt ="), "no text"),
        (GOOD_FILE + 'folow_up = "Which one?"\n', "unknown field"),
        (GOOD_FILE + '[[question]]\nkey = "sea.ship"\ntext = "Which ship?"\n', "same key"),
        (GOOD_FILE + "minutes =\n", "Invalid value"),
    ],
)
def test_a_broken_file_is_a_bug_and_not_passed_over(tmp_path: Path, broken: str, why: str) -> None:
    (tmp_path / "sea.toml").write_text(broken, encoding="utf-8")
    with pytest.raises(ValueError, match=why):
        read_question_bank(tmp_path)


def test_an_empty_folder_is_a_bug(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no question files"):
        read_question_bank(tmp_path)
