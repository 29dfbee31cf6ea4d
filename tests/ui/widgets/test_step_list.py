"""The wizard's steps: numbers and names to see, done or what is missing to hear, arrows to go."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.ui.theme import Theme
from desktop.ui.widgets.step_list import StepList

STEPS = [("Purpose", True, ""), ("Time", False, "no time yet"), ("Research", False, "")]


@pytest.fixture
def steps(qtbot: QtBot, theme: Theme) -> StepList:
    made = StepList(theme, "Steps")
    qtbot.addWidget(made)
    made.show_steps(STEPS)
    made.show()
    return made


def test_a_screen_reader_hears_number_name_and_state(steps: StepList) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    assert [steps.item(row).data(role) for row in range(3)] == [
        "1 Purpose, done",
        "2 Time, no time yet",
        "3 Research, open",
    ]


def test_the_arrows_choose_and_marking_the_open_step_tells_nothing(steps: StepList, qtbot: QtBot) -> None:
    told: list[int] = []
    steps.chosen.connect(told.append)
    steps.show_row(0)
    assert told == []
    qtbot.keyClick(steps, Qt.Key.Key_Down)
    assert told == [1]


def test_showing_the_steps_again_keeps_the_open_one_and_tells_nothing(steps: StepList) -> None:
    steps.show_row(2)
    told: list[int] = []
    steps.chosen.connect(told.append)
    steps.show_steps([("Purpose", True, ""), ("Time", True, ""), ("Research", True, "")])
    assert (steps.currentRow(), told) == (2, [])


def test_every_name_is_shown_whole(steps: StepList) -> None:
    steps.show_steps([*STEPS, ("Opening, being asked back, close", False, "")])
    steps.resize(steps.minimumWidth(), 300)
    assert steps.viewport().width() >= steps.sizeHintForColumn(0)
