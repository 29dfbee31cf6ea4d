"""A store with a clock that is moved by hand, for every test of work."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.core.contact import Contact, Detail
from desktop.store.store import Store
from tests.acting import Clock

NOW = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)


@pytest.fixture
def clock() -> Clock:
    return Clock(NOW)


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    with Store(tmp_path / "data", clock=clock) as opened:
        with opened.action("The user's zone"):
            opened.preferences.update_profile(time_zone="UTC")
        yield opened


@pytest.fixture
def amara(store: Store) -> int:
    with store.action("Add"):
        return store.contacts.add(
            Contact(
                name="Amara Okafor",
                role="Water quality engineer",
                organisation="City Waterworks",
                emails=(Detail("amara@waterworks.example", "work"),),
            )
        )
