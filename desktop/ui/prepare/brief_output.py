"""How a brief leaves the program: saved as PDF, printed, or all of a week's briefs in one file."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from desktop.core.errors import UserError
from desktop.core.preparing.brief import Brief
from desktop.documents.brief import brief_bytes, write_brief, write_packet
from desktop.documents.layout import Layout
from desktop.ui.prepare.paper import brief_layout
from desktop.ui.shared.discretion import mind_the_printer
from desktop.ui.tasks import Progress
from desktop.ui.widgets.printing import PdfPrinter, printer_for
from desktop.ui.workspace import Workspace
from desktop.work.briefs import brief_of, briefs_of_week


class BriefOutput(QObject):
    """Asks where to, works off the main thread, and says what came of it.

    `began` and `ended` surround the work, for buttons that wait meanwhile.
    """

    began = Signal()
    ended = Signal()

    def __init__(self, workspace: Workspace, window: QWidget) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._window = window
        self._printer = PdfPrinter(self)
        self._printer.printed.connect(lambda: self._end(self.tr("The brief is on its way to the printer.")))
        self._printer.refused.connect(lambda why: self._end(why, "wrong"))
        self._folder = ""

    def save(self, meeting_id: int) -> None:
        """Ask for a path and write the brief of a meeting there."""
        brief = self._brief(meeting_id)
        if brief is not None:
            layout = self._layout()
            self._ask_where(
                self.tr("Save brief as PDF"),
                brief.file_name,
                lambda path: self._write(path, lambda _progress: write_brief(brief, layout, path)),
            )

    def save_week(self) -> None:
        """Ask for a path and write the briefs of all meetings of the next seven days there."""
        packet = briefs_of_week(self._workspace.store)
        if not packet:
            self._workspace.say(self.tr("No meeting of the next seven days has a question chosen yet."))
            return
        layout = self._layout()
        self._ask_where(
            self.tr("Save this week's briefs"),
            self.tr("briefs-{0}.pdf").format(self._workspace.today().isoformat()),
            lambda path: self._write(path, lambda _progress: write_packet(packet, layout, path)),
        )

    def print(self, meeting_id: int) -> None:
        """Show the system's print dialog and print the brief of a meeting."""
        brief = self._brief(meeting_id)
        if brief is None:
            return
        layout = self._layout()
        mind_the_printer(self._workspace)
        printer = printer_for(layout.paper)
        dialog = QPrintDialog(printer, self._window)
        dialog.setWindowTitle(self.tr("Print brief"))

        def send(pdf: bytes) -> None:
            self._printer.send(pdf, printer, layout.paper, self.tr("Brief"))

        def write() -> None:
            self.began.emit()
            self._workspace.tasks.run(partial(_bytes, brief, layout), send, self._not_done)

        dialog.accepted.connect(write)
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)  # QPrintDialog's own wants a slot by its name

    # -- the steps --------------------------------------------------------------------------------------------------

    def _brief(self, meeting_id: int) -> Brief | None:
        try:
            return brief_of(self._workspace.store, meeting_id)
        except UserError as error:
            self._workspace.say(str(error))
            return None

    def _layout(self) -> Layout:
        return brief_layout(self._workspace.store.preferences.settings(), self._workspace.locale)

    def _ask_where(self, title: str, name: str, write: Callable[[Path], None]) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self._window, title, self._folder or documents, self.tr("PDF (*.pdf)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda chosen: write(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _write(self, path: Path, work: Callable[[Progress], int]) -> None:
        self._folder = str(path.parent)
        self.began.emit()
        self._workspace.tasks.run(work, partial(self._saved, path), self._not_done)

    def _saved(self, path: Path, _pages: int) -> None:
        self.ended.emit()
        self._workspace.say(
            self.tr("Brief saved as {0}").format(path.name),
            [
                (self.tr("Open"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))),
                (self.tr("Show in folder"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))),
            ],
        )

    def _not_done(self, error: UserError) -> None:
        self._end(str(error), "wrong")

    def _end(self, said: str, kind: str = "info") -> None:
        self.ended.emit()
        self._workspace.say(said, kind=kind)


def _bytes(brief: Brief, layout: Layout, _progress: Progress) -> bytes:
    return brief_bytes(brief, layout)
