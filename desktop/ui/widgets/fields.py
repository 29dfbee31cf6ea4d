"""Fields that save as they are typed in: a label above, an editor below, one signal when there is something to save."""

from collections.abc import Callable, Sequence
from itertools import count
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop.core.errors import UserError
from desktop.ui.theme import muted, scaled
from desktop.ui.widgets.growing_text import GrowingText

_PAUSE = 400  # milliseconds without a key until what was typed is saved
_visits = count(1)

_T = TypeVar("_T")
_C = TypeVar("_C")


class _HintLine(QLabel):
    """The quiet line below a field; it may keep room for so many lines whether something is there or not."""

    lines = 0

    def heightForWidth(self, width: int) -> int:
        """As high as its words, and no lower than its room."""
        return max(super().heightForWidth(width), self.lines * self.fontMetrics().lineSpacing())

    def minimumSizeHint(self) -> QSize:
        """No lower than its room."""
        return super().minimumSizeHint().expandedTo(QSize(0, self.lines * self.fontMetrics().lineSpacing()))


class Field(QWidget, Generic[_T]):
    """What every field has; `T` is the type of its value.

    What is typed is saved 400 ms after the last key, when the focus leaves, and on `flush()`, by the function given to
    `saved_by`; if that raises, the field stays *dirty*: the typed text stays and is offered again. (Qt swallows what a
    slot raises, so a signal could not tell.) `edited` carries the value after it was saved, for whoever only watches.
    Showing a value saves nothing.
    `visit` names one stay in the field, so that it becomes one step of undo.
    """

    edited = Signal(object)

    def __init__(self, label: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = QLabel(label, self)  # shown without a parent it would be a window for a moment
        self._label.setTextFormat(Qt.TextFormat.PlainText)  # a label may be a question in the user's own words
        self._label.setWordWrap(True)
        self._hint = _HintLine(hint, self)
        muted(self._hint)
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setWordWrap(True)
        self._hint.setVisible(bool(hint))
        self._dirty = False
        self._composing = False
        self._save: Callable[[_T], object] | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.flush)
        self.visit = ""

    def _lay_out(self, editor: QWidget, focus: QWidget | None = None) -> None:
        self._named = editor
        name = self._label.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
        editor.setAccessibleName(name)
        if self._hint.text():
            editor.setAccessibleDescription(self._hint.text())
        self._label.setBuddy(focus or editor)
        self._label.setVisible(bool(name))
        self.setFocusProxy(focus or editor)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._label)
        layout.addWidget(editor)
        layout.addWidget(self._hint)
        editor.installEventFilter(self)
        for each in (editor, *editor.findChildren(QWidget)):
            if (
                each.focusPolicy() == Qt.FocusPolicy.WheelFocus
            ):  # else turning the wheel over it would give it the focus
                each.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def saved_by(self, save: Callable[[_T], object]) -> None:
        """Save every new value with this function; it may raise a `UserError`."""
        self._save = save

    @property
    def value(self) -> _T:
        """What is in the field now."""
        raise NotImplementedError

    def show_value(self, value: _T) -> None:
        """Show a value from outside; what the user is typing or composing just now is left alone."""
        if not self._dirty and not self._composing and value != self.value:
            self._display(value)

    def show_anew(self, value: _T) -> None:
        """Show a value whatever is typed: the field belongs to something else from now on."""
        self._pause.stop()
        self._dirty = False
        self._display(value)

    def _display(self, value: _T) -> None:
        raise NotImplementedError

    @property
    def name(self) -> str:
        """What the field is called, as a screen reader says it."""
        return self._named.accessibleName()

    @property
    def hint(self) -> str:
        """The quiet line below the field; empty for none."""
        return self._hint.text()

    def enter(self, value: _T) -> None:
        """Take a value as if the user had typed or chosen it, and save it at once.

        Raises:
            UserError: if it could not be saved; it stays as typed.
        """
        self._display(value)
        self._dirty = True
        self.flush()

    def flush(self) -> None:
        """Save what was typed at once, if anything was.

        Raises:
            UserError: if it could not be saved; it stays as typed.
        """
        self._pause.stop()
        if self._dirty:
            if self._save is not None:
                self._save(self.value)
            self._dirty = False
            self.edited.emit(self.value)

    def set_hint(self, text: str) -> None:
        """Change the quiet line below the field; empty hides it, unless its room is kept."""
        self._hint.setText(text)
        self._hint.setVisible(bool(text) or self._hint.lines > 0)

    def keep_room_for_hint(self, lines: int = 2) -> None:
        """Nothing moves when a hint comes or goes."""
        self._hint.lines = lines
        self._hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self._hint.show()

    def _typed(self, *_: object) -> None:
        self._dirty = True
        self._pause.start()

    def _chosen(self, *_: object) -> None:
        self._dirty = True
        self.flush()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin a visit with the focus, save when it goes; the wheel never changes a field without the focus."""
        kind = event.type()
        if kind == QEvent.Type.FocusIn:
            self.visit = f"visit {next(_visits)}"
        elif kind == QEvent.Type.FocusOut:
            self._composing = False
            self.flush()
        elif isinstance(event, QInputMethodEvent):
            self._composing = bool(event.preeditString())
        elif kind == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)


class WrittenField(Field[_T]):
    """What is written in one line, or in several; `T` is what is read from it."""

    def __init__(
        self,
        label: str,
        multiline: bool = False,
        placeholder: str = "",
        hint: str = "",
        lines: int = 4,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, hint, parent)
        self.editor: QLineEdit | QPlainTextEdit
        if multiline:
            many = GrowingText(lines)
            many.textChanged.connect(self._typed)
            self.editor = many
        else:
            one = QLineEdit()
            one.textEdited.connect(self._typed)
            one.returnPressed.connect(self.flush)
            self.editor = one
        self.editor.setPlaceholderText(placeholder)
        self._lay_out(self.editor)

    @property
    def text(self) -> str:
        """The text as it is written."""
        return self.editor.toPlainText() if isinstance(self.editor, QPlainTextEdit) else self.editor.text()

    def select_all(self) -> None:
        """Choose the whole text: what is typed next takes its place."""
        self.editor.selectAll()

    def insert(self, text: str) -> None:
        """Put a text where the cursor is, as if it had been typed."""
        if isinstance(self.editor, QPlainTextEdit):
            self.editor.insertPlainText(text)
        else:
            self.editor.insert(text)
            self._typed()

    def _show_text(self, text: str) -> None:
        if isinstance(self.editor, QPlainTextEdit):
            self.editor.blockSignals(True)
            self.editor.setPlainText(text)
            self.editor.blockSignals(False)
        else:
            self.editor.setText(text)
            self.editor.setCursorPosition(0)  # a long text shows its beginning


class TextField(WrittenField[str]):
    """One line of text, or several."""

    @property
    def value(self) -> str:
        """The text as it is written."""
        return self.text

    def _display(self, value: str) -> None:
        self._show_text(value)


class LinesField(WrittenField[tuple[str, ...]]):
    """Several short texts, one a line: tags, things to bring."""

    def __init__(
        self, label: str, placeholder: str = "", hint: str = "", lines: int = 3, parent: QWidget | None = None
    ) -> None:
        super().__init__(label, multiline=True, placeholder=placeholder, hint=hint, lines=lines, parent=parent)

    @property
    def value(self) -> tuple[str, ...]:
        """The lines that hold something."""
        return tuple(line.strip() for line in self.text.splitlines() if line.strip())

    def _display(self, value: tuple[str, ...]) -> None:
        self._show_text("\n".join(value))


class _Choice(QComboBox):
    """As wide as its longest text where there is room, and no reason for a page to be wider than its window."""

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), self.fontMetrics().averageCharWidth() * 20), hint.height())


class ChoiceField(Field[_C | None]):
    """One of several codes, each shown as a text; `C` is the type of the codes."""

    def __init__(
        self, label: str, choices: Sequence[tuple[_C, str]], hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(label, hint, parent)
        self.editor = _Choice()
        self._codes: list[_C] = []
        self.set_choices(choices)
        self.editor.activated.connect(self._chosen)
        self._lay_out(self.editor)
        self.editor.view().setAccessibleName(self.editor.accessibleName())

    def set_choices(self, choices: Sequence[tuple[_C, str]]) -> None:
        """Offer other choices; the chosen code stays chosen if it is among them."""
        before = self.value if self._codes else None
        self._codes = [code for code, _ in choices]
        self.editor.clear()
        self.editor.addItems([text for _, text in choices])
        self._display(before)

    @property
    def value(self) -> _C | None:
        """The code that is chosen, `None` if nothing is."""
        row = self.editor.currentIndex()
        return self._codes[row] if row >= 0 else None

    @property
    def code(self) -> _C:
        """The code that is chosen.

        Raises:
            LookupError: if nothing is.
        """
        row = self.editor.currentIndex()
        if row < 0:
            raise LookupError("nothing is chosen")
        return self._codes[row]

    def code_saved_by(self, save: Callable[[_C], object]) -> None:
        """As `saved_by`, with a code: what the user chooses is never nothing."""
        self.saved_by(lambda _value: save(self.code))

    def _display(self, value: _C | None) -> None:
        self.editor.setCurrentIndex(next((row for row, code in enumerate(self._codes) if code == value), -1))


class NumberField(Field[int]):
    """A whole number within bounds, with its unit."""

    def __init__(
        self, label: str, lowest: int, highest: int, suffix: str = "", hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(label, hint, parent)
        self.editor = QSpinBox()
        self.editor.setRange(lowest, highest)
        self.editor.setSuffix(suffix)
        self.editor.setGroupSeparatorShown(True)
        self.editor.setCorrectionMode(QAbstractSpinBox.CorrectionMode.CorrectToNearestValue)
        self.editor.valueChanged.connect(self._typed)
        self._lay_out(self.editor)
        self._pad()

    def _pad(self) -> None:
        """A spin box leaves the padding of the style sheet out."""
        self.editor.lineEdit().setTextMargins(scaled(self.font(), 6), 0, 0, 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._pad()

    @property
    def value(self) -> int:
        """The number as it is."""
        return self.editor.value()

    def _display(self, value: int) -> None:
        self.editor.blockSignals(True)
        self.editor.setValue(value)
        self.editor.blockSignals(False)


class CheckField(Field[bool]):
    """Yes or no; the label is beside the box."""

    def __init__(self, label: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", hint, parent)
        self.editor = QCheckBox(label)
        self.editor.clicked.connect(self._chosen)
        self._lay_out(self.editor)
        self.editor.setAccessibleName(label.replace("&", ""))

    @property
    def value(self) -> bool:
        """Whether the box is ticked."""
        return self.editor.isChecked()

    def _display(self, value: bool) -> None:
        self.editor.setChecked(value)


def flush_all(root: QWidget) -> None:
    """Save whatever is still being typed below `root`; one that cannot be saved does not keep the others.

    Raises:
        UserError: what could not be saved first; it stays as typed.
    """
    trouble: UserError | None = None
    for field in root.findChildren(Field):
        try:
            field.flush()
        except UserError as error:
            trouble = trouble or error
    if trouble is not None:
        raise trouble
