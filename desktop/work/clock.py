"""The moment it is for the user: by the store's clock, in the zone they live by."""

from datetime import datetime, tzinfo

from desktop.core.zones import zone_or_system
from desktop.store.store import Store


def user_zone(store: Store) -> tzinfo:
    """The zone of the user's profile, else the system's."""
    return zone_or_system(store.preferences.profile().time_zone)


def user_now(store: Store) -> datetime:
    """The moment by the store's clock in the user's zone, which decides what *today* is."""
    return store.clock().astimezone(user_zone(store))
