"""The meeting that is being prepared follows the store, and turning pages is no step of undo."""

from pytestqt.qtbot import QtBot

from desktop.core.meeting import PreparationPage
from desktop.ui.prepare.open_meeting import OpenMeeting
from desktop.ui.workspace import Workspace


def stored_page(opened: OpenMeeting) -> str:
    meeting = opened.workspace.store.meetings.find(opened.id)
    assert meeting is not None
    return meeting.page


def test_a_change_from_anywhere_is_read_and_told(opened: OpenMeeting, workspace: Workspace, qtbot: QtBot) -> None:
    contacts = workspace.store.contacts
    with qtbot.waitSignal(opened.changed):
        workspace.act("Edit role", lambda: contacts.update(opened.contact.id, role="Engineer"))
    assert opened.contact.role == "Engineer"


def test_saving_what_is_there_already_is_no_step(opened: OpenMeeting, workspace: Workspace) -> None:
    before = workspace.store.next_undo
    opened.update("Edit purpose", purpose=opened.meeting.purpose)
    assert workspace.store.next_undo == before


def test_a_deleted_meeting_is_gone_until_undo(opened: OpenMeeting, workspace: Workspace, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opened.gone):
        workspace.act("Delete", lambda: workspace.store.meetings.delete(opened.id))
    assert opened.id == 0


def test_a_turned_page_is_stored_and_undo_takes_back_what_was_done_before_it(
    opened: OpenMeeting, workspace: Workspace
) -> None:
    opened.update("Edit purpose", purpose="Another")
    opened.keep_page(PreparationPage.TIME)
    opened.keep_page(PreparationPage.RESEARCH)
    assert stored_page(opened) == PreparationPage.RESEARCH
    assert workspace.store.next_undo == "Edit purpose"
    workspace.undo()
    assert opened.meeting.purpose == "Learn which training matters"
    workspace.redo()
    assert opened.meeting.purpose == "Another"


def test_turning_pages_after_undo_leaves_what_can_be_done_again(opened: OpenMeeting, workspace: Workspace) -> None:
    opened.update("Edit purpose", purpose="Another")
    opened.keep_page(PreparationPage.TIME)
    workspace.undo()
    for page in PreparationPage:
        opened.keep_page(page)
    workspace.redo()
    assert opened.meeting.purpose == "Another"


def test_the_making_of_a_meeting_can_be_undone_after_pages_were_turned(
    opened: OpenMeeting, workspace: Workspace
) -> None:
    opened.keep_page(PreparationPage.LOGISTICS)
    assert workspace.store.next_undo == "Prepare"
    workspace.undo()
    assert workspace.store.meetings.ahead() == []
    workspace.redo()
    assert len(workspace.store.meetings.ahead()) == 1
