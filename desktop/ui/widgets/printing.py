"""Prints a PDF. Where CUPS prints, the PDF itself goes to the queue, so that text stays text; elsewhere 300 dpi."""

import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QProcess, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from desktop.core.errors import UserError
from desktop.core.settings import Paper
from desktop.places import write_whole

_DPI = 300  # "elsewhere 300 dpi": the driver's highest made 8.8 MB of two pages
_SIZES = {
    Paper.A4: QPageSize.PageSizeId.A4,
    Paper.LETTER: QPageSize.PageSizeId.Letter,
    Paper.A5: QPageSize.PageSizeId.A5,
}
_SIDES = {
    QPrinter.DuplexMode.DuplexNone: "one-sided",
    QPrinter.DuplexMode.DuplexLongSide: "two-sided-long-edge",
    QPrinter.DuplexMode.DuplexShortSide: "two-sided-short-edge",
}


def printer_for(paper: Paper) -> QPrinter:
    """The system's printer, set to that paper, upright, for the print dialog to change."""
    printer = QPrinter()
    printer.setResolution(_DPI)
    printer.setPageSize(QPageSize(_SIZES[paper]))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    return printer


def queue_arguments(printer: QPrinter, paper: Paper, title: str) -> list[str]:
    """What to tell `lp`: queue, copies, paper, pages and sides as chosen in the dialog.

    A PostScript queue goes through Ghostscript by default, which turns TrueType letters into pictures of letters
    (tried: nothing readable came out); through Cairo they stay letters. Other queues do not look at that option.
    """
    chosen = printer.pageLayout().pageSize()
    arguments = ["-d", printer.printerName(), "-n", str(max(1, printer.copyCount())), "-t", title]
    arguments += ["-o", f"media={chosen.key()}"]
    if chosen.id() is not _SIZES[paper]:
        arguments += ["-o", "fit-to-page"]
    if shutil.which("pdftocairo"):
        arguments += ["-o", "pdftops-renderer=pdftocairo"]
    if printer.copyCount() > 1:
        arguments += ["-o", f"collate={'true' if printer.collateCopies() else 'false'}"]
    if printer.duplex() in _SIDES:
        arguments += ["-o", f"sides={_SIDES[printer.duplex()]}"]
    if printer.printRange() is QPrinter.PrintRange.PageRange and printer.fromPage() > 0:
        arguments += ["-P", f"{printer.fromPage()}-{max(printer.fromPage(), printer.toPage())}"]
    return arguments


class PdfPrinter(QObject):
    """Prints PDFs. Exactly one of `printed` and `refused` (with what to tell the user) follows each `send`."""

    printed = Signal()
    refused = Signal(str)

    def __init__(
        self, parent: QObject | None = None, lp: Callable[[], str | None] = lambda: shutil.which("lp")
    ) -> None:
        super().__init__(parent)
        self._lp = lp

    def send(self, pdf: bytes, printer: QPrinter, paper: Paper, title: str) -> None:
        """Print with what the dialog left in `printer`."""
        if printer.outputFormat() is QPrinter.OutputFormat.PdfFormat and printer.outputFileName():
            self._write(pdf, Path(printer.outputFileName()))
            return
        lp = self._lp()
        to_queue = printer.outputFormat() is QPrinter.OutputFormat.NativeFormat and bool(printer.printerName())
        if lp is None or not to_queue:
            self._draw(pdf, printer)
            return
        handover = _Handover(lp, queue_arguments(printer, paper, title), pdf, printer, self)
        handover.taken.connect(self.printed)
        # No queue of that name, or no scheduler: the system's own way may still know the printer.
        handover.refused.connect(self._draw)
        handover.start()

    def _draw(self, pdf: bytes, printer: QPrinter) -> None:
        if draw_pages(pdf, printer):
            self.printed.emit()
        else:
            self.refused.emit(
                self.tr("The printer did not take the pages. Nothing is lost; try again, or save it as PDF first.")
            )

    def _write(self, pdf: bytes, path: Path) -> None:
        """The dialog's own *Print to file*: the PDF as it is, not a picture of it."""
        try:
            write_whole(path, pdf, force=True)  # the dialog asked
        except UserError as error:
            self.refused.emit(str(error))
        else:
            self.printed.emit()


class _Handover(QObject):
    """Gives a PDF to `lp` on its standard input: no copy of it is left on the disk."""

    taken = Signal()
    refused = Signal(object, object)  # the PDF and its printer, for another try

    def __init__(self, lp: str, arguments: list[str], pdf: bytes, printer: QPrinter, parent: QObject) -> None:
        super().__init__(parent)
        self._pdf = pdf
        self._printer = printer
        self._process = QProcess(self)
        self._process.setProgram(lp)
        self._process.setArguments(arguments)
        self._process.started.connect(self._write)
        self._process.finished.connect(self._finish)
        self._process.errorOccurred.connect(self._give_up)

    def start(self) -> None:
        """Run `lp`; `taken` or `refused` follows, never before this returns."""
        self._process.start()

    def _write(self) -> None:
        self._process.write(self._pdf)
        self._process.closeWriteChannel()

    def _finish(self, code: int, status: QProcess.ExitStatus) -> None:
        done = code == 0 and status is QProcess.ExitStatus.NormalExit
        QTimer.singleShot(0, self, self._tell_taken if done else self._tell_refused)

    def _give_up(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:  # after any other error comes `finished`
            QTimer.singleShot(0, self, self._tell_refused)

    def _tell_taken(self) -> None:
        self.deleteLater()
        self.taken.emit()

    def _tell_refused(self) -> None:
        self.deleteLater()
        self.refused.emit(self._pdf, self._printer)


def draw_pages(pdf: bytes, printer: QPrinter) -> bool:
    """Draws the pages asked for onto the printer as pictures; whether the printer took them."""
    document = QPdfDocument()
    buffer = QBuffer(document)  # the document reads from it to its own end
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    first, last = 0, document.pageCount() - 1
    if printer.printRange() is QPrinter.PrintRange.PageRange and printer.fromPage() > 0:
        first, last = printer.fromPage() - 1, min(last, max(printer.fromPage(), printer.toPage()) - 1)
    painter = QPainter()
    if first > last or not painter.begin(printer):
        return False
    sheet = QRectF(printer.paperRect(QPrinter.Unit.DevicePixel))
    taken = True
    for page in range(first, last + 1):
        taken = taken and (page == first or printer.newPage())
        points = document.pagePointSize(page)
        image = document.render(page, QSize(round(points.width() * _DPI / 72), round(points.height() * _DPI / 72)))
        target = QRectF(sheet.topLeft(), points.scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio))
        target.moveCenter(sheet.center())
        painter.drawImage(target, image)
    return painter.end() and taken
