"""What is still missing before a meeting, each item with its page: a list of small things to do, never a score."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from msgspec import Struct

from desktop.core.contact import Contact
from desktop.core.meeting import Meeting, MeetingFact, PlannedQuestion, PreparationPage, Priority
from desktop.core.meeting_line import Way
from desktop.core.organisation import ResearchNote, is_stale
from desktop.core.preparing.plan import MINUTES_A_QUESTION, MUSTS, budget, load

SHORTEST = 5  # minutes; below that there is no budget to share out


class Need(StrEnum):
    """What can be missing. Its reason, in words, is in `ui/prepare/wording.py` under the same code."""

    PERSON = "person"
    PURPOSE = "purpose"
    TIME = "time"
    PLACE = "place"
    PHONE_NUMBER = "phone_number"
    VIDEO_ADDRESS = "video_address"
    RESEARCH = "research"
    FRESH_RESEARCH = "fresh_research"
    FACTS = "facts"
    QUESTION = "question"
    MUSTS = "musts"
    SHORTER_PLAN = "shorter_plan"
    OPENING = "opening"
    OWN_ANSWERS = "own_answers"
    WHO_ELSE = "who_else"
    BRING = "bring"
    PHONE_FOR_DAY = "phone_for_day"


class Level(StrEnum):
    """Without what is *needed* there is no brief; what makes it *better* is the user's to leave."""

    NEEDED = "needed"
    BETTER = "better"


class Missing(Struct, frozen=True):
    """One thing that is missing, and the page of the wizard where it can be given."""

    need: Need
    page: PreparationPage
    level: Level


class Prepared(Struct, frozen=True):
    """Everything prepared so far for one meeting. `notes` are all that serve it, `facts` those on the brief."""

    meeting: Meeting
    contact: Contact | None = None
    questions: tuple[PlannedQuestion, ...] = ()
    notes: tuple[ResearchNote, ...] = ()
    facts: tuple[MeetingFact, ...] = ()


def missing(prepared: Prepared, today: date) -> tuple[Missing, ...]:
    """What is still missing, in the order of the pages (domain.md, "never go unprepared")."""
    return (
        *_on_purpose(prepared),
        *_on_time(prepared.meeting),
        *_on_research(prepared, today),
        *_on_questions(prepared),
        *_on_opening(prepared.meeting),
        *_on_logistics(prepared.meeting),
    )


def can_be_printed(found: Iterable[Missing]) -> bool:
    """Whether what is missing leaves a brief worth printing."""
    return all(item.level is not Level.NEEDED for item in found)


def wanted_musts(minutes: int) -> int:
    """How many musts a meeting of that length has room for: five at three minutes, fewer in a shorter one."""
    return min(MUSTS, budget(max(SHORTEST, minutes)).questions // MINUTES_A_QUESTION)


def _better(need: Need, page: PreparationPage) -> Missing:
    return Missing(need, page, Level.BETTER)


def _on_purpose(prepared: Prepared) -> Iterable[Missing]:
    if prepared.contact is None or not prepared.contact.name.strip():
        yield Missing(Need.PERSON, PreparationPage.PURPOSE, Level.NEEDED)
    if not prepared.meeting.purpose.strip():
        yield _better(Need.PURPOSE, PreparationPage.PURPOSE)


def _on_time(meeting: Meeting) -> Iterable[Missing]:
    if meeting.starts_at is None:
        yield _better(Need.TIME, PreparationPage.TIME)
    if meeting.way is Way.FACE_TO_FACE:
        if not meeting.place.strip():
            yield _better(Need.PLACE, PreparationPage.TIME)
    elif not meeting.dial_in.strip():
        yield _better(Need.PHONE_NUMBER if meeting.way is Way.PHONE else Need.VIDEO_ADDRESS, PreparationPage.TIME)


def _on_research(prepared: Prepared, today: date) -> Iterable[Missing]:
    written = [note for note in prepared.notes if note.text.strip()]
    chosen = {fact.note_id for fact in prepared.facts}
    if not written:
        yield _better(Need.RESEARCH, PreparationPage.RESEARCH)
        return
    if all(is_stale(note, today) for note in written) or any(
        is_stale(note, today) for note in written if note.id in chosen
    ):
        yield _better(Need.FRESH_RESEARCH, PreparationPage.RESEARCH)
    if not chosen:
        yield _better(Need.FACTS, PreparationPage.RESEARCH)


def _on_questions(prepared: Prepared) -> Iterable[Missing]:
    asked = [question for question in prepared.questions if question.text.strip()]
    if not asked:
        yield Missing(Need.QUESTION, PreparationPage.QUESTIONS, Level.NEEDED)
        return
    musts = sum(question.priority is Priority.MUST for question in asked)
    if musts < wanted_musts(prepared.meeting.minutes):
        yield _better(Need.MUSTS, PreparationPage.QUESTIONS)
    if load(asked, max(SHORTEST, prepared.meeting.minutes)).over:
        yield _better(Need.SHORTER_PLAN, PreparationPage.QUESTIONS)


def _on_opening(meeting: Meeting) -> Iterable[Missing]:
    if not meeting.opening.strip():
        yield _better(Need.OPENING, PreparationPage.OPENING)
    if any(own.on_brief and own.asked.strip() and not own.answer.strip() for own in meeting.asked_back):
        yield _better(Need.OWN_ANSWERS, PreparationPage.OPENING)
    if not meeting.who_else.strip():
        yield _better(Need.WHO_ELSE, PreparationPage.OPENING)


def _on_logistics(meeting: Meeting) -> Iterable[Missing]:
    if not any(item.strip() for item in meeting.bring):
        yield _better(Need.BRING, PreparationPage.LOGISTICS)
    if not meeting.phone_for_day.strip():
        yield _better(Need.PHONE_FOR_DAY, PreparationPage.LOGISTICS)
