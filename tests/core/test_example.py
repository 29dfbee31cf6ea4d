"""Moving the example: its anchor becomes today, times of day stay, meetings fall on working days."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.contact import Contact
from desktop.core.direction import Direction
from desktop.core.example import ANCHOR, Example, at, example_on
from desktop.core.learning import LearningEntry
from desktop.core.meeting import Meeting
from desktop.core.organisation import ResearchNote
from desktop.core.profile import Profile
from desktop.core.zones import zone


def example(day: int) -> Example:
    on = ANCHOR + timedelta(days=day)
    meeting = Meeting(id=1, contact_id=1, starts_at=at(on, time(10, 30), "Europe/London"), zone="Europe/London")
    return Example(
        zone="Europe/London",
        profile=Profile(),
        directions=(Direction(id=1, name="Rivers", decided_on=on), Direction(id=2, name="Lakes")),
        organisations=(),
        contacts=(Contact(id=1, name="Ann", found_on=on),),
        research=(ResearchNote(id=1, text="Blue", read_on=on),),
        meetings=(meeting, Meeting(id=2, contact_id=1)),
        questions=(),
        facts={},
        own_questions=(),
        entries=(LearningEntry(id=1, on=on), LearningEntry(id=2, meeting_id=1)),
    )


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(-200, 200))
def test_every_date_keeps_its_distance_from_today_and_every_meeting_its_time_of_day(today: date, day: int) -> None:
    result = example_on(example(day), today)
    expected = today + timedelta(days=day)
    assert result.directions[0].decided_on == result.contacts[0].found_on == result.research[0].read_on == expected
    assert result.entries[0].on == expected
    assert result.directions[1].decided_on is None
    starts_at = result.meetings[0].starts_at
    assert starts_at is not None
    local = starts_at.astimezone(zone("Europe/London"))
    assert local.time() == time(10, 30)
    assert local.date() == result.entries[1].on
    assert local.weekday() < 5 or day == 0
    assert abs((local.date() - expected).days) <= 2
    assert (local.date() > today, local.date() < today) == (day > 0, day < 0)


def test_a_meeting_without_a_time_stays_without() -> None:
    assert example_on(example(3), date(2026, 11, 24)).meetings[1].starts_at is None


@pytest.mark.parametrize(
    ("today", "day", "falls_on"), [(20, 1, 23), (20, 2, 23), (23, -1, 20), (23, -2, 20), (21, 0, 21)]
)
def test_a_weekend_moves_on_to_monday_ahead_and_back_to_friday_in_the_past(today: int, day: int, falls_on: int) -> None:
    starts_at = example_on(example(day), date(2026, 11, today)).meetings[0].starts_at
    assert starts_at is not None
    assert starts_at.day == falls_on


def test_in_another_zone_the_meetings_keep_their_time_of_day_there() -> None:
    result = example_on(example(2), date(2026, 11, 24), "America/New_York")
    starts_at = result.meetings[0].starts_at
    assert starts_at is not None
    assert starts_at.astimezone(zone("America/New_York")).time() == time(10, 30)
    assert result.meetings[0].zone == result.zone == "America/New_York"
