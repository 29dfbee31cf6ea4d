"""The store: all or nothing, who is told, what every connection has, who may write, who may look."""

import os
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop.core.contact import Contact
from desktop.core.errors import StoreError
from desktop.store.file import database
from desktop.store.file.history import Change
from desktop.store.store import STORE_FILE_NAME, Store
from tests.acting import run

READ_BESIDE = """
import sys
from pathlib import Path
from tests.acting import run
from desktop.store.store import Store
with Store(Path(sys.argv[1]), owner=False) as store:
    print([line.name for line in store.contacts.lines()])
"""

posix = pytest.mark.skipif(os.name != "posix", reason="modes of files are POSIX")


def add(store: Store, name: str) -> int:
    with store.action("Add contact"):
        return store.contacts.add(Contact(name=name))


def add_and_break(store: Store, name: str) -> None:
    with store.action("Add and break"):
        break_after(store.contacts.add(Contact(name=name)))


def break_after(_id: int) -> None:
    raise ZeroDivisionError


def names(store: Store) -> list[str]:
    return [line.name for line in store.contacts.lines()]


# -- one action -------------------------------------------------------------------------------------------------------


def test_an_action_that_raises_changes_nothing_and_is_no_step(store: Store) -> None:
    add(store, "Ada")
    told: list[Change] = []
    store.listen(told.append)
    with pytest.raises(ZeroDivisionError):
        add_and_break(store, "Bo")
    assert names(store) == ["Ada"]
    assert (store.next_undo, told) == ("Add contact", [])


def test_an_action_inside_an_action_is_part_of_it(store: Store) -> None:
    with store.action("Outer"):
        add(store, "Ada")
        add(store, "Bo")
    assert store.next_undo == "Outer"
    store.undo()
    assert names(store) == []
    assert store.next_undo == ""


def test_an_inner_action_that_raises_is_taken_back_alone_where_the_outer_goes_on(store: Store) -> None:
    with store.action("Outer"):
        add(store, "Ada")
        with pytest.raises(ZeroDivisionError):
            add_and_break(store, "Bo")
        add(store, "Cy")
    assert names(store) == ["Ada", "Cy"]
    store.undo()
    assert names(store) == []
    store.redo()
    assert names(store) == ["Ada", "Cy"]


def test_an_inner_action_falls_with_the_outer(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.action("Outer"):
        break_after(add(store, "Ada"))
    assert names(store) == []
    assert store.next_undo == ""


def test_an_action_that_changes_nothing_is_no_step_and_tells_nobody(store: Store) -> None:
    ada = add(store, "Ada")
    told: list[Change] = []
    store.listen(told.append)
    with store.action("Edit contact"):
        store.contacts.update(ada, name="Ada")
    assert (store.next_undo, told) == ("Add contact", [])


def test_listeners_are_told_what_changed_after_it_is_committed_on_the_thread_that_did_it(
    store: Store, folder: Path
) -> None:
    told: list[tuple[Change, int, str]] = []

    def listener(change: Change) -> None:
        seen = subprocess.run([sys.executable, "-c", READ_BESIDE, str(folder)], capture_output=True, check=True)
        told.append((change, threading.get_ident(), seen.stdout.decode().strip()))

    store.listen(listener)
    add(store, "Ada")
    change, thread, seen = told[0]
    assert (change.name, change.undone, thread, seen) == ("Add contact", False, threading.get_ident(), "['Ada']")
    assert "contact" in change.tables
    store.undo()
    assert (told[1][0].undone, told[1][2]) == (True, "[]")


def test_a_worker_acts_on_its_own_connection_and_is_heard_on_its_own_thread(store: Store) -> None:
    told: list[int] = []
    ids: list[int] = []
    store.listen(lambda _change: told.append(threading.get_ident()))

    def work() -> None:
        ids.append(threading.get_ident())
        add(store, "Ada")
        store.close_thread()

    run(work)
    assert told == ids
    assert names(store) == ["Ada"]
    store.undo()
    assert names(store) == []


def test_two_threads_that_act_at_once_take_turns_and_every_step_can_be_taken_back(store: Store) -> None:
    def work(letter: str) -> Callable[[], None]:
        def adds() -> None:
            for number in range(20):
                add(store, f"{letter}{number}")
            store.close_thread()

        return adds

    run(work("a"), work("b"))
    assert store.contacts.count() == 40
    for _ in range(40):
        assert store.undo() is not None
    assert store.undo() is None
    assert store.contacts.count() == 0
    assert store.check() == []


def test_nothing_is_taken_back_while_an_action_is_open(store: Store) -> None:
    add(store, "Ada")
    with store.action("Edit"):
        with pytest.raises(StoreError, match="just now"):
            store.undo()
        store.contacts.add(Contact(name="Bo"))
    assert names(store) == ["Ada", "Bo"]
    assert store.next_undo == "Edit"


def test_reading_goes_on_while_another_thread_is_in_the_middle_of_an_action(store: Store) -> None:
    add(store, "Ada")
    begun, read = threading.Event(), threading.Event()

    def work() -> None:
        with store.action("Long"):
            store.contacts.add(Contact(name="Bo"))
            begun.set()
            assert read.wait(30)
        store.close_thread()

    worker = threading.Thread(target=work)
    worker.start()
    assert begun.wait(30)
    assert names(store) == ["Ada"]
    read.set()
    worker.join()
    assert names(store) == ["Ada", "Bo"]


def test_who_waits_too_long_for_another_thread_is_told_and_nothing_is_changed(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.01)
    add(store, "Ada")
    begun, refused = threading.Event(), threading.Event()

    def work() -> None:
        with store.action("Long"):
            store.contacts.add(Contact(name="Bo"))
            begun.set()
            assert refused.wait(30)
        store.close_thread()

    worker = threading.Thread(target=work)
    worker.start()
    assert begun.wait(30)
    with pytest.raises(StoreError, match="just now"):
        add(store, "Cy")
    with pytest.raises(StoreError, match="just now"):
        store.undo()
    refused.set()
    worker.join()
    assert names(store) == ["Ada", "Bo"]
    assert store.next_undo == "Long"


# -- connections and files --------------------------------------------------------------------------------------------


@posix
def test_nobody_else_can_read_anything_under_any_umask(tmp_path: Path) -> None:
    folder = tmp_path / "open" / "data"
    before = os.umask(0o022)
    try:
        with Store(folder) as store:
            add(store, "Ada")
            store.back_up()
            beside = {path.name: path for path in folder.rglob("*")}
            assert {
                STORE_FILE_NAME,
                f"{STORE_FILE_NAME}-wal",
                f"{STORE_FILE_NAME}-shm",
                "groundwork.lock",
                "backups",
            } <= set(beside)
            assert mode(folder) == 0o700
            for path in beside.values():
                assert mode(path) == (0o700 if path.is_dir() else 0o600), path
    finally:
        os.umask(before)


@posix
def test_a_file_others_could_read_is_closed_to_them(folder: Path) -> None:
    Store(folder).close()
    folder.chmod(0o755)
    (folder / STORE_FILE_NAME).chmod(0o644)
    with Store(folder) as store:
        add(store, "Ada")
        assert {mode(path) for path in folder.iterdir()} == {0o600}
        assert mode(folder) == 0o700


@posix
def test_a_folder_that_holds_other_things_keeps_its_mode(folder: Path) -> None:
    folder.mkdir()
    folder.chmod(0o755)
    (folder / "letter.txt").write_text("mine")
    with Store(folder):
        assert mode(folder) == 0o755
        assert mode(folder / STORE_FILE_NAME) == 0o600


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_what_was_entered_is_there_after_closing(folder: Path) -> None:
    with Store(folder) as store:
        add(store, "Ada")
    with Store(folder) as store:
        assert names(store) == ["Ada"]
        assert store.next_undo == ""


def test_check_finds_a_search_index_and_a_count_out_of_step(store: Store) -> None:
    add(store, "Ada")
    assert store.check() == []
    connection = store.database.connection()
    connection.execute("drop trigger contact_search_update")
    connection.execute("update contact set search_words = 'other words'")
    connection.execute("update contact_count set living = 7")
    assert len(store.check()) == 2


# -- deleting ---------------------------------------------------------------------------------------------------------


def test_what_was_deleted_is_kept_for_thirty_days_and_then_gone(folder: Path, clock: Any) -> None:
    with Store(folder, clock) as store:
        kept, gone = add(store, "Ada"), add(store, "Bo")
        with store.action("Delete"):
            store.contacts.delete([gone])
        clock.move(days=30)
    with Store(folder, clock) as store:
        assert [line.id for line in store.contacts.deleted()] == [gone]
        clock.move(seconds=1)
    with Store(folder, clock) as store:
        assert store.contacts.deleted() == []
        assert [line.id for line in store.contacts.lines()] == [kept]
        assert store.check() == []
        with store.action("Add"):
            assert store.contacts.add(Contact(name="Cy")) > gone


def test_a_store_is_known_by_one_name_for_ever(folder: Path, tmp_path: Path) -> None:
    with Store(folder) as store:
        name = store.store_id
        assert len(name) == 32
        assert store.next_undo == ""
    with Store(folder) as store:
        assert store.store_id == name
    with Store(tmp_path / "other") as store:
        assert store.store_id != name
