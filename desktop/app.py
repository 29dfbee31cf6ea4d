"""Builds everything for the window: data folder, store, theme, crash handler, main window. Only it knows them all."""

import gc
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop import __version__
from desktop.core.errors import LostFileError, StoreInUseError, UserError
from desktop.places import default_data_folder, resources
from desktop.store.file.history import Change
from desktop.store.store import Store
from desktop.ui.crash import CrashReporter, told
from desktop.ui.ending import Ending, end_at_once, end_at_signals
from desktop.ui.main_window import MainWindow
from desktop.ui.settings import apply_look, system_zone_name
from desktop.ui.tasks import Tasks
from desktop.ui.texts import Texts
from desktop.ui.theme import Theme, application
from desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

    from desktop.core.question import QuestionBank

_A_WHILE = 3_000  # milliseconds after the start: what nobody waits for
_A_MOMENT = 100  # milliseconds after the start: the window is painted and answers by then


class StartTexts(Texts):
    """What is said before there is a window."""


def run_window(data: Path | None = None, example: bool = False) -> int:
    """Open the window on the data folder and return the exit status when it is closed.

    With `example` the window opens on an invented example in a folder of its own, removed at the end.
    """
    end_at_signals()
    app = application(sys.argv[:1])
    app.setApplicationName("Groundwork")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("groundwork")
    if not example:
        return _run(app, data, example)
    from desktop.work.example_folder import make_example_folder, remove_example_folder

    folder = make_example_folder()
    try:
        return _run(app, folder, example)
    finally:
        remove_example_folder(folder)


def _run(app: QApplication, data: Path | None, example: bool) -> int:
    theme = Theme(app)
    folder = data
    try:
        folder = data or default_data_folder()
        store = _opened(folder, theme)
    except StoreInUseError:
        assert folder is not None
        return _second_start(folder, theme)
    except UserError as error:
        theme.apply()
        _tell(str(error))
        return 1
    if store is None:
        return 1
    with store:
        if example:
            _fill(store)
        reporter = CrashReporter()
        reporter.install(folder)
        settings = store.preferences.settings()
        apply_look(settings, theme)
        workspace = Workspace(store, Tasks(), theme, _shipped_bank)
        workspace.changed.connect(partial(_follow_settings, store, theme))
        reporter.said.connect(lambda sentence: workspace.say(sentence, kind="wrong"))
        window = MainWindow(workspace, workspace.window_memory, _example_command(), example)
        Ending(app, workspace, window)
        with told():
            window.show()
        QTimer.singleShot(0, lambda: _after_start(folder, window))
        QTimer.singleShot(_A_MOMENT, lambda: _count_days(workspace))
        QTimer.singleShot(_A_WHILE, window, lambda: _keep_in_step(workspace, window))
        QTimer.singleShot(_A_WHILE, window, _clear_away)
        return app.exec()


def _opened(folder: Path, theme: Theme) -> Store | None:
    """The store; `None` if its file was lost and the user did not say that all starts anew."""
    try:
        return Store(folder)
    except LostFileError as error:
        theme.apply()
        return Store(folder, anew=True) if _wants_anew(str(error)) else None


def _follow_settings(store: Store, theme: Theme, change: Change) -> None:
    """A chosen theme or text size is there at once, and gone at once when it is taken back."""
    if "setting" in change.tables:
        apply_look(store.preferences.settings(), theme)


def _after_start(folder: Path, window: MainWindow) -> None:
    """What can wait until the window is there."""
    from desktop.ui.icons import app_icon

    window.setWindowIcon(app_icon())
    QTimer.singleShot(_A_MOMENT, lambda: _listen_for_second_start(folder, window))
    gc.enable()


def _listen_for_second_start(folder: Path, window: MainWindow) -> None:
    from desktop.ui.single_instance import InstanceServer

    InstanceServer(folder, window).second_start.connect(window.raise_to_front)


def _count_days(workspace: Workspace) -> None:
    from desktop.ui.new_day import NewDay

    NewDay(workspace, workspace).begin()


def _keep_in_step(workspace: Workspace, window: MainWindow) -> None:
    """The calendar outside and the notice by the tray, where the user wants them."""
    from desktop.ui.notices import Notices
    from desktop.ui.shared.calendar_feed import CalendarFeed

    CalendarFeed(workspace, window).keep()
    notices = Notices(workspace, workspace.window_memory, window)
    notices.opened.connect(window.raise_to_front)
    notices.opened.connect(lambda: window.tabs.go("today"))
    notices.begin()


def _clear_away() -> None:
    """What an example that was killed left behind."""
    from desktop.work.example_folder import remove_left_example_folders

    remove_left_example_folders()


def _shipped_bank() -> "QuestionBank":
    from desktop.formats import question_bank

    return question_bank.read_question_bank(resources() / "questions")


def _fill(store: Store) -> None:
    from desktop.formats.demo import read_example
    from desktop.store.demo import fill_with_example

    today = store.clock().astimezone().date()
    fill_with_example(store, read_example(resources() / "demo" / "example.toml"), today, zone=system_zone_name())


def _example_command() -> list[str]:
    """The command that starts this program again with the example."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--example"]
    start = f"import sys; sys.path.insert(0, {str(Path(__file__).resolve().parent.parent)!r}); "
    return [sys.executable, "-c", start + "from desktop.entry import main; sys.exit(main())", "--example"]


def _second_start(folder: Path, theme: Theme) -> int:
    from desktop.ui.single_instance import Found, raise_other

    found = raise_other(folder)
    if found is Found.RAISED:
        return 0
    theme.apply()
    if found is Found.NOT_LISTENING:
        _tell(
            StartTexts.tr(
                "Groundwork is just starting, or a command of it is at work with your data. Nothing was changed. Wait "
                "a moment and try again.",
            )
        )
        return 1
    _tell(
        StartTexts.tr(
            "Groundwork is working with your data already, but its window does not answer. Nothing was changed. Wait a "
            "moment and try again; if it stays so, end the other one first.",
        )
    )
    return 1


def _tell(text: str) -> None:
    _box(text).exec()


def _wants_anew(text: str) -> bool:
    """Whether the user, having read it, wants a new file all the same; closing the question is no."""
    from PySide6.QtWidgets import QMessageBox

    box = _box(text)
    anew = box.addButton(StartTexts.tr("Start anew with nothing"), QMessageBox.ButtonRole.DestructiveRole)
    end = box.addButton(StartTexts.tr("Close Groundwork"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(end)
    box.setEscapeButton(end)
    box.exec()
    return box.clickedButton() is anew


def _box(text: str) -> "QMessageBox":
    from PySide6.QtWidgets import QMessageBox

    end_at_once()
    box = QMessageBox(QMessageBox.Icon.Information, "Groundwork", text)
    box.setTextFormat(box.textFormat().PlainText)
    return box
