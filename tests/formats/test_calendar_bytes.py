"""The calendar of everything, read back by two parsers: events, whole days, names that last, texts that stay texts."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import icalendar
import pytest
import vobject
from hypothesis import given

from desktop.core.contact import Stage
from desktop.core.export.calendar_plan import CalendarMaterial, PlannedMeeting, entries
from desktop.core.keep_in_touch_group import KeepInTouchRule
from desktop.core.meeting import Meeting
from desktop.core.meeting_line import MeetingState
from desktop.core.today.after_meeting import InTouch, Introduction, Owed, PersonRef, ToTry
from desktop.core.values import replace
from desktop.formats.calendar_file import calendar_bytes
from desktop.formats.written_text import writable_line
from tests.formats.hostile import INJECTIONS, TEXTS

NOW = datetime(2026, 3, 1, 8, 0, tzinfo=UTC)
TODAY = NOW.date()
ANN = PersonRef(1, "Ann Lee", Stage.IN_TOUCH)
MATERIAL = CalendarMaterial(
    "store",
    meetings=(
        PlannedMeeting(
            Meeting(1, 1, starts_at=datetime(2026, 3, 30, 7, tzinfo=UTC), zone="Europe/Berlin", purpose="Wells"),
            "Ann Lee",
        ),
        PlannedMeeting(Meeting(2, 1, starts_at=NOW, state=MeetingState.CANCELLED), "Bo Ek"),
        PlannedMeeting(Meeting(3, 1, starts_at=datetime(2026, 1, 5, 7, tzinfo=UTC), state=MeetingState.MET), "Cy Ito"),
    ),
    owed=(
        Owed(1, ANN, True, "the article", date(2026, 3, 5)),
        Owed(2, ANN, False, "a name", date(2026, 3, 6)),
        Owed(3, ANN, True, "no day"),
        Owed(4, ANN, True, "long ago", date(2025, 3, 6)),
    ),
    introductions=(Introduction(PersonRef(2, "Bo Ek"), ANN, date(2026, 2, 26)),),
    in_touch=(
        InTouch(ANN, date(2026, 1, 1), KeepInTouchRule(30, 90)),
        InTouch(PersonRef(3, "Cy Ito", Stage.RESTING), date(2026, 1, 1)),
    ),
    to_try=(ToTry(1, "ask twice", date(2026, 3, 8)),),
    coming_back=((PersonRef(4, "Di Roy", Stage.REPLIED), date(2026, 3, 9)),),
)


def read(data: bytes) -> list[Any]:
    """The entries as one parser reads them; the other must find as many."""
    calendar = icalendar.Calendar.from_ical(data)
    (other,) = vobject.readComponents(data.decode())
    found = list(calendar.walk("VEVENT"))
    assert len(found) == len(list(getattr(other, "vevent_list", [])))
    return found


def written(material: CalendarMaterial = MATERIAL) -> bytes:
    return calendar_bytes(entries(material, TODAY), NOW)


def test_meetings_and_steps_with_a_day_stand_in_the_calendar() -> None:
    found = {str(event["summary"]): event["dtstart"].dt for event in read(written())}
    assert found == {
        "Conversation with Ann Lee": datetime(2026, 3, 30, 7, tzinfo=UTC),
        "Conversation with Bo Ek": NOW,
        "Conversation with Cy Ito": datetime(2026, 1, 5, 7, tzinfo=UTC),
        "Promised to Ann Lee: the article": date(2026, 3, 5),
        "Promised by Ann Lee: a name": date(2026, 3, 6),
        "Check in with Ann Lee": date(2026, 3, 5),
        "Keep in touch with Ann Lee": date(2026, 4, 1),
        "What came of it: ask twice": date(2026, 3, 8),
        "Come back to Di Roy": date(2026, 3, 9),
    }


def test_a_step_takes_a_whole_day_and_leaves_it_free() -> None:
    days = [event for event in read(written()) if not isinstance(event["dtstart"].dt, datetime)]
    assert len(days) == 6
    for event in days:
        assert event["dtend"].dt - event["dtstart"].dt == timedelta(days=1)
        assert event["transp"] == "TRANSPARENT"
        assert not event.walk("VALARM")


def test_what_was_called_off_is_struck_out_and_what_is_over_rings_no_more() -> None:
    meetings = {str(event["summary"]): event for event in read(written()) if isinstance(event["dtstart"].dt, datetime)}
    assert [event["status"] for event in meetings.values()] == ["CONFIRMED", "CANCELLED", "CONFIRMED"]
    assert [bool(event.walk("VALARM")) for event in meetings.values()] == [False, False, True]


def test_entries_keep_their_names_over_runs_and_changes_and_no_two_have_the_same() -> None:
    before = {str(event["summary"]): str(event["uid"]) for event in read(written())}
    assert len(set(before.values())) == len(before)
    later = replace(MATERIAL, owed=(replace(MATERIAL.owed[0], due_on=date(2026, 3, 20)), *MATERIAL.owed[1:]))
    assert {str(event["summary"]): str(event["uid"]) for event in read(written(later))} == before
    other = {str(event["uid"]) for event in read(written(replace(MATERIAL, store_id="other")))}
    assert other.isdisjoint(before.values())
    assert written() == written()


def test_what_is_gone_is_gone_and_an_empty_calendar_is_still_one() -> None:
    assert len(read(written(replace(MATERIAL, meetings=())))) == 6
    empty = written(CalendarMaterial("store"))
    assert icalendar.Calendar.from_ical(empty)["x-wr-calname"] == "Groundwork"
    assert read(empty) == []


def test_a_private_search_leaves_no_name_and_no_text_in_the_calendar() -> None:
    data = written(replace(MATERIAL, private=True))
    for told in ("Ann", "Lee", "Bo", "Cy", "Di Roy", "article", "a name", "ask twice", "Wells"):
        assert told.encode() not in data
    found = read(data)
    assert len(found) == 9
    assert {str(event["class"]) for event in found} == {"PRIVATE"}
    assert {str(event["uid"]) for event in found} == {str(event["uid"]) for event in read(written())}


@pytest.mark.parametrize("text", INJECTIONS)
def test_no_text_can_end_a_line_or_begin_a_property(text: str) -> None:
    check(text)


@given(TEXTS)
def test_any_text_stays_what_it_is(text: str) -> None:
    check(text)


def check(text: str) -> None:
    who = PersonRef(1, text, Stage.MET)
    material = CalendarMaterial(
        "store",
        meetings=(PlannedMeeting(Meeting(1, 1, starts_at=NOW, purpose=text, place=text), text),),
        owed=(Owed(1, who, True, text, TODAY),),
    )
    meeting, day = sorted(read(written(material)), key=lambda event: "dtstamp" in event and "transp" in event)
    assert str(meeting["summary"]) == writable_line(f"Conversation with {text}")
    assert str(day["summary"]) == writable_line(f"Promised to {text}: {' '.join(text.split())}")
    assert set(day) == {"UID", "DTSTAMP", "DTSTART", "DTEND", "TRANSP", "SUMMARY"}
