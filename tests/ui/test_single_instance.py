"""A second start: the first window comes to the front, also while it is starting; nobody else can answer for it."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QDir
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop import app
from desktop.store.store import Store
from desktop.ui.single_instance import Found, raise_other, socket_names
from desktop.ui.theme import Theme

ROOT = Path(__file__).resolve().parents[2]
STARTS_SLOWLY = """
import sys, time
import desktop.ui
from desktop import app, entry
listen = app._listen_for_second_start
app._listen_for_second_start = lambda *given: (time.sleep(float(sys.argv[2])), listen(*given))
sys.exit(entry.main(["--data", sys.argv[1]]))
"""
ANSWERS = """
import os, socket, sys
os.setgid(65534)
os.setuid(65534)
server = socket.socket(socket.AF_UNIX)
server.bind(sys.argv[1])
os.chmod(sys.argv[1], 0o777)
server.listen()
print("listening", flush=True)
while True:
    asked, _ = server.accept()
    asked.sendall(b"here\\n")
"""


@pytest.fixture
def processes() -> Iterator[list[subprocess.Popen[str]]]:
    """What a test starts, ended after it."""
    started: list[subprocess.Popen[str]] = []
    yield started
    for process in started:
        process.kill()
        process.communicate()


def start(processes: list[subprocess.Popen[str]], program: str, *given: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", program, *map(str, given)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    processes.append(process)
    return process


@pytest.mark.parametrize("seconds", [0, 4])
def test_a_second_start_waits_for_a_window_that_is_just_starting(
    tmp_path: Path, processes: list[subprocess.Popen[str]], seconds: int
) -> None:
    """Real programs: both are started together, one becomes the window, the other ends with nothing to say."""
    both = [start(processes, STARTS_SLOWLY, tmp_path / "data", seconds) for _ in range(2)]
    until = time.monotonic() + 40
    while not any(process.poll() is not None for process in both) and time.monotonic() < until:
        time.sleep(0.1)
    ended = [process for process in both if process.poll() is not None]
    assert [process.returncode for process in ended] == [0]
    assert ended[0].communicate() == ("", "")


def test_where_nobody_listens_it_is_said_that_it_is_just_starting(
    tmp_path: Path, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: said.append(box.text()))
    monkeypatch.setattr("desktop.ui.single_instance.raise_other", lambda _folder: Found.NOT_LISTENING)
    assert app._second_start(tmp_path, theme) == 1
    monkeypatch.setattr("desktop.ui.single_instance.raise_other", lambda _folder: Found.SILENT)
    assert app._second_start(tmp_path, theme) == 1
    assert ["just starting" in each for each in said] == [True, False]


@pytest.mark.skipif(os.name != "posix", reason="elsewhere the system keeps the name for its user")
def test_it_listens_where_nobody_else_can_make_a_socket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data, runtime, open_to_all = (tmp_path / name for name in ("data", "runtime", "open"))
    for folder in (data, runtime, open_to_all):
        folder.mkdir(mode=0o700)
    open_to_all.chmod(0o777)
    for given, expected in ((runtime, [runtime, data]), (open_to_all, [data]), (None, [data])):
        if given is None:
            monkeypatch.delenv("XDG_RUNTIME_DIR")
        else:
            monkeypatch.setenv("XDG_RUNTIME_DIR", str(given))
        assert [Path(name).parent for name in socket_names(data)] == expected


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="only root may be two users")
def test_a_socket_of_another_user_is_no_window(
    tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, processes: list[subprocess.Popen[str]]
) -> None:
    """Where the paths of the private folders are too long for a socket, and the name is known to all."""
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    folder = tmp_path / ("x" * 100)
    (name,) = socket_names(folder)
    path = Path(QDir.tempPath()) / name
    other = start(processes, ANSWERS, path)
    assert other.stdout is not None
    assert other.stdout.readline() == "listening\n"
    try:
        assert raise_other(folder, starting=300) is Found.NOT_LISTENING
    finally:
        path.unlink()


def test_a_window_that_does_not_answer_is_told_from_one_that_is_starting(
    tmp_path: Path, qapp: QApplication, processes: list[subprocess.Popen[str]]
) -> None:
    with Store(tmp_path / "data"):
        pass
    window = start(processes, STARTS_SLOWLY, tmp_path / "data", 0)
    assert raise_other(tmp_path / "data") is Found.RAISED
    window.send_signal(signal.SIGSTOP)
    assert raise_other(tmp_path / "data", starting=300) is Found.SILENT
