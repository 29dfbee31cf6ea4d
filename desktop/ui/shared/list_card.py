"""A card for a short list: one line adds to it, the rows are one Tab stop, below is the one that is chosen."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Generic, NamedTuple, Protocol, TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.core.errors import UserError
from desktop.core.text import one_line
from desktop.ui.theme import muted, scaled
from desktop.ui.widgets.bound_fields import BoundFields
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.fields import ChoiceField, Field, TextField
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.two_line_list import ListRow, TwoLineList
from desktop.ui.workspace import Workspace

_ROWS_SHOWN = 6  # seen at once; more scroll


class Listed(Protocol):
    """What can be listed: a value with an id."""

    @property
    def id(self) -> int: ...


_V = TypeVar("_V", bound=Listed)
_T = TypeVar("_T")
_C = TypeVar("_C")


class NewLine(TextField):
    """A line that is not kept while it is typed but when it is done: with Enter, or when it is left."""

    def _typed(self, *_: object) -> None:
        self._dirty = True

    def clear(self) -> None:
        """Empty for the next one."""
        self.show_anew("")


class ListSentences(NamedTuple):
    """How the steps are called in the undo menu, and what is said after something was deleted."""

    add: str
    edit: str
    delete: str
    deleted: str


class ListCard(Card, Generic[_V]):
    """What a list of `V` needs is given by whoever derives from it: `read`, `row`, `insert`, `remove`, `sentences`.

    `add_field` puts a field below the list.
    """

    def __init__(
        self, workspace: Workspace, title: str, line: NewLine, rows: str, empty: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(title, parent=parent)
        self.workspace = workspace
        self.line = line
        self._fields = BoundFields[_V]()
        self.values: dict[int, _V] = {}
        self.list = TwoLineList(rows, workspace.theme)
        self._empty = muted(QLabel(empty))
        self._empty.setTextFormat(Qt.TextFormat.PlainText)
        self._empty.setWordWrap(True)
        self.form = QWidget()
        self.form_column = QVBoxLayout(self.form)
        self.form_column.setContentsMargins(0, 0, 0, 0)
        self.form_column.setSpacing(12)
        self.buttons = FlowLayout()
        self.body.addWidget(line)
        self.body.addWidget(self._empty)
        self.body.addWidget(self.list)
        self.body.addWidget(self.form)
        self.body.addLayout(self.buttons)
        self._delete = self.add_button(self.tr("Delete"), self.delete)
        line.saved_by(self._add)
        self.list.chosen.connect(lambda _id: self._show_chosen(anew=True))
        self.list.opened.connect(lambda _id: self._begin())
        self.list.delete_wanted.connect(lambda _id: self.delete())
        workspace.theme.changed.connect(self._fit)

    # -- for whoever derives ----------------------------------------------------------------------------------------

    def read(self) -> Sequence[_V]:
        """The values to be listed."""
        raise NotImplementedError

    def row(self, value: _V) -> ListRow:
        """How a value is listed."""
        raise NotImplementedError

    def insert(self, text: str) -> int:
        """Store what was typed in the line that adds, and return its id."""
        raise NotImplementedError

    def remove(self, value_id: int) -> None:
        """Mark one as deleted."""
        raise NotImplementedError

    def sentences(self) -> ListSentences:
        """How its steps are called."""
        raise NotImplementedError

    def show_more(self, value: _V) -> None:
        """Show what else there is about the one that is chosen."""

    def add_field(self, field: Field[_T], shown: Callable[[_V], _T], save: Callable[[int, _T], object]) -> None:
        """A field below the list, saved as typed; `save` gets the id of the chosen one."""
        self.form_column.addWidget(field)
        self._fields.bind(field, shown, lambda value, visit: self.edit(lambda chosen: save(chosen.id, value), visit))

    def add_choice(self, field: ChoiceField[_C], shown: Callable[[_V], _C], save: Callable[[int, _C], object]) -> None:
        """The same with a choice."""
        self.form_column.addWidget(field)
        self._fields.bind_choice(
            field, shown, lambda code, visit: self.edit(lambda chosen: save(chosen.id, code), visit)
        )

    def add_button(self, text: str, press: Callable[[], object]) -> QPushButton:
        """A button below the fields, for the one that is chosen; what is deleted comes last."""
        button = QPushButton(text)
        button.setProperty("quiet", True)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: press())
        if self.buttons.count():
            last = self.buttons.takeAt(self.buttons.count() - 1)
            self.buttons.addWidget(button)
            if last is not None:
                self.buttons.addItem(last)
        else:
            self.buttons.addWidget(button)
        return button

    # -- showing ----------------------------------------------------------------------------------------------------

    @property
    def current(self) -> _V | None:
        """The value that is chosen, `None` if none is."""
        return self.values.get(self.list.current_id)

    def clear(self) -> None:
        """Forget what is typed and chosen: the list belongs to something else from now on."""
        self.line.clear()
        self.list.select(0)

    def renew(self) -> None:
        """Read the list anew; what is being typed stays."""
        self.values = {value.id: value for value in self.read()}
        self.list.show_rows([self.row(value) for value in self.values.values()], self.list.current_id)
        self.list.setVisible(bool(self.values))
        self._empty.setVisible(not self.values and bool(self._empty.text()))
        self._fit()
        self._show_chosen(anew=False)

    def choose(self, value_id: int) -> None:
        """Stand on one of the rows."""
        self.list.select(value_id)
        self._show_chosen(anew=True)

    def _show_chosen(self, anew: bool) -> None:
        value = self.current
        self.form.setVisible(value is not None and self.form_column.count() > 0)
        for number in range(self.buttons.count()):
            item = self.buttons.itemAt(number)
            if item is not None and (button := item.widget()) is not None:
                button.setVisible(value is not None)
        if value is None:
            return
        self._fields.show(value, anew)
        self._delete.setAccessibleName(self.tr("Delete: {0}").format(self.row(value).first))
        self.show_more(value)

    def _fit(self) -> None:
        """As high as its rows, up to some."""
        count = min(self.list.count, _ROWS_SHOWN)
        height = max(self.list.sizeHintForRow(0), 1) * count + 2 * self.list.frameWidth()
        self.list.setFixedHeight(height + scaled(self.font(), 4))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _begin(self) -> None:
        """Into the first field of the chosen one."""
        first = self.form_column.itemAt(0)
        if first is not None and (field := first.widget()) is not None and self.current is not None:
            field.setFocus()

    # -- changing ---------------------------------------------------------------------------------------------------

    def _add(self, typed: str) -> None:
        text = one_line(typed)
        if not text:
            return
        self.line.clear()
        try:
            added = self.workspace.act(self.sentences().add, lambda: self.insert(text))
        except UserError:
            self.line.show_anew(typed)
            raise
        self.renew()
        self.choose(added)

    def edit(self, save: Callable[[_V], object], visit: str = "") -> None:
        """Change the chosen one.

        Raises:
            UserError: if it could not be; it has been said.
        """
        chosen = self.current
        if chosen is not None:
            self.workspace.act(self.sentences().edit, lambda: save(chosen), visit)

    def try_to_edit(self, save: Callable[[_V], object]) -> None:
        """The same at the press of a button."""
        with suppress(UserError):
            self.edit(save)

    def delete(self) -> None:
        """Delete the chosen one."""
        chosen = self.current
        if chosen is None:
            return
        places = list(self.values)
        place = places.index(chosen.id)
        following = (places[place + 1 : place + 2] or places[max(place - 1, 0) : place] or [0])[0]
        try:
            self.workspace.act(self.sentences().delete, lambda: self.remove(chosen.id))
        except UserError:
            return
        self.renew()
        self.choose(following)
        (self.list if self.values else self.line).setFocus()
        self.workspace.say_with_undo(self.sentences().deleted)
