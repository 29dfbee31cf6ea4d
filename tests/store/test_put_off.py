"""Steps that were put off: they stay away until their day, undo brings them back, and nothing piles up."""

from datetime import date

import pytest

from desktop.core.today.ranking import still_put_off
from desktop.store.store import Store

TODAY = date(2026, 11, 22)
TOMORROW = date(2026, 11, 23)


def test_a_step_is_put_off_until_a_day_or_for_good_and_undo_brings_it_back(store: Store) -> None:
    with store.action("Later"):
        store.put_off.add("write_up:1", TODAY, TOMORROW)
    with store.action("Not now"):
        store.put_off.add("thank:2", TODAY)
    assert still_put_off(store.put_off.all(), TODAY) == {"write_up:1", "thank:2"}
    assert still_put_off(store.put_off.all(), TOMORROW) == {"thank:2"}
    store.undo()
    assert still_put_off(store.put_off.all(), TODAY) == {"write_up:1"}
    store.redo()
    assert still_put_off(store.put_off.all(), TODAY) == {"write_up:1", "thank:2"}


def test_another_day_takes_the_place_of_the_first_and_what_has_come_up_again_is_forgotten(store: Store) -> None:
    with store.action("Later"):
        store.put_off.add("write_up:1", TODAY, TOMORROW)
        store.put_off.add("write_up:1", TODAY, date(2026, 12, 1))
        store.put_off.add("nudge:3", TODAY, TOMORROW)
    assert store.put_off.all() == [("nudge:3", TOMORROW), ("write_up:1", date(2026, 12, 1))]
    with store.action("Later"):
        store.put_off.add("thank:2", TOMORROW)
    assert store.put_off.all() == [("thank:2", None), ("write_up:1", date(2026, 12, 1))]
    with store.action("Again"):
        store.put_off.remove("thank:2")
    assert store.put_off.all() == [("write_up:1", date(2026, 12, 1))]


@pytest.mark.parametrize(("key", "until"), [("", None), ("a:1", TODAY), ("a:1", date(2026, 11, 1))])
def test_a_step_is_put_off_by_its_key_to_a_day_after_today(store: Store, key: str, until: date | None) -> None:
    with pytest.raises(ValueError, match="cannot put off"), store.action("Later"):
        store.put_off.add(key, TODAY, until)
