"""Pictures of every place of the window, for whoever looks: empty and with the example, light and dark, at 100 % and
200 %, in a usual and in a small window; and of every paper.

Usage: python tests/look/contact_sheet.py FOLDER [WORD…] [--place NAME]     Writes one PNG a screen, a second one of
what a long page holds below its edge, and sheets that show them side by side. A WORD takes only the looks whose name
ends with it, such as example-light-100 or 200; `paper` takes only the papers. NAME takes only one place of each look,
such as contact-about.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from papers import papers
from places import Places
from PySide6.QtCore import QEvent, QPoint, QSettings, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from desktop.app import _fill, _shipped_bank
from desktop.store.store import Store
from desktop.ui.main_window import MainWindow
from desktop.ui.tasks import Tasks
from desktop.ui.theme import Theme
from desktop.ui.workspace import Workspace

SIZES = {"": (1280, 820), "-small": (1000, 640)}
ACROSS = 4  # pictures in a row of a sheet
SHRUNK = 640  # pixels, the width of a picture on a sheet


def take(
    folder: Path, theme: Theme, example: bool, mode: str, percent: int, size: str, look: str, place: str
) -> list[Path]:
    """Pictures of all places in one look, or of the one place named."""
    theme.apply(mode, percent / 100)
    taken = []
    with tempfile.TemporaryDirectory() as data, Store(Path(data)) as store:
        if example:
            _fill(store)
        workspace = Workspace(store, Tasks(), theme, _shipped_bank)
        settings = QSettings(str(Path(data) / "window.ini"), QSettings.Format.IniFormat)
        window = MainWindow(workspace, settings, ["false"], example=False)
        window.resize(*SIZES[size])
        window.show()
        places = Places(window, workspace, Path(data))
        for name, go in places.example() if example else places.empty():
            widget = go()
            widget.show()
            for _ in range(20):
                workspace.tasks.wait()
                QApplication.processEvents()
            if place in ("", name):
                path = folder / f"{look}-{name}.png"
                widget.grab().save(str(path))
                taken.append(path)
                taken += whole_of(widget, path)
            if widget is not window:
                widget.close()
        window.close()
        for gone in (window, workspace):  # nothing of it may wake when the store is closed
            gone.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return taken


def whole_of(widget: QWidget, path: Path) -> list[Path]:
    """What the longest scrolling page holds, if that is more than is seen."""
    areas = [area for area in widget.findChildren(QScrollArea) if area.isVisible() and area.widget() is not None]
    longest = max(areas, key=lambda area: area.verticalScrollBar().maximum(), default=None)
    if longest is None or longest.verticalScrollBar().maximum() < 40:
        return []
    whole = path.with_name(f"{path.stem}-whole.png")
    longest.widget().grab().save(str(whole))
    return [whole]


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


def main() -> None:
    """Make them all, or those that are named."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("words", nargs="*")
    parser.add_argument("--place", default="")
    asked = parser.parse_args()
    folder, words = asked.folder, asked.words
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    theme = Theme(app)
    for example in (False, True):
        for mode in ("light", "dark"):
            for percent in (100, 200):
                for size in SIZES:
                    look = f"{'example' if example else 'empty'}-{mode}-{percent}{size}"
                    if words and not any(look.endswith(word) for word in words):
                        continue
                    if pictures := take(folder, theme, example, mode, percent, size, look, asked.place):
                        sheet(pictures, folder / f"sheet-{look}.png")
    if "paper" in words or not (words or asked.place):
        sheet(papers(folder), folder / "sheet-paper.png")
    sys.stdout.write(f"{len(list(folder.glob('*.png')))} pictures in {folder}\n")
    os._exit(0)  # the looks have left nothing to tidy up


if __name__ == "__main__":
    main()
