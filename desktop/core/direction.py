"""A direction: a career, industry or company that the user is exploring, with what was decided of it."""

from datetime import date
from enum import StrEnum
from typing import TypedDict

from msgspec import Struct


class DirectionKind(StrEnum):
    """What kind of thing is explored; `own_field` deepens what the user already does."""

    CAREER = "career"
    INDUSTRY = "industry"
    COMPANY = "company"
    OWN_FIELD = "own_field"


class Verdict(StrEnum):
    """What the user has decided of a direction; none yet is no verdict."""

    WANT = "want"
    UNSURE = "unsure"
    DO_NOT_WANT = "do_not_want"


class Direction(Struct, frozen=True):
    """One direction. `contacts` counts the people found for it."""

    id: int = 0
    kind: DirectionKind = DirectionKind.CAREER
    name: str = ""
    verdict: Verdict | None = None
    reason: str = ""
    decided_on: date | None = None
    notes: str = ""
    contacts: int = 0


class DirectionChanges(TypedDict, total=False):
    """What `update` may change of a `Direction`; named and typed as its fields are."""

    kind: DirectionKind
    name: str
    verdict: Verdict | None
    reason: str
    decided_on: date | None
    notes: str
