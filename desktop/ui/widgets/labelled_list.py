"""Values with labels, one a row: e-mail addresses, phones, links, addresses. The last row is always an empty one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QPlainTextEdit, QToolButton, QWidget

from desktop.ui.widgets.fields import Field

Pairs = tuple[tuple[str, str], ...]


class LabelledListField(Field):
    """A field whose value is a tuple of (value, label); typing into the empty last row adds one.

    `labels` are the (code, text) offered; a label may also be the user's own word. `open_value`, if given, gets a value
    when its row's *Open* button is pressed.
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
        self._rows: list[_Row] = []
        self._place = QWidget()
        self._grid = QGridLayout(self._place)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self._lay_out(self._place)
        self._add_row("", "")

    @property
    def value(self) -> Pairs:
        """The rows that hold something."""
        return tuple((row.text.strip(), row.label) for row in self._rows if row.text.strip())

    def _display(self, value: Sequence[tuple[str, str]]) -> None:
        for row in self._rows:
            row.remove()
        self._rows = []
        for text, label in (*value, ("", "")):
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


class _Row:
    """One value with its label."""

    def __init__(self, field: LabelledListField, number: int, text: str, label: str) -> None:
        self._field = field
        name = f"{field._name} {number + 1}"
        self.editor: QLineEdit | QPlainTextEdit
        if field._multiline:
            many = QPlainTextEdit(text)
            many.setTabChangesFocus(True)
            many.setFixedHeight(many.fontMetrics().lineSpacing() * 3 + 16)
            many.textChanged.connect(field.row_typed)
            self.editor = many
        else:
            one = QLineEdit(text)
            one.textEdited.connect(field.row_typed)
            one.setCursorPosition(0)
            self.editor = one
        self.editor.setAccessibleName(name)
        self._choice = QComboBox()
        self._choice.setEditable(True)
        self._choice.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._choice.setAccessibleName(field.tr("{0}: label").format(name))
        self._choice.addItem("", "")
        for code, shown in field._labels:
            self._choice.addItem(shown, code)
        known = self._choice.findData(label)
        if known >= 0:
            self._choice.setCurrentIndex(known)
        else:
            self._choice.setEditText(label)
        self._choice.activated.connect(field._chosen)
        self._choice.editTextChanged.connect(self._label_typed)
        self._widgets: list[QWidget] = [self.editor, self._choice]
        for column, widget in enumerate(self._widgets):
            widget.installEventFilter(field)
            field._grid.addWidget(widget, number, column, Qt.AlignmentFlag.AlignTop)
        if field._open is not None:
            button = QToolButton()
            button.setText(field.tr("Open"))
            button.setAccessibleName(field.tr("Open {0}").format(name))
            button.clicked.connect(self._open_value)
            field._grid.addWidget(button, number, 2, Qt.AlignmentFlag.AlignTop)
            self._widgets.append(button)

    @property
    def text(self) -> str:
        return self.editor.toPlainText() if isinstance(self.editor, QPlainTextEdit) else self.editor.text()

    @property
    def label(self) -> str:
        shown = self._choice.currentText().strip()
        known = self._choice.findText(shown)
        return str(self._choice.itemData(known)) if known >= 0 else shown

    def _label_typed(self) -> None:
        if self._choice.hasFocus():
            self._field._typed()

    def _open_value(self) -> None:
        if self._field._open is not None and self.text.strip():
            self._field._open(self.text.strip())

    def remove(self) -> None:
        for widget in self._widgets:
            self._field._grid.removeWidget(widget)
            widget.deleteLater()
