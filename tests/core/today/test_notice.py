"""A notice a day at most: of a talk within the hour, or else of what is due."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from desktop.core.contact import ContactLine, Stage
from desktop.core.meeting_line import MeetingLine, MeetingState, Way
from desktop.core.today.notice import Notice, notice
from desktop.core.today.values import Step, StepKind

BERLIN = ZoneInfo("Europe/Berlin")
STEP = Step(StepKind.BEGIN_WITH, contact=ContactLine(1, "Ann", "", "", Stage.FOUND, None, 1, None, False))
# Around the night in which clocks go back.
moments = st.datetimes(datetime(2026, 10, 23), datetime(2026, 10, 28)).map(lambda each: each.replace(tzinfo=BERLIN))


def meeting(now: datetime, minutes: int) -> MeetingLine:
    starts_at = now.astimezone(UTC) + timedelta(minutes=minutes)
    return MeetingLine(1, 1, "Ann", "", MeetingState.PLANNED, starts_at, "", Way.PHONE, 20, "", 0, 0)


@given(moments, st.booleans(), st.none() | st.integers(-30, 3000), st.none() | st.integers(0, 3))
def test_a_notice_is_given_once_a_day_and_waits_for_the_talk_of_the_day(
    now: datetime, due: bool, minutes: int | None, days_ago: int | None
) -> None:
    following = None if minutes is None else meeting(now, minutes)
    last = None if days_ago is None else now.date() - timedelta(days=days_ago)
    given_now = notice([STEP] if due else [], following, now, last)
    later_today = (
        following is not None
        and following.starts_at is not None
        and minutes is not None
        and minutes > 60
        and following.starts_at.astimezone(BERLIN).date() == now.date()
    )
    if last == now.date() or later_today:
        assert given_now is None
    elif minutes is not None and 0 < minutes <= 60:
        assert given_now == Notice(meeting=following)
    else:
        assert given_now == (Notice(step=STEP) if due else None)


@given(st.lists(st.integers(1, 300), min_size=1, max_size=30), st.booleans())
def test_however_often_one_looks_there_is_one_a_day(waits: list[int], with_meeting: bool) -> None:
    now, last, days = datetime(2026, 10, 24, 8, 0, tzinfo=BERLIN), None, list[date]()
    for minutes in waits:
        now = (now.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(BERLIN)
        if notice([STEP], meeting(now, 30) if with_meeting else None, now, last):
            last = now.date()
            days.append(last)
    assert len(days) == len(set(days))
    assert days
