"""The question bank: topics, questions, the user's own among them, and which questions a short brief starts with."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from desktop.core.direction import DirectionKind
from desktop.core.text import fold
from desktop.core.values import replace


class Topic(Struct, frozen=True):
    """What a question is about: one of the ten (`core`), a further one, or the user's own."""

    key: str
    name: str
    core: bool
    own: bool = False


class Question(Struct, frozen=True):
    """One line of the bank. `minutes` is a suggestion; `topic` is a topic's key."""

    key: str
    topic: str
    text: str
    minutes: int = 3
    own: bool = False  # written by the user
    original: str = ""  # the bank's wording, when the user changed it
    look_up: tuple[str, ...] = ()  # words and phrases of a research note that would answer it
    follow_up: str = ""


class QuestionBank(Struct, frozen=True):
    """All topics in their order, and all questions in the order of their topics."""

    topics: tuple[Topic, ...]
    questions: tuple[Question, ...]

    def topic(self, key: str) -> Topic:
        """The topic with that key.

        Raises:
            KeyError: if there is none.
        """
        for topic in self.topics:
            if topic.key == key:
                return topic
        raise KeyError(key)

    def question(self, key: str) -> Question | None:
        """The question with that key, or None: a meeting may hold one that has left the bank since."""
        return next((question for question in self.questions if question.key == key), None)

    def search(self, text: str) -> tuple[Question, ...]:
        """The questions in which every word of `text` occurs, in the question or its topic's name; all for no words.

        Case and accents do not matter, and part of a word is enough.
        """
        words = fold(text).split()
        names = {topic.key: fold(topic.name) for topic in self.topics}
        return tuple(
            question
            for question in self.questions
            if _holds(f"{fold(question.text)} {names.get(question.topic, '')}", words)
        )


def _holds(text: str, words: Iterable[str]) -> bool:
    return all(word in text for word in words)


def merged_bank(
    bank: QuestionBank, own_topics: Iterable[Topic], own_questions: Iterable[Question], edits: Mapping[str, str]
) -> QuestionBank:
    """The bank with the user's changes: own topics at the end, own questions at the end of their topic.

    `edits` maps keys of the bank's questions to the user's wording; the bank's wording is kept as `original`. A wording
    that is empty or the same changes nothing, and neither does one for a question the bank no longer has.
    """
    topics = bank.topics + tuple(own_topics)
    place = {topic.key: number for number, topic in enumerate(topics)}
    questions = [_edited(question, edits.get(question.key, "")) for question in bank.questions]
    questions.extend(own_questions)
    questions.sort(key=lambda question: place.get(question.topic, len(place)))
    return QuestionBank(topics, tuple(questions))


def _edited(question: Question, wording: str) -> Question:
    wording = wording.strip()
    if not wording or wording == question.text:
        return question
    return replace(question, text=wording, original=question.text)


# Five musts at 3 minutes and three spares (domain.md, "budget of a 20-minute meeting"), from general to specific.
DEFAULT_MUSTS = (
    "typical_day.walk_through",
    "training.mattered_most",
    "paths.first_years",
    "surprises.at_the_start",
    "recommendations.first_step",
)
SPARES = ("prospects.demand", "skills.qualities", "failed_to_ask.should_have")

_PRESELECTED: Mapping[str, tuple[str, ...]] = {
    DirectionKind.CAREER: DEFAULT_MUSTS,
    DirectionKind.INDUSTRY: (
        "prospects.growing_shrinking",
        "typical_day.walk_through",
        "culture.unwritten_rules",
        "training.mattered_most",
        "recommendations.first_step",
    ),
    DirectionKind.COMPANY: (
        "typical_day.walk_through",
        "environment.describe",
        "culture.three_words",
        "competition.different",
        "surprises.at_the_start",
    ),
    DirectionKind.OWN_FIELD: (
        "trends.changing_most",
        "practices.best_people",
        "prospects.scarce_skills",
        "paths.turning_point",
        "training.by_doing",
    ),
}

_SPARES_BY_KIND: Mapping[str, tuple[str, ...]] = {
    DirectionKind.CAREER: SPARES,
    DirectionKind.INDUSTRY: ("trends.changing_most", "reading.keep_up", "failed_to_ask.should_have"),
    DirectionKind.COMPANY: ("environment.freedom", "culture.stay_and_leave", "failed_to_ask.should_have"),
    DirectionKind.OWN_FIELD: ("challenges.hardest", "reading.keep_up", "failed_to_ask.should_have"),
}


def preselected(kind: str = "") -> tuple[str, ...]:
    """Keys of the five musts a short brief starts with, by kind of direction (else those for a career)."""
    return _PRESELECTED.get(kind, DEFAULT_MUSTS)


def spares(kind: str = "") -> tuple[str, ...]:
    """Keys of the three questions kept for spare time, by kind of direction."""
    return _SPARES_BY_KIND.get(kind, SPARES)
