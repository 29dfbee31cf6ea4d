"""How the chain leaves the program: saved as PDF or printed, in the words of this user."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from desktop.core.contact import MayUseName, Stage
from desktop.core.people.chain import Chain, ChainWords
from desktop.documents.chain import ChainLayout, chain_bytes
from desktop.formats.written_text import safe_stem
from desktop.ui import words
from desktop.ui.settings import effective_paper
from desktop.ui.shared.days import LocaleDates
from desktop.ui.shared.paper_output import PaperOutput
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
