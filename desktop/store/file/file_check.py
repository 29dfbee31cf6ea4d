"""A look at the file before the first write: is it ours, is it whole, can this version read it?"""

from pathlib import Path

import apsw

from desktop.core.errors import DamagedFileError, FileTooNewError
from desktop.store.file import backup
from desktop.store.file.error_messages import damaged

APPLICATION_ID = 1198682231  # "Grdw" in the file's header
SCHEMA_VERSION = 4  # each migration sets `user_version` to its own number
_SMALLEST = 512  # bytes of the smallest database; what is shorter SQLite takes for an empty one
READ_WHOLE = 4_000_000  # bytes up to which a file is read through at every start; beyond, only after a crash


def examine(path: Path, owner: bool) -> int:
    """The schema version of the file, 0 for a new one. Nothing is written, not even beside it.

    Raises:
        DamagedFileError: if it is another kind of file, or damaged.
        FileTooNewError: if a newer version wrote it.
        apsw.Error: if it cannot be opened at all.
    """
    log, index = Path(f"{path}-wal"), Path(f"{path}-shm")
    there_before = {each for each in (log, index) if each.exists()}
    left_open = log in there_before and log.stat().st_size > 0  # the last owner did not come to close it
    size = path.stat().st_size
    if size == 0 and (left_open or backup.exist(path.parent)):
        raise DamagedFileError("store.emptied")
    if 0 < size < _SMALLEST:
        raise damaged()
    refused = True
    connection = apsw.Connection(str(path))
    try:
        # Closing would otherwise bring the log of a file that is not to be touched into it.
        connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
        connection.set_busy_timeout(5000)
        version = _version(connection)
        if owner and size and (left_open or size <= READ_WHOLE) and connection.pragma("quick_check", 1) != "ok":
            raise damaged()
        refused = False
    except (apsw.NotADBError, apsw.CorruptError) as error:
        raise damaged() from error
    finally:
        connection.close()
        if refused:
            for each in {log, index} - there_before:
                each.unlink(missing_ok=True)
    return version


def _version(connection: apsw.Connection) -> int:
    tables = connection.execute("select count(*) from sqlite_schema").get
    application, version = connection.pragma("application_id"), connection.pragma("user_version")
    if application not in (0, APPLICATION_ID) or (tables and not application):
        raise DamagedFileError("store.another_database")
    if version > SCHEMA_VERSION:
        raise FileTooNewError("store.too_new")
    return int(version)
