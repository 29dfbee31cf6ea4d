"""Troubles of the user's world in plain words: a full disk, a folder that is gone, a damaged file."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import apsw

from desktop.core.errors import DamagedFileError, StoreError
from desktop.store.file import backup

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
_NO_LOCK = (errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS)
_NOT_A_FOLDER = (errno.ENOTDIR, errno.EEXIST)
_NOT_ALLOWED = (errno.EACCES, errno.EPERM)
_LONGEST_OF_SQLITE = 490  # bytes of a folder: SQLite opens names of up to 512, its log's included
_BUSY = (apsw.BusyError, apsw.LockedError)
_OUT_OF_REACH = (apsw.IOError, apsw.ReadOnlyError, apsw.CantOpenError, apsw.PermissionsError, apsw.AuthError)
# Text in the file that is no UTF-8 too: what comes from elsewhere is decoded before it gets here.
_DAMAGED = (apsw.CorruptError, apsw.NotADBError, UnicodeDecodeError)


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
        raise of_the_system(folder, error.errno or 0) from error


def no_room() -> StoreError:
    """The disk is full."""
    return StoreError("store.no_room")


def of_the_system(folder: Path, number: int) -> StoreError:
    """What the system's `errno` means for the data folder."""
    if number in _NO_ROOM:
        return no_room()
    if number == errno.ENAMETOOLONG:
        return StoreError("store.path_too_long", folder=folder)
    if number in _NO_LOCK:
        return StoreError("store.no_lock", folder=folder)
    if number == errno.EROFS:
        return StoreError("store.read_only", folder=folder)
    if number in _NOT_A_FOLDER and not folder.is_dir():
        return StoreError("store.not_a_folder", folder=folder)
    if number in _NOT_ALLOWED:
        return StoreError("store.not_allowed", folder=folder)
    if number in (errno.ENOENT, errno.ESTALE):
        return gone(folder)
    return StoreError("store.out_of_reach", folder=folder)


def out_of_reach(folder: Path) -> StoreError:
    """What hinders reading or writing in the folder, where SQLite says only that something does: it is looked for."""
    if len(os.fsencode(folder.absolute())) > _LONGEST_OF_SQLITE:
        return StoreError("store.path_too_long", folder=folder)
    try:
        next(folder.iterdir(), None)
        read_only = hasattr(os, "statvfs") and os.statvfs(folder).f_flag & os.ST_RDONLY
    except OSError as error:
        return of_the_system(folder, error.errno or 0)
    if read_only:
        return StoreError("store.read_only", folder=folder)
    files = [path for path in folder.glob("groundwork.db*") if path.is_file()]
    if not all(os.access(path, os.R_OK | os.W_OK) for path in (folder, *files)):
        return StoreError("store.not_allowed", folder=folder)
    return StoreError("store.out_of_reach", folder=folder)


def gone(folder: Path) -> StoreError:
    """The folder or the file does not stand any more where it was."""
    return StoreError("store.not_in_place", folder=folder)


def check_name(folder: Path) -> None:
    """SQLite takes names of characters only.

    Raises:
        StoreError: if the folder's name is of bytes that are none.
    """
    try:
        str(folder.absolute()).encode()
    except UnicodeEncodeError as error:
        raise StoreError("store.name_not_text", folder=os.fsencode(folder).decode(errors="replace")) from error


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
    own = (apsw.Error, UnicodeDecodeError)
    return (*own, peewee.PeeweeException) if peewee else own


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
