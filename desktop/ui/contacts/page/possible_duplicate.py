"""On a contact's page: a quiet line about another contact who may be the same person."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.core.errors import UserError
from desktop.core.people.duplicates import Pair
from desktop.ui.contacts.duplicates import merge_words
from desktop.ui.theme import muted
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.workspace import Workspace


class LikeLine(QWidget):
    """`person_requested` carries the other, `merge_requested` both, the one whose page it is last."""

    person_requested = Signal(int)
    merge_requested = Signal(int, int)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._pair: Pair | None = None
        self._whom = muted(QLabel())
        self._whom.setTextFormat(Qt.TextFormat.PlainText)
        self._whom.setWordWrap(True)
        row = FlowLayout(gap=4)
        for text, does in (
            (self.tr("Look"), self._look),
            (self.tr("Merge"), self._merge),
            (self.tr("Not the same"), self._part),
        ):
            button = QPushButton(text)
            button.setProperty("link", True)
            button.clicked.connect(does)
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._whom)
        layout.addLayout(row)
        self.hide()

    def show_contact(self, contact_id: int) -> None:
        """Say whom this contact is like, if there is somebody."""
        found = self._workspace.store.duplicates.like(contact_id) if contact_id else []
        self._pair = found[0] if found else None
        if self._pair is not None:
            self._whom.setText(self.tr("Like {0}").format(merge_words.whom(self._pair.second)))
            self.setAccessibleName(self._whom.text())
            self.setToolTip(merge_words.shared(self._pair))
        self.setVisible(self._pair is not None)

    def _look(self) -> None:
        if self._pair is not None:
            self.person_requested.emit(self._pair.second.id)

    def _merge(self) -> None:
        if self._pair is not None:
            self.merge_requested.emit(self._pair.second.id, self._pair.first.id)

    def _part(self) -> None:
        if self._pair is None:
            return
        first, second = self._pair.first.id, self._pair.second.id
        try:
            self._workspace.act(
                self.tr("Not the same person"), lambda: self._workspace.store.duplicates.different(first, second)
            )
        except UserError:
            return
        self._workspace.say_with_undo(self.tr("They stay two, and are not named together again"))
