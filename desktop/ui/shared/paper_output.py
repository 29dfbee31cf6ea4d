"""A paper document on its way out of the window: saved as PDF where the user says, or printed.

It is made off the main thread.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QDialog, QWidget

from desktop.core.errors import UserError
from desktop.core.settings import Paper
from desktop.places import write_whole
from desktop.ui.shared.printer_warning import warn_of_shared_printer
from desktop.ui.shared.save_as import OpenUrl, ask_where, say_saved
from desktop.ui.tasks import Progress
from desktop.ui.widgets.printing import PdfPrinter, printer_for
from desktop.ui.workspace import Workspace


class PaperOutput(QObject):
    """Asks where to and writes, or shows the print dialog and prints; `make` gives the PDF, or raises a `UserError`.

    `began` and `ended` surround the work, for buttons that wait meanwhile. What comes next is offered in the folder
    of the one before.
    """

    began = Signal()
    ended = Signal()

    def __init__(self, workspace: Workspace, window: QWidget, open_url: OpenUrl | None = None) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._window = window
        self._open_url = open_url
        self._folder: Path | None = None
        self._printer = PdfPrinter(self)
        self._printer.printed.connect(self._say_printed)
        self._printer.refused.connect(self._say_refused)

    def save(self, title: str, name: str, make: Callable[[], bytes]) -> None:
        """Ask for a path, offering `name`, and write the PDF there."""
        ask_where(self._window, title, name, self.tr("PDF (*.pdf)"), lambda path: self._write(path, make), self._folder)

    def print_out(self, title: str, document: str, paper: Paper, make: Callable[[], bytes]) -> None:
        """Show the system's print dialog and print; `document` is what the printer calls it."""
        warn_of_shared_printer(self._workspace)
        printer = printer_for(paper)
        dialog = QPrintDialog(printer, self._window.window())
        dialog.setWindowTitle(title)

        def send(pdf: bytes) -> None:
            self._printer.send(pdf, printer, paper, document)

        def write() -> None:
            self.began.emit()
            self._workspace.tasks.run(lambda _progress: make(), send, self._not_done)

        dialog.accepted.connect(write)
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)  # QPrintDialog's own wants a slot by its name

    def _write(self, path: Path, make: Callable[[], bytes]) -> None:
        def work(_progress: Progress) -> None:
            write_whole(path, make(), force=True)  # the dialog asked

        self._folder = path.parent
        self.began.emit()
        self._workspace.tasks.run(work, lambda _done: self._say_written(path), self._not_done)

    def _say_written(self, path: Path) -> None:
        self.ended.emit()
        say_saved(self._workspace, path, self._open_url)

    def _say_printed(self) -> None:
        self.ended.emit()
        self._workspace.say(self.tr("It is on its way to the printer."))

    def _say_refused(self, sentence: str) -> None:
        self.ended.emit()
        self._workspace.say(sentence, kind="wrong")

    def _not_done(self, error: UserError) -> None:
        self._say_refused(str(error))
