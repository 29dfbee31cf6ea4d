"""The preview of a brief: loading it and page one painted, against rendering one page at 150 dpi (target 2.5).

Usage: bench_preview.py [ROUNDS]
"""
# ruff: noqa: E402 - the platform and the path come before what looks at them

import os
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1]), str(HERE)]

from PySide6.QtCore import QBuffer, QByteArray, QEventLoop, QIODevice, QSize
from PySide6.QtPdf import QPdfDocument, QPdfPageRenderer
from PySide6.QtWidgets import QApplication
from table import head, row

from desktop.documents.brief import PaperLayout, brief_bytes
from desktop.ui.prepare.brief_preview import BriefPreview
from desktop.ui.tasks import Tasks
from desktop.ui.theme import Theme, application
from tests.documents.briefs import a_brief

DPI = 150
TARGET = 2.5


def bare(pdf: bytes) -> tuple[float, QSize]:
    """Seconds of rendering page one of a document that is loaded, and its size in pixels."""
    document, buffer = QPdfDocument(), QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    size = (document.pagePointSize(0) * (DPI / 72)).toSize()
    began = time.perf_counter()
    document.render(0, size)
    return time.perf_counter() - began, size


def shown(pdf: bytes, size: QSize) -> float:
    """Seconds from the written brief to page one in the preview, as wide as at that resolution."""
    preview = BriefPreview(Tasks())
    margins = preview._view.documentMargins()
    preview.resize(size.width() + margins.left() + margins.right() + 20, 900)
    preview.show()
    QApplication.processEvents()
    renderer = preview._view.findChild(QPdfPageRenderer)
    assert renderer is not None
    loop = QEventLoop()
    renderer.pageRendered.connect(loop.quit)  # page two is below what is seen
    wanted = (a_brief(), PaperLayout())
    preview._wanted = wanted
    began = time.perf_counter()
    preview._written(wanted, pdf)
    loop.exec()
    QApplication.processEvents()
    spent = time.perf_counter() - began
    preview.close()
    preview.deleteLater()
    return spent


def main() -> None:
    """Print the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    theme = Theme(application([]))
    theme.apply("light")
    pdf = brief_bytes(a_brief(), PaperLayout())
    size = bare(pdf)[1]
    shown(pdf, size)
    floors, ours = [], []
    for _ in range(rounds):
        floors.append(bare(pdf)[0])
        ours.append(shown(pdf, size))
    head("The preview, against rendering one page at 150 dpi")
    row("loading and page one", floors, ours, TARGET)


if __name__ == "__main__":
    main()
