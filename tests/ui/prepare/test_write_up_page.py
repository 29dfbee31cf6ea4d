"""After a meeting: four lines are enough, the rest is folded, and everything is saved as it is typed."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.core.meeting import AnswerKind
from desktop.core.meeting_line import MeetingState
from desktop.core.message import MessageKind
from desktop.core.preparing.plan import in_asking_order
from desktop.ui.prepare.open_meeting import OpenMeeting
from desktop.ui.prepare.write_up_answers import Answers
from desktop.ui.prepare.write_up_follows import Follows
from desktop.ui.prepare.write_up_page import WriteUpPage
from desktop.ui.widgets.fields import CheckField, ChoiceField, LinesField, TextField
from desktop.ui.workspace import Workspace
from tests.ui.prepare.parts import field, press, sees, write


@pytest.fixture
def page(opened: OpenMeeting, workspace: Workspace, qtbot: QtBot) -> WriteUpPage:
    workspace.act("Met", lambda: workspace.store.meetings.update(opened.id, state=MeetingState.MET))
    made = WriteUpPage(opened)
    qtbot.addWidget(made)
    opened.changed.connect(made.refresh)
    made.open()
    made.resize(800, 900)
    made.show()
    return made


def test_it_opens_with_four_lines_and_everything_else_folded(page: WriteUpPage) -> None:
    seen = [each.name for each in page.findChildren(TextField) if each.isVisible()]
    assert seen == ["What surprised me", "What I will use", "Whom they named", "What I promised"]
    assert not any(fold.is_open for fold in page.folds.values())


def test_four_lines_are_enough_to_be_done(page: WriteUpPage, opened: OpenMeeting) -> None:
    write(field(page, TextField, "What surprised me"), "How much is letters.")
    write(field(page, TextField, "What I promised"), "The pond survey.")
    press(page, "Done for now")
    meeting = opened.meeting
    assert (meeting.surprised, meeting.promised) == ("How much is letters.", "The pond survey.")
    assert meeting.written_up_at is not None
    assert not sees(page, "Done for now")


def test_the_answers_unfold_in_asking_order_and_are_saved_as_typed(page: WriteUpPage, opened: OpenMeeting) -> None:
    page.folds["answers"].unfold()
    answers = page.folds["answers"].content
    assert isinstance(answers, Answers)
    shown = [each.name for each in answers.findChildren(TextField)]
    assert shown == [question.text for question in in_asking_order(opened.questions)]
    first = in_asking_order(opened.questions)[0]
    write(field(page, TextField, first.text), "Start in the laboratory.")
    assert in_asking_order(opened.questions)[0].answer == "Start in the laboratory."


def test_an_answer_is_marked_as_fact_opinion_or_inference_and_in_confidence(
    page: WriteUpPage, opened: OpenMeeting
) -> None:
    page.folds["answers"].unfold()
    kind = page.folds["answers"].findChildren(ChoiceField)[0]
    kind.editor.setCurrentIndex(kind.editor.findText("Their opinion"))
    kind.editor.activated.emit(kind.editor.currentIndex())
    quiet = page.folds["answers"].findChildren(CheckField)[0]
    quiet.editor.click()
    first = in_asking_order(opened.questions)[0]
    assert (first.answer_kind, first.in_confidence) == (AnswerKind.OPINION, True)


def test_what_came_by_itself_is_added_named_and_taken_out(
    page: WriteUpPage, opened: OpenMeeting, workspace: Workspace
) -> None:
    planned = opened.questions
    page.folds["unplanned"].unfold()
    press(page, "Add what came by itself")
    (topic, said) = page.folds["unplanned"].findChildren(TextField)
    write(topic, "Night work")
    write(said, "One week in four.")
    (came,) = opened.unplanned
    assert (came.text, came.answer) == ("Night work", "One week in four.")
    assert opened.questions == planned
    QApplication.processEvents()  # what was added is shown
    press(page, "Take out")
    assert opened.unplanned == ()
    workspace.undo()
    assert [each.text for each in opened.unplanned] == ["Night work"]


def test_new_questions_their_words_and_the_line_only_for_me_are_kept(page: WriteUpPage, opened: OpenMeeting) -> None:
    for key in ("new_questions", "their_words", "feared"):
        page.folds[key].unfold()
    write(field(page, LinesField, "New questions"), "Who pays?\nSince when?")
    write(field(page, TextField, "Their words"), "process water")
    write(field(page, TextField, "What I feared"), "Silence.")
    write(field(page, TextField, "What happened"), "None.")
    meeting = opened.meeting
    assert meeting.new_questions == ("Who pays?", "Since when?")
    assert (meeting.their_words, meeting.feared, meeting.happened) == ("process water", "Silence.", "None.")


def test_a_question_with_signs_is_shown_as_it_is(page: WriteUpPage, opened: OpenMeeting, workspace: Workspace) -> None:
    question = in_asking_order(opened.questions)[0]
    meetings = workspace.store.meetings
    workspace.act("Edit", lambda: meetings.update_question(question.id, text="R&D <b>or</b> sales?"))
    page.folds["answers"].unfold()
    assert field(page, TextField, "R&D <b>or</b> sales?").isEnabled()


def test_the_thank_you_is_one_step_away(page: WriteUpPage, opened: OpenMeeting, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.write_requested) as asked:
        press(page, "Write the thank-you")
    assert asked.args == [opened.contact.id, MessageKind.THANK_YOU]


def test_a_meeting_called_off_asks_for_no_answers(page: WriteUpPage, opened: OpenMeeting, workspace: Workspace) -> None:
    workspace.act("Off", lambda: workspace.store.meetings.update(opened.id, state=MeetingState.CANCELLED))
    assert any("called off" in label.text() for label in page.findChildren(QLabel) if label.isVisible())
    assert not sees(page, "Write a learning entry")
    assert not field(page, TextField, "What surprised me").isVisible()


def test_a_name_that_was_given_becomes_a_contact_who_was_named_at_this_meeting(
    page: WriteUpPage, opened: OpenMeeting, workspace: Workspace, qtbot: QtBot
) -> None:
    page.folds["follows"].unfold()
    follows = page.folds["follows"].content
    assert isinstance(follows, Follows)
    write(follows.names.line, "Ben Ito, Itoh Labs – the night shift")
    write(follows.promises.line, "Send the survey")
    write(follows.opportunities.line, "A trainee place in May")
    write(follows.reading.line, "Letters that move rivers")
    store = workspace.store
    (named,) = store.referrals.of_meeting(opened.id)
    assert (named.name, named.organisation, named.what_for) == ("Ben Ito", "Itoh Labs", "the night shift")
    assert named.referrer_id == opened.contact.id
    assert [promise.text for promise in store.promises.of_meeting(opened.id)] == ["Send the survey"]
    assert [heard.text for heard in store.opportunities.of_meeting(opened.id)] == ["A trainee place in May"]
    (item,) = store.reading_list.of_meeting(opened.id)
    assert (item.title, item.recommended_by_id) == ("Letters that move rivers", opened.contact.id)
    with qtbot.waitSignal(page.write_requested) as asked:
        press(page, "Write to them")
    assert asked.args == [named.contact_id, MessageKind.FIRST_REQUEST]


def test_what_stands_in_the_four_lines_is_not_typed_twice(
    page: WriteUpPage, opened: OpenMeeting, workspace: Workspace
) -> None:
    write(field(page, TextField, "Whom they named"), "Greta Olsen at the mill, and Ib Holm")
    write(field(page, TextField, "What I promised"), "Send the article")
    page.folds["follows"].unfold()
    QApplication.processEvents()
    press(page, "Add Greta Olsen")
    QApplication.processEvents()
    assert [named.name for named in workspace.store.referrals.of_meeting(opened.id)] == ["Greta Olsen"]
    assert not sees(page, "Add Greta Olsen")
    assert sees(page, "Add Ib Holm")
    press(page, "Keep what you promised as a promise")
    QApplication.processEvents()
    assert [promise.text for promise in workspace.store.promises.of_meeting(opened.id)] == ["Send the article"]
    assert not sees(page, "Keep what you promised as a promise")
