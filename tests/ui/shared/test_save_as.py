"""Where to save is asked in one way, and what was saved is said in one way."""

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.shared.save_as import ask_folder, ask_where, say_saved
from desktop.ui.workspace import Workspace


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def asked(window: QWidget) -> QFileDialog:
    """The dialog that is open."""
    return next(each for each in window.findChildren(QFileDialog) if each.isVisible())


def test_the_dialog_offers_the_name_and_gives_the_path(window: QWidget, tmp_path: Path) -> None:
    chosen: list[Path] = []
    ask_where(window, "Save letter", "letter.pdf", "PDF (*.pdf)", chosen.append, tmp_path)
    dialog = asked(window)
    assert dialog.windowTitle() == "Save letter"
    assert dialog.nameFilters() == ["PDF (*.pdf)"]
    assert dialog.defaultSuffix() == "pdf"
    assert Path(dialog.selectedFiles()[0]) == tmp_path / "letter.pdf"
    dialog.accept()
    assert chosen == [tmp_path / "letter.pdf"]


def test_nothing_follows_where_the_user_cancels(window: QWidget) -> None:
    chosen: list[Path] = []
    ask_where(window, "Save letter", "letter.pdf", "PDF (*.pdf)", chosen.append)
    asked(window).reject()
    ask_folder(window, "Folder", chosen.append)
    asked(window).reject()
    assert chosen == []


def test_a_folder_is_asked_for_as_a_folder(window: QWidget, tmp_path: Path) -> None:
    chosen: list[Path] = []
    ask_folder(window, "Folder", chosen.append)
    dialog = asked(window)
    assert dialog.fileMode() is QFileDialog.FileMode.Directory
    dialog.fileSelected.emit(str(tmp_path))
    assert chosen == [tmp_path]


@pytest.mark.parametrize(("more", "sentence"), [("", "Saved as a.pdf"), ("Rest.", "Saved as a.pdf. Rest.")])
def test_what_was_saved_can_be_opened_and_shown(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, more: str, sentence: str
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    said: list[str] = []
    offered: list[str] = []

    def heard(text: str, actions: list[tuple[str, object]], _kind: str) -> None:
        said.append(text)
        for name, act in actions:
            offered.append(name)
            assert callable(act)
            act()

    workspace.said.connect(heard)
    say_saved(workspace, tmp_path / "a.pdf", more=more)
    assert said == [sentence]
    assert offered == ["Open", "Show in folder"]
    assert opened == [QUrl.fromLocalFile(str(tmp_path / "a.pdf")), QUrl.fromLocalFile(str(tmp_path))]
