"""What saves while it is typed in: when it saves, and what is seen of it as long as it could not."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from desktop.core.errors import UserError
from desktop.ui.texts import Texts

PAUSE = 400  # milliseconds without a key until what was typed is saved
LONGEST = 2_500  # milliseconds from the first unsaved key until it is saved, however fast the next ones follow

_T = TypeVar("_T")


class SavingTexts(Texts):
    """The texts of `SavedAsTyped`."""


class SavedAsTyped(QWidget, Generic[_T]):
    """A value that is typed or chosen and saved by the function given to `saved_by`; `T` is its type.

    It is saved 400 ms after the last key, at the latest 2.5 s after the first one, when the focus leaves, and on
    `flush()`. If that raises, it stays *dirty*: the typed text stays, a mark says that it is not saved, and it is among
    the `Unsaved` until it is. (Qt swallows what a slot raises, so a signal could not tell.) `edited` carries the value
    after it was saved, for whoever only watches.
    """

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dirty = False
        self._save: Callable[[_T], object] | None = None
        self._refusal: Exception | None = None
        self._mark: QLabel | None = None
        self._descriptions: dict[QWidget, str] = {}
        self._pause = self._timer(PAUSE)
        self._longest = self._timer(LONGEST)

    def _timer(self, interval: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval)
        timer.timeout.connect(self.flush)
        return timer

    @property
    def value(self) -> _T:
        """What is in the field now."""
        raise NotImplementedError

    @property
    def name(self) -> str:
        """What it is called, as a screen reader says it."""
        raise NotImplementedError

    @property
    def refusal(self) -> Exception | None:
        """Why what is in it could not be saved; `None` if it is saved, or its turn is still to come."""
        return self._refusal

    @property
    def words(self) -> str:
        """What is written in it, for a copy elsewhere."""
        written = [each.text() for each in self.findChildren(QLineEdit)]
        written += [each.toPlainText() for each in self.findChildren(QPlainTextEdit)]
        return "\n".join(filter(None, written)) or str(self.value)

    def saved_by(self, save: Callable[[_T], object]) -> None:
        """Save every new value with this function; it may raise a `UserError`."""
        self._save = save

    def flush(self) -> None:
        """Save what was typed at once, if anything was.

        Raises:
            UserError: if it could not be saved; it stays as typed.
        """
        self._rest()
        if not self._dirty:
            return
        try:
            if self._save is not None:
                self._save(self.value)
        except Exception as error:
            self._dirty = True  # whoever saves may have shown another value meanwhile
            self._refused(error)
            raise
        self._take_as_saved()
        self.edited.emit(self.value)

    def _typed(self, *_: object) -> None:
        self._dirty = True
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

    def _chosen(self, *_: object) -> None:
        self._dirty = True
        self.flush()

    def _rest(self) -> None:
        """Nothing more is to be saved by itself, until the next key."""
        self._pause.stop()
        self._longest.stop()

    def _take_as_saved(self) -> None:
        self._rest()
        self._dirty = False
        if self._refusal is not None:
            self._refusal = None
            if self._mark is not None:
                self._mark.hide()
            for widget, before in self._descriptions.items():
                if isValid(widget):
                    widget.setAccessibleDescription(before)
            self._descriptions = {}
            unsaved().remove(self)

    def _refused(self, error: Exception) -> None:
        first = self._refusal is None
        self._refusal = error
        if first:
            said = SavingTexts.tr("Not saved yet")
            if self._mark is None:
                self._mark = QLabel(said, self)
                self._mark.setTextFormat(Qt.TextFormat.PlainText)
                self._mark.setProperty("tone", "wrong")
                if (layout := self.layout()) is not None:
                    layout.addWidget(self._mark)
            self._mark.show()
            for widget in self._described():
                before = self._descriptions[widget] = widget.accessibleDescription()
                widget.setAccessibleDescription(f"{said}. {before}".strip())
        unsaved().add(self)

    def _described(self) -> set[QWidget]:
        """What a screen reader stands on when it reads the field."""
        raise NotImplementedError


class Unsaved(QObject):
    """Every field of the program that holds what could not be saved; `changed` after each change."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._fields: list[SavedAsTyped[object]] = []

    def add(self, field: SavedAsTyped[_T]) -> None:
        """Count a field in; once more, if it was refused for another reason now."""
        if field not in self._fields:
            self._fields.append(field)  # type: ignore[arg-type]  # what its value is plays no part here
        self.changed.emit()

    def remove(self, field: SavedAsTyped[_T]) -> None:
        """It is saved, or belongs to something else now."""
        self._fields = [each for each in self._fields if each is not field]
        self.changed.emit()

    def below(self, root: QWidget) -> list[SavedAsTyped[object]]:
        """Those inside `root` and inside its dialogs, in the order they were refused."""
        self._fields = [field for field in self._fields if isValid(field)]
        return [field for field in self._fields if _is_below(field, root)]

    def try_again(self, root: QWidget, by_itself: bool) -> None:
        """Save them once more; `by_itself` leaves out what failed by a mistake of the program."""
        for field in self.below(root):
            if isinstance(field.refusal, UserError) or not by_itself:
                try:
                    field.flush()
                except UserError:
                    continue  # it stays among them


def _is_below(widget: QWidget, root: QWidget) -> bool:
    above: QWidget | None = widget
    while above is not None and above is not root:
        above = above.parentWidget()
    return above is root


_unsaved: list[Unsaved] = []


def unsaved() -> Unsaved:
    """The one of the program."""
    if not _unsaved:
        _unsaved.append(Unsaved())
    return _unsaved[0]
