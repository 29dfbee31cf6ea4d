"""Commands that read: they change nothing, they say when the file is damaged, and they work on any disk."""

import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop.cli import COMMANDS
from desktop.core.contact import Contact
from desktop.entry import main
from desktop.store.store import STORE_FILE_NAME, Store
from tests.store.file.test_error_messages import small_disk
from tests.store.file.test_reading import snapshot

__all__ = ["small_disk"]

MAIN = Path(__file__).resolve().parents[2] / "main.py"
WRITING = {"import", "demo"}
# What each takes; {out} is a folder elsewhere.
READING = {
    "contacts": ["contacts", "--json"],
    "chain": ["chain"],
    "check": ["check"],
    "today": ["today"],
    "letter": ["letter", "1", "--out", "{out}/letter.pdf"],
    "brief": ["brief", "next", "--out", "{out}/brief.pdf"],
    "export": ["export", "{out}/all.json", "--as", "json"],
    "review": ["review", "{out}/request.txt"],
}


@pytest.fixture
def filled(folder: Path) -> Path:
    """The example's people and meetings, and some more, closed properly."""
    assert main(["--data", str(folder), "demo"]) == 0
    with Store(folder) as store, store.action("Add"):
        store.contacts.add_all([Contact(name=f"Person {number}", notes="words " * 30) for number in range(200)])
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    made = tmp_path / "out"
    made.mkdir()
    (made / "request.txt").write_text("Dear Ada, could we talk?")
    return made


def command(name: str, folder: Path, out: Path) -> subprocess.CompletedProcess[str]:
    given = [part.format(out=out) for part in READING[name]]
    return subprocess.run(
        [sys.executable, str(MAIN), "--data", str(folder), *given], capture_output=True, text=True, check=False
    )


def test_every_command_reads_or_writes() -> None:
    assert set(COMMANDS) == set(READING) | WRITING


@pytest.mark.parametrize("name", READING)
@pytest.mark.parametrize("killed", [False, True])
def test_nothing_in_the_folder_changes(filled: Path, out: Path, tmp_path: Path, name: str, killed: bool) -> None:
    here = filled
    with Store(filled) as window:
        with window.action("Add"):
            window.contacts.add(Contact(name="Last of all"))
        if killed:
            here = shutil.copytree(filled, tmp_path / "killed")
    before = snapshot(here)
    done = command(name, here, out)
    assert snapshot(here) == before
    assert done.returncode == 0, done.stderr
    if name == "contacts":
        assert "Last of all" in done.stdout


@pytest.mark.parametrize("name", READING)
def test_nothing_changes_while_the_window_has_it(filled: Path, out: Path, name: str) -> None:
    with Store(filled) as window:
        with window.action("Add"):
            window.contacts.add(Contact(name="Last of all"))
        before = snapshot(filled)
        assert command(name, filled, out).returncode == 0
        assert snapshot(filled) == before


def zeroed_page(file: Path, chance: random.Random) -> None:
    content = bytearray(file.read_bytes())
    page = chance.randrange(1, len(content) // 4096) * 4096
    content[page : page + 4096] = bytes(4096)
    file.write_bytes(content)


def swapped_pages(file: Path, chance: random.Random) -> None:
    content = bytearray(file.read_bytes())
    one, other = (page * 4096 for page in chance.sample(range(1, len(content) // 4096), 2))
    content[one : one + 4096], content[other : other + 4096] = (
        content[other : other + 4096],
        content[one : one + 4096],
    )
    file.write_bytes(content)


def truncated(file: Path, chance: random.Random) -> None:
    file.write_bytes(file.read_bytes()[: chance.randrange(600, file.stat().st_size - 4096)])


def noise(file: Path, chance: random.Random) -> None:
    content = bytearray(file.read_bytes())
    for _ in range(40):
        start = chance.randrange(len(content) - 64)
        content[start : start + 64] = chance.randbytes(64)
    file.write_bytes(content)


HARMS = [zeroed_page, swapped_pages, truncated, noise]


@pytest.mark.parametrize("harm", HARMS)
def test_a_damaged_file_is_neither_listed_nor_exported(
    filled: Path, out: Path, capsys: pytest.CaptureFixture[str], harm: Callable[[Path, random.Random], None]
) -> None:
    sound = (filled / STORE_FILE_NAME).read_bytes()
    for seed in range(8):
        (filled / STORE_FILE_NAME).write_bytes(sound)
        harm(filled / STORE_FILE_NAME, random.Random(seed))
        before = snapshot(filled)
        for name in READING.keys() - {"review"}:
            status = main(["--data", str(filled), *(part.format(out=out) for part in READING[name])])
            printed = capsys.readouterr()
            assert status == 1, (seed, name)
            assert name == "check" or printed.out == "", (seed, name)
            assert "damaged" in printed.err or (name == "check" and printed.out), (seed, name)
        assert snapshot(filled) == before
        assert [path.name for path in out.iterdir()] == ["request.txt"]


@pytest.mark.parametrize("harmed", ["text that is no UTF-8", "log that is none"])
def test_damage_that_shows_only_later_is_said_in_the_same_words(
    filled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], harmed: str
) -> None:
    here = filled
    with Store(filled) as store:
        with store.action("Add"):
            store.contacts.add(Contact(name="Zoë Zimmermann"))
        if harmed == "log that is none":
            here = shutil.copytree(filled, tmp_path / "killed")
            (here / f"{STORE_FILE_NAME}-wal").write_bytes(b"Dear diary" * 2000)
    if harmed == "text that is no UTF-8":
        file = here / STORE_FILE_NAME
        file.write_bytes(file.read_bytes().replace("Zoë Zimmermann".encode(), b"Zo\xff\xff Zimmermann"))
    capsys.readouterr()
    assert main(["--data", str(here), "contacts", "--json"]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "is damaged" in printed.err


def backed_up_then_killed(filled: Path, tmp_path: Path) -> tuple[Path, str]:
    """A folder with a copy, then more written, then killed: its log is left. And what the copy holds."""
    with Store(filled) as store:
        store.back_up()
        with store.action("Add"):
            store.contacts.add_all([Contact(name=f"Later {number}", notes="words " * 9) for number in range(300)])
        killed = shutil.copytree(filled, tmp_path / "killed")
    return killed, content(next((killed / "backups").iterdir()))


def content(file: Path) -> str:
    import apsw

    connection = apsw.Connection(str(file), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        return str(connection.execute("select * from contact order by id").fetchall())
    finally:
        connection.close()


def test_the_advice_for_a_damaged_file_works_to_the_letter(
    filled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Damage in thirty ways with a leftover log; the steps of the sentence; the content of the copy is back."""
    killed, saved = backed_up_then_killed(filled, tmp_path)
    tried = 0
    for seed in range(200):
        if tried == 30:
            break
        here = shutil.copytree(killed, tmp_path / f"try{seed}")
        chance = random.Random(seed)
        HARMS[seed % len(HARMS)](here / STORE_FILE_NAME, chance)
        if main(["--data", str(here), "contacts"]) == 0:
            capsys.readouterr()
            continue  # the page is in the log too: nothing was lost
        said = capsys.readouterr().err
        tried += 1
        aside = tmp_path / f"aside{seed}"
        aside.mkdir()
        for name in ("groundwork.db", "groundwork.db-wal", "groundwork.db-shm"):
            assert name in said
            if (here / name).exists():
                (here / name).rename(aside / name)
        assert "copy the newest file of the folder “backups”" in said
        newest = max((here / "backups").iterdir(), key=lambda path: path.stat().st_mtime)
        shutil.copy(newest, here / "groundwork.db")
        with Store(here) as store:
            assert store.check() == []
        assert content(here / STORE_FILE_NAME) == saved
        shutil.rmtree(here)
    assert tried == 30


@pytest.mark.parametrize("lost", ["gone", "emptied"])
@pytest.mark.parametrize("sign", ["window.ini", "crash.log", "backups", "groundwork.db-wal", "groundwork.lock"])
def test_a_lost_file_is_no_new_start_for_any_command(
    folder: Path, out: Path, capsys: pytest.CaptureFixture[str], lost: str, sign: str
) -> None:
    folder.mkdir()
    (out / "ada.vcf").write_text("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada\r\nEND:VCARD\r\n")
    if sign == "backups":
        (folder / sign).mkdir()
    else:
        (folder / sign).write_text("used")
    if lost == "emptied":
        (folder / STORE_FILE_NAME).touch()
    names = {path.name for path in folder.iterdir()} | {"groundwork.lock"}
    for given in [["import", str(out / "ada.vcf")], ["demo"], *(READING[name] for name in READING.keys() - {"review"})]:
        assert main(["--data", str(folder), *(part.format(out=out) for part in given)]) == 1
        assert "start anew" in capsys.readouterr().err
    assert {path.name for path in folder.iterdir()} | {"groundwork.lock"} == names


@pytest.fixture
def full_disk(small_disk: Path) -> Iterator[Path]:
    """The example on a disk without a byte of room, killed while it was open."""
    assert main(["--data", str(small_disk / "closed"), "demo"]) == 0
    with Store(small_disk / "closed"):
        shutil.copytree(small_disk / "closed", small_disk / "killed")
    with Store(small_disk / "closed") as store, store.action("Add"):
        store.contacts.add(Contact(name="Ada"))
    with (small_disk / "ballast").open("wb", buffering=0) as ballast:
        try:
            while ballast.write(bytes(4096)):
                pass
        except OSError:
            pass
    assert shutil.disk_usage(small_disk).free == 0
    yield small_disk
    (small_disk / "ballast").unlink(missing_ok=True)


@pytest.mark.parametrize("read_only", [False, True])
def test_a_full_or_read_only_disk_is_read_and_the_brief_can_be_printed(
    full_disk: Path, out: Path, read_only: bool
) -> None:
    if read_only:
        subprocess.run(["mount", "-o", "remount,ro", str(full_disk)], check=True)
    try:
        for kind in ("closed", "killed"):
            for name in READING:
                done = command(name, full_disk / kind, out)
                assert done.returncode == 0, (name, kind, done.stderr)
    finally:
        if read_only:
            subprocess.run(["mount", "-o", "remount,rw", str(full_disk)], check=True)
    assert (out / "brief.pdf").read_bytes().startswith(b"%PDF-")
