"""My templates: kept from a letter, edited as typed, checked, deleted with undo, and offered among the tones."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.core.letters.letter import Template
from desktop.core.message import MessageKind, RequestSituation
from desktop.store.store import Store
from desktop.ui.actions import Actions
from desktop.ui.contacts.compose.own_letters_page import OwnLettersPage
from desktop.ui.contacts.tab import ContactsTab
from desktop.ui.workspace import Workspace
from tests.ui import hands
from tests.ui.contacts.conftest import fill, fill_all


@pytest.fixture
def tab(workspace: Workspace, actions: Actions, qtbot: QtBot) -> ContactsTab:
    made = ContactsTab(workspace, actions)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.activateWindow()
    return made


@pytest.fixture
def page(workspace: Workspace, qtbot: QtBot) -> OwnLettersPage:
    made = OwnLettersPage(workspace)
    qtbot.addWidget(made)
    made.resize(900, 800)
    made.show()
    return made


def add(store: Store, body: str = "Hello {name}") -> str:
    with store.action("Add"):
        return store.own_letters.add(Template("", MessageKind.NUDGE, "warm", "Again", body, name="Short"))


def test_a_letter_is_kept_with_its_fields_and_offered_by_its_name(tab: ContactsTab, amara: int, store: Store) -> None:
    tab.write_to(amara, MessageKind.FIRST_REQUEST)
    fill_all(tab.compose)
    tab.compose.own.keep.emit(True)
    page = tab.findChild(OwnLettersPage)
    assert page.isVisible()
    assert page.name.editor.hasFocus()
    fill(page.name, "At the water days")
    (letter,) = store.own_letters.all()
    assert letter.situation is RequestSituation.COLD
    assert letter.body.endswith("{my_name}\n{reach}")
    assert "Dear {name}" in letter.body
    assert "Amara" not in letter.body
    page.close_page()
    assert tab.compose.isVisible()
    assert "At the water days" in _choices(tab)


def _choices(tab: ContactsTab) -> list[str]:
    tone = tab.compose.choices.tone.editor
    return [tone.itemText(row) for row in range(tone.count())]


def test_word_for_word_it_stays_as_it_stands(tab: ContactsTab, amara: int, store: Store) -> None:
    tab.write_to(amara, MessageKind.NUDGE)
    fill(tab.compose.text, "Dear Amara Okafor, again.")
    tab.compose.own.keep.emit(False)
    (letter,) = store.own_letters.all()
    assert letter.body == "Dear Amara Okafor, again."


def test_what_is_typed_is_kept_and_one_visit_is_one_step(page: OwnLettersPage, store: Store) -> None:
    key = add(store)
    page.begin(key)
    fill(page.body, "Dear {name}, hello again")
    fill(page.kind, MessageKind.FIRST_REQUEST)
    fill(page.situation, RequestSituation.COLD)
    (letter,) = store.own_letters.all()
    assert (letter.body, letter.kind, letter.situation) == (
        "Dear {name}, hello again",
        MessageKind.FIRST_REQUEST,
        RequestSituation.COLD,
    )
    store.undo()
    assert page.situation.value is None


def test_an_unknown_field_gets_a_clear_sentence(page: OwnLettersPage, store: Store) -> None:
    page.begin(add(store))
    assert hands.tells(page, "Every field")
    fill(page.body, "Hello {nmae}")
    (said,) = [each for each in page.findChildren(QLabel) if "{nmae}" in each.text() and each.isVisible()]
    assert said.property("tone") == "attention"
    fill(page.body, "Hello {name")
    assert hands.tells(page, "brace")


def test_a_field_is_put_where_the_cursor_stands(page: OwnLettersPage, store: Store, qtbot: QtBot) -> None:
    page.activateWindow()
    page.begin(add(store, ""))
    page.subject.editor.setFocus()
    qtbot.waitUntil(page.subject.editor.hasFocus)
    page.fields.list.itemActivated.emit(page.fields.list.item(0))
    page.subject.flush()
    assert "{name}" in store.own_letters.all()[0].subject


def test_deleted_it_can_be_taken_back(page: OwnLettersPage, store: Store, workspace: Workspace) -> None:
    page.begin(add(store))
    hands.press(page, "Delete template")
    assert store.own_letters.all() == []
    assert not page.body.isVisible()
    workspace.undo()
    assert len(store.own_letters.all()) == 1
    assert page.body.isVisible()


def test_a_new_one_waits_for_its_name(page: OwnLettersPage, store: Store) -> None:
    page.begin()
    assert not page.body.isVisible()
    hands.press(page, "New template")
    assert page.body.isVisible()
    assert page.name.value == "My template"


def test_the_one_in_use_deleted_the_composer_goes_on_with_a_shipped_one(
    tab: ContactsTab, amara: int, store: Store
) -> None:
    key = add(store)
    tab.write_to(amara, MessageKind.NUDGE)
    fill(tab.compose.choices.tone, key)
    assert tab.compose.text.value.startswith("Hello Amara")
    tab.show_own_letters()
    with store.action("Delete"):
        store.own_letters.delete(key)
    tab.findChild(OwnLettersPage).close_page()
    assert tab.compose.choices.tone.value != key
    assert tab.compose.choices.template.kind is MessageKind.NUDGE


def test_from_the_menu_they_are_shown_and_the_people_again_afterwards(tab: ContactsTab, amara: int) -> None:
    tab.show_own_letters()
    page = tab.findChild(OwnLettersPage)
    assert page.isVisible()
    page.close_page()
    assert tab.page.isVisible()
    assert tab.page.contact_id == amara
