"""The message bar: says one sentence, offers what can be done about it, and goes by itself or by Esc."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.theme import Theme
from desktop.ui.widgets.message_bar import MessageBar


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> QWidget:
    window = QWidget()
    layout = QVBoxLayout(window)
    layout.addWidget(QLineEdit())
    layout.addWidget(QLineEdit())
    layout.addWidget(MessageBar())
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
        window.activateWindow()
    return window


def bar_of(window: QWidget) -> MessageBar:
    return window.findChild(MessageBar)


def test_it_is_away_until_there_is_something_to_say(window: QWidget) -> None:
    assert not bar_of(window).isVisible()
    assert bar_of(window).text == ""


def test_a_sentence_is_shown_as_it_is_written(window: QWidget) -> None:
    bar_of(window).show_message("Saved <b>Ada</b> & Co.")
    label = bar_of(window).findChild(QLabel)
    assert (bar_of(window).text, label.textFormat()) == ("Saved <b>Ada</b> & Co.", Qt.TextFormat.PlainText)


def test_an_action_is_done_once_and_the_bar_goes(window: QWidget, qtbot: QtBot) -> None:
    done: list[str] = []
    bar = bar_of(window)
    bar.show_message("Brief saved", [("Open", lambda: done.append("open")), ("Undo", lambda: done.append("undo"))])
    undo = next(button for button in bar.findChildren(QPushButton) if button.text() == "Undo")
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert done == ["undo"]
    assert not bar.isVisible()


def test_a_new_message_takes_the_actions_of_the_old_one_away(window: QWidget, qtbot: QtBot) -> None:
    bar = bar_of(window)
    bar.show_message("One", [("Undo", lambda: None)])
    bar.show_message("Two")
    qtbot.waitUntil(lambda: not bar.findChildren(QPushButton))
    assert bar.text == "Two"


def test_escape_closes_it_from_anywhere_in_the_window(window: QWidget, qtbot: QtBot) -> None:
    bar = bar_of(window)
    bar.show_message("Brief saved")
    line = window.findChildren(QLineEdit)[0]
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert not bar.isVisible()


def test_it_goes_by_itself_but_not_while_it_has_the_focus(window: QWidget, qtbot: QtBot) -> None:
    bar = bar_of(window)
    bar.show_message("Brief saved")
    button = bar.findChild(QToolButton)
    button.setFocus()
    bar._timer.timeout.emit()
    assert bar.isVisible()
    window.findChildren(QLineEdit)[0].setFocus()
    bar._timer.timeout.emit()
    assert not bar.isVisible()


def test_the_focus_goes_back_to_where_it_came_from(window: QWidget, qtbot: QtBot) -> None:
    bar = bar_of(window)
    second = window.findChildren(QLineEdit)[1]
    second.setFocus()
    bar.show_message("Brief saved")
    bar.findChild(QToolButton).setFocus()
    qtbot.keyClick(bar.findChild(QToolButton), Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is second


def test_the_kind_decides_the_colour(window: QWidget) -> None:
    bar = bar_of(window)
    grounds = set()
    for kind in ("info", "attention", "wrong"):
        bar.show_message("A sentence", kind=kind)
        QApplication.processEvents()
        grounds.add(bar.grab().toImage().pixelColor(4, bar.height() // 2).name())
    assert len(grounds) == 3
