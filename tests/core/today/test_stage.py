"""Where a contact stands, from what happened and what the user said."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.contact import Stage
from desktop.core.today.contact_event import Event, What
from desktop.core.today.stage import Correction, Standing, standing

MONDAY = date(2026, 3, 2)


def day(number: int) -> date:
    return MONDAY + timedelta(days=number)


def happened(*whats: What) -> list[Event]:
    """One event a day."""
    return [Event(day(number), what) for number, what in enumerate(whats)]


def stage_after(*whats: What) -> Stage:
    return standing(happened(*whats)).stage


def test_the_whole_way_is_walked_stage_by_stage() -> None:
    way = [What.WROTE, What.SAID_YES, What.AGREED, What.MET, What.THANKED, What.KEPT_IN_TOUCH]
    stages = [stage_after(*way[:steps]) for steps in range(len(way) + 1)]
    assert stages == ["found", "written_to", "replied", "agreed", "met", "thanked", "in_touch"]


@pytest.mark.parametrize(
    ("whats", "stage"),
    [
        ([What.WROTE, What.NUDGED], Stage.WRITTEN_TO),
        ([What.WROTE, What.SAID_NO], Stage.DECLINED),
        ([What.WROTE, What.NAMED_ANOTHER], Stage.DECLINED),
        ([What.WROTE, What.SAID_YES, What.AGREED, What.SAID_NO], Stage.DECLINED),
        ([What.WROTE, What.SAID_NO, What.SAID_YES], Stage.REPLIED),
        ([What.WROTE, What.SAID_NO, What.WROTE], Stage.WRITTEN_TO),
        ([What.WROTE, What.SAID_NO, What.KEPT_IN_TOUCH], Stage.DECLINED),
        ([What.WROTE, What.SAID_LATER, What.WROTE], Stage.WRITTEN_TO),
        ([What.AGREED, What.WROTE], Stage.AGREED),
        ([What.WROTE, What.THANKED], Stage.WRITTEN_TO),
        ([What.WROTE, What.CLOSED], Stage.NO_ANSWER),
        ([What.WROTE, What.CLOSED, What.REOPENED], Stage.WRITTEN_TO),
        ([What.WROTE, What.CLOSED, What.SAID_YES], Stage.REPLIED),
        ([What.MET, What.CLOSED], Stage.MET),
        ([What.MET, What.THANKED, What.RESTED], Stage.RESTING),
        ([What.MET, What.THANKED, What.RESTED, What.REOPENED], Stage.THANKED),
        ([What.MET, What.THANKED, What.RESTED, What.KEPT_IN_TOUCH], Stage.IN_TOUCH),
        ([What.WROTE, What.SNOOZED, What.NUDGE_LEFT_OUT, What.ANOTHER_LEFT_OUT], Stage.WRITTEN_TO),
    ],
)
def test_ways_that_leave_and_come_back(whats: list[What], stage: Stage) -> None:
    assert stage_after(*whats) is stage


@pytest.mark.parametrize("later", [What.WROTE, What.NUDGED, What.SAID_NO, What.NAMED_ANOTHER, What.AGREED, What.CLOSED])
def test_who_was_met_stays_met_whatever_is_written_later(later: What) -> None:
    assert stage_after(What.MET, later) is Stage.MET
    assert stage_after(What.MET, What.THANKED, later) is Stage.THANKED


def test_a_second_meeting_is_thanked_for_again() -> None:
    assert stage_after(What.MET, What.THANKED, What.AGREED, What.MET) is Stage.MET


def test_a_friend_who_introduced_without_a_meeting_is_in_touch_after_a_report() -> None:
    assert stage_after(What.WROTE, What.SAID_YES, What.KEPT_IN_TOUCH) is Stage.IN_TOUCH


def test_since_is_the_day_that_led_to_the_stage_not_the_last_event() -> None:
    assert standing(happened(What.WROTE, What.NUDGED)) == Standing(Stage.WRITTEN_TO, day(0))
    assert standing([]) == Standing(Stage.FOUND)


def test_events_may_come_in_any_order_also_those_of_one_day() -> None:
    events = [Event(MONDAY, What.THANKED), Event(MONDAY, What.MET), Event(MONDAY, What.WROTE)]
    assert standing(events).stage is standing(events[::-1]).stage is Stage.THANKED


def test_a_correction_wins_with_its_reason() -> None:
    correction = Correction(day(2), Stage.DECLINED, Stage.WRITTEN_TO, "He said so on the phone")
    expected = Standing(Stage.DECLINED, day(2), True, "He said so on the phone")
    assert standing(happened(What.WROTE, What.NUDGED), correction) == expected
    assert standing(happened(What.WROTE, What.NUDGED, What.SNOOZED, What.SNOOZED), correction) == expected


def test_something_newer_goes_on_from_the_corrected_stage() -> None:
    events = happened(What.WROTE)
    correction = Correction(day(1), Stage.MET, Stage.WRITTEN_TO, "By chance, on the train")
    assert standing([*events, Event(day(2), What.THANKED)], correction) == Standing(Stage.THANKED, day(2))


def test_a_correction_of_the_day_of_the_message_itself_holds() -> None:
    correction = Correction(MONDAY, Stage.RESTING, Stage.WRITTEN_TO)
    assert standing([Event(MONDAY, What.WROTE)], correction).stage is Stage.RESTING


def test_a_reply_on_the_day_of_the_correction_is_newer() -> None:
    events = [Event(MONDAY, What.WROTE), Event(MONDAY, What.SAID_YES)]
    assert standing(events, Correction(MONDAY, Stage.RESTING, Stage.WRITTEN_TO)).stage is Stage.REPLIED
    assert standing(events, Correction(MONDAY, Stage.MET, Stage.WRITTEN_TO)).stage is Stage.MET
    said_no = [Event(MONDAY, What.WROTE), Event(MONDAY, What.SAID_NO)]
    assert standing(said_no, Correction(MONDAY, Stage.AGREED, Stage.WRITTEN_TO)).stage is Stage.DECLINED


def test_resting_by_hand_ends_where_the_contact_stood_before() -> None:
    correction = Correction(day(4), Stage.RESTING, Stage.THANKED)
    events = [*happened(What.MET, What.THANKED), Event(day(9), What.REOPENED)]
    assert standing(events, correction).stage is Stage.THANKED


@given(st.lists(st.sampled_from(What)), st.sampled_from(Stage))
def test_a_correction_set_after_everything_always_wins(whats: list[What], stage: Stage) -> None:
    events = happened(*whats)
    correction = Correction(day(len(whats)), stage, standing(events).stage)
    assert standing(events, correction).stage is stage


@given(st.lists(st.sampled_from(What)))
def test_who_was_met_is_never_set_back_before_it(whats: list[What]) -> None:
    met = {Stage.MET, Stage.THANKED, Stage.IN_TOUCH, Stage.RESTING}
    assert stage_after(What.MET, *whats) in met
