"""The steps of Today that come of a meeting: telling, promises, introductions, keeping in touch, what was to be tried.

Each function gives the steps of one rank (`core.today.ranking`), in an order that leaves nothing to chance.
"""

from collections.abc import Iterable
from datetime import date

from desktop.core.referral import INTRODUCTION_DAYS
from desktop.core.today.after_meeting import (
    InTouch,
    Introduction,
    Owed,
    OwedReport,
    ToTry,
    days_introducing,
    is_to_be_told,
)
from desktop.core.today.keep_in_touch import KeepInTouchTiming, is_kept, keep_in_touch, keep_in_touch_timing
from desktop.core.today.values import Step, StepKind


def report_steps(reports: Iterable[OwedReport], today: date, nearest: int, furthest: int) -> list[Step]:
    """Whom to tell, within so many links: the nearest first, of these the latest meeting or decision first."""
    due = [each for each in reports if nearest <= each.links <= furthest and is_to_be_told(each, today)]
    due.sort(key=lambda each: (each.links, -each.since.toordinal(), each.to.id, each.occasion))
    return [
        Step(StepKind.TELL_DECISION if each.about is None else StepKind.TELL_REFERRER, fact=each)
        for each in due
        if each.about is None or each.about.id != each.to.id
    ]


def promised(promises: Iterable[Owed]) -> list[Step]:
    """Promises, earliest due first, those without a day last."""
    found = sorted(promises, key=lambda each: (each.due_on or date.max, each.id))
    return [Step(StepKind.KEEP_PROMISE if each.mine else StepKind.ASK_FOR_PROMISED, fact=each) for each in found]


def checked_in(introductions: Iterable[Introduction], today: date, pressing: bool) -> list[Step]:
    """Introductions to check in on, the longest on their way first; `pressing`: those of ten days and more."""
    found = []
    for each in introductions:
        days = days_introducing(each, today)
        if days is not None and (days >= INTRODUCTION_DAYS[1]) is pressing:
            found.append(each)
    found.sort(key=lambda each: (each.since, each.contact.id))
    return [Step(StepKind.CHECK_IN, fact=each) for each in found]


def kept_in_touch(people: Iterable[InTouch], today: date, wanted: KeepInTouchTiming) -> list[Step]:
    """Whom to keep in touch with, the latest day first."""
    found = [
        each
        for each in people
        if is_kept(each.contact.stage, each.in_group) and keep_in_touch_timing(each.last_on, each.rule, today) is wanted
    ]
    found.sort(key=lambda each: (keep_in_touch(each.last_on, each.rule), each.contact.id))
    return [Step(StepKind.KEEP_IN_TOUCH, fact=each) for each in found]


def tried(entries: Iterable[ToTry], today: date) -> list[Step]:
    """What was to be tried and whose day has come, the earliest first."""
    found = sorted((each for each in entries if each.on <= today), key=lambda each: (each.on, each.entry_id))
    return [Step(StepKind.SEE_WHAT_CAME, fact=each) for each in found]
