"""One owner of the file: an operating-system lock in the data folder, gone by itself when its holder ends."""

import errno
import os
import sys
from pathlib import Path
from types import TracebackType

from desktop.core.errors import StoreInUseError
from desktop.places import LOCK_FILE

LOCK_NAME = LOCK_FILE
_USED = b"used\n"
_TAKEN = (errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK)  # what another holder comes as


def was_used(folder: Path) -> bool:
    """Whether a store was ever opened here: a start that ended before that leaves an empty lock."""
    path = folder / LOCK_NAME
    return path.exists() and path.stat().st_size > 0


class FolderLock:
    """The right to write in a data folder, held by the window or by a writing command.

    Written here because the package `filelock` takes 60 ms to import, at every start.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / LOCK_NAME
        self._handle: int | None = None

    def acquire(self) -> None:
        """Take the lock at once.

        Raises:
            StoreInUseError: if another process has it.
            OSError: if the folder cannot be written in, or the system cannot lock there.
        """
        handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _take(handle)
        except OSError as error:
            os.close(handle)
            if error.errno not in _TAKEN:
                raise
            raise StoreInUseError("store.in_use") from error
        self._handle = handle

    def mark_used(self) -> None:
        """Leave a sign that there are data here now, by which a file that gets lost is missed."""
        if self._handle is not None and not os.fstat(self._handle).st_size:
            os.write(self._handle, _USED)

    def release(self) -> None:
        """Give the lock back; harmless when it is not held."""
        # The file stays: removing it could take the lock from another process that has just opened it.
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def __enter__(self) -> "FolderLock":
        self.acquire()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
