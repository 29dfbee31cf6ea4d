"""Nothing is ever written over the program's own files, nor, unasked, over another kind of file; by no writer."""

import ast
import errno
import os
import socket
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop import places
from desktop.cli import COMMANDS
from desktop.core.content_kind import ContentKind, content_kind
from desktop.core.errors import WriteError
from desktop.entry import main
from desktop.places import write_whole
from desktop.store.file import backup, lock
from desktop.store.store import STORE_FILE_NAME, Store
from desktop.ui import crash, workspace
from tests.texts.sources import DESKTOP, parsed

# The commands that write a file, each as it is called to write it.
WRITERS: dict[str, Callable[[str], list[str]]] = {
    f"export --as {kind}": lambda file, kind=kind: ["export", file, "--as", kind, "--with-confidential"]  # type: ignore[misc]
    for kind in ("vcard", "csv", "markdown", "ics", "json")
} | {
    "brief": lambda file: ["brief", "next", "--out", file],
    "letter as PDF": lambda file: ["letter", "1", "--kind", "first_request", "--out", file],
    "letter as mail": lambda file: ["letter", "1", "--kind", "first_request", "--out", file],
}
ENDINGS = {"letter as PDF": ".pdf", "letter as mail": ".eml"}
READERS = {"import", "contacts", "today", "chain", "check", "review", "demo"}
FOREIGN = {
    "a picture": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "a database": b"SQLite format 3\0" + bytes(100),
    "a script": b"#!/bin/sh\necho 'a', 'b'\n",
    "a web page": b"<html><body>Hello</body></html>",
    "settings": b'{"name": "settings"}\n',
}
OWN = ("groundwork.db", "groundwork.db-wal", "groundwork.db-shm", "groundwork.lock", "window.ini", "crash.log")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    data = tmp_path / "data"
    assert main(["--data", str(data), "demo"]) == 0
    with Store(data) as store:
        store.back_up()
    for name in OWN:
        if not (data / name).exists():
            (data / name).write_bytes(b"mine")
    (data / "groundwork.db-wal").unlink()  # else SQLite would take it for its log; its name is protected all the same
    (data / "groundwork.db-shm").unlink()
    return data


def contents(folder: Path) -> dict[Path, bytes]:
    ours = (path for path in folder.rglob("*") if path.is_file() and not path.name.endswith(("-wal", "-shm")))
    return {path: path.read_bytes() for path in ours}


def ways_to(own: Path, beside: Path) -> dict[str, Path]:
    """The file itself under every other name that leads to it."""
    beside.mkdir()
    ways = {
        "itself": own,
        "a roundabout path": own.parent / ".." / own.parent.name / own.name,
        "a relative path": Path(os.path.relpath(own)),
        "another case": own.with_name(own.name.upper()),
    }
    (beside / "folder").symlink_to(own.parent)
    ways["through a linked folder"] = beside / "folder" / own.name
    (beside / "link.pdf").symlink_to(own)
    ways["a link"] = beside / "link.pdf"
    (beside / "second.pdf").symlink_to(beside / "link.pdf")
    ways["a link to a link"] = beside / "second.pdf"
    if own.exists():
        os.link(own, beside / "hard.pdf")
        ways["a hard link"] = beside / "hard.pdf"
    return ways


def test_every_command_is_known_to_write_a_file_or_not() -> None:
    assert {name.split()[0] for name in WRITERS} | READERS == set(COMMANDS)


def test_the_names_are_those_of_the_modules_that_make_the_files() -> None:
    made = (STORE_FILE_NAME, lock.LOCK_NAME, backup.BACKUP_FOLDER, workspace._WINDOW_FILE, crash._LOG_NAME)
    assert made == (places.DATA_FILE, places.LOCK_FILE, places.BACKUP_FOLDER, places.WINDOW_FILE, places.CRASH_LOG)


@pytest.mark.parametrize("name", [*OWN, "backups", "a copy"])
def test_no_way_leads_onto_an_own_file(folder: Path, name: str, tmp_path: Path) -> None:
    own = next((folder / "backups").iterdir()) if name == "a copy" else folder / name
    before = contents(folder)
    for way, path in ways_to(own, tmp_path / "beside").items() if not own.is_dir() else [("itself", own)]:
        with pytest.raises(WriteError):
            write_whole(path, b"%PDF-1.7 new", force=True)
        assert contents(folder) == before, way
        with pytest.raises(WriteError):
            write_whole(own / "inside.pdf", b"%PDF-1.7 new", force=True)


def test_a_new_file_among_the_copies_is_refused_and_one_beside_the_data_is_not(folder: Path) -> None:
    with pytest.raises(WriteError, match="Groundwork itself"):
        write_whole(folder / "backups" / "deep" / ".." / "new.pdf", b"%PDF-1.7")
    write_whole(folder / "brief.pdf", b"%PDF-1.7")


def test_a_data_file_that_is_a_link_is_protected_where_it_leads(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "data").mkdir()
    (tmp_path / "real" / "mine.sqlite").touch()
    (tmp_path / "data" / "groundwork.db").symlink_to(tmp_path / "real" / "mine.sqlite")
    Store(tmp_path / "data").close()
    for name in ("mine.sqlite", "mine.sqlite-wal"):
        with pytest.raises(WriteError, match="Groundwork itself"):
            write_whole(tmp_path / "real" / name, b"%PDF-1.7", force=True)


def test_the_usual_data_folder_is_protected_though_another_is_in_use(folder: Path) -> None:
    usual = places.default_data_folder()
    usual.mkdir(parents=True)
    (usual / "groundwork.db").write_bytes(b"mine")
    assert main(["--data", str(folder), "export", str(usual / "groundwork.db"), "--as", "json", "--force"]) == 1
    assert (usual / "groundwork.db").read_bytes() == b"mine"


@pytest.mark.parametrize("command", WRITERS)
def test_no_command_writes_over_an_own_file(
    command: str, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(folder)
    for own in (*(folder / name for name in OWN), next((folder / "backups").iterdir())):
        file = own
        if command in ENDINGS:  # these take their kind from the ending
            file = tmp_path / f"{own.name}{ENDINGS[command]}"
            file.symlink_to(own)
        for force in ([], ["--force"]):
            assert main(["--data", str(folder), *WRITERS[command](str(file)), *force]) == 1
            said = capsys.readouterr().err
            assert "Groundwork itself keeps your data" in said
            assert "your data is safe" in said
    assert contents(folder) == before


@pytest.mark.parametrize("command", WRITERS)
def test_a_command_writes_over_another_kind_only_when_forced(
    command: str, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / f"out{ENDINGS.get(command, '.x')}"
    call = ["--data", str(folder), *WRITERS[command](str(file))]
    assert main(call) == 0  # nothing there
    made = file.read_bytes()
    assert main(call) == 0  # the same kind
    kind = content_kind(made)
    others = {other: main_output(folder, other, tmp_path / f"other{number}") for number, other in enumerate(WRITERS)}
    for content in (*FOREIGN.values(), *(data for data in others.values() if content_kind(data) is not kind)):
        file.write_bytes(content)
        capsys.readouterr()
        assert main(call) == 1
        assert file.read_bytes() == content
        said = capsys.readouterr().err
        assert "left as it was" in said
        assert "--force" in said
    assert main([*call, "--force"]) == 0
    assert content_kind(file.read_bytes()) is kind
    file.write_bytes(b"")
    assert main(call) == 0
    assert not [path for path in tmp_path.iterdir() if path.name.endswith(".part")]


def main_output(folder: Path, command: str, file: Path) -> bytes:
    file = file.with_suffix(ENDINGS.get(command, ".x"))
    assert main(["--data", str(folder), *WRITERS[command](str(file))]) == 0
    return file.read_bytes()


def test_each_command_writes_a_kind_of_its_own(folder: Path, tmp_path: Path) -> None:
    kinds = [content_kind(main_output(folder, each, tmp_path / f"{at}")) for at, each in enumerate(WRITERS)]
    assert kinds == [
        *(ContentKind.CARDS, ContentKind.TABLE, ContentKind.TEXT, ContentKind.CALENDAR, ContentKind.ARCHIVE),
        *(ContentKind.PDF, ContentKind.PDF, ContentKind.MAIL),
    ]


@pytest.mark.parametrize("fields", ["notes", "emails", "history", "work,tags"])
def test_a_table_of_few_columns_is_told_from_prose(folder: Path, fields: str, tmp_path: Path) -> None:
    call = ["--data", str(folder), "export", str(tmp_path / "a.csv"), "--fields", fields]
    assert main(call) == 0
    assert main(call) == 0


def test_a_device_a_pipe_and_a_socket_are_left_alone(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "socket"))
        for path in (tmp_path / "pipe", tmp_path / "socket", Path("/dev/null")):
            with pytest.raises(WriteError, match="no ordinary file"):
                write_whole(path, b"%PDF-1.7", force=True)
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


# -- every trouble has its sentence ---------------------------------------------------------------------------------


def test_names_and_folders_that_cannot_be_get_a_sentence_each(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    (tmp_path / "loop").symlink_to("loop")
    troubles = {
        tmp_path / ("a" * 300): "too long",
        tmp_path / ("a" * 300) / "a.pdf": "too long|not there",
        tmp_path / ("a/" * 3000) / "a.pdf": "too long|not there",
        tmp_path / "a\0b.pdf": "cannot be the name",
        tmp_path / "a\0b" / "a.pdf": "cannot be the name",
        tmp_path / "a\ud800b.pdf": "cannot be the name",
        tmp_path / "file" / "a.pdf": "not a folder",
        tmp_path / "gone" / "a.pdf": "is not there",
        tmp_path / "loop": "leads back to itself",
        tmp_path / "loop" / "a.pdf": "leads back to itself",
        tmp_path: "is a folder",
        Path("/"): "is a folder",
        Path(): "is a folder",
        Path("/proc/a.pdf"): "written|may not",
    }
    for path, said in troubles.items():
        with pytest.raises(WriteError, match=said) as refusal:
            write_whole(path, b"%PDF-1.7")
        str(refusal.value).encode()
        assert "is safe" in str(refusal.value)
    assert {path.name for path in tmp_path.iterdir()} == {"file", "loop"}


@pytest.mark.parametrize("number", sorted(errno.errorcode))
def test_whatever_the_system_says_becomes_a_sentence(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4 old")

    def failing(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", failing)
    with pytest.raises(WriteError, match="is safe"):
        write_whole(tmp_path / "a.pdf", b"%PDF-1.7 new")
    assert (tmp_path / "a.pdf").read_bytes() == b"%PDF-1.4 old"
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("command", WRITERS)
def test_no_command_ends_in_a_traceback(command: str, folder: Path, tmp_path: Path) -> None:
    ending = ENDINGS.get(command, ".x")
    for name in ("a" * 300, "gone/a", "a\0b", "\ud800", os.fsdecode(b"caf\xe9/a")):
        assert main(["--data", str(folder), *WRITERS[command](str(tmp_path / (name + ending)))]) == 1
    odd = tmp_path / (os.fsdecode(b"caf\xe9") + ending)  # a name that is no UTF-8 is a name all the same
    assert main(["--data", str(folder), *WRITERS[command](str(odd))]) == 0


# -- every writer passes here ---------------------------------------------------------------------------------------

# Who else opens a file for writing: the program's own files only.
THEMSELVES = {
    "places.py": "the one way",
    "cli/__init__.py": "nothing, to where output goes that nobody reads",
    "store/store.py": "the data file",
    "store/file/backup.py": "a copy, under a name of its own",
    "store/file/lock.py": "the lock",
    "ui/crash.py": "the log of crashes",
    "ui/workspace.py": "the memory of the window",
}
WRITING = {
    "write_bytes",
    "write_text",
    "QFile",
    "QSaveFile",
    "QSettings",
    "QPdfWriter",
    "mkstemp",
    "NamedTemporaryFile",
}
WRITING |= {"copyfile", "copy2", "copyfileobj", "fdopen", "symlink_to", "hardlink_to"}
FLAGS = {"O_WRONLY", "O_RDWR", "O_CREAT"}


def writes(tree: ast.Module) -> bool:
    """Whether a module opens a file for writing, by any of the ways there are."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in FLAGS:
            return True
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        modes = [each.value for each in (*node.args, *(word.value for word in node.keywords)) if is_mode(each)]
        if name in WRITING or (name == "open" and modes):
            return True
    return False


def is_mode(node: ast.expr) -> bool:
    text = node.value if isinstance(node, ast.Constant) else None
    return isinstance(text, str) and set(text) <= set("rwaxbt+") and bool(set(text) & set("wax+"))


def test_no_other_module_opens_a_file_for_writing() -> None:
    found = {path.relative_to(DESKTOP).as_posix() for path in DESKTOP.rglob("*.py") if writes(parsed(path))}
    assert found == set(THEMSELVES)


@pytest.mark.parametrize(
    "line",
    [
        *("open(name, 'w')", "path.open('wb')", "path.open(mode='a')", "path.write_bytes(b'')", "path.write_text('')"),
        *("QSaveFile(name)", "os.open(name, os.O_WRONLY)", "QFile(name)", "shutil.copyfile(a, b)", "open(name, 'r+')"),
    ],
)
def test_a_module_that_writes_by_itself_would_be_found(line: str) -> None:
    assert writes(ast.parse(line))


def test_every_dialog_passes_what_was_chosen_through_the_one_way() -> None:
    """Whoever asks where to save, or offers *Print to file*, writes by `places`, directly or by `work`."""
    asking = {
        path.relative_to(DESKTOP).as_posix()
        for path in (DESKTOP / "ui").rglob("*.py")
        if {"ask_where", "outputFileName"}
        & {getattr(each, "attr", getattr(each, "id", "")) for each in ast.walk(parsed(path))}
    }
    assert "ui/shared/paper_output.py" in asking
    assert len(asking) >= 5
