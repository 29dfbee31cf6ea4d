"""Keeping in touch: never before the ideal day, due on the latest, never with whom it is left alone."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.contact import Stage
from desktop.core.keep_in_touch_group import KeepInTouchRule
from desktop.core.today.keep_in_touch import KeepInTouchTiming, is_kept, keep_in_touch, keep_in_touch_timing

days = st.dates(date(2020, 1, 1), date(2030, 12, 31))
rules = st.builds(KeepInTouchRule, st.integers(-5, 400), st.integers(-5, 800))


def test_it_counts_from_the_last_contact_and_lets_rest() -> None:
    assert keep_in_touch(date(2026, 1, 1), KeepInTouchRule()) == (date(2026, 4, 1), date(2026, 6, 30))
    assert keep_in_touch(date(2026, 1, 1), KeepInTouchRule(30, 60)) == (date(2026, 1, 31), date(2026, 3, 2))
    assert keep_in_touch(date(2026, 1, 1), KeepInTouchRule(), resting=True) is None


@given(days, rules, st.integers(0, 900))
def test_it_is_possible_from_the_ideal_day_and_due_from_the_latest(
    last: date, rule: KeepInTouchRule, later: int
) -> None:
    today = last + timedelta(days=later)
    found = keep_in_touch(last, rule)
    assert found is not None
    ideal, latest = found
    assert last < ideal <= latest
    expected = (
        KeepInTouchTiming.NOT_YET
        if today < ideal
        else KeepInTouchTiming.POSSIBLE
        if today < latest
        else KeepInTouchTiming.DUE
    )
    assert keep_in_touch_timing(last, rule, today) is expected


@given(days, rules, st.integers(0, 900))
def test_a_later_contact_never_makes_it_due_sooner(last: date, rule: KeepInTouchRule, later: int) -> None:
    order = list(KeepInTouchTiming)
    today = last + timedelta(days=later)
    assert order.index(keep_in_touch_timing(last + timedelta(days=1), rule, today)) <= order.index(
        keep_in_touch_timing(last, rule, today)
    )


@pytest.mark.parametrize("stage", Stage)
def test_one_keeps_in_touch_with_whoever_was_met_and_with_others_only_by_a_group(stage: Stage) -> None:
    met = stage in (Stage.MET, Stage.THANKED, Stage.IN_TOUCH)
    assert is_kept(stage, in_group=False) is met
    assert is_kept(stage, in_group=True) is (met or stage is Stage.FOUND)
