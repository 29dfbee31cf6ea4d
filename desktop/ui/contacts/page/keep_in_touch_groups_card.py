"""The groups of contacts whom the user keeps in touch with equally often."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.core.keep_in_touch_group import KeepInTouchGroup
from desktop.ui.shared.list_card import ListCard, ListSentences, NewLine
from desktop.ui.widgets.fields import NumberField, TextField
from desktop.ui.widgets.two_line_list import ListRow
from desktop.ui.workspace import Workspace

_LONGEST = 3650  # days


class KeepInTouchGroupsCard(ListCard[KeepInTouchGroup]):
    """Whoever is in a deleted group is kept in touch with as usual."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        line = NewLine(self.tr("Add a group"), placeholder=self.tr("Close colleagues, mentors …"))
        super().__init__(workspace, "", line, self.tr("Groups"), parent=parent)
        self.setProperty("card", "")  # it lies in a card already
        self.body.setContentsMargins(0, 0, 0, 0)
        update = workspace.store.touch_groups.update
        self.add_field(
            TextField(self.tr("Name of the group")),
            lambda group: group.name,
            lambda group_id, name: update(group_id, name=name),
        )
        self.add_field(
            NumberField(self.tr("A good time comes after"), 1, _LONGEST, self.tr(" days")),
            lambda group: group.ideal_days,
            lambda group_id, days: update(group_id, ideal_days=days),
        )
        self.add_field(
            NumberField(self.tr("At the latest after"), 1, _LONGEST, self.tr(" days")),
            lambda group: group.latest_days,
            lambda group_id, days: update(group_id, latest_days=days),
        )

    def read(self) -> Sequence[KeepInTouchGroup]:
        return self.workspace.store.touch_groups.all()

    def row(self, value: KeepInTouchGroup) -> ListRow:
        ideal, latest = value.rule.days
        return ListRow(
            value.id, value.name or self.tr("No name yet"), self.tr("every {0} to {1} days").format(ideal, latest)
        )

    def sentences(self) -> ListSentences:
        return ListSentences(
            self.tr("Add group"), self.tr("Edit group"), self.tr("Delete group"), self.tr("The group was deleted")
        )

    def insert(self, text: str) -> int:
        return self.workspace.store.touch_groups.add(KeepInTouchGroup(name=text))

    def remove(self, value_id: int) -> None:
        self.workspace.store.touch_groups.delete(value_id)
