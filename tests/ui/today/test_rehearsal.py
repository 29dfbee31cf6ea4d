"""Before a talk: the opening aloud with a quiet timer, and a practice talk that is a meeting like any other."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.core.contact import Contact, Source
from desktop.core.meeting import Meeting
from desktop.store.store import Store
from desktop.ui.actions import Actions
from desktop.ui.today.rehearsal import SECONDS
from desktop.ui.today.tab import TodayTab
from desktop.ui.workspace import Workspace

NOW = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "data", clock=lambda: NOW) as opened:
        yield opened


@pytest.fixture
def friend(workspace: Workspace) -> int:
    with workspace.store.action("Add"):
        return workspace.store.contacts.add(Contact(name="Ann Lee", source=Source.KNOWN, comfort=1))


@pytest.fixture
def tab(workspace: Workspace, actions: Actions, friend: int, qtbot: QtBot) -> TodayTab:
    shown = TodayTab(workspace, actions)
    qtbot.addWidget(shown)
    shown.show()
    return shown


def meeting(workspace: Workspace, contact_id: int, opening: str) -> int:
    with workspace.store.action("Agree"):
        made = Meeting(contact_id=contact_id, starts_at=NOW + timedelta(days=1), zone="UTC", opening=opening)
        return workspace.store.meetings.add(made)


def test_the_opening_is_said_aloud_against_two_quiet_minutes(workspace: Workspace, tab: TodayTab, friend: int) -> None:
    tab.overview.rehearsal_requested.emit(meeting(workspace, friend, "Good morning, I am Robin."))
    assert tab.rehearsal.isVisible()
    assert tab.rehearsal.text.text() == "Good morning, I am Robin."
    assert tab.rehearsal.bar.maximum() == SECONDS == 120
    assert not tab.rehearsal._clock.isActive()
    tab.rehearsal.start.click()
    assert tab.rehearsal._clock.isActive()
    tab.rehearsal.closed.emit()
    assert not tab.rehearsal._clock.isActive()
    assert tab.overview.isVisible()


def test_without_an_opening_it_leads_to_where_one_is_written(
    workspace: Workspace, tab: TodayTab, friend: int, qtbot: QtBot
) -> None:
    meeting_id = meeting(workspace, friend, "")
    tab.rehearse(meeting_id)
    assert not tab.rehearsal.start.isEnabled()
    with qtbot.waitSignal(tab.meeting_requested) as heard:
        tab.rehearsal.meeting_requested.emit(meeting_id)
    assert heard.args == [meeting_id]


@pytest.mark.parametrize(("typed", "people"), [(None, 1), ("Ann Lee", 1), ("Bo Ek", 2)])
def test_a_practice_talk_is_a_meeting_of_ten_minutes_with_questions_and_one_step_of_undo(
    workspace: Workspace, tab: TodayTab, qtbot: QtBot, typed: str | None, people: int
) -> None:
    tab.practise()
    if typed is not None:
        tab.practice.name.show_anew(typed)
    with qtbot.waitSignal(tab.meeting_requested) as heard:
        tab.practice._make()
    made = workspace.store.meetings.find(heard.args[0])
    assert made is not None
    assert made.minutes == 10
    assert len(workspace.store.meetings.questions(made.id)) == 3
    contact = workspace.store.contacts.find(made.contact_id)
    assert contact is not None
    assert contact.name == (typed or "Ann Lee")
    assert workspace.store.contacts.count() == people
    workspace.undo()
    assert workspace.store.meetings.ahead() == []
    assert workspace.store.contacts.count() == 1


def test_without_anyone_known_a_name_is_asked_for(workspace: Workspace, tab: TodayTab, friend: int) -> None:
    with workspace.store.action("Delete"):
        workspace.store.contacts.delete([friend])
    tab.practise()
    tab.practice._make()
    assert workspace.store.meetings.ahead() == []
    assert tab.practice.isVisible()
