"""What follows from a meeting, each a line: people they named, promises, opportunities heard of, things to read."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.store.history import Change
from desktop.ui.heard_cards import OpportunitiesCard, ReadingCard
from desktop.ui.names_given import NamesGiven
from desktop.ui.prepare.open_meeting import OpenMeeting
from desktop.ui.prepare.wizard_page import plain, quiet
from desktop.ui.promises_card import PromisesCard
from desktop.ui.theme import heading

_CONCERNED = frozenset({"contact", "promise", "opportunity", "reading_item"})


class Follows(QWidget):
    """Its signals carry a person who was named."""

    contact_requested = Signal(int)
    request_wanted = Signal(int)

    def __init__(self, meeting: OpenMeeting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._meeting = meeting
        workspace = meeting.workspace
        self._said = quiet()
        self.names = NamesGiven(workspace)
        self.names.contact_requested.connect(self.contact_requested)
        self.names.write_requested.connect(self.request_wanted)
        self.promises = PromisesCard(workspace)
        self.opportunities = OpportunitiesCard(workspace)
        self.reading = ReadingCard(workspace)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._said)
        column.addWidget(self.names)
        column.addWidget(self.promises)
        for title, card in (
            (self.tr("Opportunities heard of"), self.opportunities),
            (self.tr("Recommended reading"), self.reading),
        ):
            column.addWidget(heading(plain(title)))
            column.addWidget(card)
        workspace.changed.connect(self._follow)

    def refresh(self) -> None:
        """Show what belongs to the open meeting; what is being typed stays."""
        meeting = self._meeting.meeting
        noted = [text.strip() for text in (meeting.named, meeting.promised) if text.strip()]
        self._said.setText("\n".join(noted))
        self._said.setVisible(bool(noted))
        for card in (self.names, self.promises, self.opportunities, self.reading):
            card.show_for(self._meeting.contact.id, meeting.id)

    def _follow(self, change: Change) -> None:
        if self._meeting.id and self.isVisible() and change.tables & _CONCERNED:
            self.refresh()
