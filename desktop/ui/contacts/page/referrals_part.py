"""Of a contact's page: whom they named, and the stage of each of these."""

from PySide6.QtCore import Signal

from desktop.ui.contacts.page.part import ContactPart
from desktop.ui.shared.referrals_card import ReferralsCard


class ReferralsPart(ContactPart):
    """Its signals carry the person who was named."""

    person_requested = Signal(int)
    write_requested = Signal(int)

    def build(self) -> None:
        self.names = ReferralsCard(self.workspace)
        self.names.contact_requested.connect(self.person_requested)
        self.names.write_requested.connect(self.write_requested)
        self.column.addWidget(self.names)

    def fill(self, anew: bool) -> None:
        self.names.show_for(self.contact.id)
