"""Copies of the file, written under a temporary name, opened and checked before they count."""

import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import apsw

from desktop.core.errors import StoreError
from desktop.places import BACKUP_FOLDER, flush_folder


def exist(folder: Path) -> bool:
    """Whether there is a copy in `folder/backups`."""
    return any((folder / BACKUP_FOLDER).glob("*.db"))


def remove_half_written(folder: Path) -> None:
    """Take away what a killed copy or export left in the data folder; for the folder's owner only."""
    for part in (*(folder / BACKUP_FOLDER).glob("*.part"), *folder.glob(".*.part")):
        with suppress(OSError):
            part.unlink()


def back_up(connection: apsw.Connection, folder: Path, now: datetime) -> Path:
    """A verified copy of the open file in `folder/backups`, named by the moment.

    Raises:
        StoreError: if the copy does not verify; it is removed, and the file itself is untouched.
        OSError, apsw.Error: if it cannot be written; no half-written copy is left.
    """
    target = folder / BACKUP_FOLDER
    target.mkdir(mode=0o700, exist_ok=True)
    path = target / f"groundwork-{now:%Y%m%dT%H%M%S}.db"
    part = path.with_suffix(".part")
    part.unlink(missing_ok=True)
    os.close(os.open(part, os.O_CREAT | os.O_WRONLY, 0o600))
    try:
        if not _copied(connection, part):
            raise StoreError("store.copy_not_verified")
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    flush_folder(target)
    return path


def _copied(connection: apsw.Connection, part: Path) -> bool:
    """Copy to the disk itself, and say whether the copy is sound and has everything."""
    from concurrent.futures import ThreadPoolExecutor  # 5 ms of a start, which makes no copy

    copy = apsw.Connection(str(part))
    copy.pragma("synchronous", "off")  # it is flushed whole, while it is looked through: each takes about as long
    # One view of the file for copying and counting, whatever other threads write meanwhile.
    connection.execute("begin")
    try:
        content = _content(connection)
        with copy.backup("main", connection, "main") as going:
            going.step(-1)
        copy.pragma("journal_mode", "delete")  # one file, without a log
        with ThreadPoolExecutor(1) as worker:
            flushing = worker.submit(_flush, part)
            sound = copy.pragma("quick_check", 1) == "ok" and _content(copy) == content
            flushing.result()
        return sound
    finally:
        connection.execute("rollback")
        copy.close()


def _flush(part: Path) -> None:
    with part.open("rb+") as written:
        os.fsync(written.fileno())


def _content(connection: apsw.Connection) -> dict[str, int]:
    """The schema version, and the rows of every table but those of the search index, which are made from the others."""
    tables = connection.execute(
        "select name from sqlite_schema where type = 'table' and instr(name, '_search') = 0"
    ).fetchall()
    counts = {str(name): _number(connection, f'select count(*) from "{name}"') for (name,) in tables}
    return {"": _number(connection, "pragma user_version"), **counts}


def _number(connection: apsw.Connection, question: str) -> int:
    answer = connection.execute(question).get
    assert isinstance(answer, int)
    return answer
