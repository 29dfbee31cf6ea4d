"""At many fill levels of a small disk no field looks saved that is not, and all is saved once there is room."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.core.contact import Contact
from desktop.core.errors import UserError
from desktop.places import resources
from desktop.store.store import Store
from desktop.ui.main_window import MainWindow
from desktop.ui.tasks import Tasks
from desktop.ui.theme import Theme
from desktop.ui.unsaved_line import AGAIN, UnsavedLine
from desktop.ui.workspace import Workspace
from tests.store.file.test_error_messages import small_disk  # noqa: F401 - a fixture
from tests.ui.hands import field

LEVELS = 50


@pytest.fixture
def opened(small_disk: Path, theme: Theme, qtbot: QtBot) -> Iterator[tuple[Path, MainWindow, Workspace]]:  # noqa: F811
    from desktop.formats import question_bank

    with Store(small_disk / "data") as store:
        with store.action("Add"):
            store.contacts.add(Contact(name="Ada"))
        workspace = Workspace(
            store, Tasks(), theme, lambda: question_bank.read_question_bank(resources() / "questions")
        )
        window = MainWindow(workspace, workspace.window_memory, ["false"], example=False)
        window.show()
        window.tabs.open_contact(1)
        yield small_disk, window, workspace
        window.close()
        workspace.tasks.wait()
        window.deleteLater()
        workspace.deleteLater()


def test_no_field_looks_saved_that_is_not(opened: tuple[Path, MainWindow, Workspace]) -> None:
    disk, window, workspace = opened
    line = window.findChild(UnsavedLine)
    notes = field(window, "Notes")
    (again,) = [each for each in line.findChildren(QTimer) if each.interval() == AGAIN]
    ballast = disk / "ballast"
    refused = 0
    for level in range(LEVELS):
        text = f"level {level} " * 4_000
        ballast.write_bytes(bytes(max(0, shutil.disk_usage(disk).free - level * 4096)))
        try:
            notes.enter(text)
        except UserError:
            refused += 1
        for _ in range(4):  # what happens by itself in 15 s
            again.timeout.emit()
        marked = [each for each in notes.findChildren(QLabel) if each.text() == "Not saved yet" and not each.isHidden()]
        assert bool(marked) == bool(line.text) == (notes.refusal is not None)
        looks_saved = not marked
        ballast.unlink()
        found = workspace.store.contacts.find(1)
        assert found is not None
        assert (found.notes == text) == looks_saved, f"level {level}"
        again.timeout.emit()
        found = workspace.store.contacts.find(1)
        assert found is not None
        assert found.notes == text
        assert line.text == ""
    assert refused > 5
    assert workspace.store.check() == []
