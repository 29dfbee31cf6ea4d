"""Time zones by their IANA names; an unknown name never stops anything."""

from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo


def is_known(name: str) -> bool:
    """Whether the name is a time zone this computer knows."""
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # ZoneInfoNotFoundError is a KeyError
        return False
    return True


def zone(name: str) -> tzinfo:
    """The zone of that IANA name; UTC where the name is empty or unknown."""
    return ZoneInfo(name) if name and is_known(name) else UTC


def moment_at(clock: datetime, name: str) -> datetime:
    """The moment, in UTC, at which clocks of that zone show the naive time `clock`."""
    return clock.replace(tzinfo=zone(name)).astimezone(UTC)


def clock_at(moment: datetime, name: str) -> datetime:
    """What clocks of that zone show at a moment, as a naive time."""
    return moment.astimezone(zone(name)).replace(tzinfo=None)
