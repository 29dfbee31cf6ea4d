"""Fields that suggest while one types: an organisation already known, tags in use."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from desktop.ui.widgets.fields import WrittenField

Suggest = Callable[[str], Sequence[str]]
_SHOWN = 8
_T = TypeVar("_T")


class _SuggestingField(WrittenField[_T]):
    """One line that offers what fits what is typed so far."""

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
        self._model.setStringList([found for found in self._suggest(text) if found != text][:_SHOWN] if text else [])


class SuggestField(_SuggestingField[str]):
    """One line of text that offers what fits what is typed so far."""

    @property
    def value(self) -> str:
        """The text as it is written."""
        return self.text

    def _display(self, value: str) -> None:
        self._show_text(value)


class TagsField(_SuggestingField[tuple[str, ...]]):
    """Several tags in one line, with commas between."""

    def _make_completer(self) -> QCompleter:
        return _LastPart(self)

    def _offer(self, text: str) -> None:
        super()._offer(text.rpartition(",")[2])

    @property
    def value(self) -> tuple[str, ...]:
        """The tags, each once, in the order typed."""
        return tuple(dict.fromkeys(tag for part in self.line.text().split(",") if (tag := part.strip())))

    def _display(self, value: tuple[str, ...]) -> None:
        self.line.setText(", ".join(value))


class _LastPart(QCompleter):
    """Completes what is after the last comma and keeps what is before it."""

    def splitPath(self, path: str) -> list[str]:
        return [path.rpartition(",")[2].strip()]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        line = self.widget()
        before = line.text().rpartition(",")[0] if isinstance(line, QLineEdit) else ""
        return f"{before}, {super().pathFromIndex(index)}" if before else super().pathFromIndex(index)
