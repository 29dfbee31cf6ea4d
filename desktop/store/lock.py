"""One owner of the file: an operating-system lock in the data folder, gone by itself when its holder ends."""

from pathlib import Path
from types import TracebackType

from desktop.core.errors import StoreInUseError

LOCK_NAME = "groundwork.lock"


class FolderLock:
    """The right to write in a data folder, held by the window or by a writing command."""

    def __init__(self, folder: Path) -> None:
        from filelock import FileLock  # dear, and a reading command needs no lock

        self._lock = FileLock(folder / LOCK_NAME, mode=0o600)

    def acquire(self) -> None:
        """Take the lock at once.

        Raises:
            StoreInUseError: if another process has it.
        """
        from filelock import Timeout

        try:
            self._lock.acquire(timeout=0)
        except Timeout as error:
            raise StoreInUseError(
                "Groundwork is open and has your data. Nothing was changed; close its window first, or do this in "
                "the window."
            ) from error

    def release(self) -> None:
        """Give the lock back; harmless when it is not held."""
        self._lock.release()

    def __enter__(self) -> "FolderLock":
        self.acquire()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()
