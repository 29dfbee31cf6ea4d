"""Where a contact stands, derived from what happened, unless the user corrected it and nothing newer has happened."""

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
    """Where a contact stands, since when (`None`: from the beginning), and whether by hand, with the reason."""

    stage: Stage
    since: date | None = None
    by_hand: bool = False
    reason: str = ""


class _Position(NamedTuple):
    """How far a contact came on the way, and the stage beside the way that hides it, if any."""

    way: Stage = Stage.FOUND
    beside: Stage | None = None
    since: date | None = None

    @property
    def stage(self) -> Stage:
        return self.beside or self.way


def contact_status(events: Iterable[ContactEvent], correction: Correction | None = None) -> ContactStatus:
    """Where a contact stands after these events.

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


def _plain(place: _Position) -> ContactStatus:
    return ContactStatus(place.stage, place.since)


def _by_hand(before: _Position, correction: Correction) -> _Position:
    on_way = correction.stage in STAGES_IN_ORDER
    return _Position(correction.stage if on_way else before.way, None if on_way else correction.stage, correction.on)


def _corrected(before: _Position, correction: Correction) -> _Position:
    """The corrected place; where something else happened on that very day, what that led to, never further back."""
    if before.since != correction.on or before.stage is correction.instead_of:
        return _by_hand(before, correction)
    if before.beside is not None:
        return before
    return _Position(at_least(correction.stage, before.way), None, correction.on)


def _walk(start: _Position, events: Iterable[ContactEvent]) -> _Position:
    return reduce(_one_further, events, start)


def _one_further(place: _Position, event: ContactEvent) -> _Position:
    way, beside = _after(place.way, place.beside, event.what)
    if (way, beside) == (place.way, place.beside):
        return place
    return _Position(way, beside, event.on)


def _after(way: Stage, beside: Stage | None, what: EventKind) -> tuple[Stage, Stage | None]:
    """The next place on the way, and beside it. Who was met stays met, whatever is written or answered later."""
    match what:
        case EventKind.WROTE:  # a new request begins a new round of waiting, but for those who agreed or were met
            return (way if _reached(way, Stage.AGREED) and beside is not Stage.DECLINED else Stage.WRITTEN_TO), None
        case EventKind.NUDGED:
            return at_least(way, Stage.WRITTEN_TO), None
        case EventKind.REPLIED | EventKind.SAID_YES | EventKind.SAID_LATER:
            return at_least(way, Stage.REPLIED), None
        case EventKind.SAID_NO | EventKind.NAMED_ANOTHER:
            return (way, beside) if _reached(way, Stage.MET) else (Stage.REPLIED, Stage.DECLINED)
        case EventKind.AGREED:
            return at_least(way, Stage.AGREED), None
        case EventKind.MET:  # again, too: then there is something to thank for again
            return Stage.MET, None
        case EventKind.THANKED if _reached(way, Stage.MET):
            return at_least(way, Stage.THANKED), None
        case EventKind.KEPT_IN_TOUCH if _reached(way, Stage.REPLIED) and beside is not Stage.DECLINED:
            return Stage.IN_TOUCH, None
        case EventKind.CLOSED if way is Stage.WRITTEN_TO and beside is None:
            return way, Stage.NO_ANSWER
        case EventKind.RESTED:
            return way, Stage.RESTING
        case EventKind.REOPENED:
            return way, None
    return way, beside


def _reached(way: Stage, stage: Stage) -> bool:
    return STAGES_IN_ORDER.index(way) >= STAGES_IN_ORDER.index(stage)
