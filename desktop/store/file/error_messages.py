"""Troubles of the user's world in plain words: a full disk, a folder that is gone, a damaged file."""

import errno
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import apsw

from desktop.core.errors import DamagedFileError, StoreError
from desktop.store.file import backup

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
_BUSY = (apsw.BusyError, apsw.LockedError)
_OUT_OF_REACH = (apsw.IOError, apsw.ReadOnlyError, apsw.CantOpenError, apsw.PermissionsError, apsw.AuthError)
_DAMAGED = (apsw.CorruptError, apsw.NotADBError)


@contextmanager
def in_plain_words(folder: Path) -> Iterator[None]:
    """What SQLite could not do in the data folder becomes a `StoreError`; bugs pass through unchanged.

    Raises:
        StoreError: with a sentence for the user; what was committed before is safe.
    """
    try:
        yield
    except _errors() as error:
        words = _words(error, folder)
        if words is None:
            raise
        raise words from error


@contextmanager
def files_in_plain_words(folder: Path) -> Iterator[None]:
    """The same for what the program does to files by itself, where an `OSError` can only be the folder's.

    Raises:
        StoreError: with a sentence for the user; what was committed before is safe.
    """
    try:
        with in_plain_words(folder):
            yield
    except OSError as error:
        raise (no_room() if error.errno in _NO_ROOM else out_of_reach(folder)) from error


def no_room() -> StoreError:
    """The disk is full."""
    return StoreError("store.no_room")


def out_of_reach(folder: Path) -> StoreError:
    """The folder is gone or may not be written in."""
    return StoreError("store.out_of_reach", folder=folder)


def busy() -> StoreError:
    """Something else is writing, and goes on for longer than one waits."""
    return StoreError("store.busy")


def damaged(folder: Path) -> DamagedFileError:
    """The file cannot be read, in part or at all: how a copy takes its place, where there is one."""
    if backup.exist(folder):
        return DamagedFileError("store.damaged", folder=folder)
    return DamagedFileError("store.damaged_no_copy", folder=folder)


def _errors() -> tuple[type[Exception], ...]:
    """What SQLite's errors come as: peewee wraps them, if it has been imported at all."""
    peewee = sys.modules.get("peewee")
    return (apsw.Error, peewee.PeeweeException) if peewee else (apsw.Error,)


def _words(error: BaseException, folder: Path) -> StoreError | None:
    """What lies at the root: peewee wraps what apsw raised, and a rollback may fail after it in its turn."""
    roots = list(_roots(error))
    for kinds, words in (
        ((apsw.FullError,), no_room),
        (_DAMAGED, partial(damaged, folder)),
        (_BUSY, busy),
        (_OUT_OF_REACH, partial(out_of_reach, folder)),
    ):
        if any(isinstance(root, kinds) for root in roots):
            return words()
    return None


def _roots(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    waiting: list[BaseException | None] = [error]
    while waiting:
        found = waiting.pop()
        if found is not None and id(found) not in seen:
            seen.add(id(found))
            yield found
            waiting += [found.__cause__, found.__context__]
            waiting += [argument for argument in found.args if isinstance(argument, BaseException)]
