"""The calendar outside: saved once as a file, or kept up to date in a folder for programs that subscribe to it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from desktop.core.errors import UserError
from desktop.store.file.history import Change
from desktop.ui.shared.save_as import ask_where, say_saved
from desktop.ui.texts import Texts
from desktop.ui.workspace import Workspace
from desktop.work import calendar

CALENDAR_FILE_NAME = "groundwork.ics"
_TABLES = frozenset(
    {"contact", "meeting", "message", "contact_step", "promise", "learning_entry", "touch_group", "setting"}
)
_PAUSE = 2_000  # milliseconds after the last change: who types changes much in little time
_AN_HOUR = 3_600_000  # milliseconds; a new day changes the calendar too


class CalendarTexts(Texts):
    """What saving the calendar says, and its entries."""


class CalendarFeed(QObject):
    """Rewrites the file in the chosen folder whenever something in it changes, off the main thread."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None, pause: int = _PAUSE) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._written: tuple[Path, str] | None = None  # what `keep_calendar` said is in the file
        self._under_way = False
        self._told = ""  # the folder that could not be written to, said once
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(pause)
        self._soon.timeout.connect(self.keep)
        self._hourly = QTimer(self)
        self._hourly.setInterval(_AN_HOUR)
        self._hourly.timeout.connect(self.keep)
        self._hourly.start()
        workspace.changed.connect(self._changed)

    def keep(self) -> None:
        """Write the calendar if a folder is chosen and something is new."""
        folder = self._workspace.store.preferences.settings().calendar_folder
        if not folder:
            self._written, self._told = None, ""
        elif self._under_way:
            self._soon.start()
        else:
            self._under_way = True
            store, path, kept = self._workspace.store, Path(folder) / CALENDAR_FILE_NAME, self._written
            self._workspace.run(
                lambda _progress: calendar.keep_calendar(store, path, kept),
                self._done,
                partial(self._not_done, folder),
            )

    def _changed(self, change: Change) -> None:
        if change.tables & _TABLES:
            self._soon.start()

    def _done(self, written: tuple[Path, str]) -> None:
        self._under_way = False
        self._written, self._told = written, ""

    def _not_done(self, folder: str, error: UserError) -> None:
        self._under_way = False
        self._written = None
        if self._told != folder:
            self._told = folder
            self._workspace.say(str(error), kind="attention")


def save_calendar(workspace: Workspace, window: QWidget) -> None:
    """Ask where to, and write the calendar of everything there."""
    ask_where(
        window,
        CalendarTexts.tr("Save calendar"),
        CALENDAR_FILE_NAME,
        CalendarTexts.tr("Calendar file (*.ics)"),
        partial(write_calendar_file, workspace),
    )


def write_calendar_file(workspace: Workspace, path: Path) -> None:
    """Write the calendar of everything, off the main thread, and say so."""

    def done(_written: object) -> None:
        say_saved(workspace, path)

    def not_done(error: UserError) -> None:
        workspace.say(str(error), kind="wrong")

    workspace.run(lambda _progress: calendar.write_calendar(workspace.store, path, force=True), done, not_done)
