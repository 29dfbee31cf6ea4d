"""A promise: something owed, by me or to me, with or without a day."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import TypedDict

from msgspec import Struct


class Promise(Struct, frozen=True):
    """One thing promised between the user and a contact. `mine`: the user owes it; else the contact does."""

    id: int = 0
    contact_id: int = 0
    meeting_id: int | None = None  # where it was promised
    mine: bool = True
    text: str = ""
    due_on: date | None = None
    done_on: date | None = None
    created_at: datetime | None = None


class PromiseChanges(TypedDict, total=False):
    """What `update` may change of a `Promise`; named and typed as its fields are."""

    contact_id: int
    meeting_id: int | None
    mine: bool
    text: str
    due_on: date | None
    done_on: date | None


def promises_in_order(promises: Iterable[Promise]) -> list[Promise]:
    """Open ones first, the earliest day on top and those without a day below; then what is done, latest first."""
    given = list(promises)
    open_ones = sorted((each for each in given if each.done_on is None), key=_due)
    return open_ones + sorted((each for each in given if each.done_on is not None), key=_done, reverse=True)


def _due(promise: Promise) -> tuple[date, int]:
    return promise.due_on or date.max, promise.id


def _done(promise: Promise) -> tuple[date, int]:
    return promise.done_on or date.min, promise.id
