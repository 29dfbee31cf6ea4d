"""What a contact told the user of: opportunities, which are only noted, and things to read."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from PySide6.QtWidgets import QWidget

from desktop.core.opportunity import Opportunity
from desktop.core.reading_list import ReadingItem
from desktop.core.text import joined, one_line
from desktop.ui.shared import days
from desktop.ui.shared.list_card import ListCard, ListSentences, NewLine
from desktop.ui.widgets.date_fields import DateField
from desktop.ui.widgets.fields import TextField
from desktop.ui.widgets.links import open_address
from desktop.ui.widgets.two_line_list import ListRow
from desktop.ui.workspace import Workspace


class _WithAddress(Protocol):
    """Something they told of, that may have an address."""

    @property
    def id(self) -> int: ...
    @property
    def address(self) -> str: ...


_V = TypeVar("_V", bound=_WithAddress)


class _RecommendationCard(ListCard[_V]):
    """What both have: a contact, and a link that opens at the press of its button."""

    contact_id = 0
    meeting_id: int | None = None

    def show_for(self, contact_id: int, meeting_id: int | None = None) -> None:
        """Show what this contact told of, ever or at one meeting."""
        if (contact_id, meeting_id) != (self.contact_id, self.meeting_id):
            self.contact_id, self.meeting_id = contact_id, meeting_id
            self.clear()
        self.renew()

    def add_link(self, save: Callable[[int, str], object]) -> None:
        """The field for the address, and the button that opens it."""
        self.add_field(TextField(self.tr("Web address or where to find it")), lambda heard: heard.address, save)
        self._link = self.add_button(self.tr("Open the link"), self._open)

    def show_more(self, value: _V) -> None:
        self._link.setVisible(bool(value.address.strip()))
        self._link.setAccessibleName(self.tr("Open the link: {0}").format(value.address))

    def _open(self) -> None:
        address = self.current.address if self.current is not None else ""
        if address and not open_address(address):
            said = self.tr("This is no web address that can be opened: {0}").format(address)
            self.workspace.say(said, kind="attention")


class OpportunitiesCard(_RecommendationCard[Opportunity]):
    """A post, a project, an event they mentioned. Noted, never counted."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        placeholder = self.tr("A post, a project, an event they mentioned")
        line = NewLine(self.tr("Note an opportunity"), placeholder=placeholder)
        super().__init__(workspace, "", line, self.tr("Opportunities"), parent=parent)
        update = workspace.store.opportunities.update
        self.add_field(
            TextField(self.tr("What you heard of")),
            lambda heard: heard.text,
            lambda heard_id, text: update(heard_id, text=text),
        )
        self.add_link(lambda heard_id, address: update(heard_id, address=address))
        self.add_field(
            DateField(self.tr("Heard on"), workspace.today),
            lambda heard: heard.heard_on,
            lambda heard_id, day: update(heard_id, heard_on=day),
        )

    def read(self) -> Sequence[Opportunity]:
        opportunities = self.workspace.store.opportunities
        if self.meeting_id:
            return opportunities.of_meeting(self.meeting_id)
        return opportunities.of_contact(self.contact_id)

    def row(self, value: Opportunity) -> ListRow:
        heard = days.short(value.heard_on) if value.heard_on else ""
        return ListRow(value.id, value.text or self.tr("Without words yet"), joined(heard, one_line(value.address)))

    def sentences(self) -> ListSentences:
        return ListSentences(
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

    def remove(self, value_id: int) -> None:
        self.workspace.store.opportunities.delete(value_id)


class ReadingCard(_RecommendationCard[ReadingItem]):
    """What they recommended to read; it is in the reading list too."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        placeholder = self.tr("A book, an article, a talk they recommended")
        line = NewLine(self.tr("Add something to read"), placeholder=placeholder)
        super().__init__(workspace, "", line, self.tr("Recommended reading"), parent=parent)
        update = workspace.store.reading_list.update
        self.add_field(
            TextField(self.tr("Title")), lambda item: item.title, lambda item_id, text: update(item_id, title=text)
        )
        self.add_field(
            TextField(self.tr("Author")), lambda item: item.author, lambda item_id, text: update(item_id, author=text)
        )
        self.add_link(lambda item_id, address: update(item_id, address=address))
        self._read = self.add_button(self.tr("I have read it"), self._turn)

    def read(self) -> Sequence[ReadingItem]:
        reading = self.workspace.store.reading_list
        return reading.of_meeting(self.meeting_id) if self.meeting_id else reading.of_contact(self.contact_id)

    def row(self, value: ReadingItem) -> ListRow:
        read = self.tr("read on {0}").format(days.short(value.read_on)) if value.read_on else self.tr("not read yet")
        return ListRow(value.id, value.title or self.tr("Without a title yet"), joined(one_line(value.author), read))

    def sentences(self) -> ListSentences:
        return ListSentences(
            self.tr("Add reading"),
            self.tr("Edit reading"),
            self.tr("Delete reading"),
            self.tr("The reading was deleted"),
        )

    def show_more(self, value: ReadingItem) -> None:
        super().show_more(value)
        self._read.setText(self.tr("I have read it") if value.read_on is None else self.tr("Not read yet"))
        self._read.setAccessibleName(self.tr("{0}: {1}").format(self._read.text(), value.title))

    def insert(self, text: str) -> int:
        item = ReadingItem(title=text, recommended_by_id=self.contact_id, meeting_id=self.meeting_id)
        return self.workspace.store.reading_list.add(item)

    def remove(self, value_id: int) -> None:
        self.workspace.store.reading_list.delete(value_id)

    def _turn(self) -> None:
        reading, today = self.workspace.store.reading_list, self.workspace.today()
        self.try_to_edit(lambda item: reading.mark_read(item.id, None if item.read_on else today))
