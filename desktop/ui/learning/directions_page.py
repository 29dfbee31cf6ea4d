"""Directions: what you explore, what you decided of it and why, and how many people you have found for it."""

from typing import Unpack

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from desktop.core.direction import Direction, DirectionChanges, DirectionKind, Verdict
from desktop.core.finding import PEOPLE_PER_DIRECTION
from desktop.core.text import one_line
from desktop.store.file.history import Change
from desktop.ui import words
from desktop.ui.learning.direction_where import WhereToLook
from desktop.ui.shared import days
from desktop.ui.theme import muted
from desktop.ui.widgets.bound_fields import BoundFields
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.fields import ChoiceField, TextField
from desktop.ui.widgets.list_beside_page import ListBesidePage, list_column
from desktop.ui.widgets.scroll_page import ScrollPage
from desktop.ui.widgets.two_line_list import ListRow, TwoLineList
from desktop.ui.workspace import Workspace

_TABLES = frozenset({"direction", "contact_direction", "contact"})


class DirectionsPage(QWidget):
    """The list of directions beside the page of one: what I think of it, and where to look for people.

    `known_requested` leads to the memory-jogger, the other signals carry a contact.
    """

    contact_requested = Signal(int)
    write_requested = Signal(int, object)
    known_requested = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.list = TwoLineList(self.tr("Directions"), workspace.theme)
        self.form = DirectionForm(workspace)
        self.where = WhereToLook(workspace)
        self._switch = QTabBar()
        self._switch.setAccessibleName(self.tr("Parts of a direction"))
        self._switch.setExpanding(False)
        for name in (self.tr("What I think of it"), self.tr("Where to look")):
            self._switch.addTab(name)
        self._parts = QStackedWidget()
        self._parts.addWidget(self.form)
        self._parts.addWidget(self.where)
        self._page = QWidget()
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._switch)
        column.addWidget(self._parts, 1)
        hint = EmptyState("", self.tr("Choose a direction to see what you think of it."))
        self._split = ListBesidePage(list_column((), self.list), hint)
        self._pages = QStackedWidget()
        self._empty = EmptyState(
            "directions",
            self.tr("A direction is a career, an industry or a company that you want to find out about."),
            self.tr("Add a direction"),
        )
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self._split)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        self._empty.acted.connect(self.new_direction)
        self.list.chosen.connect(self._show)
        self.list.opened.connect(lambda _id: self._begin())
        self._switch.currentChanged.connect(self._show_part)
        self.where.contact_requested.connect(self.contact_requested)
        self.where.write_requested.connect(self.write_requested)
        self.where.known_requested.connect(self.known_requested)
        self.list.delete_wanted.connect(lambda _id: self.form.delete())
        self.form.deleted.connect(self._after_delete)
        workspace.changed.connect(self._refresh)
        self._fill()

    def new_direction(self) -> None:
        """A new direction, ready for its name."""
        directions = self._workspace.store.directions
        made = self._workspace.act(self.tr("New direction"), lambda: directions.add(""))
        self._fill()
        self.list.select(made)
        self._show(made)
        self._switch.setCurrentIndex(0)
        self.form.begin()

    def show_where_to_look(self) -> None:
        """Show where to look for the direction that is open, or else for the first one; with none yet, add one."""
        directions = self._workspace.store.directions.all()
        if directions and self._split.page is None:
            self.list.select(directions[0].id)
            self._show(directions[0].id)
        self._switch.setCurrentIndex(1)
        (self.where.list if directions else self._empty.button).setFocus()

    def _begin(self) -> None:
        if self._parts.currentWidget() is self.form:
            self.form.begin()
        else:
            self.where.list.setFocus()

    def _show_part(self, part: int) -> None:
        self._parts.setCurrentIndex(part)
        if part == 1:
            self._show_where()

    def _show_where(self) -> None:
        direction = self._workspace.store.directions.find(self.form.direction_id)
        if direction is not None:
            self.where.show_direction(direction)

    def _show(self, direction_id: int) -> None:
        direction = self._workspace.store.directions.find(direction_id)
        if direction is None:
            self._split.show_hint()
            return
        self.form.show_direction(direction)
        self._split.show_page(self._page)
        if self._parts.currentWidget() is self.where:
            self._show_where()

    def _fill(self) -> None:
        directions = self._workspace.store.directions.all()
        self._pages.setCurrentIndex(1 if directions else 0)
        current = self.form.direction_id if self._split.page is not None else 0
        self.list.show_rows([self._row(direction) for direction in directions], current)
        if current and current not in {direction.id for direction in directions}:
            self._after_delete()

    def _row(self, direction: Direction) -> ListRow:
        verdict = words.verdict(direction.verdict) or self.tr("Nothing decided yet")
        second = self.tr("{kind} · {verdict} · people: {people}").format(
            kind=words.direction_kind(direction.kind),
            verdict=verdict,
            people=self._workspace.locale.toString(direction.contacts),
        )
        return ListRow(direction.id, direction.name or self.tr("Without a name yet"), second)

    def _after_delete(self) -> None:
        self._split.leave_page(self.list)

    def _refresh(self, change: Change) -> None:
        if change.tables & _TABLES:
            self._fill()


class DirectionForm(ScrollPage):
    """The page of one direction, saved as it is typed. `deleted` tells that it was deleted."""

    deleted = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._workspace = workspace
        self._direction_id = 0
        kinds = [(kind, words.direction_kind(kind)) for kind in DirectionKind]
        verdicts: list[tuple[Verdict | None, str]] = [(None, self.tr("Nothing decided yet"))]
        verdicts += [(verdict, words.verdict(verdict)) for verdict in Verdict]
        self._name = TextField(self.tr("&Name"))
        kind = ChoiceField(self.tr("&Kind"), kinds)
        self._verdict = ChoiceField(self.tr("What I think of it no&w"), verdicts)
        reason = TextField(self.tr("Beca&use"), multiline=True, lines=3)
        notes = TextField(self.tr("N&otes"), multiline=True, lines=5)
        for field in (self._name, kind, self._verdict, reason, notes):
            self.column.addWidget(field)
        self._fields = BoundFields[Direction]()
        bind, choice, edit = self._fields.bind, self._fields.bind_choice, self._edit
        bind(self._name, lambda direction: direction.name, lambda text, visit: edit(visit, name=one_line(text)))
        choice(kind, lambda direction: direction.kind, lambda code, visit: edit(visit, kind=code))
        choice(self._verdict, lambda direction: direction.verdict, lambda code, visit: edit(visit, verdict=code))
        bind(reason, lambda direction: direction.reason, lambda text, visit: edit(visit, reason=text))
        bind(notes, lambda direction: direction.notes, lambda text, visit: edit(visit, notes=text))
        self._people = QLabel()
        self._people.setWordWrap(True)
        self.column.addWidget(muted(self._people))
        delete = QPushButton(self.tr("&Delete direction"))
        delete.setProperty("quiet", True)
        delete.clicked.connect(self.delete)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(delete)
        self.column.addLayout(row)
        workspace.changed.connect(self._refresh)

    @property
    def direction_id(self) -> int:
        """The direction on the page, 0 for none."""
        return self._direction_id

    def show_direction(self, direction: Direction) -> None:
        """Put a direction on the page; what was typed for the one before is saved first."""
        other = direction.id != self._direction_id
        if other:
            self._fields.flush()
            self._direction_id = direction.id
            self.verticalScrollBar().setValue(0)
        self._fields.show(direction, anew=other)
        locale = self._workspace.locale
        decided = days.written_out(direction.decided_on) if direction.decided_on else ""
        self._verdict.set_hint(self.tr("Decided on {0}").format(decided) if decided else "")
        counted = self.tr("People found for it: {0}.")
        if direction.contacts < PEOPLE_PER_DIRECTION:
            counted = self.tr("People found for it: {0}. Three or more give a fair picture.")
        self._people.setText(counted.format(locale.toString(direction.contacts)))

    def begin(self) -> None:
        """Put the cursor into the name."""
        self._name.setFocus()

    def _edit(self, visit: str, **changes: Unpack[DirectionChanges]) -> None:
        """Save fields of the `Direction` on the page."""
        direction_id, directions = self._direction_id, self._workspace.store.directions
        if direction_id:
            done = self.tr("Edit direction")
            self._workspace.act(done, lambda: directions.update(direction_id, **changes), visit)

    def delete(self) -> None:
        """Delete the direction on the page; the message offers to take it back."""
        direction_id, directions = self._direction_id, self._workspace.store.directions
        if not direction_id:
            return
        self._direction_id = 0
        self._workspace.act(self.tr("Delete direction"), lambda: directions.delete(direction_id))
        self._workspace.say_with_undo(self.tr("Direction deleted. People and entries stay."))
        self.deleted.emit()

    def _refresh(self, change: Change) -> None:
        if self._direction_id and change.tables & _TABLES:
            direction = self._workspace.store.directions.find(self._direction_id)
            if direction is not None:
                self.show_direction(direction)
