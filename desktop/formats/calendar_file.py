"""Writes meetings and steps with a day as a calendar file (iCalendar, RFC 5545) that every calendar program opens.

What people typed stays text: it can neither end a line nor begin a property.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from desktop.core.errors import UserError
from desktop.core.export.calendar_event import CalendarDay, CalendarEvent, EventStatus, web_address
from desktop.core.export.calendar_plan import CalendarEntries
from desktop.core.zones import is_known, zone
from desktop.formats.mail import Address
from desktop.formats.time_zone_part import time_zone_part
from desktop.formats.written_text import safe_stem, writable, writable_line

if TYPE_CHECKING:
    from icalendar import Alarm, Event, vCalAddress

_PRODUCT = "-//Groundwork//Groundwork//EN"
_OF_A_WEB_ADDRESS = ":/?#[]@!$&'()*+,;=%-._~"


class Method(StrEnum):
    """What the calendar is to do with the file (RFC 5546)."""

    PUBLISH = "PUBLISH"  # take these entries, or these changes of them
    CANCEL = "CANCEL"  # strike them out


def ics_bytes(
    events: Sequence[CalendarEvent], method: Method, stamp: datetime, organiser: Address | None = None
) -> bytes:
    """The entries as one calendar file.

    Args:
        method: `CANCEL` strikes out entries handed out before, whatever their status here.
        stamp: now, with its zone.
        organiser: the user; RFC 5546 wants one, calendars do without.

    Raises:
        UserError: if there is no entry at all.
    """
    if not events:
        raise UserError("write_errors.no_meeting_with_time")
    return _written(CalendarEntries(tuple(events)), method, stamp, organiser)


def calendar_bytes(entries: CalendarEntries, stamp: datetime, name: str = "Groundwork") -> bytes:
    """A whole calendar, to be opened once or subscribed to: what is gone from it disappears there too.

    One without any entry is written as well: a calendar that is subscribed to must not keep the last one.

    Args:
        stamp: now, with its zone.
        name: what programs that subscribe call it.
    """
    return _written(entries, Method.PUBLISH, stamp, None, name)


def _written(
    entries: CalendarEntries, method: Method, stamp: datetime, organiser: Address | None, name: str = ""
) -> bytes:
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", method)
    for label in ("name", "x-wr-calname") if name else ():  # RFC 7986, and what was understood before it
        calendar.add(label, writable_line(name))
    events = entries.events
    for zone_name in sorted({event.zone for event in events if not _in_utc(event)}):
        starts = [event.start for event in events if event.zone == zone_name]
        calendar.add_component(time_zone_part(zone_name, zone(zone_name), min(starts), max(starts)))
    for event in events:
        calendar.add_component(_entry(event, method, stamp, organiser))
    for day in entries.days:
        calendar.add_component(_day(day, stamp))
    written: bytes = calendar.to_ical()
    return written


def calendar_file_name(name: str, private: bool = False) -> str:
    """A name for the calendar file, never a path: `ada-lovelace-meeting.ics`; without the name if `private`."""
    stem = "" if private else safe_stem(name)
    return f"{stem}-meeting.ics" if stem else "meeting.ics"


def _entry(event: CalendarEvent, method: Method, stamp: datetime, organiser: Address | None) -> "Event":
    from icalendar import Event

    gone = method is Method.CANCEL or event.status is EventStatus.CANCELLED
    entry = Event()
    entry.add("uid", event.uid)
    entry.add("sequence", event.sequence)
    entry.add("dtstamp", stamp.astimezone(UTC))
    start, end = _from_to(event)
    entry.add("dtstart", start)
    entry.add("dtend", end)
    entry.add("status", "CANCELLED" if gone else "CONFIRMED")
    entry.add("summary", writable_line(event.summary))
    for name, text in (("description", writable(event.description)), ("location", writable_line(event.location))):
        if text:
            entry.add(name, text)
    if web_address(event.url):
        entry.add("url", quote(web_address(event.url), safe=_OF_A_WEB_ADDRESS))
    if event.private:
        entry.add("class", "PRIVATE")
    if organiser:
        entry.add("organizer", _organiser(organiser))
    if event.alarm_minutes is not None and not gone:
        entry.add_component(_alarm(event.alarm_minutes, writable_line(event.summary)))
    return entry


def _day(day: CalendarDay, stamp: datetime) -> "Event":
    """A whole day that leaves the day free and rings no bell."""
    from icalendar import Event

    entry = Event()
    entry.add("uid", day.uid)
    entry.add("dtstamp", stamp.astimezone(UTC))
    entry.add("dtstart", day.day)
    entry.add("dtend", day.day + timedelta(days=1))
    entry.add("transp", "TRANSPARENT")
    entry.add("summary", writable_line(day.summary))
    if day.private:
        entry.add("class", "PRIVATE")
    return entry


def _from_to(event: CalendarEvent) -> tuple[datetime, datetime]:
    """Start and end on the clocks of the zone; in UTC where clocks show an hour twice: a file means the first."""
    ends = event.start.astimezone(UTC) + timedelta(minutes=event.minutes)
    start, end = (moment.astimezone(zone(event.zone)) for moment in (event.start, ends))
    if _in_utc(event) or start.fold or end.fold:
        return event.start.astimezone(UTC), ends
    return start, end


def _in_utc(event: CalendarEvent) -> bool:
    return not event.zone or not is_known(event.zone) or event.zone in ("UTC", "Etc/UTC")


def _alarm(minutes: int, summary: str) -> "Alarm":
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", timedelta(minutes=-minutes))
    alarm.add("description", summary)
    return alarm


def _organiser(address: Address) -> "vCalAddress":
    from icalendar import vCalAddress

    value: Any = vCalAddress(f"mailto:{quote(address.email, safe='@')}")
    if address.name:
        value.params["CN"] = writable_line(address.name).replace('"', "'")  # a quotation mark would end the value
    organiser: vCalAddress = value
    return organiser
