"""Chips: one Tab stop, arrows move, Space switches, and what is on is told without colour."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from desktop.ui.theme import Theme
from desktop.ui.widgets.chips import Chips


@pytest.fixture
def chips(qtbot: QtBot, theme: Theme) -> Chips:
    made = Chips("&Tags")
    made.set_choices([(1, "alumni"), (2, "R&D"), (3, "łódź")])
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
        made.activateWindow()
    return made


def buttons(chips: Chips) -> list[QToolButton]:
    return chips.findChildren(QToolButton)


def test_space_switches_and_tells_the_codes_in_the_order_offered(chips: Chips, qtbot: QtBot) -> None:
    told: list[object] = []
    chips.edited.connect(told.append)
    for which in (2, 0):
        buttons(chips)[which].setFocus()
        qtbot.keyClick(buttons(chips)[which], Qt.Key.Key_Space)
    assert told == [(3,), (1, 3)]


def test_only_one_chip_is_a_tab_stop_and_it_is_where_the_arrows_went(chips: Chips, qtbot: QtBot) -> None:
    first, second, third = buttons(chips)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert QApplication.focusWidget() is second
    qtbot.keyClick(second, Qt.Key.Key_End)
    assert QApplication.focusWidget() is third
    qtbot.keyClick(third, Qt.Key.Key_Right)
    assert QApplication.focusWidget() is third
    stops = [button for button in buttons(chips) if button.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [third]


def test_showing_codes_tells_nothing_and_marks_them_with_a_tick(chips: Chips) -> None:
    told: list[object] = []
    chips.edited.connect(told.append)
    chips.show_value((2,))
    assert told == []
    assert chips.value == (2,)
    assert [button.text() for button in buttons(chips)] == ["alumni", "✓ R&&D", "łódź"]


def test_what_was_on_stays_on_when_other_choices_are_offered(chips: Chips) -> None:
    chips.show_value((1, 3))
    chips.set_choices([(3, "łódź"), (4, "new")])
    assert chips.value == (3,)


def test_each_chip_says_to_what_it_belongs(chips: Chips) -> None:
    assert buttons(chips)[1].accessibleName() == "Tags: R&D"
