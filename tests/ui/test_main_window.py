"""The assembled window: every tab by keyboard, every control named, undo from the menu, nothing lost on closing."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.core.contact import Contact
from desktop.core.preparing.wizard import PAGES
from desktop.places import resources
from desktop.ui.actions import Actions
from desktop.ui.help import ShortcutsDialog
from desktop.ui.main_window import MainWindow
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.workspace import Workspace

TABS = ("today", "contacts", "prepare", "learning")


@pytest.fixture
def window(workspace: Workspace, qtbot: QtBot) -> MainWindow:
    settings = QSettings(str(workspace.store.folder / "window.ini"), QSettings.Format.IniFormat)
    shown = MainWindow(workspace, settings, ["false"], example=False)
    qtbot.addWidget(shown)
    shown.show()
    return shown


@pytest.fixture
def example(workspace: Workspace) -> Workspace:
    from desktop.formats.demo import read_example
    from desktop.store.demo import fill_with_example

    fill_with_example(workspace.store, read_example(resources() / "demo" / "example.toml"), workspace.today())
    return workspace


def controls(root: QWidget) -> Iterator[QWidget]:
    """Everything on the page that takes the keyboard focus."""
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView)
    for widget in root.findChildren(QWidget):
        parent = widget.parent()
        # The list that drops from a choice is no stop of its own: the choice speaks for it.
        dropped = parent is not None and parent.metaObject().className() == "QComboBoxPrivateContainer"
        own = widget.objectName().startswith("qt_") or isinstance(parent, QComboBox) or dropped
        if (
            isinstance(widget, kinds)
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and not own
            and not widget.isHidden()
        ):
            yield widget


@pytest.mark.parametrize("tab", TABS)
def test_every_control_of_a_tab_has_an_accessible_name(example: Workspace, window: MainWindow, tab: str) -> None:
    window.tabs.go(tab)
    nameless = [
        f"{type(control).__name__} in {type(control.parent()).__name__}"
        for control in controls(window)
        if not QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name).strip()
    ]
    assert nameless == []


@pytest.mark.parametrize("tab", TABS)
def test_tab_key_leaves_every_control(example: Workspace, window: MainWindow, qtbot: QtBot, tab: str) -> None:
    window.tabs.go(tab)
    window.activateWindow()
    seen: list[QWidget | None] = []
    for _ in range(400):
        focused = window.focusWidget()
        if seen and focused is seen[0]:
            break
        seen.append(focused)
        qtbot.keyClick(focused or window, Qt.Key.Key_Tab)
    else:
        pytest.fail(f"the Tab key never comes round; last at {seen[-1]}")
    assert len(seen) > 2


def test_shortcuts_of_the_table_do_not_collide(actions: Actions) -> None:
    keys = [spec.shortcut for spec in actions.table if spec.shortcut]
    assert len(keys) == len(set(keys))


def mnemonics(window: MainWindow) -> dict[str, list[str]]:
    """The letters that reach something with Alt at this moment, each with what it reaches."""
    texts = [action.text() for action in window.menuBar().actions()]
    for widget in window.findChildren(QWidget):
        reaches = isinstance(widget, QAbstractButton) or (isinstance(widget, QLabel) and widget.buddy() is not None)
        if reaches and widget.isVisible():
            texts.append(widget.text())
    found: dict[str, list[str]] = {}
    for text in texts:
        for letter in re.findall("&([^& ])", text):
            found.setdefault(letter.lower(), []).append(text)
    return found


def test_no_letter_reaches_two_things_on_one_page(example: Workspace, window: MainWindow, qtbot: QtBot) -> None:
    collisions: dict[str, list[list[str]]] = {}

    def look(place: str) -> None:
        double = [texts for texts in mnemonics(window).values() if len(texts) > 1]
        if double:
            collisions[place] = double

    prepare = window.tabs.go("prepare")
    for page in PAGES:
        prepare.open_meeting(example.store.meetings.ahead()[0].id, page)
        look(f"prepare, {page}")
    prepare.start_short_path(0)
    look("short path")
    window.tabs.open_contact(1)
    for number in range(window.tabs.contacts.findChild(QTabWidget).count()):
        window.tabs.contacts.findChild(QTabWidget).setCurrentIndex(number)
        look(f"contact, {number}")
    window.tabs.go("learning").open_entry(1)
    look("learning")
    window.tabs.go("today")
    look("today")
    window.tabs.today.show_start()
    look("start")
    assert collisions == {}


def test_an_action_is_taken_back_by_the_menu_that_names_it(
    workspace: Workspace, window: MainWindow, qtbot: QtBot
) -> None:
    workspace.act("Add Ann Lee", lambda: workspace.store.contacts.add(Contact(name="Ann Lee")))
    undo = window.findChild(Actions)["edit.undo"]
    assert undo.text() == "Undo: Add Ann Lee"
    undo.trigger()
    assert workspace.store.contacts.count() == 0
    assert window.findChild(Actions)["edit.redo"].text() == "Redo: Add Ann Lee"


def test_no_label_shows_markup_that_a_person_typed(workspace: Workspace, window: MainWindow, qtbot: QtBot) -> None:
    hostile = '<b>Bobby</b><img src="x">'
    workspace.act(
        "Add", lambda: workspace.store.contacts.add(Contact(name=hostile, organisation=hostile, notes=hostile))
    )
    for tab in TABS:
        window.tabs.go(tab)
    window.tabs.open_contact(1)
    for label in window.findChildren(QLabel):
        if "Bobby" in label.text():
            assert label.textFormat() is Qt.TextFormat.PlainText, label.text()


def test_the_palette_finds_a_person_and_opens_the_page(workspace: Workspace, window: MainWindow, qtbot: QtBot) -> None:
    from desktop.ui.palette import Palette

    workspace.act("Add", lambda: workspace.store.contacts.add(Contact(name="Søren Quist")))
    opened: list[int] = []
    palette = Palette(workspace, window.findChild(Actions), opened.append, window)
    palette.show()
    line = palette.findChild(QLineEdit)
    qtbot.keyClicks(line, "soren q")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert opened == [1]


def listed(palette: QWidget, qtbot: QtBot, typed: str) -> list[str]:
    line = palette.findChild(QLineEdit)
    line.clear()
    qtbot.keyClicks(line, typed)
    found = palette.findChild(QListWidget)
    return [found.item(row).text() for row in range(found.count())]


def test_the_palette_says_why_somebody_was_found_and_when_there_is_nothing(
    example: Workspace, window: MainWindow, qtbot: QtBot
) -> None:
    from desktop.ui.palette import Palette

    palette = Palette(example, window.findChild(Actions), lambda _id: None, window)
    palette.show()
    (waders,) = [text for text in listed(palette, qtbot, "waders") if "Xiomara" in text]
    assert "Notes: " in waders or "Message: " in waders
    assert listed(palette, qtbot, "xyzzy") == ["Nothing and nobody is called that."]
    qtbot.keyClick(palette.findChild(QLineEdit), Qt.Key.Key_Return)
    assert palette.isVisible()
    assert listed(palette, qtbot, "calendar")[0].startswith("Save calendar")  # its name before what others tell


def test_enter_presses_the_button_that_has_the_focus(workspace: Workspace, window: MainWindow, qtbot: QtBot) -> None:
    button = window.tabs.go("prepare").findChild(EmptyState).button
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert [field.accessibleName() for field in [window.focusWidget()] if field] == ["Whom do you meet?"]


def test_every_key_stands_in_one_list(window: MainWindow, actions: Actions, qtbot: QtBot) -> None:
    page = ShortcutsDialog(actions, window)
    listed = {label.text() for label in page.findChildren(QLabel)}
    assert {QKeySequence(spec.shortcut).toString() for spec in actions.table if spec.shortcut} <= listed
    assert {"Ctrl+PgUp, Ctrl+PgDown", "F4", "Delete"} <= listed


def test_the_tabs_keep_their_room_in_a_narrow_window_and_searching_is_left_with_its_icon(window: MainWindow) -> None:
    find = window._in_corner[0]
    bar = window.tabs.tabBar()
    window.resize(1280, 800)
    assert find.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    narrow = bar.sizeHint().width() + find.sizeHint().width()
    window.resize(narrow, 800)
    assert find.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
    assert find.accessibleName()
    assert find.toolTip()
    window.resize(1280, 800)
    assert find.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextBesideIcon
