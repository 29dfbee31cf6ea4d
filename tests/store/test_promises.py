"""Promises, kept with their contact, the open ones by their day."""

from datetime import date
from functools import partial
from typing import Any

import pytest

from desktop.core.promise import Promise
from desktop.core.referral import Referral
from desktop.store.store import Store
from tests.acting import act

DAY = date(2026, 11, 30)


def test_every_field_of_a_promise_is_kept_when_added_and_when_changed(store: Store, ada: int, meeting: int) -> None:
    fields: dict[str, Any] = {"meeting_id": meeting, "mine": False, "text": "the map", "due_on": DAY, "done_on": DAY}
    added = act(store, lambda: store.promises.add(Promise(contact_id=ada, **fields)))
    changed = act(store, lambda: store.promises.add(Promise(contact_id=ada)))
    act(store, lambda: store.promises.update(changed, **fields))
    for number in (added, changed):
        found = store.promises.find(number)
        assert found == Promise(id=number, contact_id=ada, created_at=store.clock(), **fields)
    assert {each.id for each in store.promises.of_meeting(meeting)} == {added, changed}
    with pytest.raises(TypeError):
        store.promises.update(added, colour="red")


def test_open_promises_come_by_their_day_and_can_be_narrowed_to_what_is_due(store: Store, ada: int) -> None:
    for text, due, done in (("b", DAY, None), ("none", None, None), ("a", date(2026, 11, 1), None), ("x", DAY, DAY)):
        promise = Promise(contact_id=ada, text=text, due_on=due, done_on=done)
        act(store, partial(store.promises.add, promise))
    assert [each.text for each in store.promises.open()] == ["a", "b", "none"]
    assert [each.text for each in store.promises.open(DAY)] == ["a", "b"]
    assert [each.text for each in store.promises.open(date(2026, 11, 29))] == ["a"]


def test_promises_and_names_are_hidden_with_their_contact_and_come_back_with_it(store: Store, ada: int) -> None:
    promise = act(store, lambda: store.promises.add(Promise(contact_id=ada, text="x")))
    act(store, lambda: store.referrals.add(ada, None, Referral("Ben")))
    ben = store.referrals.of_referrer(ada)[0].contact_id
    act(store, lambda: store.contacts.delete([ada, ben]))
    assert (store.promises.open(), store.promises.find(promise), store.referrals.of_referrer(ada)) == ([], None, [])
    act(store, lambda: store.contacts.restore([ada, ben]))
    assert [each.id for each in store.promises.open()] == [promise]
    assert [each.name for each in store.referrals.of_referrer(ada)] == ["Ben"]
