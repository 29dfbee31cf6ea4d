"""A time window that the user is free in and can offer for a meeting."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class FreeTime:
    """From when until when, in UTC. `id` 0 means: not stored yet."""

    id: int
    start: datetime
    end: datetime
