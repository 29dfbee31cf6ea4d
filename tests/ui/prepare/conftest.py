"""A meeting to prepare, and the tab that prepares it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec import Struct
from pytestqt.qtbot import QtBot

from desktop.core.contact import Contact, Detail
from desktop.core.meeting import Meeting, PlannedQuestion, PreparationPage
from desktop.core.preparing.preparation import Preparation
from desktop.core.preparing.short_path import Agreed, first_questions, new_meeting
from desktop.core.profile import Profile
from desktop.formats.preparation import read_preparation
from desktop.places import resources
from desktop.store.store import Store
from desktop.ui.actions import Actions
from desktop.ui.prepare.open_meeting import OpenMeeting
from desktop.ui.prepare.tab import PrepareTab
from desktop.ui.workspace import Workspace

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "data", clock=lambda: NOW) as opened:
        yield opened


@pytest.fixture
def preparation() -> Preparation:
    return read_preparation(resources() / "preparation")


class Said(Struct):
    """What was said to the user."""

    texts: list[str]

    @property
    def last(self) -> str:
        return self.texts[-1] if self.texts else ""


@pytest.fixture
def said(workspace: Workspace) -> Said:
    heard = Said([])
    workspace.said.connect(lambda text, _actions, _kind: heard.texts.append(text))
    return heard


@pytest.fixture
def agreed(workspace: Workspace, preparation: Preparation) -> int:
    """The id of a meeting with Amara on Thursday at ten in Berlin, as the short path leaves it."""
    store = workspace.store
    contact = Contact(name="Amara Okafor", organisation="City Waterworks", phones=(Detail("+49 30 1"),))

    def work() -> int:
        found = store.contacts.find(store.contacts.add(contact))
        assert found is not None
        starts = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
        material = Agreed(found.name, "Learn which training matters", starts, "Europe/Berlin")
        meeting = new_meeting(material, found, preparation, Profile())
        meeting_id = store.meetings.add(Meeting(**{**_fields(meeting), "page": str(PreparationPage.PURPOSE)}))
        for question in first_questions(meeting_id, workspace.bank()):
            store.meetings.add_question(question)
        return meeting_id

    return workspace.act("Prepare", work)


def _fields(meeting: Meeting) -> dict[str, object]:
    return {name: getattr(meeting, name) for name in Meeting.__struct_fields__}


@pytest.fixture
def opened(workspace: Workspace, preparation: Preparation, agreed: int) -> OpenMeeting:
    meeting = OpenMeeting(workspace, preparation, workspace)
    assert meeting.open(agreed)
    return meeting


@pytest.fixture
def tab(workspace: Workspace, actions: Actions, qtbot: QtBot) -> PrepareTab:
    made = PrepareTab(workspace, actions)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    return made


def plan_of(store: Store, meeting_id: int) -> list[PlannedQuestion]:
    return store.meetings.questions(meeting_id)
