"""Choosing from what a line offers while one types, as by keys."""

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QApplication, QLineEdit


def offered(line: QLineEdit, typed: str) -> list[str]:
    """What the line offers for `typed`; the list itself does not drop down, offscreen has no window for it."""
    line.setText(typed)
    line.textEdited.emit(typed)
    found = line.completer().completionModel()
    return [found.index(row, 0).data() for row in range(found.rowCount())]


def pick(line: QLineEdit, typed: str) -> str:
    """Type and take the first that is offered; returns how it was shown."""
    shown = offered(line, typed)[0]
    completer = line.completer()
    completer.activated[QModelIndex].emit(completer.completionModel().index(0, 0))
    QApplication.processEvents()
    return shown
