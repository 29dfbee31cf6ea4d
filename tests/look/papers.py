"""Every paper of the example as pictures: briefs, a history, the chain, a thank-you card."""

import subprocess
import sys
import tempfile
from pathlib import Path

from desktop.core.people.chain import forest
from desktop.documents.card import FoldedCard, card_bytes
from desktop.documents.chain import chain_bytes
from desktop.documents.contact_history import history_bytes
from desktop.store.store import Store
from desktop.ui.contacts.chain.output import chain_layout
from desktop.ui.contacts.page.history_output import HistoryOutput
from desktop.ui.tasks import Tasks
from desktop.ui.workspace import Workspace

_THANKS = (
    "Dear Priya,\n\nthank you for the twenty minutes on Tuesday. "
    "What you said about the first year stays with me.\n\nYours, Sam"
)


def papers(folder: Path) -> list[Path]:
    """The pictures of all pages, in `folder`."""
    with tempfile.TemporaryDirectory() as data:
        program = [sys.executable, str(Path(__file__).resolve().parents[2] / "main.py"), "--data", data]
        subprocess.run([*program, "demo"], check=True, stdout=subprocess.DEVNULL)
        for paper in ("a4", "letter", "a5"):
            for large in ([], ["--large"]):
                pdf = Path(data) / f"paper-brief-{paper}{''.join(large)}.pdf"
                arguments = ["brief", "next", "--out", str(pdf), "--paper", paper, *large]
                subprocess.run([*program, *arguments], check=True, stdout=subprocess.DEVNULL)
        _others(Path(data))
        for pdf in Path(data).glob("paper-*.pdf"):
            subprocess.run(["pdftoppm", "-r", "80", "-png", str(pdf), str(folder / pdf.stem)], check=True)
    return sorted(folder.glob("paper-*.png"))


def _others(folder: Path) -> None:
    """What the command line does not write."""
    from PySide6.QtWidgets import QApplication, QWidget

    from desktop.app import _shipped_bank
    from desktop.ui.theme import Theme

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    with Store(folder) as store:
        workspace = Workspace(store, Tasks(), Theme(app), _shipped_bank)
        past = next(line for line in store.meetings.past() if line.answered)
        window = QWidget()
        sheet = HistoryOutput(workspace, window).sheet(past.contact_id)
        assert sheet is not None
        (folder / "paper-history.pdf").write_bytes(history_bytes(sheet))
        chain = forest(store.chain.people(None))
        pdf = chain_bytes(chain, chain_layout(workspace), workspace.today())
        (folder / "paper-chain.pdf").write_bytes(pdf)
        (folder / "paper-card.pdf").write_bytes(card_bytes(FoldedCard(_THANKS)))
