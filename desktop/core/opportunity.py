"""An opportunity heard of: a vacancy, a project, an event. It is noted, and never counted as success."""

from datetime import date, datetime
from typing import TypedDict

from msgspec import Struct


class Opportunity(Struct, frozen=True):
    """Something that somebody mentioned. `address` is a web address, or where else to look."""

    id: int = 0
    contact_id: int | None = None  # who mentioned it
    meeting_id: int | None = None
    text: str = ""
    address: str = ""
    heard_on: date | None = None
    created_at: datetime | None = None


class OpportunityChanges(TypedDict, total=False):
    """What `update` may change of an `Opportunity`; named and typed as its fields are."""

    contact_id: int | None
    meeting_id: int | None
    text: str
    address: str
    heard_on: date | None
