"""The real program on a virtual screen of its own, driven from outside by the keyboard only."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 30  # seconds until something that should happen counts as not happening


def wait_until(happened: Callable[[], bool], what: str) -> None:
    """Poll until it happened; a test that waits in vain says for what."""
    deadline = time.monotonic() + PATIENCE
    pause = 0.01
    while not happened():
        assert time.monotonic() < deadline, f"waited {PATIENCE} s in vain for {what}"
        # A poll's pause, not a guess at how long something takes: the loop ends as soon as it happened.
        time.sleep(pause)


class Screen:
    """A virtual screen with a window manager. `actions` counts what a user would have done."""

    def __init__(self, environment: dict[str, str], folder: Path) -> None:
        self.environment = environment
        self.folder = folder
        self.actions = 0
        self.program: subprocess.Popen[bytes] | None = None

    def start(self, *arguments: str) -> None:
        """Start the program and wait for its window."""
        command = [sys.executable, str(ROOT / "main.py"), "--data", str(self.folder), *arguments]
        self.program = subprocess.Popen(command, env=self.environment)
        self.wait_for_window("Groundwork")

    def has_window_manager(self) -> bool:
        """Whether windows are looked after; one that opens earlier may stay without the focus."""
        return self._xdotool("get_num_desktops", check=False).returncode == 0

    def kill(self) -> None:
        """End the program as a power cut would: no handler runs."""
        assert self.program is not None
        self.program.send_signal(signal.SIGKILL)
        self.program.wait(PATIENCE)
        self.program = None

    def quit(self) -> int:
        """Close the program by its own key and give its exit status."""
        assert self.program is not None
        self.press("ctrl+q", counted=False)
        status = self.program.wait(PATIENCE)
        self.program = None
        return status

    def wait_for_window(self, title: str) -> None:
        """Wait until a window of the program with that in its title has the focus."""
        assert self.program is not None
        process = str(self.program.pid)

        def focused() -> bool:
            found = self._xdotool("getwindowfocus", "getwindowpid", "getwindowname", check=False)
            pid, _, name = found.stdout.partition("\n")  # a window of a killed program lingers for a moment
            return found.returncode == 0 and pid == process and title in name

        try:
            wait_until(focused, f"the window {title!r}")
        except AssertionError as late:
            shown = self._xdotool("getactivewindow", "getwindowname", check=False).stdout.strip()
            self.picture(self.folder.parent / "late.png")
            raise AssertionError(f"{late}; the window in front is {shown!r}") from None

    def press(self, *chords: str, counted: bool = True) -> None:
        """Press key chords, each one action."""
        self._xdotool("key", "--clearmodifiers", "--delay", "25", *chords)
        self.actions += len(chords) if counted else 0

    def fill(self, text: str) -> None:
        """Type a text into the field that has the focus: one action."""
        self._xdotool("type", "--clearmodifiers", "--delay", "8", text)
        self.actions += 1

    def picture(self, path: Path) -> None:
        """What the screen shows, for whoever looks for the reason of a failed test."""
        subprocess.run(["import", "-window", "root", str(path)], env=self.environment, check=False, timeout=PATIENCE)

    def _xdotool(self, *words: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["xdotool", *words], env=self.environment, check=check, capture_output=True, text=True, timeout=PATIENCE
        )


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    """A screen of 1280 × 900 with openbox, and an empty data folder for the program."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x900x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as answer:
        display = f":{answer.readline().strip()}"
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "WAYLAND"))}
    environment |= {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "HOME": str(tmp_path), "LC_ALL": "C.UTF-8"}
    manager = subprocess.Popen(["openbox"], env=environment, stderr=subprocess.DEVNULL)
    shown = Screen(environment, tmp_path / "data")
    try:
        wait_until(shown.has_window_manager, "the window manager")
        yield shown
    finally:
        for process in (shown.program, manager, server):
            if process is not None and process.poll() is None:
                process.terminate()
                process.wait(PATIENCE)
