"""The text of a letter while it is written: gaps stand out, and a remark's place can be shown."""

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from desktop.core.letters.gap_closing import Closing, close_gaps
from desktop.ui.theme import Theme
from desktop.ui.widgets.fields import TextField


class LetterField(TextField):
    """Several lines of a letter. Places are counted in code points, as the checker counts them."""

    def __init__(self, label: str, theme: Theme, lines: int = 14, parent: QWidget | None = None) -> None:
        super().__init__(label, multiline=True, lines=lines, parent=parent)
        self._theme = theme
        self._closing = Closing()
        self._spans: tuple[tuple[int, int], ...] = ()
        theme.changed.connect(self._paint)

    @property
    def text_edit(self) -> QPlainTextEdit:
        """The editor itself."""
        assert isinstance(self.editor, QPlainTextEdit)
        return self.editor

    def close_gaps(self, prompts: Mapping[str, str], values: Mapping[str, str]) -> None:
        """Put what is known by now into the gaps of the text, and follow it while it is typed."""
        self._closing = close_gaps(self._closing, self.value, prompts, values)
        self.show_anew(self._closing.text)

    def mark(self, spans: Sequence[tuple[int, int]]) -> None:
        """Let these places stand out, and no others."""
        self._spans = tuple(spans)
        self._paint()

    def go_to(self, start: int, end: int) -> None:
        """Put the cursor there and choose what is from `start` to `end`."""
        self.text_edit.setTextCursor(self._cursor(start, end))
        self.text_edit.setFocus()
        self.text_edit.ensureCursorVisible()

    def _cursor(self, start: int, end: int) -> QTextCursor:
        text = self.value
        cursor = QTextCursor(self.text_edit.document())
        cursor.setPosition(utf16_length(text[:start]))
        cursor.setPosition(utf16_length(text[:end]), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _paint(self) -> None:
        form = QTextCharFormat()
        form.setBackground(self._theme.tokens.color("attention_soft"))
        form.setForeground(self._theme.tokens.color("attention"))
        selections = []
        length = len(self.value)
        for start, end in self._spans:
            if end <= length:
                selection = QTextEdit.ExtraSelection()
                selection.format = form
                selection.cursor = self._cursor(start, end)
                selections.append(selection)
        self.text_edit.setExtraSelections(selections)


def utf16_length(text: str) -> int:
    """How many of Qt's places the text takes: letters beyond the first plane take two."""
    return len(text) + sum(ord(letter) > 0xFFFF for letter in text)
