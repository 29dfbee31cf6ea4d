"""The plan of a meeting: budget, load, coverage, what can be looked up, what earlier meetings left open, order."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.meeting import LeftOpen, PlannedQuestion, Priority
from desktop.core.organisation import ResearchNote
from desktop.core.preparing.plan import (
    Budget,
    budget,
    can_be_looked_up,
    coverage,
    in_asking_order,
    load,
    moved_by_one,
    still_to_ask,
    with_question_moved,
)
from desktop.core.question import Question, Topic

DAY = Topic("day", "Typical day", core=True)
PAY = Topic("pay", "Earnings", core=True)
TRENDS = Topic("trends", "Trends", core=False)


def planned(key: str = "", text: str = "?", **fields: Any) -> PlannedQuestion:
    return PlannedQuestion(question_key=key, text=text, **fields)


def test_of_twenty_minutes_two_open_three_close_and_fifteen_are_for_questions() -> None:
    assert budget(20) == Budget(opening=2, questions=15, closing=3)


@given(st.integers(5, 240))
def test_the_parts_of_any_budget_add_up_and_none_is_empty(minutes: int) -> None:
    shared = budget(minutes)
    assert shared.total == minutes
    assert min(shared.opening, shared.questions, shared.closing) >= 1


def test_less_than_five_minutes_is_no_meeting() -> None:
    with pytest.raises(ValueError, match="five minutes"):
        budget(4)


def test_spares_do_not_count_as_planned() -> None:
    plan = [
        planned(priority=Priority.MUST, minutes=3),
        planned(priority=Priority.SHOULD, minutes=4),
        planned(priority=Priority.IF_TIME, minutes=5),
    ]
    found = load(plan, 20)
    assert (found.planned, found.spare, found.to_use, found.over) == (7, 5, 15, 0)


def test_what_goes_beyond_the_minutes_is_counted() -> None:
    assert load([planned(minutes=9), planned(minutes=9)], 20).over == 3


def test_coverage_counts_core_topics_in_their_order_and_no_others() -> None:
    plan = [planned(topic="pay"), planned(topic="pay"), planned(topic="trends")]
    assert [(item.topic.key, item.count) for item in coverage(plan, [DAY, PAY, TRENDS])] == [("day", 0), ("pay", 2)]


BANK = [
    Question("q.size", "day", "How large is it?", look_up=("employees", "work there")),
    Question("q.mood", "day", "?"),
]


@pytest.mark.parametrize(
    ("note", "answers"),
    [
        ("It has 400 employees.", True),
        ("400 people WORK\nthere, it says.", True),
        ("The employeeship is a rare word.", False),
        ("Founded in 1900.", False),
    ],
)
def test_a_note_answers_a_question_by_its_whole_words(note: str, answers: bool) -> None:
    found = can_be_looked_up([planned("q.size")], BANK, [ResearchNote(7, text=note)])
    assert [item.note.id for item in found] == ([7] if answers else [])


def test_a_question_without_look_up_words_or_of_the_users_own_is_never_looked_up() -> None:
    notes = [ResearchNote(7, text="It has 400 employees.")]
    assert can_be_looked_up([planned("q.mood"), planned("")], BANK, notes) == ()


def test_the_first_note_that_answers_is_enough() -> None:
    notes = [ResearchNote(1, text="400 employees"), ResearchNote(2, text="Of the employees, half")]
    assert [item.note.id for item in can_be_looked_up([planned("q.size")], BANK, notes)] == [1]


def test_questions_are_asked_by_priority_and_then_in_the_users_order() -> None:
    plan = [
        planned("spare", priority=Priority.IF_TIME, position=0),
        planned("second", priority=Priority.MUST, position=2),
        planned("should", priority=Priority.SHOULD, position=3),
        planned("first", priority=Priority.MUST, position=1),
    ]
    assert [question.question_key for question in in_asking_order(plan)] == ["first", "second", "should", "spare"]


def left(key: str, text: str) -> LeftOpen:
    return LeftOpen(text, "day", key, "Ben Ito", date(2026, 11, 2))


def test_what_was_left_open_is_offered_once_and_not_when_it_is_planned() -> None:
    earlier = [left("day.a", "A?"), left("day.b", "B?"), left("day.b", "B, reworded?"), left("", "Own  one?")]
    plan = [planned("day.a", "A, reworded?"), planned("", "own one?")]
    assert [item.text for item in still_to_ask(earlier, plan)] == ["B?"]


M, S, T = Priority.MUST, Priority.SHOULD, Priority.IF_TIME
PLAN = [planned(key, priority=priority) for key, priority in [("a", M), ("b", M), ("c", S), ("d", T)]]


def shown(plan: tuple[PlannedQuestion, ...]) -> str:
    assert [question.position for question in plan] == list(range(len(plan)))
    assert list(plan) == in_asking_order(plan)  # what is shown is what will be asked
    return " ".join(f"{question.question_key}:{question.priority[:2]}" for question in plan)


@pytest.mark.parametrize(
    ("row", "to", "after"),
    [
        (0, 1, "b:mu a:mu c:sh d:if"),
        (3, 0, "d:mu a:mu b:mu c:sh"),
        (0, 3, "b:mu c:sh d:if a:if"),
        (3, 2, "a:mu b:mu d:sh c:sh"),
        (2, 1, "a:mu c:mu b:mu d:if"),
        (2, 2, "a:mu b:mu c:sh d:if"),
    ],
)
def test_a_question_dragged_among_others_matters_as_much_as_they_do(row: int, to: int, after: str) -> None:
    assert shown(with_question_moved(PLAN, row, to)) == after


@pytest.mark.parametrize(
    ("row", "step", "after"),
    [
        (1, -1, "b:mu a:mu c:sh d:if"),
        (2, -1, "a:mu b:mu c:mu d:if"),
        (1, 1, "a:mu b:sh c:sh d:if"),
        (3, -1, "a:mu b:mu c:sh d:sh"),
    ],
)
def test_a_question_moved_over_a_border_joins_those_beyond_it_first(row: int, step: int, after: str) -> None:
    assert shown(moved_by_one(PLAN, row, step)) == after


@given(st.lists(st.sampled_from(list(Priority)), min_size=1, max_size=9), st.data())
def test_any_move_keeps_every_question_and_the_asking_order(priorities: list[Priority], data: st.DataObject) -> None:
    plan = in_asking_order([planned(str(n), priority=p, position=n) for n, p in enumerate(priorities)])
    row, to = (data.draw(st.integers(0, len(plan) - 1)) for _ in range(2))
    after = with_question_moved(plan, row, to)
    shown(after)
    assert after[to].question_key == plan[row].question_key
    assert {question.question_key for question in after} == {question.question_key for question in plan}


def test_the_first_goes_no_further_up_and_the_last_no_further_down() -> None:
    assert moved_by_one(PLAN, 0, -1) == tuple(PLAN)
    assert moved_by_one(PLAN, 3, 1) == tuple(PLAN)
