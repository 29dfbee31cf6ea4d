"""A meeting as an entry of a calendar."""

from datetime import UTC, datetime
from uuid import UUID

import pytest

from desktop.core.errors import UserError
from desktop.core.export.calendar_event import (
    CalendarEvent,
    EventStatus,
    both_times,
    event_of,
    event_uid,
    web_address,
    without_private_details,
)
from desktop.core.meeting import Meeting
from desktop.core.meeting_line import MeetingState, Way
from desktop.core.values import replace

START = datetime(2026, 3, 30, 7, 0, tzinfo=UTC)
MEETING = Meeting(
    id=7,
    purpose="How tides are measured",
    starts_at=START,
    zone="Europe/Berlin",
    minutes=25,
    way=Way.VIDEO,
    place="Quay Street",
    dial_in="https://video.example/omega",
)


def entry(meeting: Meeting = MEETING, their_zone: str = "") -> CalendarEvent:
    return event_of(meeting, "store", "Conversation with Omega", their_zone)


def test_the_name_of_an_entry_lasts_and_belongs_to_one_meeting_of_one_store() -> None:
    names = {event_uid(store, meeting) for store in ("store", "other") for meeting in (1, 11)}
    assert len(names) == 4
    assert event_uid("store", 7) == entry().uid == entry(replace(MEETING, minutes=40)).uid
    assert UUID(entry().uid).version == 5


def test_an_entry_says_why_when_and_where() -> None:
    found = entry()
    assert (found.start, found.minutes, found.zone) == (START, 25, "Europe/Berlin")
    assert found.description == "How tides are measured"
    assert found.location == found.url == "https://video.example/omega"


def test_both_times_are_named_where_they_differ() -> None:
    assert entry(their_zone="America/New_York").description.splitlines() == [
        "How tides are measured",
        "2026-03-30 09:00 (Europe/Berlin)",
        "2026-03-30 03:00 (America/New_York)",
    ]
    assert both_times(START, "Europe/Berlin", "Europe/Paris") == ()
    assert both_times(START, "Europe/Berlin", "") == both_times(START, "", "Europe/Berlin") == ()
    assert both_times(START, "Asia/Tokyo", "UTC", lambda clock, zone: f"{clock:%H} {zone}") == (
        "16 Asia/Tokyo",
        "07 UTC",
    )


def test_a_meeting_elsewhere_has_its_place_or_number() -> None:
    face_to_face = entry(replace(MEETING, way=Way.FACE_TO_FACE))
    assert (face_to_face.location, face_to_face.url) == ("Quay Street", "")
    by_phone = entry(replace(MEETING, way=Way.PHONE, dial_in="+49 30 5550100"))
    assert (by_phone.location, by_phone.url) == ("+49 30 5550100", "")


def test_a_meeting_called_off_rings_no_more() -> None:
    found = entry(replace(MEETING, state=MeetingState.CANCELLED))
    assert (found.status, found.alarm_minutes) == (EventStatus.CANCELLED, None)


def test_a_meeting_without_a_time_says_what_to_do() -> None:
    with pytest.raises(UserError, match="no time yet"):
        entry(replace(MEETING, starts_at=None))


def test_without_private_details_only_the_time_is_left() -> None:
    found = without_private_details(entry(their_zone="America/New_York"), "Busy")
    assert found == CalendarEvent(
        uid=entry().uid,
        start=START,
        minutes=25,
        zone="Europe/Berlin",
        their_zone="America/New_York",
        summary="Busy",
        private=True,
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "zoom 123",
        "javascript:alert(1)",
        "https://",
        "https://x.example/a b",
        "https://x.example/\nX-A:1",
        "ftp://x",
    ],
)
def test_what_is_no_web_address_is_nothing(text: str) -> None:
    assert web_address(text) == ""


def test_a_web_address_is_kept_without_blanks_around_it() -> None:
    assert web_address(" HTTPS://x.example/a?b=c#d ") == "HTTPS://x.example/a?b=c#d"
