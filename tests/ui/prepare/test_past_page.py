"""A past meeting: an answer to each question in the paper's order, notes beyond them, words as they were written."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.core.meeting import MeetingState
from desktop.core.plan import in_asking_order
from desktop.ui.prepare.open_meeting import OpenMeeting
from desktop.ui.prepare.past_page import PastPage
from desktop.ui.widgets.fields import TextField
from desktop.ui.workspace import Workspace
from tests.ui.prepare.parts import field, sees, write


@pytest.fixture
def page(opened: OpenMeeting, workspace: Workspace, qtbot: QtBot) -> PastPage:
    workspace.act("Met", lambda: workspace.store.meetings.update(opened.id, state=MeetingState.MET))
    made = PastPage(opened)
    qtbot.addWidget(made)
    opened.changed.connect(made.refresh)
    made.refresh()
    made.resize(800, 900)
    made.show()
    return made


def test_there_is_a_field_for_each_question_in_asking_order(page: PastPage, opened: OpenMeeting) -> None:
    shown = [each._label.text() for each in page.findChildren(TextField)]
    asked = [question.text for question in in_asking_order(opened.questions)]
    assert shown[-len(asked) :] == asked or shown[1:] == asked


def test_answers_and_notes_are_saved_as_typed(page: PastPage, opened: OpenMeeting) -> None:
    question = in_asking_order(opened.questions)[0]
    write(field(page, TextField, question.text), "Start in the laboratory.")
    write(field(page, TextField, "What else was said"), "She knows Ben.")
    assert in_asking_order(opened.questions)[0].answer == "Start in the laboratory."
    assert opened.meeting.notes == "She knows Ben."


def test_a_question_with_signs_is_shown_as_it_is(page: PastPage, opened: OpenMeeting, workspace: Workspace) -> None:
    question = in_asking_order(opened.questions)[0]
    meetings = workspace.store.meetings
    workspace.act("Edit", lambda: meetings.update_question(question.id, text="R&D <b>or</b> sales?"))
    page._answers.clear()
    page.refresh()
    assert field(page, TextField, "R&D <b>or</b> sales?").isEnabled()


def test_a_meeting_called_off_asks_for_no_answers(page: PastPage, opened: OpenMeeting, workspace: Workspace) -> None:
    workspace.act("Off", lambda: workspace.store.meetings.update(opened.id, state=MeetingState.CANCELLED))
    assert any("called off" in label.text() for label in page.findChildren(QLabel) if label.isVisible())
    assert not sees(page, "Write a learning entry")
    assert not field(page, TextField, "What else was said").isVisible()
