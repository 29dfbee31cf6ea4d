"""The brief: what the user prints and brings: *At the door* stays in the bag, *On the table* lies between the two."""

from datetime import date, datetime, timedelta

from msgspec import Struct

from desktop.core.contact import Contact
from desktop.core.errors import UserError
from desktop.core.meeting import Meeting, MeetingFact, OwnAnswer, PlannedQuestion, Priority, Rescue
from desktop.core.meeting_line import Way
from desktop.core.preparing.plan import budget, in_asking_order
from desktop.core.profile import Profile
from desktop.core.text import fold, one_line
from desktop.core.zones import is_known, zone

FACTS = 5  # at most, *At the door* is one page
_LINES_FOR_FIRST = 3
_FIRST_QUESTIONS = 5
_LINES_FOR_SPARE = 2


class BriefMaterial(Struct, frozen=True):
    """What the store knows for one brief."""

    meeting: Meeting
    contact: Contact
    profile: Profile
    questions: tuple[PlannedQuestion, ...]
    facts: tuple[MeetingFact, ...]  # those chosen for the brief, in order


class BriefQuestion(Struct, frozen=True):
    """One question on the table, with room to write (in lines)."""

    text: str
    follow_up: str
    lines: int
    spare: bool


class Brief(Struct, frozen=True):
    """Everything the two pages say, ready to be laid out; no text here is markup."""

    name: str
    pronounced: str
    pronouns: str
    title: str  # role and organisation, as one line each
    organisation: str
    starts_at: datetime | None  # in the zone it was agreed in
    their_time: datetime | None  # the same moment in the contact's own zone, if that differs
    minutes: int
    way: Way
    place: str
    dial_in: str
    phone_for_day: str
    route: str
    arrive_early: int
    purpose: str
    opening: str
    ask_for_notes: str
    warm_line: str
    facts: tuple[MeetingFact, ...]
    asked_back: tuple[OwnAnswer, ...]
    rescues: tuple[Rescue, ...]
    bring: tuple[str, ...]
    questions: tuple[BriefQuestion, ...]
    who_else: str
    use_name: str
    thanks: str
    half_time: datetime | None
    close_time: datetime | None
    file_name: str
    written_on: date

    @property
    def about(self) -> tuple[str, ...]:
        """What is said of the person below the name."""
        return tuple(part for part in (self.pronouns, self.title, self.organisation) if part.strip())


def build(material: BriefMaterial, today: date) -> Brief:
    """The brief of a meeting.

    Raises:
        UserError: if no question is chosen yet: a brief without one is an empty sheet.
    """
    meeting, contact = material.meeting, material.contact
    asking = in_asking_order(material.questions)
    if not asking:
        raise UserError("refusals.no_question")
    local = meeting.starts_at.astimezone(zone(meeting.zone)) if meeting.starts_at else None
    theirs = local.astimezone(zone(contact.time_zone)) if local and is_known(contact.time_zone) else None
    if local and theirs and theirs.utcoffset() == local.utcoffset():
        theirs = None
    closing = budget(max(5, meeting.minutes)).closing
    return Brief(
        name=one_line(contact.name),
        pronounced=one_line(contact.pronounced),
        pronouns=one_line(contact.pronouns),
        title=one_line(contact.role),
        organisation=one_line(contact.organisation),
        starts_at=local,
        their_time=theirs,
        minutes=meeting.minutes,
        way=meeting.way,
        place=meeting.place,
        dial_in=meeting.dial_in,
        phone_for_day=meeting.phone_for_day,
        route=meeting.route,
        arrive_early=meeting.arrive_early,
        purpose=meeting.purpose,
        opening=meeting.opening,
        ask_for_notes=meeting.ask_for_notes,
        warm_line=contact.warm_line,
        facts=material.facts[:FACTS],
        asked_back=tuple(own for own in meeting.asked_back if own.on_brief and own.answer.strip()),
        rescues=tuple(rescue for rescue in meeting.rescues if rescue.then.strip()),
        bring=meeting.bring,
        questions=tuple(_on_the_table(number, question) for number, question in enumerate(asking)),
        who_else=meeting.who_else,
        use_name=meeting.use_name,
        thanks=meeting.thanks,
        half_time=local + timedelta(minutes=meeting.minutes / 2) if local else None,
        close_time=local + timedelta(minutes=meeting.minutes - closing) if local else None,
        file_name=file_name(contact.name),
        written_on=today,
    )


def _on_the_table(number: int, question: PlannedQuestion) -> BriefQuestion:
    spare = question.priority is Priority.IF_TIME or number >= _FIRST_QUESTIONS
    lines = _LINES_FOR_SPARE if spare else _LINES_FOR_FIRST
    return BriefQuestion(one_line(question.text), one_line(question.follow_up), lines, spare)


def file_name(contact_name: str) -> str:
    """A file name for the brief: letters and digits of the name, never a path: `ada-lovelace-brief.pdf`."""
    kept = "".join(letter if letter.isalnum() else " " for letter in fold(contact_name)).split()
    return "-".join([*kept, "brief"])[:80].removesuffix("-") + ".pdf" if kept else "brief.pdf"
