"""What the Today tab reads from the store before the rules of `core.today.ranking` choose from it."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from msgspec import Struct

from desktop.core.contact import ContactFilter, ContactLine, ContactSort, Stage
from desktop.core.meeting_line import MeetingLine, MeetingState
from desktop.core.message import MessageKind
from desktop.core.today.follow_up import confirmation
from desktop.core.today.ranking import (
    LEARNING_DAYS,
    THANKING_DAYS,
    is_quiet_day,
    next_meeting,
    next_steps,
    room_for,
    still_put_off,
    waiting,
)
from desktop.core.today.values import Rank, Step, StepKind, TodayMaterial
from desktop.core.values import replace
from desktop.store.store import Store

_FIRST_OF = 40  # of the easiest people, in case some of them are put off
REQUESTS = frozenset({MessageKind.FIRST_REQUEST, MessageKind.INTRODUCTION_REQUEST})
_AHEAD = timedelta(days=3)


class Today(Struct, frozen=True):
    """What Today shows at a moment: at most three steps, the next meeting, those to be written up (latest first).

    `quiet`: the day after a meeting that the user wants to be quiet, when the steps are only what cannot wait.
    """

    meetings: tuple[MeetingLine, ...]
    steps: tuple[Step, ...]
    following: MeetingLine | None
    to_write_up: tuple[MeetingLine, ...]
    quiet: bool


def today(store: Store, now: datetime) -> Today:
    """What Today shows. `now` is in the user's zone. Nothing is written."""
    found = today_material(store, now)
    return Today(
        meetings=found.meetings,
        steps=next_steps(found, now),
        following=next_meeting(found, now),
        to_write_up=waiting(found, now),
        quiet=is_quiet_day(found, now),
    )


def today_material(store: Store, now: datetime, everything: bool = False) -> TodayMaterial:
    """What the next steps are chosen from; what is expensive only where there is room for it, or for `everything`."""
    meetings, facts, day = store.meeting_lines, store.today_facts, now.date()
    past = [line for line in meetings.past() if line.state is MeetingState.MET]
    ahead = meetings.ahead()
    snoozed = facts.snoozed(day)
    put_off = still_put_off(store.put_off.all(), day)
    recent = [line for line in past if _is_recent(line, now, THANKING_DAYS) and line.contact_id not in snoozed]
    unthanked = facts.met(line.contact_id for line in recent)
    found = TodayMaterial(
        meetings=(*ahead, *past),
        noted=meetings.with_notes(line.id for line in past if not line.answered),
        learned=meetings.learned_from(line.id for line in past if _is_recent(line, now, LEARNING_DAYS)),
        unconfirmed=_unconfirmed(store, [line for line in ahead if _is_near(line, now)]),
        unthanked=frozenset(line.id for line in recent if line.contact_id in unthanked),
        replied=tuple(one for one in facts.replied(now) if one.contact.id not in snoozed),
        drafts=tuple(line for line in facts.drafts() if line.id not in snoozed),
        reports=facts.reports(now),
        owed=facts.owed(),
        introductions=facts.introductions(),
        in_touch=facts.in_touch(day),
        to_try=facts.to_try(),
        put_off=put_off,
        quiet_wanted=store.preferences.settings().quiet_day_after_meeting,
    )
    # The rule of follow-up asks for the holidays of a country, which take a moment.
    if everything or room_for(found, now, Rank.WRITTEN_TO):
        found = replace(found, awaited=facts.awaited(day))
    if everything or room_for(found, now, Rank.ANOTHER):
        left_out = snoozed | {line.id for line in found.drafts if f"{StepKind.FINISH_REQUEST}:{line.id}" in put_off}
        found = replace(found, people=_easiest(store, left_out, put_off))
    return found


def is_empty(store: Store) -> bool:
    """Whether nobody has been entered yet."""
    return not store.contacts.lines(limit=1)


def _easiest(store: Store, snoozed: frozenset[int], put_off: frozenset[str]) -> tuple[ContactLine, ...]:
    def is_offered(line: ContactLine) -> bool:
        return bool(line.name) and line.id not in snoozed and f"{StepKind.BEGIN_WITH}:{line.id}" not in put_off

    easiest = tuple(filter(is_offered, store.contacts.easiest(Stage.FOUND)))
    if easiest:
        return easiest
    wanted = ContactFilter(stages=frozenset({Stage.FOUND}))
    return tuple(filter(is_offered, store.contacts.lines(wanted, ContactSort.COMFORT, limit=_FIRST_OF)))[:1]


def _unconfirmed(store: Store, near: Iterable[MeetingLine]) -> frozenset[int]:
    """Those of the near meetings that were entered early enough to be confirmed, and have not been."""
    lines = list(near)
    entered = store.meeting_lines.to_be_confirmed(line.id for line in lines)
    sent = store.today_facts.confirmations(line.contact_id for line in lines) if entered else []

    def is_confirmed(line: MeetingLine) -> bool:
        return any(
            contact == line.contact_id and meeting in (line.id, None) and on >= entered[line.id].date()
            for contact, meeting, on in sent
        )

    return frozenset(
        line.id
        for line in lines
        if line.starts_at is not None
        and line.id in entered
        and confirmation(line.starts_at, entered[line.id]) is not None
        and not is_confirmed(line)
    )


def _is_near(line: MeetingLine, now: datetime) -> bool:
    return line.starts_at is not None and now < line.starts_at <= now + _AHEAD


def _is_recent(line: MeetingLine, now: datetime, days: int) -> bool:
    return line.starts_at is not None and now - line.starts_at <= timedelta(days=days + 1)
