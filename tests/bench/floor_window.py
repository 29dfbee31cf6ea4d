"""Floor: the smallest program that does what a start does: an empty QMainWindow, shown and painted once.

Prints the moment on the monotonic clock, then the memory in use (PSS, KiB) when it has come to rest.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow


def report_when_usable(window: QMainWindow) -> None:
    """Say when the window has been painted and answers, and what memory it then takes; end the process."""
    import time

    def usable() -> None:
        window.repaint()
        QApplication.processEvents()
        print(time.monotonic(), flush=True)
        QTimer.singleShot(500, at_rest)

    def at_rest() -> None:
        for line in Path("/proc/self/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                print(line.split()[1], flush=True)
        os._exit(0)

    run_when_idle(usable)


def run_when_idle(what: Callable[[], None]) -> None:
    """Run after everything the start itself has queued."""
    QTimer.singleShot(0, lambda: QTimer.singleShot(0, what))


if __name__ == "__main__":
    app = QApplication(sys.argv)
    window = QMainWindow()
    window.resize(1180, 760)
    window.show()
    report_when_usable(window)
    app.exec()
