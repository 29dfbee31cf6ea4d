"""An unexpected error shows one calm dialog with a report that holds nothing personal, and the program goes on."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop.core.errors import StoreError
from desktop.ui.crash import CrashDialog, CrashReporter, report_of
from desktop.ui.theme import Theme

SECRET = "Ada Lovelace, ada@example.org"


@pytest.fixture
def shown(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[list[CrashDialog]]:
    dialogs: list[CrashDialog] = []

    def show(report: str) -> CrashDialog:
        dialogs.append(CrashDialog(report))
        return dialogs[-1]

    reporter = CrashReporter(show)
    reporter.install(tmp_path)
    yield dialogs
    reporter.uninstall()


def fail() -> None:
    raise ValueError(SECRET)


def report_in(dialog: CrashDialog) -> str:
    return dialog.findChild(QPlainTextEdit).toPlainText()


def test_the_report_names_places_in_the_code_and_nothing_of_the_users() -> None:
    try:
        fail()
    except ValueError as error:
        report = report_of(type(error), error.__traceback__)
    assert "ValueError" in report
    assert "tests/ui/test_crash.py" in report
    assert "in fail" in report
    assert SECRET not in report
    assert str(Path.home()) not in report


def test_an_error_in_a_slot_opens_the_dialog_and_the_program_goes_on(
    shown: list[CrashDialog], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    sys.excepthook(ValueError, ValueError(SECRET), None)
    qtbot.waitUntil(lambda: bool(shown))
    assert SECRET not in report_in(shown[0])
    went_on: list[bool] = []
    QTimer.singleShot(0, lambda: went_on.append(True))
    qtbot.waitUntil(lambda: bool(went_on))
    next(button for button in shown[0].findChildren(QPushButton) if "Copy" in button.text()).click()
    assert QApplication.clipboard().text() == report_in(shown[0])
    shown[0].accept()


def test_an_error_that_repeats_opens_one_dialog(shown: list[CrashDialog], qtbot: QtBot) -> None:
    import sys

    for _ in range(50):
        sys.excepthook(ValueError, ValueError(SECRET), None)
    qtbot.waitUntil(lambda: bool(shown))
    QApplication.processEvents()
    assert len(shown) == 1
    shown[0].accept()


def test_a_trouble_of_the_users_world_is_said_without_a_dialog(qtbot: QtBot, tmp_path: Path) -> None:
    import sys

    reporter = CrashReporter(lambda report: pytest.fail(report))
    reporter.install(tmp_path)
    said: list[str] = []
    reporter.said.connect(said.append)
    sys.excepthook(StoreError, StoreError("store.busy"), None)
    reporter.uninstall()
    assert said == ["Something else is being saved just now. Nothing was changed; try again in a moment."]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_an_error_of_another_thread_arrives_too(shown: list[CrashDialog], qtbot: QtBot) -> None:
    import sys

    thread = threading.Thread(target=lambda: sys.excepthook(KeyError, KeyError(SECRET), None))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(shown))
    assert "KeyError" in report_in(shown[0])
    shown[0].accept()
