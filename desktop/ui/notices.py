"""The one calm notice a day by the system's tray, if the user switched it on. Without a tray nothing happens."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, QSettings, QTimer, Signal
from PySide6.QtWidgets import QSystemTrayIcon

from desktop.core.text import isolated
from desktop.core.today.notice import Notice, notice
from desktop.store.file.history import Change
from desktop.ui.workspace import Workspace
from desktop.work.clock import user_now

_TEN_MINUTES = 600_000  # milliseconds
_SHOWN_FOR = 10_000  # milliseconds, where the system lets us say
_LAST = "notice/last"


def tray_is_there() -> bool:
    """Whether the system has a tray, and can show a notice from it."""
    return QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()


class Notices(QObject):
    """Looks at the start and now and then. `opened` tells that the notice or the icon was clicked.

    The day of the last notice is stored with the window's position: it is not the user's data.
    """

    opened = Signal()

    def __init__(
        self,
        workspace: Workspace,
        settings: QSettings,
        parent: QObject | None = None,
        tray_is_there: Callable[[], bool] = tray_is_there,
        tray: Callable[[], QSystemTrayIcon] = QSystemTrayIcon,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._settings = settings
        self._tray_is_there = tray_is_there
        self._make_tray = tray
        self._tray: QSystemTrayIcon | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(_TEN_MINUTES)
        self._clock.timeout.connect(self.look)
        workspace.changed.connect(self._changed)

    def begin(self) -> None:
        """Follow the setting, and look now if it is on."""
        wanted = self._workspace.store.preferences.settings().notify and self._tray_is_there()
        if wanted and self._tray is None:
            from desktop.ui.icons import app_icon

            self._tray = self._make_tray()
            self._tray.setIcon(app_icon())
            self._tray.setToolTip("Groundwork")
            self._tray.activated.connect(lambda _reason: self.opened.emit())
            self._tray.messageClicked.connect(self.opened)
            self._tray.show()
            self._clock.start()
            self.look()
        elif not wanted and self._tray is not None:
            self._clock.stop()
            self._tray.hide()
            self._tray.deleteLater()
            self._tray = None

    def look(self) -> None:
        """Give a notice if there is reason to, and none was given today."""
        if self._tray is None:
            return
        from desktop.work.today import today

        now = user_now(self._workspace.store)
        found = today(self._workspace.store, now)
        given = notice(found.steps, found.following, now, self._last_on())
        if given is not None:
            self._settings.setValue(_LAST, now.date().isoformat())
            self._tray.showMessage("Groundwork", self._words(given), self._tray.icon(), _SHOWN_FOR)

    def _words(self, given: Notice) -> str:
        """What it says; others may read a screen, so a private search names nobody."""
        from desktop.ui.today.wording import WordsOfLocale
        from desktop.work.today_words import step

        now, locale = self._workspace.now(), self._workspace.locale
        private = self._workspace.store.preferences.settings().private_search
        if given.meeting is not None:
            if private:
                return self.tr("You have an appointment within the hour.")
            name = isolated(given.meeting.contact)
            return self.tr("Your talk with {name} begins within the hour.").format(name=name)
        if private or given.step is None:
            return self.tr("There is a small step for today, when you like.")
        return step(given.step, now, WordsOfLocale(locale)).title

    def _last_on(self) -> date | None:
        try:
            return date.fromisoformat(str(self._settings.value(_LAST, "")))
        except ValueError:
            return None

    def _changed(self, change: Change) -> None:
        if "setting" in change.tables:
            self.begin()
