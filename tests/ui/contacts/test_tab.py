"""The Contacts tab by keyboard: add, search, narrow, choose several, delete and take back."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from desktop.core.contact import Contact, ContactSort, Stage
from desktop.core.meeting import Meeting
from desktop.core.message import Message
from desktop.store.store import Store
from desktop.ui.actions import Actions
from desktop.ui.contacts.organisations.list import OrganisationList
from desktop.ui.contacts.organisations.page import OrganisationPage
from desktop.ui.contacts.page.message_list import MessageList
from desktop.ui.contacts.page.next_step_card import NextStepCard
from desktop.ui.contacts.people.deleted_page import DeletedPage
from desktop.ui.contacts.people.selection_bar import SelectionBar
from desktop.ui.contacts.people.table_model import COLUMNS
from desktop.ui.contacts.tab import ContactsTab
from desktop.ui.contacts.whole_pages import WholePages
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.two_line_list import TwoLineList
from desktop.ui.workspace import Workspace
from tests.ui import hands


@pytest.fixture
def tab(workspace: Workspace, actions: Actions, qtbot: QtBot) -> ContactsTab:
    return shown(workspace, actions, qtbot)


def shown(workspace: Workspace, actions: Actions, qtbot: QtBot) -> ContactsTab:
    made = ContactsTab(workspace, actions)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.activateWindow()
    QApplication.processEvents()  # the page comes just after the list
    return made


def add(store: Store, *names: str, **fields: object) -> list[int]:
    with store.action("Add"):
        return list(store.contacts.add_all([Contact(name=name, **fields) for name in names]))  # type: ignore[arg-type]


def listed(tab: ContactsTab) -> list[str]:
    model = tab.people.table.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def focused(tab: ContactsTab) -> object:
    return tab.window().focusWidget()


def test_without_anybody_the_page_says_what_to_do_first(tab: ContactsTab) -> None:
    assert any(state.isVisible() for state in tab.findChildren(EmptyState))
    assert not tab.people.filters.isVisible()


def test_one_line_adds_a_person_and_opens_the_page(tab: ContactsTab, store: Store, qtbot: QtBot) -> None:
    tab.new_contact()
    assert focused(tab) is tab.people.new_line.editor
    qtbot.keyClicks(tab.people.new_line.editor, "Ada Byron, Engine Works - met at the fair")
    qtbot.keyClick(tab.people.new_line.editor, Qt.Key.Key_Return)
    (ada,) = store.contacts.every()
    assert (ada.name, ada.organisation, ada.notes) == ("Ada Byron", "Engine Works", "met at the fair")
    assert tab.page.contact_id == ada.id
    assert tab.people.table.current_id == ada.id
    assert focused(tab) is hands.line(tab.page, "Role")
    assert tab.people.new_line.text == ""
    assert store.next_undo == "Add contact"


def test_a_line_that_names_nobody_adds_nobody(tab: ContactsTab, store: Store, qtbot: QtBot) -> None:
    qtbot.keyClicks(tab.people.new_line.editor, "  , ")
    qtbot.keyClick(tab.people.new_line.editor, Qt.Key.Key_Return)
    assert store.contacts.count() == 0


def test_search_narrows_as_one_types_and_down_goes_into_the_list(tab: ContactsTab, store: Store, qtbot: QtBot) -> None:
    add(store, "Ada", "Łukasz", "Søren")
    tab.focus_search()
    search = tab.people.filters.search
    assert focused(tab) is search
    qtbot.keyClicks(search, "luk")
    assert listed(tab) == ["Łukasz"]
    qtbot.keyClick(search, Qt.Key.Key_Down)
    assert focused(tab) is tab.people.table
    assert hands.title(tab.page) == "\u2068Łukasz\u2069"
    search.setFocus()
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == ""
    assert listed(tab) == ["Ada", "Łukasz", "Søren"]
    assert tab.people.table.currentIndex().row() == 1, "the cursor went with its contact"


def test_nobody_found_is_said_and_everyone_is_one_key_away(tab: ContactsTab, store: Store, qtbot: QtBot) -> None:
    add(store, "Ada")
    qtbot.keyClicks(tab.people.filters.search, "zzz")
    hands.press(tab.people, "Show everyone")
    assert listed(tab) == ["Ada"]


def test_filters_show_what_is_chosen_and_are_cleared_together(tab: ContactsTab, store: Store) -> None:
    add(store, "Ada", stage=Stage.MET)
    add(store, "Ben", stage=Stage.FOUND, tags=("nurse",))
    stages = tab.people.filters.stages
    stages.fill()
    next(action for action in stages.menu().actions() if action.text() == "Met").trigger()
    assert listed(tab) == ["Ada"]
    assert stages.text() == "Stage: Met"
    stages.fill()
    assert [action.text() for action in stages.menu().actions() if action.isChecked()] == ["Met"]
    tags = tab.people.filters.tags
    tags.fill()
    tags.menu().actions()[0].trigger()
    assert listed(tab) == []
    hands.press(tab.people.filters, "Clear filters")
    assert listed(tab) == ["Ada", "Ben"]
    assert (stages.text(), tags.text()) == ("Stage", "Tag")


def test_the_arrows_move_from_page_to_page(tab: ContactsTab, store: Store, qtbot: QtBot) -> None:
    add(store, "Ada", "Ben")
    tab.open_contact(1)
    tab.people.table.setFocus()
    qtbot.keyClick(tab.people.table, Qt.Key.Key_Down)
    assert hands.title(tab.page) == "Ben"
    qtbot.keyClick(tab.people.table, Qt.Key.Key_Return)
    assert tab.page.isAncestorOf(tab.window().focusWidget())


def test_opening_a_contact_lifts_a_filter_that_hides_it(tab: ContactsTab, store: Store, qtbot: QtBot) -> None:
    _, ben = add(store, "Ada", "Ben")
    qtbot.keyClicks(tab.people.filters.search, "ada")
    tab.open_contact(ben)
    assert tab.page.contact_id == ben
    assert tab.people.table.current_id == ben
    assert len(listed(tab)) == 2


def test_deleting_offers_undo_and_shows_another(
    tab: ContactsTab, store: Store, workspace: Workspace, qtbot: QtBot
) -> None:
    ada, ben = add(store, "Ada", "Ben")
    tab.open_contact(ada)
    said = QSignalSpy(workspace.said)
    tab.people.table.setFocus()
    qtbot.keyClick(tab.people.table, Qt.Key.Key_Delete)
    assert listed(tab) == ["Ben"]
    assert tab.page.contact_id == ben
    text, offered, _ = said.at(0)
    assert text == "Ada was deleted"
    name, undo = offered[0]
    assert name == "Undo"
    undo()
    assert listed(tab) == ["Ada", "Ben"]
    assert tab.page.contact_id == ben


def select_all(tab: ContactsTab) -> None:
    tab.people.table.setFocus()
    tab.people.table.selectAll()


def choose_new(bar: SelectionBar, button: str, entry: str) -> None:
    menu = hands.control(bar, button, QToolButton).menu()
    menu.aboutToShow.emit()
    hands.choose_from_menu(bar, button, entry)


def test_several_at_once_get_a_tag_and_a_direction(tab: ContactsTab, store: Store, qtbot: QtBot) -> None:
    add(store, "Ada", "Ben", "Cy")
    select_all(tab)
    bar = tab.people.findChild(SelectionBar)
    assert bar.isVisible()
    assert hands.says(bar, "3 people selected")
    choose_new(bar, "Add tag", "New tag…")
    qtbot.keyClicks(hands.line(bar, "New tag"), "nurse")
    qtbot.keyClick(hands.line(bar, "New tag"), Qt.Key.Key_Return)
    assert [contact.tags for contact in store.contacts.every()] == [("nurse",)] * 3
    select_all(tab)
    choose_new(bar, "Add direction", "New direction…")
    qtbot.keyClicks(hands.line(bar, "New direction"), "Nursing")
    qtbot.keyClick(hands.line(bar, "New direction"), Qt.Key.Key_Return)
    (direction,) = store.directions.all()
    assert direction.contacts == 3
    store.undo()
    assert store.directions.all() == []


def test_several_at_once_are_deleted_in_one_step(tab: ContactsTab, store: Store) -> None:
    add(store, *(f"P {n:03}" for n in range(250)))
    select_all(tab)
    assert len(tab.people.table.selected_ids()) == 250
    hands.press(tab.people.findChild(SelectionBar), "Delete")
    assert store.contacts.count() == 0
    store.undo()
    assert store.contacts.count() == 250


def test_a_selection_in_pieces_is_counted_once(tab: ContactsTab, store: Store) -> None:
    ids = add(store, "A", "B", "C", "D")
    model = tab.people.table.selectionModel()
    model.clear()
    for row in (0, 2):
        rows = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        model.select(tab.people.table.model().index(row, 0), rows)
    assert tab.people.table.selected_ids() == [ids[0], ids[2]]
    assert tab.people.table.selected_count() == 2


def test_a_selection_stays_while_it_is_the_same_people_and_goes_when_they_moved(tab: ContactsTab, store: Store) -> None:
    ids = add(store, "A", "B", "C", "D")
    tab.open_contact(ids[0])
    table = tab.people.table
    rows = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    table.selectionModel().select(table.model().index(1, 0), rows)
    assert table.selected_ids() == ids[:2]
    with store.action("Tag"):
        store.contacts.tag(ids[:2], "x")
    assert table.selected_ids() == ids[:2]
    with store.action("Rename"):
        store.contacts.update(ids[1], name="Z")
    assert table.selected_ids() == ids[:1], "C stands where B stood, and is not selected for that"


def test_a_refresh_keeps_the_cursor_on_its_contact(tab: ContactsTab, store: Store) -> None:
    _, ben, _ = add(store, "Ada", "Ben", "Cy")
    tab.open_contact(ben)
    with store.action("Rename"):
        store.contacts.update(ben, name="Zoe")
    assert tab.people.table.currentIndex().row() == 2
    assert hands.title(tab.page) == "Zoe"
    add(store, "Aa")
    assert tab.people.table.currentIndex().row() == 3


def test_columns_and_order_are_remembered(workspace: Workspace, actions: Actions, qtbot: QtBot) -> None:
    add(workspace.store, "Ada")
    first = shown(workspace, actions, qtbot)
    comfort = COLUMNS.index(ContactSort.COMFORT)
    assert first.people.table.isColumnHidden(comfort)
    first.people.table.show_column(comfort, True)
    first.people.table.sortByColumn(comfort, Qt.SortOrder.DescendingOrder)
    first.close()
    second = shown(workspace, actions, qtbot)
    assert not second.people.table.isColumnHidden(comfort)
    header = second.people.table.horizontalHeader()
    assert (header.sortIndicatorSection(), header.sortIndicatorOrder()) == (comfort, Qt.SortOrder.DescendingOrder)


def test_the_organisation_is_named_below_the_name_only_without_its_own_column(tab: ContactsTab, store: Store) -> None:
    add(store, "Ada", organisation="Engine Works")
    table = tab.people.table
    assert table._names.with_organisation
    table.show_column(COLUMNS.index(ContactSort.ORGANISATION), True)
    assert not table._names.with_organisation


def test_the_list_is_one_tab_stop_and_letters_do_not_read_it_all(tab: ContactsTab, store: Store, qtbot: QtBot) -> None:
    add(store, "Ada", "Ben", "Zoe")
    tab.people.table.setFocus()
    tab.open_contact(1)
    qtbot.keyClicks(tab.people.table, "z")
    assert tab.page.contact_id == 1
    qtbot.keyClick(tab.people.table, Qt.Key.Key_Tab)
    assert focused(tab) is not tab.people.table


def test_deleted_contacts_are_listed_and_restored(tab: ContactsTab, store: Store, qtbot: QtBot) -> None:
    ada, _ = add(store, "Ada", "Ben")
    with store.action("Delete"):
        store.contacts.delete([ada])
    tab.show_deleted()
    deleted = tab.findChild(DeletedPage).findChild(TwoLineList)
    assert focused(tab) is deleted
    qtbot.keyClick(deleted, Qt.Key.Key_Return)
    assert store.contacts.count() == 2
    assert tab.page.contact_id == ada
    assert tab.findChild(WholePages).shows_usual


def test_meetings_and_agreements_are_passed_on(tab: ContactsTab, store: Store) -> None:
    (ada,) = add(store, "Ada", stage=Stage.REPLIED)
    tab.open_contact(ada)
    agreed, opened = QSignalSpy(tab.agreed_requested), QSignalSpy(tab.meeting_requested)
    hands.primary(tab.page.findChild(NextStepCard)).click()
    assert agreed.at(0) == [ada]
    with store.action("Agree"):
        meeting = store.meetings.add(Meeting(contact_id=ada))
    hands.primary(tab.page.findChild(NextStepCard)).click()
    assert opened.at(0) == [meeting]


def test_organisations_are_listed_added_and_opened(tab: ContactsTab, store: Store, qtbot: QtBot) -> None:
    add(store, "Ada", organisation="Engine Works")
    add(store, "Ben", organisation="City Hall")
    tab.open_contact(1)
    hands.press(tab.page, "Engine Works")
    page = tab.findChild(OrganisationPage)
    assert hands.title(page) == "Engine Works"
    assert page.findChild(TwoLineList).count == 1
    organisations = tab.findChild(OrganisationList)
    tab.focus_search()
    assert focused(tab) is organisations.search
    qtbot.keyClicks(organisations.search, "hall")
    qtbot.keyClick(organisations.search, Qt.Key.Key_Down)
    assert hands.title(page) == "City Hall"
    new = hands.line(organisations, "Add an organisation")
    qtbot.keyClicks(new, "Waterworks")
    qtbot.keyClick(new, Qt.Key.Key_Return)
    assert hands.title(page) == "Waterworks"
    industry = hands.field(page, "Industry")
    assert isinstance(industry.editor, QLineEdit)  # type: ignore[attr-defined]
    qtbot.keyClicks(industry.editor, "Water")  # type: ignore[attr-defined]
    industry.flush()
    assert store.organisations.lines("waterworks")[0].industry == "Water"
    hands.press(page, "Delete organisation")
    assert store.organisations.count("waterworks") == 0


def test_text_of_people_is_shown_as_it_is(tab: ContactsTab, store: Store) -> None:
    (someone,) = add(store, "<b>Ada</b> &amp; <img src=x>", role="<i>x</i>", organisation="A & B <u>")
    tab.open_contact(someone)
    shown = [each for each in tab.page.findChildren(QLabel) if "<" in each.text()]
    assert len(shown) >= 2
    for label in shown:
        assert label.textFormat() == Qt.TextFormat.PlainText
    assert hands.title(tab.page) == "<b>Ada</b> &amp; <img src=x>"
    assert hands.control(tab.page, "A & B <u>", QPushButton).text() == "A && B <u>"


def test_who_was_found_by_a_message_opens_on_the_messages(tab: ContactsTab, store: Store, qtbot: QtBot) -> None:
    _, ada = add(store, "Aaron", "Ada")
    with store.action("Write"):
        store.messages.add(Message(contact_id=ada, text="About the river"))
    tab.focus_search()
    qtbot.keyClicks(tab.people.filters.search, "river")
    tab.people.table.selectRow(0)
    assert tab.page.contact_id == ada
    assert tab.page.findChild(MessageList).isVisible()
