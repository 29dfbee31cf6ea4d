"""What cannot be saved is said until it is saved, tried again by itself, and never thrown away unasked."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from desktop.core.contact import Contact
from desktop.core.errors import StoreError
from desktop.store.store import Store
from desktop.ui.main_window import MainWindow
from desktop.ui.unsaved_line import AGAIN, UnsavedLine
from desktop.ui.widgets.fields import AddField, TextField
from desktop.ui.widgets.message_bar import MessageBar
from desktop.ui.workspace import Workspace
from tests.ui.hands import control, enter, field, press

FULL = "There is no room left on the disk, so this could not be saved."


class FullDisk:
    """Whatever is written is refused until there is room."""

    def __init__(self, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
        self.full = False
        action = store.action

        def refuse(name: str, visit: str = "") -> object:
            if self.full:
                raise StoreError("store.no_room")
            return action(name, visit)

        monkeypatch.setattr(store, "action", refuse)


@pytest.fixture
def disk(store: Store, monkeypatch: pytest.MonkeyPatch) -> FullDisk:
    return FullDisk(store, monkeypatch)


@pytest.fixture
def window(workspace: Workspace, disk: FullDisk, qtbot: QtBot) -> Iterator[MainWindow]:
    with workspace.store.action("Add"):
        workspace.store.contacts.add(Contact(name="Ada"))
    settings = QSettings(str(workspace.store.folder / "window.ini"), QSettings.Format.IniFormat)
    shown = MainWindow(workspace, settings, ["false"], example=False)
    qtbot.addWidget(shown, before_close_func=lambda _window: setattr(disk, "full", False))
    shown.show()
    shown.tabs.open_contact(1)
    yield shown
    disk.full = False


def said(window: MainWindow) -> str:
    return window.findChild(UnsavedLine).text


def refuse(window: MainWindow, disk: FullDisk) -> None:
    disk.full = True
    with pytest.raises(StoreError):
        enter(window, "Role", "Engineer")


def role(workspace: Workspace) -> str:
    found = workspace.store.contacts.find(1)
    assert found is not None
    return found.role


def pass_by(window: MainWindow, interval: int) -> None:
    """Let every timer of that interval come to its end."""
    for timer in window.findChildren(QTimer):
        if timer.interval() == interval and timer.isActive():
            timer.timeout.emit()


def test_the_line_stays_when_the_message_goes_and_until_it_is_saved(
    window: MainWindow, disk: FullDisk, workspace: Workspace
) -> None:
    refuse(window, disk)
    bar = window.findChild(MessageBar)
    assert bar.text.startswith(FULL)
    assert said(window).startswith(f"Not saved yet: Role. {FULL}")
    assert said(window).endswith("It is tried again by itself.")
    pass_by(window, 10_000)
    assert bar.text == ""
    for _ in range(3):
        pass_by(window, AGAIN)
        assert bar.text == "", "what was said once is said again at every try"
        assert said(window).startswith("Not saved yet: Role.")
    disk.full = False
    pass_by(window, AGAIN)
    assert said(window) == ""
    assert role(workspace) == "Engineer"
    assert not any(timer.isActive() for timer in window.findChildren(QTimer) if timer.interval() == AGAIN)


def test_try_now_tries_and_says_why_not(window: MainWindow, disk: FullDisk, workspace: Workspace) -> None:
    refuse(window, disk)
    pass_by(window, 10_000)
    press(window, "Try now")
    assert window.findChild(MessageBar).text.startswith(FULL)
    disk.full = False
    press(window, "Try now")
    assert role(workspace) == "Engineer"
    assert said(window) == ""


def test_every_field_of_the_contact_page_is_kept_and_saved_later(
    window: MainWindow, disk: FullDisk, workspace: Workspace
) -> None:
    disk.full = True
    tried = {
        each.name: each
        for each in window.tabs.contacts.findChildren(TextField)
        if type(each) is TextField and not each.isHidden() and each.isVisible() and each.name != "Name"
    }
    assert len(tried) >= 5
    for name, each in tried.items():
        with pytest.raises(StoreError):
            each.enter(f"words of {name}")
    for name in tried:
        assert name in said(window)
    disk.full = False
    pass_by(window, AGAIN)
    assert said(window) == ""
    assert [each.value for each in tried.values()] == [f"words of {name}" for name in tried]
    found = workspace.store.contacts.find(1)
    assert found is not None
    assert "words of Role" in str(found)


def box(window: MainWindow) -> QMessageBox:
    (found,) = [each for each in window.findChildren(QMessageBox) if each.isVisible()]
    return found


def answer(window: MainWindow, text: str) -> None:
    (button,) = [each for each in box(window).buttons() if each.text().replace("&", "") == text]
    button.click()


def test_closing_asks_and_goes_on_working(window: MainWindow, disk: FullDisk, workspace: Workspace) -> None:
    refuse(window, disk)
    assert not window.close()
    assert "Role" in box(window).text()
    assert FULL in box(window).text()
    answer(window, "Go on working")
    assert window.isVisible()
    assert field(window, "Role").value == "Engineer"


def test_closing_tries_again(window: MainWindow, disk: FullDisk, workspace: Workspace, qtbot: QtBot) -> None:
    refuse(window, disk)
    window.close()
    answer(window, "Try again")
    qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(QMessageBox)))
    disk.full = False
    answer(window, "Try again")
    qtbot.waitUntil(lambda: not window.isVisible())
    assert role(workspace) == "Engineer"


def test_closing_all_the_same(window: MainWindow, disk: FullDisk, workspace: Workspace, qtbot: QtBot) -> None:
    refuse(window, disk)
    window.close()
    answer(window, "Close all the same")
    qtbot.waitUntil(lambda: not window.isVisible())
    assert role(workspace) == ""


def test_the_words_are_saved_elsewhere_before_closing(
    window: MainWindow, disk: FullDisk, qtbot: QtBot, tmp_path: Path
) -> None:
    refuse(window, disk)
    with pytest.raises(StoreError):
        enter(window, "Notes", "Two lines\nof notes")
    window.close()
    answer(window, "Save my words elsewhere…")
    window.findChild(QFileDialog).fileSelected.emit(str(tmp_path / "words.txt"))
    qtbot.waitUntil(lambda: not window.isVisible())
    text = (tmp_path / "words.txt").read_text("utf-8")
    assert text == "Role\nEngineer\n\nNotes\nTwo lines\nof notes\n"


def test_where_the_copy_cannot_be_written_the_window_stays(
    window: MainWindow, disk: FullDisk, tmp_path: Path, qtbot: QtBot
) -> None:
    refuse(window, disk)
    window.close()
    answer(window, "Save my words elsewhere…")
    window.findChild(QFileDialog).fileSelected.emit(str(tmp_path / "no" / "words.txt"))
    assert window.isVisible()
    assert said(window) != ""


def quick_lines(window: MainWindow) -> list[AddField]:
    return [each for each in window.findChildren(AddField) if each.isVisible()]


def test_a_quick_line_that_is_refused_is_kept_and_not_thrown_away_by_closing(
    window: MainWindow, disk: FullDisk, workspace: Workspace, qtbot: QtBot
) -> None:
    disk.full = True
    line = next(each for each in quick_lines(window) if each.name == "Add a person")
    with qtbot.captureExceptions() as raised:
        qtbot.keyClicks(line.editor, "Bertha Meyer, Works")
        qtbot.keyClick(line.editor, Qt.Key.Key_Return)
    assert all(isinstance(error, StoreError) for _kind, error, _trace in raised)
    assert line.value == "Bertha Meyer, Works"
    assert "Add a person" in said(window)
    assert not window.close()
    answer(window, "Go on working")
    disk.full = False
    pass_by(window, AGAIN)
    assert [each.name for each in workspace.store.contacts.lines()] == ["Ada", "Bertha Meyer"]
    assert line.value == ""


def test_a_field_in_a_dialog_counts_too(window: MainWindow, disk: FullDisk, workspace: Workspace) -> None:
    from desktop.ui.settings_page import SettingsDialog

    dialog = SettingsDialog(workspace, window)
    dialog.open()
    disk.full = True
    with pytest.raises(StoreError):
        enter(dialog, "Headline", "Looking for work")
    assert "Headline" in said(window)
    disk.full = False
    pass_by(window, AGAIN)
    assert said(window) == ""
    assert workspace.store.preferences.profile().headline == "Looking for work"
    dialog.close()


def test_where_nobody_can_be_asked_the_words_go_into_a_file_of_their_own(
    window: MainWindow, disk: FullDisk, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse(window, disk)
    assert window.copy_aside()
    (copy,) = workspace.store.folder.glob("groundwork-not-saved-*.txt")
    assert copy.read_text("utf-8") == "Role\nEngineer\n"
    assert copy.stat().st_mode & 0o077 == 0


def test_the_line_is_read_by_its_name_and_reached_by_tab(window: MainWindow, disk: FullDisk) -> None:
    refuse(window, disk)
    line = window.findChild(UnsavedLine)
    assert line.accessibleName() == "Not saved yet"
    for name in ("Try now", "Save my words elsewhere…"):
        assert control(line, name, QPushButton).focusPolicy() & Qt.FocusPolicy.TabFocus


def test_changes_that_waited_and_cannot_be_done_do_not_keep_the_window_open_for_ever(
    window: MainWindow, disk: FullDisk, workspace: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(workspace.store, "is_being_written", lambda *_: True)
        workspace.act("Edit contact", lambda: workspace.store.contacts.update(1, role="Engineer"), "visit 1")
    told: list[str] = []
    workspace.said.connect(lambda text, *_: told.append(text))
    disk.full = True
    qtbot.waitUntil(lambda: bool(workspace.not_done))
    for _ in range(5):
        pass_by(window, 100)
    assert len([text for text in told if text.startswith(FULL)]) == 1
    assert not window.close()
    answer(window, "Close all the same")
    qtbot.waitUntil(lambda: not window.isVisible())
