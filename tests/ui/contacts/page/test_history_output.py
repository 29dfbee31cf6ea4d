"""The history saved from the contact's page; a private search leaves the name out of the file's name."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop.core.meeting import Meeting, PlannedQuestion
from desktop.core.message import Answer, Channel, Message, MessageState
from desktop.core.today.contact_event import EventKind
from desktop.store.store import Store
from desktop.ui.contacts.page.page import ContactPage
from desktop.ui.workspace import Workspace
from tests.documents.reading import read


@pytest.fixture
def page(workspace: Workspace, qtbot: QtBot) -> ContactPage:
    made = ContactPage(workspace)
    qtbot.addWidget(made)
    made.show()
    return made


def fill(store: Store, contact_id: int) -> None:
    with store.action("Fill"):
        store.messages.add(
            Message(
                contact_id=contact_id,
                subject="A question",
                text="May I ask you something?",
                channel=Channel.LINKEDIN,
                state=MessageState.SENT,
                sent_on=date(2026, 11, 2),
                answer=Answer.YES,
                answered_on=date(2026, 11, 5),
            )
        )
        meeting = store.meetings.add(
            Meeting(contact_id=contact_id, starts_at=datetime(2026, 11, 12, 9, tzinfo=UTC), purpose="How a week goes")
        )
        store.meetings.add_question(
            PlannedQuestion(meeting_id=meeting, text="Why?", answer="canary", in_confidence=True)
        )
        store.steps.add(contact_id, EventKind.RESTED, date(2026, 11, 13))


def save(page: ContactPage, workspace: Workspace, path: Path) -> str:
    page.history.save(page.contact_id)
    (dialog,) = page.window().findChildren(QFileDialog)
    offered = Path(dialog.selectedFiles()[0]).name
    dialog.fileSelected.emit(str(path))
    dialog.setParent(None)
    dialog.close()
    workspace.tasks.wait()
    return offered


def test_the_saved_history_tells_what_happened_and_nothing_said_in_confidence(
    page: ContactPage, amara: int, store: Store, workspace: Workspace, tmp_path: Path
) -> None:
    fill(store, amara)
    page.show_contact(amara)
    assert save(page, workspace, tmp_path / "h.pdf") == "amara-okafor-history.pdf"
    text = read((tmp_path / "h.pdf").read_bytes())
    for part in ("Amara Okafor", "May I ask you something?", "They said yes", "How a week goes", "Left to rest"):
        assert part in text
    assert "canary" not in text


def test_a_private_search_keeps_the_name_out_of_the_name_of_the_file(
    page: ContactPage, amara: int, store: Store, workspace: Workspace, tmp_path: Path
) -> None:
    with store.action("Private"):
        store.preferences.update_settings(private_search=True)
    page.show_contact(amara)
    assert save(page, workspace, tmp_path / "h.pdf") == "history.pdf"
