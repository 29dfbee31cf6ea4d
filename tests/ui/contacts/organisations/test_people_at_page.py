"""Whom do I know at …? And two organisations that are called the same."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.core.contact import Contact
from desktop.store.store import Store
from desktop.ui.actions import Actions
from desktop.ui.contacts.organisations.people_at_page import PeopleAtPage
from desktop.ui.contacts.tab import ContactsTab
from desktop.ui.widgets.two_line_list import TwoLineList
from desktop.ui.workspace import Workspace


@pytest.fixture
def tab(workspace: Workspace, actions: Actions, store: Store, qtbot: QtBot) -> ContactsTab:
    with store.action("Add"):
        for name, organisation, notes in (
            ("Amara Okafor", "City Waterworks", ""),
            ("Ben Ito", "City Waterworks GmbH", ""),
            ("Carla Jung", "Itoh Labs", "Was at City Waterworks before"),
        ):
            store.contacts.add(Contact(name=name, organisation=organisation, notes=notes))
    made = ContactsTab(workspace, actions)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    return made


def ask(tab: ContactsTab, name: str) -> PeopleAtPage:
    tab.whom_at(name)
    assert tab._whole.whom is not None
    return tab._whole.whom


def listed(people: TwoLineList) -> list[str]:
    model = people.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_whoever_works_there_is_listed_whatever_the_legal_form(tab: ContactsTab) -> None:
    page = ask(tab, "city waterworks, Ltd.")
    assert page._said.text() == "You know 2 people at City Waterworks."
    assert listed(page._people) == ["Amara Okafor", "Ben Ito"]


def test_who_is_found_otherwise_is_listed_apart(tab: ContactsTab) -> None:
    page = ask(tab, "City Waterworks")
    assert listed(page._elsewhere) == ["Carla Jung"]
    assert page._elsewhere.isVisible()


def test_it_is_said_that_one_knows_nobody(tab: ContactsTab) -> None:
    page = ask(tab, "Globex")
    assert page._said.text() == "You know nobody at Globex yet."
    assert not page._people.isVisible()
    assert not page._open.isVisible()
    page = ask(tab, "")
    assert not page._said.isVisible()
    assert page.focusWidget() is page._field.line


def test_a_person_is_opened_with_enter(tab: ContactsTab, qtbot: QtBot) -> None:
    page = ask(tab, "Itoh Labs")
    assert page.focusWidget() is page._people
    qtbot.keyClick(page._people, Qt.Key.Key_Down)
    qtbot.keyClick(page._people, Qt.Key.Key_Return)
    assert tab._whole.currentWidget() is tab._splitter
    line = tab._workspace.store.contacts.line(tab.page.contact_id)
    assert line is not None
    assert line.name == "Carla Jung"


def test_an_organisation_of_the_same_name_is_merged_from_its_page(
    tab: ContactsTab, workspace: Workspace, store: Store
) -> None:
    first, second = (line.id for line in store.organisations.called("City Waterworks"))
    tab.open_organisation(first)
    line = tab._organisation()._duplicate
    assert line.isVisible()
    assert line.text == "There is City Waterworks GmbH too, with one person"
    next(button for button in line.findChildren(QPushButton) if button.text() == "Merge into this one").click()
    assert store.organisations.find(second) is None
    assert not line.isVisible()
    assert listed(tab._organisation()._people) == ["Amara Okafor", "Ben Ito"]
    workspace.undo()
    assert line.isVisible()
