"""A list beside the page of what is chosen: a hint while nothing is, and the focus never lost."""

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.widgets.list_beside_page import ListBesidePage, list_column


@pytest.fixture
def listed() -> QLineEdit:
    return QLineEdit()


@pytest.fixture
def split(listed: QLineEdit, qtbot: QtBot) -> ListBesidePage:
    above, below = QLabel("above"), QLabel("below")
    made = ListBesidePage(list_column((above,), listed, (below,)), QLabel("Choose one."))
    qtbot.addWidget(made)
    made.resize(1060, 400)
    made.show()
    made.activateWindow()
    return made


def test_the_hint_stands_there_until_something_is_chosen(split: ListBesidePage) -> None:
    page = QLabel("The page")
    assert (split.page, split.hint.isVisible()) == (None, True)
    split.show_page(page)
    assert (split.page, page.isVisible(), split.hint.isVisible()) == (page, True, False)
    split.show_hint()
    assert (split.page, split.hint.isVisible()) == (None, True)


def test_another_hint_takes_its_place(split: ListBesidePage) -> None:
    other = QLabel("Add the first one.")
    split.show_hint(other)
    assert (split.page, other.isVisible()) == (None, True)


def test_the_list_gets_the_height_and_its_share_of_the_width(split: ListBesidePage, listed: QLineEdit) -> None:
    left, right = split.sizes()
    assert 0.6 < left / right < 0.72


@pytest.mark.parametrize("was_here", [True, False])
def test_the_keyboard_goes_to_the_list_only_if_it_was_on_the_page(
    split: ListBesidePage, listed: QLineEdit, qtbot: QtBot, was_here: bool
) -> None:
    page, other = QLineEdit(), QLineEdit(split.widget(0))
    other.show()
    inside = QWidget()
    page.setParent(inside)
    split.show_page(inside)
    (page if was_here else other).setFocus()
    qtbot.waitUntil((page if was_here else other).hasFocus)
    split.leave_page(listed)
    assert split.page is None
    assert listed.hasFocus() is was_here
    assert other.hasFocus() is not was_here
