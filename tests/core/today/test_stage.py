"""Where a contact stands, from what happened and what the user said."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.contact import Stage
from desktop.core.today.contact_event import ContactEvent, EventKind
from desktop.core.today.stage import ContactStatus, Correction, contact_status

MONDAY = date(2026, 3, 2)


def day(number: int) -> date:
    return MONDAY + timedelta(days=number)


def happened(*whats: EventKind) -> list[ContactEvent]:
    """One event a day."""
    return [ContactEvent(day(number), what) for number, what in enumerate(whats)]


def stage_after(*whats: EventKind) -> Stage:
    return contact_status(happened(*whats)).stage


def test_the_whole_way_is_walked_stage_by_stage() -> None:
    way = [
        EventKind.WROTE,
        EventKind.SAID_YES,
        EventKind.AGREED,
        EventKind.MET,
        EventKind.THANKED,
        EventKind.KEPT_IN_TOUCH,
    ]
    stages = [stage_after(*way[:steps]) for steps in range(len(way) + 1)]
    assert stages == ["found", "written_to", "replied", "agreed", "met", "thanked", "in_touch"]


@pytest.mark.parametrize(
    ("whats", "stage"),
    [
        ([EventKind.WROTE, EventKind.NUDGED], Stage.WRITTEN_TO),
        ([EventKind.WROTE, EventKind.SAID_NO], Stage.DECLINED),
        ([EventKind.WROTE, EventKind.NAMED_ANOTHER], Stage.DECLINED),
        ([EventKind.WROTE, EventKind.SAID_YES, EventKind.AGREED, EventKind.SAID_NO], Stage.DECLINED),
        ([EventKind.WROTE, EventKind.SAID_NO, EventKind.SAID_YES], Stage.REPLIED),
        ([EventKind.WROTE, EventKind.SAID_NO, EventKind.WROTE], Stage.WRITTEN_TO),
        ([EventKind.WROTE, EventKind.SAID_NO, EventKind.KEPT_IN_TOUCH], Stage.DECLINED),
        ([EventKind.WROTE, EventKind.SAID_LATER, EventKind.WROTE], Stage.WRITTEN_TO),
        ([EventKind.AGREED, EventKind.WROTE], Stage.AGREED),
        ([EventKind.WROTE, EventKind.THANKED], Stage.WRITTEN_TO),
        ([EventKind.WROTE, EventKind.CLOSED], Stage.NO_ANSWER),
        ([EventKind.WROTE, EventKind.CLOSED, EventKind.REOPENED], Stage.WRITTEN_TO),
        ([EventKind.WROTE, EventKind.CLOSED, EventKind.SAID_YES], Stage.REPLIED),
        ([EventKind.MET, EventKind.CLOSED], Stage.MET),
        ([EventKind.MET, EventKind.THANKED, EventKind.RESTED], Stage.RESTING),
        ([EventKind.MET, EventKind.THANKED, EventKind.RESTED, EventKind.REOPENED], Stage.THANKED),
        ([EventKind.MET, EventKind.THANKED, EventKind.RESTED, EventKind.KEPT_IN_TOUCH], Stage.IN_TOUCH),
        ([EventKind.WROTE, EventKind.SNOOZED, EventKind.NUDGE_LEFT_OUT, EventKind.ANOTHER_LEFT_OUT], Stage.WRITTEN_TO),
    ],
)
def test_ways_that_leave_and_come_back(whats: list[EventKind], stage: Stage) -> None:
    assert stage_after(*whats) is stage


@pytest.mark.parametrize(
    "later",
    [EventKind.WROTE, EventKind.NUDGED, EventKind.SAID_NO, EventKind.NAMED_ANOTHER, EventKind.AGREED, EventKind.CLOSED],
)
def test_who_was_met_stays_met_whatever_is_written_later(later: EventKind) -> None:
    assert stage_after(EventKind.MET, later) is Stage.MET
    assert stage_after(EventKind.MET, EventKind.THANKED, later) is Stage.THANKED


def test_a_second_meeting_is_thanked_for_again() -> None:
    assert stage_after(EventKind.MET, EventKind.THANKED, EventKind.AGREED, EventKind.MET) is Stage.MET


def test_a_friend_who_introduced_without_a_meeting_is_in_touch_after_a_report() -> None:
    assert stage_after(EventKind.WROTE, EventKind.SAID_YES, EventKind.KEPT_IN_TOUCH) is Stage.IN_TOUCH


def test_since_is_the_day_that_led_to_the_stage_not_the_last_event() -> None:
    assert contact_status(happened(EventKind.WROTE, EventKind.NUDGED)) == ContactStatus(Stage.WRITTEN_TO, day(0))
    assert contact_status([]) == ContactStatus(Stage.FOUND)


def test_events_may_come_in_any_order_also_those_of_one_day() -> None:
    events = [
        ContactEvent(MONDAY, EventKind.THANKED),
        ContactEvent(MONDAY, EventKind.MET),
        ContactEvent(MONDAY, EventKind.WROTE),
    ]
    assert contact_status(events).stage is contact_status(events[::-1]).stage is Stage.THANKED


def test_a_correction_wins_with_its_reason() -> None:
    correction = Correction(day(2), Stage.DECLINED, Stage.WRITTEN_TO, "He said so on the phone")
    expected = ContactStatus(Stage.DECLINED, day(2), True, "He said so on the phone")
    assert contact_status(happened(EventKind.WROTE, EventKind.NUDGED), correction) == expected
    assert (
        contact_status(happened(EventKind.WROTE, EventKind.NUDGED, EventKind.SNOOZED, EventKind.SNOOZED), correction)
        == expected
    )


def test_something_newer_goes_on_from_the_corrected_stage() -> None:
    events = happened(EventKind.WROTE)
    correction = Correction(day(1), Stage.MET, Stage.WRITTEN_TO, "By chance, on the train")
    assert contact_status([*events, ContactEvent(day(2), EventKind.THANKED)], correction) == ContactStatus(
        Stage.THANKED, day(2)
    )


def test_a_correction_of_the_day_of_the_message_itself_holds() -> None:
    correction = Correction(MONDAY, Stage.RESTING, Stage.WRITTEN_TO)
    assert contact_status([ContactEvent(MONDAY, EventKind.WROTE)], correction).stage is Stage.RESTING


def test_a_reply_on_the_day_of_the_correction_is_newer() -> None:
    events = [ContactEvent(MONDAY, EventKind.WROTE), ContactEvent(MONDAY, EventKind.SAID_YES)]
    assert contact_status(events, Correction(MONDAY, Stage.RESTING, Stage.WRITTEN_TO)).stage is Stage.REPLIED
    assert contact_status(events, Correction(MONDAY, Stage.MET, Stage.WRITTEN_TO)).stage is Stage.MET
    said_no = [ContactEvent(MONDAY, EventKind.WROTE), ContactEvent(MONDAY, EventKind.SAID_NO)]
    assert contact_status(said_no, Correction(MONDAY, Stage.AGREED, Stage.WRITTEN_TO)).stage is Stage.DECLINED


def test_resting_by_hand_ends_where_the_contact_stood_before() -> None:
    correction = Correction(day(4), Stage.RESTING, Stage.THANKED)
    events = [*happened(EventKind.MET, EventKind.THANKED), ContactEvent(day(9), EventKind.REOPENED)]
    assert contact_status(events, correction).stage is Stage.THANKED


@given(st.lists(st.sampled_from(EventKind)), st.sampled_from(Stage))
def test_a_correction_set_after_everything_always_wins(whats: list[EventKind], stage: Stage) -> None:
    events = happened(*whats)
    correction = Correction(day(len(whats)), stage, contact_status(events).stage)
    assert contact_status(events, correction).stage is stage


@given(st.lists(st.sampled_from(EventKind)))
def test_who_was_met_is_never_set_back_before_it(whats: list[EventKind]) -> None:
    met = {Stage.MET, Stage.THANKED, Stage.IN_TOUCH, Stage.RESTING}
    assert stage_after(EventKind.MET, *whats) in met
