"""On a contact's page: a quiet line about another contact who may be the same person."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.core.errors import UserError
from desktop.core.people.duplicates import Pair
from desktop.ui.contacts import merge_words
from desktop.ui.widgets.link_line import LinkLine
from desktop.ui.widgets.plain_tips import plain_tip
from desktop.ui.workspace import Workspace


class PossibleDuplicatePerson(LinkLine):
    """`person_requested` carries the other, `merge_requested` both, the one whose page it is last."""

    person_requested = Signal(int)
    merge_requested = Signal(int, int)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._workspace = workspace
        self._pair: Pair | None = None
        self.add_link(self.tr("Look"), self._look)
        self.add_link(self.tr("Merge"), self._merge)
        self.add_link(self.tr("Not the same"), self._part)

    def show_contact(self, contact_id: int) -> None:
        """Say whom this contact is like, if there is somebody."""
        found = self._workspace.store.duplicates.like(contact_id) if contact_id else []
        self._pair = found[0] if found else None
        if self._pair is not None:
            self.setToolTip(plain_tip(merge_words.shared(self._pair)))
        said = self.tr("Like {0}").format(merge_words.whom(self._pair.second)) if self._pair is not None else ""
        self.setAccessibleName(said)
        self.say(said)

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
