"""The stages of contacts are brought up to date when the program opens and when a day begins, off the main thread."""

from datetime import date

from PySide6.QtCore import QObject, QTimer

from desktop.core.errors import UserError
from desktop.store.file.history import WITH_LAST
from desktop.ui.tasks import Progress
from desktop.ui.workspace import Workspace

_A_MINUTE = 60_000  # milliseconds; a computer that slept over midnight is noticed as soon


class NewDay(QObject):
    """Lets the days that passed count: who waited long enough without an answer is closed kindly."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._counted: date | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(_A_MINUTE)
        self._clock.timeout.connect(self.look)

    def begin(self) -> None:
        """Look now, and once a minute from now on."""
        self._clock.start()
        self.look()

    def look(self) -> None:
        """Count the days that passed if this is another day than when they were counted last."""
        today = self._workspace.today()
        if today == self._counted:
            return
        self._counted = today
        self._workspace.run(self._count, lambda _done: None, self._not_done)

    def _count(self, _progress: Progress) -> None:
        store = self._workspace.store
        store.contacts.stages.rule()  # loads the holidays of the user's country here, not on the main thread
        with store.action(self.tr("A new day"), WITH_LAST):
            store.contacts.refresh_stages()

    def _not_done(self, _error: UserError) -> None:
        """The file is busy or out of reach: the next minute tries again, and what the user does says what is wrong."""
        self._counted = None
