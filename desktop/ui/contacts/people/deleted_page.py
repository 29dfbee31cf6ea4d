"""Recently deleted contacts: what was deleted within thirty days and can be restored."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from desktop.core.errors import UserError
from desktop.store.file.history import Change
from desktop.ui.theme import muted
from desktop.ui.widgets.page_frame import PageFrame
from desktop.ui.widgets.two_line_list import ListRow, TwoLineList
from desktop.ui.workspace import Workspace


class DeletedPage(PageFrame):
    """`restored` carries the contact that came back, `closed` asks for the list again."""

    restored = Signal(int)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Recently deleted"), self.tr("Contacts"), scrolls=False, parent=parent)
        self._workspace = workspace
        self._explanation = muted(QLabel())
        self._explanation.setWordWrap(True)
        self._list = TwoLineList(self.tr("Recently deleted contacts"), workspace.theme)
        self._list.opened.connect(self._restore)
        self._restore_button = self.add_action(
            self.tr("&Restore"), lambda: self._restore(self._list.current_id), primary=True
        )
        self.column.addWidget(self._explanation)
        self.column.addWidget(self._list, 1)
        self.column.addStretch(0)
        workspace.changed.connect(self._refresh)

    def renew(self) -> None:
        """Read what is deleted, and take the focus."""
        self._fill()
        (self._list if self._list.count else self.back).setFocus()

    def _refresh(self, change: Change) -> None:
        if "contact" in change.tables and self.isVisible():
            self._fill()

    def _fill(self) -> None:
        lines = self._workspace.store.contacts.deleted()
        current = self._list.current_id
        ids = [line.id for line in lines]
        rows = [
            ListRow(line.id, line.name, " · ".join(part for part in (line.role, line.organisation) if part))
            for line in lines
        ]
        self._list.show_rows(rows, current if current in ids else (ids[0] if ids else 0))
        self._list.setVisible(bool(rows))
        self._restore_button.setVisible(bool(rows))
        self._explanation.setText(
            self.tr("Contacts you deleted stay here for thirty days. Then they are removed for good.")
            if rows
            else self.tr("Nothing was deleted within the last thirty days.")
        )

    def _restore(self, contact_id: int) -> None:
        if not contact_id:
            return
        try:
            self._workspace.act(
                self.tr("Restore contact"), lambda: self._workspace.store.contacts.restore([contact_id])
            )
        except UserError:
            return
        self.restored.emit(contact_id)
