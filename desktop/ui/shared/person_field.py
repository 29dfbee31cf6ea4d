"""A field for one of the contacts, found by typing part of the name."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from desktop.core.contact import ContactFilter, ContactLine
from desktop.core.text import fold, one_line
from desktop.store.contacts import Contacts
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.model_index import ModelIndex

OFFERED = 8  # contacts, at most
_LINE = Qt.ItemDataRole.UserRole


class PersonField(Field[int | None]):
    """One line with completion over all contacts; `value` is the id, `None` for nobody.

    What is typed and names nobody gives way to who was chosen before. With `allow_new` it counts as the name of a new
    person instead; the only contact of exactly that name is meant by it. `without` gives the id of one who is never
    offered. `entered` tells that Enter was pressed on what is there.
    """

    entered = Signal()

    def __init__(
        self,
        label: str,
        contacts: Contacts,
        allow_new: bool = False,
        without: Callable[[], int] = lambda: 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, parent=parent)
        self._contacts = contacts
        self._allow_new = allow_new
        self._without = without
        self._person: int | None = None
        self._offered = _OfferedPeople(self)
        self.editor = QLineEdit()
        self.editor.setClearButtonEnabled(not allow_new)
        self.editor.setPlaceholderText("" if allow_new else self.tr("Type a name"))
        completer = QCompleter(self._offered, self.editor)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)  # the store found them
        # Queued: the line takes the name only after this signal has been heard by all.
        completer.activated[QModelIndex].connect(self._take, Qt.ConnectionType.QueuedConnection)  # type: ignore[index]  # the overload with the row
        self.editor.setCompleter(completer)
        self.editor.textEdited.connect(self._offer)
        self.editor.textChanged.connect(self._clear)
        self.editor.editingFinished.connect(self._settle)
        self.editor.returnPressed.connect(self._enter)
        self._lay_out(self.editor)

    @property
    def value(self) -> int | None:
        """The id of the person."""
        if self._person or not self._allow_new or not self.typed_name:
            return self._person
        namesakes = [line for line in self._find(self.typed_name) if fold(line.name) == fold(self.typed_name)]
        return namesakes[0].id if len(namesakes) == 1 else None

    @property
    def typed_name(self) -> str:
        """The name that is in the field."""
        return one_line(self.editor.text())

    def show_value(self, value: int | None) -> None:
        """Show a person; the name is looked up anew, for it may have changed."""
        if not self._dirty and not self.editor.hasFocus():
            self._display(value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say whether the name is known once it is typed."""
        if self._allow_new and event.type() == QEvent.Type.FocusOut:
            self.set_hint(self.tr("A new contact.") if self.typed_name and self.value is None else "")
        return super().eventFilter(watched, event)

    def _display(self, value: int | None) -> None:
        line = self._contacts.line(value) if value else None
        self._person = value
        self.editor.setText(line.name if line else "")
        if self._allow_new:
            self.set_hint("")

    def _find(self, typed: str) -> list[ContactLine]:
        without = self._without()
        lines = self._contacts.lines(ContactFilter(search=typed), limit=OFFERED + bool(without))
        return [line for line in lines if line.id != without][:OFFERED]

    def _offer(self, text: str) -> None:
        if self._allow_new:
            self._person = None
            self.set_hint("")
        self._offered.show_people(self._find(text.strip()) if text.strip() else ())

    def _take(self, index: QModelIndex) -> None:
        line = index.data(_LINE)
        if isinstance(line, ContactLine):
            self._display(line.id)
            self._chosen()

    def _clear(self, text: str) -> None:
        if not text and self._person is not None and self.editor.hasFocus():
            self._person = None
            self._chosen()

    def _settle(self) -> None:
        if not self._allow_new and not self._is_choosing:
            self._display(self._person)

    def _enter(self) -> None:
        popup = self.editor.completer().popup()
        if not self._is_choosing or (popup is not None and not popup.currentIndex().isValid()):
            self.entered.emit()

    @property
    def _is_choosing(self) -> bool:
        """Whether the list of those who fit hangs below the line."""
        popup = self.editor.completer().popup()
        return popup is not None and popup.isVisible()


class _OfferedPeople(QAbstractListModel):
    """The contacts that fit: shown with role and organisation, taken into the line by name alone."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[ContactLine, ...] = ()

    def show_people(self, lines: Sequence[ContactLine]) -> None:
        """Offer these."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> str | ContactLine | None:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return " · ".join(part for part in (line.name, line.role, line.organisation) if part)
        if role == Qt.ItemDataRole.EditRole:
            return line.name
        return line if role == _LINE else None
