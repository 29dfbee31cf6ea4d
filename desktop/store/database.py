"""The connection to the file: peewee on APSW, the pragmas every connection has, and the schema brought up to date."""

import os
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any

import apsw
from peewee import DatabaseProxy
from playhouse.apsw_ext import APSWDatabase

from desktop.core.errors import StoreError
from desktop.store.examination import APPLICATION_ID
from desktop.store.troubles import out_of_reach

MIGRATIONS = Path(__file__).parent / "migrations"
BUSY_SECONDS = 5.0

# FULL: an edit shown as saved survives a power cut (reliability.md, promise 1).
PRAGMAS: dict[str, Any] = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "trusted_schema": 0,
    "temp_store": 2,
    "cache_size": -16384,
    **({"fullfsync": 1, "checkpoint_fullfsync": 1} if sys.platform == "darwin" else {}),
}


# What the tables speak to: the one store this process has open, or none.
open_database = DatabaseProxy()


class StoreDatabase(APSWDatabase):  # type: ignore[misc]  # playhouse ships no types
    """A peewee database of one file: one connection a thread, all of them closed together."""

    def __init__(self, path: Path, read_only: bool) -> None:
        super().__init__(str(path), pragmas=())
        self._path = path
        self._read_only = read_only
        self._opened: list[apsw.Connection] = []
        self._opening = threading.Lock()
        self._closed = False
        self._identity = _identity(path)

    def connection(self) -> apsw.Connection:
        """This thread's connection, opened at its first use."""
        connection = super().connection()
        assert isinstance(connection, apsw.Connection)
        return connection

    def close_all(self) -> None:
        """Close the connections of all threads; none is opened any more."""
        with self._opening:
            self._closed = True
            opened, self._opened = self._opened, []
        if not self.is_closed():
            self.close()
        for connection in opened:
            with suppress(apsw.ThreadingViolationError):  # still reading; it can do no harm, and ends with its thread
                connection.close()

    def close_thread(self) -> None:
        """Close this thread's connection."""
        if not self.is_closed():
            connection = self.connection()
            self.close()
            with self._opening:
                self._opened = [opened for opened in self._opened if opened is not connection]

    def check_in_place(self) -> None:
        """Look whether the file still stands where it was opened: into one that was removed, one could write for ever.

        Raises:
            StoreError: if the file or its folder was moved or removed.
        """
        try:
            moved = _identity(self._path) != self._identity
        except OSError as error:
            raise out_of_reach() from error
        if moved:
            raise out_of_reach()

    def _connect(self) -> apsw.Connection:
        with self._opening:
            if self._closed:
                raise RuntimeError("the store is closed")
            connection = apsw.Connection(self.database)
            try:
                connection.set_busy_timeout(int(BUSY_SECONDS * 1000))
                # peewee's migration runner binds a datetime, which apsw refuses otherwise.
                connection.convert_binding = lambda _cursor, _number, value: (
                    str(value) if hasattr(value, "isoformat") else value
                )
                for name, value in PRAGMAS.items():
                    connection.pragma(name, value)
                if self._read_only:
                    connection.pragma("query_only", 1)
            except apsw.Error:
                connection.close()
                raise
            self._opened.append(connection)
            return connection


def _identity(path: Path) -> tuple[int, int]:
    found = os.stat(path)  # noqa: PTH116  # at every action: half the time of Path.stat
    return found.st_dev, found.st_ino


def migrate(database: StoreDatabase) -> None:
    """Bring the file to the schema of this version, each step in one transaction.

    Raises:
        StoreError: if a step could not be done; the file stays at the step before.
    """
    from peewee import PeeweeException
    from playhouse.migrations import Runner

    try:
        # First of all, and by itself: a start that ends in the middle leaves a file that is known as ours.
        database.connection().pragma("application_id", APPLICATION_ID)
        Runner(database, str(MIGRATIONS)).up()
    except (PeeweeException, apsw.Error) as error:
        raise StoreError(
            "The file with your data could not be brought up to date. It is as it was before; is there room on the "
            "disk, and may you write in the folder?"
        ) from error
