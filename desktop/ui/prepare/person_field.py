"""A field for a person: type a name, choose from the contacts that fit, or leave a new name standing."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.core.contact import ContactLine
from desktop.core.text import fold, one_line
from desktop.ui.theme import muted

OFFERED = 8  # contacts, at most
_LINE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class PersonField(QWidget):
    """One line with completion over all contacts; nothing is saved by typing.

    `find` answers the first contacts that fit what is typed. `chosen` tells that a contact was picked from the list,
    `entered` that Enter was pressed on what stands there.
    """

    chosen = Signal(int)
    entered = Signal()

    def __init__(
        self, label: str, find: Callable[[str, int], Sequence[ContactLine]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._find = find
        self._contact_id = 0
        self._model = _Offered(self)
        self.editor = QLineEdit()
        self.editor.setAccessibleName(label.replace("&", ""))
        self.editor.textEdited.connect(self._offer)
        self.editor.returnPressed.connect(self._enter)
        self.editor.installEventFilter(self)
        completer = QCompleter(self._model, self.editor)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)  # the store has found them
        completer.activated[QModelIndex].connect(self._take)  # type: ignore[index]  # the overload with the row
        self.editor.setCompleter(completer)
        self._said = muted(QLabel())
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setWordWrap(True)
        self._said.hide()
        shown = QLabel(label)
        shown.setBuddy(self.editor)
        self.setFocusProxy(self.editor)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(shown)
        layout.addWidget(self.editor)
        layout.addWidget(self._said)

    @property
    def name(self) -> str:
        """The name that stands in the field."""
        return one_line(self.editor.text())

    @property
    def contact_id(self) -> int:
        """The contact that was picked, or the only one of exactly that name; 0 for a new person."""
        if self._contact_id or not self.name:
            return self._contact_id
        same = [line for line in self._find(self.name, OFFERED) if fold(line.name) == fold(self.name)]
        return same[0].id if len(same) == 1 else 0

    def show_person(self, contact_id: int, name: str) -> None:
        """Show a contact, or nobody: 0 and an empty name."""
        self._contact_id = contact_id
        self.editor.setText(name)
        self._say("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say whether the name is known once it is typed."""
        if event.type() == QEvent.Type.FocusOut and self.name:
            known = self.contact_id
            self._say("" if known else self.tr("A new contact."))
        return super().eventFilter(watched, event)

    def _offer(self, text: str) -> None:
        self._contact_id = 0
        self._say("")
        self._model.offer(self._find(text, OFFERED) if text.strip() else ())

    def _take(self, index: QModelIndex) -> None:
        line = index.data(_LINE)
        if isinstance(line, ContactLine):
            self.show_person(line.id, line.name)
            self.chosen.emit(line.id)

    def _enter(self) -> None:
        popup = self.editor.completer().popup()
        if popup is None or not popup.isVisible() or not popup.currentIndex().isValid():
            self.entered.emit()

    def _say(self, text: str) -> None:
        self._said.setText(text)
        self._said.setVisible(bool(text))


class _Offered(QAbstractListModel):
    """The contacts that fit: shown with role and organisation, taken into the line by name alone."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[ContactLine, ...] = ()

    def offer(self, lines: Sequence[ContactLine]) -> None:
        """Offer these."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            beside = ", ".join(part for part in (line.role, line.organisation) if part)
            return self.tr("{0} – {1}").format(line.name, beside) if beside else line.name
        if role == Qt.ItemDataRole.EditRole:
            return line.name
        return line if role == _LINE else None
