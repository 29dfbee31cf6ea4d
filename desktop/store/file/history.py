"""Undo and redo of every action, by SQLite's own record of changed rows (the session extension)."""

import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count

import apsw
from msgspec import Struct

from desktop.core.errors import StoreError

WITH_LAST = "with the last step"  # the visit of what is no step of its own: where the user is, not what they did


class Change(Struct, frozen=True):
    """What an action, an undo or a redo changed: enough for a view to know whether it is concerned."""

    name: str
    tables: frozenset[str]
    undone: bool = False


class UndoStep(Struct):
    """One step of the history: the name shown in the menu, the rows changed, and the visit it belongs to."""

    name: str
    changes: bytes
    visit: str


STEPS_KEPT = 1000
# Rows that cascade are in the changeset themselves; without NOACTION they would go twice and abort. A savepoint of its
# own inside our transaction would make the time grow with the square of the rows: 50,000 took half a minute.
_FLAGS = apsw.SQLITE_CHANGESETAPPLY_FKNOACTION | apsw.SQLITE_CHANGESETAPPLY_NOSAVEPOINT
LONG = 200_000  # bytes of a step from which on it is applied off the main thread, with pauses
_AT_A_TIME = 100  # changes between two pauses
_YIELD_SECONDS = 0.0005  # however short, a thread that waits for the GIL gets it
BYTES_KEPT = 64_000_000  # in memory; the last step is kept whatever its size


# These tables are kept in step by triggers; recording them too would apply their changes twice.
def _recorded(table: str) -> bool:
    return not table.startswith(("contact_search", "contact_count", "message_search", "research_note_search"))


class Recording:
    """What is changed through one connection, until it is closed."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._tables: set[str] = set()
        self._session = apsw.Session(connection, "main")
        self._session.table_filter(self._wants)

    def _wants(self, table: str) -> bool:
        """Called at the first change of each table that is recorded, and at every change of the others."""
        if not _recorded(table):
            return False
        self._tables.add(table)
        return True

    @property
    def tables(self) -> frozenset[str]:
        """The names of the tables written to."""
        return frozenset(self._tables)

    def changes(self) -> bytes:
        """All of it, in pieces: in one, a large import holds the GIL for a fifth of a second."""
        pieces: list[bytes] = []

        def take(piece: memoryview) -> None:
            pieces.append(bytes(piece))
            if len(pieces) % _AT_A_TIME == 0:
                time.sleep(0)

        self._session.changeset_stream(take)
        return b"".join(pieces)

    def close(self) -> None:
        """Record no more."""
        self._session.close()


@contextmanager
def recording(connection: apsw.Connection) -> Iterator[Recording]:
    """Records every row changed through this connection until the block ends."""
    recorded = Recording(connection)
    try:
        yield recorded
    finally:
        recorded.close()


def tables_of(changes: bytes) -> frozenset[str]:
    """The names of the tables a changeset touches."""
    return frozenset(change.name for change in apsw.Changeset.iter(changes))


class History:
    """The steps that can be undone and redone. It lives as long as the program runs.

    Whoever calls it to change something holds the store's right to write, so that steps are in the order in which
    they were committed.
    """

    def __init__(self) -> None:
        self._done: deque[UndoStep] = deque()
        self._undone: list[UndoStep] = []
        self._size = 0  # bytes of all steps done

    def record(self, name: str, changes: bytes, visit: str) -> None:
        """Add a step; a step of the same visit (one stay in one field) merges with the one before.

        Of the visit `WITH_LAST`, it becomes part of the step before, under that one's name, and of no step where there
        is none: nothing recorded later can lean on what was there before it.
        """
        self._undone.clear()
        if visit == WITH_LAST:
            last = self._pop() if self._done else None
            changes = _concatenated(last.changes, changes) if last else b""
            if last and changes:
                self._push(UndoStep(last.name, changes, last.visit))
            return
        if visit and self._done and self._done[-1].visit == visit:
            last = self._pop()
            changes = _concatenated(last.changes, changes)
            if not changes:  # typed and taken back: nothing is left to undo
                return
        self._push(UndoStep(name, changes, visit))
        while len(self._done) > STEPS_KEPT or (self._size > BYTES_KEPT and len(self._done) > 1):
            self._size -= len(self._done.popleft().changes)

    def _push(self, step: UndoStep) -> None:
        self._done.append(step)
        self._size += len(step.changes)

    def _pop(self) -> UndoStep:
        step = self._done.pop()
        self._size -= len(step.changes)
        return step

    def next_undo(self) -> str:
        """The name of what undo would take back, empty if there is nothing."""
        return self._done[-1].name if self._done else ""

    def next_redo(self) -> str:
        """The name of what redo would do again, empty if there is nothing."""
        return self._undone[-1].name if self._undone else ""

    def size_of(self, redo: bool) -> int:
        """The bytes of what undo (or redo) would change, 0 if there is nothing."""
        steps = self._undone if redo else self._done
        return len(steps[-1].changes) if steps else 0

    def undo(self, connection: apsw.Connection) -> Change | None:
        """Take the last step back, inside the caller's transaction; `None` if there is none."""
        if not self._done:
            return None
        step = self._done[-1]
        self._apply(apsw.Changeset.invert(step.changes), connection)
        return Change(step.name, tables_of(step.changes), undone=True)

    def redo(self, connection: apsw.Connection) -> Change | None:
        """Do the last undone step again, inside the caller's transaction; `None` if there is none."""
        if not self._undone:
            return None
        step = self._undone[-1]
        self._apply(step.changes, connection)
        return Change(step.name, tables_of(step.changes))

    def undo_committed(self) -> None:
        """The transaction that took the last step back is on disk."""
        step = self._pop()
        step.visit = ""
        self._undone.append(step)

    def redo_committed(self) -> None:
        """The transaction that did the step again is on disk."""
        self._push(self._undone.pop())

    def _apply(self, changes: bytes, connection: apsw.Connection) -> None:
        try:
            apsw.Changeset.apply(
                changes,
                connection,
                filter_change=_yielding_filter(changes),
                conflict=lambda _reason, _change: apsw.SQLITE_CHANGESET_ABORT,
                flags=_FLAGS,
            )
        except apsw.AbortError as error:
            # The steps before it start from the same place, so none of them can be applied any more either.
            self._done.clear()
            self._undone.clear()
            self._size = 0
            raise StoreError("store.not_undone") from error


def _yielding_filter(changes: bytes) -> Callable[[apsw.TableChange], bool] | None:
    """Yields the GIL now and then while a long step is applied, which would otherwise hold it to its end."""
    if len(changes) < LONG:
        return None
    done = count(1)

    def let(_change: apsw.TableChange) -> bool:
        if next(done) % _AT_A_TIME == 0:
            time.sleep(_YIELD_SECONDS)
        return True

    return let


def _concatenated(first: bytes, second: bytes) -> bytes:
    joined = apsw.ChangesetBuilder()  # type: ignore[no-untyped-call]  # apsw's own stub leaves __init__ untyped
    joined.add(first)
    joined.add(second)
    return joined.output()
