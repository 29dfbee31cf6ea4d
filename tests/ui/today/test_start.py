"""The first start: three doors, reached by keyboard, each leading to a first result without a question in between."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QStackedWidget
from pytestqt.qtbot import QtBot

from desktop.core.contact import Contact, Source
from desktop.core.message import MessageKind
from desktop.ui.actions import Actions
from desktop.ui.today.tab import TodayTab
from desktop.ui.workspace import Workspace
from tests.ui import hands


@pytest.fixture
def tab(workspace: Workspace, actions: Actions, qtbot: QtBot) -> TodayTab:
    shown = TodayTab(workspace, actions)
    qtbot.addWidget(shown)
    shown.show()
    qtbot.waitExposed(shown)
    shown.activateWindow()
    return shown


def add(workspace: Workspace, name: str) -> int:
    with workspace.store.action("Add"):
        return workspace.store.contacts.add(Contact(name=name))


def names(workspace: Workspace) -> list[str]:
    return [line.name for line in workspace.store.contacts.lines()]


def test_an_empty_store_begins_with_the_doors_and_one_with_people_does_not(
    workspace: Workspace, actions: Actions, qtbot: QtBot
) -> None:
    first = TodayTab(workspace, actions)
    qtbot.addWidget(first)
    assert first.findChild(QStackedWidget).currentWidget() is first.doors
    add(workspace, "Ann Lee")
    assert first.findChild(QStackedWidget).currentWidget() is first.overview
    later = TodayTab(workspace, actions)
    qtbot.addWidget(later)
    assert later.findChild(QStackedWidget).currentWidget() is later.overview


def test_the_doors_do_not_come_back_by_themselves_when_the_last_person_is_deleted(
    workspace: Workspace, tab: TodayTab
) -> None:
    tab.doors.doors[0].click()
    tab.known.lines[0].field.editor.setFocus()
    _type(tab, 0, "Ann Lee")
    tab.known.lines[0].field.flush()
    with workspace.store.action("Delete"):
        workspace.store.contacts.delete([line.id for line in workspace.store.contacts.lines()])
    tab.show_overview()
    assert tab.findChild(QStackedWidget).currentWidget() is tab.overview
    tab.show_start()
    assert tab.findChild(QStackedWidget).currentWidget() is tab.doors


@pytest.mark.parametrize(("key", "page"), [(Qt.Key.Key_D, "known"), (Qt.Key.Key_W, "first_note")])
def test_a_door_is_opened_by_its_underlined_letter(tab: TodayTab, qtbot: QtBot, key: Qt.Key, page: str) -> None:
    qtbot.waitUntil(tab.isActiveWindow)
    qtbot.keyClick(tab.doors.doors[0], key, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: tab.findChild(QStackedWidget).currentWidget() is getattr(tab, page))


def test_the_agreed_door_asks_for_the_short_path_with_nobody_known_yet(tab: TodayTab, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tab.agreed_requested) as heard:
        qtbot.keyClick(tab.doors.doors[2], Qt.Key.Key_Space)
    assert heard.args == [0]


def test_the_quiet_way_is_the_example(tab: TodayTab, actions: Actions) -> None:
    heard: list[str] = []
    actions["app.demo"].triggered.connect(lambda: heard.append("demo"))
    hands.press(tab.doors, "Look around with an example")
    assert heard == ["demo"]


def _type(tab: TodayTab, line: int, text: str) -> None:
    editor = tab.known.lines[line].field.editor
    assert isinstance(editor, QLineEdit)
    editor.setText(text)
    editor.textEdited.emit(text)


def test_people_are_saved_line_by_line_as_someone_already_known(
    workspace: Workspace, tab: TodayTab, qtbot: QtBot
) -> None:
    tab.doors.doors[0].click()
    first = tab.known.lines[0].field.editor
    qtbot.keyClicks(first, "Ann Lee - choir")
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert tab.known.lines[1].field.editor.hasFocus()
    qtbot.keyClicks(tab.known.lines[1].field.editor, "Bo Ek")
    qtbot.keyClick(tab.known.lines[1].field.editor, Qt.Key.Key_Return)
    found = {contact.name: contact for contact in workspace.store.contacts.every()}
    assert set(found) == {"Ann Lee", "Bo Ek"}
    assert found["Ann Lee"].source is found["Bo Ek"].source is Source.KNOWN
    assert (found["Ann Lee"].source_detail, found["Bo Ek"].source_detail) == ("choir", "Former colleagues")
    assert found["Ann Lee"].found_on == workspace.today()
    assert workspace.store.preferences.settings().first_start_done


def test_enter_on_the_last_line_adds_another(tab: TodayTab, qtbot: QtBot) -> None:
    tab.doors.doors[0].click()
    before = len(tab.known.lines)
    qtbot.keyClick(tab.known.lines[-1].field.editor, Qt.Key.Key_Return)
    assert len(tab.known.lines) == before + 1
    assert tab.known.lines[-1].field.editor.hasFocus()


def test_a_line_that_is_emptied_takes_its_person_away_and_undo_brings_them_back(
    workspace: Workspace, tab: TodayTab
) -> None:
    tab.doors.doors[0].click()
    _type(tab, 0, "Ann Lee")
    tab.known.lines[0].field.flush()
    tab.known.lines[0].field.visit = "another stay"
    _type(tab, 0, "")
    tab.known.lines[0].field.flush()
    assert names(workspace) == []
    workspace.undo()
    assert names(workspace) == ["Ann Lee"]


def test_undo_of_a_person_empties_the_line(workspace: Workspace, tab: TodayTab) -> None:
    tab.doors.doors[0].click()
    _type(tab, 0, "Ann Lee")
    tab.known.lines[0].field.flush()
    workspace.undo()
    assert names(workspace) == []
    assert tab.known.lines[0].field.value == ""


def test_typing_on_in_one_stay_is_one_step_of_undo(workspace: Workspace, tab: TodayTab) -> None:
    tab.doors.doors[0].click()
    tab.known.lines[0].field.visit = "a stay"
    for text in ("Ann", "Ann Lee", "Ann Lee – choir"):
        _type(tab, 0, text)
        tab.known.lines[0].field.flush()
    assert workspace.store.contacts.count() == 1
    workspace.undo()
    assert workspace.store.contacts.count() == 0
    assert workspace.store.next_undo == ""


def test_the_ordinary_page_of_someone_listed_is_one_click_away(
    workspace: Workspace, tab: TodayTab, qtbot: QtBot
) -> None:
    tab.doors.doors[0].click()
    _type(tab, 0, "Ann Lee")
    tab.known.lines[0].field.flush()
    with qtbot.waitSignal(tab.contact_requested) as heard:
        tab.known.lines[0]._open.click()
    assert heard.args == [workspace.store.contacts.lines()[0].id]


def test_a_name_and_a_first_note_make_a_contact_whose_page_opens(
    workspace: Workspace, tab: TodayTab, qtbot: QtBot
) -> None:
    tab.doors.doors[1].click()
    qtbot.keyClicks(tab.first_note.name.editor, "Ann Lee")
    qtbot.keyClick(tab.first_note.name.editor, Qt.Key.Key_Return)
    qtbot.keyClicks(tab.first_note.note.editor, "Ask about the choir")
    with qtbot.waitSignal(tab.contact_requested) as heard:
        hands.press(tab.first_note, "Go to their page")
    contact = workspace.store.contacts.find(heard.args[0])
    assert contact is not None
    assert (contact.name, contact.notes) == ("Ann Lee", "Ask about the choir")
    assert workspace.store.contacts.count() == 1
    assert tab.findChild(QStackedWidget).currentWidget() is tab.overview


def test_without_a_name_nothing_is_made_and_a_hint_says_what_is_enough(workspace: Workspace, tab: TodayTab) -> None:
    tab.doors.doors[1].click()
    hands.press(tab.first_note, "Go to their page")
    assert workspace.store.contacts.count() == 0
    assert tab.findChild(QStackedWidget).currentWidget() is tab.first_note
    assert tab.first_note.name.editor.hasFocus()


def test_going_back_with_nothing_entered_leads_to_the_doors_again(tab: TodayTab) -> None:
    tab.doors.doors[0].click()
    tab.known.closed.emit()
    assert tab.findChild(QStackedWidget).currentWidget() is tab.doors


def test_each_group_keeps_its_lines_and_names_where_its_people_are_from(
    workspace: Workspace, tab: TodayTab, qtbot: QtBot
) -> None:
    tab.doors.doors[0].click()
    _type(tab, 0, "Ann Lee")
    tab.known.lines[0].field.flush()
    hands.press(tab.known, "Next group")
    second = tab.known.groups[1].name
    assert tab.known.lines[0].field.editor.hasFocus()
    _type(tab, 0, "Bo Ek")
    tab.known.lines[0].field.flush()
    hands.press(tab.known, "Previous")
    assert tab.known.lines[0].field.value == "Ann Lee"
    found = {contact.name: contact.source_detail for contact in workspace.store.contacts.every()}
    assert found == {"Ann Lee": tab.known.groups[0].name, "Bo Ek": second}


def test_the_quiet_list_shows_every_group_and_leads_to_it(tab: TodayTab) -> None:
    tab.doors.doors[0].click()
    hands.press(tab.known, "All groups")
    assert tab.known.list.isVisible()
    assert tab.known.list.count == len(tab.known.groups)
    tab.known.list.chosen.emit(3)
    assert hands.says(tab.known, tab.known.groups[2].name)


def test_a_group_in_own_words_is_where_its_people_are_from(workspace: Workspace, tab: TodayTab) -> None:
    tab.doors.doors[0].click()
    hands.press(tab.known, "Previous")  # before the first comes the last, the own one
    assert tab.known.own_words.isVisible()
    tab.known.own_words.show_anew("allotment")
    _type(tab, 0, "Ann Lee")
    tab.known.lines[0].field.flush()
    assert next(iter(workspace.store.contacts.every())).source_detail == "allotment"


def test_how_easy_someone_is_to_ask_is_optional_and_asked_once_they_are_there(
    workspace: Workspace, tab: TodayTab
) -> None:
    tab.doors.doors[0].click()
    line = tab.known.lines[0]
    assert not line.comfort.isVisible()
    _type(tab, 0, "Ann Lee")
    line.field.flush()
    assert line.comfort.isVisible()
    line.comfort.editor.setCurrentIndex(2)
    line.comfort.editor.activated.emit(2)
    assert next(iter(workspace.store.contacts.every())).comfort == 2


def test_asking_for_an_introduction_leads_to_writing_to_them(workspace: Workspace, tab: TodayTab, qtbot: QtBot) -> None:
    tab.doors.doors[0].click()
    _type(tab, 0, "Ann Lee")
    tab.known.lines[0].field.flush()
    with qtbot.waitSignal(tab.write_requested) as heard:
        hands.press(tab.known.lines[0], "Ask for an introduction")
    assert heard.args == [workspace.store.contacts.lines()[0].id, MessageKind.INTRODUCTION_REQUEST]


def test_whom_one_knows_is_written_to_from_the_second_door(workspace: Workspace, tab: TodayTab, qtbot: QtBot) -> None:
    tab.doors.doors[1].click()
    qtbot.keyClicks(tab.first_note.name.editor, "Ann Lee")
    with qtbot.waitSignal(tab.write_requested) as heard:
        hands.press(tab.first_note, "Write the request")
    assert heard.args == [workspace.store.contacts.lines()[0].id, None]


def test_from_the_jogger_one_comes_to_where_to_look(tab: TodayTab, qtbot: QtBot) -> None:
    tab.doors.doors[0].click()
    with qtbot.waitSignal(tab.where_requested):
        tab.known.where_requested.emit()
