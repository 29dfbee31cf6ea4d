"""What was deleted long ago goes for good."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from desktop.core.contact import Contact
from desktop.core.keep_in_touch_group import KeepInTouchGroup
from desktop.core.opportunity import Opportunity
from desktop.core.promise import Promise
from desktop.core.reading_list import ReadingItem
from desktop.store.archive import ArchiveReading
from desktop.store.file.maintenance import DAYS_OF_USE
from desktop.store.store import Store
from tests.acting import Clock, act, use_for


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
    use_for(folder, clock, days=31)
    with Store(folder, clock) as later:
        count = later.database.connection().execute
        assert count("select count(*) from promise").get == count("select count(*) from touch_group").get == 0
        assert [each.id for each in later.reading_list.all()] == [kept]
        assert later.reading_list.all()[0].recommended_by_id is None
        found = later.opportunities.find(opportunity)
        assert found is not None
        assert found.contact_id is None


def deleted_today(folder: Path, clock: Clock) -> None:
    with Store(folder, clock) as store:
        added = act(store, lambda: store.contacts.add(Contact(name="Bo")))
        act(store, lambda: store.contacts.delete([added]))


def still_there(folder: Path, clock: Clock) -> bool:
    with Store(folder, clock) as store:
        return bool(store.contacts.deleted())


@pytest.mark.parametrize("wrong", [datetime(1970, 1, 1, tzinfo=UTC), datetime(2100, 6, 1, tzinfo=UTC)])
@pytest.mark.parametrize("deleted_while_wrong", [False, True])
def test_a_clock_that_jumps_takes_nothing(
    folder: Path, clock: Clock, wrong: datetime, deleted_while_wrong: bool
) -> None:
    """To a day long past or far ahead, once or at every other start; a deletion may bear the wrong day itself."""
    right = clock.now
    if deleted_while_wrong:
        clock.now = wrong
    deleted_today(folder, clock)
    for start in range(20):
        clock.now = wrong if start % 2 else right
        assert still_there(folder, clock)
        clock.move(days=400)
        assert still_there(folder, clock)


def test_a_clock_that_jumps_while_the_program_runs_takes_nothing(folder: Path, clock: Clock) -> None:
    right = clock.now
    use_for(folder, clock, days=60)
    with Store(folder, clock) as store:
        added = act(store, lambda: store.contacts.add(Contact(name="Bo")))
        clock.now = datetime(1970, 1, 1, tzinfo=UTC)
        act(store, lambda: store.contacts.delete([added]))
    clock.now = right
    use_for(folder, clock, days=29)
    assert still_there(folder, clock)
    use_for(folder, clock, days=1)
    assert not still_there(folder, clock)


def test_who_starts_it_seldom_keeps_what_is_deleted_for_thirty_starts(folder: Path, clock: Clock) -> None:
    deleted_today(folder, clock)
    for _ in range(29):
        clock.move(days=7)
        assert still_there(folder, clock)
        assert still_there(folder, clock)  # twice on one day is one day
    clock.move(days=7)
    assert not still_there(folder, clock)


def test_the_days_of_use_stay_in_the_file(folder: Path, clock: Clock) -> None:
    deleted_today(folder, clock)
    use_for(folder, clock, days=3)
    with Store(folder, clock) as store:
        assert store.database.connection().execute("select value from setting where key = ?", (DAYS_OF_USE,)).get
        with ArchiveReading(store, confidential=True).open() as (_head, tables):
            assert DAYS_OF_USE not in str([list(rows) for _name, rows in tables])
