"""The calendar outside: saved once as a file, or kept up to date in a folder for programs that subscribe to it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.core.errors import UserError
from desktop.core.export.calendar_plan import CalendarWords
from desktop.store.file.history import Change
from desktop.ui.workspace import Workspace
from desktop.work import calendar

FILE_NAME = "groundwork.ics"
_TABLES = frozenset(
    {"contact", "meeting", "message", "contact_step", "promise", "learning_entry", "touch_group", "setting"}
)
_PAUSE = 2_000  # milliseconds after the last change: who types changes much in little time
_AN_HOUR = 3_600_000  # milliseconds; a new day changes the calendar too


class CalendarKeeping(QObject):
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
            store, path, words, kept = self._workspace.store, Path(folder) / FILE_NAME, calendar_words(), self._written
            self._workspace.run(
                lambda _progress: calendar.keep_calendar(store, path, words, kept),
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
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog = QFileDialog(window.window(), _tr("Save calendar"), documents, _tr("Calendar file (*.ics)"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("ics")
    dialog.selectFile(FILE_NAME)
    dialog.fileSelected.connect(lambda chosen: write_calendar(workspace, Path(chosen)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def write_calendar(workspace: Workspace, path: Path) -> None:
    """Write the calendar of everything, off the main thread, and say so."""

    def done(_written: object) -> None:
        open_it = partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(path)))
        workspace.say(_tr("Saved as {0}").format(path.name), [(_tr("Open"), open_it)])

    def not_done(error: UserError) -> None:
        workspace.say(str(error), kind="wrong")

    words = calendar_words()
    workspace.run(lambda _progress: calendar.write_calendar(workspace.store, path, words), done, not_done)


def calendar_words() -> CalendarWords:
    """The titles in the user's language."""
    return CalendarWords(
        meeting=(_tr("Conversation with {name}"), _tr("Appointment")),
        promised=(_tr("Promised to {name}: {text}"), _tr("A promise of yours")),
        promised_to_me=(_tr("Promised by {name}: {text}"), _tr("A promise to you")),
        introduction=(_tr("Check in with {name}"), _tr("Check in on an introduction")),
        in_touch=(_tr("Keep in touch with {name}"), _tr("Keep in touch with someone")),
        to_try=(_tr("What came of it: {text}"), _tr("Look what came of something")),
        coming_back=(_tr("Come back to {name}"), _tr("Come back to someone")),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Calendar", text)
