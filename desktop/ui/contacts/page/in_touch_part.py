"""Of a contact's page: what was promised, keeping in touch, and what they told of."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.contacts.page.keep_in_touch_card import KeepInTouchCard
from desktop.ui.contacts.page.part import ContactPart
from desktop.ui.shared.promises_card import PromisesCard
from desktop.ui.shared.recommendation_cards import OpportunitiesCard, ReadingCard
from desktop.ui.widgets.fold import Fold


class InTouchPart(ContactPart):
    """`write_requested` asks for the composer."""

    write_requested = Signal()

    def build(self) -> None:
        self.promises = PromisesCard(self.workspace)
        self.keep_in_touch = KeepInTouchCard(self.workspace)
        self.keep_in_touch.write_requested.connect(self.write_requested)
        self.opportunities = OpportunitiesCard(self.workspace)
        self.reading = ReadingCard(self.workspace)
        self.heard = Fold(self.tr("Opportunities"), lambda: self.opportunities)
        self.read = Fold(self.tr("Recommended reading"), lambda: self.reading)
        parts: tuple[QWidget, ...] = (self.promises, self.keep_in_touch, self.heard, self.read)
        for part in parts:
            self.column.addWidget(part)

    def fill(self, anew: bool) -> None:
        self.promises.show_for(self.contact.id)
        self.keep_in_touch.show_contact(self.contact)
        locale = self.workspace.locale
        for card, fold, title in (
            (self.opportunities, self.heard, self.tr("Opportunities")),
            (self.reading, self.read, self.tr("Recommended reading")),
        ):
            card.show_for(self.contact.id)
            count = len(card.values)
            fold.set_title(title, locale.toString(count) if count else "")
            if anew:
                fold.unfold(bool(count))
