"""When the clocks of a zone change, as a calendar file says it."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from desktop.formats.time_zone_part import time_zone_part

BEGIN, END = datetime(2026, 3, 1, tzinfo=UTC), datetime(2026, 12, 1, tzinfo=UTC)


def parts(name: str) -> list[Any]:
    return list(time_zone_part(name, ZoneInfo(name), BEGIN, END).subcomponents)


@pytest.mark.parametrize(
    ("name", "rules"),
    [
        ("Europe/Berlin", {"-1SU"}),
        ("America/New_York", {"2SU", "1SU"}),
        ("Africa/Casablanca", set()),  # by the moon
        ("Asia/Kolkata", set()),
    ],
)
def test_clocks_that_change_by_a_rule_are_told_by_it(name: str, rules: set[str]) -> None:
    written = [part["rrule"].to_ical().decode() for part in parts(name) if "rrule" in part]
    assert {rule.partition("BYDAY=")[2].partition(";")[0] for rule in written} == rules


def test_the_onset_is_as_the_clocks_showed_it_before() -> None:
    spring = next(part for part in parts("Europe/Berlin") if part.name == "DAYLIGHT")
    assert spring["dtstart"].dt == datetime(2025, 3, 30, 2)
    assert spring["tzoffsetfrom"].td == timedelta(hours=1)
    assert spring["tzoffsetto"].td == timedelta(hours=2)


def test_a_zone_whose_clocks_never_change_has_one_part_from_the_beginning() -> None:
    (only,) = parts("Asia/Kolkata")
    assert only["dtstart"].dt == datetime(1970, 1, 1)
    assert only["tzoffsetto"].td == timedelta(hours=5, minutes=30)


def test_changes_without_a_rule_are_told_for_ten_years_ahead() -> None:
    years = [part["dtstart"].dt.year for part in parts("Africa/Casablanca")]
    assert max(years) == END.year + 10
    assert min(years) <= BEGIN.year - 1
