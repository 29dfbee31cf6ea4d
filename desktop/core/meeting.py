"""A meeting: an informational interview that is agreed, being prepared, or past."""

from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TypedDict

from msgspec import Struct

from desktop.core.meeting_line import MeetingState, Way
from desktop.core.organisation import Subject

DEFAULT_MINUTES = 20  # asked for in writing (domain.md, "length asked for")
ARRIVE_MINUTES_EARLY = 10  # guides say 5–10


class PreparationPage(StrEnum):
    """The pages of the interview-prep wizard, in their order; `Meeting.page` holds the key of one."""

    PURPOSE = "purpose"
    TIME = "time"
    RESEARCH = "research"
    QUESTIONS = "questions"
    OPENING = "opening"
    LOGISTICS = "logistics"
    REVIEW = "review"


class Priority(StrEnum):
    """How much a planned question matters."""

    MUST = "must"
    SHOULD = "should"
    IF_TIME = "if_time"


class AnswerKind(StrEnum):
    """What an answer is (domain.md, "answer")."""

    FACT = "fact"
    OPINION = "opinion"
    INFERENCE = "inference"  # my own


class PlannedQuestion(Struct, frozen=True):
    """A question chosen for a meeting. `question_key` names the question of the bank it came from, or is empty.

    One that came up by itself is `unplanned`: it has an answer, and is in no plan and on no brief.
    """

    id: int = 0
    meeting_id: int = 0
    question_key: str = ""
    topic: str = ""
    text: str = ""
    priority: Priority = Priority.SHOULD
    minutes: int = 3
    follow_up: str = ""
    position: int = 0
    answer: str = ""  # what was said, written during or afterwards
    answer_kind: AnswerKind | None = None
    in_confidence: bool = False  # the answer leaves in no document, export or message unless ticked that time
    unplanned: bool = False


class PlannedQuestionChanges(TypedDict, total=False):
    """What `update` may change of a `PlannedQuestion`; named and typed as its fields are."""

    question_key: str
    topic: str
    text: str
    priority: Priority
    minutes: int
    follow_up: str
    position: int
    answer: str
    answer_kind: AnswerKind | None
    in_confidence: bool
    unplanned: bool


class OwnAnswer(Struct, frozen=True):
    """What they may ask me, with my own short answer."""

    asked: str
    answer: str = ""
    on_brief: bool = True


class Rescue(Struct, frozen=True):
    """One *if … then* line: a moment I fear, and the calm sentence for it."""

    when: str
    then: str = ""


class MeetingFact(Struct, frozen=True):
    """A research note chosen for the brief, as it will be printed."""

    note_id: int
    text: str
    subject: Subject = Subject.ORGANISATION
    source: str = ""  # web address or where it was read
    read_on: date | None = None


class Meeting(Struct, frozen=True):
    """Everything prepared for one meeting, except its questions, facts and the contact itself.

    `starts_at` is in UTC, `zone` the IANA name of the zone the time was agreed in; both empty until a time is known.
    """

    id: int = 0
    contact_id: int = 0
    direction_id: int | None = None
    state: MeetingState = MeetingState.PLANNED
    purpose: str = ""  # what I want to learn, in one sentence
    starts_at: datetime | None = None
    zone: str = ""
    minutes: int = DEFAULT_MINUTES
    way: Way = Way.FACE_TO_FACE
    place: str = ""  # face to face: where
    dial_in: str = ""  # phone: the number; video: the address of the room
    remind_to_confirm: bool = True  # 24–48 hours ahead
    opening: str = ""  # who I am, in two sentences
    ask_for_notes: str = ""
    asked_back: tuple[OwnAnswer, ...] = ()
    rescues: tuple[Rescue, ...] = ()
    who_else: str = ""
    use_name: str = ""
    thanks: str = ""
    bring: tuple[str, ...] = ()
    arrive_early: int = ARRIVE_MINUTES_EARLY  # minutes
    route: str = ""
    phone_for_day: str = ""
    looked_up: tuple[str, ...] = ()  # keys of the research checklist that are done
    page: str = ""  # where the wizard was left, a page's key
    notes: str = ""  # what was said beyond the questions
    created_at: datetime | None = None
    calendar_sequence: int = 0  # how many times its entry for a calendar has been handed out
    surprised: str = ""  # the write-up's four lines: what surprised me,
    will_use: str = ""  # what I will use,
    named: str = ""  # whom they named,
    promised: str = ""  # what I promised
    their_words: str = ""  # for what I do
    feared: str = ""  # for the user alone, like `happened`: it is in no document
    happened: str = ""
    new_questions: tuple[str, ...] = ()  # that arose
    began_at: datetime | None = None  # as the screen beside the meeting saw it
    ended_at: datetime | None = None
    written_up_at: datetime | None = None  # enough is written, says the user


class MeetingChanges(TypedDict, total=False):
    """What `update` may change of a `Meeting`; named and typed as its fields are."""

    contact_id: int
    direction_id: int | None
    state: MeetingState
    purpose: str
    starts_at: datetime | None
    zone: str
    minutes: int
    way: Way
    place: str
    dial_in: str
    remind_to_confirm: bool
    opening: str
    ask_for_notes: str
    asked_back: tuple[OwnAnswer, ...]
    rescues: tuple[Rescue, ...]
    who_else: str
    use_name: str
    thanks: str
    bring: tuple[str, ...]
    arrive_early: int
    route: str
    phone_for_day: str
    looked_up: tuple[str, ...]
    page: str
    notes: str
    calendar_sequence: int
    surprised: str
    will_use: str
    named: str
    promised: str
    their_words: str
    feared: str
    happened: str
    new_questions: tuple[str, ...]
    began_at: datetime | None
    ended_at: datetime | None
    written_up_at: datetime | None


class LeftOpen(Struct, frozen=True):
    """A question of an earlier meeting that found no answer there."""

    text: str
    topic: str
    question_key: str
    contact: str
    met_on: date | None


def be_there_at(meeting: Meeting) -> datetime | None:
    """The moment `arrive_early` means, `None` while there is no time."""
    return meeting.starts_at - timedelta(minutes=meeting.arrive_early) if meeting.starts_at else None
