"""Safety copies: verified before they count, whatever else is being written."""

import sqlite3
import threading
from pathlib import Path
from typing import Any

import pytest

from desktop.core.contact import Contact
from desktop.core.errors import StoreError
from desktop.store.file import backup
from desktop.store.store import STORE_FILE_NAME, Store


def fill(store: Store, people: int, beginning: str = "Person") -> None:
    with store.action("Add"):
        store.contacts.add_all([Contact(name=f"{beginning} {n}", notes="words " * 30) for n in range(people)])


def test_a_copy_opens_with_everything_and_is_one_file(store: Store, folder: Path, tmp_path: Path) -> None:
    fill(store, 500)
    path = store.back_up()
    assert path.parent == folder / "backups"
    assert [found.name for found in path.parent.iterdir()] == ["groundwork-20261122T120000.db"]
    store.close()
    (tmp_path / "restored").mkdir()
    (tmp_path / "restored" / STORE_FILE_NAME).write_bytes(path.read_bytes())
    with Store(tmp_path / "restored") as restored:
        assert restored.contacts.count() == 500
        assert restored.check() == []


def test_a_copy_made_while_another_thread_writes_is_whole(store: Store, clock: Any) -> None:
    fill(store, 100)
    stop = threading.Event()

    def write() -> None:
        number = 0
        while not stop.is_set():
            fill(store, 1, f"More {number}")
            number += 1
        store.close_thread()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for _ in range(5):
            clock.move(seconds=1)
            with sqlite3.connect(store.back_up()) as copy:
                assert copy.execute("pragma integrity_check").fetchone() == ("ok",)
            copy.close()
    finally:
        stop.set()
        writer.join()


def test_a_damaged_file_is_not_copied_over_good_copies(
    store: Store, folder: Path, clock: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(store, 500)
    good = store.back_up()
    before = good.read_bytes()
    store.database.connection().execute("pragma wal_checkpoint(truncate)")
    with (folder / STORE_FILE_NAME).open("r+b") as file:
        file.seek((folder / STORE_FILE_NAME).stat().st_size // 8192 * 4096)
        file.write(bytes(4096))
    store.database.connection().execute("pragma shrink_memory")
    clock.move(hours=1)
    with pytest.raises(StoreError, match=r"not be verified|damaged"):
        store.back_up()
    assert list(good.parent.iterdir()) == [good]
    assert good.read_bytes() == before


def test_a_copy_that_lacks_rows_does_not_count(store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(store, 3)
    counted = iter([{"contact": 3}, {"contact": 2}])
    monkeypatch.setattr(backup, "_content", lambda _connection: next(counted))
    with pytest.raises(StoreError, match="could not be verified"):
        store.back_up()
    assert list((folder / "backups").iterdir()) == []


def test_what_a_crash_left_of_a_copy_is_written_over(store: Store, folder: Path) -> None:
    (folder / "backups").mkdir()
    (folder / "backups" / "groundwork-20261122T120000.part").write_text("half")
    path = store.back_up()
    assert [found.name for found in path.parent.iterdir()] == [path.name]
