"""A real window that is killed or told to end in the middle of a word: how much of what is typed is there again."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop.core.contact import Contact
from desktop.store.store import Store

ROOT = Path(__file__).resolve().parents[2]

# The whole program with somebody who types on and on, a key every 50 ms; each key is told on the pipe.
WORK = """
import signal
import sys
import desktop.ui
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from desktop import app, entry
from desktop.ui.widgets.fields import TextField

after_start = app._after_start
if hasattr(signal, "SIGHUP"):
    signal.signal(signal.SIGHUP, signal.SIG_DFL)  # the tests may run under nohup

def type_on(folder, window):
    after_start(folder, window)
    if "contacts" in sys.argv[2]:
        window.tabs.open_contact(1)
        (field,) = [each for each in window.tabs.contacts.findChildren(TextField) if each.name == "Notes"]
        field.setFocus()
        typed = []

        def press():
            letter = "abcdefghij"[len(typed) % 10]
            typed.append(letter)
            QTest.keyClick(field.editor, letter)
            print(len(typed), flush=True)

        window.typing = QTimer(window, interval=50)
        window.typing.timeout.connect(press)
        window.typing.start()
    else:
        print(folder, flush=True)

app._after_start = type_on
given = ["--example"] if "example" in sys.argv[2] else ["--data", sys.argv[1]]
sys.exit(entry.main(given))
"""


def start(folder: Path, what: str) -> "subprocess.Popen[str]":
    with Store(folder) as store, store.action("Add"):
        store.contacts.add(Contact(name="Ada"))
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", WORK, str(folder), what]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)


def notes(folder: Path) -> str:
    with Store(folder) as store:
        found = store.contacts.find(1)
        assert found is not None
        assert store.check() == []
        return found.notes


def told(window: "subprocess.Popen[str]", keys: int) -> list[tuple[float, int]]:
    """When each key was told, until so many were."""
    assert window.stdout is not None
    times: list[tuple[float, int]] = []
    while len(times) < keys:
        times.append((time.monotonic(), int(window.stdout.readline())))
    return times


def test_a_kill_while_one_types_without_a_pause_loses_three_seconds_at_most(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with start(folder, "contacts") as window:
        times = told(window, 130)
        window.kill()
        killed = time.monotonic()
    written = notes(folder)
    assert written
    before = max(count for moment, count in times if killed - moment > 3 or count == 1)
    assert len(written) >= before, f"{before} keys were typed three seconds before, {len(written)} are there"
    assert written == ("abcdefghij" * 99)[: len(written)]


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_signal_in_the_middle_of_a_word_loses_nothing(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "data"
    with start(folder, "contacts") as window:
        told(window, 12)
        window.send_signal(getattr(signal, name))
        rest, _ = window.communicate(timeout=30)
        assert window.returncode == 0
    keys = max([12, *map(int, rest.split())])
    assert notes(folder) == ("abcdefghij" * 99)[:keys]


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_the_folder_of_the_example_goes_with_a_signal_too(tmp_path: Path, name: str) -> None:
    with start(tmp_path / "data", "example") as window:
        assert window.stdout is not None
        folder = Path(window.stdout.readline().strip())
        assert folder.name.startswith("groundwork-example-")
        assert folder.exists()
        window.send_signal(getattr(signal, name))
        assert window.wait(timeout=30) == 0
    assert not folder.exists()


FULL = """
from desktop.core.errors import StoreError
from desktop.store.store import Store

def refuse(*_):
    raise StoreError("store.no_room")

Store.action = refuse
"""


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_what_cannot_be_saved_then_is_written_into_a_file(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with Store(folder) as store, store.action("Add"):
        store.contacts.add(Contact(name="Ada"))
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    work = WORK.replace("import desktop.ui\n", "import desktop.ui\n" + FULL)
    command = [sys.executable, "-c", work, str(folder), "contacts"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as window:
        told(window, 12)
        window.terminate()
        rest, _ = window.communicate(timeout=30)
        assert window.returncode == 0
    keys = max([12, *map(int, rest.split())])
    (copy,) = folder.glob("groundwork-not-saved-*.txt")
    assert copy.read_text("utf-8") == "Notes\n" + ("abcdefghij" * 99)[:keys] + "\n"
    assert notes(folder) == ""
