"""What follows when no answer comes, and when to confirm and to thank (domain.md, "Rules").

The nudge rule: some business days after the request one nudge, after as many again the contact closes kindly by
itself. Nothing is asked of the user on a rest day, before the interval is over, or more often than the maximum.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from enum import StrEnum

from msgspec import Struct

from desktop.core.contact import Stage
from desktop.core.meeting_line import CONFIRM_HOURS_AHEAD, confirm_between
from desktop.core.today.business_days import BusinessDays
from desktop.core.today.contact_event import ContactEvent, EventKind, events_in_order
from desktop.core.today.stage import ContactStatus, Correction, contact_status

_THANK_WITHIN = timedelta(hours=24)


class FollowUpRule(Struct, frozen=True):
    """The user's nudge rule, by default: one nudge after seven business days, then close kindly.

    `try_another_after` 3 is the "3B7" of the guides; it counts only if it is shorter than the interval. `country` is an
    ISO 3166 code (empty: no holidays), `rest_weekdays` holds ISO numbers (`None`: the weekend of the country).

    Raises:
        ValueError: for an interval under one day or a maximum under zero.
    """

    business_days: int = 7
    maximum: int = 1  # nudges to one request
    try_another_after: int | None = None
    country: str = ""
    subdivision: str = ""
    rest_weekdays: frozenset[int] | None = None

    def __post_init__(self) -> None:
        if self.business_days < 1 or self.maximum < 0:
            raise ValueError("a follow-up rule needs an interval of at least one day and no negative maximum")


class FollowUpKind(StrEnum):
    """What a follow-up is."""

    WAIT = "wait"
    TRY_ANOTHER = "try_another"  # write to another person meanwhile
    NUDGE = "nudge"
    CLOSE = "close"  # kindly, by itself
    COME_BACK = "come_back"  # they said "later"


class FollowUpReason(StrEnum):
    """Why it is so; the sentence is the window's."""

    INTERVAL = "interval"  # so many business days since the last message
    SNOOZED = "snoozed"  # until the day the user chose
    REST_DAY = "rest_day"  # it is due, but nobody is written to today


class FollowUp(Struct, frozen=True):
    """The next step with a contact whose answer is awaited.

    While `kind` is `WAIT`, `then` is what comes on the day `due`; otherwise it equals `kind`, which holds since `due`.
    `written_on` is the day of the last request or nudge, `nudges` how many were sent since the request.
    """

    kind: FollowUpKind
    due: date
    why: FollowUpReason
    then: FollowUpKind
    written_on: date
    nudges: int = 0


class _Round(Struct, frozen=True):
    """One request and what came after it."""

    began: date
    last: date  # what the interval is counted from
    written: date
    nudges: int = 0
    left_out: int = 0
    another_open: bool = True
    snoozed_until: date | None = None


def next_follow_up(
    events: Iterable[ContactEvent],
    rule: FollowUpRule,
    days: BusinessDays,
    today: date,
    correction: Correction | None = None,
) -> FollowUp | None:
    """What follows next with this contact, `None` if no answer is awaited.

    `days` are the business days of the rule: `public_holidays.business_days(rule.country, …)`.
    """
    known = [event for event in events_in_order(events) if event.on <= today]
    stage = contact_status(known, correction).stage
    if stage is Stage.REPLIED:
        return _come_back(known, days, today)
    if stage is not Stage.WRITTEN_TO:
        return None
    now = _round(known, correction)
    due = _later(days.after(now.last, rule.business_days), now, days)
    if now.nudges + now.left_out >= rule.maximum:
        return _due(FollowUpKind.CLOSE, due, now, days, today)
    another = _another_due(rule, now, days)
    if another is not None and another < due and today < due:
        return _due(FollowUpKind.TRY_ANOTHER, another, now, days, today)
    return _due(FollowUpKind.NUDGE, due, now, days, today)


def status_today(
    events: Iterable[ContactEvent],
    rule: FollowUpRule,
    days: BusinessDays,
    today: date,
    correction: Correction | None = None,
) -> ContactStatus:
    """The status of a contact today: as `stage.contact_status`, and `no_answer` once the rule has closed it kindly."""
    known = tuple(event for event in events if event.on <= today)
    step = next_follow_up(known, rule, days, today, correction)
    if step is not None and step.kind is FollowUpKind.CLOSE:
        return ContactStatus(Stage.NO_ANSWER, step.due)
    return contact_status(known, correction)


def _round(events: list[ContactEvent], correction: Correction | None) -> _Round:
    """The round of waiting that is under way."""
    told = _with_correction(events, correction)
    starts = [place for place, event in enumerate(told) if event.what is EventKind.WROTE]
    since = told[starts[-1] if starts else 0 :]
    nudges = [event.on for event in since if event.what is EventKind.NUDGED]
    counted = (EventKind.NUDGED, EventKind.NUDGE_LEFT_OUT, EventKind.REOPENED)
    last = max([since[0].on, *(event.on for event in since if event.what in counted)])
    untils = [event.until for event in since if event.what is EventKind.SNOOZED and event.on >= last and event.until]
    return _Round(
        began=since[0].on,
        last=last,
        written=nudges[-1] if nudges else since[0].on,
        nudges=len(nudges),
        left_out=sum(event.what is EventKind.NUDGE_LEFT_OUT for event in since),
        another_open=not any(event.what in (*counted, EventKind.ANOTHER_LEFT_OUT) for event in since),
        snoozed_until=untils[-1] if untils else None,
    )


def _with_correction(events: list[ContactEvent], correction: Correction | None) -> list[ContactEvent]:
    """Who is said by hand to have been written to was written to on that day, or is waited for again since then."""
    if correction is None or correction.stage is not Stage.WRITTEN_TO:
        return events
    wrote = any(event.what is EventKind.WROTE and event.on <= correction.on for event in events)
    return list(
        events_in_order([*events, ContactEvent(correction.on, EventKind.REOPENED if wrote else EventKind.WROTE)])
    )


def _another_due(rule: FollowUpRule, now: _Round, days: BusinessDays) -> date | None:
    after = rule.try_another_after
    if after is None or not 0 < after < rule.business_days or not now.another_open:
        return None
    return _later(days.after(now.began, after), now, days)


def _later(due: date, now: _Round, days: BusinessDays) -> date:
    if now.snoozed_until is None or now.snoozed_until <= due:
        return due
    return days.on_or_after(now.snoozed_until)


def _due(kind: FollowUpKind, due: date, now: _Round, days: BusinessDays, today: date) -> FollowUp:
    why = (
        FollowUpReason.SNOOZED
        if now.snoozed_until and days.on_or_after(now.snoozed_until) == due
        else FollowUpReason.INTERVAL
    )
    if today < due:
        return FollowUp(FollowUpKind.WAIT, due, why, kind, now.written, now.nudges)
    if kind is not FollowUpKind.CLOSE and days.is_rest(today):  # closing asks nothing of anyone
        return FollowUp(
            FollowUpKind.WAIT, days.on_or_after(today), FollowUpReason.REST_DAY, kind, now.written, now.nudges
        )
    return FollowUp(kind, due, why, kind, now.written, now.nudges)


def _come_back(events: list[ContactEvent], days: BusinessDays, today: date) -> FollowUp | None:
    """Back to someone who said "later", on the day to which the user snoozed it."""
    later = [event.on for event in events if event.what is EventKind.SAID_LATER]
    decided = [event.on for event in events if event.what in (EventKind.SAID_YES, EventKind.AGREED)]
    if not later or (decided and decided[-1] >= later[-1]):
        return None
    untils = [
        event.until for event in events if event.what is EventKind.SNOOZED and event.on >= later[-1] and event.until
    ]
    if not untils:
        return None
    round_ = _Round(began=later[-1], last=later[-1], written=later[-1], snoozed_until=untils[-1])
    return _due(FollowUpKind.COME_BACK, days.on_or_after(untils[-1]), round_, days, today)


class Window(Struct, frozen=True):
    """From when until when something is best done."""

    opens: datetime
    closes: datetime

    def is_open(self, now: datetime) -> bool:
        """Whether now is the time."""
        return self.opens <= now < self.closes


def confirmation(starts_at: datetime, agreed_at: datetime) -> Window | None:
    """When to confirm a meeting: 48 to 24 hours ahead (domain.md, "confirm").

    `None` for one that was agreed so late that the agreement itself is the confirmation.
    """
    opens, closes = confirm_between(starts_at)
    if agreed_at > starts_at - timedelta(hours=CONFIRM_HOURS_AHEAD[0]):
        return None
    return Window(opens, closes)


def thank_you(ended_at: datetime) -> Window:
    """When to thank: within 24 hours of the end of the meeting (domain.md, "thank-you")."""
    return Window(ended_at, ended_at + _THANK_WITHIN)
