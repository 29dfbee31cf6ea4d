"""A contact: a person the user talks to or wants to, and the codes of its stage."""

from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct


class Stage(StrEnum):
    """How far things are with a contact (domain.md, "stage"); the same codes in files and JSON, untranslated."""

    FOUND = "found"
    WRITTEN_TO = "written_to"
    REPLIED = "replied"
    AGREED = "agreed"
    MET = "met"
    THANKED = "thanked"
    IN_TOUCH = "in_touch"
    DECLINED = "declined"
    NO_ANSWER = "no_answer"
    RESTING = "resting"


# The stages that follow one another; the others (declined, no answer, resting) leave the way.
STAGES_IN_ORDER = (
    Stage.FOUND,
    Stage.WRITTEN_TO,
    Stage.REPLIED,
    Stage.AGREED,
    Stage.MET,
    Stage.THANKED,
    Stage.IN_TOUCH,
)
CLOSED = (Stage.DECLINED, Stage.NO_ANSWER, Stage.RESTING)  # for now: each can be opened again


def at_least(stage: Stage, reached: Stage) -> Stage:
    """The later of two stages on the way; a contact that had left the way comes back to what was reached."""
    if stage not in STAGES_IN_ORDER:
        return reached
    return max(stage, reached, key=STAGES_IN_ORDER.index)


class Source(StrEnum):
    """Where a contact was found (domain.md, "source")."""

    KNOWN = "known"
    LINKEDIN = "linkedin"
    X = "x"
    ASSOCIATION = "association"
    CHAMBER = "chamber"
    ALUMNI = "alumni"
    PUBLICATION = "publication"
    WORKSHOP = "workshop"
    CONFERENCE = "conference"
    SOCIAL_EVENT = "social_event"
    REFERRAL = "referral"
    OTHER = "other"


class MayUseName(StrEnum):
    """Whether the referrer's name may be used towards the contact they named."""

    YES = "yes"
    NO = "no"
    ASK = "ask"


class Detail(Struct, frozen=True):
    """One way to reach a contact: a value with its label (`work`, `mobile`, or the user's own word, or empty).

    An address is written as people write it, with line breaks.
    """

    value: str
    label: str = ""


class CardProperty(Struct, frozen=True):
    """One line of a card that Groundwork has no place for, kept to be written back as it was.

    `value` and `parameters` (`LANGUAGE=de;TYPE=work`) are as in a file, escapes included, never with a line break;
    binary values are `data:` addresses.
    """

    name: str
    value: str
    parameters: str = ""
    group: str = ""


class Photo(Struct, frozen=True):
    """A small picture of a person: the bytes of an image file, and what kind it is (`image/jpeg`)."""

    media_type: str
    data: bytes

    def __repr__(self) -> str:
        return f"Photo({self.media_type!r}, {len(self.data)} bytes)"  # never the picture itself


class Contact(Struct, frozen=True):
    """Everything known of one contact. `id` 0 means: not stored yet.

    `properties` and `photo` are expensive and seldom asked for: the store gives them only with `contacts.with_cards`.
    """

    id: int = 0
    name: str = ""
    pronounced: str = ""  # how the name is said, in the user's own spelling
    pronouns: str = ""
    role: str = ""
    organisation: str = ""
    organisation_id: int | None = None
    emails: tuple[Detail, ...] = ()
    phones: tuple[Detail, ...] = ()
    links: tuple[Detail, ...] = ()
    addresses: tuple[Detail, ...] = ()
    directions: tuple[int, ...] = ()  # ids of directions
    tags: tuple[str, ...] = ()
    source: Source | None = None
    source_detail: str = ""  # which event, list or person, in the user's words
    found_on: date | None = None
    referrer_id: int | None = None
    may_use_name: MayUseName = MayUseName.ASK
    referred_for: str = ""  # what the referrer named them for
    referred_at_id: int | None = None  # the meeting at which they were named
    introducing_since: date | None = None  # the referrer said they would introduce, and has not yet
    time_zone: str = ""  # IANA name, empty: the user's own
    comfort: int | None = None  # 1 easy … 5 daunting
    warm_line: str = ""  # one thing about them worth a warm word
    cares_about: str = ""  # what they would like to hear of
    give_back: str = ""  # what the user can do for them
    touch_group_id: int | None = None
    notes: str = ""
    stage: Stage = Stage.FOUND
    stage_reason: str = ""  # why the stage was set by hand
    last_contact_on: date | None = None  # the last message or meeting, derived as the stage is
    imported_on: date | None = None
    imported_from: str = ""  # the name of the file
    created_at: datetime | None = None
    properties: tuple[CardProperty, ...] = ()
    photo: Photo | None = None


class ContactLine(Struct, frozen=True):
    """One light row of the contact list."""

    id: int
    name: str
    organisation: str
    role: str
    stage: Stage
    source: Source | None
    comfort: int | None
    next_meeting: datetime | None  # start of the next planned meeting, UTC
    to_write_up: bool  # a meeting has taken place and is not written up yet
    follow_up: "NextStep | None" = None  # what the nudge rule asks for today, if it asks for something
    follow_up_due: date | None = None  # since when, or until when to wait


class ContactSort(StrEnum):
    """What the contact list is sorted by."""

    NAME = "name"
    ORGANISATION = "organisation"
    ROLE = "role"
    STAGE = "stage"
    NEXT_STEP = "next_step"
    SOURCE = "source"
    COMFORT = "comfort"


class ContactFilter(Struct, frozen=True):
    """What narrows the contact list; everything given must hold. `search` as typed by the user."""

    search: str = ""
    stages: frozenset[Stage] = frozenset()
    sources: frozenset[Source] = frozenset()
    directions: frozenset[int] = frozenset()
    tags: frozenset[str] = frozenset()
    organisation_id: int | None = None


EVERYONE = ContactFilter()


class NextStep(StrEnum):
    """The next thing to do with a contact."""

    WRITE_REQUEST = "write_request"
    AWAIT_ANSWER = "await_answer"
    TRY_ANOTHER = "try_another"  # write to another person meanwhile
    NUDGE = "nudge"
    COME_BACK = "come_back"  # to someone who said "later"
    AGREE_TIME = "agree_time"
    PREPARE = "prepare"
    WRITE_UP = "write_up"
    THANK = "thank"
    KEEP_IN_TOUCH = "keep_in_touch"
    NONE = "none"


_STEP_BY_STAGE = {
    Stage.FOUND: NextStep.WRITE_REQUEST,
    Stage.WRITTEN_TO: NextStep.AWAIT_ANSWER,
    Stage.REPLIED: NextStep.AGREE_TIME,
    Stage.AGREED: NextStep.AGREE_TIME,
    Stage.MET: NextStep.THANK,
    Stage.THANKED: NextStep.KEEP_IN_TOUCH,
    Stage.IN_TOUCH: NextStep.KEEP_IN_TOUCH,
}


def next_step(
    stage: Stage, next_meeting: datetime | None, to_write_up: bool, follow_up: NextStep | None = None
) -> NextStep:
    """What to do next with a contact: a write-up that waits comes first, then the meeting ahead, then the stage.

    `follow_up` is what the nudge rule asks for today.
    """
    if to_write_up:
        return NextStep.WRITE_UP
    if next_meeting is not None:
        return NextStep.PREPARE
    if follow_up is not None:
        return follow_up
    return _STEP_BY_STAGE.get(stage, NextStep.NONE)


def next_step_of(line: ContactLine) -> NextStep:
    """What to do next with the contact of a line of the list."""
    return next_step(line.stage, line.next_meeting, line.to_write_up, line.follow_up)
