"""Parts stand side by side only where all of them have the room they need."""

from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.ui.widgets.side_by_side import SideBySide


def test_the_parts_move_below_one_another_when_it_gets_narrow_and_back(qtbot: QtBot) -> None:
    first, second = QLabel("first " * 10), QLabel("second " * 10)
    both = SideBySide([(first, 1), (second, 2)])
    qtbot.addWidget(both)
    both.resize(2000, 100)
    both.show()
    QApplication.processEvents()
    assert second.y() == first.y()
    assert second.x() > first.x()
    both.resize(second.minimumSizeHint().width() + 20, 100)
    QApplication.processEvents()
    assert second.y() > first.y()
    assert both.minimumSizeHint().width() == second.minimumSizeHint().width()
    both.resize(2000, 100)
    QApplication.processEvents()
    assert second.y() == first.y()
