"""The brief as it will print: the real PDF, written off the main thread and shown page by page."""

from functools import partial

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Signal
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFrame, QStackedLayout, QWidget

from desktop.core.errors import UserError
from desktop.core.preparing.brief import Brief
from desktop.documents.brief import brief_bytes
from desktop.documents.layout import PaperLayout
from desktop.ui.prepare.wizard_page import quiet
from desktop.ui.tasks import Progress, Task, Tasks


class BriefPreview(QWidget):
    """`shown` tells that the pages of the last brief asked for are there."""

    shown = Signal()

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._wanted: tuple[Brief, PaperLayout] | None = None
        self._task: Task | None = None
        self._document = QPdfDocument(self)
        self._view = QPdfView(self)
        self._view.setPageMode(QPdfView.PageMode.MultiPage)
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._view.setFrameShape(QFrame.Shape.StyledPanel)
        self._view.setAccessibleName(self.tr("The brief as it will print"))
        self._view.setAccessibleDescription(self.tr("Save it as PDF to read it with your PDF program."))
        self._view.setDocument(self._document)
        self._instead = quiet()
        self._instead.setMargin(12)
        self._layout = QStackedLayout(self)
        self._layout.addWidget(self._instead)
        self._layout.addWidget(self._view)

    @property
    def pages(self) -> int:
        """How many pages are there, 0 for none."""
        return self._document.pageCount() if self._layout.currentWidget() is self._view else 0

    def show_brief(self, brief: Brief, layout: PaperLayout) -> None:
        """Show a brief; the one before stays until the new one is ready."""
        if (brief, layout) == self._wanted:
            return
        self._wanted = (brief, layout)
        if self._task is None:
            self._write()

    def show_instead(self, text: str) -> None:
        """Show a sentence where there can be no brief yet."""
        self._wanted = None
        self._instead.setText(text)
        self._layout.setCurrentWidget(self._instead)

    def _write(self) -> None:
        if self._wanted is not None:
            brief, layout = self._wanted
            self._task = self._tasks.run(
                partial(_bytes, brief, layout), partial(self._written, (brief, layout)), self._not_written
            )

    def _written(self, what: tuple[Brief, PaperLayout], pdf: bytes) -> None:
        self._task = None
        if self._wanted is None:
            return
        if what != self._wanted:  # edited meanwhile
            self._write()
            return
        place = self._view.verticalScrollBar().value()
        document = QPdfDocument(self)
        buffer = QBuffer(document)
        buffer.setData(QByteArray(pdf))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        document.load(buffer)
        self._view.setDocument(document)
        self._document.deleteLater()
        self._document = document
        self._layout.setCurrentWidget(self._view)
        self._view.verticalScrollBar().setValue(place)
        self.shown.emit()

    def _not_written(self, error: UserError) -> None:
        self._task = None
        self.show_instead(str(error))


def _bytes(brief: Brief, layout: PaperLayout, _progress: Progress) -> bytes:
    return brief_bytes(brief, layout)
