"""The words for codes: how a stage, a source, a way, a topic … reads on screen, for the whole window.

One function for each kind of code, `words.stage(Stage.FOUND)` → "Found", in the user's language. What is free text
(a label the user made up, an own topic) comes back as it is.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desktop.core.text import isolated
from desktop.ui.texts import Texts

if TYPE_CHECKING:
    from desktop.core.contact import MayUseName, NextStep, Source, Stage
    from desktop.core.direction import DirectionKind, Verdict
    from desktop.core.learning import LearningKind
    from desktop.core.meeting import AnswerKind, Priority
    from desktop.core.meeting_line import MeetingState, Way
    from desktop.core.message import Answer, Channel, MessageKind, MessageState, RequestSituation
    from desktop.core.organisation import Subject
    from desktop.core.people.search import SearchHit
    from desktop.core.question import Topic
    from desktop.core.settings import Paper, ThemeChoice

# By the codes as they are in the file: a word or two must not import all that the program knows (15 ms of a start).
_Table = Mapping[str, object]

_STAGES: _Table = {
    "found": QT_TRANSLATE_NOOP("WordTexts", "Found"),
    "written_to": QT_TRANSLATE_NOOP("WordTexts", "Written to"),
    "replied": QT_TRANSLATE_NOOP("WordTexts", "Replied"),
    "agreed": QT_TRANSLATE_NOOP("WordTexts", "Agreed"),
    "met": QT_TRANSLATE_NOOP("WordTexts", "Met"),
    "thanked": QT_TRANSLATE_NOOP("WordTexts", "Thanked"),
    "in_touch": QT_TRANSLATE_NOOP("WordTexts", "In touch"),
    "declined": QT_TRANSLATE_NOOP("WordTexts", "Said no"),
    "no_answer": QT_TRANSLATE_NOOP("WordTexts", "No answer"),
    "resting": QT_TRANSLATE_NOOP("WordTexts", "Resting"),
}
_NEXT_STEPS: _Table = {
    "write_request": QT_TRANSLATE_NOOP("WordTexts", "Write to them"),
    "await_answer": QT_TRANSLATE_NOOP("WordTexts", "Wait for an answer"),
    "try_another": QT_TRANSLATE_NOOP("WordTexts", "Try another person meanwhile"),
    "nudge": QT_TRANSLATE_NOOP("WordTexts", "Write once more"),
    "come_back": QT_TRANSLATE_NOOP("WordTexts", "Come back to them"),
    "agree_time": QT_TRANSLATE_NOOP("WordTexts", "Agree a time"),
    "prepare": QT_TRANSLATE_NOOP("WordTexts", "Prepare the meeting"),
    "write_up": QT_TRANSLATE_NOOP("WordTexts", "Write up the meeting"),
    "thank": QT_TRANSLATE_NOOP("WordTexts", "Say thank you"),
    "keep_in_touch": QT_TRANSLATE_NOOP("WordTexts", "Keep in touch"),
    "none": QT_TRANSLATE_NOOP("WordTexts", "Nothing for now"),
}
_SOURCES: _Table = {
    "known": QT_TRANSLATE_NOOP("WordTexts", "Someone I already know"),
    "linkedin": QT_TRANSLATE_NOOP("WordTexts", "LinkedIn"),
    "x": QT_TRANSLATE_NOOP("WordTexts", "X/Twitter"),
    "association": QT_TRANSLATE_NOOP("WordTexts", "Professional association"),
    "chamber": QT_TRANSLATE_NOOP("WordTexts", "Chamber of Commerce"),
    "alumni": QT_TRANSLATE_NOOP("WordTexts", "Alumni association"),
    "publication": QT_TRANSLATE_NOOP("WordTexts", "Journal or publication"),
    "workshop": QT_TRANSLATE_NOOP("WordTexts", "Workshop"),
    "conference": QT_TRANSLATE_NOOP("WordTexts", "Conference"),
    "social_event": QT_TRANSLATE_NOOP("WordTexts", "Social event"),
    "referral": QT_TRANSLATE_NOOP("WordTexts", "Referral"),
    "other": QT_TRANSLATE_NOOP("WordTexts", "Other"),
}
_MAY_USE_NAME: _Table = {
    "yes": QT_TRANSLATE_NOOP("WordTexts", "Yes, I may say who sent me"),
    "no": QT_TRANSLATE_NOOP("WordTexts", "No, leave the name out"),
    "ask": QT_TRANSLATE_NOOP("WordTexts", "I have yet to ask"),
}
_DIRECTION_KINDS: _Table = {
    "career": QT_TRANSLATE_NOOP("WordTexts", "Career"),
    "industry": QT_TRANSLATE_NOOP("WordTexts", "Industry"),
    "company": QT_TRANSLATE_NOOP("WordTexts", "Company"),
    "own_field": QT_TRANSLATE_NOOP("WordTexts", "My own field"),
}
_VERDICTS: _Table = {
    "want": QT_TRANSLATE_NOOP("WordTexts", "I want this"),
    "unsure": QT_TRANSLATE_NOOP("WordTexts", "I am unsure"),
    "do_not_want": QT_TRANSLATE_NOOP("WordTexts", "I do not want this"),
}
_WAYS: _Table = {
    "face_to_face": QT_TRANSLATE_NOOP("WordTexts", "Face to face"),
    "phone": QT_TRANSLATE_NOOP("WordTexts", "By phone"),
    "video": QT_TRANSLATE_NOOP("WordTexts", "By video"),
}
_MEETING_STATES: _Table = {
    "planned": QT_TRANSLATE_NOOP("WordTexts", "Ahead"),
    "met": QT_TRANSLATE_NOOP("WordTexts", "Took place"),
    "cancelled": QT_TRANSLATE_NOOP("WordTexts", "Called off"),
}
_PRIORITIES: _Table = {
    "must": QT_TRANSLATE_NOOP("WordTexts", "Must"),
    "should": QT_TRANSLATE_NOOP("WordTexts", "Should"),
    "if_time": QT_TRANSLATE_NOOP("WordTexts", "If there is time"),
}
_ANSWER_KINDS: _Table = {
    "fact": QT_TRANSLATE_NOOP("WordTexts", "A fact"),
    "opinion": QT_TRANSLATE_NOOP("WordTexts", "Their opinion"),
    "inference": QT_TRANSLATE_NOOP("WordTexts", "My inference"),
}
_FOUND: _Table = {
    "notes": QT_TRANSLATE_NOOP("WordTexts", "Notes: {0}"),
    "tag": QT_TRANSLATE_NOOP("WordTexts", "Tag: {0}"),
    "detail": QT_TRANSLATE_NOOP("WordTexts", "At {0}"),
    "message": QT_TRANSLATE_NOOP("WordTexts", "Message: {0}"),
    "research": QT_TRANSLATE_NOOP("WordTexts", "Research: {0}"),
}
_SUBJECTS: _Table = {
    "organisation": QT_TRANSLATE_NOOP("WordTexts", "The organisation"),
    "industry": QT_TRANSLATE_NOOP("WordTexts", "The industry"),
    "person": QT_TRANSLATE_NOOP("WordTexts", "The person"),
}
_LEARNING_KINDS: _Table = {
    "course": QT_TRANSLATE_NOOP("WordTexts", "Class or course"),
    "degree": QT_TRANSLATE_NOOP("WordTexts", "Degree programme"),
    "on_the_job": QT_TRANSLATE_NOOP("WordTexts", "On-the-job training"),
    "experts": QT_TRANSLATE_NOOP("WordTexts", "Networking with experts"),
    "online_group": QT_TRANSLATE_NOOP("WordTexts", "LinkedIn or online group"),
    "association": QT_TRANSLATE_NOOP("WordTexts", "Professional-association activity"),
    "informational_interview": QT_TRANSLATE_NOOP("WordTexts", "Informational interview"),
    "reading": QT_TRANSLATE_NOOP("WordTexts", "Reading"),
    "workshop": QT_TRANSLATE_NOOP("WordTexts", "Workshop or conference"),
    "other": QT_TRANSLATE_NOOP("WordTexts", "Other"),
}
_PAPERS: _Table = {
    "a4": QT_TRANSLATE_NOOP("WordTexts", "A4"),
    "letter": QT_TRANSLATE_NOOP("WordTexts", "Letter"),
    "a5": QT_TRANSLATE_NOOP("WordTexts", "A5"),
}
_THEMES: _Table = {
    "system": QT_TRANSLATE_NOOP("WordTexts", "As the system"),
    "light": QT_TRANSLATE_NOOP("WordTexts", "Light"),
    "dark": QT_TRANSLATE_NOOP("WordTexts", "Dark"),
}
_MESSAGE_KINDS: _Table = {
    "first_request": QT_TRANSLATE_NOOP("WordTexts", "First request"),
    "introduction_request": QT_TRANSLATE_NOOP("WordTexts", "Request for an introduction"),
    "nudge": QT_TRANSLATE_NOOP("WordTexts", "Kind reminder"),
    "reply_to_yes": QT_TRANSLATE_NOOP("WordTexts", "Reply to a yes"),
    "reply_to_no": QT_TRANSLATE_NOOP("WordTexts", "Reply to a no"),
    "confirmation": QT_TRANSLATE_NOOP("WordTexts", "Confirmation"),
    "thank_you": QT_TRANSLATE_NOOP("WordTexts", "Thank-you"),
    "report_back": QT_TRANSLATE_NOOP("WordTexts", "Report back"),
    "keep_in_touch": QT_TRANSLATE_NOOP("WordTexts", "Keeping in touch"),
}
_SITUATIONS: _Table = {
    "known": QT_TRANSLATE_NOOP("WordTexts", "Someone I know"),
    "cold": QT_TRANSLATE_NOOP("WordTexts", "Someone I do not know"),
    "referred": QT_TRANSLATE_NOOP("WordTexts", "Someone named them to me"),
    "alumni": QT_TRANSLATE_NOOP("WordTexts", "We share a school"),
    "event": QT_TRANSLATE_NOOP("WordTexts", "After an event"),
    "linkedin_note": QT_TRANSLATE_NOOP("WordTexts", "Short note on LinkedIn"),
}
_CHANNELS: _Table = {
    "email": QT_TRANSLATE_NOOP("WordTexts", "By e-mail"),
    "linkedin": QT_TRANSLATE_NOOP("WordTexts", "On LinkedIn"),
    "letter": QT_TRANSLATE_NOOP("WordTexts", "As a letter"),
    "phone": QT_TRANSLATE_NOOP("WordTexts", "Said on the phone"),
    "in_person": QT_TRANSLATE_NOOP("WordTexts", "Said in person"),
    "other": QT_TRANSLATE_NOOP("WordTexts", "Another way"),
}
_MESSAGE_STATES: _Table = {
    "draft": QT_TRANSLATE_NOOP("WordTexts", "Draft"),
    "sent": QT_TRANSLATE_NOOP("WordTexts", "Sent"),
}
_ANSWERS: _Table = {
    "yes": QT_TRANSLATE_NOOP("WordTexts", "They said yes"),
    "no": QT_TRANSLATE_NOOP("WordTexts", "They said no"),
    "later": QT_TRANSLATE_NOOP("WordTexts", "Later, they said"),
    "someone_else": QT_TRANSLATE_NOOP("WordTexts", "They named someone else"),
}
_TONES: Mapping[str, object] = {
    "plain": QT_TRANSLATE_NOOP("WordTexts", "Plain"),
    "warm": QT_TRANSLATE_NOOP("WordTexts", "Warm"),
    "formal": QT_TRANSLATE_NOOP("WordTexts", "Formal"),
}
_COMFORTS = {
    1: QT_TRANSLATE_NOOP("WordTexts", "Easy"),
    2: QT_TRANSLATE_NOOP("WordTexts", "Fairly easy"),
    3: QT_TRANSLATE_NOOP("WordTexts", "Takes some courage"),
    4: QT_TRANSLATE_NOOP("WordTexts", "Hard"),
    5: QT_TRANSLATE_NOOP("WordTexts", "Daunting"),
}
_LABELS: _Table = {
    "home": QT_TRANSLATE_NOOP("WordTexts", "home"),
    "work": QT_TRANSLATE_NOOP("WordTexts", "work"),
    "mobile": QT_TRANSLATE_NOOP("WordTexts", "mobile"),
    "fax": QT_TRANSLATE_NOOP("WordTexts", "fax"),
    "main": QT_TRANSLATE_NOOP("WordTexts", "main"),
    "homepage": QT_TRANSLATE_NOOP("WordTexts", "homepage"),
    "profile": QT_TRANSLATE_NOOP("WordTexts", "profile"),
    "blog": QT_TRANSLATE_NOOP("WordTexts", "blog"),
    "school": QT_TRANSLATE_NOOP("WordTexts", "school"),
    "company": QT_TRANSLATE_NOOP("WordTexts", "company"),
    "assistant": QT_TRANSLATE_NOOP("WordTexts", "assistant"),
    "car": QT_TRANSLATE_NOOP("WordTexts", "car"),
    "pager": QT_TRANSLATE_NOOP("WordTexts", "pager"),
}


class WordTexts(Texts):
    """The words for codes."""


def _translated(text: object) -> str:
    return WordTexts.tr(str(text))


def stage(code: "Stage") -> str:
    """The stage of a contact: "Written to"."""
    return _translated(_STAGES[code])


def next_step_label(code: "NextStep") -> str:
    """What to do next with a contact, as a short call: "Agree a time"."""
    return _translated(_NEXT_STEPS[code])


def source(code: "Source | None") -> str:
    """Where a contact was found, empty for nowhere said."""
    return "" if code is None else _translated(_SOURCES[code])


def may_use_name(code: "MayUseName") -> str:
    """Whether the referrer's name may be used."""
    return _translated(_MAY_USE_NAME[code])


def comfort(level: int | None) -> str:
    """How daunting a contact is, from 1 "Easy" to 5 "Daunting", empty for nothing said."""
    return "" if level is None else _translated(_COMFORTS.get(level, ""))


def direction_kind(code: "DirectionKind") -> str:
    """What kind of thing is explored."""
    return _translated(_DIRECTION_KINDS[code])


def verdict(code: "Verdict | None") -> str:
    """What was decided of a direction, empty for nothing yet."""
    return "" if code is None else _translated(_VERDICTS[code])


def way(code: "Way") -> str:
    """How the two talk: "By phone"."""
    return _translated(_WAYS[code])


def meeting_state(code: "MeetingState") -> str:
    """Whether a meeting lies ahead, took place or was called off."""
    return _translated(_MEETING_STATES[code])


def priority(code: "Priority") -> str:
    """How much a planned question matters."""
    return _translated(_PRIORITIES[code])


def subject(code: "Subject") -> str:
    """What a research note is about."""
    return _translated(_SUBJECTS[code])


def topic(of: "Topic") -> str:
    """The name of a topic, in the language of the question bank; the user's own stays as written."""
    return of.name


def answer_kind(code: "AnswerKind") -> str:
    """What an answer is."""
    return _translated(_ANSWER_KINDS[code])


def learning_kind(code: "LearningKind") -> str:
    """What kind of learning an entry is."""
    return _translated(_LEARNING_KINDS[code])


def found(here: "SearchHit") -> str:
    """Where else than by name a contact was found: "Message: …tour"."""
    return _translated(_FOUND[here.where]).format(isolated(here.text))


def paper(code: "Paper") -> str:
    """The name of a paper size."""
    return _translated(_PAPERS[code])


def theme(code: "ThemeChoice") -> str:
    """Light, dark, or as the system has it."""
    return _translated(_THEMES[code])


def message_kind(code: "MessageKind") -> str:
    """What a message is for: "First request"."""
    return _translated(_MESSAGE_KINDS[code])


def situation(code: "RequestSituation") -> str:
    """How one comes to write to somebody."""
    return _translated(_SITUATIONS[code])


def channel(code: "Channel") -> str:
    """The way a message went: "By e-mail"."""
    return _translated(_CHANNELS[code])


def message_state(code: "MessageState") -> str:
    """Whether a message is a draft or was sent."""
    return _translated(_MESSAGE_STATES[code])


def answer(code: "Answer") -> str:
    """What came back."""
    return _translated(_ANSWERS[code])


def tone(text: str) -> str:
    """The tone of a letter; one of the user's own stays as written."""
    return _translated(_TONES[text]) if text in _TONES else text


def detail_label(text: str) -> str:
    """The label of an e-mail address, phone number, link or address; one of the user's own stays as written."""
    return _translated(_LABELS[text]) if text in _LABELS else text


def labels() -> list[tuple[str, str]]:
    """The labels that are offered, each as its code and its word."""
    return [(code, _translated(text)) for code, text in _LABELS.items()]
