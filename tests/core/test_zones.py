"""Time zones by name: an unknown one never stops anything."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from desktop.core.zones import clock_at, is_known, moment_at, zone, zone_or_system


@pytest.mark.parametrize(
    "name", ["", "Mars/Olympus", "../../etc/passwd", "Europe", "/etc/localtime", "a\0b", "x" * 5000]
)
def test_an_unknown_name_is_utc(name: str) -> None:
    assert not is_known(name)
    assert zone(name) is UTC


def test_a_known_name_is_its_zone() -> None:
    assert is_known("Europe/Rome")
    assert datetime(2026, 7, 1, 12, tzinfo=UTC).astimezone(zone("Europe/Rome")).hour == 14


@pytest.mark.parametrize("name", ["Europe/Rome", "Asia/Kathmandu", "America/St_Johns", "", "UTC"])
def test_a_moment_and_what_clocks_show_at_it_belong_together(name: str) -> None:
    clock = datetime(2026, 11, 26, 14, 30)
    assert clock_at(moment_at(clock, name), name) == clock
    assert moment_at(clock, name).tzinfo is UTC


def test_clocks_that_jump_are_no_trouble() -> None:
    assert moment_at(datetime(2026, 3, 29, 2, 30), "Europe/Rome") == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert moment_at(datetime(2026, 10, 25, 2, 30), "Europe/Rome") == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


@pytest.fixture
def computer_in_rome(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if not hasattr(time, "tzset"):
        pytest.skip("the zone of this system cannot be changed for one program")
    monkeypatch.setenv("TZ", "Europe/Rome")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("computer_in_rome")
def test_the_zone_of_the_computer_knows_summer_time_without_its_name() -> None:
    here, rome = zone_or_system(""), zone("Europe/Rome")
    summer = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)  # half an hour before the clocks go back
    for hours in range(5):
        moment = summer + timedelta(hours=hours)
        assert moment.astimezone(here).replace(tzinfo=None) == moment.astimezone(rome).replace(tzinfo=None)
        assert moment.astimezone(here).astimezone(UTC) == moment
    assert zone_or_system("Nowhere/Land").utcoffset(datetime(2026, 7, 1)) == timedelta(hours=2)


def test_a_known_name_goes_before_the_zone_of_the_computer() -> None:
    assert str(zone_or_system("Asia/Tokyo")) == "Asia/Tokyo"
