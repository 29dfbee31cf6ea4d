"""Questions: from the bank into the plan by keyboard, ordered, reworded, weighed against the minutes there are."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.contact import Contact
from desktop.core.meeting import LeftOpen, Meeting, PlannedQuestion, Priority
from desktop.core.meeting_line import MeetingState
from desktop.core.organisation import ResearchNote
from desktop.core.preparing.plan import in_asking_order
from desktop.core.question import Question
from desktop.store.store import Store
from desktop.ui.prepare.bank_tree import BankTree
from desktop.ui.prepare.open_meeting import OpenMeeting
from desktop.ui.prepare.own_question import OwnQuestion
from desktop.ui.prepare.plan_list import PlanList
from desktop.ui.prepare.planned_editor import PlannedEditor
from desktop.ui.prepare.questions_page import QuestionsPage
from desktop.ui.prepare.two_sides import TwoSides
from desktop.ui.theme import Theme
from desktop.ui.widgets.fields import ChoiceField, NumberField, TextField
from desktop.ui.workspace import Workspace
from tests.ui.prepare.conftest import Said
from tests.ui.prepare.parts import field, press, sees, write


@pytest.fixture
def page(opened: OpenMeeting, qtbot: QtBot) -> QuestionsPage:
    made = QuestionsPage(opened)
    qtbot.addWidget(made)
    opened.changed.connect(made.refresh)
    made.refresh()
    made.resize(1100, 900)
    made.show()
    return made


@pytest.fixture
def bank(page: QuestionsPage) -> BankTree:
    return child(page, BankTree)


@pytest.fixture
def plan(page: QuestionsPage) -> PlanList:
    return child(page, PlanList)


def child(page: QWidget, kind: type) -> object:  # type: ignore[type-arg]
    found = page.findChild(kind)
    assert isinstance(found, kind)
    return found


def words(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def asked(opened: OpenMeeting) -> list[str]:
    return [question.text for question in in_asking_order(opened.questions)]


def point(bank: BankTree, key: str) -> Question:
    for group in range(bank.topLevelItemCount()):
        for row in range(bank.topLevelItem(group).childCount()):
            item = bank.topLevelItem(group).child(row)
            what = item.data(0, Qt.ItemDataRole.UserRole)
            if isinstance(what, Question) and what.key == key:
                bank.setCurrentItem(item)
                return what
    raise AssertionError(key)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_enter_and_space_add_a_question_of_the_bank(
    key: Qt.Key, bank: BankTree, opened: OpenMeeting, qtbot: QtBot
) -> None:
    question = point(bank, "culture.three_words")
    qtbot.keyClick(bank, key)
    assert opened.questions[-1].question_key == "culture.three_words"
    assert opened.questions[-1].text == question.text
    assert opened.questions[-1].priority is Priority.IF_TIME  # five musts are there already


def test_a_question_is_never_planned_twice(bank: BankTree, opened: OpenMeeting, qtbot: QtBot, said: Said) -> None:
    point(bank, "typical_day.walk_through")
    qtbot.keyClick(bank, Qt.Key.Key_Return)
    assert len(opened.questions) == 8
    assert said.last == "This question is in the plan already."


def test_enter_on_a_topic_opens_it(bank: BankTree, opened: OpenMeeting, qtbot: QtBot) -> None:
    bank.setCurrentItem(bank.topLevelItem(0))
    qtbot.keyClick(bank, Qt.Key.Key_Return)
    assert bank.topLevelItem(0).isExpanded()
    assert len(opened.questions) == 8


def test_the_search_leaves_what_holds_every_word_and_opens_its_topics(page: QuestionsPage, bank: BankTree) -> None:
    search = next(each for each in page.findChildren(QLineEdit) if each.accessibleName().startswith("Search"))
    before = sum(bank.topLevelItem(row).childCount() for row in range(bank.topLevelItemCount()))
    search.setText("training")
    found = sum(bank.topLevelItem(row).childCount() for row in range(bank.topLevelItemCount()))
    assert 0 < found < before
    assert all(bank.topLevelItem(row).isExpanded() for row in range(bank.topLevelItemCount()))
    search.setText("no such words anywhere")
    assert bank.topLevelItemCount() == 0


def test_planned_questions_carry_a_tick_that_is_spoken(bank: BankTree) -> None:
    point(bank, "typical_day.walk_through")
    assert not bank.currentItem().icon(0).isNull()
    assert "in the plan" in bank.currentItem().data(0, Qt.ItemDataRole.AccessibleTextRole)


def test_alt_and_arrows_move_a_question(plan: PlanList, opened: OpenMeeting, qtbot: QtBot) -> None:
    before = asked(opened)
    plan.setCurrentItem(plan.topLevelItem(1))
    qtbot.keyClick(plan, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert asked(opened)[:2] == [before[1], before[0]]
    assert plan.currentIndex().row() == 0
    qtbot.keyClick(plan, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert asked(opened) == before


def test_moving_a_spare_up_makes_it_matter_more_and_one_undo_takes_it_back(
    plan: PlanList, opened: OpenMeeting, workspace: Workspace, qtbot: QtBot
) -> None:
    spare = in_asking_order(opened.questions)[5]
    plan.point_at(spare.id)
    qtbot.keyClick(plan, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert next(q for q in opened.questions if q.id == spare.id).priority is Priority.MUST
    workspace.undo()
    assert next(q for q in opened.questions if q.id == spare.id).priority is Priority.IF_TIME


def test_a_dragged_question_lands_where_it_was_dropped(
    page: QuestionsPage, plan: PlanList, opened: OpenMeeting
) -> None:
    before = asked(opened)
    plan.moved.emit(4, 0)
    assert asked(opened) == [before[4], *before[:4], *before[5:]]


def test_delete_takes_a_question_out_and_undo_brings_it_back(
    plan: PlanList, opened: OpenMeeting, workspace: Workspace, qtbot: QtBot
) -> None:
    before = asked(opened)
    plan.setCurrentItem(plan.topLevelItem(0))
    qtbot.keyClick(plan, Qt.Key.Key_Delete)
    assert asked(opened) == before[1:]
    workspace.undo()
    assert asked(opened) == before


def test_the_editor_changes_the_question_under_the_cursor(
    page: QuestionsPage, plan: PlanList, opened: OpenMeeting
) -> None:
    editor = child(page, PlannedEditor)
    assert isinstance(editor, PlannedEditor)
    plan.setCurrentItem(plan.topLevelItem(1))
    target = in_asking_order(opened.questions)[1]
    write(field(editor, TextField, "As you will ask it"), "How did\nyou learn it?")
    write(field(editor, TextField, "Follow-up"), "And then?")
    minutes = field(editor, NumberField, "Minutes")
    minutes.editor.setValue(5)
    minutes.flush()
    priority = field(editor, ChoiceField, "Matters")
    priority.editor.setCurrentIndex(1)
    priority.editor.activated.emit(1)
    changed = next(question for question in opened.questions if question.id == target.id)
    assert (changed.text, changed.follow_up, changed.minutes, changed.priority) == (
        "How did you learn it?",
        "And then?",
        5,
        Priority.SHOULD,
    )
    assert child(page, PlanList).current_id == target.id  # type: ignore[attr-defined]


def test_what_is_typed_belongs_to_its_question_even_if_the_cursor_moves_on(
    page: QuestionsPage, plan: PlanList, opened: OpenMeeting
) -> None:
    editor = child(page, PlannedEditor)
    assert isinstance(editor, PlannedEditor)
    first, second = in_asking_order(opened.questions)[:2]
    plan.setCurrentItem(plan.topLevelItem(0))
    field(editor, TextField, "As you will ask it").editor.setPlainText("Reworded?")  # type: ignore[union-attr]
    plan.setCurrentItem(plan.topLevelItem(1))
    texts = {question.id: question.text for question in opened.questions}
    assert texts[first.id] == "Reworded?"
    assert texts[second.id] == second.text
    assert field(editor, TextField, "As you will ask it").value == second.text


def test_a_reworded_planned_question_goes_back_to_the_banks_wording(
    page: QuestionsPage, plan: PlanList, opened: OpenMeeting
) -> None:
    original = asked(opened)[0]
    plan.setCurrentItem(plan.topLevelItem(0))
    write(field(page, TextField, "As you will ask it"), "Mine?")
    press(page, "Back to the bank's wording")
    assert asked(opened)[0] == original
    assert not sees(page, "Back to the bank's wording")


def test_minutes_are_weighed_in_calm_words(page: QuestionsPage, opened: OpenMeeting, workspace: Workspace) -> None:
    assert "of 15 minutes" in words(page)
    assert "in reserve" in words(page)
    assert "more than there is time for" not in words(page)
    workspace.act("Edit", lambda: workspace.store.meetings.update(opened.id, minutes=10))
    assert "more than there is time for" in words(page)


def test_coverage_of_the_ten_topics_is_said_without_a_checklist(page: QuestionsPage) -> None:
    assert "of 10 topics" in words(page)
    assert "For another meeting perhaps" in words(page)


def test_a_question_that_research_answers_is_remarked(
    page: QuestionsPage, bank: BankTree, opened: OpenMeeting, workspace: Workspace
) -> None:
    question = next(question for question in workspace.bank().questions if question.look_up)
    note = ResearchNote(text=f"Read: {question.look_up[0]}, it says.", read_on=workspace.today())
    workspace.act("Add", lambda: workspace.store.research.add(opened.contact.id, note))
    planned = PlannedQuestion(0, opened.id, question.key, question.topic, question.text)
    workspace.act("Plan", lambda: workspace.store.meetings.add_question(planned))
    assert f"“{question.text}” – your research of Sunday, 22 November 2026 answers this." in words(page)


def test_what_an_earlier_meeting_left_open_is_added_with_one_key(
    page: QuestionsPage, bank: BankTree, opened: OpenMeeting, workspace: Workspace, store: Store, qtbot: QtBot
) -> None:
    def earlier() -> None:
        colleague = store.contacts.add(Contact(name="Ben Ito", organisation="City Waterworks"))
        met = store.meetings.add(Meeting(contact_id=colleague, state=MeetingState.MET))
        store.meetings.add_question(PlannedQuestion(0, met, "", "culture", "Who decides here?"))

    workspace.act("Earlier", earlier)
    group = bank.topLevelItem(0)
    assert "Left open by earlier meetings" in group.text(0)
    group.setExpanded(True)
    bank.setCurrentItem(group.child(0))
    assert isinstance(bank.pointed, LeftOpen)
    qtbot.keyClick(bank, Qt.Key.Key_Return)
    assert opened.questions[-1].text == "Who decides here?"
    assert "Left open" not in bank.topLevelItem(0).text(0)


def test_an_own_question_on_an_own_topic_joins_bank_and_plan(
    page: QuestionsPage, bank: BankTree, opened: OpenMeeting, workspace: Workspace
) -> None:
    press(page, "Write your own…")
    form = child(page, OwnQuestion)
    assert isinstance(form, OwnQuestion)
    topic = field(form, ChoiceField, "Topic")
    topic.editor.setCurrentIndex(topic.editor.count() - 1)
    topic.editor.activated.emit(topic.editor.count() - 1)
    field(form, TextField, "Your question").editor.setPlainText("How do you sleep?")  # type: ignore[union-attr]
    field(form, TextField, "Name of the new topic").editor.setText("Night shifts")  # type: ignore[union-attr]
    press(form, "Add to bank and plan")
    assert opened.questions[-1].text == "How do you sleep?"
    assert workspace.bank().topic(opened.questions[-1].topic).name == "Night shifts"
    last = bank.topLevelItem(bank.topLevelItemCount() - 1)
    assert last.text(0).startswith("Night shifts")
    assert not form.isVisible()


def test_a_reworded_bank_question_keeps_its_original(page: QuestionsPage, bank: BankTree, workspace: Workspace) -> None:
    original = point(bank, "culture.three_words")
    press(page, "Reword…")
    form = child(page, OwnQuestion)
    assert isinstance(form, OwnQuestion)
    field(form, TextField, "Your question").editor.setPlainText("Three words for the mood?")  # type: ignore[union-attr]
    press(form, "Keep this wording")
    mine = workspace.bank().question("culture.three_words")
    assert mine is not None
    assert (mine.text, mine.original) == ("Three words for the mood?", original.text)
    point(bank, "culture.three_words")
    press(page, "Reword…")
    press(form, "Back to the original")
    again = workspace.bank().question("culture.three_words")
    assert again == original


def test_the_sides_stand_below_one_another_where_it_is_narrow(page: QuestionsPage, theme: Theme, qtbot: QtBot) -> None:
    sides = child(page, TwoSides)
    assert isinstance(sides, TwoSides)
    left, right = (item.widget() for item in map(sides.layout().itemAt, range(2)))
    assert left.y() == right.y()
    page.resize(560, 900)
    qtbot.waitUntil(lambda: right.y() > left.y())
    assert page.horizontalScrollBar().maximum() == 0


def test_an_empty_plan_says_what_fills_twenty_minutes(
    page: QuestionsPage, opened: OpenMeeting, workspace: Workspace
) -> None:
    for question in opened.questions:
        workspace.act("Remove", lambda question=question: workspace.store.meetings.remove_question(question.id))
    assert "No question yet." in words(page)
    assert not child(page, PlanList).isVisible()  # type: ignore[attr-defined]
    assert not child(page, PlannedEditor).isVisible()  # type: ignore[attr-defined]


def test_delete_removes_own_questions_and_topics_and_none_of_the_banks(
    page: QuestionsPage, bank: BankTree, workspace: Workspace, qtbot: QtBot
) -> None:
    own = workspace.store.own_questions

    def add() -> tuple[str, str]:
        topic = own.add_topic("Night shifts")
        return topic, own.add("culture", "Who makes the coffee?")

    topic, question = workspace.act("Add", add)
    page.refresh()
    before = len(workspace.bank().questions)
    point(bank, "culture.three_words")
    qtbot.keyClick(bank, Qt.Key.Key_Delete)
    assert len(workspace.bank().questions) == before
    point(bank, question)
    qtbot.keyClick(bank, Qt.Key.Key_Delete)
    assert workspace.bank().question(question) is None
    page.refresh()
    bank.setCurrentItem(bank.topLevelItem(bank.topLevelItemCount() - 1))
    qtbot.keyClick(bank, Qt.Key.Key_Delete)
    assert topic not in {each.key for each in workspace.bank().topics}
    workspace.undo()
    assert topic in {each.key for each in workspace.bank().topics}


def test_a_drop_moves_the_question_by_the_rows_it_was_dropped_among(plan: PlanList, opened: OpenMeeting) -> None:
    before = asked(opened)
    plan.setCurrentItem(plan.topLevelItem(0))
    middle = plan.visualItemRect(plan.topLevelItem(2)).center().toPointF()
    event = QDropEvent(
        middle,
        Qt.DropAction.MoveAction,
        plan.model().mimeData([plan.currentIndex()]),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    plan.dropEvent(event)
    assert event.dropAction() is Qt.DropAction.IgnoreAction  # the list is shown anew, Qt must not remove a row
    assert sorted(asked(opened)) == sorted(before)
    assert asked(opened)[1] == before[0]
