"""The page of a contact, shown."""

import pytest
from pytestqt.qtbot import QtBot

from desktop.ui.contacts.page.page import ContactPage
from desktop.ui.workspace import Workspace


@pytest.fixture
def page(workspace: Workspace, qtbot: QtBot) -> ContactPage:
    made = ContactPage(workspace)
    qtbot.addWidget(made)
    made.resize(800, 800)
    made.show()
    made.activateWindow()
    return made
