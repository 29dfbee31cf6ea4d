"""The store: opens and closes the one file, and is the only way to change it.

Every change is one `with store.action("…")`: one transaction, one step of undo, one *what changed*.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import apsw
from peewee import OperationalError, PeeweeException

from desktop.core.errors import StoreError
from desktop.store import database as db
from desktop.store.backup import back_up
from desktop.store.contacts import Contacts
from desktop.store.directions import Directions
from desktop.store.history import Change, History, recording, tables_of
from desktop.store.learning import Learning
from desktop.store.lock import FolderLock
from desktop.store.meetings import Meetings
from desktop.store.organisations import Organisations
from desktop.store.own_questions import OwnQuestions
from desktop.store.preferences import Preferences
from desktop.store.research import Research
from desktop.store.tables import TABLES

FILE_NAME = "groundwork.db"
KEPT_DELETED_DAYS = 30
Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The system's clock, in UTC."""
    return datetime.now(UTC)


class Store:
    """The open file. One at a time in a process; closed by `close()` or at the end of `with`.

    `owner` is whether this process holds the folder's lock and may write; without it the file is read beside the
    process that does.
    """

    def __init__(self, folder: Path, clock: Clock = utc_now, owner: bool = True) -> None:
        """Open the store in `folder`, creating both where they are missing.

        Raises:
            StoreInUseError: if `owner` is asked for and another process has the folder.
            DamagedFileError, FileTooNewError: the file is left untouched.
            StoreError: if the folder or the file cannot be used.
        """
        self.folder = folder
        self.clock = clock
        self._listeners: list[Callable[[Change], None]] = []
        self._history = History()
        self._lock: FolderLock | None = None
        if owner:
            _make_private(folder)
            self._lock = FolderLock(folder)
            self._lock.acquire()
        try:
            self._open(folder / FILE_NAME, owner)
        except BaseException:
            if self._lock:
                self._lock.release()
            raise
        self.contacts = Contacts(self._database, clock)
        self.organisations = Organisations(self._database, clock)
        self.directions = Directions(self._database, clock)
        self.research = Research(self._database, clock)
        self.meetings = Meetings(self._database, clock, self.contacts, self.research)
        self.own_questions = OwnQuestions(self._database, clock)
        self.learning = Learning(self._database, clock)
        self.preferences = Preferences(self._database)

    def _open(self, path: Path, owner: bool) -> None:
        with _in_plain_words():
            if owner:
                os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
            elif not path.exists():
                raise StoreError(f"There is no data of Groundwork in {self.folder}. Nothing was changed.")
            self._database = db.StoreDatabase(str(path), pragmas=())
            self._database.connect()
            try:
                found = db.version(self._database)
                if owner and found < db.SCHEMA_VERSION:
                    if found:
                        back_up(self._database.connection(), self.folder, self.clock())
                    db.migrate(self._database)
                elif found < db.SCHEMA_VERSION:
                    raise StoreError(
                        "Your data was written by an older version. Nothing was changed; open the window once to "
                        "bring it up to date."
                    )
                self._database.bind(TABLES)
                if owner:
                    self._purge()
            except BaseException:
                self._database.close()
                raise

    # -- changing ---------------------------------------------------------------------------------------------------

    @contextmanager
    def action(self, name: str, visit: str = "") -> Iterator[None]:
        """One thing the user does: all of it or nothing, one step of undo called `name`.

        Actions of the same `visit` (one stay in one field) become one step. An action inside an action is part of it.

        Raises:
            StoreError: if it could not be written; nothing of it was.
        """
        connection = self._database.connection()
        if connection.in_transaction:
            yield
            return
        with _in_plain_words(), recording(connection) as session, self._database.atomic("immediate"):
            yield
            changes = session.changeset()
        if changes:
            self._history.record(name, changes, visit)
            self._tell(Change(name, tables_of(changes)))

    @property
    def next_undo(self) -> str:
        """The name of the action undo would take back, empty if there is none."""
        return self._history.next_undo()

    @property
    def next_redo(self) -> str:
        """The name of the action redo would do again, empty if there is none."""
        return self._history.next_redo()

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
        with _in_plain_words(), self._database.atomic("immediate"):
            change = replay(self._database.connection())
        if change is not None:
            committed()
            self._tell(change)
        return change

    def listen(self, listener: Callable[[Change], None]) -> None:
        """Call `listener` after every committed action, undo and redo, on the thread that did it."""
        self._listeners.append(listener)

    def _tell(self, change: Change) -> None:
        for listener in self._listeners:
            listener(change)

    # -- keeping ----------------------------------------------------------------------------------------------------

    def _purge(self) -> None:
        """Remove for good what was deleted more than thirty days ago."""
        limit = self.clock().timestamp() - KEPT_DELETED_DAYS * 86_400
        before = datetime.fromtimestamp(limit, UTC)
        living = [table for table in TABLES if "deleted_at" in table._meta.fields]
        if any(table.select().where(table.deleted_at < before).exists() for table in living):
            with self._database.atomic("immediate"):
                for table in living:
                    table.delete().where(table.deleted_at < before).execute()

    def check(self) -> list[str]:
        """What is wrong with the file, each as SQLite says it; an empty list means that it is sound."""
        connection = self._database.connection()
        found = [row[0] for row in connection.execute("pragma integrity_check") if row[0] != "ok"]
        for table, row, parent, _ in connection.execute("pragma foreign_key_check"):
            found.append(f"{table} {row} refers to a missing {parent}")
        if self._lock:
            try:
                connection.execute("insert into contact_search (contact_search) values ('integrity-check')").fetchall()
            except apsw.CorruptError:
                found.append("the search index does not match the contacts")
        return found

    def back_up(self) -> Path:
        """Write a verified copy into the folder `backups` and return its path.

        Raises:
            StoreError: if it could not be written or did not verify; no half-written copy is left.
        """
        with _in_plain_words():
            return back_up(self._database.connection(), self.folder, self.clock())

    def close(self) -> None:
        """Close this thread's connection and give the folder free."""
        if not self._database.is_closed():
            self._database.close()
        if self._lock:
            self._lock.release()

    def close_thread(self) -> None:
        """Close the connection of a worker's thread, at the end of its work."""
        if not self._database.is_closed():
            self._database.close()

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _make_private(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if os.name == "posix":
            folder.chmod(0o700)
    except OSError as error:
        raise StoreError(
            f"The folder for your data, {folder}, cannot be used. Nothing was changed; please choose a folder that "
            "you may write in."
        ) from error


@contextmanager
def _in_plain_words() -> Iterator[None]:
    """Troubles of the user's world in words; bugs pass through unchanged."""
    try:
        yield
    except (apsw.FullError, OperationalError) as error:
        if isinstance(error, OperationalError) and not _is_trouble_outside(error):
            raise
        raise StoreError(
            "Your data could not be written. What was saved before is safe; make room on the disk, or check that the "
            "folder may be written in, and try again."
        ) from error
    except (apsw.BusyError, apsw.ReadOnlyError, apsw.CantOpenError, apsw.IOError, PermissionError) as error:
        raise StoreError(
            "Your data could not be reached. What was saved before is safe; check that the folder is there and may "
            "be written in, and try again."
        ) from error


_OUTSIDE = (apsw.FullError, apsw.BusyError, apsw.ReadOnlyError, apsw.IOError, apsw.CantOpenError)


def _is_trouble_outside(error: PeeweeException) -> bool:
    return isinstance(error.__cause__ or error.__context__ or (error.args and error.args[0]), _OUTSIDE)
