"""What was promised between the user and a contact, both ways."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.core.promise import Promise
from desktop.core.text import joined
from desktop.ui.shared import days
from desktop.ui.shared.list_card import ListCard, ListSentences, NewLine
from desktop.ui.widgets.date_fields import DateField
from desktop.ui.widgets.fields import ChoiceField, TextField
from desktop.ui.widgets.two_line_list import ListRow
from desktop.ui.workspace import Workspace


class PromisesCard(ListCard[Promise]):
    """One line adds a promise of mine; whose it is can be changed below."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        self.contact_id = 0
        self.meeting_id: int | None = None
        super().__init__(
            workspace,
            self.tr("Promises"),
            NewLine(self.tr("Add a promise"), placeholder=self.tr("What you promised, or they did")),
            self.tr("Promises"),
            parent=parent,
        )
        update = workspace.store.promises.update
        self.add_field(
            TextField(self.tr("What was promised")),
            lambda promise: promise.text,
            lambda promise_id, text: update(promise_id, text=text),
        )
        owners = [(True, self.tr("I promised it")), (False, self.tr("They promised it"))]
        self.add_choice(
            ChoiceField(self.tr("Whose promise is it?"), owners),
            lambda promise: promise.mine,
            lambda promise_id, mine: update(promise_id, mine=mine),
        )
        self.add_field(
            DateField(self.tr("By when"), workspace.today),
            lambda promise: promise.due_on,
            lambda promise_id, day: update(promise_id, due_on=day),
        )
        self.add_field(
            DateField(self.tr("Done on"), workspace.today),
            lambda promise: promise.done_on,
            lambda promise_id, day: update(promise_id, done_on=day),
        )
        self._done = self.add_button(self.tr("It is done"), self._turn)

    def show_for(self, contact_id: int, meeting_id: int | None = None) -> None:
        """Show the promises of a contact, or those of one meeting."""
        if (contact_id, meeting_id) != (self.contact_id, self.meeting_id):
            self.contact_id, self.meeting_id = contact_id, meeting_id
            self.clear()
        self.renew()

    def read(self) -> Sequence[Promise]:
        promises = self.workspace.store.promises
        return promises.of_meeting(self.meeting_id) if self.meeting_id else promises.of_contact(self.contact_id)

    def row(self, value: Promise) -> ListRow:
        if value.done_on is not None:
            when = self.tr("done on {0}").format(days.short(value.done_on))
        else:
            when = self.tr("by {0}").format(days.short(value.due_on)) if value.due_on else self.tr("without a day")
        first = value.text or self.tr("Without words yet")
        return ListRow(
            value.id,
            self.tr("✓ {0}").format(first) if value.done_on else first,
            joined(self.tr("You to them") if value.mine else self.tr("They to you"), when),
        )

    def sentences(self) -> ListSentences:
        return ListSentences(
            self.tr("Add promise"),
            self.tr("Edit promise"),
            self.tr("Delete promise"),
            self.tr("The promise was deleted"),
        )

    def show_more(self, value: Promise) -> None:
        self._done.setText(self.tr("It is done") if value.done_on is None else self.tr("Not done yet"))
        self._done.setAccessibleName(self.tr("{0}: {1}").format(self._done.text(), value.text))

    def insert(self, text: str) -> int:
        return self.workspace.store.promises.add(
            Promise(contact_id=self.contact_id, meeting_id=self.meeting_id, text=text)
        )

    def remove(self, value_id: int) -> None:
        self.workspace.store.promises.delete(value_id)

    def _turn(self) -> None:
        promises, today = self.workspace.store.promises, self.workspace.today()
        self.try_to_edit(lambda promise: promises.update(promise.id, done_on=None if promise.done_on else today))
