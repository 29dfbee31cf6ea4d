"""A real store in a temporary folder, with a clock that stands still until a test moves it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.core.contact import Contact
from desktop.core.meeting import Meeting
from desktop.store.store import Store
from desktop.store.tables import TABLES
from tests.acting import Clock, act

Dump = dict[str, list[tuple[Any, ...]]]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def store(folder: Path, clock: Clock) -> Iterator[Store]:
    with Store(folder, clock) as opened:
        yield opened


@pytest.fixture
def ada(store: Store) -> int:
    return act(store, lambda: store.contacts.add(Contact(name="Ada")))


@pytest.fixture
def meeting(store: Store, ada: int) -> int:
    return act(store, lambda: store.meetings.add(Meeting(contact_id=ada)))


@pytest.fixture(scope="session")
def dump() -> Callable[[Store], Dump]:
    """Every row of every table, as it stands in the file."""

    def dumped(store: Store) -> Dump:
        connection = store.database.connection()
        names = [table._meta.table_name for table in TABLES]
        return {name: connection.execute(f"select * from {name} order by 1").fetchall() for name in names}

    return dumped


@pytest.fixture
def waterworks(store: Store) -> dict[str, int]:
    """Three people, two of them of one organisation, by their names."""
    with store.action("Fill"):
        return {
            name: store.contacts.add(Contact(name=name, organisation=place))
            for name, place in (("Łucja Nowak", "City Waterworks"), ("Ben Ito", "City Waterworks"), ("Carla", ""))
        }
