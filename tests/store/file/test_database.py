"""The connections to the file: each set up alike, all closed together."""

import os
from pathlib import Path
from typing import Any

import pytest

from desktop.core.contact import Contact
from desktop.store.file.database import PRAGMAS
from desktop.store.store import STORE_FILE_NAME, Store
from tests.acting import act, run

posix = pytest.mark.skipif(os.name != "posix", reason="modes of files are POSIX")


def test_every_connection_has_the_pragmas_a_workers_too(store: Store) -> None:
    found: list[dict[str, Any]] = []

    def look() -> None:
        connection = store.database.connection()
        found.append({name: connection.pragma(name) for name in PRAGMAS})

    look()
    run(look)
    assert found == [PRAGMAS, PRAGMAS]
    assert PRAGMAS["synchronous"] == 2


def test_a_store_that_is_closed_is_not_opened_again_by_use(folder: Path) -> None:
    store = Store(folder)
    act(store, lambda: store.contacts.add(Contact(name="Ada")))
    store.close()
    store.close()
    assert sorted(path.name for path in folder.iterdir()) == [STORE_FILE_NAME, "groundwork.lock"]
    for use in (store.contacts.count, store.preferences.profile, store.undo):
        with pytest.raises(Exception, match=r"closed|uninitialized"):
            use()


def test_closing_closes_what_workers_left_open(folder: Path) -> None:
    with Store(folder) as store:
        run(lambda: act(store, lambda: store.contacts.add(Contact(name="Ada"))) and None)
    assert not (folder / f"{STORE_FILE_NAME}-wal").exists()
