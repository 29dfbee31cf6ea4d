"""Calendar files, read back by a parser that shares nothing with the one that writes them."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.errors import UserError
from desktop.core.export.calendar_event import CalendarEvent, EventStatus, cancelled, without_private_details
from desktop.core.values import replace
from desktop.formats.calendar_file import Method, calendar_file_name, ics_bytes
from desktop.formats.mail import Address
from desktop.formats.written_text import writable, writable_line
from tests.formats.hostile import INJECTIONS, TEXTS

STAMP = datetime(2026, 3, 1, 8, 0, tzinfo=UTC)
EVENT = CalendarEvent(
    uid="5b0f7a3e-0000-5000-8000-000000000001",
    start=datetime(2026, 3, 30, 7, 0, tzinfo=UTC),
    minutes=20,
    zone="Europe/Berlin",
    their_zone="America/New_York",
    summary="Conversation with Omega",
    description="How tides are measured\n2026-03-30 09:00 (Europe/Berlin)",
    location="https://video.example/omega?pwd=1,2",
    url="https://video.example/omega?pwd=1,2",
)
ZONES = [
    "Europe/Berlin",
    "Europe/Dublin",
    "America/New_York",
    "America/Sao_Paulo",
    "Africa/Casablanca",
    "Africa/Cairo",
    "Asia/Kolkata",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Etc/GMT+5",
]
PROPERTIES = {"uid", "sequence", "dtstamp", "dtstart", "dtend", "status", "summary", "description", "location", "url"}


_REGISTERED: dict[str, Any] = vars(vobject.icalendar)["__tzidMap"]
_AT_START = dict(_REGISTERED)


def read(data: bytes) -> Any:
    """The calendar as vobject reads it, by this file alone: it would take a zone from an earlier file."""
    _REGISTERED.clear()
    _REGISTERED.update(_AT_START)
    (calendar,) = vobject.readComponents(data.decode())
    return calendar


def calendar_of(events: Sequence[CalendarEvent], method: Method = Method.PUBLISH, **more: Any) -> Any:
    return read(ics_bytes(events, method, STAMP, **more))


def entry_of(event: CalendarEvent, method: Method = Method.PUBLISH, **more: Any) -> Any:
    calendar = calendar_of([event], method, **more)
    (entry,) = calendar.contents["vevent"]
    return entry


def test_an_entry_has_everything_a_calendar_needs() -> None:
    calendar = calendar_of([EVENT])
    entry = calendar.vevent
    assert (calendar.version.value, calendar.method.value) == ("2.0", "PUBLISH")
    assert set(entry.contents) == {*PROPERTIES, "valarm"}
    assert entry.uid.value == EVENT.uid
    assert entry.summary.value == EVENT.summary
    assert entry.description.value == EVENT.description
    assert entry.location.value == entry.url.value == EVENT.url
    assert entry.dtstart.value == EVENT.start
    assert entry.dtstart.value.utcoffset() == timedelta(hours=2)
    assert entry.dtend.value - entry.dtstart.value == timedelta(minutes=20)
    assert (entry.status.value, entry.sequence.value) == ("CONFIRMED", "0")
    assert entry.dtstamp.value == STAMP


def test_the_alarm_rings_ahead_or_not_at_all() -> None:
    alarm = entry_of(replace(EVENT, alarm_minutes=45)).valarm
    assert (alarm.action.value, alarm.trigger.value) == ("DISPLAY", timedelta(minutes=-45))
    assert alarm.description.value == EVENT.summary
    assert "valarm" not in entry_of(replace(EVENT, alarm_minutes=None)).contents


def test_a_change_is_the_same_entry_with_a_higher_number() -> None:
    changed = entry_of(replace(EVENT, sequence=3, start=EVENT.start + timedelta(days=1)))
    assert (changed.uid.value, changed.sequence.value) == (EVENT.uid, "3")


def test_what_was_called_off_is_struck_out_under_the_same_name() -> None:
    calendar = calendar_of([replace(EVENT, sequence=1)], Method.CANCEL)
    entry = calendar.vevent
    assert calendar.method.value == "CANCEL"
    assert (entry.uid.value, entry.status.value, entry.sequence.value) == (EVENT.uid, "CANCELLED", "1")
    assert "valarm" not in entry.contents
    among_others = entry_of(cancelled(EVENT))
    assert among_others.status.value == "CANCELLED"
    assert cancelled(EVENT).status is EventStatus.CANCELLED


def test_private_details_can_be_left_out() -> None:
    data = ics_bytes([without_private_details(EVENT, "Busy")], Method.PUBLISH, STAMP)
    entry = read(data).vevent
    assert entry.summary.value == entry.valarm.description.value == "Busy"
    assert set(entry.contents) == {*PROPERTIES - {"description", "location", "url"}, "class", "valarm"}
    assert entry.contents["class"][0].value == "PRIVATE"
    assert b"omega" not in data.lower()
    assert entry.dtstart.value == EVENT.start


def test_several_entries_share_their_zones() -> None:
    others = [replace(EVENT, uid="b", start=EVENT.start + timedelta(days=500)), replace(EVENT, uid="c", zone="UTC")]
    calendar = calendar_of([EVENT, *others])
    assert [zone.tzid.value for zone in calendar.contents["vtimezone"]] == ["Europe/Berlin"]
    assert [entry.dtstart.value for entry in calendar.contents["vevent"]] == [event.start for event in (EVENT, *others)]


@pytest.mark.parametrize(
    ("zone", "parts", "rules"), [("Europe/Berlin", 2, 2), ("Asia/Tokyo", 1, 0), ("Asia/Gaza", 24, 0)]
)
def test_a_zone_is_described_by_its_rule_where_it_has_one(zone: str, parts: int, rules: int) -> None:
    data = ics_bytes([replace(EVENT, zone=zone)], Method.PUBLISH, STAMP)
    assert data.count(b"TZOFFSETTO") == parts
    assert data.count(b"RRULE") == rules


@pytest.mark.parametrize("zone", ["", "UTC", "Nowhere/At_All", "../etc/passwd"])
def test_an_unknown_zone_is_written_in_utc(zone: str) -> None:
    calendar = calendar_of([replace(EVENT, zone=zone)])
    assert "vtimezone" not in calendar.contents
    assert calendar.vevent.dtstart.value == EVENT.start


@given(
    st.datetimes(datetime(2024, 1, 1), datetime(2029, 12, 31), timezones=st.just(UTC)),
    st.sampled_from(ZONES),
    st.integers(1, 600),
)
def test_every_moment_reads_back_as_the_same_moment(start: datetime, zone: str, minutes: int) -> None:
    start = start.replace(microsecond=0)
    entry = entry_of(replace(EVENT, start=start, zone=zone, minutes=minutes))
    assert entry.dtstart.value.astimezone(UTC) == start
    assert entry.dtend.value.astimezone(UTC) == start + timedelta(minutes=minutes)


@pytest.mark.parametrize("zone", ZONES)
def test_the_hours_in_which_clocks_change_are_right_by_the_file_alone(zone: str) -> None:
    known = ZoneInfo(zone)
    hours = (datetime(2026, 1, 1, 0, 30, tzinfo=UTC) + timedelta(hours=hour) for hour in range(8760))
    around = [
        hour
        for hour in hours
        if (hour - timedelta(hours=2)).astimezone(known).utcoffset()
        != (hour + timedelta(hours=2)).astimezone(known).utcoffset()
    ]
    for start in around:
        entry = entry_of(replace(EVENT, start=start, zone=zone))
        assert entry.dtstart.value.astimezone(UTC) == start, start
        assert entry.dtend.value.astimezone(UTC) == start + timedelta(minutes=20), start


@given(TEXTS, TEXTS, TEXTS)
def test_whatever_is_typed_stays_the_text_of_its_property(summary: str, description: str, location: str) -> None:
    event = replace(EVENT, summary=summary, description=description, location=location, url=location)
    data = ics_bytes([event], Method.PUBLISH, STAMP, Address("me@example.org", summary))
    calendar = read(data)
    assert set(calendar.contents) == {"version", "prodid", "method", "vevent", "vtimezone"}
    (entry,) = calendar.contents["vevent"]
    assert set(entry.contents) <= {*PROPERTIES, "organizer", "valarm"}
    assert entry.summary.value == writable_line(summary)
    assert getattr(getattr(entry, "description", None), "value", "") == writable(description)
    assert getattr(getattr(entry, "location", None), "value", "") == writable_line(location)
    assert entry.organizer.value == "mailto:me@example.org"
    lines = data.split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert b"\r" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode()  # no letter is split between two lines


@pytest.mark.parametrize("text", INJECTIONS)
def test_no_hostile_text_gets_into_the_address_or_the_name_of_the_organiser(text: str) -> None:
    entry = entry_of(replace(EVENT, url=text), organiser=Address("me@example.org", text))
    assert "url" not in entry.contents
    assert entry.organizer.value == "mailto:me@example.org"
    assert set(entry.organizer.params) <= {"CN"}


def test_only_web_addresses_stand_as_one() -> None:
    assert "url" not in entry_of(replace(EVENT, url="javascript:alert(1)")).contents
    assert "url" not in entry_of(replace(EVENT, url="https://x.example/ y")).contents
    assert entry_of(replace(EVENT, url="https://x.example/ü%20")).url.value == "https://x.example/%C3%BC%20"


def test_no_entry_is_no_file() -> None:
    with pytest.raises(UserError, match="no meeting"):
        ics_bytes([], Method.PUBLISH, STAMP)


def test_the_same_entry_gives_the_same_bytes() -> None:
    assert ics_bytes([EVENT], Method.PUBLISH, STAMP) == ics_bytes([EVENT], Method.PUBLISH, STAMP)


def test_the_name_of_a_calendar_file_may_leave_the_person_out() -> None:
    assert calendar_file_name("../Ada Lovelace") == "ada-lovelace-meeting.ics"
    assert calendar_file_name("Ada Lovelace", private=True) == "meeting.ics"
    assert calendar_file_name("👩") == "meeting.ics"
