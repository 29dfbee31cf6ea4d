"""Two stores open in one process, each with its own data, history and connections, whichever thread asks."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from desktop.core.contact import Contact
from desktop.core.errors import StoreInUseError
from desktop.core.message import Message
from desktop.core.promise import Promise
from desktop.store.store import Store


@pytest.fixture
def other(tmp_path: Path, clock: Callable[[], Any]) -> Iterator[Store]:
    with Store(tmp_path / "other", clock) as opened:
        yield opened


def fill(store: Store, name: str) -> int:
    with store.action(f"Add {name}"):
        contact_id = store.contacts.add(Contact(name=name, organisation=f"{name} & Co"))
        store.promises.add(Promise(contact_id=contact_id, text=name))
    return contact_id


def told(store: Store) -> tuple[list[str], list[str], list[str]]:
    """What one store says, by SQL and by peewee."""
    return (
        [line.name for line in store.contacts.lines()],
        [each.name for each in store.organisations.all()],
        [each.text for each in store.promises.open()],
    )


def alone(name: str) -> tuple[list[str], list[str], list[str]]:
    return [name], [f"{name} & Co"], [name]


def test_each_sees_only_its_own(store: Store, other: Store) -> None:
    fill(store, "Ada")
    fill(other, "Bo")
    assert told(store) == alone("Ada")
    assert told(other) == alone("Bo")


def test_work_in_both_at_once_goes_to_each_and_is_taken_back_in_one(store: Store, other: Store) -> None:
    with store.action("Outer"):
        ada = store.contacts.add(Contact(name="Ada"))
        with other.action("Inner"):
            bo = other.contacts.add(Contact(name="Bo"))
            store.promises.add(Promise(contact_id=ada, text="of Ada"))
            other.promises.add(Promise(contact_id=bo, text="of Bo"))
        store.organisations.add("Ada & Co")
    assert told(store) == (["Ada"], ["Ada & Co"], ["of Ada"])
    assert told(other) == (["Bo"], [], ["of Bo"])
    other.undo()
    assert told(store) == (["Ada"], ["Ada & Co"], ["of Ada"])
    assert told(other) == ([], [], [])
    assert (store.next_undo, other.next_undo, other.next_redo) == ("Outer", "", "Inner")
    other.redo()
    store.undo()
    assert told(store) == ([], [], [])
    assert told(other) == (["Bo"], [], ["of Bo"])


def test_two_threads_work_in_turns_in_two_stores(store: Store, other: Store) -> None:
    """The turns are forced: each query of one thread stands between two of the other, inside actions of both."""
    people = {store: fill(store, "Ada"), other: fill(other, "Bo")}
    turn = threading.Barrier(2, timeout=10)

    def work(mine: Store, name: str) -> list[tuple[list[str], list[str], list[str]]]:
        seen = []
        try:
            with mine.action("Work"):
                for number in range(5):
                    turn.wait()
                    mine.promises.add(Promise(contact_id=people[mine], text=f"{name} {number}"))
                    turn.wait()
                    mine.messages.add(Message(contact_id=people[mine], subject=f"{name} {number}"))
                    turn.wait()
                    seen.append(told(mine))
        finally:
            mine.close_thread()
        return seen

    with ThreadPoolExecutor(2) as threads:
        both = [threads.submit(work, store, "Ada"), threads.submit(work, other, "Bo")]
        seen = [each.result() for each in both]
    for mine, name, told_there in ((store, "Ada", seen[0]), (other, "Bo", seen[1])):
        for number, (people_there, places, promises) in enumerate(told_there):
            assert (people_there, places) == ([name], [f"{name} & Co"])
            assert promises == [name, *(f"{name} {each}" for each in range(number + 1))]
        messages = mine.messages.of_contact(people[mine])
        assert sorted(each.subject for each in messages) == [f"{name} {number}" for number in range(5)]
    other.undo()
    assert told(other) == alone("Bo")
    assert len(store.promises.open()) == 6


def test_one_that_is_closed_leaves_the_other_open(store: Store, other: Store) -> None:
    fill(store, "Ada")
    other.close()
    assert told(store) == alone("Ada")
    fill(store, "Cy")
    assert len(store.promises.open()) == 2


def test_one_folder_has_one_owner_and_may_be_read_beside_it(store: Store) -> None:
    fill(store, "Ada")
    with pytest.raises(StoreInUseError):
        Store(store.folder)
    with Store(store.folder, owner=False) as reading:
        assert told(reading) == alone("Ada")
