"""A page on its way out of the window: saved as PDF where the user says, or printed. It is made off the main thread."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from desktop.core.errors import UserError
from desktop.core.settings import Paper
from desktop.places import write_whole
from desktop.ui.shared.discretion import mind_the_printer
from desktop.ui.tasks import Progress
from desktop.ui.widgets.printing import PdfPrinter, printer_for
from desktop.ui.workspace import Workspace


class PaperOutput(QObject):
    """Asks where to and writes, or shows the print dialog and prints; `make` gives the PDF, or raises a `UserError`."""

    def __init__(
        self,
        workspace: Workspace,
        window: QWidget,
        open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl,
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._window = window
        self._open_url = open_url
        self._printer = PdfPrinter(self)
        self._printer.printed.connect(lambda: workspace.say(self.tr("It is on its way to the printer.")))
        self._printer.refused.connect(lambda why: workspace.say(why, kind="wrong"))

    def save(self, title: str, name: str, make: Callable[[], bytes]) -> None:
        """Ask for a path, offering `name`, and write the PDF there."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self._window.window(), title, documents, self.tr("PDF (*.pdf)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda chosen: self._write(Path(chosen), make))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def print_out(self, title: str, document: str, paper: Paper, make: Callable[[], bytes]) -> None:
        """Show the system's print dialog and print; `document` is what the printer calls it."""
        mind_the_printer(self._workspace)
        printer = printer_for(paper)
        dialog = QPrintDialog(printer, self._window.window())
        dialog.setWindowTitle(title)

        def send(pdf: bytes) -> None:
            self._printer.send(pdf, printer, paper, document)

        def write() -> None:
            self._workspace.tasks.run(lambda _progress: make(), send, self._not_done)

        dialog.accepted.connect(write)
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)  # QPrintDialog's own wants a slot by its name

    def _write(self, path: Path, make: Callable[[], bytes]) -> None:
        def work(_progress: Progress) -> None:
            write_whole(path, make())

        self._workspace.tasks.run(work, lambda _done: self._say_saved(path), self._not_done)

    def _say_saved(self, path: Path) -> None:
        opened = partial(self._open_url, QUrl.fromLocalFile(str(path)))
        self._workspace.say(self.tr("Saved as {0}").format(path.name), [(self.tr("Open"), opened)])

    def _not_done(self, error: UserError) -> None:
        self._workspace.say(str(error), kind="wrong")
