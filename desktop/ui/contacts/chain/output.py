"""How the chain leaves the program: saved as PDF or printed, in the words of this user."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.core.people.chain import Chain
from desktop.documents.chain import ChainLayout, chain_bytes
from desktop.formats.written_text import safe_stem
from desktop.ui.settings import effective_paper
from desktop.ui.shared.days import LocaleDates
from desktop.ui.shared.paper_output import PaperOutput
from desktop.ui.workspace import Workspace


def chain_layout(workspace: Workspace) -> ChainLayout:
    """How the chain is laid out for this user."""
    settings = workspace.store.preferences.settings()
    return ChainLayout(
        paper=effective_paper(settings, workspace.locale),
        large=settings.large_print,
        dates=LocaleDates(workspace.locale),
        private=settings.private_search,
    )


class ChainOutput(QObject):
    """Asks where to and writes, or shows the print dialog and prints; `name` is whose chain it is, empty for all."""

    def __init__(self, workspace: Workspace, window: QWidget) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._paper = PaperOutput(workspace, window)

    def save(self, chain: Chain, name: str = "") -> None:
        """Ask for a path and write the PDF there."""
        make = partial(chain_bytes, chain, chain_layout(self._workspace), self._workspace.today(), name)
        self._paper.save(self.tr("Save chain as PDF"), self._file_name(name), make)

    def print_out(self, chain: Chain, name: str = "") -> None:
        """Show the system's print dialog and print."""
        layout = chain_layout(self._workspace)
        make = partial(chain_bytes, chain, layout, self._workspace.today(), name)
        self._paper.print_out(self.tr("Print chain"), self.tr("Who led to whom"), layout.paper, make)

    def _file_name(self, name: str) -> str:
        """A private search keeps names out of it."""
        private = self._workspace.store.preferences.settings().private_search
        stem = self.tr("chain") if private or not name else self.tr("chain-{0}").format(name)
        return f"{safe_stem(stem)}.pdf"
