"""Times the user can offer: entered once, offered in every request until they are past or taken back."""

from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from desktop.core.message import MessageKind, RequestSituation
from desktop.core.zones import moment_at
from desktop.ui.settings import system_zone_name
from desktop.ui.shared.days import LetterDays
from desktop.ui.theme import muted
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.date_fields import DateTimeField
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.workspace import Workspace
from desktop.work.letter_material import WINDOWS, coming_times, window_text

_LENGTH = timedelta(hours=1)  # of a window: room for twenty minutes wherever it suits them
_OFFERING = (MessageKind.FIRST_REQUEST, MessageKind.REPLY_TO_YES)


class OfferedTimes(Card):
    """`changed` says that a time was added or taken back."""

    changed = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._workspace = workspace
        self.title.setText(self.tr("Times you can offer"))
        self.title.show()
        hint = muted(QLabel(self.tr("Two or three make it easy to say yes. Each is an hour to choose from.")))
        hint.setWordWrap(True)
        self.when = DateTimeField(self.tr("Free from"), workspace.today)
        self.add_button = QPushButton(self.tr("Offer this time"))
        self.add_button.clicked.connect(self._add)
        self._rows = FlowLayout()
        for widget in (hint, self.when, self.add_button):
            self.body.addWidget(widget)
        self.body.addLayout(self._rows)
        self._shown: list[QPushButton] = []

    def begin(self, kind: MessageKind, situation: RequestSituation | None) -> None:
        """Show what can be offered in such a message; hidden where nothing is."""
        self.setVisible(kind in _OFFERING and situation is not RequestSituation.LINKEDIN_NOTE)
        for button in self._shown:
            button.hide()
            button.deleteLater()
        self._shown = []
        for free in coming_times(self._workspace.store)[:WINDOWS]:
            button = QPushButton(
                self.tr("{0}: take back").format(window_text(free.start, free.end, LetterDays())), self
            )
            button.setProperty("quiet", True)
            button.clicked.connect(lambda _on=False, number=free.id: self._take_back(number))
            self._rows.addWidget(button)
            button.show()
            self._shown.append(button)

    def _add(self) -> None:
        self.when.flush()
        clock = self.when.value
        if clock is None:
            self.when.setFocus()
            return
        store = self._workspace.store
        start = moment_at(clock, store.preferences.profile().time_zone or system_zone_name() or "UTC")
        self._workspace.act(self.tr("Offer a time"), lambda: store.free_times.add(start, start + _LENGTH))
        self.when.show_anew(None)
        self.changed.emit()

    def _take_back(self, number: int) -> None:
        self._workspace.act(self.tr("Take back a time"), lambda: self._workspace.store.free_times.delete(number))
        self.when.setFocus()
        self.changed.emit()
