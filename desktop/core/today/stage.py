"""The status of a contact, derived from what happened, unless the user corrected it and nothing newer has happened."""

from collections.abc import Iterable
from datetime import date
from functools import reduce
from typing import NamedTuple

from msgspec import Struct

from desktop.core.contact import STAGES_IN_ORDER, Stage, at_least
from desktop.core.today.contact_event import ContactEvent, EventKind, events_in_order


class Correction(Struct, frozen=True):
    """A stage set by hand. `instead_of` is the stage that followed from the events when it was set."""

    on: date
    stage: Stage
    instead_of: Stage
    reason: str = ""


class ContactStatus(Struct, frozen=True):
    """The stage of a contact, since when (`None`: from the beginning), and whether by hand, with the reason."""

    stage: Stage
    since: date | None = None
    by_hand: bool = False
    reason: str = ""


class _Position(NamedTuple):
    """How far a contact has come, and the stage off that path that hides it (declined, resting …), if any."""

    progress: Stage = Stage.FOUND
    side_stage: Stage | None = None
    since: date | None = None

    @property
    def stage(self) -> Stage:
        return self.side_stage or self.progress


def contact_status(events: Iterable[ContactEvent], correction: Correction | None = None) -> ContactStatus:
    """The status of a contact after these events.

    A correction wins until something newer happens: an event of a later day, or one of the same day that would
    have led elsewhere. What is newer goes on from the corrected stage. Closing by the rule of follow-up is not known
    here: see `follow_up.status_today`.
    """
    ordered = events_in_order(events)
    if correction is None:
        return _plain(_walk(_Position(), ordered))
    before = _walk(_Position(), [event for event in ordered if event.on <= correction.on])
    corrected = _corrected(before, correction)
    after = _walk(corrected, [event for event in ordered if event.on > correction.on])
    if after == corrected == _by_hand(before, correction):
        return ContactStatus(corrected.stage, correction.on, True, correction.reason)
    return _plain(after)


def _plain(position: _Position) -> ContactStatus:
    return ContactStatus(position.stage, position.since)


def _by_hand(before: _Position, correction: Correction) -> _Position:
    if correction.stage in STAGES_IN_ORDER:
        return _Position(correction.stage, None, correction.on)
    return _Position(before.progress, correction.stage, correction.on)


def _corrected(before: _Position, correction: Correction) -> _Position:
    """The corrected position; where something else happened on that very day, what that led to, never further back."""
    if before.since != correction.on or before.stage is correction.instead_of:
        return _by_hand(before, correction)
    if before.side_stage is not None:
        return before
    return _Position(at_least(correction.stage, before.progress), None, correction.on)


def _walk(start: _Position, events: Iterable[ContactEvent]) -> _Position:
    return reduce(_one_further, events, start)


def _one_further(position: _Position, event: ContactEvent) -> _Position:
    progress, side_stage = _after(position.progress, position.side_stage, event.what)
    if (progress, side_stage) == (position.progress, position.side_stage):
        return position
    return _Position(progress, side_stage, event.on)


def _after(progress: Stage, side_stage: Stage | None, what: EventKind) -> tuple[Stage, Stage | None]:
    """The stage reached next and the side stage. Who was met stays met, whatever is written or answered later."""
    match what:
        case EventKind.WROTE:  # a new request begins a new round of waiting, but for those who agreed or were met
            agreed = _reached(progress, Stage.AGREED) and side_stage is not Stage.DECLINED
            return (progress if agreed else Stage.WRITTEN_TO), None
        case EventKind.NUDGED:
            return at_least(progress, Stage.WRITTEN_TO), None
        case EventKind.REPLIED | EventKind.SAID_YES | EventKind.SAID_LATER:
            return at_least(progress, Stage.REPLIED), None
        case EventKind.SAID_NO | EventKind.NAMED_ANOTHER:
            return (progress, side_stage) if _reached(progress, Stage.MET) else (Stage.REPLIED, Stage.DECLINED)
        case EventKind.AGREED:
            return at_least(progress, Stage.AGREED), None
        case EventKind.MET:  # again, too: then there is something to thank for again
            return Stage.MET, None
        case EventKind.THANKED if _reached(progress, Stage.MET):
            return at_least(progress, Stage.THANKED), None
        case EventKind.KEPT_IN_TOUCH if _reached(progress, Stage.REPLIED) and side_stage is not Stage.DECLINED:
            return Stage.IN_TOUCH, None
        case EventKind.CLOSED if progress is Stage.WRITTEN_TO and side_stage is None:
            return progress, Stage.NO_ANSWER
        case EventKind.RESTED:
            return progress, Stage.RESTING
        case EventKind.REOPENED:
            return progress, None
    return progress, side_stage


def _reached(progress: Stage, stage: Stage) -> bool:
    return STAGES_IN_ORDER.index(progress) >= STAGES_IN_ORDER.index(stage)
