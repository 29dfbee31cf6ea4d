"""The reading list in its order, and who recommended what."""

from datetime import date
from functools import partial
from typing import Any

from desktop.core.learning import LearningEntry
from desktop.core.reading_list import ReadingItem
from desktop.store.store import Store
from tests.acting import act


def test_what_is_unread_stands_above_what_was_read_the_latest_first(store: Store, ada: int, meeting: int) -> None:
    ids = [act(store, partial(store.reading_list.add, ReadingItem(title=title))) for title in "abcd"]
    act(store, lambda: store.reading_list.mark_read(ids[0], date(2026, 11, 20)))
    act(store, lambda: store.reading_list.mark_read(ids[1], date(2026, 11, 10)))
    assert [each.title for each in store.reading_list.all()] == ["d", "c", "a", "b"]
    assert [each.title for each in store.reading_list.all(unread_only=True)] == ["d", "c"]
    act(store, lambda: store.reading_list.mark_read(ids[0], None))
    assert [each.title for each in store.reading_list.all(unread_only=True)] == ["d", "c", "a"]
    fields: dict[str, Any] = {"author": "Ito", "address": "x", "recommended_by_id": ada, "meeting_id": meeting}
    act(store, lambda: store.reading_list.update(ids[3], notes="n", **fields))
    assert store.reading_list.of_contact(ada) == store.reading_list.of_meeting(meeting)
    assert store.reading_list.recommenders() == {ada: "Ada"}
    act(store, lambda: store.contacts.delete([ada]))
    assert store.reading_list.recommenders() == {}
    assert len(store.reading_list.all()) == 4


def test_the_entry_written_of_a_reading_is_found_again(store: Store) -> None:
    item = act(store, lambda: store.reading_list.add(ReadingItem(title="x")))
    assert store.learning.of_reading(item) is None
    entry = act(store, lambda: store.learning.add(LearningEntry(title="x", reading_id=item)))
    found = store.learning.of_reading(item)
    assert found is not None
    assert found.id == entry
    act(store, lambda: store.learning.delete(entry))
    assert store.learning.of_reading(item) is None
