"""Directions: what is explored, how many were found for it, what was decided."""

from datetime import date
from typing import Any

from desktop.core.contact import Contact
from desktop.core.direction import Direction, DirectionKind, Verdict
from desktop.store.store import Store


def add(store: Store, name: str, kind: DirectionKind = DirectionKind.CAREER) -> int:
    with store.action("Add direction"):
        return store.directions.add(name, kind)


def update(store: Store, direction_id: int, **fields: Any) -> Direction:
    with store.action("Edit direction"):
        store.directions.update(direction_id, **fields)
    found = store.directions.find(direction_id)
    assert found is not None
    return found


def test_directions_stand_in_the_order_they_were_entered_with_their_living_contacts(store: Store) -> None:
    bridges, care = add(store, "  Bridge   design "), add(store, "Care", DirectionKind.INDUSTRY)
    with store.action("Add"):
        ids = store.contacts.add_all(
            [Contact(name="Ada", directions=(care, bridges)), Contact(name="Bo", directions=(care,))]
        )
        store.contacts.delete(ids[1:])
    assert store.directions.all() == [
        Direction(bridges, DirectionKind.CAREER, "Bridge design", contacts=1),
        Direction(care, DirectionKind.INDUSTRY, "Care", contacts=1),
    ]


def test_a_verdict_brings_the_day_and_unsure_takes_it_back(store: Store) -> None:
    bridges = add(store, "Bridges")
    decided = update(store, bridges, verdict=Verdict.DO_NOT_WANT, reason="Too far")
    assert (decided.verdict, decided.reason, decided.decided_on) == (Verdict.DO_NOT_WANT, "Too far", date(2026, 11, 22))
    assert update(store, bridges, verdict=Verdict.UNSURE).decided_on is None
    assert update(store, bridges, verdict=Verdict.WANT, decided_on=date(2026, 1, 1)).decided_on == date(2026, 1, 1)
    assert update(store, bridges, notes="Ask again").decided_on == date(2026, 1, 1)


def test_a_deleted_direction_keeps_its_links_for_when_it_is_restored(store: Store) -> None:
    bridges = add(store, "Bridges")
    with store.action("Add"):
        ada = store.contacts.add(Contact(name="Ada", directions=(bridges,)))
    with store.action("Delete"):
        store.directions.delete(bridges)
    assert (store.directions.all(), store.directions.find(bridges)) == ([], None)
    with store.action("Edit"):
        store.contacts.update(ada, notes="x")
    with store.action("Restore"):
        store.directions.restore(bridges)
    assert [direction.contacts for direction in store.directions.all()] == [1]
