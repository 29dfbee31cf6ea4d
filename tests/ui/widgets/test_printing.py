"""Printing a PDF: through a real CUPS queue text stays text; elsewhere the pages are drawn at 300 dpi."""

import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from desktop.core.contact import Contact
from desktop.core.meeting import Meeting, PlannedQuestion
from desktop.core.preparing.brief import BriefMaterial, build
from desktop.core.profile import Profile
from desktop.core.settings import Paper
from desktop.documents.brief import PaperLayout, brief_bytes
from desktop.ui.widgets.printing import PdfPrinter, draw_pages, printer_for, queue_arguments
from tests.ui.prepare import print_queue

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def pdf() -> bytes:
    questions = (PlannedQuestion(1, 1, text="Which training would you choose again?"),)
    material = BriefMaterial(
        Meeting(purpose="Learn about training"), Contact(1, "Łukasz Śmigły"), Profile(), questions, ()
    )
    return brief_bytes(build(material, TODAY), PaperLayout())


@pytest.fixture
def queue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    if reason := print_queue.why_not():
        pytest.skip(reason)
    with print_queue.running(tmp_path) as environment:
        monkeypatch.setenv("CUPS_SERVER", environment["CUPS_SERVER"])
        yield print_queue.QUEUE


def text_of(path: Path) -> str:
    return subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True, text=True).stdout


def test_what_comes_out_of_a_cups_queue_can_be_read_as_text(queue: str, pdf: bytes, qtbot: QtBot) -> None:
    printer = _Chosen(queue)
    title = f"brief-{uuid4().hex}"
    sender = PdfPrinter()
    with qtbot.waitSignal(sender.printed, timeout=20_000):
        sender.send(pdf, printer, Paper.A4, title)
    qtbot.waitUntil(lambda: bool(print_queue.take_printed(title)), timeout=30_000)
    qtbot.waitUntil(lambda: print_queue.take_printed(title)[0].read_bytes().rstrip().endswith(b"%%EOF"), timeout=30_000)
    (came_out,) = print_queue.take_printed(title)
    try:
        said = text_of(came_out)
        assert "Which training would you choose again?" in said
        assert "Learn about training" in said
        assert "Łukasz Śmigły" in said
    finally:
        came_out.unlink()


def test_without_a_scheduler_that_knows_the_printer_the_pages_are_drawn(
    pdf: bytes, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "nobody-listens"))
    printer = _OntoFile(tmp_path / "out.pdf")
    sender = PdfPrinter()
    with qtbot.waitSignal(sender.printed, timeout=20_000):
        sender.send(pdf, printer, Paper.A4, "brief")
    assert _pages(tmp_path / "out.pdf") == 2


@pytest.mark.parametrize("lp", [None, "/nowhere/lp"])
def test_where_there_is_no_lp_the_pages_are_drawn(lp: str | None, pdf: bytes, qtbot: QtBot, tmp_path: Path) -> None:
    sender = PdfPrinter(lp=lambda: lp)
    with qtbot.waitSignal(sender.printed, timeout=20_000):
        sender.send(pdf, _OntoFile(tmp_path / "out.pdf"), Paper.A4, "brief")
    assert _pages(tmp_path / "out.pdf") == 2


def test_drawn_pages_have_three_hundred_dots_to_the_inch(pdf: bytes, qtbot: QtBot, tmp_path: Path) -> None:
    printer = _onto_file(tmp_path / "out.pdf")
    assert draw_pages(pdf, printer)
    assert printer.resolution() == 300
    listed = subprocess.run(["pdfimages", "-list", tmp_path / "out.pdf"], capture_output=True, check=True, text=True)
    widths = [int(line.split()[3]) for line in listed.stdout.splitlines()[2:]]
    assert widths
    assert all(abs(width - 2480) < 3 for width in widths)


def test_only_the_pages_asked_for_are_drawn(pdf: bytes, qtbot: QtBot, tmp_path: Path) -> None:
    printer = _onto_file(tmp_path / "out.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 9)
    assert draw_pages(pdf, printer)
    assert _pages(tmp_path / "out.pdf") == 1


def test_print_to_file_writes_the_pdf_itself(pdf: bytes, qtbot: QtBot, tmp_path: Path) -> None:
    sender = PdfPrinter()
    with qtbot.waitSignal(sender.printed):
        sender.send(pdf, _onto_file(tmp_path / "out.pdf"), Paper.A4, "brief")
    assert (tmp_path / "out.pdf").read_bytes() == pdf


def test_a_file_that_cannot_be_written_is_said_in_words(pdf: bytes, qtbot: QtBot, tmp_path: Path) -> None:
    sender = PdfPrinter()
    with qtbot.waitSignal(sender.refused) as refused:
        sender.send(pdf, _onto_file(tmp_path / "gone" / "out.pdf"), Paper.A4, "brief")
    assert "gone" in refused.args[0]


def test_the_queue_is_told_what_the_dialog_left(qtbot: QtBot) -> None:
    printer = _Chosen("Laser")
    printer.setCopyCount(3)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 2)
    told = " ".join(queue_arguments(printer, Paper.LETTER, "Brief"))
    assert "-d Laser -n 3 -t Brief -o media=A4 -o fit-to-page" in told
    assert told.endswith("-P 2-2")
    assert "fit-to-page" not in " ".join(queue_arguments(printer, Paper.A4, "Brief"))


def test_the_printer_starts_with_the_papers_size_upright(qtbot: QtBot) -> None:
    layout = printer_for(Paper.A5).pageLayout()
    assert layout.pageSize().id() is QPageSize.PageSizeId.A5
    assert layout.orientation() is QPageLayout.Orientation.Portrait


class _Chosen(QPrinter):
    """A printer as the dialog leaves it: a queue by its name."""

    def __init__(self, queue: str) -> None:
        super().__init__()
        self.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        self._queue = queue

    def printerName(self) -> str:
        return self._queue

    def outputFormat(self) -> QPrinter.OutputFormat:
        return QPrinter.OutputFormat.NativeFormat


class _OntoFile(_Chosen):
    """A printer of the system's that draws onto a file, because this computer has none."""

    def __init__(self, path: Path) -> None:
        super().__init__("Nobody knows it")
        self.setOutputFileName(str(path))


def _onto_file(path: Path) -> QPrinter:
    printer = printer_for(Paper.A4)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def _pages(path: Path) -> int:
    document = QPdfDocument()
    assert document.load(str(path)) is QPdfDocument.Error.None_
    return document.pageCount()
