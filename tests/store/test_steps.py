"""Steps with contacts that are asked for of all contacts at once."""

from datetime import date

from desktop.core.contact import Contact
from desktop.core.today.contact_event import EventKind
from desktop.store.store import Store

TODAY = date(2026, 11, 22)


def test_snoozed_is_who_waits_until_a_later_day(store: Store) -> None:
    with store.action("Add"):
        past, today, later, both, rested = (store.contacts.add(Contact(name=name)) for name in "abcde")
        for contact, until in ((past, 21), (today, 22), (later, 23), (both, 21), (both, 30)):
            store.steps.add(contact, EventKind.SNOOZED, date(2026, 11, 20), date(2026, 11, until))
        store.steps.add(rested, EventKind.RESTED, date(2026, 11, 20))
    assert store.today_facts.snoozed(TODAY) == {later, both}
    assert store.today_facts.snoozed(date(2026, 11, 30)) == frozenset()
