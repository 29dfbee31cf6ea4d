"""Which contacts are compared at all, where very many have the same."""

from desktop.core.contact import Contact, Detail
from desktop.core.people.duplicates import NOBODY
from desktop.store.store import Store
from tests.store.alike import add, pairs


def test_a_number_many_have_tells_nobody_apart(store: Store) -> None:
    with store.action("Add"):
        store.contacts.add_all([Contact(name="Reception", phones=(Detail("030 5550000"),)) for _ in range(30)])
    assert store.duplicates.matches([Contact(name="Ann Lee", phones=(Detail("030 5550000"),))])[0] == NOBODY


def test_of_a_very_common_name_those_of_one_organisation_are_found(store: Store) -> None:
    with store.action("Add"):
        store.contacts.add_all([Contact(name="Ann Lee", organisation=f"Works {number}") for number in range(60)])
    (match,) = store.duplicates.matches([Contact(name="Lee, Ann", organisation="Works 7 Inc.")])
    assert match.same is not None
    assert pairs(store) == []
    add(store, "Annie Lee", "Works 7 GmbH")
    assert pairs(store) == [("Ann Lee", "Annie Lee")]
