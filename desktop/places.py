"""Where things are on this computer, and how a whole file is put there."""

import contextlib
import errno
import os
import sys
import tempfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from desktop.core.errors import StoreError, WriteError


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


def write_whole(path: Path, data: bytes, mode: int = 0o600) -> None:
    """Writes a file that appears whole or not at all: a temporary name in the same folder, flushed to disk, renamed.

    Raises:
        WriteError: if it cannot be written; a file of that name that was there before is untouched.
    """
    write_whole_from(path, (data,), mode)


def write_whole_from(path: Path, chunks: Iterable[bytes], mode: int = 0o600) -> None:
    """The same of a content that comes piece by piece; what a piece raises leaves nothing behind.

    Raises:
        WriteError: if it cannot be written; a file of that name that was there before is untouched.
    """
    temporary = None
    try:
        handle, temporary = tempfile.mkstemp(
            prefix=".", suffix=".part", dir=path.parent
        )  # made readable by its owner only
        with os.fdopen(handle, "wb") as file:
            for chunk in chunks:
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
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


def _not_written(path: Path, problem: OSError) -> WriteError:
    if problem.errno in (errno.ENOSPC, errno.EDQUOT):
        return WriteError("write_errors.no_room", name=path.name)
    if not path.parent.is_dir():
        return WriteError("write_errors.no_folder", folder=path.parent)
    if path.is_dir():
        return WriteError("write_errors.is_folder", path=path)
    if problem.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return WriteError("write_errors.not_allowed", name=path.name, folder=path.parent)
    return WriteError("write_errors.not_written", path=path, reason=problem.strerror or str(problem))
