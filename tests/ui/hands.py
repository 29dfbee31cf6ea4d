"""The hands of a user in a test: controls are found by what a screen reader calls them, pressed, typed in and read."""

from typing import Any, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTabWidget,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.ui.widgets.fields import ChoiceField, Field

W = TypeVar("W", bound=QWidget)


def control(root: QWidget, name: str, kind: type[W]) -> W:
    """The one control below `root` of that kind and accessible name; one that is shown goes before hidden ones."""
    named = [each for each in root.findChildren(kind) if _name(each) == name]
    shown = [each for each in named if each.isVisible()] or named
    there = sorted({_name(each) for each in root.findChildren(kind) if not each.isHidden()})
    assert len(shown) == 1, f"{len(shown)} of {kind.__name__} called {name!r} among {there}"
    return shown[0]


def names(root: QWidget, kind: type[W]) -> list[str]:
    """What the controls of a kind are called that are shown below `root`."""
    return [_name(each) for each in root.findChildren(kind) if each.isVisible()]


def button(root: QWidget, name: str) -> QAbstractButton:
    """The one button that is shown with that text, or else the one of that accessible name."""
    seen = [each for each in root.findChildren(QAbstractButton) if each.isVisible() and plain(each.text()) == name]
    return seen[0] if len(seen) == 1 else control(root, name, QAbstractButton)


def press(root: QWidget, name: str) -> None:
    """Press the button of that name, which must be there to be pressed."""
    pressed = button(root, name)
    assert pressed.isEnabled(), f"{name} is off"
    pressed.click()


def field(root: QWidget, name: str) -> Field[Any]:
    """The field of that name, as `Field.name` has it; one that is shown goes before hidden ones."""
    named = [each for each in root.findChildren(Field) if each.name == name]
    shown = [each for each in named if each.isVisible()] or named
    there = sorted({each.name for each in root.findChildren(Field) if not each.isHidden()})
    assert len(shown) == 1, f"{len(shown)} fields called {name!r} among {there}"
    return shown[0]


def has_field(root: QWidget, name: str) -> bool:
    """Whether a field of that name is shown."""
    return any(each.name == name and not each.isHidden() for each in root.findChildren(Field))


def line(root: QWidget, name: str) -> QLineEdit:
    """The line that is typed in, of a field or by itself, of that name."""
    return control(root, name, QLineEdit)


def enter(root: QWidget, name: str, value: object) -> None:
    """Give the field of that name a value as if it had been typed or chosen."""
    field(root, name).enter(value)


def type_in(root: QWidget, name: str, text: str, qtbot: QtBot) -> None:
    """Type a text into the field of that name, key by key, in place of what is in it."""
    editor = control(root, name, QPlainTextEdit) if root_has(root, name, QPlainTextEdit) else line(root, name)
    editor.setFocus()
    editor.selectAll()
    qtbot.keyClicks(editor, text)


def root_has(root: QWidget, name: str, kind: type[QWidget]) -> bool:
    """Whether there is a control of that kind and name, shown or not."""
    return any(_name(each) == name for each in root.findChildren(kind))


def choose(root: QWidget, name: str, text: str) -> None:
    """Choose from the drop-down list of that name by the text that is read there."""
    chosen = field(root, name)
    assert isinstance(chosen, ChoiceField)
    row = chosen.editor.findText(text)
    assert row >= 0, f"{text!r} is not among {[chosen.editor.itemText(each) for each in range(chosen.editor.count())]}"
    chosen.editor.setCurrentIndex(row)
    chosen.editor.activated.emit(row)


def go_to_tab(root: QWidget, text: str) -> None:
    """Show the tab of a tab widget or bar whose text begins so: a count may follow it."""
    for tabs in root.findChildren(QTabBar):
        for number in range(tabs.count()):
            if tabs.tabText(number).split(" ")[0] == text or tabs.tabText(number) == text:
                tabs.setCurrentIndex(number)
                return
    raise AssertionError(f"no tab {text!r}")


def tab_texts(root: QWidget) -> list[str]:
    """The texts of the tabs of the one tab widget below `root`."""
    tabs = root.findChild(QTabWidget)
    return [tabs.tabText(number) for number in range(tabs.count())]


def read(root: QWidget) -> list[str]:
    """What the labels below `root` say that are shown, from top to bottom as they were made."""
    return [each.text() for each in root.findChildren(QLabel) if each.isVisible() and each.text()]


def says(root: QWidget, text: str) -> bool:
    """Whether a label that is shown below `root` says exactly this."""
    return text in read(root)


def _name(widget: QObject) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def plain(text: str) -> str:
    """A text of a button without the mark of its key."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def primary(root: QWidget) -> QAbstractButton:
    """The one button below `root` that is shown as what to do next."""
    (found,) = [each for each in root.findChildren(QAbstractButton) if each.property("primary") and each.isVisible()]
    return found


def choose_from_menu(root: QWidget, name: str, text: str) -> None:
    """Choose an entry of the menu behind the button of that name."""
    menu = control(root, name, QToolButton).menu()
    (entry,) = [each for each in menu.actions() if plain(each.text()) == text]
    entry.trigger()


def tells(root: QWidget, part: str) -> bool:
    """Whether what a label says that is shown below `root` has this in it."""
    return any(part in text for text in read(root))


def title(root: QWidget) -> str:
    """The title of the page that is shown below `root`."""
    (found,) = [each for each in root.findChildren(QLabel) if each.property("textSize") == "title" and each.isVisible()]
    return found.text()
