"""The reading list: added by one line, narrowed, marked as read, and into the learning log with one action."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop.core.contact import Contact
from desktop.core.learning import LearningKind
from desktop.core.reading_list import ReadingItem
from desktop.store.store import Store
from desktop.ui.actions import Actions
from desktop.ui.learning.reading_page import ReadingPage
from desktop.ui.learning.tab import LearningTab
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.fields import Field
from desktop.ui.workspace import Workspace
from tests.ui import hands

T = TypeVar("T")


def act(store: Store, work: Callable[[], T]) -> T:
    with store.action("Work"):
        return work()


def add(store: Store, title: str, read_on: date | None = None, by: int | None = None) -> int:
    return act(store, lambda: store.reading_list.add(ReadingItem(title=title, read_on=read_on, recommended_by_id=by)))


@pytest.fixture
def tab(workspace: Workspace, actions: Actions, qtbot: QtBot) -> LearningTab:
    shown = LearningTab(workspace, actions)
    qtbot.addWidget(shown)
    shown.resize(1200, 800)
    shown.show()
    shown.activateWindow()
    shown.show_reading()
    return shown


@pytest.fixture
def page(tab: LearningTab) -> ReadingPage:
    return tab.reading


def titles(page: ReadingPage) -> list[str]:
    return [row.first for row in page.list.rows]


def test_one_line_adds_and_shows_what_there_is_to_say_of_it(tab: LearningTab, page: ReadingPage, store: Store) -> None:
    hands.press(tab, "New reading")
    assert QApplication.focusWidget() is page.line.editor
    QTest.keyClicks(page.line.editor, "The Water Book")
    QTest.keyClick(page.line.editor, Qt.Key.Key_Return)
    (item,) = store.reading_list.all()
    assert (item.title, page.line.value) == ("The Water Book", "")
    assert page.form.isVisible()
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is hands.line(page.form, "Title")


def test_every_field_is_saved_as_typed(page: ReadingPage, store: Store) -> None:
    ben = act(store, lambda: store.contacts.add(Contact(name="Ben")))
    item_id = add(store, "x")
    page.open_item(item_id)
    wanted = {
        "Title": ("title", "Rivers"),
        "Author": ("author", "Li"),
        "Link, or where to find it": ("address", "example.org"),
        "Recommended by": ("recommended_by_id", ben),
        "Read on": ("read_on", date(2026, 11, 1)),
        "What to keep of it": ("notes", "Silt"),
    }
    assert {each.name for each in page.form.findChildren(Field)} == set(wanted)
    for label, (_name, value) in wanted.items():
        hands.enter(page.form, label, value)
    found = store.reading_list.find(item_id)
    assert found is not None
    assert {name: getattr(found, name) for name, _ in wanted.values()} == dict(wanted.values())
    assert store.next_undo == "Edit reading"


def test_the_list_can_be_narrowed_to_what_is_not_read_and_by_words(page: ReadingPage, store: Store) -> None:
    ben = act(store, lambda: store.contacts.add(Contact(name="Ben")))
    add(store, "Rivers", by=ben)
    add(store, "Silt", read_on=date(2026, 11, 1))
    add(store, "Lakes")
    assert titles(page) == ["Lakes", "Rivers", "Silt"]
    page.unread.click()
    assert titles(page) == ["Lakes", "Rivers"]
    page.search.setText("ben")
    assert titles(page) == ["Rivers"]
    assert hands.says(page, "2 to read, 1 read")
    page.search.setText("nothing")
    assert hands.tells(page, "Nothing in the list fits")


def test_opening_one_that_is_hidden_shows_the_whole_list_again(page: ReadingPage, store: Store) -> None:
    read = add(store, "Silt", read_on=date(2026, 11, 1))
    add(store, "Lakes")
    page.unread.click()
    page.open_item(read)
    assert titles(page) == ["Lakes", "Silt"]
    assert page.list.current_id == read


def test_it_is_read_with_one_button_and_unread_with_the_same(
    page: ReadingPage, store: Store, workspace: Workspace
) -> None:
    item_id = add(store, "Silt")
    page.open_item(item_id)
    hands.press(page, "I have read it")
    assert store.reading_list.all()[0].read_on == workspace.today()
    hands.press(page, "Not read yet")
    assert store.reading_list.all()[0].read_on is None


def test_one_action_makes_the_learning_entry_and_opens_it_and_the_next_opens_the_same(
    tab: LearningTab, page: ReadingPage, store: Store, workspace: Workspace
) -> None:
    item_id = add(store, "Silt")
    page.open_item(item_id)
    hands.press(page, "Write what you learned")
    (entry,) = store.learning.entries()
    assert (entry.kind, entry.title, entry.reading_id) == (LearningKind.READING, "Silt", item_id)
    assert store.reading_list.all()[0].read_on == workspace.today()
    assert tab.entries.isVisible()
    assert tab.entries.form.entry_id == entry.id
    tab.show_reading(item_id)
    hands.press(page, "Open what you learned")
    assert len(store.learning.entries()) == 1
    assert tab.entries.isVisible()
    workspace.undo()
    assert store.learning.entries() == []
    assert store.reading_list.all()[0].read_on is None


def test_only_a_click_opens_the_link_and_only_a_harmless_one(
    page: ReadingPage, store: Store, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    said: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    workspace.said.connect(lambda text, _actions, _kind: said.append(text))
    item_id = add(store, "Silt")
    page.open_item(item_id)
    assert "Open the link" not in hands.names(page.form, QPushButton)
    act(store, lambda: store.reading_list.update(item_id, address="example.org/silt"))
    assert opened == []
    hands.press(page.form, "Open")
    assert [url.toString() for url in opened] == ["https://example.org/silt"]
    act(store, lambda: store.reading_list.update(item_id, address="file:///etc/hosts"))
    hands.press(page.form, "Open")
    assert len(opened) == 1
    assert "file:///etc/hosts" in said[-1]


def test_who_recommended_it_is_one_click_away(tab: LearningTab, page: ReadingPage, store: Store) -> None:
    ben = act(store, lambda: store.contacts.add(Contact(name="Ben")))
    asked = QSignalSpy(tab.contact_requested)
    page.open_item(add(store, "Silt", by=ben))
    hands.press(page, "Open page")
    assert asked.at(0) == [ben]
    act(store, lambda: store.contacts.delete([ben]))
    assert "Open the page of who recommended it" not in hands.names(page.form, QPushButton)


def test_deleting_can_be_taken_back(page: ReadingPage, store: Store, workspace: Workspace) -> None:
    page.open_item(add(store, "Silt"))
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    assert titles(page) == []
    assert any(state.isVisible() for state in page.findChildren(EmptyState))
    workspace.undo()
    assert titles(page) == ["Silt"]


def test_what_another_part_changes_is_seen_when_the_list_is_looked_at(tab: LearningTab, store: Store) -> None:
    tab.new_entry()
    add(store, "Silt")
    tab.show_reading()
    assert titles(tab.reading) == ["Silt"]
