"""A referral: a name that a contact gave, what for, and on which terms."""

from datetime import date, timedelta

from msgspec import Struct

from desktop.core.contact import MayUseName, Stage
from desktop.core.errors import UserError
from desktop.texts.catalogue import coded

INTRODUCTION_DAYS = (7, 10)  # "if they introduce you, check in after 7–10 days"


class Referral(Struct, frozen=True):
    """A name as it was given. `introducing_since`: the day on which the referrer said they would introduce."""

    name: str
    organisation: str = ""
    role: str = ""
    what_for: str = ""
    may_use_name: MayUseName = MayUseName.ASK
    introducing_since: date | None = None


class Referred(Struct, frozen=True):
    """A contact whom another one named, and the stage of that contact now."""

    contact_id: int
    name: str
    organisation: str
    role: str
    stage: Stage
    referrer_id: int
    meeting_id: int | None = None
    what_for: str = ""
    may_use_name: MayUseName = MayUseName.ASK
    introducing_since: date | None = None


def check_in_between(introducing_since: date) -> tuple[date, date]:
    """When to ask how the introduction goes: 7 to 10 days after it was offered (domain.md, "close")."""
    first, last = (introducing_since + timedelta(days=days) for days in INTRODUCTION_DAYS)
    return first, last


def circle_refused(name: str, referrer: str) -> UserError:
    """Why this referrer is refused: the chain would go in a circle."""
    if name == referrer:
        return UserError("refusals.named_themselves", name=name or coded("refusals.this_person"))
    return UserError(
        "refusals.circle",
        referrer=referrer or coded("refusals.this_person"),
        name=name or coded("refusals.this_contact"),
    )
