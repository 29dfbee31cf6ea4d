"""Reading writes nothing, whatever lies beside the file and whoever has it open, and needs no room on the disk."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.core.contact import Contact
from desktop.store.file.reading import open_to_read
from desktop.store.store import STORE_FILE_NAME, Store

COUNT = """
import sys
from pathlib import Path
from desktop.store.store import Store
with Store(Path(sys.argv[1]), owner=False) as store:
    print(store.contacts.count(), store.database.connection().pragma("quick_check", 1))
"""


def add(store: Store, people: int) -> None:
    with store.action("Add"):
        store.contacts.add_all([Contact(name=f"Person {number}") for number in range(people)])


def snapshot(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Every file's content and moment of change, and the folder's own moment."""
    files = {str(path): (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.rglob("*") if path.is_file()}
    return {**files, "": (b"", folder.stat().st_mtime_ns)}


def counted(folder: Path) -> str:
    """In a process of its own: two connections of one process share the index."""
    done = subprocess.run([sys.executable, "-c", COUNT, str(folder)], capture_output=True, text=True, check=False)
    return done.stdout.strip() or done.stderr


@pytest.mark.parametrize("leftover", ["nothing", "log and index", "log alone", "empty log", "open in the window"])
def test_nothing_is_written_and_all_of_the_log_is_read(folder: Path, tmp_path: Path, leftover: str) -> None:
    here = folder if leftover == "open in the window" else tmp_path / "left"
    with Store(folder) as store:
        add(store, 40)
        if leftover != "open in the window":
            shutil.copytree(folder, here)
    if leftover == "log alone":
        (here / f"{STORE_FILE_NAME}-shm").unlink()
    elif leftover in ("nothing", "empty log"):
        shutil.rmtree(here)
        shutil.copytree(folder, here)
        if leftover == "empty log":
            (here / f"{STORE_FILE_NAME}-wal").touch()
    with Store(folder) as store:
        add(store, 1)
        before = snapshot(here)
        said = counted(here)
        assert snapshot(here) == before
    assert said == ("41 ok" if leftover == "open in the window" else "40 ok")


def test_what_is_written_meanwhile_is_read_by_one_that_reads_while_the_window_has_the_file(folder: Path) -> None:
    with Store(folder) as store:
        add(store, 3)
        reading = open_to_read(folder / STORE_FILE_NAME)
        add(store, 4)
        assert reading.execute("select count(*) from contact").get == 7
        reading.close()


@pytest.mark.skipif(os.name != "posix", reason="modes of folders are POSIX")
@pytest.mark.parametrize("leftover", ["nothing", "log and index", "log alone"])
def test_a_folder_that_may_only_be_read_is_read(folder: Path, tmp_path: Path, leftover: str) -> None:
    with Store(folder) as store:
        add(store, 5)
        left = shutil.copytree(folder, tmp_path / "left")
    here = folder if leftover == "nothing" else left
    if leftover == "log alone":
        (here / f"{STORE_FILE_NAME}-shm").unlink()
    for path in here.iterdir():
        path.chmod(0o444)
    here.chmod(0o555)
    try:
        assert as_somebody_else(here) == "5 ok"
    finally:
        here.chmod(0o700)


def as_somebody_else(folder: Path) -> str:
    """Who runs the tests may be root, whom no mode hinders: then a child without that right."""
    if os.geteuid() != 0:
        return counted(folder)
    for parent in folder.parents:
        if parent.is_relative_to("/tmp") and parent != Path("/tmp"):
            parent.chmod(parent.stat().st_mode | 0o055)
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.setgid(65534)
            os.setuid(65534)
            with Store(folder, owner=False) as store:
                said = f"{store.contacts.count()} {store.database.connection().pragma('quick_check', 1)}"
        except BaseException as error:  # noqa: BLE001 - it is told to the parent
            said = repr(error)
        os.write(writing, said.encode())
        os._exit(0)
    os.waitpid(child, 0)
    os.close(writing)
    with os.fdopen(reading) as answer:
        return answer.read()
