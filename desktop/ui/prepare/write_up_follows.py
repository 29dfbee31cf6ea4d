"""What follows from a meeting, each a line: people they named, promises, opportunities heard of, things to read."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.preparing.write_up import names_in
from desktop.core.text import fold, one_line
from desktop.store.file.history import Change
from desktop.ui.prepare.open_meeting import OpenMeeting
from desktop.ui.prepare.wizard_page import quiet, quiet_button
from desktop.ui.shared.list_card import NewLine
from desktop.ui.shared.promises_card import PromisesCard
from desktop.ui.shared.recommendation_cards import OpportunitiesCard, ReadingCard
from desktop.ui.shared.referrals_card import ReferralsCard
from desktop.ui.theme import heading
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.plain_label import plain_label

_CONCERNED = frozenset({"contact", "promise", "opportunity", "reading_item"})


class Follows(QWidget):
    """Its signals carry a person who was named."""

    contact_requested = Signal(int)
    request_wanted = Signal(int)

    def __init__(self, meeting: OpenMeeting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._meeting = meeting
        workspace = meeting.workspace
        self._status = quiet()
        self.names = ReferralsCard(workspace)
        self.names.contact_requested.connect(self.contact_requested)
        self.names.write_requested.connect(self.request_wanted)
        self.promises = PromisesCard(workspace)
        self.opportunities = OpportunitiesCard(workspace)
        self.reading = ReadingCard(workspace)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._status)
        self._offers = FlowLayout()
        column.addLayout(self._offers)
        column.addWidget(self.names)
        column.addWidget(self.promises)
        for title, card in (
            (self.tr("Opportunities heard of"), self.opportunities),
            (self.tr("Recommended reading"), self.reading),
        ):
            column.addWidget(heading(plain_label(title)))
            column.addWidget(card)
        workspace.changed.connect(self._follow)

    def refresh(self) -> None:
        """Show what belongs to the open meeting; what is being typed stays."""
        meeting = self._meeting.meeting
        noted = [text.strip() for text in (meeting.named, meeting.promised) if text.strip()]
        self._status.setText("\n".join(noted))
        self._status.setVisible(bool(noted))
        for card in (self.names, self.promises, self.opportunities, self.reading):
            card.show_for(self._meeting.contact.id, meeting.id)
        self._offer()

    def _offer(self) -> None:
        """What is in the four lines need not be typed twice."""
        meeting, store = self._meeting.meeting, self._meeting.workspace.store
        there = {fold(person.name) for person in store.referrals.of_meeting(meeting.id)}
        offers = [
            (self.tr("Add {0}").format(name.replace("&", "&&")), self.names.line, name)
            for name in names_in(meeting.named)
            if fold(name) not in there
        ]
        promised = one_line(meeting.promised)
        if promised and not store.promises.of_meeting(meeting.id):
            offers.append((self.tr("Keep what you promised as a promise"), self.promises.line, promised))
        while (item := self._offers.takeAt(0)) is not None:
            button = item.widget()
            if button is not None:
                button.hide()
                button.deleteLater()
        for text, line, value in offers:
            button = quiet_button(text)
            button.clicked.connect(lambda _checked=False, line=line, value=value: self._take(line, value))
            self._offers.addWidget(button)

    def _take(self, line: NewLine, value: str) -> None:
        """As if it had been typed into the line that adds; where somebody is like them, it asks there."""
        line.setFocus()
        line.insert(value)
        line.flush()

    def _follow(self, change: Change) -> None:
        if self._meeting.id and self.isVisible() and change.tables & _CONCERNED:
            self.refresh()
