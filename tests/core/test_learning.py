"""The learning log: minutes and totals add up."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from desktop.core.learning import (
    LearningEntry,
    LearningKind,
    Total,
    lies_ahead,
    total_of_entries,
    totals_by_kind,
    totals_by_month,
)

entries = st.lists(
    st.builds(
        LearningEntry,
        on=st.none() | st.dates(date(2020, 1, 1), date(2027, 12, 31)),
        kind=st.sampled_from(LearningKind),
        minutes_preparing=st.integers(0, 600),
        minutes_meeting=st.integers(0, 600),
        minutes_writing=st.integers(0, 600),
    ),
    max_size=30,
)


@given(entries)
def test_the_totals_by_kind_hold_every_entry_and_every_minute_once(log: list[LearningEntry]) -> None:
    by_kind = totals_by_kind(log)
    assert sum(each.entries for each in by_kind.values()) == len(log)
    assert (
        sum(each.minutes for each in by_kind.values())
        == sum(entry.minutes for entry in log)
        == total_of_entries(log).minutes
    )


@given(entries)
def test_the_totals_by_month_hold_every_entry_that_has_a_day_newest_month_first(log: list[LearningEntry]) -> None:
    by_month = totals_by_month(log)
    dated = [entry for entry in log if entry.on]
    assert list(by_month) == sorted(by_month, reverse=True)
    assert sum(each.entries for each in by_month.values()) == len(dated)
    for entry in dated:
        assert entry.on is not None
        assert entry.on.replace(day=1) in by_month


def test_the_kinds_keep_the_order_of_the_list_and_only_those_that_occur_are_there() -> None:
    log = [LearningEntry(kind=LearningKind.OTHER), LearningEntry(kind=LearningKind.COURSE, minutes_meeting=90)]
    assert list(totals_by_kind(log)) == [LearningKind.COURSE, LearningKind.OTHER]
    assert totals_by_kind(log)[LearningKind.COURSE] == Total(1, 0, 90, 0)


def test_the_three_kinds_of_minutes_stay_apart_in_a_total() -> None:
    entry = LearningEntry(minutes_preparing=10, minutes_meeting=20, minutes_writing=5)
    assert entry.minutes == 35
    assert total_of_entries([entry, entry]) == Total(2, 20, 40, 10)
    assert total_of_entries([]) == Total()


def test_an_entry_of_a_day_to_come_is_a_plan() -> None:
    today = date(2026, 11, 24)
    days = (date(2026, 11, 25), today, date(2026, 11, 23), None)
    assert [lies_ahead(LearningEntry(on=day), today) for day in days] == [True, False, False, False]
