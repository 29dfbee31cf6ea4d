"""Values with labels, one a row: e-mail addresses, phones, links, addresses. The last row is always an empty one."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QPlainTextEdit, QToolButton, QWidget

from desktop.ui.texts import Texts
from desktop.ui.widgets.fields import Field

_T = TypeVar("_T")
Pairs = tuple[tuple[str, str], ...]


class LabelledRows(Field[_T]):
    """A field of values with labels, one a row; typing into the empty last row adds one. `T` is what they are read as.

    `labels` are the (code, text) offered; a label may also be the user's own word. Where none are offered, the label is
    a line of its own for a few words. `open_value`, if given, gets a value when its row's *Open* button is pressed.
    """

    def __init__(
        self,
        label: str,
        labels: Sequence[tuple[str, str]],
        multiline: bool = False,
        open_value: Callable[[str], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, "", parent)
        self._name = label.replace("&", "")
        self._labels = list(labels)
        self._multiline = multiline
        self._open = open_value
        self._rows: list[_Row[_T]] = []
        self._place = QWidget()
        self._grid = QGridLayout(self._place)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 0 if self._labels else 2)
        self._lay_out(self._place)
        self._add_row("", "")

    @property
    def pairs(self) -> Pairs:
        """The rows that hold something, each with its label."""
        return tuple((row.text.strip(), row.label) for row in self._rows if row.text.strip())

    def _show_pairs(self, pairs: Pairs) -> None:
        wanted = (*pairs, ("", ""))
        for row in self._rows[len(wanted) :]:
            row.remove()
        del self._rows[len(wanted) :]
        for number, (text, label) in enumerate(wanted):  # existing rows are reused: making one is expensive
            if number < len(self._rows):
                self._rows[number].show(text, label)
            else:
                self._add_row(text, label)

    def _add_row(self, text: str, label: str) -> None:
        row = _Row(self, len(self._rows), text, label)
        self._rows.append(row)
        self._label.setBuddy(self._rows[0].editor)
        self.setFocusProxy(self._rows[0].editor)

    def row_typed(self) -> None:
        """A row changed: keep an empty one at the end, and save after the pause."""
        if self._rows[-1].text.strip():
            self._add_row("", "")
        self._typed()


class LabelledListField(LabelledRows[Pairs]):
    """A field whose value is a tuple of (value, label)."""

    @property
    def value(self) -> Pairs:
        """The rows that hold something."""
        return self.pairs

    def _display(self, value: Pairs) -> None:
        self._show_pairs(value)


class _Row(Texts, Generic[_T]):
    """One value with its label."""

    def __init__(self, field: LabelledRows[_T], number: int, text: str, label: str) -> None:
        self._field = field
        name = f"{field._name} {number + 1}"
        self.editor: QLineEdit | QPlainTextEdit
        if field._multiline:
            many = QPlainTextEdit()
            many.setTabChangesFocus(True)
            many.setFixedHeight(many.fontMetrics().lineSpacing() * 3 + 16)
            many.textChanged.connect(field.row_typed)
            self.editor = many
        else:
            one = QLineEdit()
            one.textEdited.connect(field.row_typed)
            self.editor = one
        self.editor.setAccessibleName(name)
        self._labeller = self._label_choice() if field._labels else self._label_line()
        self._labeller.setAccessibleName(self.tr("{0}: label").format(name))
        self._widgets: list[QWidget] = [self.editor, self._labeller]
        for column, widget in enumerate(self._widgets):
            widget.installEventFilter(field)
            if widget.focusPolicy() == Qt.FocusPolicy.WheelFocus:  # as in every field
                widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            field._grid.addWidget(widget, number, column, Qt.AlignmentFlag.AlignTop)
        if field._open is not None:
            button = QToolButton()
            button.setText(self.tr("Open"))
            button.setAccessibleName(self.tr("Open {0}").format(name))
            button.clicked.connect(self._open_value)
            field._grid.addWidget(button, number, 2, Qt.AlignmentFlag.AlignTop)
            self._widgets.append(button)
        self.show(text, label)

    def show(self, text: str, label: str) -> None:
        """Show a value with its label; nothing is saved by that."""
        self.editor.blockSignals(True)
        self._labeller.blockSignals(True)
        if isinstance(self.editor, QPlainTextEdit):
            self.editor.setPlainText(text)
        else:
            self.editor.setText(text)
            self.editor.setCursorPosition(0)
        if isinstance(self._labeller, QLineEdit):
            self._labeller.setText(label)
            self._labeller.setCursorPosition(0)
        elif (known := self._labeller.findData(label)) >= 0:
            self._labeller.setCurrentIndex(known)
        else:
            self._labeller.setEditText(label)
        self.editor.blockSignals(False)
        self._labeller.blockSignals(False)

    def _label_choice(self) -> QComboBox:
        choice = QComboBox()
        choice.setEditable(True)
        choice.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        choice.addItem("", "")
        for code, shown in self._field._labels:
            choice.addItem(shown, code)
        choice.activated.connect(self._field._chosen)
        choice.editTextChanged.connect(self._field._typed)
        return choice

    def _label_line(self) -> QLineEdit:
        line = QLineEdit()
        line.setPlaceholderText(self.tr("in a few words"))
        line.textEdited.connect(self._field._typed)
        return line

    @property
    def text(self) -> str:
        return self.editor.toPlainText() if isinstance(self.editor, QPlainTextEdit) else self.editor.text()

    @property
    def label(self) -> str:
        if isinstance(self._labeller, QLineEdit):
            return self._labeller.text().strip()
        shown = self._labeller.currentText().strip()
        known = self._labeller.findText(shown)
        return str(self._labeller.itemData(known)) if known >= 0 else shown

    def _open_value(self) -> None:
        if self._field._open is not None and self.text.strip():
            self._field._open(self.text.strip())

    def remove(self) -> None:
        for widget in self._widgets:
            self._field._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
