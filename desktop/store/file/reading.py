"""A connection that reads the file and writes nothing: not into it, not into its log or index, not beside them.

A full or read-only disk, and a window that has the file open, are no hindrance.
"""

import os
import sys
from pathlib import Path

import apsw

from desktop.store.file.error_messages import busy, damaged

_TRIES = 5  # a window that opens or closes just now takes the log's files away or brings them
_FLAGS = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
_NO_LOCKS = "win32-none" if sys.platform == "win32" else "unix-none"


def open_to_read(path: Path) -> apsw.Connection:
    """A connection on the file with what stands in its log.

    Raises:
        OSError, apsw.Error: if it cannot be read.
        DamagedFileError: if its log is damaged.
        StoreError: if it changes all the while.
    """
    path = Path(os.path.abspath(path))  # noqa: PTH100  # for a URI; a link is followed by SQLite itself
    log, index = Path(f"{path}-wal"), Path(f"{path}-shm")
    for _ in range(_TRIES):
        log_size = _size(log)
        try:
            if log_size >= 0 and index.exists():
                # SQLite takes the index as the writer keeps it, or makes one in memory where nobody has the file.
                return _connected(path.as_uri() + "?mode=ro&readonly_shm=1")
            if log_size > 0:
                # A log without an index: in exclusive mode the index is in memory; without locks the mode takes none.
                return _connected(path.as_uri() + "?mode=ro", vfs=_NO_LOCKS, exclusive=True)
        except apsw.CantOpenError:
            if _size(log) == log_size and index.exists():
                raise
            continue
        except apsw.ProtocolError as error:  # the log's own header cannot be read, try after try
            raise damaged(path.parent) from error
        content = _whole(path, log)
        if content is not None:
            return _in_memory(content)
    raise busy()


def _size(path: Path) -> int:
    """In bytes; -1 if there is no such file."""
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return -1


def _connected(uri: str, vfs: str | None = None, exclusive: bool = False) -> apsw.Connection:
    connection = apsw.Connection(uri, flags=_FLAGS, vfs=vfs)
    try:
        connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
        if exclusive:
            connection.pragma("locking_mode", "exclusive")
        connection.set_busy_timeout(5000)
        connection.execute("select count(*) from sqlite_schema").fetchall()
    except BaseException:
        connection.close()
        raise
    return connection


def _whole(path: Path, log: Path) -> bytes | None:
    """The content of a file whose log is empty; `None` if somebody began to write meanwhile."""
    before = path.stat()
    content = path.read_bytes()
    after = path.stat()
    same = (before.st_ino, before.st_size, before.st_mtime_ns) == (after.st_ino, after.st_size, after.st_mtime_ns)
    return content if same and _size(log) <= 0 and len(content) == after.st_size else None


def _in_memory(content: bytes) -> apsw.Connection:
    """Without a log, which a file in memory cannot have: SQLite would make one beside the file on the disk."""
    connection = apsw.Connection(":memory:")
    rollback_journal = b"\x01\x01"  # bytes 18 and 19 of the header: how it is written, how it is read
    connection.deserialize("main", content[:18] + rollback_journal + content[20:])
    return connection
