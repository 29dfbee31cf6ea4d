"""Contacts who may be one person: found, kept apart, and made one with everything that belongs to them."""

import pytest

from desktop.core.people.duplicates import Likeness
from desktop.store.store import Store
from tests.store.alike import add, pairs


def test_pairs_are_found_the_likeliest_first_and_others_stay_apart(store: Store) -> None:
    add(store, "Bo Ek", "Acme AG")
    add(store, "Ek, Bo", "ACME")
    add(store, "Ann Lee", "Acme", "ann@x.org")
    add(store, "Anna Lee", "Globex", "ann@x.org")
    add(store, "Zoe Roy", "Acme")
    add(store, "Zoe Roy", "Globex")
    found = store.duplicates.find()
    assert [(pair.first.name, pair.second.name) for pair in found] == [("Ann Lee", "Anna Lee"), ("Bo Ek", "Ek, Bo")]
    assert {pair.judgement.likeness for pair in found} == {Likeness.SAME}
    assert pairs(store) == [(pair.first.name, pair.second.name) for pair in found]


def test_finding_tells_how_far_it_is_and_can_be_stopped(store: Store) -> None:
    add(store, "Ann Lee", email="ann@x.org")
    add(store, "Ann Lee", email="ann@x.org")
    told: list[tuple[int, int]] = []
    store.duplicates.find(lambda done, total: told.append((done, total)))
    assert told == [(0, 2), (2, 2)]

    def stop(_done: int, _total: int) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        store.duplicates.find(stop)


def test_those_said_to_be_different_are_not_named_again(store: Store) -> None:
    ann, other = add(store, "Ann Lee", email="ann@x.org"), add(store, "Ann Lee", email="ann@x.org")
    assert [pair.second.id for pair in store.duplicates.like(ann)] == [other]
    with store.action("Not the same"):
        store.duplicates.different(other, ann)
    assert pairs(store) == []
    assert store.duplicates.like(ann) == store.duplicates.like(other) == []
    store.undo()
    assert pairs(store) == [("Ann Lee", "Ann Lee")]
