"""A quiet sentence with links: away until there is something to say."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.widgets.link_line import LinkLine


def test_it_comes_with_a_sentence_and_goes_without(qtbot: QtBot) -> None:
    window, done = QWidget(), []
    line = LinkLine()
    line.add_link("Look", lambda: done.append("looked"))
    QVBoxLayout(window).addWidget(line)
    qtbot.addWidget(window)
    window.show()
    assert not line.isVisible()
    line.say("Like <b>Ann</b>")
    (label,) = line.findChildren(QLabel)
    assert line.isVisible()
    assert (line.text, label.textFormat()) == ("Like <b>Ann</b>", Qt.TextFormat.PlainText)
    line.findChildren(QPushButton)[0].click()
    assert done == ["looked"]
    line.say("")
    assert not line.isVisible()
