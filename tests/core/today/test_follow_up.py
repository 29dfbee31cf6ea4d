"""The nudge rule day by day, and over two years under a clock that is set."""

from bisect import bisect_right
from collections.abc import Container, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import holidays
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.contact import Stage
from desktop.core.today.business_days import BusinessDays
from desktop.core.today.contact_event import ContactEvent, EventKind
from desktop.core.today.follow_up import (
    FollowUp,
    FollowUpKind,
    FollowUpReason,
    FollowUpRule,
    Window,
    confirmation,
    next_follow_up,
    status_today,
    thank_you,
)
from desktop.core.today.public_holidays import business_days
from desktop.core.today.stage import Correction
from desktop.core.values import replace

WEEKDAYS = BusinessDays()
RULE = FollowUpRule()
SENT = date(2026, 3, 2)  # a Monday
NUDGE_DUE = date(2026, 3, 11)  # seven business days later
CLOSE_DUE = date(2026, 3, 20)  # and seven more
WROTE = ContactEvent(SENT, EventKind.WROTE)
NUDGED = ContactEvent(NUDGE_DUE, EventKind.NUDGED)


def step(*events: ContactEvent, on: date, rule: FollowUpRule = RULE, correction: Correction | None = None) -> FollowUp:
    found = next_follow_up(events, rule, WEEKDAYS, on, correction)
    assert found is not None
    return found


def stage(*events: ContactEvent, on: date, correction: Correction | None = None) -> Stage:
    return status_today(events, RULE, WEEKDAYS, on, correction).stage


def test_the_nudge_waits_for_seven_business_days() -> None:
    before = step(WROTE, on=NUDGE_DUE - timedelta(days=1))
    assert before == FollowUp(FollowUpKind.WAIT, NUDGE_DUE, FollowUpReason.INTERVAL, FollowUpKind.NUDGE, SENT)
    assert step(WROTE, on=NUDGE_DUE).kind is FollowUpKind.NUDGE


def test_a_nudge_that_is_due_waits_over_the_weekend() -> None:
    saturday, monday = date(2026, 3, 14), date(2026, 3, 16)
    found = step(WROTE, on=saturday)
    assert (found.kind, found.then, found.due, found.why) == ("wait", "nudge", monday, FollowUpReason.REST_DAY)
    assert step(WROTE, on=monday).kind is FollowUpKind.NUDGE


def test_after_the_last_nudge_the_contact_closes_by_itself_and_stays_closed_on_weekends() -> None:
    waiting = step(WROTE, NUDGED, on=CLOSE_DUE - timedelta(days=1))
    assert (waiting.kind, waiting.then, waiting.nudges, waiting.written_on) == ("wait", "close", 1, NUDGE_DUE)
    assert stage(WROTE, NUDGED, on=CLOSE_DUE - timedelta(days=1)) is Stage.WRITTEN_TO
    for days_later in range(60):
        today = CLOSE_DUE + timedelta(days=days_later)
        assert step(WROTE, NUDGED, on=today).kind is FollowUpKind.CLOSE
        assert status_today([WROTE, NUDGED], RULE, WEEKDAYS, today).since == CLOSE_DUE
        assert stage(WROTE, NUDGED, on=today) is Stage.NO_ANSWER


def test_who_is_reopened_waits_as_long_again_without_another_nudge() -> None:
    reopened = ContactEvent(date(2026, 4, 1), EventKind.REOPENED)
    assert stage(WROTE, NUDGED, reopened, on=date(2026, 4, 2)) is Stage.WRITTEN_TO
    found = step(WROTE, NUDGED, reopened, on=date(2026, 4, 2))
    assert (found.kind, found.then, found.due) == ("wait", "close", date(2026, 4, 10))


def test_a_new_request_begins_anew() -> None:
    again = ContactEvent(date(2026, 5, 4), EventKind.WROTE)
    found = step(WROTE, NUDGED, again, on=date(2026, 5, 13))
    assert (found.kind, found.nudges, found.written_on) == ("nudge", 0, again.on)


@pytest.mark.parametrize(
    "answer", [EventKind.SAID_YES, EventKind.SAID_NO, EventKind.NAMED_ANOTHER, EventKind.REPLIED, EventKind.SAID_LATER]
)
def test_who_answered_is_not_nudged(answer: EventKind) -> None:
    assert next_follow_up([WROTE, ContactEvent(date(2026, 3, 5), answer)], RULE, WEEKDAYS, NUDGE_DUE) is None


@pytest.mark.parametrize("what", [EventKind.RESTED, EventKind.CLOSED, EventKind.AGREED, EventKind.MET])
def test_nothing_is_awaited_of_who_rests_is_closed_or_is_being_met(what: EventKind) -> None:
    assert next_follow_up([WROTE, ContactEvent(date(2026, 3, 5), what)], RULE, WEEKDAYS, NUDGE_DUE) is None
    assert next_follow_up([], RULE, WEEKDAYS, NUDGE_DUE) is None


def test_another_person_is_tried_after_three_days_and_the_nudge_still_comes() -> None:
    rule = replace(RULE, try_another_after=3)
    assert step(WROTE, on=date(2026, 3, 4), rule=rule).then is FollowUpKind.TRY_ANOTHER
    assert step(WROTE, on=date(2026, 3, 5), rule=rule).kind is FollowUpKind.TRY_ANOTHER
    left_out = ContactEvent(date(2026, 3, 5), EventKind.ANOTHER_LEFT_OUT)
    assert step(WROTE, left_out, on=date(2026, 3, 5), rule=rule).then is FollowUpKind.NUDGE
    assert step(WROTE, on=NUDGE_DUE, rule=rule).kind is FollowUpKind.NUDGE
    assert step(WROTE, NUDGED, on=date(2026, 3, 17), rule=rule).then is FollowUpKind.CLOSE


def test_another_person_may_be_tried_from_the_next_business_day_on_never_on_the_day_itself() -> None:
    next_day = step(WROTE, on=SENT, rule=replace(RULE, try_another_after=1))
    assert (next_day.then, next_day.due) == (FollowUpKind.TRY_ANOTHER, SENT + timedelta(days=1))
    for none in (0, -1):
        assert step(WROTE, on=SENT, rule=replace(RULE, try_another_after=none)).then is FollowUpKind.NUDGE


def test_trying_another_later_than_the_nudge_is_left_out() -> None:
    assert step(WROTE, on=SENT, rule=replace(RULE, try_another_after=7)).then is FollowUpKind.NUDGE


def test_a_snooze_holds_until_its_day_or_the_next_business_day() -> None:
    saturday, monday = date(2026, 3, 28), date(2026, 3, 30)
    snoozed = ContactEvent(NUDGE_DUE, EventKind.SNOOZED, saturday)
    found = step(WROTE, snoozed, on=date(2026, 3, 27))
    assert (found.kind, found.then, found.due, found.why) == ("wait", "nudge", monday, FollowUpReason.SNOOZED)
    assert step(WROTE, snoozed, on=monday).kind is FollowUpKind.NUDGE


def test_a_snooze_on_the_very_day_of_the_message_holds() -> None:
    until = date(2026, 3, 24)
    assert step(WROTE, ContactEvent(SENT, EventKind.SNOOZED, until), on=SENT).due == until
    assert step(WROTE, NUDGED, ContactEvent(NUDGE_DUE, EventKind.SNOOZED, until), on=NUDGE_DUE).due == until


def test_a_snooze_never_brings_anything_forward_and_ends_with_the_next_message() -> None:
    early = ContactEvent(SENT, EventKind.SNOOZED, date(2026, 3, 4))
    assert step(WROTE, early, on=SENT).due == NUDGE_DUE
    late = ContactEvent(SENT, EventKind.SNOOZED, date(2026, 12, 1))
    assert step(WROTE, late, NUDGED, on=NUDGE_DUE).due == CLOSE_DUE


def test_a_nudge_left_out_closes_after_the_same_interval() -> None:
    left_out = ContactEvent(NUDGE_DUE, EventKind.NUDGE_LEFT_OUT)
    found = step(WROTE, left_out, on=NUDGE_DUE)
    assert (found.then, found.due, found.nudges) == (FollowUpKind.CLOSE, CLOSE_DUE, 0)


def test_no_nudge_at_all_is_a_rule_too() -> None:
    assert step(WROTE, on=SENT, rule=replace(RULE, maximum=0)).then is FollowUpKind.CLOSE


def test_who_was_written_to_outside_the_program_is_waited_for_from_the_day_it_was_said() -> None:
    said = Correction(SENT, Stage.WRITTEN_TO, Stage.FOUND, "By letter")
    assert step(on=NUDGE_DUE, correction=said).kind is FollowUpKind.NUDGE
    declined = Correction(SENT, Stage.DECLINED, Stage.WRITTEN_TO)
    assert next_follow_up([WROTE], RULE, WEEKDAYS, NUDGE_DUE, declined) is None
    waiting_again = Correction(CLOSE_DUE, Stage.WRITTEN_TO, Stage.REPLIED)
    replied = ContactEvent(date(2026, 3, 12), EventKind.REPLIED)
    assert step(WROTE, NUDGED, replied, on=CLOSE_DUE, correction=waiting_again).due == date(2026, 3, 31)


def test_who_said_later_is_come_back_to_on_the_day_set_for_it() -> None:
    later = [WROTE, ContactEvent(SENT, EventKind.SAID_LATER), ContactEvent(SENT, EventKind.SNOOZED, date(2026, 9, 5))]
    found = step(*later, on=date(2026, 9, 4))
    assert (found.kind, found.then, found.due) == ("wait", "come_back", date(2026, 9, 7))
    assert step(*later, on=date(2026, 9, 7)).kind is FollowUpKind.COME_BACK
    assert (
        next_follow_up([*later, ContactEvent(date(2026, 5, 1), EventKind.SAID_YES)], RULE, WEEKDAYS, date(2026, 9, 7))
        is None
    )


def test_what_is_dated_ahead_has_not_happened_yet() -> None:
    assert next_follow_up([WROTE], RULE, WEEKDAYS, SENT - timedelta(days=1)) is None
    assert stage(WROTE, on=SENT - timedelta(days=1)) is Stage.FOUND


def test_a_rule_that_makes_no_sense_is_refused() -> None:
    with pytest.raises(ValueError, match="interval"):
        FollowUpRule(business_days=0)
    with pytest.raises(ValueError, match="maximum"):
        FollowUpRule(maximum=-1)


# -- two years under an injected clock --------------------------------------------------------------------------------

PLACES = [
    ("DE", "BY", "Europe/Berlin"),
    ("US", "", "America/New_York"),
    ("EG", "", "Africa/Cairo"),
    ("IN", "", "Asia/Kolkata"),
    ("AU", "NSW", "Australia/Lord_Howe"),  # its clocks change by half an hour
    ("BR", "", "America/Sao_Paulo"),
    ("IL", "", "Asia/Jerusalem"),
    ("", "", "Pacific/Apia"),
]
RULES = st.builds(
    FollowUpRule,
    business_days=st.integers(1, 12),
    maximum=st.integers(0, 3),
    try_another_after=st.none() | st.integers(1, 8),
)
MOODS = ["follow", "snooze", "leave_out", "reopen", "write_anew"]
BEGIN = datetime(2025, 10, 1, 11, 30, tzinfo=UTC)


def clock(zone: str, hours: int) -> Iterator[datetime]:
    """Two years in steps of some hours, as the clock on the user's wall shows them."""
    for step_number in range(2 * 365 * 24 // hours):
        yield (BEGIN + timedelta(hours=hours * step_number)).astimezone(ZoneInfo(zone))


@cache
def worked_in(country: str, subdivision: str) -> list[date]:
    """Every working day of six years, straight from the library of holidays."""
    kept: Container[date] = ()
    weekend: Container[int] = {5, 6}
    if country:
        found = holidays.country_holidays(country, subdiv=subdivision or None, years=range(2024, 2030))
        kept, weekend = frozenset(found), found.weekend
    every = (date(2024, 1, 1) + timedelta(days=n) for n in range(6 * 365))
    return [one for one in every if one.weekday() not in weekend and one not in kept]


def working_days(country: str, subdivision: str, day: date, later: date) -> int:
    """Those after the one day, up to the later one and with it."""
    worked = worked_in(country, subdivision)
    return bisect_right(worked, later) - bisect_right(worked, day)


@settings(max_examples=20)
@given(
    place=st.sampled_from(PLACES),
    rule=RULES,
    hours=st.integers(17, 40),
    sloth=st.integers(0, 6),
    moods=st.permutations(MOODS) | st.lists(st.sampled_from(MOODS), min_size=1, max_size=8),
)
def test_over_two_years_nobody_is_nudged_too_often_too_early_or_on_a_rest_day(
    place: tuple[str, str, str], rule: FollowUpRule, hours: int, sloth: int, moods: list[str]
) -> None:
    country, subdivision, zone = place
    days = business_days(country, subdivision)
    events: list[ContactEvent] = []
    written = date.min  # the last request or nudge
    nudges = seen = taken = 0
    for now in clock(zone, hours):
        today = now.date()
        if not events:
            events.append(ContactEvent(today, EventKind.WROTE))
            written = today
        found = next_follow_up(events, rule, days, today)
        assert found is not None
        assert found.nudges == nudges <= rule.maximum
        if found.kind is FollowUpKind.WAIT:
            assert found.due > today
            assert not days.is_rest(found.due)
            continue
        assert found.due <= today
        if found.kind is FollowUpKind.NUDGE:
            assert nudges < rule.maximum
            assert working_days(country, subdivision, written, today) >= rule.business_days
            assert working_days(country, subdivision, today - timedelta(days=1), today) == 1
        if found.kind is FollowUpKind.TRY_ANOTHER:
            assert rule.try_another_after is not None
            assert working_days(country, subdivision, written, today) >= rule.try_another_after
            assert working_days(country, subdivision, today - timedelta(days=1), today) == 1
        if found.kind is FollowUpKind.CLOSE:
            assert working_days(country, subdivision, written, today) >= rule.business_days
            assert status_today(events, rule, days, today).stage is Stage.NO_ANSWER
        else:
            assert status_today(events, rule, days, today).stage is Stage.WRITTEN_TO
        seen += 1
        if seen % (sloth + 1):
            continue  # the user lets it lie
        mood = moods[taken % len(moods)]
        taken += 1
        if found.kind is FollowUpKind.CLOSE:
            if mood == "write_anew":
                events.append(ContactEvent(today, EventKind.WROTE))
                written, nudges = today, 0
            elif mood == "reopen":
                events.append(ContactEvent(today, EventKind.REOPENED))
        elif mood == "snooze":
            events.append(ContactEvent(today, EventKind.SNOOZED, today + timedelta(days=9)))
            assert next_follow_up(events, rule, days, today + timedelta(days=8)).kind is FollowUpKind.WAIT
        elif mood == "leave_out":
            nudge = found.kind is FollowUpKind.NUDGE
            events.append(ContactEvent(today, EventKind.NUDGE_LEFT_OUT if nudge else EventKind.ANOTHER_LEFT_OUT))
        elif found.kind is FollowUpKind.NUDGE:
            events.append(ContactEvent(today, EventKind.NUDGED))
            written = today
            nudges += 1
    assert seen or rule.business_days > 1


@given(st.sampled_from(PLACES), RULES, st.dates(date(2025, 1, 1), date(2026, 12, 31)))
def test_who_follows_the_rule_reaches_its_end(place: tuple[str, str, str], rule: FollowUpRule, sent: date) -> None:
    days = business_days(place[0], place[1])
    events = [ContactEvent(sent, EventKind.WROTE)]
    kinds = []
    for ahead in range(200):
        today = sent + timedelta(days=ahead)
        found = next_follow_up(events, rule, days, today)
        assert found is not None
        if found.kind is FollowUpKind.NUDGE:
            events.append(ContactEvent(today, EventKind.NUDGED))
        if found.kind not in (FollowUpKind.WAIT, FollowUpKind.TRY_ANOTHER):
            kinds.append(found.kind)
        if found.kind is FollowUpKind.CLOSE:
            break
    assert kinds == [FollowUpKind.NUDGE] * rule.maximum + [FollowUpKind.CLOSE]


# -- meetings and keeping in touch ------------------------------------------------------------------------------------


def test_a_confirmation_is_due_from_48_to_24_hours_ahead_also_when_clocks_change() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    starts = datetime(2026, 3, 30, 9, 0, tzinfo=berlin).astimezone(UTC)  # the clocks went forward the day before
    window = confirmation(starts, starts - timedelta(days=9))
    assert window == Window(starts - timedelta(hours=48), starts - timedelta(hours=24))
    assert window is not None
    assert window.opens.astimezone(berlin).hour == 8
    assert window.is_open(window.opens)
    assert not window.is_open(window.closes)
    assert not window.is_open(window.opens - timedelta(seconds=1))


def test_what_was_agreed_two_days_ahead_or_less_needs_no_confirmation() -> None:
    starts = datetime(2026, 3, 30, 9, 0, tzinfo=UTC)
    assert confirmation(starts, starts - timedelta(hours=47)) is None
    assert confirmation(starts, starts - timedelta(hours=48)) is not None


def test_thanks_are_due_within_24_hours() -> None:
    ended = datetime(2026, 3, 30, 9, 20, tzinfo=UTC)
    assert thank_you(ended) == Window(ended, datetime(2026, 3, 31, 9, 20, tzinfo=UTC))
