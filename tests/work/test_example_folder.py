"""What a killed example leaves in the temporary folder goes at the next start, and nothing else does."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from desktop.store.file.lock import LOCK_NAME, FolderLock
from desktop.work.example_folder import make_example_folder, remove_example_folder, remove_left_example_folders

ROOT = Path(__file__).resolve().parents[2]
START = "import sys; sys.path.insert(0, sys.argv[1]); from desktop.entry import main; sys.exit(main(['--example']))"


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A temporary folder of the test's own."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def used(folder: Path) -> Path:
    """A folder in which a program has worked."""
    folder.mkdir(exist_ok=True)
    with FolderLock(folder):
        (folder / "backups").mkdir()
        (folder / "groundwork.db").write_bytes(b"x")
    return folder


def test_a_folder_is_made_for_this_user_alone_and_removed_whole(temporary: Path) -> None:
    folder = make_example_folder()
    assert folder.parent == temporary
    assert sys.platform == "win32" or folder.stat().st_mode & 0o777 == 0o700
    remove_example_folder(used(folder))
    assert list(temporary.iterdir()) == []


def test_only_what_an_example_left_is_removed(temporary: Path) -> None:
    left = used(temporary / "groundwork-example-left")
    working, fresh = used(temporary / "groundwork-example-working"), make_example_folder()
    others = [used(temporary / name) for name in ("groundwork", "groundwork-data", "my-groundwork-example-x")]
    file = temporary / "groundwork-example-file"
    file.write_text("x")
    (temporary / "groundwork-example-link").symlink_to(others[0])
    with FolderLock(working):
        remove_left_example_folders()
    assert not left.exists()
    assert all((each / "groundwork.db").exists() for each in (working, *others))
    assert fresh.exists()
    assert file.exists()
    remove_left_example_folders()
    assert not working.exists()


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="folders have no owner by number there")
def test_a_folder_of_another_user_is_left_alone(temporary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = used(temporary / "groundwork-example-theirs")
    mine = os.getuid()
    monkeypatch.setattr(os, "getuid", lambda: mine + 1)
    remove_left_example_folders()
    assert (folder / "groundwork.db").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is not there")
def test_the_next_start_clears_what_a_kill_left_and_not_what_runs(tmp_path: Path) -> None:
    environment = os.environ | {"TMPDIR": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}

    def start() -> "subprocess.Popen[bytes]":
        return subprocess.Popen([sys.executable, "-c", START, str(ROOT)], env=environment)

    def folders() -> set[Path]:
        return {each.parent for each in tmp_path.glob(f"groundwork-example-*/{LOCK_NAME}")}

    def wait(until: int, gone: set[Path]) -> set[Path]:
        for _ in range(600):
            if len(folders()) == until and not folders() & gone:
                break
            time.sleep(0.1)
        return folders()

    first = start()
    try:
        left = wait(1, set())
        first.send_signal(signal.SIGKILL)
        first.wait()
        assert len(left) == 1
        second = start()
        try:
            assert len(wait(1, left)) == 1
            assert not next(iter(left)).exists()
        finally:
            second.kill()
            second.wait()
    finally:
        first.kill()
        first.wait()
