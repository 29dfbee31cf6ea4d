"""Builds everything for the window: data folder, store, theme, crash handler, main window. Only it knows them all."""

import gc
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop import __version__
from desktop.core.errors import StoreInUseError, UserError
from desktop.places import default_data_folder, resources
from desktop.store.file.history import Change
from desktop.store.store import Store
from desktop.ui.crash import CrashReporter
from desktop.ui.main_window import MainWindow
from desktop.ui.settings import apply_look, system_zone_name
from desktop.ui.tasks import Tasks
from desktop.ui.texts import Texts
from desktop.ui.theme import Theme, application
from desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from desktop.core.question import QuestionBank

_A_WHILE = 3_000  # milliseconds after the start: what nobody waits for
_A_MOMENT = 100  # milliseconds after the start: the window is painted and answers by then


class StartTexts(Texts):
    """What is said before there is a window."""


def run_window(data: Path | None = None, example: bool = False) -> int:
    """Open the window on the data folder and return the exit status when it is closed.

    With `example` the window opens on an invented example in a folder of its own, removed at the end.
    """
    app = application(sys.argv[:1])
    app.setApplicationName("Groundwork")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("groundwork")
    if not example:
        return _run(app, data or default_data_folder(), example)
    import shutil
    import tempfile

    folder = Path(tempfile.mkdtemp(prefix="groundwork-example-"))
    try:
        return _run(app, folder, example)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(app: QApplication, folder: Path, example: bool) -> int:
    theme = Theme(app)
    try:
        store = Store(folder)
    except StoreInUseError:
        return _second_start(folder, theme)
    except UserError as error:
        theme.apply()
        _tell(str(error))
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
        app.commitDataRequest.connect(lambda _manager: window.keep())
        window.show()
        QTimer.singleShot(0, lambda: _after_start(folder, window))
        QTimer.singleShot(_A_MOMENT, lambda: _count_days(workspace))
        QTimer.singleShot(_A_WHILE, window, lambda: _keep_in_step(workspace, window))
        return app.exec()


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
    from desktop.ui.single_instance import raise_other

    if raise_other(folder):
        return 0
    theme.apply()
    _tell(
        StartTexts.tr(
            "Groundwork is working with your data already, but its window does not answer. Nothing was changed. Wait a "
            "moment and try again; if it stays so, end the other one first.",
        )
    )
    return 1


def _tell(text: str) -> None:
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(QMessageBox.Icon.Information, "Groundwork", text)
    box.setTextFormat(box.textFormat().PlainText)
    box.exec()
