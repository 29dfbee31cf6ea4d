"""A look at the file before the first write: is it ours, is it whole, can this version read it?"""

from pathlib import Path

import apsw

from desktop.core.errors import DamagedFileError, FileTooNewError, LostFileError
from desktop.places import BACKUP_FOLDER, CRASH_LOG, WINDOW_FILE
from desktop.store.file import lock
from desktop.store.file.error_messages import damaged
from desktop.store.file.reading import open_to_read

APPLICATION_ID = 1198682231  # "Grdw" in the file's header
SCHEMA_VERSION = 4  # each migration sets `user_version` to its own number
_SMALLEST = 512  # bytes of the smallest database; what is shorter SQLite takes for an empty one
READ_WHOLE = 4_000_000  # bytes up to which a file is read through at every start; beyond, only after a crash

_SIGNS = (WINDOW_FILE, CRASH_LOG, BACKUP_FOLDER)  # of earlier use


def examine(path: Path) -> int:
    """The schema version of the file for its owner, 0 for a new one. Nothing is written, not even beside it.

    Raises:
        DamagedFileError: if it is another kind of file, or damaged.
        FileTooNewError: if a newer version wrote it.
        apsw.Error: if it cannot be opened at all.
    """
    log, index = Path(f"{path}-wal"), Path(f"{path}-shm")
    there_before = {each for each in (log, index) if each.exists()}
    left_open = log in there_before and log.stat().st_size > 0  # the last owner did not come to close it
    size = path.stat().st_size
    if 0 < size < _SMALLEST:
        raise damaged(path.parent)
    refused = True
    connection = apsw.Connection(str(path))
    try:
        # Closing would otherwise bring the log of a file that is not to be touched into it.
        connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
        connection.set_busy_timeout(5000)
        version = _version(connection)
        if size and (left_open or size <= READ_WHOLE):
            _look_through(connection, path.parent)
        refused = False
    except (apsw.NotADBError, apsw.CorruptError) as error:
        raise damaged(path.parent) from error
    finally:
        connection.close()
        if refused:
            for each in {log, index} - there_before:
                each.unlink(missing_ok=True)
    return version


def examine_to_read(path: Path, whole: bool) -> int:
    """The schema version of the file for one who only reads it; `whole`: it is looked through, however large.

    Raises:
        DamagedFileError, FileTooNewError, apsw.Error: as for the owner.
        OSError: if it cannot be read.
    """
    if path.stat().st_size < _SMALLEST:
        raise damaged(path.parent)
    try:
        connection = open_to_read(path)
        try:
            version = _version(connection)
            if whole:
                _look_through(connection, path.parent)
        finally:
            connection.close()
    except (apsw.NotADBError, apsw.CorruptError) as error:
        raise damaged(path.parent) from error
    return version


def refuse_if_lost(path: Path) -> None:
    """Nothing where the file should be is a new start only where nothing tells of an earlier one.

    Raises:
        LostFileError: if the file is gone or empty and the folder was in use before.
    """
    there = path.exists()
    if (there and path.stat().st_size) or not _was_used(path):
        return
    if there:
        raise LostFileError("store.emptied", folder=path.parent, file=path.name)
    raise LostFileError("store.gone", folder=path.parent, file=path.name)


def _was_used(path: Path) -> bool:
    log, folder = Path(f"{path}-wal"), path.parent
    left_open = log.exists() and log.stat().st_size > 0
    return left_open or any((folder / name).exists() for name in _SIGNS) or lock.was_used(folder)


def _look_through(connection: apsw.Connection, folder: Path) -> None:
    if connection.pragma("quick_check", 1) != "ok":
        raise damaged(folder)


def _version(connection: apsw.Connection) -> int:
    tables = connection.execute("select count(*) from sqlite_schema").get
    application, version = connection.pragma("application_id"), connection.pragma("user_version")
    if application not in (0, APPLICATION_ID) or (tables and not application):
        raise DamagedFileError("store.another_database")
    if version > SCHEMA_VERSION:
        raise FileTooNewError("store.too_new")
    return int(version)
