"""The connection to the file, the pragmas every connection has, and the schema brought up to date."""

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import apsw

from desktop.core.errors import StoreError
from desktop.store.file.error_messages import out_of_reach
from desktop.store.file.file_check import APPLICATION_ID

if TYPE_CHECKING:
    from desktop.store.file.peewee_database import PeeweeDatabase

MIGRATIONS = Path(__file__).parents[1] / "migrations"
BUSY_SECONDS = 5.0

# FULL: an edit shown as saved survives a power cut (desktop/store/README.md, "Promises").
PRAGMAS: dict[str, str | int] = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "trusted_schema": 0,
    "temp_store": 2,
    "cache_size": -16384,
    **({"fullfsync": 1, "checkpoint_fullfsync": 1} if sys.platform == "darwin" else {}),
}


class StoreDatabase:
    """The open file: one connection a thread, all of them closed together; its transactions.

    Several may be open in one process. peewee is imported when `peewee` is first asked for: a start, the contact list
    and Today need SQL alone, and importing peewee takes longer than opening the file and reading them.
    """

    def __init__(self, path: Path, read_only: bool) -> None:
        self._path = path
        self._read_only = read_only
        self._here = threading.local()  # this thread's `connection`, and how deep it is in transactions
        self._opened: list[apsw.Connection] = []
        self._opening = threading.Lock()
        self._closed = False
        self._identity = _identity(path)

    def connection(self) -> apsw.Connection:
        """This thread's connection, opened at its first use."""
        connection: apsw.Connection | None = getattr(self._here, "connection", None)
        if connection is None:
            connection = self._here.connection = self._connect()
        return connection

    @cached_property
    def peewee(self) -> "PeeweeDatabase":
        """The same file for peewee: every query is executed on it, on whichever thread."""
        from desktop.store.file.peewee_database import PeeweeDatabase

        return PeeweeDatabase(self.connection)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of what is done inside or nothing. One inside another is part of it; if it raises, it alone is undone."""
        connection, depth = self.connection(), self._depth()
        part = f"part_{depth}"
        connection.execute(f"savepoint {part}" if depth else "begin immediate")
        self._here.depth = depth + 1
        try:
            try:
                yield
            finally:
                self._here.depth = depth
            if connection.in_transaction:  # on a full disk SQLite may have rolled back by itself
                connection.execute(f"release {part}" if depth else "commit")
        except BaseException:
            if connection.in_transaction:
                connection.execute(f"rollback to {part}; release {part}" if depth else "rollback")
            raise

    def in_transaction(self) -> bool:
        """Whether this thread is inside a transaction."""
        return self._depth() > 0

    def _depth(self) -> int:
        return int(getattr(self._here, "depth", 0))

    def close_all(self) -> None:
        """Close the connections of all threads; none is opened any more."""
        with self._opening:
            self._closed = True
            opened, self._opened = self._opened, []
        self._here.connection = None
        for connection in opened:
            with suppress(apsw.ThreadingViolationError):  # still reading; it can do no harm, and ends with its thread
                connection.close()

    def close_thread(self) -> None:
        """Close this thread's connection."""
        connection, self._here.connection = getattr(self._here, "connection", None), None
        if connection is not None:
            connection.close()
            with self._opening:
                self._opened = [opened for opened in self._opened if opened is not connection]

    def check_in_place(self) -> None:
        """Look whether the file still is where it was opened: into one that was removed, one could write for ever.

        Raises:
            StoreError: if the file or its folder was moved or removed.
        """
        try:
            moved = _identity(self._path) != self._identity
        except OSError as error:
            raise out_of_reach(self._path.parent) from error
        if moved:
            raise out_of_reach(self._path.parent)

    def _connect(self) -> apsw.Connection:
        with self._opening:
            if self._closed:
                raise RuntimeError("the store is closed")
            connection = apsw.Connection(str(self._path))
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
        Runner(database.peewee, str(MIGRATIONS)).up()
    except (PeeweeException, apsw.Error) as error:
        raise StoreError("store.not_brought_up_to_date") from error
