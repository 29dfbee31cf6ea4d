"""The program itself, started as `main.py` starts it, reporting like the floor.

Usage: start_groundwork.py FOLDER TAB
"""
# ruff: noqa: E402 - the path comes before what is found by it

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parent)]

import desktop.ui  # noqa: F401 - before anything else imports Qt, as `entry` does
from desktop import app, entry
from desktop.ui.main_window import MainWindow

after_start = app._after_start


def report(folder: Path, window: MainWindow) -> None:
    from floor_window import report_when_usable

    after_start(folder, window)
    if sys.argv[2] != "today":
        window.tabs.go(sys.argv[2])
    report_when_usable(window)


app._after_start = report
entry.main(["--data", sys.argv[1]])
