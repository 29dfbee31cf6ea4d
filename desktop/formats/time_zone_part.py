"""The part of a calendar file that says when a zone's clocks change, for programs that do not know the zone.

`icalendar` can write it too, but has the hour in which clocks go forward wrong: RFC 5545 (3.6.5) wants the onset as
the clocks showed it before the change.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

_YEARS_AHEAD = 10  # some calendars keep the first part they see of a zone, and use it for later files
_WEEK = timedelta(days=7)  # no zone changes its clocks twice within it
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_SECOND = timedelta(seconds=1)


def time_zone_part(name: str, zone: tzinfo, first: datetime, last: datetime) -> "Timezone":
    """The changes of the zone from the year before `first` to ten years after `last`."""
    from icalendar import Timezone

    begin = datetime(first.year - 1, 1, 1, tzinfo=UTC)
    end = datetime(last.year + _YEARS_AHEAD, 12, 31, tzinfo=UTC)
    onsets: dict[_Change, list[datetime]] = {}
    for onset in _onsets(zone, begin, end):
        change = _change(zone, onset - _SECOND, onset)
        onsets.setdefault(change, []).append((onset + change.old).replace(tzinfo=None))
    part = Timezone()
    part.add("tzid", name)
    if not any(clocks[0].year < first.year for clocks in onsets.values()):
        part.add_component(_observance(_change(zone, begin, begin), datetime(1970, 1, 1)))
    for change, clocks in onsets.items():
        rule = _yearly(clocks, range(begin.year, end.year + 1))
        for clock in clocks[:1] if rule else clocks:
            part.add_component(_observance(change, clock, rule))
    return part


def _yearly(clocks: list[datetime], years: range) -> dict[str, str | int] | None:
    """The rule by which clocks change every year on the same weekday of a month, the second or the last, say.

    Readers understand such a rule best; where there is none, each change is by itself.
    """
    months, weekdays, times = ({part(clock) for clock in clocks} for part in (_month, datetime.weekday, datetime.time))
    if [clock.year for clock in clocks] != list(years) or max(map(len, (months, weekdays, times))) > 1:
        return None
    weekday = _WEEKDAYS[clocks[0].weekday()]
    if all((clock + _WEEK).month != clock.month for clock in clocks):
        return {"freq": "YEARLY", "bymonth": clocks[0].month, "byday": f"-1{weekday}"}
    places = {(clock.day - 1) // 7 + 1 for clock in clocks}
    if len(places) == 1:
        return {"freq": "YEARLY", "bymonth": clocks[0].month, "byday": f"{places.pop()}{weekday}"}
    return None


def _month(clock: datetime) -> int:
    return clock.month


class _Change(NamedTuple):
    """From one difference to UTC to another."""

    old: timedelta
    new: timedelta
    name: str
    daylight: bool


def _onsets(zone: tzinfo, begin: datetime, end: datetime) -> Iterator[datetime]:
    """The first moments, in UTC, of each new difference to UTC."""
    moment = begin
    while moment < end:
        if _rule(zone, moment) != _rule(zone, moment + _WEEK):
            before, after = moment, moment + _WEEK
            while after - before > _SECOND:
                middle = before + timedelta(seconds=(after - before) // _SECOND // 2)
                before, after = (middle, after) if _rule(zone, middle) == _rule(zone, moment) else (before, middle)
            yield after
        moment += _WEEK


def _rule(zone: tzinfo, moment: datetime) -> tuple[timedelta, str, bool]:
    local = moment.astimezone(zone)
    return local.utcoffset() or timedelta(), local.tzname() or "", bool(local.dst())


def _change(zone: tzinfo, before: datetime, moment: datetime) -> _Change:
    return _Change(_rule(zone, before)[0], *_rule(zone, moment))


def _observance(
    change: _Change, clock: datetime, rule: dict[str, str | int] | None = None
) -> "TimezoneDaylight | TimezoneStandard":
    """One change of the clocks, at a time they showed before it, and every year again by a rule."""
    from icalendar import TimezoneDaylight, TimezoneStandard

    part = (TimezoneDaylight if change.daylight else TimezoneStandard)()
    part.add("dtstart", clock)
    part.add("tzoffsetfrom", change.old)
    part.add("tzoffsetto", change.new)
    part.add("tzname", change.name)
    if rule:
        part.add("rrule", rule)
    return part
