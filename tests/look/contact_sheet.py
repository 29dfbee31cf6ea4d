"""Pictures of every tab and every page of the wizard, for whoever looks: empty and with the example, light and dark, at
100 % and 200 %; and of the brief's pages.

Usage: python tests/look/contact_sheet.py FOLDER     Writes one PNG a screen, and sheets that show them side by side.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QEvent, QPoint, QSettings, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QTabWidget, QWidget

from desktop.app import _fill, _shipped_bank
from desktop.core.contact import ContactFilter
from desktop.core.wizard import PAGES
from desktop.store.store import Store
from desktop.ui.main_window import MainWindow
from desktop.ui.palette import Palette
from desktop.ui.settings_page import SettingsDialog
from desktop.ui.tasks import Tasks
from desktop.ui.theme import Theme
from desktop.ui.workspace import Workspace

SIZE = (1280, 820)
ACROSS = 4  # pictures in a row of a sheet
SHRUNK = 640  # pixels, the width of a picture on a sheet


def places(window: MainWindow, workspace: Workspace, example: bool) -> Iterator[tuple[str, Callable[[], QWidget]]]:
    """Every place worth a look: its name, and what goes there and answers the widget to take a picture of."""

    def show(act: Callable[[], object]) -> Callable[[], QWidget]:
        def go() -> QWidget:
            act()
            return window

        return go

    for tab in ("today", "contacts", "prepare", "learning"):
        yield tab, show(lambda tab=tab: window.go(tab))
    yield "start", show(lambda: window.go("today").show_start())
    yield "short-path", show(lambda: window.start_short_path(0))
    yield "settings", lambda: SettingsDialog(workspace, window)
    if not example:
        return
    meeting = workspace.store.meetings.ahead()[1]
    for page in PAGES:
        yield f"wizard-{page}", show(lambda page=page: window.go("prepare").open_meeting(meeting.id, page))
    past = next(line for line in workspace.store.meetings.past() if line.answered)
    yield "past-meeting", show(lambda: window.open_meeting(past.id))

    def contact_tab(number: int) -> None:
        window.open_contact(meeting.contact_id)
        window.tab("contacts").findChild(QTabWidget).setCurrentIndex(number)

    for number in range(5):
        yield f"contact-{number + 1}", show(lambda number=number: contact_tab(number))
    entry = workspace.store.learning.entries()[0]
    yield "learning-entry", show(lambda: window.open_entry(entry.id))
    yield "directions", show(lambda: window.go("learning").show_directions())
    yield "where-to-look", show(lambda: window.go("learning").show_where_to_look())
    yield "people-known", show(lambda: window.go("today").show_known())
    found = workspace.store.contacts.lines(ContactFilter(search="Dilek"))[0]
    yield "chain", show(lambda: window.go("contacts").show_chain())
    yield "chain-tree", show(lambda: window.tab("contacts")._whole.chain._choose(1))
    people = workspace.store.contacts.lines()
    yield "merge", show(lambda: window.go("contacts").show_duplicates(found.id, people[0].id))
    yield "whom", show(lambda: window.go("contacts").whom_at(people[0].organisation))
    yield "export", show(lambda: window.go("contacts").show_export())
    yield "composer", show(lambda: window.write_to(found.id))
    yield "palette", lambda: Palette(workspace, window._actions, window.open_contact, window)


def take(folder: Path, theme: Theme, example: bool, mode: str, percent: int) -> list[Path]:
    """Pictures of all places in one look."""
    theme.apply(mode, percent / 100)
    taken = []
    with tempfile.TemporaryDirectory() as data, Store(Path(data)) as store:
        if example:
            _fill(store)
        workspace = Workspace(store, Tasks(), theme, _shipped_bank)
        settings = QSettings(str(Path(data) / "window.ini"), QSettings.Format.IniFormat)
        window = MainWindow(workspace, settings, ["false"], example=False)
        window.resize(*SIZE)
        window.show()
        for name, go in places(window, workspace, example):
            widget = go()
            widget.show()
            for _ in range(20):
                workspace.tasks.wait()
                QApplication.processEvents()
            path = folder / f"{'example' if example else 'empty'}-{mode}-{percent}-{name}.png"
            widget.grab().save(str(path))
            taken.append(path)
            if widget is not window:
                widget.close()
        window.close()
        for gone in (window, workspace):  # nothing of it may wake when the store is closed
            gone.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return taken


def sheet(pictures: list[Path], path: Path) -> None:
    """All pictures side by side, shrunk."""
    shrunk = [QPixmap(str(picture)).scaledToWidth(SHRUNK, _smooth()) for picture in pictures]
    rows = [shrunk[start : start + ACROSS] for start in range(0, len(shrunk), ACROSS)]
    heights = [max(picture.height() for picture in row) + 8 for row in rows]
    whole = QPixmap(ACROSS * (SHRUNK + 8), sum(heights))
    whole.fill(QColor("#777777"))
    painter = QPainter(whole)
    for number, row in enumerate(rows):
        for column, picture in enumerate(row):
            painter.drawPixmap(QPoint(column * (SHRUNK + 8), sum(heights[:number])), picture)
    painter.end()
    whole.save(str(path))


def _smooth() -> Qt.TransformationMode:
    return Qt.TransformationMode.SmoothTransformation


def brief_pages(folder: Path) -> list[Path]:
    """The pages of the example's briefs, on each paper and in large print."""
    main = Path(__file__).resolve().parents[2] / "main.py"
    with tempfile.TemporaryDirectory() as data:
        program = [sys.executable, str(main), "--data", data]
        subprocess.run([*program, "demo"], check=True, stdout=subprocess.DEVNULL)
        for paper in ("a4", "letter", "a5"):
            for large in ([], ["--large"]):
                pdf = Path(data) / f"brief-{paper}{''.join(large)}.pdf"
                arguments = ["brief", "next", "--out", str(pdf), "--paper", paper, *large]
                subprocess.run([*program, *arguments], check=True, stdout=subprocess.DEVNULL)
                subprocess.run(["pdftoppm", "-r", "80", "-png", str(pdf), str(folder / pdf.stem)], check=True)
    return sorted(folder.glob("brief-*.png"))


def main() -> None:
    """Make them all."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    theme = Theme(app)
    for example in (False, True):
        for mode in ("light", "dark"):
            for percent in (100, 200):
                pictures = take(folder, theme, example, mode, percent)
                sheet(pictures, folder / f"sheet-{'example' if example else 'empty'}-{mode}-{percent}.png")
    sheet(brief_pages(folder), folder / "sheet-brief.png")
    sys.stdout.write(f"{len(list(folder.glob('*.png')))} pictures in {folder}\n")
    os._exit(0)  # the looks have left nothing to tidy up


if __name__ == "__main__":
    main()
