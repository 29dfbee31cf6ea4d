"""Groups of contacts one keeps in touch with equally often."""

from desktop.core.keep_in_touch_group import KeepInTouchGroup
from desktop.store.store import Store
from tests.acting import act


def test_groups_come_by_name_and_can_be_deleted_and_restored(store: Store, ada: int) -> None:
    wide = act(store, lambda: store.touch_groups.add(KeepInTouchGroup(name="wide")))
    close = act(store, lambda: store.touch_groups.add(KeepInTouchGroup(name="Close", ideal_days=30, latest_days=60)))
    act(store, lambda: store.contacts.update(ada, touch_group_id=close))
    act(store, lambda: store.touch_groups.update(wide, latest_days=100))
    assert store.touch_groups.all() == [
        KeepInTouchGroup(close, "Close", 30, 60),
        KeepInTouchGroup(wide, "wide", 90, 100),
    ]
    act(store, lambda: store.touch_groups.delete(close))
    assert [group.id for group in store.touch_groups.all()] == [wide]
    act(store, lambda: store.touch_groups.restore(close))
    ada_now = store.contacts.find(ada)
    assert ada_now is not None
    assert ada_now.touch_group_id == close
