"""One owner of the file: a second is refused at once, readers are not, and a kill leaves nothing locked."""

import subprocess
import sys
from pathlib import Path

import pytest

from desktop.core.contact import Contact, ContactFilter
from desktop.core.errors import StoreError, StoreInUseError
from desktop.store.store import STORE_FILE_NAME, Store

OWN = """
import sys
from pathlib import Path
from desktop.core.contact import Contact
from desktop.store.store import Store
store = Store(Path(sys.argv[1]))
with store.action("Add"):
    store.contacts.add(Contact(name="Theirs"))
print("open", flush=True)
sys.stdin.readline()
store.close()
"""


def test_a_second_owner_is_refused_at_once_and_readers_are_not(folder: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", OWN, str(folder)], stdin=-1, stdout=-1, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        with pytest.raises(StoreInUseError, match="close its window"):
            Store(folder)
        with Store(folder, owner=False) as store:
            assert names(store) == ["Theirs"]
            assert store.contacts.count(ContactFilter(search="their")) == 1
            assert store.check() == []
        other.communicate("\n")
    with Store(folder) as store:
        assert names(store) == ["Theirs"]


def test_the_lock_of_a_killed_owner_is_free_at_once_and_its_work_is_there(folder: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", OWN, str(folder)], stdin=-1, stdout=-1, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        other.kill()
        other.wait()
        with Store(folder) as store:
            assert names(store) == ["Theirs"]
            assert store.check() == []


def test_reading_works_after_the_owner_closed_and_leaves_nothing_beside(folder: Path) -> None:
    with Store(folder) as store:
        add(store)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert f"{STORE_FILE_NAME}-wal" not in before
    with Store(folder, owner=False) as store:
        assert names(store) == ["Ada"]
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_reader_cannot_change_anything(folder: Path) -> None:
    with Store(folder) as store:
        add(store)
    with Store(folder, owner=False) as store, pytest.raises(StoreError), store.action("Add"):
        store.contacts.add(Contact(name="Bo"))


def test_a_reader_of_an_empty_folder_is_told_and_creates_nothing(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no data"):
        Store(tmp_path, owner=False)
    assert list(tmp_path.iterdir()) == []


def add(store: Store) -> None:
    with store.action("Add contact"):
        store.contacts.add(Contact(name="Ada"))


def names(store: Store) -> list[str]:
    return [line.name for line in store.contacts.lines()]
