"""The start imports only what the first window needs; how long it takes is measured in tests/bench."""

import os
import subprocess
import sys
from pathlib import Path

from desktop.formats.demo import read_example
from desktop.places import resources
from desktop.store.demo import fill_with_example
from desktop.store.store import Store

ROOT = Path(__file__).resolve().parents[2]
# What is expensive to import and comes when it is first used.
LATER = (
    "peewee",
    "playhouse",
    "reportlab",
    "pikepdf",
    "keyring",
    "PySide6.QtNetwork",
    "PySide6.QtPdf",
    "PySide6.QtPrintSupport",
    "desktop.store.tables",
    "desktop.formats",
    "desktop.documents",
    "desktop.ui.contacts",
    "desktop.ui.prepare",
    "desktop.ui.learning",
)
PROGRAM = """
import builtins, gc, os, sys
import desktop.ui
from PySide6.QtCore import QTimer
from desktop import app, entry

def look():
    print(gc.isenabled(), builtins.__import__.__name__, *sys.modules, flush=True)
    os._exit(0)

after_start = app._after_start
app._after_start = lambda *given: (after_start(*given), QTimer.singleShot(0, look))
entry.main(["--data", sys.argv[1]])
"""


def test_a_start_imports_nothing_that_can_wait(tmp_path: Path) -> None:
    with Store(tmp_path / "data") as store:
        fill_with_example(store, read_example(resources() / "demo" / "example.toml"), store.clock().date())
        with store.action("A limit that every start looks at"):
            store.preferences.update_settings(weekly_cold_messages=3, weekly_meetings=3)
    command = [sys.executable, "-c", PROGRAM, str(tmp_path / "data")]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=True)
    collecting, importing, *modules = done.stdout.split()
    assert "desktop.ui.today.overview" in modules  # the window is there
    assert not [name for name in modules if name.startswith(LATER)]
    assert collecting == "True"
    assert importing == "__import__"  # not PySide6's, which reads the source of every module
