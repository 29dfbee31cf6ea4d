"""The list of two lines: keeps its place, tells only what the user did, reads out both lines."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop.ui.theme import Theme
from desktop.ui.widgets.two_line_list import ListRow, TwoLineList

ROWS = (ListRow(7, "One", "below"), ListRow(8, "Two"), ListRow(9, "Three", "under"))


@pytest.fixture
def shown(theme: Theme, qtbot: QtBot) -> TwoLineList:
    made = TwoLineList("Things", theme)
    qtbot.addWidget(made)
    QAbstractItemModelTester(made.model(), QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.show_rows(ROWS)
    made.show()
    return made


def heard(shown: TwoLineList) -> list[int]:
    told: list[int] = []
    shown.chosen.connect(told.append)
    return told


def test_the_arrows_tell_where_the_cursor_went(shown: TwoLineList, qtbot: QtBot) -> None:
    told = heard(shown)
    shown.select(7)
    qtbot.keyClick(shown, Qt.Key.Key_Down)
    assert told == [8]
    assert shown.current_id == 8


def test_showing_other_rows_keeps_the_cursor_and_tells_nothing(shown: TwoLineList) -> None:
    told = heard(shown)
    shown.select(8)
    shown.show_rows([ListRow(5, "New"), *ROWS], current=8)
    shown.show_rows([ListRow(5, "Newer"), *ROWS], current=8)
    assert shown.current_id == 8
    shown.show_rows(ROWS[:1], current=8)
    assert shown.current_id == 0
    assert told == []


def test_enter_and_delete_say_on_which_row(shown: TwoLineList, qtbot: QtBot) -> None:
    opened: list[int] = []
    wanted: list[int] = []
    shown.opened.connect(opened.append)
    shown.delete_wanted.connect(wanted.append)
    shown.select(9)
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    qtbot.keyClick(shown, Qt.Key.Key_Delete)
    assert (opened, wanted) == ([9], [9])


def test_a_screen_reader_hears_both_lines(shown: TwoLineList) -> None:
    model = shown.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.data(model.index(0, 0), role) == "One, below"
    assert model.data(model.index(1, 0), role) == "Two"
