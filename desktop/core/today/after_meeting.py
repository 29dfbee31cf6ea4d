"""What a meeting leaves to be done: telling whoever helped, keeping promises, introductions that were offered, what
was to be tried. Facts as they lie at hand, and from which day on each of them is a step (domain.md, "Rules").

Days are those of the user's own zone; whoever reads the facts decides that.
"""

from datetime import date, timedelta

from msgspec import Struct

from desktop.core.contact import Stage
from desktop.core.keep_in_touch_group import DEFAULT_RULE, KeepInTouchRule
from desktop.core.referral import INTRODUCTION_DAYS

REPORT_DAYS = 60  # a report of what lies further back is no step any more
_PROMISED_AHEAD = timedelta(days=1)  # what I promised comes up the day before
_INTRODUCTION_REMEMBERED = 60  # days; after that it is not brought up any more
_LEFT_ALONE = frozenset({Stage.RESTING, Stage.DECLINED})


class PersonRef(Struct, frozen=True):
    """A person, as far as a step names them."""

    id: int
    name: str
    stage: Stage = Stage.FOUND

    @property
    def is_left_alone(self) -> bool:
        """Whether the user lets them rest, or they do not want to be written to."""
        return self.stage in _LEFT_ALONE


class OwedReport(Struct, frozen=True):
    """Someone to tell how it went on: that a person they named was met, or that a direction is decided.

    `links` counts the names between the two: 1 if they named the person met themselves, 2 if they named whoever did.
    A decision has none. `told_on` is the day of the last report sent to them.
    """

    to: PersonRef
    since: date  # the day of the meeting, or of the decision
    about: PersonRef | None = None
    links: int = 0
    direction_id: int = 0
    direction: str = ""
    told_on: date | None = None

    @property
    def occasion(self) -> str:
        """What this report is about, so that the next one is another."""
        about = f"d{self.direction_id}" if self.about is None else str(self.about.id)
        return f"{self.to.id}:{about}:{self.since}"


class Owed(Struct, frozen=True):
    """A promise that is not kept yet, mine to them or theirs to me. `asked_on`: when they were last written to."""

    id: int
    contact: PersonRef
    mine: bool
    text: str
    due_on: date | None = None
    asked_on: date | None = None

    @property
    def occasion(self) -> str:
        """The promise with its day: another day makes it come up again."""
        return f"{self.id}:{self.due_on or ''}"


class Introduction(Struct, frozen=True):
    """`by` said they would introduce me to `contact`. `checked_on`: when `by` was last written to, thanks aside."""

    contact: PersonRef
    by: PersonRef
    since: date
    checked_on: date | None = None

    @property
    def occasion(self) -> str:
        """The introduction, as it was offered that day."""
        return f"{self.contact.id}:{self.since}"


class InTouch(Struct, frozen=True):
    """A contact one keeps in touch with. `last_on`: the last real contact; the rule is that of their group, if any."""

    contact: PersonRef
    last_on: date
    rule: KeepInTouchRule = DEFAULT_RULE
    in_group: bool = False
    cares_about: str = ""

    @property
    def occasion(self) -> str:
        """This time; after the next real contact it is another."""
        return f"{self.contact.id}:{self.last_on}"


class ToTry(Struct, frozen=True):
    """A learning entry to come back to: "I will try …", on a day the user chose."""

    entry_id: int
    text: str
    on: date

    @property
    def occasion(self) -> str:
        """The entry with its day."""
        return f"{self.entry_id}:{self.on}"


def is_to_be_told(report: OwedReport, today: date) -> bool:
    """Whether they are still to be told: from the day itself for sixty days, until a report was sent to them."""
    told = report.told_on is not None and report.told_on >= report.since
    return not told and not report.to.is_left_alone and 0 <= (today - report.since).days <= REPORT_DAYS


def is_to_be_kept(owed: Owed, today: date) -> bool:
    """Whether a promise of mine comes up: from the day before it is due."""
    return owed.mine and owed.due_on is not None and owed.due_on - _PROMISED_AHEAD <= today


def is_to_be_asked_for(owed: Owed, today: date) -> bool:
    """Whether to ask kindly for what they promised: once, after its day, unless they were written to since."""
    if owed.mine or owed.due_on is None or owed.due_on >= today or owed.contact.is_left_alone:
        return False
    return owed.asked_on is None or owed.asked_on <= owed.due_on


def days_introducing(introduction: Introduction, today: date) -> int | None:
    """For how many days an introduction has been on its way, from the seventh on; `None` if nothing is to be asked.

    Nothing is, once the referrer was asked, the person is written to, or sixty days have gone by.
    """
    days = (today - introduction.since).days
    asked = introduction.checked_on is not None and introduction.checked_on > introduction.since
    if asked or introduction.by.is_left_alone or introduction.contact.stage is not Stage.FOUND:
        return None
    return days if INTRODUCTION_DAYS[0] <= days <= _INTRODUCTION_REMEMBERED else None
