"""Where things are on this computer, and how a whole file is put there."""

import contextlib
import errno
import os
import stat
import sys
import tempfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from desktop.core.content_kind import SAMPLE, ContentKind, content_kind
from desktop.core.errors import OtherKindError, StoreError, WriteError

# The program's own files in its data folder, which nothing is ever written over.
DATA_FILE = "groundwork.db"
LOCK_FILE = "groundwork.lock"
BACKUP_FOLDER = "backups"
WINDOW_FILE = "window.ini"
CRASH_LOG = "crash.log"
_BESIDE = ("", "-wal", "-shm", "-journal")
_OWN_NAMES = (
    *(DATA_FILE + end for end in _BESIDE),
    LOCK_FILE,
    BACKUP_FOLDER,
    WINDOW_FILE,
    f"{WINDOW_FILE}.lock",
    CRASH_LOG,
)

_READABLE = 60  # characters of a name that cannot be
_protected: set[Path] = set()


@cache
def resources() -> Path:
    """The folder of shipped resources: in an installed package, in a frozen build, or in the checkout."""
    here = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    candidates = [here / "_resources", here.parent / "resources"]
    if frozen:
        candidates.insert(0, Path(frozen) / "resources")
    return next((folder for folder in candidates if folder.is_dir()), candidates[-1])


def default_data_folder() -> Path:
    """The platform's folder for the user's own data (not created here).

    Raises:
        StoreError: if the account has no home folder.
    """
    from platformdirs import user_data_path

    try:
        folder = user_data_path("Groundwork", appauthor=False)
    except (RuntimeError, OSError) as error:
        raise StoreError("store.no_home") from error
    if not folder.is_absolute():  # a ~ that nothing stands for
        raise StoreError("store.no_home")
    return folder


def write_whole(path: Path, data: bytes, mode: int = 0o600, *, force: bool = False) -> None:
    """Writes a file that appears whole or not at all: a temporary name in the same folder, flushed to disk, renamed.

    Raises:
        WriteError: if it cannot be written, if it would replace one of the program's own files, or, but for `force`
            (the user was asked), a file of another kind; a file of that name that was there before is untouched.
    """
    write_whole_from(path, (data,), mode, force=force)


def write_whole_from(path: Path, chunks: Iterable[bytes], mode: int = 0o600, *, force: bool = False) -> None:
    """The same of a content that comes piece by piece; what a piece raises leaves nothing behind.

    Raises:
        WriteError: as for `write_whole`.
    """
    refuse_own_file(path)
    there = _kind_there(path)
    temporary = None
    try:
        handle, temporary = tempfile.mkstemp(
            prefix=".", suffix=".part", dir=path.parent
        )  # made readable by its owner only
        with os.fdopen(handle, "wb") as file:
            start = b""
            for chunk in chunks:
                if len(start) < SAMPLE:
                    start += chunk[:SAMPLE]
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
        if not force and there not in (None, ContentKind.EMPTY, content_kind(start)):
            raise OtherKindError("write_errors.other_kind", name=path.name)
        if os.name == "posix":
            Path(temporary).chmod(mode)
        Path(temporary).replace(path)
        temporary = None
    except OSError as problem:
        raise _not_written(path, problem) from problem
    finally:
        if temporary:
            with contextlib.suppress(OSError):
                Path(temporary).unlink()
    flush_folder(path.parent)


def flush_folder(folder: Path) -> None:
    """Makes a rename survive a power cut, where folders can be flushed (not on Windows)."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


# -- what must not be replaced --------------------------------------------------------------------------------------


def protect(folder: Path) -> None:
    """From now on nothing is written over the program's own files in this data folder."""
    _protected.add(folder.absolute())


def refuse_own_file(path: Path) -> None:
    """Let through what is not one of the program's own files, under whatever name, link or spelling it is given.

    Raises:
        WriteError: it is one; or it could not be looked at.
    """
    try:
        real = Path(os.path.realpath(path))
        if any(_is_own(path, real, folder) for folder in (*_protected, default_data_folder())):
            raise WriteError("write_errors.own_file", name=path.name)
    except (OSError, ValueError) as problem:
        raise _not_written(path, problem) from problem


def _is_own(path: Path, real: Path, folder: Path) -> bool:
    # The data file may be a link itself: its log and index then stand beside what it leads to.
    data_file = Path(os.path.realpath(folder / DATA_FILE))
    own = [folder / name for name in _OWN_NAMES] + [data_file.with_name(data_file.name + end) for end in _BESIDE]
    for each in own:
        if _same(path, each):
            return True
        # Also in another case: some file systems take it for the same name, and a person would too.
        if any(
            named.name.casefold() == each.name.casefold() and _same(named.parent, each.parent) for named in (path, real)
        ):
            return True
    backups = folder / BACKUP_FOLDER
    if any(_same(above, backups) for above in real.parents):
        return True
    return _is_folder(backups) and any(_same(path, copy) for copy in backups.iterdir())


def _same(one: Path, other: Path) -> bool:
    with contextlib.suppress(OSError):
        return one.samefile(other)
    return False


def _kind_there(path: Path) -> ContentKind | None:
    """What kind of file is there already; None where there is none, or a link that leads nowhere."""
    try:
        try:
            mode = path.stat().st_mode
        except FileNotFoundError:
            return None
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if not stat.S_ISREG(mode):
            raise WriteError("write_errors.no_ordinary_file", name=path.name)
        try:
            with path.open("rb") as file:
                return content_kind(file.read(SAMPLE + 1))
        except PermissionError:  # not for us to look into
            return ContentKind.OTHER
    except (OSError, ValueError) as problem:
        raise _not_written(path, problem) from problem


# -- why not --------------------------------------------------------------------------------------------------------


def _not_written(path: Path, problem: OSError | ValueError) -> WriteError:
    """The sentence for what the system said; never fails itself, whatever the path is."""
    name, folder = path.name, path.parent
    match problem.errno if isinstance(problem, OSError) else errno.EINVAL:
        case errno.ENOSPC | errno.EDQUOT:
            return WriteError("write_errors.no_room", name=name)
        case errno.EFBIG:
            return WriteError("write_errors.too_big", name=name)
        case errno.ENAMETOOLONG:
            return WriteError("write_errors.long_name", name=_shortened(name))
        case errno.EINVAL | errno.EILSEQ:
            return WriteError("write_errors.bad_name", name=_shortened(name))
        case errno.ELOOP:
            return WriteError("write_errors.link_loop", path=path)
        case errno.EROFS:
            return WriteError("write_errors.read_only", folder=folder)
        case errno.EISDIR:
            return WriteError("write_errors.is_folder", path=path)
        case errno.ENOTDIR:
            return WriteError("write_errors.parent_is_file", folder=folder)
    if not _is_folder(folder):
        return WriteError("write_errors.no_folder", folder=folder)
    if _is_folder(path):
        return WriteError("write_errors.is_folder", path=path)
    if isinstance(problem, PermissionError):
        return WriteError("write_errors.not_allowed", name=name, folder=folder)
    reason = (isinstance(problem, OSError) and problem.strerror) or str(problem)
    return WriteError("write_errors.not_written", path=path, reason=reason)


def _is_folder(path: Path) -> bool:
    with contextlib.suppress(OSError, ValueError):
        return stat.S_ISDIR(path.stat().st_mode)
    return False


def _shortened(name: str) -> str:
    """As much of a name as can be read, without what cannot be shown."""
    shown = name.encode(errors="replace").decode().replace("\0", "?")
    return shown if len(shown) <= _READABLE else f"{shown[:_READABLE]} …"
