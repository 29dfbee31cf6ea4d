"""The connection to the file: peewee on APSW, the pragmas every connection has, and the schema brought up to date."""

import sys
from pathlib import Path
from typing import Any

import apsw
from playhouse.apsw_ext import APSWDatabase

from desktop.core.errors import DamagedFileError, FileTooNewError, StoreError

SCHEMA_VERSION = 1  # each migration sets `user_version` to its own number
APPLICATION_ID = 1198682231  # "Grdw" in the file's header
MIGRATIONS = Path(__file__).parent / "migrations"
BUSY_SECONDS = 5

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


class StoreDatabase(APSWDatabase):  # type: ignore[misc]
    """A peewee database whose connections are checked before anything could be written through them."""

    def connection(self) -> apsw.Connection:
        """This thread's connection, opened at its first use."""
        connection = super().connection()
        assert isinstance(connection, apsw.Connection)
        return connection

    def _connect(self) -> apsw.Connection:
        connection = apsw.Connection(self.database)
        try:
            connection.set_busy_timeout(BUSY_SECONDS * 1000)
            # peewee's migration runner binds a datetime, which apsw refuses otherwise.
            connection.convert_binding = lambda _cursor, _number, value: (
                str(value) if hasattr(value, "isoformat") else value
            )
            check_header(connection)
            for name, value in PRAGMAS.items():
                connection.pragma(name, value)
        except apsw.Error:
            connection.close()
            raise
        return connection


def check_header(connection: apsw.Connection) -> None:
    """Look before the first write: is this a store, and one this version understands?

    Raises:
        DamagedFileError: if it is another kind of file, or damaged.
        FileTooNewError: if a newer version wrote it.
    """
    try:
        tables = connection.execute("select count(*) from sqlite_master").fetchall()[0][0]
        application = connection.pragma("application_id")
        version = connection.pragma("user_version")
    except (apsw.NotADBError, apsw.CorruptError) as error:
        raise DamagedFileError(
            "The file with your data cannot be read. It was left as it is; a copy from the folder “backups” can take "
            "its place."
        ) from error
    if version > SCHEMA_VERSION:
        raise FileTooNewError(
            "The file with your data was written by a newer version of Groundwork. It was not touched; please install "
            "the newer version to open it."
        )
    if tables and application != APPLICATION_ID:
        raise DamagedFileError(
            "The file in the data folder is a database, but not one of Groundwork. It was left as it is; choose "
            "another folder, or move that file away."
        )


def version(database: StoreDatabase) -> int:
    """The schema version of the open file, 0 for a new one."""
    return int(database.connection().pragma("user_version"))


def migrate(database: StoreDatabase) -> None:
    """Bring the file to the schema of this version, each step in one transaction.

    Raises:
        StoreError: if a step could not be done; the file stays at the step before.
    """
    from peewee import PeeweeException
    from playhouse.migrations import Runner

    try:
        Runner(database, str(MIGRATIONS)).up()
    except (PeeweeException, apsw.Error) as error:
        raise StoreError(
            "The file with your data could not be brought up to date. It is as it was before; is there room on the "
            "disk, and may you write in the folder?"
        ) from error
