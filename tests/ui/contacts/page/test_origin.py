"""On a contact's page: where they come from, and who named them."""

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.core.contact import Contact
from desktop.core.values import replace
from desktop.store.store import Store
from desktop.ui.contacts.page.page import ContactPage
from desktop.ui.widgets.fields import Field
from desktop.ui.workspace import Workspace
from tests.ui import hands
from tests.ui.contacts.labels import LABELS
from tests.ui.contacts.people_there import add
from tests.ui.picking import pick

ADA = Contact(name="Ada", introducing_since=date(2026, 11, 1))


def field(page: ContactPage, name: str) -> Field[Any]:
    return hands.field(page, LABELS[name])


def editor(page: ContactPage, name: str) -> QLineEdit:
    found = field(page, name).editor
    assert isinstance(found, QLineEdit)
    return found


def test_the_referrer_is_found_by_typing_and_can_be_taken_away(page: ContactPage, store: Store, qtbot: QtBot) -> None:
    ada, priya = add(store, Contact(name="Ada"), Contact(name="Priya Nair", organisation="Port"))
    page.show_contact(ada)
    line = editor(page, "referrer_id")
    line.setFocus()
    assert pick(line, "pri") == "Priya Nair · Port"
    assert store.contacts.find(ada).referrer_id == priya  # type: ignore[union-attr]
    assert line.text() == "Priya Nair"
    wanted = QSignalSpy(page.person_requested)
    hands.press(page, "Go to this person")
    assert wanted.at(0) == [priya]
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    assert store.contacts.find(ada).referrer_id is None  # type: ignore[union-attr]


def test_a_name_that_is_nobody_gives_way_to_who_was_chosen(page: ContactPage, store: Store, qtbot: QtBot) -> None:
    ada, _ = add(store, Contact(name="Ada"), Contact(name="Priya"))
    page.show_contact(ada)
    line = editor(page, "referrer_id")
    line.setFocus()
    qtbot.keyClicks(line, "nobody")
    editor(page, "role").setFocus()
    assert line.text() == ""
    assert store.contacts.find(ada).referrer_id is None  # type: ignore[union-attr]


def test_what_belongs_to_a_referrer_is_asked_only_where_there_is_one(page: ContactPage, store: Store) -> None:
    (ada, ben) = add(store, ADA, Contact(name="Ben"))
    asked = ("may_use_name", "referred_for", "introducing_since")
    page.show_contact(ada)
    assert not any(field(page, name).isVisible() for name in asked)
    with store.action("Name"):
        store.contacts.update(ada, referrer_id=ben)
    assert all(field(page, name).isVisible() for name in asked)
    assert "between Sunday, 8 November 2026 and Wednesday, 11 November 2026" in field(page, "introducing_since").hint


def test_a_referrer_who_closes_a_circle_is_refused_and_gives_way_to_who_stood_there(
    page: ContactPage, store: Store, workspace: Workspace
) -> None:
    said: list[str] = []
    workspace.said.connect(lambda text, _actions, _kind: said.append(text))
    (root,) = add(store, Contact(name="Root"))
    (ada,) = add(store, replace(ADA, referrer_id=root))
    (ben,) = add(store, Contact(name="Ben", referrer_id=ada))
    page.show_contact(ada)
    chosen = field(page, "referrer_id")
    pick(editor(page, "referrer_id"), "Ben")
    assert "circle" in said[-1]
    assert (chosen.value, editor(page, "referrer_id").text()) == (root, "Root")
    assert store.contacts.find(ada).referrer_id == root  # type: ignore[union-attr]
    assert page.show_contact(ben)


def test_the_page_says_from_which_file_someone_came(page: ContactPage, store: Store) -> None:
    ada, ben = add(store, ADA, Contact(name="Ben", imported_on=date(2026, 11, 3), imported_from="people.csv"))
    page.show_contact(ben)
    assert hands.says(page, "Came with people.csv on Tuesday, 3 November 2026.")
    page.show_contact(ada)
    assert not hands.tells(page, "Came with")
