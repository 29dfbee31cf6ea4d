"""The Prepare tab: what stands there first, lists, states, and what the main window asks of it."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.core.meeting import Meeting, PreparationPage
from desktop.core.meeting_line import MeetingState
from desktop.store.store import Store
from desktop.ui.actions import Actions
from desktop.ui.prepare.live_page import LivePage
from desktop.ui.prepare.short_path_page import ShortPathPage
from desktop.ui.prepare.tab import PrepareTab
from desktop.ui.prepare.wizard import Wizard
from desktop.ui.prepare.write_up_page import WriteUpPage
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.two_line_list import TwoLineList
from desktop.ui.workspace import Workspace
from tests.ui.prepare.conftest import NOW, Said
from tests.ui.prepare.parts import press, shown


def test_without_a_meeting_there_is_one_sentence_and_one_action(tab: PrepareTab) -> None:
    assert shown(tab, EmptyState)
    assert not shown(tab, TwoLineList)
    press(tab, "A meeting is agreed")
    assert shown(tab, ShortPathPage)


def test_the_next_meeting_is_open_where_it_was_left(agreed: int, tab: PrepareTab) -> None:
    assert tab.current_meeting() == agreed
    assert shown(tab, Wizard)


def test_a_meeting_made_elsewhere_comes_into_the_list(
    tab: PrepareTab, workspace: Workspace, request: pytest.FixtureRequest
) -> None:
    assert shown(tab, EmptyState)
    agreed = request.getfixturevalue("agreed")
    assert tab.current_meeting() == agreed
    assert shown(tab, TwoLineList)


def test_the_brief_actions_wait_for_a_meeting(tab: PrepareTab, actions: Actions) -> None:
    assert not actions["meeting.export_brief"].isEnabled()


def test_the_brief_actions_are_there_with_a_meeting(agreed: int, tab: PrepareTab, actions: Actions) -> None:
    assert actions["meeting.export_brief"].isEnabled()
    assert actions["meeting.print_brief"].isEnabled()


def test_preview_goes_to_the_review(agreed: int, tab: PrepareTab) -> None:
    tab.preview()
    wizard = tab.findChild(Wizard)
    assert isinstance(wizard, Wizard)
    assert wizard.page is PreparationPage.REVIEW


def test_asked_to_save_without_a_meeting_it_says_what_to_do(tab: PrepareTab, said: Said) -> None:
    tab.save_brief()
    assert said.last == "Choose a meeting first."


def test_a_meeting_whose_time_has_passed_asks_whether_it_took_place(
    agreed: int, tab: PrepareTab, workspace: Workspace, store: Store
) -> None:
    earlier = NOW - timedelta(hours=2)
    workspace.act("Edit time", lambda: store.meetings.update(agreed, starts_at=earlier))
    press(tab, "It took place")
    meeting = store.meetings.find(agreed)
    assert meeting is not None
    assert meeting.state is MeetingState.MET
    assert shown(tab, WriteUpPage)
    workspace.undo()
    assert shown(tab, Wizard)


def test_while_a_past_meeting_is_open_the_next_one_is_begun(
    agreed: int, tab: PrepareTab, workspace: Workspace, store: Store
) -> None:
    past = store.meetings.find(agreed)
    assert past is not None
    ahead = Meeting(contact_id=past.contact_id, starts_at=NOW, minutes=20)
    workspace.act("They met", lambda: store.meetings.update(agreed, state=MeetingState.MET))
    following = workspace.act("Agree", lambda: store.meetings.add(ahead))
    tab.open_meeting(agreed)
    tab.begin_meeting()
    assert tab.current_meeting() == following
    assert shown(tab, LivePage)


def test_a_called_off_meeting_can_be_prepared_again(
    agreed: int, tab: PrepareTab, workspace: Workspace, store: Store
) -> None:
    workspace.act("Call off", lambda: store.meetings.update(agreed, state=MeetingState.CANCELLED))
    assert shown(tab, WriteUpPage)
    press(tab, "Back to preparing")
    assert shown(tab, Wizard)


def test_delete_in_the_list_can_be_undone(
    agreed: int, tab: PrepareTab, workspace: Workspace, qtbot: QtBot, said: Said
) -> None:
    ahead = next(each for each in tab.findChildren(TwoLineList) if each.count)
    ahead.select(agreed)
    ahead.setFocus()
    qtbot.keyClick(ahead, Qt.Key.Key_Delete)
    assert tab.current_meeting() is None
    assert shown(tab, EmptyState)
    assert said.last == "The meeting is deleted."
    workspace.undo()
    assert shown(tab, TwoLineList)


def test_in_a_narrow_window_list_and_page_take_turns(agreed: int, tab: PrepareTab, qtbot: QtBot) -> None:
    tab.resize(620, 700)
    qtbot.waitUntil(lambda: not shown(tab, TwoLineList))
    assert shown(tab, Wizard)
    press(tab, "All meetings")
    assert shown(tab, TwoLineList)
    assert not shown(tab, Wizard)
    ahead = next(each for each in tab.findChildren(TwoLineList) if each.count)
    qtbot.keyClick(ahead, Qt.Key.Key_Return)
    assert shown(tab, Wizard)


def test_a_meeting_that_is_gone_is_said(tab: PrepareTab, said: Said) -> None:
    tab.open_meeting(999)
    assert said.last == "This meeting is no longer there."


def test_a_learning_entry_is_asked_for_with_the_meeting(
    agreed: int, tab: PrepareTab, workspace: Workspace, store: Store, qtbot: QtBot
) -> None:
    workspace.act("It took place", lambda: store.meetings.update(agreed, state=MeetingState.MET))
    with qtbot.waitSignal(tab.learning_requested) as asked:
        press(tab, "Write a learning entry")
    assert asked.args == [agreed]
