"""Whom do I know at …? And two organisations that are called the same."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.contact import Contact
from desktop.store.store import Store
from desktop.ui.actions import Actions
from desktop.ui.contacts.organisations.page import OrganisationPage
from desktop.ui.contacts.organisations.people_at_page import PeopleAtPage
from desktop.ui.contacts.organisations.possible_duplicate import PossibleDuplicateOrganisation
from desktop.ui.contacts.tab import ContactsTab
from desktop.ui.contacts.whole_pages import WholePages
from desktop.ui.widgets.two_line_list import TwoLineList
from desktop.ui.workspace import Workspace
from tests.ui import hands


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
    return tab.findChild(PeopleAtPage)


def there(page: QWidget) -> TwoLineList:
    return hands.control(page, "People there", TwoLineList)


def listed(people: TwoLineList) -> list[str]:
    model = people.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_whoever_works_there_is_listed_whatever_the_legal_form(tab: ContactsTab) -> None:
    page = ask(tab, "city waterworks, Ltd.")
    assert hands.says(page, "You know 2 people at City Waterworks.")
    assert listed(there(page)) == ["Amara Okafor", "Ben Ito"]


def test_who_is_found_otherwise_is_listed_apart(tab: ContactsTab) -> None:
    page = ask(tab, "City Waterworks")
    assert listed(hands.control(page, "Found elsewhere", TwoLineList)) == ["Carla Jung"]
    assert hands.control(page, "Found elsewhere", TwoLineList).isVisible()


def test_it_is_said_that_one_knows_nobody(tab: ContactsTab) -> None:
    page = ask(tab, "Globex")
    assert hands.says(page, "You know nobody at Globex yet.")
    assert not there(page).isVisible()
    assert "Open the organisation" not in hands.names(page, QPushButton)
    page = ask(tab, "")
    assert not hands.tells(page, "You know")
    assert page.focusWidget() is hands.line(page, "Organisation")


def test_a_person_is_opened_with_enter(tab: ContactsTab, store: Store, qtbot: QtBot) -> None:
    page = ask(tab, "Itoh Labs")
    assert page.focusWidget() is there(page)
    qtbot.keyClick(there(page), Qt.Key.Key_Down)
    qtbot.keyClick(there(page), Qt.Key.Key_Return)
    assert tab.findChild(WholePages).shows_usual
    line = store.contacts.line(tab.page.contact_id)
    assert line is not None
    assert line.name == "Carla Jung"


def test_an_organisation_of_the_same_name_is_merged_from_its_page(
    tab: ContactsTab, workspace: Workspace, store: Store
) -> None:
    first, second = (line.id for line in store.organisations.called("City Waterworks"))
    tab.open_organisation(first)
    line = tab.findChild(PossibleDuplicateOrganisation)
    assert line.isVisible()
    assert hands.says(line, "There is City Waterworks GmbH too, with one person")
    hands.press(line, "Merge into this one")
    assert store.organisations.find(second) is None
    assert not line.isVisible()
    assert listed(there(tab.findChild(OrganisationPage))) == ["Amara Okafor", "Ben Ito"]
    workspace.undo()
    assert line.isVisible()
