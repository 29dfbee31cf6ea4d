"""What the tests of writing and of answers share."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.core.contact import Contact, Detail
from desktop.store.store import Store
from desktop.ui.contacts.compose.page import ComposePage
from desktop.ui.widgets.fields import Field
from desktop.ui.workspace import Workspace
from tests.ui import hands

AMARA = Contact(
    name="Amara Okafor",
    role="Water quality engineer",
    organisation="City Waterworks",
    emails=(Detail("amara@waterworks.example", "work"),),
)


@pytest.fixture
def opened() -> list[QUrl]:
    """What was given to the system to open."""
    return []


@pytest.fixture
def said(workspace: Workspace) -> list[str]:
    """What the message bar said."""
    sentences: list[str] = []
    workspace.said.connect(lambda text, _actions, _kind: sentences.append(text))
    return sentences


@pytest.fixture
def amara(store: Store) -> int:
    with store.action("Add"):
        return store.contacts.add(AMARA)


@pytest.fixture
def composer(workspace: Workspace, qtbot: QtBot, opened: list[QUrl]) -> Iterator[ComposePage]:
    def open_url(url: QUrl) -> bool:
        opened.append(url)
        return True

    made = ComposePage(workspace, open_url)
    qtbot.addWidget(made)
    made.resize(900, 900)
    made.show()
    made.activateWindow()
    yield made
    QApplication.clipboard().clear()


def fill(field: Field, value: object) -> None:
    """Give a field a value as if it had been typed."""
    field.enter(value)


def fill_all(page: ComposePage) -> None:
    """Answer everything a first request to a stranger asks."""
    answers = {
        "Your name": "Leonie Fischer",
        "One sentence on what you do or did until now": "I have taught chemistry for six years.",
        "How you came across them": "conference",
        "Which event, list or person": "the water days",
        "What you would like to learn from them": "how a week in a water laboratory goes",
        "Your e-mail address": "leonie@example.org",
    }
    for name, value in answers.items():
        hands.enter(page.gaps, name, value)
