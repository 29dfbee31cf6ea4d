"""The part of the settings about days and reminders: the quiet day, the notice by the tray, the calendar folder."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.core.settings import Settings
from desktop.ui.notices import tray_is_there
from desktop.ui.settings_writing import SaveSettings
from desktop.ui.shared.calendar_feed import CALENDAR_FILE_NAME, save_calendar
from desktop.ui.shared.save_as import ask_folder
from desktop.ui.theme import heading, muted
from desktop.ui.widgets.bound_fields import BoundFields
from desktop.ui.widgets.fields import CheckField
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.workspace import Workspace


class ReminderSettings(QWidget):
    """Its fields are shown with the others of the page; the folder is saved here."""

    def __init__(
        self, workspace: Workspace, stored: BoundFields[Settings], save: SaveSettings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        quiet = CheckField(
            self.tr("A &quiet day after a talk"),
            hint=self.tr("The day after, Today shows only what cannot wait: a meeting within 24 hours, your thanks."),
        )
        said = self.tr("At most one calm notice a day: of a talk within the hour, or of a step that is due.")
        if not tray_is_there():
            said = self.tr("This system has no place for notices, so none will be shown. {0}").format(said)
        notify = CheckField(self.tr("Show notices"), hint=said)
        stored.bind(
            quiet,
            lambda settings: settings.quiet_day_after_meeting,
            lambda on, visit: save(visit, quiet_day_after_meeting=on),
        )
        stored.bind(notify, lambda settings: settings.notify, lambda on, visit: save(visit, notify=on))
        self._column.addWidget(heading(QLabel(self.tr("Days and reminders"))))
        self._column.addWidget(quiet)
        self._column.addWidget(notify)
        self._add_calendar()

    def show_folder(self, settings: Settings) -> None:
        """Say where the calendar is kept, if anywhere."""
        folder = settings.calendar_folder
        if folder:
            path = str(Path(folder) / CALENDAR_FILE_NAME)
            said = self.tr("Kept up to date as {0}. Let your calendar program subscribe to this file.").format(path)
        else:
            said = self.tr("A folder of your choice can hold a calendar file that your calendar program subscribes to.")
        self._where.setText(said)
        self._stop.setVisible(bool(folder))

    def _add_calendar(self) -> None:
        self._column.addWidget(heading(QLabel(self.tr("Your calendar"))))
        told = muted(QLabel(self.tr("Meetings, promises, and the days you want to come back to someone.")))
        told.setWordWrap(True)
        self._where = muted(QLabel())
        self._where.setWordWrap(True)
        self._where.setTextFormat(Qt.TextFormat.PlainText)
        choose = QPushButton(self.tr("Choose folder…"))
        choose.clicked.connect(self._choose)
        self._stop = QPushButton(self.tr("Keep it no longer"))
        self._stop.clicked.connect(lambda: self._keep_in(""))
        save = QPushButton(self.tr("Save calendar…"))
        save.clicked.connect(lambda: save_calendar(self._workspace, self))
        buttons = FlowLayout()
        for button in (choose, self._stop, save):
            buttons.addWidget(button)
        self._column.addWidget(told)
        self._column.addWidget(self._where)
        self._column.addLayout(buttons)

    def _choose(self) -> None:
        ask_folder(self, self.tr("Folder for the calendar"), lambda folder: self._keep_in(str(folder)))

    def _keep_in(self, folder: str) -> None:
        preferences = self._workspace.store.preferences
        done = self.tr("Choose the calendar folder") if folder else self.tr("Keep the calendar no longer")
        self._workspace.act(done, lambda: preferences.update_settings(calendar_folder=folder))
