"""Keeping in touch: from when on it is a good idea, and on which day at the latest (domain.md, "keep in touch").

Counted from the last real contact, a message or a meeting. The days are those of the group the contact belongs to.
"""

from datetime import date, timedelta
from enum import StrEnum

from desktop.core.contact import Stage
from desktop.core.keep_in_touch_group import KeepInTouchRule

# Whoever was met; others only if the user put them into a group. With those beside the way, or whose turn it is, never.
KNOWN_BY_MEETING = frozenset({Stage.MET, Stage.THANKED, Stage.IN_TOUCH})
KNOWN_BY_GROUP = KNOWN_BY_MEETING | {Stage.FOUND}


class KeepInTouchTiming(StrEnum):
    """Whether to keep in touch today."""

    NOT_YET = "not_yet"
    POSSIBLE = "possible"  # the ideal day has come
    DUE = "due"  # the latest day has come


def keep_in_touch(last_contact: date, rule: KeepInTouchRule, resting: bool = False) -> tuple[date, date] | None:
    """The ideal and the latest day to keep in touch, `None` for a contact that is left to rest."""
    if resting:
        return None
    ideal, latest = (last_contact + timedelta(days=days) for days in rule.days)
    return ideal, latest


def is_kept(stage: Stage, in_group: bool) -> bool:
    """Whether one keeps in touch with a contact at this stage at all."""
    return stage in (KNOWN_BY_GROUP if in_group else KNOWN_BY_MEETING)


def keep_in_touch_timing(last_contact: date, rule: KeepInTouchRule, today: date) -> KeepInTouchTiming:
    """What the rule says of a contact one keeps in touch with, today."""
    ideal, latest = (last_contact + timedelta(days=days) for days in rule.days)
    if today < ideal:
        return KeepInTouchTiming.NOT_YET
    return KeepInTouchTiming.DUE if today >= latest else KeepInTouchTiming.POSSIBLE
