"""On an organisation's page: a quiet line about another organisation of the same name, which may be the same one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.core.errors import UserError
from desktop.core.organisation import OrganisationLine
from desktop.core.text import isolated
from desktop.ui.widgets.link_line import LinkLine
from desktop.ui.workspace import Workspace


class PossibleDuplicateOrganisation(LinkLine):
    """`organisation_requested` carries the other one."""

    organisation_requested = Signal(int)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(above=4, parent=parent)
        self._workspace = workspace
        self._here = 0
        self._other: OrganisationLine | None = None
        self.add_link(self.tr("Look"), self._look)
        self.add_link(self.tr("Merge into this one"), self._merge)

    def show_organisation(self, organisation_id: int) -> None:
        """Say which organisation is called the same, if there is one."""
        self._here = organisation_id
        others = self._workspace.store.organisations.like(organisation_id)
        self._other = others[0] if others else None
        said = ""
        if self._other is not None:
            name = isolated(self._other.name)
            people = self._workspace.locale.toString(self._other.people)
            if self._other.people == 1:
                said = self.tr("There is {0} too, with one person").format(name)
            else:
                said = self.tr("There is {0} too, with {1} people").format(name, people)
        self.say(said)

    def _look(self) -> None:
        if self._other is not None:
            self.organisation_requested.emit(self._other.id)

    def _merge(self) -> None:
        if self._other is None:
            return
        here, other = self._here, self._other
        try:
            self._workspace.act(
                self.tr("Merge organisations"), lambda: self._workspace.store.organisations.merge(here, other.id)
            )
        except UserError:
            return
        self._workspace.say_with_undo(self.tr("{0} and its people are here now").format(other.name))
