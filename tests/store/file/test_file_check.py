"""Files that are not ours, not whole or too new are recognised before the first write and stay as they are."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.core.contact import Contact, Detail
from desktop.core.errors import DamagedFileError, FileTooNewError, StoreError
from desktop.store.file.file_check import READ_WHOLE
from desktop.store.file.lock import LOCK_NAME
from desktop.store.store import STORE_FILE_NAME, Store


def filled(folder: Path, people: int = 300) -> Path:
    """A store that was closed properly, with some pages of people."""
    with Store(folder) as store, store.action("Add"):
        store.contacts.add_all(
            [Contact(name=f"Person {n}", notes="words " * 20, emails=(Detail(f"{n}@b"),)) for n in range(people)]
        )
    return folder / STORE_FILE_NAME


def everything(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.name != LOCK_NAME}


def refused(folder: Path, kind: type[StoreError], owner: bool = True) -> str:
    """The sentence; nothing in the folder may have changed or come."""
    before = everything(folder)
    with pytest.raises(kind) as error:
        Store(folder, owner=owner)
    assert everything(folder) == before
    return str(error.value)


def text(file: Path) -> None:
    file.write_text("Dear diary, " * 500)


def short_text(file: Path) -> None:
    file.write_bytes(b"x")


def zeroes(file: Path) -> None:
    file.write_bytes(bytes(file.stat().st_size))


def truncated(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def odd_length(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-1000])


def flipped_header(file: Path) -> None:
    damaged = bytearray(file.read_bytes())
    damaged[3] ^= 0x10
    file.write_bytes(damaged)


def flipped_page_size(file: Path) -> None:
    damaged = bytearray(file.read_bytes())
    damaged[16] ^= 0x07
    file.write_bytes(damaged)


def zeroed_schema(file: Path) -> None:
    damaged = bytearray(file.read_bytes())
    damaged[100:4096] = bytes(3996)
    file.write_bytes(damaged)


def zeroed_page_in_the_middle(file: Path) -> None:
    damaged = bytearray(file.read_bytes())
    middle = len(damaged) // 4096 // 2 * 4096
    damaged[middle : middle + 4096] = bytes(4096)
    file.write_bytes(damaged)


@pytest.mark.parametrize(
    "harm",
    [
        text,
        short_text,
        zeroes,
        truncated,
        odd_length,
        flipped_header,
        flipped_page_size,
        zeroed_schema,
        zeroed_page_in_the_middle,
    ],
)
def test_a_damaged_file_is_refused_and_stays_as_it_is(folder: Path, harm: Callable[[Path], None]) -> None:
    harm(filled(folder))
    assert "left as it is" in refused(folder, DamagedFileError)


def test_damage_anywhere_in_a_file_is_never_written_over_at_the_start(folder: Path) -> None:
    """Half of each page turned to zeroes in its turn: refused or, where nothing was lost, opened and sound."""
    file = filled(folder, people=60)
    sound = file.read_bytes()
    found = 0
    for page in range(len(sound) // 4096):
        harmed = bytearray(sound)
        harmed[page * 4096 : page * 4096 + 2048] = bytes(2048)
        file.write_bytes(harmed)
        before = everything(folder)
        try:
            with Store(folder) as store:
                assert store.contacts.count() == 60, page
        except DamagedFileError:
            found += 1
            assert everything(folder) == before, page
    assert found > len(sound) // 4096 * 0.9


@pytest.mark.parametrize("mode", ["delete", "wal"])
@pytest.mark.parametrize("owner", [True, False])
def test_a_database_of_another_program_is_refused_and_stays_as_it_is(folder: Path, mode: str, owner: bool) -> None:
    folder.mkdir()
    with sqlite3.connect(folder / STORE_FILE_NAME) as foreign:
        foreign.execute(f"pragma journal_mode = {mode}")
        foreign.execute("create table recipe (name text)")
        foreign.execute("insert into recipe values ('soup')")
    foreign.close()
    assert "not one of Groundwork" in refused(folder, DamagedFileError, owner)


def test_an_empty_database_that_another_program_has_marked_as_its_own_is_refused(folder: Path) -> None:
    folder.mkdir()
    with sqlite3.connect(folder / STORE_FILE_NAME) as foreign:
        foreign.execute("pragma application_id = 77")
    foreign.close()
    assert "not one of Groundwork" in refused(folder, DamagedFileError)


@pytest.mark.parametrize("owner", [True, False])
def test_a_newer_file_is_refused_byte_for_byte_untouched(folder: Path, owner: bool) -> None:
    file = filled(folder)
    with sqlite3.connect(file) as newer:
        newer.execute("pragma user_version = 9999")
    newer.close()
    assert "newer version" in refused(folder, FileTooNewError, owner)


def test_a_newer_file_that_was_left_open_keeps_its_log(folder: Path, tmp_path: Path) -> None:
    newer = sqlite3.connect(filled(folder), isolation_level=None)
    newer.execute("pragma user_version = 9999")
    copy = tmp_path / "copy"
    copy.mkdir()
    for name in (STORE_FILE_NAME, f"{STORE_FILE_NAME}-wal"):
        (copy / name).write_bytes((folder / name).read_bytes())
    newer.close()
    before = everything(copy)
    with pytest.raises(FileTooNewError):
        Store(copy)
    assert {name: data for name, data in everything(copy).items() if not name.endswith("-shm")} == before


def test_an_empty_file_is_a_new_store(folder: Path) -> None:
    folder.mkdir()
    (folder / STORE_FILE_NAME).touch()
    with Store(folder) as store:
        assert store.contacts.count() == 0
        assert store.check() == []


def test_a_file_that_became_empty_is_not_taken_for_a_new_one(folder: Path) -> None:
    file = filled(folder)
    with Store(folder) as store:
        store.back_up()
    file.write_bytes(b"")
    assert "backups" in refused(folder, DamagedFileError)


def test_a_file_that_became_empty_beside_its_log_keeps_the_log(folder: Path) -> None:
    folder.mkdir()
    (folder / STORE_FILE_NAME).touch()
    (folder / f"{STORE_FILE_NAME}-wal").write_bytes(b"what a crash left")
    refused(folder, DamagedFileError)


def test_a_start_that_ended_in_the_middle_of_creating_goes_on(folder: Path) -> None:
    folder.mkdir()
    half = sqlite3.connect(folder / STORE_FILE_NAME)
    half.execute("pragma application_id = 1198682231")
    half.execute("create table schema_migration (id integer primary key, name text unique, applied text)")
    half.close()
    with Store(folder) as store:
        assert store.contacts.count() == 0
        assert store.check() == []


def test_a_large_file_is_read_through_only_after_a_crash(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading 80 MB takes half a second: too long at every start."""
    from desktop.store.file import file_check

    file = filled(folder, people=1000)
    zeroed_page_in_the_middle(file)
    assert file.stat().st_size < READ_WHOLE
    monkeypatch.setattr(file_check, "READ_WHOLE", 1000)
    with Store(folder) as store:
        assert store.check() != []
    (folder / f"{STORE_FILE_NAME}-wal").write_bytes(b"what a crash left")
    refused_after_crash = pytest.raises(DamagedFileError)
    with refused_after_crash:
        Store(folder)
