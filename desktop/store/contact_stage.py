"""The stage of contacts, kept in step with what happened: derived by `core.today.follow_up`, corrected by hand.

The columns `stage`, `stage_reason`, `follow_up`, `follow_up_due` and `last_contact_on` hold what was derived last; the
columns `corrected_…` hold the correction.

Hand-written SQL, for it runs at every start: importing peewee and the tables for it would take 65 ms.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime

import apsw
from msgspec import Struct

from desktop.core.contact import Stage
from desktop.core.settings import Settings
from desktop.core.today.business_days import BusinessDays
from desktop.core.today.contact_event import ContactEvent
from desktop.core.today.follow_up import FollowUp, FollowUpRule, next_follow_up, status_today
from desktop.core.today.public_holidays import business_days
from desktop.core.today.stage import ContactStatus, Correction, contact_status
from desktop.store.contact_events import Happened, events, what_happened
from desktop.store.file.database import StoreDatabase
from desktop.store.file.rows import AMONG, day_text, listed, read
from desktop.store.preferences import read_settings

_CHUNK = 500  # contacts at once
_NOW_THERE = (
    "select id, stage, stage_reason, follow_up, follow_up_due, last_contact_on, corrected_on, corrected_to, "
    f"corrected_from, corrected_because from contact where id {AMONG}"
)
_SET = (
    "update contact set stage = ?, stage_reason = ?, follow_up = ?, follow_up_due = ?, last_contact_on = ? where id = ?"
)
_CORRECT = (
    "update contact set corrected_on = ?, corrected_to = ?, corrected_from = ?, corrected_because = ? where id = ?"
)
# Time alone changes these: who waits, and who said "later" until a day. Something follows at these stages only, which
# an index finds: 100,000 contacts are not looked through.
_BY_TIME = (
    "select id from contact where deleted_at is null and stage in ('written_to', 'replied') "
    "and (stage <> 'replied' or follow_up is not null)"
)
_BY_RULE = _BY_TIME.replace("('written_to', ", "('written_to', 'no_answer', ")


class StageRule(Struct, frozen=True):
    """The user's nudge rule with its business days, and today."""

    rule: FollowUpRule
    days: BusinessDays
    today: date


def stage_rule(settings: Settings, today: date) -> StageRule:
    """The rule as the settings have it; a number that makes no sense is taken as the nearest that does."""
    country, subdivision = settings.holidays_country, settings.holidays_subdivision
    rule = FollowUpRule(
        business_days=max(1, settings.nudge_business_days),
        maximum=max(0, settings.nudge_maximum),
        try_another_after=settings.try_another_after,
        country=country,
        subdivision=subdivision,
    )
    return StageRule(rule, business_days(country, subdivision), today)


class ContactStages:
    """The stages of contacts. What changes something is called inside `store.action`."""

    def __init__(self, database: StoreDatabase, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    def rule(self, today: date | None = None) -> StageRule:
        """The user's rule, today."""
        return stage_rule(read_settings(self._connection), today or self._clock().astimezone().date())

    def events(self, contact_id: int) -> tuple[ContactEvent, ...]:
        """All that happened with a contact up to today, in order."""
        return events(self._connection, (contact_id,), self._clock().astimezone().date())[contact_id]

    def status(self, contact_id: int) -> ContactStatus:
        """The stage of a contact, since when, and whether by hand."""
        rule = self.rule()
        return status_today(self.events(contact_id), rule.rule, rule.days, rule.today, self.correction(contact_id))

    def follow_up(self, contact_id: int) -> FollowUp | None:
        """What follows next with a contact whose answer is awaited."""
        rule = self.rule()
        return next_follow_up(self.events(contact_id), rule.rule, rule.days, rule.today, self.correction(contact_id))

    def follow_ups(self, ids: Iterable[int], today: date) -> dict[int, FollowUp]:
        """What follows next with each of these contacts, for those with whom something does."""
        told = self._told(list(ids), today)
        if not told:
            return {}
        rule = self.rule(today)
        steps = {
            number: next_follow_up(happened, rule.rule, rule.days, today, correction)
            for number, (happened, correction) in told.items()
        }
        return {number: step for number, step in steps.items() if step is not None}

    def since(self, ids: Iterable[int], today: date) -> dict[int, date | None]:
        """Since when each of these contacts has been at its stage; `None`: from the beginning."""
        told = self._told(list(ids), today)
        return {number: contact_status(happened, correction).since for number, (happened, correction) in told.items()}

    def _told(self, ids: Sequence[int], today: date) -> dict[int, tuple[tuple[ContactEvent, ...], Correction | None]]:
        if not ids:
            return {}
        happened = events(self._connection, ids, today)
        rows = read(self._connection, _NOW_THERE, (listed(ids),))
        return {row[0]: (happened[row[0]], _correction(*row[6:])) for row in rows}

    def correction(self, contact_id: int) -> Correction | None:
        """The stage set by hand, if there is one, be it overtaken or not."""
        rows = read(self._connection, _NOW_THERE, (listed((contact_id,)),))
        return _correction(*rows[0][6:]) if rows else None

    def refresh(self, ids: Iterable[int], today: date | None = None) -> int:
        """Let the stage of these contacts be what follows from their events; returns how many changed."""
        chosen = list(ids)
        if not chosen:
            return 0
        rule = self.rule(today)
        return sum(self._refresh(chosen[start : start + _CHUNK], rule) for start in range(0, len(chosen), _CHUNK))

    def _refresh(self, ids: Sequence[int], rule: StageRule) -> int:
        told = what_happened(self._connection, ids, rule.today)
        rows = read(self._connection, _NOW_THERE, (listed(ids),))
        changed = []
        for contact_id, stage, reason, follow_up, due, last, *correction in rows:
            derived = _derived(told[contact_id], _correction(*correction), rule)
            if derived != (stage, reason, follow_up, due, last):
                changed.append((*derived, contact_id))
        self._connection.executemany(_SET, changed)
        return len(changed)

    def refresh_all(self, today: date | None = None, rule_changed: bool = False) -> int:
        """Refresh those whom the days that passed, or a change of the rule, can have moved."""
        return self.refresh([row[0] for row in self._connection.execute(_BY_RULE if rule_changed else _BY_TIME)], today)

    def correct(self, contact_id: int, stage: Stage, reason: str) -> None:
        """Keep a stage set by hand today; one that follows by itself needs no correction."""
        rule, happened = self.rule(), self.events(contact_id)
        follows = status_today(happened, rule.rule, rule.days, rule.today).stage
        by_itself = stage is follows and not reason.strip()
        instead_of = contact_status(happened).stage
        self._keep(contact_id, None if by_itself else Correction(rule.today, stage, instead_of, reason))

    def give_reason(self, contact_id: int, reason: str) -> None:
        """Write down why a stage was set by hand, without setting it anew."""
        there, now = self.correction(contact_id), self.status(contact_id)
        if there is not None and now.by_hand:
            self._keep(contact_id, Correction(there.on, there.stage, there.instead_of, reason))
        elif reason.strip():
            self.correct(contact_id, now.stage, reason)

    def _keep(self, contact_id: int, correction: Correction | None) -> None:
        values: tuple[str | None, ...] = (None, None, None, "")
        if correction is not None:
            values = (correction.on.isoformat(), correction.stage, correction.instead_of, correction.reason)
        self._connection.execute(_CORRECT, (*values, contact_id))
        self.refresh((contact_id,))

    def begin(self, contacts: Iterable[tuple[int, Stage, str]]) -> None:
        """Keep the stages, with their reasons, with which new contacts came, as set by hand today."""
        chosen = list(contacts)
        on = self._clock().astimezone().date().isoformat()
        rows = [(on, stage, Stage.FOUND, reason, number) for number, stage, reason in chosen]
        self._connection.executemany(_CORRECT, rows)
        self.refresh(number for number, _, _ in chosen)

    @property
    def _connection(self) -> apsw.Connection:
        return self._database.connection()


def _derived(told: Happened, correction: Correction | None, rule: StageRule) -> tuple[str | None, ...]:
    """What is in the columns stage, stage_reason, follow_up, follow_up_due and last_contact_on."""
    now = status_today(told.events, rule.rule, rule.days, rule.today, correction)
    last = day_text(told.last_contact_on)
    step = None
    if now.stage in (Stage.WRITTEN_TO, Stage.REPLIED):
        step = next_follow_up(told.events, rule.rule, rule.days, rule.today, correction)
    if step is None:
        return str(now.stage), now.reason, None, None, last
    return str(now.stage), now.reason, str(step.then), step.due.isoformat(), last


def _correction(on: str | None, to: str | None, instead: str | None, because: str) -> Correction | None:
    if not (on and to):
        return None
    return Correction(date.fromisoformat(on), Stage(to), Stage(instead or Stage.FOUND), because)
