"""The user's own weekly limit, and that going over it is mentioned once."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.letters.weekly_limit import (
    Limited,
    Mention,
    WeeklyLimit,
    count,
    first_day_of_week,
    is_cold,
    meeting_days,
    to_mention,
)
from desktop.core.message import Message, MessageKind, MessageState, RequestSituation

SUNDAY, MONDAY = date(2026, 3, 1), date(2026, 3, 2)


def test_a_week_starts_on_the_day_the_user_chose() -> None:
    assert first_day_of_week(SUNDAY) == date(2026, 2, 23)
    assert first_day_of_week(SUNDAY, week_start=7) == SUNDAY
    assert first_day_of_week(MONDAY) == MONDAY


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(1, 7))
def test_every_day_belongs_to_one_week(day: date, week_start: int) -> None:
    first = first_day_of_week(day, week_start)
    assert first.isoweekday() == week_start
    assert first <= day < first + timedelta(days=7)


def test_going_over_is_mentioned_once_and_anew_in_another_week() -> None:
    limit = WeeklyLimit(cold_messages=2)
    three = [MONDAY, MONDAY, MONDAY + timedelta(days=4)]
    friday, next_week = three[-1], MONDAY + timedelta(days=7)
    assert to_mention(limit, three[:2], [], friday) == ()
    said = to_mention(limit, three, [], friday)
    assert said == (Mention(MONDAY, Limited.COLD_MESSAGES),)
    assert to_mention(limit, [*three, friday], [], friday, said) == ()
    assert to_mention(limit, [next_week] * 3, [], next_week, said) == (Mention(next_week, Limited.COLD_MESSAGES),)


def test_messages_and_meetings_are_limited_apart_and_no_limit_is_none() -> None:
    many = [MONDAY] * 9
    assert to_mention(WeeklyLimit(), many, many, MONDAY) == ()
    both = to_mention(WeeklyLimit(1, 1), many, many, MONDAY)
    assert [mention.what for mention in both] == [Limited.COLD_MESSAGES, Limited.MEETINGS]
    assert to_mention(WeeklyLimit(0), [MONDAY], [], MONDAY)


def test_meetings_ahead_in_the_week_count_too_on_the_users_days() -> None:
    now = datetime(2026, 3, 2, 12, 0, tzinfo=ZoneInfo("Asia/Tokyo"))
    late_on_sunday_in_london = datetime(2026, 3, 8, 23, 0, tzinfo=UTC)  # Monday in Tokyo
    in_the_week = late_on_sunday_in_london - timedelta(hours=9)
    assert count(meeting_days([in_the_week, late_on_sunday_in_london], now), now.date()) == 1


@pytest.mark.parametrize(
    ("situation", "cold"),
    [(None, True), ("cold", True), ("linkedin_note", True), ("known", False), ("referred", False), ("alumni", False)],
)
def test_cold_is_a_sent_first_request_to_a_stranger(situation: str | None, cold: bool) -> None:
    known = RequestSituation(situation) if situation else None
    message = Message(situation=known, state=MessageState.SENT, sent_on=MONDAY)
    assert is_cold(message) is cold
    assert not is_cold(Message(situation=known))
    assert not is_cold(Message(kind=MessageKind.NUDGE, situation=known, state=MessageState.SENT, sent_on=MONDAY))
