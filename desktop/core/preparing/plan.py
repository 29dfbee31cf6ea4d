"""The plan of a meeting: its time budget, what its questions cover, and what could be looked up instead."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from desktop.core.meeting import LeftOpen, PlannedQuestion, Priority
from desktop.core.organisation import ResearchNote
from desktop.core.question import Question, Topic
from desktop.core.text import fold
from desktop.core.values import replace

MUSTS = 5  # "5 musts at 3 minutes, 3 spares" (domain.md, "budget of a 20-minute meeting")
MINUTES_A_QUESTION = 3


class Budget(Struct, frozen=True):
    """The minutes of a meeting: opening, questions and closing add up to what was asked for."""

    opening: int
    questions: int
    closing: int

    @property
    def total(self) -> int:
        """All minutes of the meeting."""
        return self.opening + self.questions + self.closing


def budget(minutes: int) -> Budget:
    """How the minutes asked for are shared out: of 20, 2 open and 3 close, 15 are for questions.

    The same shares hold for other lengths, rounded to whole minutes, each part at least one minute.

    Raises:
        ValueError: for fewer than 5 minutes, which is no meeting.
    """
    if minutes < 5:
        raise ValueError("a meeting takes at least five minutes")
    opening = max(1, round(minutes * 2 / 20))
    closing = max(1, round(minutes * 3 / 20))
    return Budget(opening, minutes - opening - closing, closing)


class Load(Struct, frozen=True):
    """Minutes planned against minutes to use. Spares (*if time*) do not count as planned."""

    planned: int
    spare: int
    to_use: int

    @property
    def over(self) -> int:
        """Minutes planned beyond what there is, 0 if the plan fits."""
        return max(0, self.planned - self.to_use)


def load(questions: Iterable[PlannedQuestion], minutes: int) -> Load:
    """The minutes of a plan against the budget of a meeting of that length."""
    chosen = list(questions)
    spare = sum(question.minutes for question in chosen if question.priority is Priority.IF_TIME)
    return Load(sum(question.minutes for question in chosen) - spare, spare, budget(minutes).questions)


class Coverage(Struct, frozen=True):
    """How many planned questions touch one topic."""

    topic: Topic
    count: int


def coverage(questions: Iterable[PlannedQuestion], topics: Sequence[Topic]) -> tuple[Coverage, ...]:
    """The core topics in their order, each with the number of planned questions on it.

    One meeting need not cover them all: coverage counts per direction (domain.md, "What persuades").
    """
    counts: dict[str, int] = {}
    for question in questions:
        counts[question.topic] = counts.get(question.topic, 0) + 1
    return tuple(Coverage(topic, counts.get(topic.key, 0)) for topic in topics if topic.core)


class LookUp(Struct, frozen=True):
    """A planned question that a research note already answers."""

    question: PlannedQuestion
    note: ResearchNote


def can_be_looked_up(
    planned: Iterable[PlannedQuestion], bank: Iterable[Question], notes: Sequence[ResearchNote]
) -> tuple[LookUp, ...]:
    """The planned questions a research note answers, each with the note, at most one note a question.

    A question of the bank carries look-up words; a note answers it when it holds one of them as whole words. Asking
    what the web site says wastes the other person's time (domain.md, "never go unprepared").
    """
    words_by_key = {question.key: question.look_up for question in bank if question.look_up}
    folded = [(note, f" {_words(note.text)} ") for note in notes]
    found = []
    for question in planned:
        for note, text in folded:
            if any(f" {fold(word)} " in text for word in words_by_key.get(question.question_key, ())):
                found.append(LookUp(question, note))
                break
    return tuple(found)


def _words(text: str) -> str:
    return " ".join("".join(letter if letter.isalnum() else " " for letter in fold(text)).split())


_RANK = {Priority.MUST: 0, Priority.SHOULD: 1, Priority.IF_TIME: 2}


def in_asking_order(questions: Iterable[PlannedQuestion]) -> list[PlannedQuestion]:
    """Musts first, then shoulds, then spares, each in the user's order."""
    return sorted(questions, key=lambda question: (_RANK[question.priority], question.position, question.id))


def with_question_moved(asking: Sequence[PlannedQuestion], row: int, to: int) -> tuple[PlannedQuestion, ...]:
    """The plan in asking order with one question moved to another row, positions renumbered.

    Between questions that matter more or less than it does, it takes on how much they matter.
    """
    order = list(asking)
    question = order.pop(row)
    above = _RANK[order[to - 1].priority] if to > 0 else 0
    below = _RANK[order[to].priority] if to < len(order) else max(_RANK.values())
    rank = min(max(_RANK[question.priority], above), below)
    priority = next(code for code, value in _RANK.items() if value == rank)
    order.insert(to, replace(question, priority=priority))
    return tuple(replace(item, position=place) for place, item in enumerate(order))


def moved_by_one(asking: Sequence[PlannedQuestion], row: int, step: int) -> tuple[PlannedQuestion, ...]:
    """The plan with one question moved a row up (-1) or down (1).

    At the border to questions that matter more or less it stays in its row and joins them.
    """
    to = row + step
    if not 0 <= to < len(asking):
        return tuple(asking)
    neighbour = asking[to].priority
    if neighbour is asking[row].priority:
        return with_question_moved(asking, row, to)
    return tuple(
        replace(item, position=place, priority=neighbour if place == row else item.priority)
        for place, item in enumerate(asking)
    )


def still_to_ask(left_open: Iterable[LeftOpen], planned: Iterable[PlannedQuestion]) -> tuple[LeftOpen, ...]:
    """What earlier meetings left open and this plan does not hold yet, each question once, the latest first."""
    seen = {_same(question.question_key, question.text) for question in planned}
    found = []
    for open_question in left_open:
        same = _same(open_question.question_key, open_question.text)
        if same not in seen:
            seen.add(same)
            found.append(open_question)
    return tuple(found)


def _same(key: str, text: str) -> str:
    return key or fold(text)
