"""How late the window answers at worst while 10,000 cards are read, imported, taken back and done again.

Usage: bench_freeze.py [CARDS]     A timer of ten milliseconds tells; the promise is 100 ms (issue "Contacts of real
people"). The floor of the times is the import itself: undoing it may take 2.5 times as long.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1]), str(HERE)]

from people import cards  # noqa: E402
from PySide6.QtCore import QSettings, Qt, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402
from table import head, row  # noqa: E402

from desktop.app import _shipped_bank  # noqa: E402
from desktop.store.store import Store  # noqa: E402
from desktop.ui.contacts.importing.page import ImportPage  # noqa: E402
from desktop.ui.main_window import MainWindow  # noqa: E402
from desktop.ui.tasks import Tasks  # noqa: E402
from desktop.ui.theme import Theme  # noqa: E402
from desktop.ui.workspace import Workspace  # noqa: E402

TICK = 0.01  # seconds
PROMISE = 0.1


class Lateness:
    """A timer that notes by how much it is late."""

    def __init__(self) -> None:
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def during(self, ended: Callable[[], bool]) -> tuple[float, float]:
        """Seconds until it has ended, and the worst lateness until then and a little longer."""
        self._last, self._worst = time.perf_counter(), 0.0
        began = self._last
        self._timer.start(round(TICK * 1000))
        while not ended():
            QApplication.processEvents()
            time.sleep(0.0005)
        took = time.perf_counter() - began
        until = time.perf_counter() + 0.3  # what was changed is shown
        while time.perf_counter() < until:
            QApplication.processEvents()
            time.sleep(0.0005)
        self._timer.stop()
        return took, self._worst

    def _tick(self) -> None:
        now = time.perf_counter()
        self._worst, self._last = max(self._worst, now - self._last - TICK), now


def main() -> None:
    """Print the table."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    theme = Theme(QApplication(sys.argv[:1]))
    theme.apply()
    with tempfile.TemporaryDirectory() as place, Store(Path(place) / "data") as store:
        file = Path(place) / "people.vcf"
        file.write_text(cards(number), newline="")
        workspace = Workspace(store, Tasks(), theme, _shipped_bank)
        settings = QSettings(str(Path(place) / "window.ini"), QSettings.Format.IniFormat)
        window = MainWindow(workspace, settings, [], example=False)
        window.resize(1280, 820)
        window.show()
        window.tabs.go("contacts")
        late = Lateness()
        late.during(lambda: True)  # what the window does once
        window.tabs.go("contacts").import_files([file])
        page = window.findChild(ImportPage)
        assert isinstance(page, ImportPage)
        found = {"reading": late.during(page._import.isVisible)}
        page._import.click()
        found["importing"] = late.during(lambda: store.contacts.count() == number)
        workspace.undo()
        found["taking back"] = late.during(lambda: not workspace.is_waiting)
        assert store.contacts.count() == 0
        workspace.redo()
        found["doing again"] = late.during(lambda: not workspace.is_waiting)
        assert store.contacts.count() == number
        head(f"While {number:,} cards come in: worst lateness of the window")
        for what, (_, worst) in found.items():
            row(f"{what} (floor: the promise of 100 ms)", [PROMISE], [worst], 1)
        head("Times, against the import")
        whole = found["importing"][0]
        row("taking back", [whole], [found["taking back"][0]], 2.5)
        row("doing again", [whole], [found["doing again"][0]], 2.5)
        sys.stdout.flush()
        os._exit(0)


if __name__ == "__main__":
    main()
