"""The words for codes: how a stage, a source, a way, a topic … reads on screen, for the whole window.

One function for each kind of code, `words.stage(Stage.FOUND)` → "Found", in the user's language. What is free text
(a label the user made up, an own topic) comes back as it is.
"""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QDate, QLocale, QTime

from desktop.core.contact import MayUseName, NextStep, Source, Stage
from desktop.core.direction import DirectionKind, Verdict
from desktop.core.incoming import FileKind
from desktop.core.learning import LearningKind
from desktop.core.meeting import MeetingState, Priority, Way
from desktop.core.message import Answer, Channel, MessageKind, MessageState, RequestSituation
from desktop.core.organisation import Subject
from desktop.core.question import Topic
from desktop.core.settings import Paper, ThemeChoice

_Table = Mapping[StrEnum, object]

_STAGES: _Table = {
    Stage.FOUND: QT_TRANSLATE_NOOP("Words", "Found"),
    Stage.WRITTEN_TO: QT_TRANSLATE_NOOP("Words", "Written to"),
    Stage.REPLIED: QT_TRANSLATE_NOOP("Words", "Replied"),
    Stage.AGREED: QT_TRANSLATE_NOOP("Words", "Agreed"),
    Stage.MET: QT_TRANSLATE_NOOP("Words", "Met"),
    Stage.THANKED: QT_TRANSLATE_NOOP("Words", "Thanked"),
    Stage.IN_TOUCH: QT_TRANSLATE_NOOP("Words", "In touch"),
    Stage.DECLINED: QT_TRANSLATE_NOOP("Words", "Said no"),
    Stage.NO_ANSWER: QT_TRANSLATE_NOOP("Words", "No answer"),
    Stage.RESTING: QT_TRANSLATE_NOOP("Words", "Resting"),
}
_NEXT_STEPS: _Table = {
    NextStep.WRITE_REQUEST: QT_TRANSLATE_NOOP("Words", "Write to them"),
    NextStep.AWAIT_ANSWER: QT_TRANSLATE_NOOP("Words", "Wait for an answer"),
    NextStep.TRY_ANOTHER: QT_TRANSLATE_NOOP("Words", "Try another person meanwhile"),
    NextStep.NUDGE: QT_TRANSLATE_NOOP("Words", "Write once more"),
    NextStep.COME_BACK: QT_TRANSLATE_NOOP("Words", "Come back to them"),
    NextStep.AGREE_TIME: QT_TRANSLATE_NOOP("Words", "Agree a time"),
    NextStep.PREPARE: QT_TRANSLATE_NOOP("Words", "Prepare the meeting"),
    NextStep.WRITE_UP: QT_TRANSLATE_NOOP("Words", "Write up the meeting"),
    NextStep.THANK: QT_TRANSLATE_NOOP("Words", "Say thank you"),
    NextStep.KEEP_IN_TOUCH: QT_TRANSLATE_NOOP("Words", "Keep in touch"),
    NextStep.NONE: QT_TRANSLATE_NOOP("Words", "Nothing for now"),
}
_SOURCES: _Table = {
    Source.KNOWN: QT_TRANSLATE_NOOP("Words", "Someone I already know"),
    Source.LINKEDIN: QT_TRANSLATE_NOOP("Words", "LinkedIn"),
    Source.X: QT_TRANSLATE_NOOP("Words", "X/Twitter"),
    Source.ASSOCIATION: QT_TRANSLATE_NOOP("Words", "Professional association"),
    Source.CHAMBER: QT_TRANSLATE_NOOP("Words", "Chamber of Commerce"),
    Source.ALUMNI: QT_TRANSLATE_NOOP("Words", "Alumni association"),
    Source.PUBLICATION: QT_TRANSLATE_NOOP("Words", "Journal or publication"),
    Source.WORKSHOP: QT_TRANSLATE_NOOP("Words", "Workshop"),
    Source.CONFERENCE: QT_TRANSLATE_NOOP("Words", "Conference"),
    Source.SOCIAL_EVENT: QT_TRANSLATE_NOOP("Words", "Social event"),
    Source.REFERRAL: QT_TRANSLATE_NOOP("Words", "Referral"),
    Source.OTHER: QT_TRANSLATE_NOOP("Words", "Other"),
}
_MAY_USE_NAME: _Table = {
    MayUseName.YES: QT_TRANSLATE_NOOP("Words", "Yes, I may say who sent me"),
    MayUseName.NO: QT_TRANSLATE_NOOP("Words", "No, leave the name out"),
    MayUseName.ASK: QT_TRANSLATE_NOOP("Words", "I have yet to ask"),
}
_DIRECTION_KINDS: _Table = {
    DirectionKind.CAREER: QT_TRANSLATE_NOOP("Words", "Career"),
    DirectionKind.INDUSTRY: QT_TRANSLATE_NOOP("Words", "Industry"),
    DirectionKind.COMPANY: QT_TRANSLATE_NOOP("Words", "Company"),
    DirectionKind.OWN_FIELD: QT_TRANSLATE_NOOP("Words", "My own field"),
}
_VERDICTS: _Table = {
    Verdict.WANT: QT_TRANSLATE_NOOP("Words", "I want this"),
    Verdict.UNSURE: QT_TRANSLATE_NOOP("Words", "I am unsure"),
    Verdict.DO_NOT_WANT: QT_TRANSLATE_NOOP("Words", "I do not want this"),
}
_WAYS: _Table = {
    Way.FACE_TO_FACE: QT_TRANSLATE_NOOP("Words", "Face to face"),
    Way.PHONE: QT_TRANSLATE_NOOP("Words", "By phone"),
    Way.VIDEO: QT_TRANSLATE_NOOP("Words", "By video"),
}
_MEETING_STATES: _Table = {
    MeetingState.PLANNED: QT_TRANSLATE_NOOP("Words", "Ahead"),
    MeetingState.MET: QT_TRANSLATE_NOOP("Words", "Took place"),
    MeetingState.CANCELLED: QT_TRANSLATE_NOOP("Words", "Called off"),
}
_PRIORITIES: _Table = {
    Priority.MUST: QT_TRANSLATE_NOOP("Words", "Must"),
    Priority.SHOULD: QT_TRANSLATE_NOOP("Words", "Should"),
    Priority.IF_TIME: QT_TRANSLATE_NOOP("Words", "If there is time"),
}
_SUBJECTS: _Table = {
    Subject.ORGANISATION: QT_TRANSLATE_NOOP("Words", "The organisation"),
    Subject.INDUSTRY: QT_TRANSLATE_NOOP("Words", "The industry"),
    Subject.PERSON: QT_TRANSLATE_NOOP("Words", "The person"),
}
_LEARNING_KINDS: _Table = {
    LearningKind.COURSE: QT_TRANSLATE_NOOP("Words", "Class or course"),
    LearningKind.DEGREE: QT_TRANSLATE_NOOP("Words", "Degree programme"),
    LearningKind.ON_THE_JOB: QT_TRANSLATE_NOOP("Words", "On-the-job training"),
    LearningKind.EXPERTS: QT_TRANSLATE_NOOP("Words", "Networking with experts"),
    LearningKind.ONLINE_GROUP: QT_TRANSLATE_NOOP("Words", "LinkedIn or online group"),
    LearningKind.ASSOCIATION: QT_TRANSLATE_NOOP("Words", "Professional-association activity"),
    LearningKind.INFORMATIONAL_INTERVIEW: QT_TRANSLATE_NOOP("Words", "Informational interview"),
    LearningKind.READING: QT_TRANSLATE_NOOP("Words", "Reading"),
    LearningKind.WORKSHOP: QT_TRANSLATE_NOOP("Words", "Workshop or conference"),
    LearningKind.OTHER: QT_TRANSLATE_NOOP("Words", "Other"),
}
_PAPERS: _Table = {
    Paper.A4: QT_TRANSLATE_NOOP("Words", "A4"),
    Paper.LETTER: QT_TRANSLATE_NOOP("Words", "Letter"),
    Paper.A5: QT_TRANSLATE_NOOP("Words", "A5"),
}
_THEMES: _Table = {
    ThemeChoice.SYSTEM: QT_TRANSLATE_NOOP("Words", "As the system"),
    ThemeChoice.LIGHT: QT_TRANSLATE_NOOP("Words", "Light"),
    ThemeChoice.DARK: QT_TRANSLATE_NOOP("Words", "Dark"),
}
_FILE_KINDS: _Table = {
    FileKind.VCARD: QT_TRANSLATE_NOOP("Words", "Address book cards (vCard)"),
    FileKind.LINKEDIN: QT_TRANSLATE_NOOP("Words", "Connections from LinkedIn"),
    FileKind.CSV: QT_TRANSLATE_NOOP("Words", "Table (CSV)"),
}
_MESSAGE_KINDS: _Table = {
    MessageKind.FIRST_REQUEST: QT_TRANSLATE_NOOP("Words", "First request"),
    MessageKind.INTRODUCTION_REQUEST: QT_TRANSLATE_NOOP("Words", "Request for an introduction"),
    MessageKind.NUDGE: QT_TRANSLATE_NOOP("Words", "Kind reminder"),
    MessageKind.REPLY_TO_YES: QT_TRANSLATE_NOOP("Words", "Reply to a yes"),
    MessageKind.REPLY_TO_NO: QT_TRANSLATE_NOOP("Words", "Reply to a no"),
    MessageKind.CONFIRMATION: QT_TRANSLATE_NOOP("Words", "Confirmation"),
    MessageKind.THANK_YOU: QT_TRANSLATE_NOOP("Words", "Thank-you"),
    MessageKind.REPORT_BACK: QT_TRANSLATE_NOOP("Words", "Report back"),
    MessageKind.KEEP_IN_TOUCH: QT_TRANSLATE_NOOP("Words", "Keeping in touch"),
}
_SITUATIONS: _Table = {
    RequestSituation.KNOWN: QT_TRANSLATE_NOOP("Words", "Someone I know"),
    RequestSituation.COLD: QT_TRANSLATE_NOOP("Words", "Someone I do not know"),
    RequestSituation.REFERRED: QT_TRANSLATE_NOOP("Words", "Someone named them to me"),
    RequestSituation.ALUMNI: QT_TRANSLATE_NOOP("Words", "We share a school"),
    RequestSituation.EVENT: QT_TRANSLATE_NOOP("Words", "After an event"),
    RequestSituation.LINKEDIN_NOTE: QT_TRANSLATE_NOOP("Words", "Short note on LinkedIn"),
}
_CHANNELS: _Table = {
    Channel.EMAIL: QT_TRANSLATE_NOOP("Words", "By e-mail"),
    Channel.LINKEDIN: QT_TRANSLATE_NOOP("Words", "On LinkedIn"),
    Channel.LETTER: QT_TRANSLATE_NOOP("Words", "As a letter"),
    Channel.PHONE: QT_TRANSLATE_NOOP("Words", "Said on the phone"),
    Channel.IN_PERSON: QT_TRANSLATE_NOOP("Words", "Said in person"),
    Channel.OTHER: QT_TRANSLATE_NOOP("Words", "Another way"),
}
_MESSAGE_STATES: _Table = {
    MessageState.DRAFT: QT_TRANSLATE_NOOP("Words", "Draft"),
    MessageState.SENT: QT_TRANSLATE_NOOP("Words", "Sent"),
}
_ANSWERS: _Table = {
    Answer.YES: QT_TRANSLATE_NOOP("Words", "They said yes"),
    Answer.NO: QT_TRANSLATE_NOOP("Words", "They said no"),
    Answer.LATER: QT_TRANSLATE_NOOP("Words", "Later, they said"),
    Answer.SOMEONE_ELSE: QT_TRANSLATE_NOOP("Words", "They named someone else"),
}
_TONES: Mapping[str, object] = {
    "plain": QT_TRANSLATE_NOOP("Words", "Plain"),
    "warm": QT_TRANSLATE_NOOP("Words", "Warm"),
    "formal": QT_TRANSLATE_NOOP("Words", "Formal"),
}
_COMFORTS = {
    1: QT_TRANSLATE_NOOP("Words", "Easy"),
    2: QT_TRANSLATE_NOOP("Words", "Fairly easy"),
    3: QT_TRANSLATE_NOOP("Words", "Takes some courage"),
    4: QT_TRANSLATE_NOOP("Words", "Hard"),
    5: QT_TRANSLATE_NOOP("Words", "Daunting"),
}
_LABELS: Mapping[str, object] = {
    "home": QT_TRANSLATE_NOOP("Words", "home"),
    "work": QT_TRANSLATE_NOOP("Words", "work"),
    "mobile": QT_TRANSLATE_NOOP("Words", "mobile"),
    "fax": QT_TRANSLATE_NOOP("Words", "fax"),
    "main": QT_TRANSLATE_NOOP("Words", "main"),
    "homepage": QT_TRANSLATE_NOOP("Words", "homepage"),
    "profile": QT_TRANSLATE_NOOP("Words", "profile"),
    "blog": QT_TRANSLATE_NOOP("Words", "blog"),
    "school": QT_TRANSLATE_NOOP("Words", "school"),
    "company": QT_TRANSLATE_NOOP("Words", "company"),
    "assistant": QT_TRANSLATE_NOOP("Words", "assistant"),
    "car": QT_TRANSLATE_NOOP("Words", "car"),
    "pager": QT_TRANSLATE_NOOP("Words", "pager"),
}


def _said(text: object) -> str:
    return QCoreApplication.translate("Words", str(text))


def stage(code: Stage) -> str:
    """Where a contact stands: "Written to"."""
    return _said(_STAGES[code])


def next_step(code: NextStep) -> str:
    """What to do next with a contact, as a short call: "Agree a time"."""
    return _said(_NEXT_STEPS[code])


def source(code: Source | None) -> str:
    """Where a contact was found, empty for nowhere said."""
    return "" if code is None else _said(_SOURCES[code])


def may_use_name(code: MayUseName) -> str:
    """Whether the referrer's name may be used."""
    return _said(_MAY_USE_NAME[code])


def comfort(level: int | None) -> str:
    """How daunting a contact is, from 1 "Easy" to 5 "Daunting", empty for nothing said."""
    return "" if level is None else _said(_COMFORTS.get(level, ""))


def direction_kind(code: DirectionKind) -> str:
    """What kind of thing is explored."""
    return _said(_DIRECTION_KINDS[code])


def verdict(code: Verdict | None) -> str:
    """What was decided of a direction, empty for nothing yet."""
    return "" if code is None else _said(_VERDICTS[code])


def way(code: Way) -> str:
    """How the two talk: "By phone"."""
    return _said(_WAYS[code])


def meeting_state(code: MeetingState) -> str:
    """Whether a meeting lies ahead, took place or was called off."""
    return _said(_MEETING_STATES[code])


def priority(code: Priority) -> str:
    """How much a planned question matters."""
    return _said(_PRIORITIES[code])


def subject(code: Subject) -> str:
    """What a research note is about."""
    return _said(_SUBJECTS[code])


def topic(of: Topic) -> str:
    """The name of a topic; the user's own stays as written."""
    return of.name if of.own else QCoreApplication.translate("Topics", of.name)


def learning_kind(code: LearningKind) -> str:
    """What kind of learning an entry is."""
    return _said(_LEARNING_KINDS[code])


def paper(code: Paper) -> str:
    """The name of a paper size."""
    return _said(_PAPERS[code])


def theme(code: ThemeChoice) -> str:
    """Light, dark, or as the system has it."""
    return _said(_THEMES[code])


def file_kind(code: FileKind) -> str:
    """The kind of file people are imported from."""
    return _said(_FILE_KINDS[code])


def message_kind(code: MessageKind) -> str:
    """What a message is for: "First request"."""
    return _said(_MESSAGE_KINDS[code])


def situation(code: RequestSituation) -> str:
    """How one comes to write to somebody."""
    return _said(_SITUATIONS[code])


def channel(code: Channel) -> str:
    """The way a message went: "By e-mail"."""
    return _said(_CHANNELS[code])


def message_state(code: MessageState) -> str:
    """Whether a message is a draft or was sent."""
    return _said(_MESSAGE_STATES[code])


def answer(code: Answer) -> str:
    """What came back."""
    return _said(_ANSWERS[code])


def tone(text: str) -> str:
    """The tone of a letter; one of the user's own stays as written."""
    return _said(_TONES[text]) if text in _TONES else text


def label(text: str) -> str:
    """The label of an e-mail address, phone number, link or address; one of the user's own stays as written."""
    return _said(_LABELS[text]) if text in _LABELS else text


def labels() -> list[tuple[str, str]]:
    """The labels that are offered, each as its code and its word."""
    return [(code, _said(text)) for code, text in _LABELS.items()]


def day(value: date | None, year: bool = True) -> str:
    """A day with its weekday, "Thu 26 Nov 2026"; a dash for none."""
    if value is None:
        return "–"
    form = (
        _said(QT_TRANSLATE_NOOP("Words", "ddd d MMM yyyy")) if year else _said(QT_TRANSLATE_NOOP("Words", "ddd d MMM"))
    )
    return QLocale().toString(QDate(value.year, value.month, value.day), form)


def moment(value: datetime) -> str:
    """A day and a time in the user's zone: "Thu 26 Nov 2026, 10:00"."""
    local = value.astimezone()
    return _said(QT_TRANSLATE_NOOP("Words", "{0}, {1}")).format(day(local.date()), clock(local))


def clock(value: datetime) -> str:
    """A time of day as the clock shows it there: "10:00"."""
    return QLocale().toString(QTime(value.hour, value.minute), QLocale.FormatType.ShortFormat)
