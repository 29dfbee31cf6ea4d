"""A full disk, a folder that may not be written in or is gone: a sentence, nothing half-written, and on it goes."""

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.core.contact import Contact
from desktop.core.errors import StoreError
from desktop.entry import main
from desktop.places import default_data_folder
from desktop.store.file import lock
from desktop.store.file.error_messages import of_the_system, out_of_reach
from desktop.store.store import Store
from desktop.texts.store import TEXTS

LEVELS = 50  # how full the disk is


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of eight megabytes, where this user may mount one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(disk)]
    if sys.platform != "linux" or os.geteuid() != 0 or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("only root on Linux may mount a small disk")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def add(store: Store, name: str, notes: str = "") -> None:
    with store.action("Add contact"):
        store.contacts.add(Contact(name=name, notes=notes))


def refusal(store: Store, name: str) -> str:
    """What is said against adding a contact with long notes, empty if it was added."""
    try:
        add(store, name, notes=f"{name} " * 1000)
    except StoreError as error:
        return str(error)
    return ""


def refusal_to_start(folder: Path) -> str:
    try:
        with Store(folder) as store:
            add(store, "Ada")
    except StoreError as error:
        return str(error)
    return ""


def names(store: Store) -> set[str]:
    return {line.name for line in store.contacts.lines()}


def test_a_full_disk_loses_nothing_and_work_goes_on_once_there_is_room(small_disk: Path) -> None:
    refused = 0
    for level in range(LEVELS):
        folder, ballast = small_disk / f"data{level}", small_disk / "ballast"
        saved: set[str] = set()
        with Store(folder) as store:
            add(store, "First")
            saved.add("First")
            ballast.write_bytes(bytes(shutil.disk_usage(small_disk).free - level * 12_000))
            for number in range(60):
                if said := refusal(store, f"Person {number}"):
                    refused += 1
                    assert "no room" in said
                    break
                saved.add(f"Person {number}")
            assert names(store) == saved
            ballast.unlink()
            add(store, "After")
            assert names(store) == saved | {"After"}
            store.undo()
            assert names(store) == saved
            assert store.check() == []
        with Store(folder) as store:
            assert names(store) == saved
            assert store.check() == []
        shutil.rmtree(folder)
    assert refused == LEVELS


def test_a_start_on_a_full_disk_is_refused_in_words_and_works_once_there_is_room(small_disk: Path) -> None:
    folder, ballast = small_disk / "data", small_disk / "ballast"
    free = shutil.disk_usage(small_disk).free
    refused = 0
    for level in range(LEVELS):
        ballast.write_bytes(bytes(free - level * 4096 * 2))
        if said := refusal_to_start(folder):
            refused += 1
            assert "room" in said
        ballast.unlink()
        with Store(folder) as store:
            assert store.check() == []
        shutil.rmtree(folder)
    assert refused > 20


def test_a_safety_copy_on_a_full_disk_leaves_no_half_of_one(small_disk: Path) -> None:
    with Store(small_disk / "data") as store:
        add(store, "Ada", notes="words " * 20_000)
        ballast = small_disk / "ballast"
        ballast.write_bytes(bytes(shutil.disk_usage(small_disk).free - 40_000))
        with pytest.raises(StoreError, match="room"):
            store.back_up()
        assert list((small_disk / "data" / "backups").iterdir()) == []
        ballast.unlink()
        assert store.back_up().exists()


def test_a_disk_that_became_read_only_is_refused_in_words(small_disk: Path) -> None:
    with Store(small_disk / "data") as store:
        add(store, "Ada")
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    for folder in (small_disk / "data", small_disk / "new"):
        with pytest.raises(StoreError, match="may write in it"):
            Store(folder)
    subprocess.run(["mount", "-o", "remount,rw", str(small_disk)], check=True)
    with Store(small_disk / "data") as store:
        assert names(store) == {"Ada"}


LIMITED = """
import resource, sys
from pathlib import Path
from desktop.core.contact import Contact
from desktop.core.errors import StoreError
from desktop.store.store import Store
with Store(Path(sys.argv[1])) as store:
    def add(number):
        with store.action("Add"):
            store.contacts.add(Contact(name=f"P{number}", notes="words " * 1000))
    add(0)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (500_000, before[1]))
    saved = 1
    try:
        while True:
            add(saved)
            saved += 1
    except StoreError as error:
        print(saved, error)
    resource.setrlimit(resource.RLIMIT_FSIZE, before)
    add(saved)
    print(store.contacts.count() == saved + 1, store.check())
"""


@pytest.mark.skipif(os.name != "posix", reason="limits of file sizes are POSIX")
def test_a_file_that_may_not_grow_is_refused_in_words_and_nothing_is_lost(folder: Path) -> None:
    done = subprocess.run([sys.executable, "-c", LIMITED, str(folder)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    said, after = done.stdout.splitlines()
    assert "What was saved before is safe" in said
    assert after == "True []"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_in_is_refused_in_words(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(StoreError, match="may write in it"):
            Store(tmp_path / "data")
    finally:
        tmp_path.chmod(0o700)


def test_a_data_folder_that_is_a_file_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    with pytest.raises(StoreError, match="could not be reached") as refused:
        Store(tmp_path / "data")
    assert str(tmp_path / "data") in str(refused.value)
    assert (tmp_path / "data").read_text() == "a file"


@pytest.mark.skipif(os.name != "posix", reason="elsewhere an open file cannot be moved away")
def test_a_folder_that_is_gone_takes_no_more_edits_until_it_is_back(folder: Path, tmp_path: Path) -> None:
    """Into a file that was removed SQLite would go on writing, and all of it would be lost at the end."""
    with Store(folder) as store:
        add(store, "Ada")
        folder.rename(tmp_path / "elsewhere")
        with pytest.raises(StoreError, match="could not be reached"):
            add(store, "Bo")
        with pytest.raises(StoreError, match="could not be reached"):
            store.undo()
        folder.mkdir()
        (folder / "groundwork.db").touch()
        with pytest.raises(StoreError, match="could not be reached"):
            add(store, "Bo")
        shutil.rmtree(folder)
        (tmp_path / "elsewhere").rename(folder)
        add(store, "Bo")
        assert names(store) == {"Ada", "Bo"}


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "no_room"),
        (errno.EDQUOT, "no_room"),
        (errno.EROFS, "read_only"),
        (errno.EACCES, "not_allowed"),
        (errno.EPERM, "not_allowed"),
        (errno.ENOENT, "not_in_place"),
        (errno.ESTALE, "not_in_place"),
        (errno.ENAMETOOLONG, "path_too_long"),
        (errno.ENOTDIR, "not_a_folder"),
        (errno.EEXIST, "not_a_folder"),
        (errno.ENOLCK, "no_lock"),
        (errno.EOPNOTSUPP, "no_lock"),
        (errno.ENOSYS, "no_lock"),
        (errno.EIO, "out_of_reach"),
    ],
)
def test_each_trouble_of_the_system_has_its_own_sentence(
    folder: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    def fail(_handle: int) -> None:
        raise OSError(number, "as the system says it")

    assert of_the_system(folder, number).code == f"store.{code}"
    monkeypatch.setattr(lock, "_take", fail)
    if code not in ("not_allowed", "not_a_folder"):  # to a lock that one means: somebody has it; this, nothing
        with pytest.raises(StoreError) as refused:
            Store(folder)
        assert refused.value.code == f"store.{code}"


def test_only_where_it_is_true_what_was_saved_is_said_to_be_safe() -> None:
    said = {code for code, text in TEXTS.items() if "What was saved before is safe" in text.english}
    assert said == {"no_room", "read_only", "out_of_reach"}


def code_of(folder: Path, owner: bool = True) -> str:
    with pytest.raises(StoreError) as refused:
        Store(folder, owner=owner)
    assert str(refused.value)
    return refused.value.code


def test_a_path_that_is_too_long_is_said_to_be(tmp_path: Path) -> None:
    assert code_of(tmp_path / ("x" * 300)) == "store.path_too_long"
    assert code_of(tmp_path.joinpath(*["x" * 200] * 4)) == "store.path_too_long"  # for SQLite, not for the system


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are of characters")
@pytest.mark.parametrize("owner", [True, False])
def test_a_name_of_bytes_that_are_no_characters_is_said_to_be(tmp_path: Path, owner: bool) -> None:
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe"))
    assert code_of(folder, owner) == "store.name_not_text"
    assert not folder.exists()


@pytest.mark.skipif(os.name != "posix", reason="elsewhere the system knows the folder")
def test_without_a_home_folder_one_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """No HOME and no entry of the account: nothing stands for ~."""

    def nobody(_user: int) -> None:
        raise KeyError("getpwuid(): uid not found")

    for name in ("HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("pwd.getpwuid", nobody)
    with pytest.raises(StoreError, match="--data DIR"):
        default_data_folder()
    assert main(["contacts"]) == 1
    assert "--data DIR" in capsys.readouterr().err


@pytest.mark.skipif(os.name != "posix", reason="modes of folders are POSIX")
def test_what_belongs_to_somebody_else_is_said_to_be(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By what the system answers for a file: who runs the tests may be root, whom no mode hinders."""
    with Store(folder) as store:
        add(store, "Ada")
        monkeypatch.setattr(os, "access", lambda path, _mode: not str(path).endswith("groundwork.db"))
        assert out_of_reach(folder).code == "store.not_allowed"


def test_a_mistake_of_the_program_is_not_dressed_up_as_trouble_with_the_disk(folder: Path) -> None:
    import apsw
    from peewee import IntegrityError

    with Store(folder) as store:
        with pytest.raises(apsw.SQLError), store.action("Wrong"):
            store.database.connection().execute("select nonsense")
        with pytest.raises((IntegrityError, apsw.ConstraintError)), store.action("Wrong"):
            store.contacts.add(Contact(name="Ada", referrer_id=99))
        with pytest.raises(PermissionError), store.action("Wrong"):
            raise PermissionError("of some other file")
