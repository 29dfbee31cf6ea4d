"""Finding duplicates in the window: the pairs, what differs, the merge, and what is said on a contact's page."""

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter
from PySide6.QtWidgets import QLabel, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from desktop.core.contact import Contact, Detail, Photo
from desktop.store.file.history import Change
from desktop.store.store import Store
from desktop.ui.actions import Actions
from desktop.ui.contacts.duplicates.merge_panel import MergePanel
from desktop.ui.contacts.duplicates.page import DuplicatesPage
from desktop.ui.contacts.page.possible_duplicate import PossibleDuplicatePerson
from desktop.ui.contacts.people.selection_bar import SelectionBar
from desktop.ui.contacts.tab import ContactsTab
from desktop.ui.widgets.two_line_list import TwoLineList
from desktop.ui.workspace import Workspace
from tests.ui import hands


def add(store: Store, name: str, organisation: str = "", email: str = "", notes: str = "") -> int:
    emails = (Detail(email),) if email else ()
    with store.action("Add"):
        return store.contacts.add(Contact(name=name, organisation=organisation, emails=emails, notes=notes))


@pytest.fixture
def page(workspace: Workspace, qtbot: QtBot) -> DuplicatesPage:
    made = DuplicatesPage(workspace)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    made.activateWindow()
    return made


def look(page: DuplicatesPage, workspace: Workspace, *ids: int) -> None:
    page.open(*ids)
    workspace.tasks.wait()


def pairs(page: DuplicatesPage) -> TwoLineList:
    return hands.control(page, "Pairs who may be one person", TwoLineList)


def told(page: DuplicatesPage) -> str:
    """What the two become."""
    return "\n".join(hands.read(page.findChild(MergePanel)))


def rows(page: DuplicatesPage) -> list[str]:
    model = pairs(page).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def option(page: DuplicatesPage, name: str) -> QRadioButton:
    return next(button for button in page.findChildren(QRadioButton) if button.accessibleName() == name)


def test_nobody_twice_is_said_and_the_way_back_has_the_focus(page: DuplicatesPage, workspace: Workspace) -> None:
    look(page, workspace)
    assert hands.says(page, "Everyone in your list seems to be there once.")
    assert not pairs(page).isVisible()
    assert page.focusWidget() is hands.button(page, "Back to contacts")


def test_a_pair_is_merged_as_chosen_and_the_next_one_follows(
    page: DuplicatesPage, workspace: Workspace, store: Store, qtbot: QtBot
) -> None:
    ann = add(store, "Ann Lee", "Acme", "ann@x.org", "Choir")
    other = add(store, "Anna Lee", "Acme Inc.", "ann@x.org", "May")
    add(store, "Bo Ek", "Globex")
    add(store, "Ek, Bo", "Globex AG")
    look(page, workspace)
    assert rows(page) == ["\u2068Ann Lee\u2069 and \u2068Anna Lee\u2069", "\u2068Bo Ek\u2069 and \u2068Ek, Bo\u2069"]
    assert page.focusWidget() is pairs(page)
    qtbot.keyClick(pairs(page), Qt.Key.Key_Return)
    assert page.focusWidget() is option(page, "Name: Ann Lee")
    assert option(page, "Notes: Both").isChecked()
    option(page, "Name: Anna Lee").click()
    assert "Name: \u2068Anna Lee\u2069\n" in told(page)
    assert "Notes: \u2068Choir\u2069 · \u2068May\u2069" in told(page)
    hands.press(page, "Merge")
    kept = store.contacts.find(ann)
    assert kept is not None
    assert (kept.name, kept.organisation, kept.notes) == ("Anna Lee", "Acme", "Choir\nMay")
    assert store.contacts.find(other) is None
    assert rows(page) == ["\u2068Bo Ek\u2069 and \u2068Ek, Bo\u2069"]
    assert page.focusWidget() is pairs(page)
    workspace.undo()
    qtbot.waitUntil(lambda: len(rows(page)) == 2)
    again = store.contacts.find(ann)
    assert again is not None
    assert again.name == "Ann Lee"


def test_two_who_are_not_the_same_are_not_shown_again(
    page: DuplicatesPage, workspace: Workspace, store: Store, said: list[str]
) -> None:
    add(store, "Ann Lee", email="ann@x.org")
    add(store, "Ann Lee", email="ann@x.org")
    look(page, workspace)
    hands.press(page, "Not the same person")
    assert rows(page) == []
    assert said == ["They stay two, and are not named together again"]
    look(page, workspace)
    assert rows(page) == []


def test_two_who_are_named_are_shown_even_if_nothing_makes_them_alike(
    page: DuplicatesPage, workspace: Workspace, store: Store
) -> None:
    ann, bo = add(store, "Ann Lee"), add(store, "Bo Ek")
    look(page, workspace, ann, bo)
    assert page.findChild(MergePanel).pair == (ann, bo)
    assert page.findChild(MergePanel).isVisible()
    hands.press(page, "Merge")
    assert [contact.name for contact in store.contacts.every()] == ["Ann Lee"]
    assert not pairs(page).isVisible()


def test_what_people_wrote_is_shown_as_text(page: DuplicatesPage, workspace: Workspace, store: Store) -> None:
    add(store, "<b>Ann</b> Lee", email="ann@x.org")
    add(store, "<i>Ann</i> Lee", email="ann@x.org")
    look(page, workspace)
    for label in page.findChild(MergePanel).findChildren(QLabel):
        if "<" in label.text():
            assert label.textFormat() is Qt.TextFormat.PlainText


@pytest.fixture
def tab(workspace: Workspace, actions: Actions, qtbot: QtBot) -> ContactsTab:
    made = ContactsTab(workspace, actions)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    made.activateWindow()
    return made


def quiet_line(tab: ContactsTab, text: str) -> QPushButton:
    return next(
        button
        for button in tab.page.findChild(PossibleDuplicatePerson).findChildren(QPushButton)
        if button.text() == text
    )


def test_a_contact_like_another_is_told_quietly_and_leads_to_the_merge(
    tab: ContactsTab, workspace: Workspace, store: Store
) -> None:
    amara = add(store, "Amara Okafor", "City Waterworks", "amara@x.org")
    other = add(store, "Someone Else")
    tab.open_contact(other)
    assert not tab.page.findChild(PossibleDuplicatePerson).isVisible()
    with store.action("Type"):
        store.contacts.update(other, emails=[Detail("Amara@x.org")])
    workspace.changed.emit(workspace_change())
    line = tab.page.findChild(PossibleDuplicatePerson)
    assert line.isVisible()
    assert hands.read(line)[0] == "Like \u2068Amara Okafor\u2069 · \u2068City Waterworks\u2069"
    quiet_line(tab, "Merge").click()
    workspace.tasks.wait()
    assert tab.findChild(DuplicatesPage).findChild(MergePanel).pair == (amara, other)


def test_look_and_not_the_same_on_a_contacts_page(tab: ContactsTab, workspace: Workspace, store: Store) -> None:
    amara = add(store, "Amara Okafor", email="amara@x.org")
    other = add(store, "Amara Okafor", email="amara@x.org")
    tab.open_contact(other)
    quiet_line(tab, "Look").click()
    assert tab.page.contact_id == amara
    quiet_line(tab, "Not the same").click()
    assert not tab.page.findChild(PossibleDuplicatePerson).isVisible()
    assert store.duplicates.like(other) == []


def workspace_change() -> Change:
    return Change("Type", frozenset({"contact"}))


def picture(color: str) -> Photo:
    image, data = QImage(8, 8, QImage.Format.Format_RGB32), QBuffer()
    image.fill(QColor(color))
    data.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(data, QByteArray(b"png")).write(image)
    return Photo("image/png", bytes(data.data().data()))


def test_of_two_photos_one_is_chosen(page: DuplicatesPage, workspace: Workspace, store: Store) -> None:
    red, blue = picture("red"), picture("blue")
    with store.action("Add"):
        for photo in (red, blue):
            store.contacts.add(Contact(name="Ann Lee", emails=(Detail("ann@x.org"),), photo=photo))
    look(page, workspace)
    option(page, "Photo: The other one").click()
    hands.press(page, "Merge")
    assert [contact.photo for contact in store.contacts.with_cards(store.contacts.every())] == [blue]


def test_two_selected_in_the_list_can_be_merged(tab: ContactsTab, workspace: Workspace, store: Store) -> None:
    ann, bo = add(store, "Ann Lee"), add(store, "Bo Ek")
    bar = tab.people.findChild(SelectionBar)
    workspace.changed.emit(Change("Add", frozenset({"contact"})))
    tab.people.table.selectAll()
    hands.press(bar, "Merge…")
    workspace.tasks.wait()
    assert tab.findChild(DuplicatesPage).findChild(MergePanel).pair == (ann, bo)


def test_of_two_that_were_chosen_nobody_says_that_all_are_there_once(
    page: DuplicatesPage, workspace: Workspace, store: Store
) -> None:
    look(page, workspace, add(store, "Ann Lee"), add(store, "Bo Ek"))
    assert hands.says(page, "You chose these two. Say what stays; the merge can be undone.")
