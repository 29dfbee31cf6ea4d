"""Every paper document goes out in one way: asked, written whole, said; printed, said; refused, said."""

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.errors import UserError
from desktop.core.settings import Paper
from desktop.ui.shared.paper_output import PaperOutput
from desktop.ui.workspace import Workspace


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def output(workspace: Workspace, window: QWidget) -> PaperOutput:
    return PaperOutput(workspace, window)


@pytest.fixture
def said(workspace: Workspace) -> list[str]:
    heard: list[str] = []
    workspace.said.connect(lambda text, _actions, _kind: heard.append(text))
    return heard


def save(output: PaperOutput, window: QWidget, path: Path, qtbot: QtBot) -> str:
    """Answer the dialog and wait; the path it offered."""
    dialog = next(each for each in window.findChildren(QFileDialog) if each.isVisible())
    offered = dialog.selectedFiles()[0]
    with qtbot.waitSignals([output.began, output.ended], order="strict"):
        dialog.fileSelected.emit(str(path))
        dialog.reject()
    return offered


def test_the_pdf_is_written_as_it_was_made_and_the_folder_is_offered_again(
    output: PaperOutput, window: QWidget, tmp_path: Path, said: list[str], qtbot: QtBot
) -> None:
    output.save("Save", "a.pdf", lambda: b"%PDF A")
    save(output, window, tmp_path / "other.pdf", qtbot)
    assert (tmp_path / "other.pdf").read_bytes() == b"%PDF A"
    assert said == ["Saved as other.pdf"]
    output.save("Save", "b.pdf", lambda: b"%PDF B")
    assert Path(save(output, window, tmp_path / "b.pdf", qtbot)) == tmp_path / "b.pdf"


def test_a_document_that_cannot_be_made_is_said_and_nothing_is_written(
    output: PaperOutput, window: QWidget, tmp_path: Path, said: list[str], qtbot: QtBot
) -> None:
    def make() -> bytes:
        raise UserError("There is nothing to print yet.")

    output.save("Save", "a.pdf", make)
    save(output, window, tmp_path / "a.pdf", qtbot)
    assert said == ["There is nothing to print yet."]
    assert not list(tmp_path.glob("*.pdf"))


def test_printing_into_a_file_is_said(
    output: PaperOutput, window: QWidget, tmp_path: Path, said: list[str], qtbot: QtBot
) -> None:
    output.print_out("Print letter", "Letter", Paper.A4, lambda: b"%PDF A")
    dialog = next(each for each in window.findChildren(QPrintDialog) if each.isVisible())
    assert dialog.windowTitle() == "Print letter"
    dialog.printer().setOutputFileName(str(tmp_path / "printed.pdf"))
    with qtbot.waitSignals([output.began, output.ended], order="strict"):
        dialog.done(1)
    assert (tmp_path / "printed.pdf").read_bytes() == b"%PDF A"
    assert said == ["It is on its way to the printer."]
