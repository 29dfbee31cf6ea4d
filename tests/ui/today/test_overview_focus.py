"""Where the focus stands on Today, what stays as it was, and how it makes use of its room."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtWidgets import QApplication, QPushButton

from desktop.ui.today.tab import TodayTab
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.tab_order import first_stop, neighbour
from desktop.ui.workspace import Workspace
from tests.acting import Clock
from tests.ui.today.test_overview import buttons


def test_nothing_is_rebuilt_while_nothing_changed_so_that_the_focus_stays(
    example: Workspace, show: Callable[[], TodayTab]
) -> None:
    tab = show()
    button = buttons(tab, "Write the thank-you")[0]
    tab.overview.refresh()
    assert buttons(tab, "Write the thank-you")[0] is button


def test_there_is_room_for_two_columns_only_in_a_wide_window(example: Workspace, show: Callable[[], TodayTab]) -> None:
    tab = show()

    def beside() -> bool:
        shown = {card.title.text(): card for card in tab.overview.findChildren(Card) if card.isVisible()}
        first, following = shown["Print the brief for Hamish Dunmore"], shown["Hamish Dunmore"]
        return bool(
            following.mapTo(tab, following.rect().topLeft()).x() > first.mapTo(tab, first.rect().topRight()).x()
        )

    assert beside()
    tab.resize(700, 800)
    QApplication.processEvents()
    assert not beside()


def test_tab_goes_from_the_steps_to_what_stands_at_the_foot(example: Workspace, show: Callable[[], TodayTab]) -> None:
    tab = show()
    foot = tab.overview.so_far
    stops = [first_stop(tab.overview)]
    while (after := neighbour(tab.overview, stops[-1], forward=True)) not in (None, stops[0]):
        assert after is not None
        stops.append(after)
    assert isinstance(stops[0], QPushButton)
    assert stops[0].text() == "Write the confirmation"
    assert stops[-3:] == [foot.practise, foot.button, foot.start]


def test_where_the_step_that_had_the_focus_is_gone_the_first_one_has_it(
    example: Workspace, show: Callable[[], TodayTab], clock: Clock
) -> None:
    tab = show()
    tab.activateWindow()
    buttons(tab, "Write the confirmation")[0].setFocus()
    clock.now += timedelta(days=1)
    tab.overview.refresh()
    focused = tab.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused is first_stop(tab.overview)
    assert not tab.overview.more.isAncestorOf(focused)
    assert focused.isVisible()
