"""The values of Today: the material, a next step, and the ranks in `core.today.ranking`."""

from datetime import date
from enum import IntEnum, StrEnum

from msgspec import Struct

from desktop.core.contact import ContactLine
from desktop.core.meeting_line import MeetingLine
from desktop.core.today.after_meeting import InTouch, Introduction, Owed, OwedReport, ToTry
from desktop.core.today.follow_up import FollowUp

AfterMeetingFact = OwedReport | Owed | Introduction | InTouch | ToTry


class StepKind(StrEnum):
    """What a step asks for."""

    PREPARE = "prepare"
    PRINT_BRIEF = "print_brief"
    SAY_WHETHER = "say_whether"  # it took place
    WRITE_UP = "write_up"
    CONFIRM = "confirm"
    THANK = "thank"
    KEEP_PROMISE = "keep_promise"
    AGREE_TIME = "agree_time"
    TELL_REFERRER = "tell_referrer"  # that the person they named was met, and so up the chain
    TELL_DECISION = "tell_decision"  # that a direction is decided
    CHECK_IN = "check_in"  # on an introduction
    NUDGE = "nudge"
    COME_BACK = "come_back"  # to who said "later"
    ASK_FOR_PROMISED = "ask_for_promised"
    KEEP_IN_TOUCH = "keep_in_touch"
    SEE_WHAT_CAME = "see_what_came"  # of what was to be tried
    TRY_ANOTHER = "try_another"  # while one answer is waited for
    FINISH_REQUEST = "finish_request"
    KEEP_LEARNING = "keep_learning"
    BEGIN_WITH = "begin_with"


class Rank(IntEnum):
    """The ranks, the most pressing first; `core.today.ranking` says what each holds."""

    UNDER_WAY = 1
    JUST_OVER = 2
    CONFIRM = 3
    NEAR = 4
    THANK = 5
    PROMISED = 6
    ANSWERED = 7
    TELL_REFERRER = 8
    EARLIER = 9
    CHECK_IN = 10
    WRITTEN_TO = 11
    PROMISED_TO_ME = 12
    KEEP_IN_TOUCH = 13
    SEE_WHAT_CAME = 14
    HALF_WRITTEN = 15
    AHEAD = 16
    TELL_OTHERS = 17
    INTRODUCING = 18
    ANOTHER = 19
    LEARNED = 20
    BEGIN_WITH = 21
    POSSIBLE = 22  # never among the three: a promise without a day, the ideal day to keep in touch


class Awaited(Struct, frozen=True):
    """A contact whose answer is awaited, with what the rule of follow-up says of it."""

    contact: ContactLine
    follow_up: FollowUp


class Replied(Struct, frozen=True):
    """A contact who answered and with whom no time is agreed yet. `on` is the day of the answer, if it is known."""

    contact: ContactLine
    on: date | None = None


class Step(Struct, frozen=True):
    """One next step. It concerns a meeting, a contact, or a `fact`: something that came of a meeting.

    `follow_up` belongs to what the rule of follow-up brought up; `other` is, for `TRY_ANOTHER`, the person to write to,
    if there is one; `since` the day of the answer for `AGREE_TIME`.
    """

    kind: StepKind
    meeting: MeetingLine | None = None
    contact: ContactLine | None = None
    follow_up: FollowUp | None = None
    other: ContactLine | None = None
    fact: AfterMeetingFact | None = None
    since: date | None = None

    @property
    def contact_id(self) -> int:
        """The contact it concerns or is written to, also where it concerns a meeting; 0 for a learning entry."""
        if self.meeting is not None:
            return self.meeting.contact_id
        match self.fact:
            case OwedReport():
                return self.fact.to.id
            case Introduction():
                return self.fact.by.id
            case Owed() | InTouch():
                return self.fact.contact.id
        return self.contact.id if self.contact else 0

    @property
    def key(self) -> str:
        """The lasting name of this step, by which it can be put off: "write_up:12".

        What can come up again has its occasion in it, so that leaving it out once does not leave it out for ever.
        """
        if self.fact is not None:
            return f"{self.kind}:{self.fact.occasion}"
        if self.meeting is not None:
            return f"{self.kind}:{self.meeting.id}"
        on = self.follow_up.due if self.follow_up else self.since
        return f"{self.kind}:{self.contact_id}:{on}" if on else f"{self.kind}:{self.contact_id}"


class TodayMaterial(Struct, frozen=True):
    """What the steps are chosen from.

    `noted`, `learned`, `unconfirmed` and `unthanked` are ids of meetings: with something of a write-up; with a learning
    entry; agreed early enough to be confirmed, and no confirmation sent; took place, and nobody thanked. `people` are
    those found, `drafts` those with a request half written. `put_off` holds the keys of steps that are put off today;
    `quiet_wanted`: the day after a meeting is to be quiet.
    """

    meetings: tuple[MeetingLine, ...] = ()
    noted: frozenset[int] = frozenset()
    learned: frozenset[int] = frozenset()
    people: tuple[ContactLine, ...] = ()
    unconfirmed: frozenset[int] = frozenset()
    unthanked: frozenset[int] = frozenset()
    replied: tuple[Replied, ...] = ()
    awaited: tuple[Awaited, ...] = ()
    drafts: tuple[ContactLine, ...] = ()
    reports: tuple[OwedReport, ...] = ()
    owed: tuple[Owed, ...] = ()
    introductions: tuple[Introduction, ...] = ()
    in_touch: tuple[InTouch, ...] = ()
    to_try: tuple[ToTry, ...] = ()
    put_off: frozenset[str] = frozenset()
    quiet_wanted: bool = False
