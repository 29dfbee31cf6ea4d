"""What lists show of a meeting, and when it is over or best confirmed: all that Today needs of it at a start."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from msgspec import Struct

CONFIRM_HOURS_AHEAD = (48, 24)  # earliest and latest (domain.md, "confirm")


class Way(StrEnum):
    """How the two talk."""

    FACE_TO_FACE = "face_to_face"
    PHONE = "phone"
    VIDEO = "video"


class MeetingState(StrEnum):
    """Whether a meeting lies ahead, took place, or was called off."""

    PLANNED = "planned"
    MET = "met"
    CANCELLED = "cancelled"


class MeetingLine(Struct, frozen=True):
    """One row of the meetings ahead or past."""

    id: int
    contact_id: int
    contact: str
    organisation: str
    state: MeetingState
    starts_at: datetime | None
    zone: str
    way: Way
    minutes: int
    purpose: str
    questions: int
    answered: int
    written_up: bool = False  # the user said that enough is, or something was noted at it


class Timed(Protocol):
    """What has an agreed time: a meeting, or its line in a list."""

    @property
    def starts_at(self) -> datetime | None:
        """When it begins, in UTC; `None` until a time is known."""

    @property
    def minutes(self) -> int:
        """How long it is to take."""


def is_over(meeting: Timed, now: datetime) -> bool:
    """Whether the agreed end lies in the past; a meeting without a time is never over by itself."""
    return meeting.starts_at is not None and meeting.starts_at + timedelta(minutes=meeting.minutes) <= now


def confirm_between(starts_at: datetime) -> tuple[datetime, datetime]:
    """When a confirmation is best sent: from 48 to 24 hours ahead (domain.md, "confirm")."""
    earliest, latest = CONFIRM_HOURS_AHEAD
    return starts_at - timedelta(hours=earliest), starts_at - timedelta(hours=latest)
