"""A notice by the tray: only if switched on, once a day, without names where the search is private."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QSystemTrayIcon

from desktop.core.contact import Contact
from desktop.core.meeting import Meeting
from desktop.store.store import Store
from desktop.ui.notices import Notices, tray_is_there
from desktop.ui.workspace import Workspace
from tests.acting import Clock

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


class Tray(QSystemTrayIcon):
    """Stands in for the system's tray, which the offscreen platform has none of: keeps what it was asked to show."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def show(self) -> None:
        """There is nowhere to show it."""

    def showMessage(self, _title: str, text: str, _icon: QIcon, _msecs: int) -> None:  # type: ignore[override]
        self.shown.append(text)


@pytest.fixture
def clock() -> Clock:
    return Clock(NOW)


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    with Store(tmp_path / "data", clock=clock) as opened:
        with opened.action("The user's zone"):
            opened.preferences.update_profile(time_zone="UTC")
            opened.contacts.add(Contact(name="Ann Lee"))
        yield opened


@pytest.fixture
def tray() -> Tray:
    return Tray()


@pytest.fixture
def notices(workspace: Workspace, tray: Tray, tmp_path: Path) -> Notices:
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    return Notices(workspace, settings, workspace, tray_is_there=lambda: True, tray=lambda: tray)


def switch(workspace: Workspace, **settings: bool) -> None:
    with workspace.store.action("Set"):
        workspace.store.preferences.update_settings(**settings)


def test_nothing_is_shown_unless_it_is_switched_on(workspace: Workspace, notices: Notices, tray: Tray) -> None:
    notices.begin()
    notices.look()
    assert tray.shown == []
    switch(workspace, notify=True)
    assert tray.shown == ["Someone to begin with: Ann Lee"]


def test_one_notice_a_day_also_over_a_new_start(
    workspace: Workspace, notices: Notices, tray: Tray, clock: Clock, tmp_path: Path
) -> None:
    switch(workspace, notify=True)
    for hours in (0, 1, 5):
        clock.now = NOW + timedelta(hours=hours)
        notices.look()
    other = Tray()
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    again = Notices(workspace, settings, workspace, tray_is_there=lambda: True, tray=lambda: other)
    again.begin()
    assert (len(tray.shown), other.shown) == (1, [])
    clock.now = NOW + timedelta(days=1)
    again.look()
    assert len(other.shown) == 1


def test_a_talk_of_today_is_told_of_within_the_hour_before_it(
    workspace: Workspace, notices: Notices, tray: Tray, clock: Clock
) -> None:
    with workspace.store.action("Agree"):
        workspace.store.meetings.add(Meeting(contact_id=1, starts_at=NOW + timedelta(hours=5), zone="UTC"))
    switch(workspace, notify=True)
    assert tray.shown == []
    clock.now = NOW + timedelta(hours=4, minutes=5)
    notices.look()
    assert tray.shown == ["Your talk with Ann Lee begins within the hour."]


def test_a_private_search_names_nobody(workspace: Workspace, notices: Notices, tray: Tray, clock: Clock) -> None:
    switch(workspace, notify=True, private_search=True)
    clock.now = NOW + timedelta(days=1)
    with workspace.store.action("Agree"):
        starts_at = clock.now + timedelta(minutes=30)
        workspace.store.meetings.add(Meeting(contact_id=1, starts_at=starts_at, zone="UTC"))
    notices.look()
    assert tray.shown == [
        "There is a small step for today, when you like.",
        "You have an appointment within the hour.",
    ]


def test_switched_off_it_is_gone_and_a_click_opens_the_window(
    workspace: Workspace, notices: Notices, tray: Tray, clock: Clock
) -> None:
    switch(workspace, notify=True)
    heard: list[str] = []
    notices.opened.connect(lambda: heard.append("opened"))
    tray.messageClicked.emit()
    assert heard == ["opened"]
    switch(workspace, notify=False)
    clock.now = NOW + timedelta(days=1)
    notices.look()
    assert len(tray.shown) == 1


def test_where_there_is_no_tray_nothing_happens(workspace: Workspace, tmp_path: Path) -> None:
    assert not tray_is_there()
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    made: list[Tray] = []
    notices = Notices(workspace, settings, workspace, tray=lambda: made.append(Tray()) or made[0])  # type: ignore[func-returns-value]
    switch(workspace, notify=True)
    notices.look()
    assert made == []
