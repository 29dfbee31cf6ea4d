"""Where to look: every source as homework of a direction, in own words, ticked or not for me, with who came from it."""

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop.core.contact import Contact, Source
from desktop.core.direction import DirectionKind
from desktop.core.homework import HomeworkItem, HomeworkState
from desktop.ui.actions import Actions
from desktop.ui.learning.direction_where import WhereToLook
from desktop.ui.learning.tab import LearningTab
from desktop.ui.widgets.two_line_list import ROW
from desktop.ui.workspace import Workspace
from tests.ui import hands


@pytest.fixture
def direction(workspace: Workspace) -> int:
    with workspace.store.action("Add"):
        return workspace.store.directions.add("Water", DirectionKind.INDUSTRY)


@pytest.fixture
def tab(workspace: Workspace, actions: Actions, direction: int, qtbot: QtBot) -> LearningTab:
    shown = LearningTab(workspace, actions)
    qtbot.addWidget(shown)
    shown.resize(1200, 800)
    shown.show()
    shown.show_where_to_look()
    return shown


@pytest.fixture
def where(tab: LearningTab) -> WhereToLook:
    return tab.directions.where


def item(workspace: Workspace, direction: int, source: Source) -> HomeworkItem:
    return next(each for each in workspace.store.homework.for_direction(direction) if each.source is source)


def rows(where: WhereToLook) -> dict[str, str]:
    model = where.list.model()
    found = [model.data(model.index(number, 0), ROW) for number in range(model.rowCount())]
    return {row.first: row.second for row in found}


def write(where: WhereToLook, text: str) -> None:
    assert isinstance(where.place.text.editor, QPlainTextEdit)
    where.place.text.editor.setPlainText(text)
    where.place.text.flush()


def add(where: WhereToLook, text: str) -> None:
    assert where.place.people is not None
    editor = where.place.people.lines[0].field.editor
    assert isinstance(editor, QLineEdit)
    editor.setText(text)
    editor.textEdited.emit(text)
    where.place.people.lines[0].field.flush()


def test_every_source_is_there_with_steps_for_the_kind_of_the_direction(
    workspace: Workspace, where: WhereToLook, direction: int
) -> None:
    assert where.isVisible()
    assert len(rows(where)) == len(Source)
    assert "anywhere in this field" in where.place.text.value
    with workspace.store.action("Change"):
        workspace.store.directions.update(direction, kind=DirectionKind.COMPANY)
    assert "knows somebody there" in where.place.text.value


def test_own_words_are_kept_and_the_suggestion_comes_back_on_request(
    workspace: Workspace, where: WhereToLook, direction: int
) -> None:
    suggested = where.place.text.value
    assert "Show the suggestion again" not in hands.names(where, QPushButton)
    write(where, "Ask my uncle")
    assert item(workspace, direction, Source.KNOWN).text == "Ask my uncle"
    hands.press(where, "Show the suggestion again")
    assert where.place.text.value == suggested
    assert item(workspace, direction, Source.KNOWN).text == ""
    workspace.undo()
    assert where.place.text.value == "Ask my uncle"


def test_own_words_belong_to_one_place_only(workspace: Workspace, where: WhereToLook, direction: int) -> None:
    write(where, "Ask my uncle")
    where.show_source(Source.ALUMNI)
    assert where.place.text.value != "Ask my uncle"
    where.show_source(Source.KNOWN)
    assert where.place.text.value == "Ask my uncle"


def test_a_place_is_ticked_or_not_for_me_and_never_both(
    workspace: Workspace, where: WhereToLook, direction: int
) -> None:
    where.show_source(Source.LINKEDIN)
    where.place.done.editor.click()
    assert item(workspace, direction, Source.LINKEDIN).state is HomeworkState.DONE
    assert "✓ looked there" in rows(where)["LinkedIn"]
    where.place.not_for_me.editor.click()
    assert item(workspace, direction, Source.LINKEDIN).state is HomeworkState.NOT_FOR_ME
    assert not where.place.done.value
    where.place.not_for_me.editor.click()
    assert item(workspace, direction, Source.LINKEDIN).state is HomeworkState.OPEN


def test_someone_found_there_takes_a_name_and_one_line(
    workspace: Workspace, where: WhereToLook, direction: int, tab: LearningTab, qtbot: QtBot
) -> None:
    where.show_source(Source.CONFERENCE)
    add(where, "Ann Lee – talk on filters")
    contact = next(iter(workspace.store.contacts.every()))
    assert (contact.name, contact.source, contact.source_detail) == ("Ann Lee", Source.CONFERENCE, "talk on filters")
    assert contact.directions == (direction,)
    assert "One person" in rows(where)["Conference"]
    assert where.place.people is not None
    with qtbot.waitSignal(tab.contact_requested) as heard:
        where.place.people.lines[0]._open.click()
    assert heard.args == [contact.id]


def test_how_many_are_missing_is_a_calm_fact(workspace: Workspace, where: WhereToLook, direction: int) -> None:
    expected = [
        "Nobody found for it yet. Three people give a fair picture.",
        "One person found for it so far. Two more give a fair picture.",
        "2 people found for it so far. One more gives a fair picture.",
        "3 people found for it so far. That is enough for a fair picture.",
    ]
    for sentence in expected:
        assert hands.says(where, sentence)
        with workspace.store.action("Add"):
            workspace.store.contacts.add(Contact(name="Bo", directions=(direction,)))


def test_the_people_one_knows_are_gone_through_from_their_own_place_only(
    where: WhereToLook, tab: LearningTab, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(tab.known_requested):
        hands.press(where, "Go through the people I know")
    where.show_source(Source.CHAMBER)
    assert "Go through the people I know" not in hands.names(where, QPushButton)


def test_another_direction_has_homework_of_its_own(workspace: Workspace, where: WhereToLook, tab: LearningTab) -> None:
    write(where, "Ask my uncle")
    with workspace.store.action("Add"):
        other = workspace.store.directions.add("Paper")
    tab.directions.list.chosen.emit(other)
    assert where.place.text.value != "Ask my uncle"
    assert where.isVisible()


def test_without_a_direction_where_to_look_leads_to_adding_one(
    workspace: Workspace, actions: Actions, qtbot: QtBot
) -> None:
    empty = LearningTab(workspace, actions)
    qtbot.addWidget(empty)
    empty.show()
    empty.show_where_to_look()
    assert "Add a direction" in hands.names(empty.directions, QPushButton)


def test_a_direction_that_is_deleted_takes_its_homework_from_the_screen(
    workspace: Workspace, where: WhereToLook, direction: int
) -> None:
    with workspace.store.action("Delete"):
        workspace.store.directions.delete(direction)
    assert not where.isVisible()
