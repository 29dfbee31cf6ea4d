"""*My search is private*: asked once, when the first letter is written; afterwards only what could give it away."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from desktop.core.errors import UserError
from desktop.ui.contacts.compose.gaps import works_at_an_organisation
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.workspace import Workspace

_ASKED = "compose/discretion_asked"


class DiscretionCard(Card):
    """The question, or a word of care; hidden where there is neither. `changed` says that the answer was given."""

    changed = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._workspace = workspace
        self._status = QLabel()
        self._status.setTextFormat(self._status.textFormat().PlainText)
        self._status.setWordWrap(True)
        self._private = QPushButton(self.tr("It is private"))
        self._open = QPushButton(self.tr("No need"))
        self._private.clicked.connect(lambda: self._answer(True))
        self._open.clicked.connect(lambda: self._answer(False))
        row = FlowLayout()
        row.addWidget(self._private)
        row.addWidget(self._open)
        self.body.addWidget(self._status)
        self.body.addLayout(row)

    def begin(self) -> None:
        """Ask, warn, or keep still."""
        private = self._workspace.store.preferences.settings().private_search
        asked = private or self._workspace.window_memory.value(_ASKED, False, bool)
        for button in (self._private, self._open):
            button.setVisible(not asked)
        if not asked:
            self._status.setText(
                self.tr(
                    "Is your search private? Then your letters ask for discretion, and files leave out names. "
                    "You can change it under Settings."
                )
            )
        elif private and self._is_work_address():
            self._status.setText(
                self.tr("Your e-mail address looks like one at work. Others there may read it; a private one is safer.")
            )
        self.setVisible(not asked or (private and self._is_work_address()))

    def _is_work_address(self) -> bool:
        store = self._workspace.store
        profile = store.preferences.profile()
        return works_at_an_organisation(profile, [each.website for each in store.organisations.all()])

    def _answer(self, private: bool) -> None:
        preferences = self._workspace.store.preferences
        if private != preferences.settings().private_search:
            try:
                self._workspace.act(
                    self.tr("My search is private"), lambda: preferences.update_settings(private_search=private)
                )
            except UserError:
                return
        self._workspace.window_memory.setValue(_ASKED, True)
        self.begin()
        self.changed.emit()
