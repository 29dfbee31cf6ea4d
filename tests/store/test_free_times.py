"""Times the user is free, as moments."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from desktop.core.free_time import FreeTime
from desktop.store.store import Store

NINE = datetime(2026, 11, 24, 9, tzinfo=UTC)


def test_free_times_stand_in_order_and_are_moments(store: Store) -> None:
    tokyo = timezone(timedelta(hours=9))
    with store.action("Free"):
        later = store.free_times.add(NINE, NINE + timedelta(hours=1))
        sooner = store.free_times.add(
            (NINE - timedelta(days=1)).astimezone(tokyo), (NINE - timedelta(hours=20)).astimezone(tokyo)
        )
    assert store.free_times.all() == [
        FreeTime(sooner, NINE - timedelta(days=1), NINE - timedelta(hours=20)),
        FreeTime(later, NINE, NINE + timedelta(hours=1)),
    ]
    with store.action("No more"):
        store.free_times.delete(sooner)
    assert [free.id for free in store.free_times.all()] == [later]
    store.undo()
    assert len(store.free_times.all()) == 2


@pytest.mark.parametrize("end", [NINE, NINE - timedelta(minutes=1)])
def test_a_free_time_ends_after_it_begins(store: Store, end: datetime) -> None:
    with pytest.raises(ValueError, match="ends after"), store.action("Free"):
        store.free_times.add(NINE, end)
