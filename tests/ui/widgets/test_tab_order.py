"""The Tab key follows the page as it is laid out, whatever was made first."""

import pytest
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.ui.widgets.tab_order import first_stop, neighbour


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    QVBoxLayout(page)
    qtbot.addWidget(page)
    return page


def round_trip(page: QWidget, forward: bool = True) -> list[QWidget]:
    """Every stop from the first on, until it comes round."""
    stops: list[QWidget] = []
    stop = neighbour(page, None, forward)
    while stop is not None and stop not in stops:
        stops.append(stop)
        stop = neighbour(page, stop, forward)
    return stops


def test_what_is_added_later_above_is_reached_earlier(page: QWidget) -> None:
    below, above = QLineEdit(), QLineEdit()
    layout = page.layout()
    assert isinstance(layout, QVBoxLayout)
    layout.addWidget(below)
    page.show()
    layout.insertWidget(0, above)
    above.show()
    assert round_trip(page) == [above, below]
    assert round_trip(page, forward=False) == [below, above]
    assert first_stop(page) is above


def test_rows_scroll_areas_and_stacks_are_entered_and_what_cannot_be_used_is_passed(page: QWidget) -> None:
    layout = page.layout()
    assert isinstance(layout, QVBoxLayout)
    row = QHBoxLayout()
    left, right = QPushButton("left"), QSpinBox()
    row.addWidget(left)
    row.addWidget(right)
    layout.addLayout(row)
    inside = QWidget()
    scrolled, disabled = QComboBox(), QLineEdit()
    disabled.setEnabled(False)
    inside_layout = QVBoxLayout(inside)
    for widget in (QLabel("no stop"), disabled, scrolled):
        inside_layout.addWidget(widget)
    area = QScrollArea()
    area.setFocusPolicy(area.focusPolicy().NoFocus)
    area.setWidget(inside)
    layout.addWidget(area)
    stack = QStackedWidget()
    shown, hidden = QLineEdit(), QLineEdit()
    stack.addWidget(shown)
    stack.addWidget(hidden)
    layout.addWidget(stack)
    page.show()
    assert round_trip(page) == [left, right, scrolled, shown]


def test_a_page_without_a_stop_has_no_neighbour(page: QWidget) -> None:
    page.show()
    assert neighbour(page, None, forward=True) is None
    assert first_stop(page) is page
