"""Fields that suggest while one types: an organisation already known, tags in use, a person of the list."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from desktop.ui.widgets.fields import Field, TextField

Suggest = Callable[[str], Sequence[str]]
SHOWN = 8


class SuggestField(TextField):
    """One line of text that offers what fits what is typed so far."""

    def __init__(self, label: str, suggest: Suggest, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label, placeholder=placeholder, parent=parent)
        self._suggest = suggest
        self._model = QStringListModel(self)
        assert isinstance(self.editor, QLineEdit)
        self.line = self.editor
        self._completer = self._make_completer()
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setModel(self._model)
        # Queued: the line takes the suggestion only after this signal has been heard by all.
        self._completer.activated.connect(self._chosen, Qt.ConnectionType.QueuedConnection)
        self.line.setCompleter(self._completer)
        self.line.textEdited.connect(self._offer)

    def _make_completer(self) -> QCompleter:
        return QCompleter(self)

    def _offer(self, text: str) -> None:
        text = text.strip()
        self._model.setStringList([found for found in self._suggest(text) if found != text][:SHOWN] if text else [])


class TagsField(SuggestField):
    """Several tags in one line, with commas between."""

    def _make_completer(self) -> QCompleter:
        return _LastPart(self)

    def _offer(self, text: str) -> None:
        super()._offer(text.rpartition(",")[2])

    @property
    def value(self) -> Any:
        """The tags, each once, in the order typed."""
        return tuple(dict.fromkeys(tag for part in self.line.text().split(",") if (tag := part.strip())))

    def _display(self, value: Any) -> None:
        self.line.setText(", ".join(value or ()))


class _LastPart(QCompleter):
    """Completes what stands after the last comma and keeps what stands before it."""

    def splitPath(self, path: str) -> list[str]:
        return [path.rpartition(",")[2].strip()]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        line = self.widget()
        before = line.text().rpartition(",")[0] if isinstance(line, QLineEdit) else ""
        return f"{before}, {super().pathFromIndex(index)}" if before else super().pathFromIndex(index)


class PersonField(Field):
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

    def show_value(self, value: Any) -> None:
        """Show a person; the name is looked up anew, for it may have changed."""
        if not self._dirty and not self.editor.hasFocus():
            self._display(value)

    def _display(self, value: Any) -> None:
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
