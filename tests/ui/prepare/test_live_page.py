"""Beside a meeting: questions in order, room for each answer, the time left in calm words, all by keyboard."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.core.meeting_line import MeetingState
from desktop.core.preparing.plan import in_asking_order
from desktop.store.store import Store
from desktop.ui.actions import Actions
from desktop.ui.prepare.live_page import LivePage
from desktop.ui.prepare.tab import PrepareTab
from desktop.ui.prepare.wizard import Wizard
from desktop.ui.prepare.write_up_page import WriteUpPage
from desktop.ui.workspace import Workspace
from tests.acting import Clock
from tests.ui.prepare.parts import press, shown

BEGAN = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)


@pytest.fixture
def clock() -> Clock:
    return Clock(BEGAN)


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    with Store(tmp_path / "data", clock=clock) as opened:
        yield opened


@pytest.fixture
def live(agreed: int, tab: PrepareTab, workspace: Workspace) -> LivePage:
    tab.activateWindow()
    tab.begin_meeting(agreed)
    QApplication.processEvents()
    page = tab.findChild(LivePage)
    assert isinstance(page, LivePage)
    return page


def said(live: LivePage) -> str:
    live.look_at_the_clock()
    return str(live._time.text())


def type_here(qtbot: QtBot, text: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClicks(focused, text)


def test_it_stands_alone_and_begins_at_the_first_question(live: LivePage, tab: PrepareTab, store: Store) -> None:
    assert shown(tab, LivePage)
    assert not tab._list.isVisible()
    asked = [place.main.name for place in live._questions]
    assert [text.split(". ", 1)[1] for text in asked] == [
        question.text for question in in_asking_order(store.meetings.questions(tab.current_meeting() or 0))
    ]
    assert live._questions[0].main.isAncestorOf(QApplication.focusWidget())


def test_answers_are_saved_as_typed_and_the_keys_lead_from_one_to_the_next(
    live: LivePage, tab: PrepareTab, store: Store, qtbot: QtBot
) -> None:
    type_here(qtbot, "Rounds at seven")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    type_here(qtbot, "Drawings")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert live._questions[0].main.isAncestorOf(QApplication.focusWidget())
    live._questions[1].main.flush()
    answers = [each.answer for each in in_asking_order(store.meetings.questions(tab.current_meeting() or 0))]
    assert answers[:2] == ["Rounds at seven", "Drawings"]


def test_what_comes_by_itself_takes_one_key_and_is_in_no_plan(
    live: LivePage, tab: PrepareTab, store: Store, actions: Actions, qtbot: QtBot
) -> None:
    number = tab.current_meeting() or 0
    planned = store.meetings.questions(number)
    actions["meeting.unplanned"].trigger()
    type_here(qtbot, "Night work")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    type_here(qtbot, "One week in four")
    live._questions[-1].main.flush()
    (came,) = store.meetings.unplanned(number)
    assert (came.text, came.answer) == ("Night work", "One week in four")
    assert store.meetings.questions(number) == planned


def test_the_time_is_said_calmly(live: LivePage, clock: Clock) -> None:
    assert "until" in said(live)
    clock.now = BEGAN + timedelta(minutes=11)
    assert "Half of the time is over" in said(live)
    clock.now = BEGAN + timedelta(minutes=15, seconds=30)
    assert "Five minutes left" in said(live)
    clock.now = BEGAN + timedelta(minutes=21)
    assert "let them offer more" in said(live)


def test_it_can_be_left_and_is_gone_on_with(live: LivePage, tab: PrepareTab, clock: Clock) -> None:
    press(tab, "Back to preparing")
    assert shown(tab, Wizard)
    clock.now = BEGAN + timedelta(minutes=4)
    press(tab, "Go on with the meeting")
    assert shown(tab, LivePage)
    clock.now = BEGAN + timedelta(minutes=15, seconds=1)
    assert "Five minutes left" in said(live)  # counted from when it was begun


def test_the_end_leads_to_the_write_up(live: LivePage, tab: PrepareTab, store: Store, clock: Clock) -> None:
    clock.now = BEGAN + timedelta(minutes=24)
    press(tab, "The meeting is over")
    meeting = store.meetings.find(tab.current_meeting() or 0)
    assert meeting is not None
    assert (meeting.state, meeting.began_at, meeting.ended_at) == (MeetingState.MET, BEGAN, clock.now)
    assert shown(tab, WriteUpPage)


def test_targets_are_large(live: LivePage) -> None:
    buttons = [button for button in live.findChildren(QPushButton) if button.isVisible()]
    assert buttons
    assert all(button.height() >= 44 for button in buttons)


def test_nothing_ticks(live: LivePage, clock: Clock) -> None:
    before = [label.text() for label in live.findChildren(QLabel)]
    clock.now = BEGAN + timedelta(seconds=50)
    live.look_at_the_clock()
    assert [label.text() for label in live.findChildren(QLabel)] == before
