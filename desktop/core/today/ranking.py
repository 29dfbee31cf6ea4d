"""What to do next: at most three small steps, chosen by rules from what lies at hand. Nothing here scolds or counts.

The ranking, as `Rank` numbers it; of each place one step unless said otherwise (domain.md, "Calm" and "Rules"):

1. the brief of a meeting that is under way or begins within two hours;
2. meetings that ended today: say whether they took place, write them up ("write up: the same day"), latest first, all;
3. a meeting to confirm, 48 to 24 hours ahead ("confirm");
4. the brief of the next meeting, if that is today or tomorrow;
5. a meeting to thank for ("thank-you: within 24 hours"), the latest that is not named above, for fourteen days;
6. what I promised, from the day before it is due, the one due first;
7. answers that came within the last thirty days: agree a time, whoever waits longest first, all;
8. whoever named a person I have met ("report back to the referrer"), the latest meeting first;
9. one meeting that ended on an earlier day of the last thirty, the latest one;
10. an introduction that has been on its way for ten days: check in with the referrer;
11. one nudge that is due, or one person to come back to, the one due longest (the others follow when it is done);
12. what they promised, the day after it was due: ask kindly, once;
13. keeping in touch, when the latest day has come, whoever has waited longest;
14. what I wanted to try, on the day I chose to look what came of it;
15. one request that is half written, the easiest one;
16. the next meeting, if it is later; or else one that has no time yet;
17. a decision to tell of, to all who helped with that direction; and, up the chain, whoever named a referrer;
18. an introduction on its way for seven to nine days;
19. another person to write to, while one answer is waited for ("3B7");
20. one line of learning from the latest meeting that is written up and has none, for fourteen days;
21. someone to begin with: the easiest of the people found;
22. never among the three, but possible: promises without a day, keeping in touch from the ideal day on.

A meeting and a person are each one of the three once only, where they come first. What was put off comes up on its day,
or not at all. On a quiet day after a meeting only what cannot wait is shown: a meeting within 24 hours, the thanks.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import islice

from desktop.core.contact import ContactLine, Stage
from desktop.core.meeting_line import MeetingLine, MeetingState, confirm_between, is_over
from desktop.core.text import fold
from desktop.core.today.after_meeting import is_to_be_asked_for, is_to_be_kept
from desktop.core.today.after_meeting_steps import checked_in, kept_in_touch, promised, report_steps, tried
from desktop.core.today.follow_up import FollowUpKind
from desktop.core.today.keep_in_touch import KeepInTouchTiming
from desktop.core.today.values import Awaited, Rank, Step, StepKind, TodayMaterial

_STEPS_SHOWN = 3
SOON = timedelta(hours=2)
_CANNOT_WAIT = timedelta(hours=24)
_REMEMBERED_DAYS = 30  # what lies further back is still listed under its meeting, but is no step any more
LEARNING_DAYS = 14
THANKING_DAYS = 14  # late thanks are better than none; after that it is not brought up any more
_COMFORT_UNKNOWN = 3  # in the middle between easy and daunting
_FURTHEST = 99  # links up the chain: as far as it goes
_ALL_AT_ONCE = frozenset({Rank.JUST_OVER, Rank.ANSWERED})


def next_meeting(material: TodayMaterial, now: datetime) -> MeetingLine | None:
    """The planned meeting that has a time, is not over and begins first."""
    ahead = [
        line
        for line in material.meetings
        if line.state is MeetingState.PLANNED and line.starts_at is not None and not is_over(line, now)
    ]
    return min(ahead, key=lambda line: (line.starts_at, line.id), default=None)


def waiting(material: TodayMaterial, now: datetime) -> tuple[MeetingLine, ...]:
    """Meetings to be written up, latest first: over and not said whether they took place, or met and nothing noted."""
    found = [
        line
        for line in material.meetings
        if (line.state is MeetingState.PLANNED and is_over(line, now))
        or (line.state is MeetingState.MET and not _is_written_up(line, material))
    ]
    return tuple(sorted(found, key=_latest_first))


def next_steps(material: TodayMaterial, now: datetime) -> tuple[Step, ...]:
    """At most three steps, the most pressing first. `now` is in the user's zone, which decides what *today* is."""
    return tuple(step for _, step in islice(_first(material, now), _STEPS_SHOWN))


def also_possible(material: TodayMaterial, now: datetime) -> tuple[Step, ...]:
    """Everything else that could be done today, in the same order: each thing once, a person as often as they come."""
    shown = {step.key for step in next_steps(material, now)}
    found: dict[str, Step] = {}
    for _, steps in _places(material, now):
        for step in steps:
            if step.key not in shown:
                found.setdefault(step.key, step)
    return tuple(found.values())


def room_for(material: TodayMaterial, now: datetime, rank: Rank) -> bool:
    """Whether a step of that place could be one of the three: what comes later need not be looked for otherwise."""
    return sum(1 for place, _ in islice(_first(material, now), _STEPS_SHOWN) if place < rank) < _STEPS_SHOWN


def is_quiet_day(material: TodayMaterial, now: datetime) -> bool:
    """Whether a meeting took place yesterday, and the user wants the day after one to be quiet."""
    return material.quiet_wanted and any(
        _days_until(line, now) == -1 and line.state is not MeetingState.CANCELLED for line in material.meetings
    )


def still_put_off(steps: Iterable[tuple[str, date | None]], today: date) -> frozenset[str]:
    """The keys of the steps that are put off today: until a later day, or (`None`) left out for good."""
    return frozenset(key for key, until in steps if until is None or until > today)


def to_say_whether(line: MeetingLine) -> bool:
    """Whether it is still to be said that a meeting which is over took place."""
    return line.state is MeetingState.PLANNED


def has_purpose_and_questions(line: MeetingLine) -> bool:
    """Whether purpose and questions are there, so that the brief is worth printing."""
    return bool(line.purpose.strip()) and line.questions > 0


def _first(material: TodayMaterial, now: datetime) -> Iterator[tuple[Rank, Step]]:
    """The steps that may be among the three: of each place as many as it may have, each meeting and person once."""
    quiet = is_quiet_day(material, now)
    meetings: set[int] = set()
    contacts: set[int] = set()
    for rank, steps in _places(material, now):
        if rank is Rank.POSSIBLE:
            return
        for step in steps if rank in _ALL_AT_ONCE or rank is Rank.THANK else steps[:1]:
            if quiet and not _cannot_wait(step, now):
                continue
            seen, about = (meetings, step.meeting.id) if step.meeting else (contacts, step.contact_id)
            if about and about in seen:
                continue
            seen.add(about)
            contacts.update({step.other.id} if step.other else ())
            yield rank, step
            if rank is Rank.THANK:
                break


def _cannot_wait(step: Step, now: datetime) -> bool:
    if step.kind in (StepKind.PREPARE, StepKind.PRINT_BRIEF):
        starts_at = step.meeting.starts_at if step.meeting else None
        return starts_at is not None and _from(now, starts_at) <= _CANNOT_WAIT
    return step.kind is StepKind.THANK


def _places(material: TodayMaterial, now: datetime) -> Iterator[tuple[Rank, list[Step]]]:
    """Every place of the ranking with its steps in order, without those that are put off."""
    for rank, steps in _ranked(material, now):
        yield rank, [step for step in steps if step.key not in material.put_off]


def _ranked(material: TodayMaterial, now: datetime) -> Iterator[tuple[Rank, list[Step]]]:
    today = now.date()
    ahead = next_meeting(material, now)
    days_ahead = _days_until(ahead, now) if ahead else None
    brief = [_before(ahead)] if ahead else []
    soon = ahead is not None and ahead.starts_at is not None and _from(now, ahead.starts_at) <= SOON
    near = days_ahead is not None and days_ahead <= 1
    over = waiting(material, now)
    yield Rank.UNDER_WAY, brief if soon else []
    yield Rank.JUST_OVER, [_after(line) for line in over if _days_until(line, now) == 0]
    yield Rank.CONFIRM, [Step(StepKind.CONFIRM, line) for line in _to_confirm(material, now)]
    yield Rank.NEAR, brief if near and not soon else []
    yield Rank.THANK, [Step(StepKind.THANK, line) for line in _to_thank(material, now)]
    yield Rank.PROMISED, promised(one for one in material.owed if is_to_be_kept(one, today))
    yield Rank.ANSWERED, _answered(material, now)
    yield Rank.TELL_REFERRER, report_steps(material.reports, today, 1, 1)
    yield Rank.EARLIER, [_after(line) for line in over if _lies_back(line, now, 1, _REMEMBERED_DAYS)]
    yield Rank.CHECK_IN, checked_in(material.introductions, today, pressing=True)
    yield Rank.WRITTEN_TO, _written_to(material)
    yield Rank.PROMISED_TO_ME, promised(one for one in material.owed if is_to_be_asked_for(one, today))
    yield Rank.KEEP_IN_TOUCH, kept_in_touch(material.in_touch, today, KeepInTouchTiming.DUE)
    yield Rank.SEE_WHAT_CAME, tried(material.to_try, today)
    yield Rank.HALF_WRITTEN, [Step(StepKind.FINISH_REQUEST, contact=who) for who in _easiest_first(material.drafts)]
    yield Rank.AHEAD, (brief if not soon and not near else []) if ahead else _without_time(material)
    yield (
        Rank.TELL_OTHERS,
        report_steps(material.reports, today, 0, 0) + report_steps(material.reports, today, 2, _FURTHEST),
    )
    yield Rank.INTRODUCING, checked_in(material.introductions, today, pressing=False)
    yield Rank.ANOTHER, _another(material)
    yield Rank.LEARNED, [Step(StepKind.KEEP_LEARNING, line) for line in _not_learned_from(material, now)]
    yield Rank.BEGIN_WITH, [Step(StepKind.BEGIN_WITH, contact=who) for who in _to_begin_with(material)]
    undated = promised(one for one in material.owed if one.mine and one.due_on is None)
    yield Rank.POSSIBLE, undated + kept_in_touch(material.in_touch, today, KeepInTouchTiming.POSSIBLE)


# -- meetings -------------------------------------------------------------------------------------------------------


def _to_confirm(material: TodayMaterial, now: datetime) -> list[MeetingLine]:
    found = []
    for line in material.meetings:
        if line.state is MeetingState.PLANNED and line.starts_at is not None and line.id in material.unconfirmed:
            opens, closes = confirm_between(line.starts_at.astimezone(UTC))
            if opens <= now < closes:
                found.append(line)
    return sorted(found, key=lambda line: (line.starts_at, line.id))


def _to_thank(material: TodayMaterial, now: datetime) -> list[MeetingLine]:
    found = [
        line
        for line in material.meetings
        if line.state is MeetingState.MET and line.id in material.unthanked and _lies_back(line, now, 0, THANKING_DAYS)
    ]
    return sorted(found, key=_latest_first)


def _not_learned_from(material: TodayMaterial, now: datetime) -> list[MeetingLine]:
    found = [
        line
        for line in material.meetings
        if line.state is MeetingState.MET
        and _is_written_up(line, material)
        and line.id not in material.learned
        and _lies_back(line, now, 0, LEARNING_DAYS)
    ]
    return sorted(found, key=_latest_first)


def _without_time(material: TodayMaterial) -> list[Step]:
    found = [line for line in material.meetings if line.state is MeetingState.PLANNED and line.starts_at is None]
    return [_before(line) for line in sorted(found, key=lambda line: line.id)]


def _before(line: MeetingLine) -> Step:
    return Step(StepKind.PRINT_BRIEF if has_purpose_and_questions(line) else StepKind.PREPARE, line)


def _after(line: MeetingLine) -> Step:
    return Step(StepKind.SAY_WHETHER if to_say_whether(line) else StepKind.WRITE_UP, line)


def _is_written_up(line: MeetingLine, material: TodayMaterial) -> bool:
    return line.answered > 0 or line.id in material.noted


def _latest_first(line: MeetingLine) -> tuple[float, int]:
    return (-line.starts_at.timestamp() if line.starts_at else float("inf"), -line.id)


# -- people ---------------------------------------------------------------------------------------------------------


def _answered(material: TodayMaterial, now: datetime) -> list[Step]:
    first = now.date() - timedelta(days=_REMEMBERED_DAYS)
    found = [one for one in material.replied if one.on is None or one.on >= first]
    found.sort(key=lambda one: (one.on or date.min, _easy(one.contact)))
    return [Step(StepKind.AGREE_TIME, contact=one.contact, since=one.on) for one in found]


def _written_to(material: TodayMaterial) -> list[Step]:
    kinds = {FollowUpKind.NUDGE: StepKind.NUDGE, FollowUpKind.COME_BACK: StepKind.COME_BACK}
    due = sorted((one for one in material.awaited if one.follow_up.kind in kinds), key=_due_first)
    return [Step(kinds[one.follow_up.kind], contact=one.contact, follow_up=one.follow_up) for one in due]


def _another(material: TodayMaterial) -> list[Step]:
    due = sorted((one for one in material.awaited if one.follow_up.kind is FollowUpKind.TRY_ANOTHER), key=_due_first)
    other = next(iter(_to_begin_with(material)), None)
    return [Step(StepKind.TRY_ANOTHER, contact=one.contact, follow_up=one.follow_up, other=other) for one in due]


def _due_first(one: Awaited) -> tuple[date, tuple[int, str, int]]:
    return one.follow_up.due, _easy(one.contact)


def _to_begin_with(material: TodayMaterial) -> list[ContactLine]:
    begun = {who.id for who in material.drafts}
    found = [who for who in material.people if who.stage is Stage.FOUND and who.name.strip() and who.id not in begun]
    return _easiest_first(who for who in found if f"{StepKind.BEGIN_WITH}:{who.id}" not in material.put_off)


def _easiest_first(people: Iterable[ContactLine]) -> list[ContactLine]:
    return sorted(people, key=_easy)


def _easy(person: ContactLine) -> tuple[int, str, int]:
    return person.comfort or _COMFORT_UNKNOWN, fold(person.name), person.id


# -- days -----------------------------------------------------------------------------------------------------------


def _from(now: datetime, moment: datetime) -> timedelta:
    """How long it is until a moment; by the clocks of one zone it would be an hour off where they change."""
    return moment.astimezone(UTC) - now.astimezone(UTC)


def _days_until(line: MeetingLine, now: datetime) -> int | None:
    """Calendar days from today to the meeting, in the user's zone; `None` without a time."""
    if line.starts_at is None:
        return None
    return (line.starts_at.astimezone(now.tzinfo).date() - now.date()).days


def _lies_back(line: MeetingLine, now: datetime, least: int, most: int) -> bool:
    days = _days_until(line, now)
    return days is not None and least <= -days <= most
