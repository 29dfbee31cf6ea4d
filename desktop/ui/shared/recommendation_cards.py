"""What a contact told the user of: opportunities, which are only noted, and things to read."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.core.opportunity import Opportunity
from desktop.core.reading_list import ReadingItem
from desktop.core.text import joined, one_line
from desktop.ui.shared import days
from desktop.ui.widgets.date_fields import DateField
from desktop.ui.widgets.fields import TextField
from desktop.ui.widgets.links import open_address
from desktop.ui.widgets.list_card import ListCard, NewLine, Said
from desktop.ui.widgets.two_line_list import Row
from desktop.ui.workspace import Workspace


class _RecommendationCard(ListCard):
    """What both have: a contact, and a link that opens at the press of its button."""

    contact_id = 0
    meeting_id: int | None = None

    def show_for(self, contact_id: int, meeting_id: int | None = None) -> None:
        """Show what this contact told of, ever or at one meeting."""
        if (contact_id, meeting_id) != (self.contact_id, self.meeting_id):
            self.contact_id, self.meeting_id = contact_id, meeting_id
            self.clear()
        self.renew()

    def add_link(self) -> None:
        """The field for the address, and the button that opens it."""
        self.add_field("address", TextField(self.tr("Web address or where to find it")))
        self._link = self.add_button(self.tr("Open the link"), self._open)

    def show_more(self, value: Any) -> None:
        self._link.setVisible(bool(value.address.strip()))
        self._link.setAccessibleName(self.tr("Open the link: {0}").format(value.address))

    def _open(self) -> None:
        address = self.current.address if self.current is not None else ""
        if address and not open_address(address):
            said = self.tr("This is no web address that can be opened: {0}").format(address)
            self.workspace.say(said, kind="attention")


class OpportunitiesCard(_RecommendationCard):
    """A post, a project, an event they mentioned. Noted, never counted."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        placeholder = self.tr("A post, a project, an event they mentioned")
        line = NewLine(self.tr("Note an opportunity"), placeholder=placeholder)
        super().__init__(workspace, "", line, self.tr("Opportunities"), parent=parent)
        self.add_field("text", TextField(self.tr("What you heard of")))
        self.add_link()
        self.add_field("heard_on", DateField(self.tr("Heard on"), workspace.today))

    def read(self) -> Sequence[Opportunity]:
        opportunities = self.workspace.store.opportunities
        if self.meeting_id:
            return opportunities.of_meeting(self.meeting_id)
        return opportunities.of_contact(self.contact_id)

    def row(self, value: Any) -> Row:
        heard = days.short(value.heard_on) if value.heard_on else ""
        return Row(value.id, value.text or self.tr("Without words yet"), joined(heard, one_line(value.address)))

    def said(self) -> Said:
        return Said(
            self.tr("Note opportunity"),
            self.tr("Edit opportunity"),
            self.tr("Delete opportunity"),
            self.tr("The opportunity was deleted"),
        )

    def insert(self, text: str) -> int:
        told = Opportunity(
            contact_id=self.contact_id, meeting_id=self.meeting_id, text=text, heard_on=self.workspace.today()
        )
        return self.workspace.store.opportunities.add(told)

    def change(self, value_id: int, **fields: Any) -> None:
        self.workspace.store.opportunities.update(value_id, **fields)

    def remove(self, value_id: int) -> None:
        self.workspace.store.opportunities.delete(value_id)


class ReadingCard(_RecommendationCard):
    """What they recommended to read; it stands in the reading list too."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        placeholder = self.tr("A book, an article, a talk they recommended")
        line = NewLine(self.tr("Add something to read"), placeholder=placeholder)
        super().__init__(workspace, "", line, self.tr("Recommended reading"), parent=parent)
        self.add_field("title", TextField(self.tr("Title")))
        self.add_field("author", TextField(self.tr("Author")))
        self.add_link()
        self._read = self.add_button(self.tr("I have read it"), self._turn)

    def read(self) -> Sequence[ReadingItem]:
        reading = self.workspace.store.reading_list
        return reading.of_meeting(self.meeting_id) if self.meeting_id else reading.of_contact(self.contact_id)

    def row(self, value: Any) -> Row:
        read = self.tr("read on {0}").format(days.short(value.read_on)) if value.read_on else self.tr("not read yet")
        return Row(value.id, value.title or self.tr("Without a title yet"), joined(one_line(value.author), read))

    def said(self) -> Said:
        return Said(
            self.tr("Add reading"),
            self.tr("Edit reading"),
            self.tr("Delete reading"),
            self.tr("The reading was deleted"),
        )

    def show_more(self, value: Any) -> None:
        super().show_more(value)
        self._read.setText(self.tr("I have read it") if value.read_on is None else self.tr("Not read yet"))
        self._read.setAccessibleName(self.tr("{0}: {1}").format(self._read.text(), value.title))

    def insert(self, text: str) -> int:
        item = ReadingItem(title=text, recommended_by_id=self.contact_id, meeting_id=self.meeting_id)
        return self.workspace.store.reading_list.add(item)

    def change(self, value_id: int, **fields: Any) -> None:
        self.workspace.store.reading_list.update(value_id, **fields)

    def remove(self, value_id: int) -> None:
        self.workspace.store.reading_list.delete(value_id)

    def _turn(self) -> None:
        if self.current is not None:
            self.try_to_set("read_on", None if self.current.read_on else self.workspace.today())
