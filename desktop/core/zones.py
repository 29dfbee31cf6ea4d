"""Time zones by their IANA names; an unknown name never stops anything."""

from datetime import UTC, datetime, timedelta, tzinfo
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


class _SystemZone(tzinfo):
    """The zone of this computer at every moment, summer time included, where its IANA name need not be known."""

    def utcoffset(self, moment: datetime | None) -> timedelta | None:
        return _on_this_computer(moment).utcoffset() if moment is not None else None

    def dst(self, _moment: datetime | None) -> timedelta | None:
        return None  # the system does not tell it apart from the offset

    def tzname(self, moment: datetime | None) -> str | None:
        return _on_this_computer(moment).tzname() if moment is not None else None

    def fromutc(self, moment: datetime) -> datetime:
        here = moment.replace(tzinfo=UTC).astimezone()
        first = here.replace(tzinfo=self)
        return first if first.utcoffset() == here.utcoffset() else first.replace(fold=1)  # clocks go back


def _on_this_computer(clock: datetime) -> datetime:
    return clock.replace(tzinfo=None).astimezone()


_SYSTEM_ZONE = _SystemZone()


def zone_or_system(name: str) -> tzinfo:
    """The zone of that IANA name; that of this computer where the name is empty or unknown."""
    return ZoneInfo(name) if name and is_known(name) else _SYSTEM_ZONE


def moment_at(clock: datetime, name: str) -> datetime:
    """The moment, in UTC, at which clocks of that zone show the naive time `clock`."""
    return clock.replace(tzinfo=zone(name)).astimezone(UTC)


def clock_at(moment: datetime, name: str) -> datetime:
    """What clocks of that zone show at a moment, as a naive time."""
    return moment.astimezone(zone(name)).replace(tzinfo=None)
