"""A workspace over a real store, for every test of the window's parts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from desktop.formats import question_bank
from desktop.places import resources
from desktop.store.store import Store
from desktop.ui.actions import Actions
from desktop.ui.tasks import Tasks
from desktop.ui.theme import Theme
from desktop.ui.workspace import Workspace


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """The one look of the test run: an application has one."""
    result = Theme(qapp)
    result.apply("light")
    return result


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "data") as opened:
        yield opened


@pytest.fixture
def workspace(store: Store, theme: Theme) -> Iterator[Workspace]:
    made = Workspace(store, Tasks(), theme, lambda: question_bank.read_question_bank(resources() / "questions"))
    yield made
    made.tasks.wait()
    made.deleteLater()
    # Without an event loop nobody does it: the windows of a test go before its store, and follow no later theme.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def actions(workspace: Workspace) -> Actions:
    return Actions(workspace.theme, workspace)
