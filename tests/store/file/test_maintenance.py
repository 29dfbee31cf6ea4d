"""What was deleted long ago goes for good."""

from typing import Any

from desktop.core.keep_in_touch_group import KeepInTouchGroup
from desktop.core.opportunity import Opportunity
from desktop.core.promise import Promise
from desktop.core.reading_list import ReadingItem
from desktop.store.store import Store
from tests.acting import act


def test_what_was_deleted_thirty_days_ago_goes_and_with_a_contact_its_promises(
    store: Store, ada: int, clock: Any, folder: Any
) -> None:
    kept = act(store, lambda: store.reading_list.add(ReadingItem(title="x", recommended_by_id=ada)))
    gone = act(store, lambda: store.reading_list.add(ReadingItem(title="y")))
    group = act(store, lambda: store.touch_groups.add(KeepInTouchGroup(name="Close")))
    opportunity = act(store, lambda: store.opportunities.add(Opportunity(contact_id=ada, text="job")))
    act(store, lambda: store.promises.add(Promise(contact_id=ada)))
    act(store, lambda: store.reading_list.delete(gone))
    act(store, lambda: store.touch_groups.delete(group))
    act(store, lambda: store.contacts.delete([ada]))
    store.close()
    clock.move(days=31)
    with Store(folder, clock) as later:
        count = later.database.connection().execute
        assert count("select count(*) from promise").get == count("select count(*) from touch_group").get == 0
        assert [each.id for each in later.reading_list.all()] == [kept]
        assert later.reading_list.all()[0].recommended_by_id is None
        found = later.opportunities.find(opportunity)
        assert found is not None
        assert found.contact_id is None
