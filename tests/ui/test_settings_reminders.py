"""Settings of days and reminders: saved as they are chosen, and honest about a tray that is not there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.ui.settings_page import SettingsDialog
from desktop.ui.settings_reminders import ReminderSettings
from desktop.ui.shared.calendar_feed import CALENDAR_FILE_NAME
from desktop.ui.workspace import Workspace
from tests.ui import hands


@pytest.fixture
def reminders(workspace: Workspace, qtbot: QtBot) -> Iterator[ReminderSettings]:
    dialog = SettingsDialog(workspace)
    qtbot.addWidget(dialog)
    dialog.show()
    workspace.tasks.wait()  # the countries
    yield dialog.findChildren(ReminderSettings)[0]
    workspace.tasks.wait()


def said(reminders: ReminderSettings) -> str:
    return "\n".join(label.text() for label in reminders.findChildren(QLabel) if not label.isHidden())


@pytest.mark.parametrize(
    ("label", "name"), [("A quiet day after a talk", "quiet_day_after_meeting"), ("Show notices", "notify")]
)
def test_both_are_off_until_they_are_chosen(
    workspace: Workspace, reminders: ReminderSettings, label: str, name: str
) -> None:
    def stored() -> object:
        return getattr(workspace.store.preferences.settings(), name)

    assert stored() is False
    hands.press(reminders, label)
    assert stored() is True
    workspace.undo()
    assert stored() is False
    assert not hands.button(reminders, label).isChecked()


def test_a_system_without_a_tray_is_told_of(reminders: ReminderSettings) -> None:
    assert "This system has no place for notices" in said(reminders)


def test_the_folder_is_chosen_and_given_up(
    workspace: Workspace, reminders: ReminderSettings, tmp_path: Path, qtbot: QtBot
) -> None:
    buttons = {button.text(): button for button in reminders.findChildren(QPushButton)}
    assert buttons["Keep it no longer"].isHidden()
    buttons["Choose folder…"].click()
    dialog = reminders.window().findChildren(QFileDialog)[0]
    dialog.fileSelected.emit(str(tmp_path))
    dialog.reject()
    QApplication.processEvents()
    assert workspace.store.preferences.settings().calendar_folder == str(tmp_path)
    assert str(tmp_path / CALENDAR_FILE_NAME) in said(reminders)
    buttons["Keep it no longer"].click()
    assert workspace.store.preferences.settings().calendar_folder == ""
    assert buttons["Keep it no longer"].isHidden()
