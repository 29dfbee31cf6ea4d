"""Whoever comes in is compared with those who are there."""

from desktop.core.contact import Contact, Detail
from desktop.core.people.duplicates import NOBODY, Shared
from desktop.store.store import Store
from tests.store.alike import add, pairs


def test_whoever_comes_in_is_known_again(store: Store) -> None:
    ann = add(store, "Ann Lee", "Acme GmbH", "ann@x.org")
    bob = add(store, "Bob Kim", phones=(Detail("+49 30 1234567"),))
    same, by_phone, like, new, again = store.duplicates.matches(
        [
            Contact(name="Lee, Ann", emails=(Detail("ANN@X.org"),)),
            Contact(name="Robert Kim", phones=(Detail("030 1234567"),)),
            Contact(name="Anna Lee", organisation="ACME"),
            Contact(name="Carla Jung", emails=(Detail("carla@x.org"),)),
            Contact(name="Carla Jung", emails=(Detail("carla@x.org", "work"),)),
        ]
    )
    assert (same.same, same.shared) == (ann, (Shared.EMAIL, Shared.NAME))
    assert by_phone.same == bob
    assert (like.same, like.like, like.like_before) == (None, (ann,), (0,))
    assert new == NOBODY
    assert (again.same, again.same_before) == (None, 3)


def test_a_deleted_contact_is_nobody(store: Store) -> None:
    ann = add(store, "Ann Lee", email="ann@x.org")
    with store.action("Delete"):
        store.contacts.delete([ann])
    assert store.duplicates.matches([Contact(name="Ann Lee", emails=(Detail("ann@x.org"),))])[0] == NOBODY
    add(store, "Ann Lee", email="ann@x.org")
    assert pairs(store) == []
