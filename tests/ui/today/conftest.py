"""Today over a real store and a clock that is moved by hand."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.formats.demo import read_example
from desktop.places import resources
from desktop.store.demo import fill_with_example
from desktop.store.file.history import WITH_LAST
from desktop.store.store import Store
from desktop.ui.actions import Actions
from desktop.ui.today.tab import TodayTab
from desktop.ui.workspace import Workspace
from tests.acting import Clock

NOW = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)


@pytest.fixture
def clock() -> Clock:
    return Clock(NOW)


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    with Store(tmp_path / "data", clock=clock) as opened:
        with opened.action("The user's zone", WITH_LAST):
            opened.preferences.update_profile(time_zone="UTC")
        yield opened


@pytest.fixture
def show(workspace: Workspace, actions: Actions, qtbot: QtBot) -> Callable[[], TodayTab]:
    def shown() -> TodayTab:
        tab = TodayTab(workspace, actions)
        qtbot.addWidget(tab)
        tab.resize(1200, 800)
        tab.show()
        QApplication.processEvents()
        return tab

    return shown


@pytest.fixture
def example(workspace: Workspace) -> Workspace:
    fill_with_example(workspace.store, read_example(resources() / "demo" / "example.toml"), NOW.date())
    return workspace
