"""Copies of the file, written under a temporary name, opened and checked before they count."""

import os
from datetime import datetime
from pathlib import Path

import apsw

from desktop.core.errors import StoreError

FOLDER_NAME = "backups"


def back_up(connection: apsw.Connection, folder: Path, now: datetime) -> Path:
    """A verified copy of the open file in `folder/backups`, named by the moment.

    Raises:
        StoreError: if the copy does not verify; it is removed, and the file itself is untouched.
    """
    target = folder / FOLDER_NAME
    target.mkdir(mode=0o700, exist_ok=True)
    path = target / f"groundwork-{now:%Y%m%dT%H%M%S}.db"
    part = path.with_suffix(".part")
    part.unlink(missing_ok=True)
    os.close(os.open(part, os.O_CREAT | os.O_WRONLY, 0o600))
    try:
        copy = apsw.Connection(str(part))
        try:
            with copy.backup("main", connection, "main") as backup:
                backup.step(-1)
            copy.pragma("journal_mode", "delete")  # one file, without a log beside it
            sound = copy.pragma("integrity_check") == "ok" and _counts(copy) == _counts(connection)
        finally:
            copy.close()
        if not sound:
            raise StoreError("The safety copy could not be verified and was removed. Your data itself was not touched.")
        with part.open("rb+") as written:
            os.fsync(written.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return path


def _counts(connection: apsw.Connection) -> dict[str, int]:
    tables = connection.execute(
        "select name from sqlite_master where type = 'table' and sql not like 'create virtual%'"
    ).fetchall()
    return {str(name): _number(connection, f'select count(*) from "{name}"') for (name,) in tables}


def _number(connection: apsw.Connection, question: str) -> int:
    answer = connection.execute(question).get
    assert isinstance(answer, int)
    return answer
