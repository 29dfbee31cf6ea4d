"""A switch is one Tab stop of radio buttons: the arrows choose, and a screen reader hears whose parts they are."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QLineEdit, QRadioButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.theme import Theme
from desktop.ui.widgets.switch import Switch
from tests.ui import hands

PARTS = [("all", "All"), ("messages", "&Messages"), ("notes", "Notes")]


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> QWidget:
    return QWidget()


@pytest.fixture
def switch(window: QWidget, qtbot: QtBot) -> Switch:
    made = Switch("What happened", PARTS)
    column = QVBoxLayout(window)
    column.addWidget(QLineEdit())
    column.addWidget(made)
    column.addWidget(QLineEdit())
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    return made


def segment(switch: Switch, name: str) -> QRadioButton:
    return hands.control(switch, f"What happened: {name}", QRadioButton)


def test_the_first_part_is_on_and_every_part_is_named(switch: Switch) -> None:
    assert switch.current == "all"
    assert hands.names(switch, QRadioButton) == [f"What happened: {name}" for name in ("All", "Messages", "Notes")]
    interface = QAccessible.queryAccessibleInterface(segment(switch, "All"))
    assert interface.role() == QAccessible.Role.RadioButton
    assert interface.state().checked


def test_a_click_chooses_once(switch: Switch) -> None:
    chosen = QSignalSpy(switch.chosen)
    segment(switch, "Notes").click()
    segment(switch, "Notes").click()
    assert [chosen.at(0), chosen.count()] == [["notes"], 1]
    assert switch.current == "notes"


def test_the_arrows_move_and_choose(switch: Switch, qtbot: QtBot) -> None:
    chosen = QSignalSpy(switch.chosen)
    segment(switch, "All").setFocus()
    qtbot.keyClick(segment(switch, "All"), Qt.Key.Key_Right)
    assert switch.current == "messages"
    assert segment(switch, "Messages").hasFocus()
    qtbot.keyClick(segment(switch, "Messages"), Qt.Key.Key_Left)
    assert [chosen.at(number)[0] for number in range(chosen.count())] == ["messages", "all"]


def test_it_is_one_tab_stop(switch: Switch, qtbot: QtBot) -> None:
    switch.show_choice("messages")
    before, after = switch.window().findChildren(QLineEdit)
    before.setFocus()
    qtbot.keyClick(before, Qt.Key.Key_Tab)
    assert segment(switch, "Messages").hasFocus()
    qtbot.keyClick(segment(switch, "Messages"), Qt.Key.Key_Tab)
    assert after.hasFocus()


def test_showing_a_part_tells_nobody(switch: Switch) -> None:
    chosen = QSignalSpy(switch.chosen)
    switch.show_choice("notes")
    assert (switch.current, chosen.count()) == ("notes", 0)
    with pytest.raises(KeyError):
        switch.show_choice("letters")


def test_a_part_may_say_how_much_it_holds(switch: Switch) -> None:
    switch.set_text("notes", "Notes 4")
    assert segment(switch, "Notes 4").text() == "Notes 4"
