"""The folder of the invented example: new at each start, gone at its end, and cleared away later if that was a kill."""

import os
import shutil
import tempfile
from pathlib import Path

from desktop.core.errors import StoreInUseError
from desktop.store.file.lock import LOCK_NAME, FolderLock

_PREFIX = "groundwork-example-"


def make_example_folder() -> Path:
    """A new empty folder that nobody else may read."""
    return Path(tempfile.mkdtemp(prefix=_PREFIX))


def remove_example_folder(folder: Path) -> None:
    """Take it away with all that is in it, as far as that is possible."""
    shutil.rmtree(folder, ignore_errors=True)


def remove_left_example_folders() -> None:
    """Take away what killed examples left: folders of this user's that no running program has locked."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        if _is_ours(folder) and _is_left(folder):
            remove_example_folder(folder)


def _is_ours(folder: Path) -> bool:
    """Whether it is a folder itself, not a link to one, and belongs to this user."""
    try:
        owner = folder.lstat().st_uid
    except OSError:
        return False
    return folder.is_dir() and not folder.is_symlink() and (not hasattr(os, "getuid") or owner == os.getuid())


def _is_left(folder: Path) -> bool:
    """Whether nobody works in it. Without a lock it may be just about to be filled."""
    if not (folder / LOCK_NAME).is_file():
        return False
    try:
        with FolderLock(folder):
            return True
    except (StoreInUseError, OSError):
        return False
