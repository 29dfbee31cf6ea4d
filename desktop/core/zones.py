"""Time zones by their IANA names; an unknown name never stops anything."""

from datetime import UTC, tzinfo
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
