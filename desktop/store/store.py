"""The store: opens and closes the one file, and is the only way to change it.

Every change is one `with store.action("…")`: one transaction, one step of undo, one *what changed*.
"""

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

import apsw

from desktop.core.errors import StoreError
from desktop.places import DATA_FILE, protect
from desktop.store.contacts import Contacts
from desktop.store.file import database as db
from desktop.store.file import file_check
from desktop.store.file.backup import back_up, remove_half_written
from desktop.store.file.error_messages import busy, check_name, files_in_plain_words, in_plain_words, out_of_reach
from desktop.store.file.history import LONG, Change, History, recording
from desktop.store.file.lock import FolderLock
from desktop.store.file.maintenance import problems, purge, renew_keys, store_id
from desktop.store.subjects import Subjects

STORE_FILE_NAME = DATA_FILE
Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The system's clock, in UTC."""
    return datetime.now(UTC)


class Store(Subjects):
    """The open file; closed by `close()` or at the end of `with`. A process may have several open, each its own.

    `owner` is whether this process holds the folder's lock and may write; without it the file is read while
    the process that does may write it. Any thread may read and act; each has its own connection.
    """

    def __init__(
        self, folder: Path, clock: Clock = utc_now, owner: bool = True, checked: bool = True, anew: bool = False
    ) -> None:
        """Open the store in `folder`, creating both where they are missing.

        Who only reads (not `owner`) has the file looked through first, unless not `checked`. `anew` is the user's
        own word that a file which was lost is not waited for: what is left of it is moved aside.

        Raises:
            StoreInUseError: if `owner` is asked for and another process has the folder.
            LostFileError: if the file is gone or empty though the folder was in use before.
            DamagedFileError, FileTooNewError: the file is left untouched.
            StoreError: if the folder or the file cannot be used.
        """
        self.folder = folder
        protect(folder)
        self.clock = clock
        self._listeners: list[Callable[[Change], None]] = []
        self._history = History()
        self._writing = threading.RLock()
        self._lock: FolderLock | None = None
        path = folder / STORE_FILE_NAME
        check_name(folder)
        with files_in_plain_words(folder):
            if owner:
                _make_private(folder)
                self._lock = FolderLock(folder)
                self._lock.acquire()
            try:
                if anew:
                    _move_aside(path, clock())
                else:
                    file_check.refuse_if_lost(path)
                if self._lock:
                    self._open(path)
                    self._lock.mark_used()
                else:
                    self._open_to_read(path, checked)
            except BaseException:
                if self._lock:
                    self._lock.release()
                raise
        self.contacts = Contacts(self.database, clock)

    @cached_property
    def store_id(self) -> str:
        """Names this store for ever, at random: entries of calendars are known by it."""
        return store_id(self.database.connection())

    def _open(self, path: Path) -> None:
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        if os.name == "posix":
            path.chmod(0o600)  # its log and index take the same
        found = file_check.examine(path)
        remove_half_written(self.folder)
        self.database = db.StoreDatabase(path, read_only=False)
        try:
            self.database.connection()
            if found < file_check.SCHEMA_VERSION:
                if found:
                    back_up(self.database.connection(), self.folder, self.clock())
                db.migrate(self.database)
            with self.database.transaction():
                purge(self.database.connection(), self.clock())
                renew_keys(self.database.connection(), _renew_match_keys)
        except BaseException:
            self.database.close_all()
            raise

    def _open_to_read(self, path: Path, checked: bool) -> None:
        if not path.exists() or not path.stat().st_size:
            raise StoreError("store.not_there", folder=self.folder)
        if file_check.examine_to_read(path, whole=checked) < file_check.SCHEMA_VERSION:
            raise StoreError("store.older")
        self.database = db.StoreDatabase(path, read_only=True)

    # -- changing ---------------------------------------------------------------------------------------------------

    @contextmanager
    def action(self, name: str, visit: str = "") -> Iterator[None]:
        """One thing the user does: all of it or nothing, one step of undo called `name`.

        Actions of the same `visit` (one stay in one field) become one step, one of the visit `WITH_LAST` part of the
        step before. An action inside an action is part of it; if it raises, it alone is taken back, and the outer one
        may go on.

        Raises:
            StoreError: if it could not be written; nothing of it was.
        """
        with in_plain_words(self.folder):
            if self.database.in_transaction():
                with self.database.transaction():
                    yield
                return
            connection = self.database.connection()
            with self._turn():
                with recording(connection) as recorded, self.database.transaction():
                    yield
                    if not connection.in_transaction:  # on a full disk SQLite may have rolled back by itself
                        raise out_of_reach(self.folder)
                    changes = recorded.changes()
                if changes:
                    self._history.record(name, changes, visit)
        if changes:
            self._tell(Change(name, recorded.tables))

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """One writer at a time among the threads too, until its step is in the history."""
        if not self._writing.acquire(timeout=db.BUSY_SECONDS):
            raise busy()
        try:
            self.database.check_in_place()
            yield
        finally:
            self._writing.release()

    @property
    def next_undo(self) -> str:
        """The name of the action undo would take back, empty if there is none."""
        return self._history.next_undo()

    @property
    def next_redo(self) -> str:
        """The name of the action redo would do again, empty if there is none."""
        return self._history.next_redo()

    def is_long(self, redo: bool = False) -> bool:
        """Whether undo (or redo) would take so long that it is done off the main thread."""
        return self._history.size_of(redo) >= LONG

    def is_being_written(self, patience: float = 0.0) -> bool:
        """Whether another thread is changing something, and still is after `patience` seconds."""
        if not self._writing.acquire(timeout=patience):
            return True
        self._writing.release()
        return False

    def undo(self) -> Change | None:
        """Take back the last action; `None` if there is none.

        Raises:
            StoreError: if it could not be; nothing was changed.
        """
        return self._replay(self._history.undo, self._history.undo_committed)

    def redo(self) -> Change | None:
        """Do again what was taken back last; `None` if there is none.

        Raises:
            StoreError: if it could not be; nothing was changed.
        """
        return self._replay(self._history.redo, self._history.redo_committed)

    def _replay(
        self, replay: Callable[[apsw.Connection], Change | None], committed: Callable[[], None]
    ) -> Change | None:
        if self.database.in_transaction():  # of this very thread: it cannot be waited for
            raise busy()
        with in_plain_words(self.folder), self._turn():
            with self.database.transaction():
                change = replay(self.database.connection())
            if change is not None:
                committed()
        if change is not None:
            self._tell(change)
        return change

    def listen(self, listener: Callable[[Change], None]) -> None:
        """Call `listener` after every committed action, undo and redo, on the thread that did it."""
        self._listeners.append(listener)

    def _tell(self, change: Change) -> None:
        for listener in self._listeners:
            listener(change)

    # -- keeping ----------------------------------------------------------------------------------------------------

    def check(self) -> list[str]:
        """What is wrong with the file, each as SQLite says it; an empty list means that it is sound."""
        with in_plain_words(self.folder):
            return problems(self.database.connection(), may_write=self._lock is not None)

    def back_up(self) -> Path:
        """Write a verified copy into the folder `backups` and return its path.

        Raises:
            StoreError: if it could not be written or did not verify; no half-written copy is left.
        """
        with files_in_plain_words(self.folder):
            return back_up(self.database.connection(), self.folder, self.clock())

    def close(self) -> None:
        """Close the file, after an action of another thread has ended, and give the folder free; harmless twice."""
        with self._writing:
            self.database.close_all()
            if self._lock:
                self._lock.release()

    def close_thread(self) -> None:
        """Close the connection of a worker's thread, at the end of its work."""
        self.database.close_thread()

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _renew_match_keys(connection: apsw.Connection) -> None:
    from desktop.store import match_keys  # what it knows of names is read only now: most starts need none of it

    match_keys.renew(connection)


def _move_aside(path: Path, now: datetime) -> None:
    """What is left of a lost file keeps its content under another name: SQLite would take its log away."""
    for left in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
        if left.exists():
            left.rename(left.with_name(f"lost-{now:%Y%m%dT%H%M%S}-{left.name}"))


def _make_private(folder: Path) -> None:
    """Create the folder for nobody else to look into. One that holds other things keeps its mode: it is not ours."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    ours = (folder / STORE_FILE_NAME).exists() or not any(folder.iterdir())
    if os.name == "posix" and ours:
        folder.chmod(0o700)
