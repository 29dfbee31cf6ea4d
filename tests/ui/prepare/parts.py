"""Finding the parts of a page as a user names them."""

from typing import TypeVar

from PySide6.QtWidgets import QPushButton, QWidget

from desktop.ui.widgets.fields import Field
from tests.ui import hands

F = TypeVar("F", bound=Field)


def field(within: QWidget, kind: type[F], label: str) -> F:
    """The field whose label begins so."""
    found = [each for each in within.findChildren(kind) if _label(each).startswith(label)]
    assert found, f"no field {label!r}"
    return found[0]


def press(within: QWidget, text: str) -> None:
    """Press the visible button of that text."""
    found = [each for each in within.findChildren(QPushButton) if hands.plain(each.text()) == text and each.isVisible()]
    assert found, f"no button {text!r}"
    found[0].click()


def shown(within: QWidget, kind: type) -> bool:
    """Whether something of that kind is visible."""
    return any(widget.isVisible() for widget in within.findChildren(kind))


def sees(within: QWidget, text: str) -> bool:
    """Whether a visible button of that text is there."""
    return any(hands.plain(each.text()) == text and each.isVisible() for each in within.findChildren(QPushButton))


def write(into: Field, text: str) -> None:
    """Type over what stands in a field, and go on."""
    editor = getattr(into, "editor", None)
    assert editor is not None
    if hasattr(editor, "toPlainText"):
        editor.setPlainText(text)
    else:
        editor.setText(text)
        editor.textEdited.emit(text)
    into.flush()


def _label(of: Field) -> str:
    return of.name
