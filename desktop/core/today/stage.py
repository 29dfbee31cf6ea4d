"""Where a contact stands, derived from what happened, unless the user corrected it and nothing newer has happened."""

from collections.abc import Iterable
from datetime import date
from functools import reduce
from typing import NamedTuple

from msgspec import Struct

from desktop.core.contact import STAGES_IN_ORDER, Stage, at_least
from desktop.core.today.contact_event import Event, What, in_order


class Correction(Struct, frozen=True):
    """A stage set by hand. `instead_of` is the stage that followed from the events when it was set."""

    on: date
    stage: Stage
    instead_of: Stage
    reason: str = ""


class Standing(Struct, frozen=True):
    """Where a contact stands, since when (`None`: from the beginning), and whether by hand, with the reason."""

    stage: Stage
    since: date | None = None
    by_hand: bool = False
    reason: str = ""


class _Place(NamedTuple):
    """How far a contact came on the way, and the stage beside the way that hides it, if any."""

    way: Stage = Stage.FOUND
    beside: Stage | None = None
    since: date | None = None

    @property
    def stage(self) -> Stage:
        return self.beside or self.way


def standing(events: Iterable[Event], correction: Correction | None = None) -> Standing:
    """Where a contact stands after these events.

    A correction wins until something newer happens: an event of a later day, or one of the same day that would
    have led elsewhere. What is newer goes on from the corrected stage. Closing by the rule of follow-up is not known
    here: see `follow_up.stands`.
    """
    ordered = in_order(events)
    if correction is None:
        return _plain(_walk(_Place(), ordered))
    before = _walk(_Place(), [event for event in ordered if event.on <= correction.on])
    corrected = _corrected(before, correction)
    after = _walk(corrected, [event for event in ordered if event.on > correction.on])
    if after == corrected == _by_hand(before, correction):
        return Standing(corrected.stage, correction.on, True, correction.reason)
    return _plain(after)


def _plain(place: _Place) -> Standing:
    return Standing(place.stage, place.since)


def _by_hand(before: _Place, correction: Correction) -> _Place:
    on_way = correction.stage in STAGES_IN_ORDER
    return _Place(correction.stage if on_way else before.way, None if on_way else correction.stage, correction.on)


def _corrected(before: _Place, correction: Correction) -> _Place:
    """The corrected place; where something else happened on that very day, what that led to, never further back."""
    if before.since != correction.on or before.stage is correction.instead_of:
        return _by_hand(before, correction)
    if before.beside is not None:
        return before
    return _Place(at_least(correction.stage, before.way), None, correction.on)


def _walk(start: _Place, events: Iterable[Event]) -> _Place:
    return reduce(_one_further, events, start)


def _one_further(place: _Place, event: Event) -> _Place:
    way, beside = _after(place.way, place.beside, event.what)
    if (way, beside) == (place.way, place.beside):
        return place
    return _Place(way, beside, event.on)


def _after(way: Stage, beside: Stage | None, what: What) -> tuple[Stage, Stage | None]:
    """The next place on the way, and beside it. Who was met stays met, whatever is written or answered later."""
    match what:
        case What.WROTE:  # a new request begins a new round of waiting, but for those who agreed or were met
            return (way if _reached(way, Stage.AGREED) and beside is not Stage.DECLINED else Stage.WRITTEN_TO), None
        case What.NUDGED:
            return at_least(way, Stage.WRITTEN_TO), None
        case What.REPLIED | What.SAID_YES | What.SAID_LATER:
            return at_least(way, Stage.REPLIED), None
        case What.SAID_NO | What.NAMED_ANOTHER:
            return (way, beside) if _reached(way, Stage.MET) else (Stage.REPLIED, Stage.DECLINED)
        case What.AGREED:
            return at_least(way, Stage.AGREED), None
        case What.MET:  # again, too: then there is something to thank for again
            return Stage.MET, None
        case What.THANKED if _reached(way, Stage.MET):
            return at_least(way, Stage.THANKED), None
        case What.KEPT_IN_TOUCH if _reached(way, Stage.REPLIED) and beside is not Stage.DECLINED:
            return Stage.IN_TOUCH, None
        case What.CLOSED if way is Stage.WRITTEN_TO and beside is None:
            return way, Stage.NO_ANSWER
        case What.RESTED:
            return way, Stage.RESTING
        case What.REOPENED:
            return way, None
    return way, beside


def _reached(way: Stage, stage: Stage) -> bool:
    return STAGES_IN_ORDER.index(way) >= STAGES_IN_ORDER.index(stage)
