"""What to do next: at most three small steps, chosen by rules from what lies at hand. Nothing here scolds or counts.

The steps, the first that hold come first (domain.md, "Calm" and "Rules"):

1. the brief of a meeting that is under way or begins within two hours;
2. meetings that ended today: say whether they took place, write them up ("write up: the same day"), latest first;
3. a meeting to confirm, 48 to 24 hours ahead ("confirm");
4. the brief of the next meeting, if that is today or tomorrow;
5. a meeting to thank for ("thank-you: within 24 hours"), the latest one, for fourteen days;
6. answers that came within the last thirty days: agree a time, whoever waits longest first;
7. one meeting that ended on an earlier day of the last thirty, the latest one;
8. one nudge that is due, or one person to come back to, the one due longest (the others follow when it is done);
9. one request that is half written, the easiest one;
10. the next meeting, if it is later; or else one that has no time yet;
11. another person to write to, while one answer is waited for ("3B7");
12. one line of learning from the latest meeting that is written up and has none, for fourteen days;
13. someone to begin with: the easiest of the people found.

A meeting and a person are each a step once only, where they come first.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from desktop.core.contact import ContactLine, Stage
from desktop.core.follow_up import FollowUp, FollowUpKind
from desktop.core.meeting_line import MeetingLine, MeetingState, confirm_between, is_over
from desktop.core.text import fold

STEPS = 3
SOON = timedelta(hours=2)
REMEMBERED_DAYS = 30  # what lies further back is still listed under its meeting, but is no step any more
LEARNING_DAYS = 14
THANKING_DAYS = 14  # late thanks are better than none; after that it is not brought up any more
COMFORT_UNKNOWN = 3  # in the middle between easy and daunting


class StepKind(StrEnum):
    """What a step asks for."""

    PREPARE = "prepare"
    PRINT_BRIEF = "print_brief"
    SAY_WHETHER = "say_whether"  # it took place
    WRITE_UP = "write_up"
    CONFIRM = "confirm"
    THANK = "thank"
    AGREE_TIME = "agree_time"
    NUDGE = "nudge"
    COME_BACK = "come_back"  # to who said "later"
    TRY_ANOTHER = "try_another"  # while one answer is waited for
    FINISH_REQUEST = "finish_request"
    KEEP_LEARNING = "keep_learning"
    BEGIN_WITH = "begin_with"


@dataclass(frozen=True, slots=True)
class Awaited:
    """A contact whose answer is awaited, with what the rule of follow-up says of it."""

    contact: ContactLine
    follow_up: FollowUp


@dataclass(frozen=True, slots=True)
class Replied:
    """A contact who answered and with whom no time is agreed yet. `on` is the day of the answer, if it is known."""

    contact: ContactLine
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One next step. It concerns a meeting or a contact.

    `follow_up` belongs to what the rule of follow-up brought up; `other` is, for `TRY_ANOTHER`, the person to write to,
    if there is one.
    """

    kind: StepKind
    meeting: MeetingLine | None = None
    contact: ContactLine | None = None
    follow_up: FollowUp | None = None
    other: ContactLine | None = None

    @property
    def contact_id(self) -> int:
        """The contact it concerns, also where it concerns a meeting."""
        if self.meeting is not None:
            return self.meeting.contact_id
        return self.contact.id if self.contact else 0


@dataclass(frozen=True, slots=True)
class AtHand:
    """What the steps are chosen from.

    `noted`, `learned`, `unconfirmed` and `unthanked` are ids of meetings: with notes; with a learning entry; agreed
    early enough to be confirmed, and no confirmation sent; took place, and nobody thanked. `people` are those found,
    `drafts` those with a request half written.
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


def next_meeting(at_hand: AtHand, now: datetime) -> MeetingLine | None:
    """The planned meeting that has a time, is not over and begins first."""
    ahead = [
        line
        for line in at_hand.meetings
        if line.state is MeetingState.PLANNED and line.starts_at is not None and not is_over(line, now)
    ]
    return min(ahead, key=lambda line: (line.starts_at, line.id), default=None)


def waiting(at_hand: AtHand, now: datetime) -> tuple[MeetingLine, ...]:
    """Meetings to be written up, latest first: over and not said whether they took place, or met and nothing noted."""
    found = [
        line
        for line in at_hand.meetings
        if (line.state is MeetingState.PLANNED and is_over(line, now))
        or (line.state is MeetingState.MET and not _is_written_up(line, at_hand))
    ]
    return tuple(sorted(found, key=_latest_first))


def next_steps(at_hand: AtHand, now: datetime) -> tuple[Step, ...]:
    """At most three steps, the most pressing first. `now` is in the user's zone, which decides what *today* is."""
    return tuple(step for step, _ in zip(_each_once(_in_order(at_hand, now)), range(STEPS), strict=False))


def to_say_whether(line: MeetingLine) -> bool:
    """Whether it is still to be said that a meeting which is over took place."""
    return line.state is MeetingState.PLANNED


def can_be_printed(line: MeetingLine) -> bool:
    """Whether purpose and questions are there, so that the brief is worth printing."""
    return bool(line.purpose.strip()) and line.questions > 0


def _each_once(steps: Iterator[Step]) -> Iterator[Step]:
    meetings: set[int] = set()
    contacts: set[int] = set()
    for step in steps:
        seen, about = (meetings, step.meeting.id) if step.meeting else (contacts, step.contact_id)
        if about not in seen:
            seen.add(about)
            contacts.update({step.other.id} if step.other else ())
            yield step


def _in_order(at_hand: AtHand, now: datetime) -> Iterator[Step]:
    ahead = next_meeting(at_hand, now)
    days_ahead = _days_until(ahead, now) if ahead else None
    soon = ahead is not None and ahead.starts_at is not None and ahead.starts_at - now <= SOON
    over = waiting(at_hand, now)
    if ahead and soon:
        yield _before(ahead)
    for line in over:
        if _days_until(line, now) == 0:
            yield _after(line)
    yield from (Step(StepKind.CONFIRM, line) for line in _to_confirm(at_hand, now)[:1])
    if ahead and not soon and days_ahead is not None and days_ahead <= 1:
        yield _before(ahead)
    yield from (Step(StepKind.THANK, line) for line in _to_thank(at_hand, now)[:1])
    yield from (Step(StepKind.AGREE_TIME, contact=one.contact) for one in _to_agree_with(at_hand, now))
    earlier = [line for line in over if _lies_back(line, now, 1, REMEMBERED_DAYS)]
    if earlier:
        yield _after(earlier[0])
    yield from _written_to(at_hand)
    yield from (Step(StepKind.FINISH_REQUEST, contact=person) for person in _easiest_first(at_hand.drafts)[:1])
    if ahead and not soon and days_ahead is not None and days_ahead > 1:
        yield _before(ahead)
    if ahead is None:
        yield from (_before(line) for line in _without_time(at_hand)[:1])
    yield from _another(at_hand)
    yield from (Step(StepKind.KEEP_LEARNING, line) for line in _not_learned_from(at_hand, now)[:1])
    yield from (Step(StepKind.BEGIN_WITH, contact=person) for person in _to_begin_with(at_hand)[:1])


def _to_confirm(at_hand: AtHand, now: datetime) -> list[MeetingLine]:
    found = []
    for line in at_hand.meetings:
        if line.state is MeetingState.PLANNED and line.starts_at is not None and line.id in at_hand.unconfirmed:
            opens, closes = confirm_between(line.starts_at)
            if opens <= now < closes:
                found.append(line)
    return sorted(found, key=lambda line: (line.starts_at, line.id))


def _to_thank(at_hand: AtHand, now: datetime) -> list[MeetingLine]:
    found = [
        line
        for line in at_hand.meetings
        if line.state is MeetingState.MET and line.id in at_hand.unthanked and _lies_back(line, now, 0, THANKING_DAYS)
    ]
    return sorted(found, key=_latest_first)


def _to_agree_with(at_hand: AtHand, now: datetime) -> list[Replied]:
    first = now.date() - timedelta(days=REMEMBERED_DAYS)
    return sorted((one for one in at_hand.replied if one.on is None or one.on >= first), key=_longest_first)


def _written_to(at_hand: AtHand) -> Iterator[Step]:
    kinds = {FollowUpKind.NUDGE: StepKind.NUDGE, FollowUpKind.COME_BACK: StepKind.COME_BACK}
    due = [one for one in at_hand.awaited if one.follow_up.kind in kinds]
    for one in sorted(due, key=_due_first)[:1]:
        yield Step(kinds[one.follow_up.kind], contact=one.contact, follow_up=one.follow_up)


def _another(at_hand: AtHand) -> Iterator[Step]:
    due = [one for one in at_hand.awaited if one.follow_up.kind is FollowUpKind.TRY_ANOTHER]
    for one in sorted(due, key=_due_first)[:1]:
        other = next(iter(_to_begin_with(at_hand)), None)
        yield Step(StepKind.TRY_ANOTHER, contact=one.contact, follow_up=one.follow_up, other=other)


def _due_first(one: Awaited) -> tuple[date, tuple[int, str, int]]:
    return one.follow_up.due, _easy(one.contact)


def _longest_first(one: Replied) -> tuple[date, tuple[int, str, int]]:
    return one.on or date.min, _easy(one.contact)


def _before(line: MeetingLine) -> Step:
    return Step(StepKind.PRINT_BRIEF if can_be_printed(line) else StepKind.PREPARE, line)


def _after(line: MeetingLine) -> Step:
    return Step(StepKind.SAY_WHETHER if to_say_whether(line) else StepKind.WRITE_UP, line)


def _is_written_up(line: MeetingLine, at_hand: AtHand) -> bool:
    return line.answered > 0 or line.id in at_hand.noted


def _without_time(at_hand: AtHand) -> list[MeetingLine]:
    found = [line for line in at_hand.meetings if line.state is MeetingState.PLANNED and line.starts_at is None]
    return sorted(found, key=lambda line: line.id)


def _not_learned_from(at_hand: AtHand, now: datetime) -> list[MeetingLine]:
    found = [
        line
        for line in at_hand.meetings
        if line.state is MeetingState.MET
        and _is_written_up(line, at_hand)
        and line.id not in at_hand.learned
        and _lies_back(line, now, 0, LEARNING_DAYS)
    ]
    return sorted(found, key=_latest_first)


def _to_begin_with(at_hand: AtHand) -> list[ContactLine]:
    return _easiest_first(person for person in at_hand.people if person.stage is Stage.FOUND and person.name.strip())


def _easiest_first(people: Iterable[ContactLine]) -> list[ContactLine]:
    return sorted(people, key=_easy)


def _easy(person: ContactLine) -> tuple[int, str, int]:
    return person.comfort or COMFORT_UNKNOWN, fold(person.name), person.id


def _days_until(line: MeetingLine, now: datetime) -> int | None:
    """Calendar days from today to the meeting, in the user's zone; `None` without a time."""
    if line.starts_at is None:
        return None
    return (line.starts_at.astimezone(now.tzinfo).date() - now.date()).days


def _lies_back(line: MeetingLine, now: datetime, least: int, most: int) -> bool:
    days = _days_until(line, now)
    return days is not None and least <= -days <= most


def _latest_first(line: MeetingLine) -> tuple[float, int]:
    return (-line.starts_at.timestamp() if line.starts_at else float("inf"), -line.id)
