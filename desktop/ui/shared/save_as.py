"""Saving a file where the user says: the one dialog that asks for a path, and the one message that says it is done."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.ui.workspace import Workspace

OpenUrl = Callable[[QUrl], bool]


def ask_where(
    window: QWidget, title: str, name: str, kinds: str, then: Callable[[Path], object], folder: Path | None = None
) -> None:
    """Ask where to save a file, offering `name`; `then` gets the path, and is not called if the user cancels.

    `kinds` is what the dialog calls the files: "PDF (*.pdf)". It opens in `folder`, else among the user's documents.
    The dialog does not block: while one that does is open, nobody else may close the window or its store safely.
    """
    dialog = QFileDialog(window.window(), title, str(folder) if folder else _documents(), kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    dialog.selectFile(name)
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def ask_folder(window: QWidget, title: str, then: Callable[[Path], object]) -> None:
    """Ask for a folder; `then` gets it, and is not called if the user cancels."""
    dialog = QFileDialog(window.window(), title, _documents())
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def say_saved(workspace: Workspace, path: Path, open_url: OpenUrl | None = None, more: str = "") -> None:
    """Say that a file was saved, with *Open* and *Show in folder*; `more` is a sentence that follows."""
    said = QCoreApplication.translate("SaveAs", "Saved as {0}").format(path.name)
    if more:
        said = QCoreApplication.translate("SaveAs", "{0}. {1}").format(said, more)
    opening = open_url or QDesktopServices.openUrl
    workspace.say(
        said,
        [
            (QCoreApplication.translate("SaveAs", "Open"), partial(opening, QUrl.fromLocalFile(str(path)))),
            (
                QCoreApplication.translate("SaveAs", "Show in folder"),
                partial(opening, QUrl.fromLocalFile(str(path.parent))),
            ),
        ],
    )


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
