"""Time zones by name: an unknown one never stops anything."""

from datetime import UTC, datetime

import pytest

from desktop.core.zones import clock_at, is_known, moment_at, zone


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
