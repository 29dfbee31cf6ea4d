"""A time window that the user is free in and can offer for a meeting."""

from datetime import datetime

from msgspec import Struct


class FreeTime(Struct, frozen=True):
    """From when until when, in UTC. `id` 0 means: not stored yet."""

    id: int
    start: datetime
    end: datetime
