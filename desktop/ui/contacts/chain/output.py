"""How the chain leaves the program: saved as PDF or printed, in the words of this user."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from desktop.core.contact import MayUseName, Stage
from desktop.core.errors import UserError
from desktop.core.people.chain import Chain, ChainWords
from desktop.documents.chain import ChainLayout, chain_bytes, write_chain
from desktop.formats.written_text import safe_stem
from desktop.ui import words
from desktop.ui.settings import effective_paper
from desktop.ui.shared.discretion import mind_the_printer
from desktop.ui.shared.letter_paper import LocaleDates
from desktop.ui.tasks import Progress
from desktop.ui.widgets.printing import PdfPrinter, printer_for
from desktop.ui.workspace import Workspace


def chain_words() -> ChainWords:
    """The words of a chain in the user's language."""
    tr = QCoreApplication.translate
    return ChainWords(
        stages={stage: words.stage(stage) for stage in Stage},
        no_name=tr("Chain", "No name yet"),
        use_name={
            MayUseName.YES: tr("Chain", "say who named them"),
            MayUseName.NO: tr("Chain", "leave the name out"),
            MayUseName.ASK: tr("Chain", "ask about the name first"),
        },
        introducing=tr("Chain", "{name} introduces you"),
        circle=tr("Chain", "named by {name}, who stands further down: a circle, cut here"),
        branch=tr("Chain", "a branch of {people}, {met} met"),
    )


def chain_layout(workspace: Workspace) -> ChainLayout:
    """How the chain is laid out for this user."""
    tr = QCoreApplication.translate
    settings = workspace.store.preferences.settings()
    return ChainLayout(
        paper=effective_paper(settings, workspace.locale),
        large=settings.large_print,
        dates=LocaleDates(workspace.locale),
        words=chain_words(),
        language=tr("Brief", "en", "the tag of the language of this translation"),
        title=tr("Chain", "Who led to whom"),
        title_of_one=tr("Chain", "Who led to whom: {name}"),
        as_of=tr("Chain", "{people} people, {met} met. As of {day}."),
        level=tr("Chain", "level {level}"),
        page=tr("Chain", "page {page} of {pages}"),
    )


class ChainOutput(QObject):
    """Asks where to, works off the main thread, and says what came of it."""

    def __init__(self, workspace: Workspace, window: QWidget) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._window = window
        self._printer = PdfPrinter(self)
        self._printer.printed.connect(lambda: workspace.say(self.tr("The chain is on its way to the printer.")))
        self._printer.refused.connect(lambda why: workspace.say(why, kind="wrong"))

    def save(self, chain: Chain, name: str = "") -> None:
        """Ask for a path and write the chain there; `name` is whose chain it is, empty for all."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self._window, self.tr("Save chain as PDF"), documents, self.tr("PDF (*.pdf)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(self._file_name(name))
        dialog.fileSelected.connect(lambda chosen: self.write(chain, Path(chosen), name))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, chain: Chain, path: Path, name: str = "") -> None:
        """Write the chain and say so."""
        work = partial(_write, chain, chain_layout(self._workspace), self._workspace.today(), path, name)
        self._workspace.tasks.run(work, self._saved, self._not_done)

    def print(self, chain: Chain, name: str = "") -> None:
        """Show the system's print dialog and print the chain."""
        layout = chain_layout(self._workspace)
        printer = printer_for(layout.paper)
        mind_the_printer(self._workspace)
        dialog = QPrintDialog(printer, self._window)
        dialog.setWindowTitle(self.tr("Print chain"))

        def send(pdf: bytes) -> None:
            self._printer.send(pdf, printer, layout.paper, self.tr("Who led to whom"))

        def write() -> None:
            work = partial(_bytes, chain, layout, self._workspace.today(), name)
            self._workspace.tasks.run(work, send, self._not_done)

        dialog.accepted.connect(write)
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)  # QPrintDialog's own wants a slot by its name

    def _file_name(self, name: str) -> str:
        """A private search keeps names out of it."""
        private = self._workspace.store.preferences.settings().private_search
        stem = self.tr("chain") if private or not name else self.tr("chain-{0}").format(name)
        return f"{safe_stem(stem)}.pdf"

    def _saved(self, path: Path) -> None:
        def show(what: Path) -> Callable[[], object]:
            return lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(what)))

        self._workspace.say(
            self.tr("Chain saved as {0}").format(path.name),
            [(self.tr("Open"), show(path)), (self.tr("Show in folder"), show(path.parent))],
        )

    def _not_done(self, error: UserError) -> None:
        self._workspace.say(str(error), kind="wrong")


def _write(chain: Chain, layout: ChainLayout, today: date, path: Path, name: str, _progress: Progress) -> Path:
    write_chain(chain, layout, today, path, name)
    return path


def _bytes(chain: Chain, layout: ChainLayout, today: date, name: str, _progress: Progress) -> bytes:
    return chain_bytes(chain, layout, today, name)
