"""A field for one of the contacts, found by typing part of the name."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from desktop.core.contact import ContactFilter
from desktop.store.store import Store
from desktop.ui.widgets.fields import Field

_SHOWN = 8


class PersonField(Field[int | None]):
    """One of the contacts, found by typing part of the name; `value` is the id, `None` for nobody."""

    def __init__(
        self,
        label: str,
        search: Callable[[str], Sequence[tuple[int, str]]],
        name_of: Callable[[int], str],
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, hint, parent)
        self._search = search
        self._name_of = name_of
        self._person: int | None = None
        self._found: dict[str, int] = {}
        self.editor = QLineEdit()
        self.editor.setClearButtonEnabled(True)
        self.editor.setPlaceholderText(self.tr("Type a name"))
        self._model = QStringListModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.activated.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self.editor.setCompleter(self._completer)
        self.editor.textEdited.connect(self._offer)
        self.editor.textChanged.connect(self._cleared)
        self.editor.editingFinished.connect(self._settle)
        self._lay_out(self.editor)

    @property
    def value(self) -> int | None:
        """The id of the person."""
        return self._person

    def show_value(self, value: int | None) -> None:
        """Show a person; the name is looked up anew, for it may have changed."""
        if not self._dirty and not self.editor.hasFocus():
            self._display(value)

    def _display(self, value: int | None) -> None:
        self._person = value
        self.editor.setText(self._name_of(value) if value else "")

    def _offer(self, text: str) -> None:
        found = self._search(text.strip()) if text.strip() else ()
        self._found = {}
        for person, shown in found:  # two of the same name and organisation are told apart
            self._found[f"{shown} ({person})" if shown in self._found else shown] = person
        self._model.setStringList(list(self._found))

    def _take(self, shown: str) -> None:
        self._display(self._found.get(shown, self._person))
        self._chosen()

    def _cleared(self, text: str) -> None:
        if not text and self._person is not None and self.editor.hasFocus():
            self._person = None
            self._chosen()

    def _settle(self) -> None:
        """What was typed and names nobody gives way to who is chosen."""
        popup = self._completer.popup()
        if popup is None or not popup.isVisible():
            self._display(self._person)


def people_found(store: Store, typed: str, without: int = 0) -> list[tuple[int, str]]:
    """Whom a search finds, as the field offers them: the id and what is shown; `without` is left out."""
    lines = store.contacts.lines(ContactFilter(search=typed), limit=_SHOWN + 1)
    return [
        (line.id, f"{line.name} · {line.organisation}" if line.organisation else line.name)
        for line in lines
        if line.id != without
    ]


def name_of(store: Store, contact_id: int) -> str:
    """The name of a contact, empty for one that is gone."""
    line = store.contacts.line(contact_id)
    return line.name if line else ""
