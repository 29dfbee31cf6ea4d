"""The moment it is for the user."""

from datetime import timedelta

from desktop.store.store import Store
from desktop.work.clock import user_now, user_zone
from tests.work.conftest import NOW


def test_the_zone_is_that_of_the_profile_else_the_systems(store: Store) -> None:
    zones = {}
    for name in ("Asia/Tokyo", "", "Nowhere/Land"):
        with store.action("Set"):
            store.preferences.update_profile(time_zone=name)
        zones[name] = user_zone(store)
    assert str(zones["Asia/Tokyo"]) == "Asia/Tokyo"
    assert zones[""] == zones["Nowhere/Land"]
    assert NOW.astimezone(zones[""]).replace(tzinfo=None) == NOW.astimezone().replace(tzinfo=None)


def test_now_is_the_stores_clock_in_that_zone(store: Store) -> None:
    with store.action("Set"):
        store.preferences.update_profile(time_zone="Asia/Tokyo")
    assert user_now(store) == NOW
    assert user_now(store).utcoffset() == timedelta(hours=9)
    assert user_now(store).day == NOW.day + 1
