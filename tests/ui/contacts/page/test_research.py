"""Research on a contact's page: stored with its first words, dropped without, and asked about when it is old."""

from datetime import timedelta

from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.contact import Contact
from desktop.core.organisation import ResearchNote, Subject
from desktop.store.store import Store
from desktop.ui.contacts.page.page import ContactPage
from desktop.ui.shared.note_card import NoteCard
from desktop.ui.widgets.fields import flush_all
from desktop.ui.workspace import Workspace
from tests.ui.contacts.people_there import add

ADA = Contact(name="Ada Byron", organisation="Engine Works")


def cards(page: ContactPage) -> list[NoteCard]:
    return [card for card in page._research.findChildren(NoteCard) if not card.isHidden()]


def press(within: QWidget, name: str) -> None:
    """Press the button of that accessible name, or of that text."""
    next(each for each in within.findChildren(QPushButton) if name in (each.accessibleName(), each.text())).click()


def is_stale(card: NoteCard) -> bool:
    return any("90 days" in label.text() for label in card.findChildren(QLabel) if label.isVisible())


def test_a_research_note_is_stored_with_its_first_words(
    page: ContactPage, store: Store, workspace: Workspace, qtbot: QtBot
) -> None:
    (ada,) = add(store, ADA)
    page.show_contact(ada)
    page._tabs.setCurrentWidget(page._research)
    page._research.findChildren(QPushButton)[0].click()
    (card,) = cards(page)
    assert card.isAncestorOf(page.window().focusWidget())
    flush_all(page)
    assert store.research.for_contact(ada) == []
    qtbot.keyClicks(card.text.editor, "Opened a laboratory")
    flush_all(page)
    qtbot.keyClicks(card.address.editor, "example.org/lab")
    flush_all(page)
    (note,) = store.research.for_contact(ada)
    assert (note.subject, note.text, note.address) == (Subject.ORGANISATION, "Opened a laboratory", "example.org/lab")
    assert note.read_on == workspace.today()
    assert note.organisation_id is not None
    assert cards(page) == [card], "the card that is typed in stays"
    press(card, "Remove this note")
    assert cards(page) == []
    store.undo()
    assert len(cards(page)) == 1


def test_a_note_that_was_begun_and_left_empty_is_dropped(page: ContactPage, store: Store) -> None:
    (ada,) = add(store, ADA)
    page.show_contact(ada)
    page._research.findChildren(QPushButton)[0].click()
    press(cards(page)[0], "Remove this note")
    assert cards(page) == []
    assert store.research.for_contact(ada) == []


def test_old_notes_ask_to_be_read_again(page: ContactPage, store: Store, workspace: Workspace) -> None:
    (ada,) = add(store, ADA)
    with store.action("Note"):
        old = workspace.today() - timedelta(days=91)
        store.research.add(ada, ResearchNote(subject=Subject.PERSON, text="Wrote a book", read_on=old))
        store.research.add(ada, ResearchNote(text="New", read_on=workspace.today() - timedelta(days=90)))
    page.show_contact(ada)
    page._tabs.setCurrentWidget(page._research)
    QApplication.processEvents()
    stale = {card.note.text: is_stale(card) for card in cards(page)}
    assert stale == {"Wrote a book": True, "New": False}
    press(next(card for card in cards(page) if is_stale(card)), "Checked today")
    assert not any(is_stale(card) for card in cards(page))
