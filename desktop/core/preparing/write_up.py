"""The write-up of a meeting: what may leave it, and the learning entry it becomes."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from unicodedata import category

from desktop.core.learning import LearningEntry, LearningKind
from desktop.core.meeting import Meeting, PlannedQuestion
from desktop.core.preparing.plan import in_asking_order
from desktop.core.preparing.time_left import minutes_taken
from desktop.core.text import fold, one_line

_PARTS = re.compile(r"[,;\n()–]|[.!?](?:\s|$)|\s(?:and|or|also)\s", re.IGNORECASE)
_BEFORE = frozenset(("and", "or", "also", "then"))  # a name, at the beginning of a part
_WITHIN = frozenset(("de", "del", "di", "da", "la", "van", "von", "der", "den", "al", "el", "bin", "ibn"))


def may_leave(questions: Iterable[PlannedQuestion]) -> list[PlannedQuestion]:
    """The answers that documents, exports and messages may hold: given, and not in confidence.

    In-confidence notes leave in no output unless ticked that time (domain.md, "ethics").
    """
    return [question for question in questions if question.answer.strip() and not question.in_confidence]


def in_paper_order(
    planned: Iterable[PlannedQuestion], unplanned: Iterable[PlannedQuestion], topics: Sequence[str]
) -> list[PlannedQuestion]:
    """Answers in the order of the brief: the plan as it was asked, then what came by itself, by topic.

    `topics` are the keys of the bank's topics in their order; a topic it does not have, or none, comes last.
    """
    place = {topic: number for number, topic in enumerate(topics)}
    came = sorted(unplanned, key=lambda each: (place.get(each.topic, len(place)), each.position, each.id))
    return in_asking_order(planned) + came


def names_in(line: str) -> list[str]:
    """The names in a line about whom they named: “Greta Olsen at the mill, and Ib Holm” → Greta Olsen, Ib Holm.

    A name is the words with a capital letter, or of a script that has none, with which a part of the line begins.
    """
    found: dict[str, str] = {}
    for part in _PARTS.split(line):
        name: list[str] = []
        for word in part.split():
            if not name and word.lower() in _BEFORE:
                continue
            if name and word.lower() in _WITHIN:
                name.append(word)
            elif word[0].isalpha() and not word[0].islower():
                name.append(word.rstrip(".!?:"))
            else:
                break
        while name and name[-1].lower() in _WITHIN:
            name.pop()
        if name:
            found.setdefault(fold(" ".join(name)), " ".join(name))
    return list(found.values())


def learning_entry_of_meeting(
    meeting: Meeting, answers: Iterable[PlannedQuestion], contact: str, title: str, on: date
) -> LearningEntry:
    """The learning entry of a meeting, ready to be gone on with: what surprised becomes what I learned, with the
    answers that may leave it; what I will use becomes what I will try.

    `answers` come in the order they are to be in, `contact` is the name of whom it was with.
    """
    return LearningEntry(
        on=on,
        kind=LearningKind.INFORMATIONAL_INTERVIEW,
        title=title,
        with_whom=contact,
        meeting_id=meeting.id,
        minutes_meeting=minutes_taken(meeting),
        objective=meeting.purpose,
        learned="\n".join([*_written(meeting.surprised), *(_answer_text(each) for each in may_leave(answers))]),
        will_try=meeting.will_use.strip(),
        directions=(meeting.direction_id,) if meeting.direction_id else (),
    )


def _written(text: str) -> list[str]:
    return [text.strip()] if text.strip() else []


def _answer_text(question: PlannedQuestion) -> str:
    asked, answer = one_line(question.text), question.answer.strip()
    if not asked:
        return answer
    ends = category(asked[-1]).startswith("P")  # what came by itself is often a word or two, not a question
    return f"{asked} {answer}" if ends else f"{asked}: {answer}"
