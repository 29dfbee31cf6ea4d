"""Opportunities that somebody told of."""

from datetime import date
from typing import Any

from desktop.core.opportunity import Opportunity
from desktop.store.store import Store
from tests.acting import act

DAY = date(2026, 11, 30)


def test_opportunities_are_kept_with_who_told_and_where(store: Store, ada: int, meeting: int) -> None:
    fields: dict[str, Any] = {
        "text": "A post",
        "address": "https://example.org",
        "heard_on": DAY,
        "meeting_id": meeting,
    }
    one = act(store, lambda: store.opportunities.add(Opportunity(contact_id=ada, **fields)))
    two = act(store, lambda: store.opportunities.add(Opportunity(contact_id=ada)))
    act(store, lambda: store.opportunities.update(two, **fields))
    assert [each.id for each in store.opportunities.of_contact(ada)] == [two, one]
    assert [each.id for each in store.opportunities.of_meeting(meeting)] == [one, two]
    assert store.opportunities.find(one) == Opportunity(one, ada, created_at=store.clock(), **fields)
    act(store, lambda: store.opportunities.delete(one))
    assert [each.id for each in store.opportunities.all()] == [two]
    act(store, lambda: store.opportunities.restore(one))
    assert len(store.opportunities.all()) == 2
