"""A real store in a temporary folder, with a clock that stands still until a test moves it."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop.store.store import Store
from desktop.store.tables import TABLES

Dump = dict[str, list[tuple[Any, ...]]]


class Clock:
    """Noon of one day, until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 22, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> None:
        self.now += timedelta(**by)


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


@pytest.fixture(scope="session")
def dump() -> Callable[[Store], Dump]:
    """Every row of every table, as it stands in the file."""

    def dumped(store: Store) -> Dump:
        connection = store.database.connection()
        names = [table._meta.table_name for table in TABLES]
        return {name: connection.execute(f"select * from {name} order by 1").fetchall() for name in names}

    return dumped
