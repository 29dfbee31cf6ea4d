"""The bar that narrows a list: search and menus tell of every change, and are cleared together."""

import pytest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from desktop.ui.theme import Theme
from desktop.ui.widgets.narrowing import FilterMenu, NarrowingBar, SearchLine


@pytest.fixture
def kinds() -> FilterMenu:
    return FilterMenu("Kind", lambda: [("a", "First & only"), ("b", "Second")])


@pytest.fixture
def bar(theme: Theme, kinds: FilterMenu, qtbot: QtBot) -> NarrowingBar:
    made = NarrowingBar(theme)
    made.lay_out(SearchLine("Search", theme), kinds)
    qtbot.addWidget(made)
    made.show()
    return made


def clearing(bar: NarrowingBar) -> QToolButton:
    return next(each for each in bar.findChildren(QToolButton) if each.accessibleName() == "Clear filters")


def tick(menu: FilterMenu, text: str) -> None:
    menu.fill()
    next(action for action in menu.menu().actions() if action.text() == text).trigger()


def test_every_change_is_told_and_the_way_back_is_offered_for_the_menus(
    bar: NarrowingBar, kinds: FilterMenu, qtbot: QtBot
) -> None:
    told: list[None] = []
    bar.changed.connect(lambda: told.append(None))
    qtbot.keyClicks(bar.search, "ab")
    assert (len(told), clearing(bar).isVisible()) == (2, False)
    tick(kinds, "First && only")
    assert (len(told), clearing(bar).isVisible()) == (3, True)
    assert (kinds.chosen, kinds.text()) == ({"a"}, "Kind: First && only")


def test_all_is_cleared_at_once_and_told_once(bar: NarrowingBar, kinds: FilterMenu, qtbot: QtBot) -> None:
    qtbot.keyClicks(bar.search, "ab")
    tick(kinds, "Second")
    told: list[None] = []
    bar.changed.connect(lambda: told.append(None))
    bar.activateWindow()
    clearing(bar).setFocus()
    qtbot.waitUntil(clearing(bar).hasFocus)
    clearing(bar).click()
    assert (bar.search.text(), kinds.chosen, len(told)) == ("", frozenset(), 1)
    assert bar.search.hasFocus(), "the button that had the focus is away"
