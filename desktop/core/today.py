"""What to do next: at most three small steps, chosen by rules from what lies at hand. Nothing here scolds or counts.

The steps, the first that hold come first (domain.md, "Calm" and "Rules"):

1. the brief of a meeting that is under way or begins within two hours;
2. meetings that ended today: say whether they took place, write them up ("write up: the same day"), latest first;
3. the brief of the next meeting, if that is today or tomorrow;
4. one meeting that ended on an earlier day of the last thirty, the latest one;
5. the next meeting, if it is later; or else one that has no time yet;
6. one line of learning from the latest meeting that is written up and has none, for fourteen days;
7. someone to begin with: the easiest of the people found.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from desktop.core.contact import ContactLine, Stage
from desktop.core.meeting_line import MeetingLine, MeetingState, is_over
from desktop.core.text import fold

STEPS = 3
SOON = timedelta(hours=2)
REMEMBERED_DAYS = 30  # what lies further back is still listed under its meeting, but is no step any more
LEARNING_DAYS = 14
COMFORT_UNKNOWN = 3  # in the middle between easy and daunting


class StepKind(StrEnum):
    """What a step asks for."""

    PREPARE = "prepare"
    PRINT_BRIEF = "print_brief"
    SAY_WHETHER = "say_whether"  # it took place
    WRITE_UP = "write_up"
    KEEP_LEARNING = "keep_learning"
    BEGIN_WITH = "begin_with"


@dataclass(frozen=True, slots=True)
class Step:
    """One next step. It concerns a meeting, except `BEGIN_WITH`, which concerns a contact."""

    kind: StepKind
    meeting: MeetingLine | None = None
    contact: ContactLine | None = None


@dataclass(frozen=True, slots=True)
class AtHand:
    """What the steps are chosen from. `noted` and `learned` are ids of meetings: with notes, with a learning entry."""

    meetings: tuple[MeetingLine, ...] = ()
    noted: frozenset[int] = frozenset()
    learned: frozenset[int] = frozenset()
    people: tuple[ContactLine, ...] = ()


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
    return tuple(step for step, _ in zip(_in_order(at_hand, now), range(STEPS), strict=False))


def to_say_whether(line: MeetingLine) -> bool:
    """Whether it is still to be said that a meeting which is over took place."""
    return line.state is MeetingState.PLANNED


def can_be_printed(line: MeetingLine) -> bool:
    """Whether purpose and questions are there, so that the brief is worth printing."""
    return bool(line.purpose.strip()) and line.questions > 0


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
    if ahead and not soon and days_ahead is not None and days_ahead <= 1:
        yield _before(ahead)
    earlier = [line for line in over if _lies_back(line, now, 1, REMEMBERED_DAYS)]
    if earlier:
        yield _after(earlier[0])
    if ahead and not soon and days_ahead is not None and days_ahead > 1:
        yield _before(ahead)
    if ahead is None:
        yield from (_before(line) for line in _without_time(at_hand)[:1])
    yield from (Step(StepKind.KEEP_LEARNING, line) for line in _not_learned_from(at_hand, now)[:1])
    yield from (Step(StepKind.BEGIN_WITH, contact=person) for person in _easiest_first(at_hand)[:1])


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


def _easiest_first(at_hand: AtHand) -> list[ContactLine]:
    found = [person for person in at_hand.people if person.stage is Stage.FOUND and person.name.strip()]
    return sorted(found, key=lambda person: (person.comfort or COMFORT_UNKNOWN, fold(person.name), person.id))


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
