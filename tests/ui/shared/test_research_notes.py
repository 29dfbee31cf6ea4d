"""Research notes as cards: stored with their first words, in step with the store, ticked for the brief."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.contact import Contact
from desktop.core.organisation import ResearchNote, Subject
from desktop.store.store import Store
from desktop.ui.shared.note_card import NoteCard
from desktop.ui.shared.research_notes import NoteCards, ResearchNotes
from desktop.ui.widgets.fields import flush_all
from desktop.ui.workspace import Workspace


@pytest.fixture
def ann(store: Store) -> int:
    with store.action("Add"):
        return store.contacts.add(Contact(name="Ann"))


@pytest.fixture
def notes(workspace: Workspace, ann: int, qtbot: QtBot) -> ResearchNotes:
    store = workspace.store
    made = ResearchNotes(workspace, tuple(Subject), "Nothing yet.", lambda note: store.research.add(ann, note))
    workspace.changed.connect(lambda _change: made.show_notes(store.research.for_contact(ann)))
    qtbot.addWidget(made)
    made.show_notes(())
    made.show()
    return made


def cards(within: QWidget) -> list[NoteCard]:
    """From top to bottom."""
    return sorted((card for card in within.findChildren(NoteCard) if card.isVisible()), key=lambda card: card.y())


def press(within: QWidget, name: str) -> None:
    buttons = [each for each in within.findChildren(QPushButton) if each.isVisible()]
    next(each for each in buttons if name in (each.accessibleName(), each.text())).click()


def write(card: NoteCard, name: str, text: str) -> None:
    """Type into the editor of that accessible name and leave it."""
    for editor in card.findChildren(QPlainTextEdit):
        if editor.accessibleName() == name:
            editor.setPlainText(text)
    for line in card.findChildren(QLineEdit):
        if line.accessibleName() == name:
            line.setText(text)
            line.textEdited.emit(text)
    flush_all(card)


def test_a_note_begun_stands_on_top_and_is_gone_on_with(notes: ResearchNotes, store: Store, ann: int) -> None:
    hint = next(each for each in notes.findChildren(QLabel) if each.text() == "Nothing yet.")
    assert hint.isVisible()
    press(notes, "Add a note on the person")
    write(cards(notes)[0], "What you found", "Wrote a book")
    press(notes, "Add a note on the industry")
    press(notes, "Add a note on the industry")
    assert [(card.note.subject, bool(card.note.id)) for card in cards(notes)] == [
        (Subject.INDUSTRY, False),
        (Subject.PERSON, True),
    ]
    assert not hint.isVisible()
    assert [note.text for note in store.research.for_contact(ann)] == ["Wrote a book"]


def test_the_day_of_a_note_without_words_waits_for_them(notes: ResearchNotes, store: Store, ann: int) -> None:
    press(notes, "Add a note on the person")
    (card,) = cards(notes)
    write(card, "Read on", "3 November 2026")
    assert store.research.for_contact(ann) == []
    write(card, "Where you read it", "example.org")
    (note,) = store.research.for_contact(ann)
    assert (note.address, note.read_on and note.read_on.isoformat()) == ("example.org", "2026-11-03")


def test_an_address_that_may_not_be_opened_is_said(notes: ResearchNotes, workspace: Workspace) -> None:
    said: list[str] = []
    workspace.said.connect(lambda text, _actions, _kind: said.append(text))
    press(notes, "Add a note on the person")
    write(cards(notes)[0], "Where you read it", "file:///etc/passwd")
    press(cards(notes)[0], "Open the web address")
    assert said == ["This is no web address that can be opened: file:///etc/passwd"]


def test_a_note_can_be_ticked_for_the_brief_and_a_refusal_shows(
    workspace: Workspace, store: Store, ann: int, qtbot: QtBot
) -> None:
    asked: list[tuple[int, bool]] = []
    made = NoteCards(workspace, lambda note: store.research.add(ann, note), lambda *asking: asked.append(asking))
    qtbot.addWidget(made)
    made.show()
    with store.action("Add"):
        first = store.research.add(ann, ResearchNote(subject=Subject.PERSON, text="A"))
        second = store.research.add(ann, ResearchNote(subject=Subject.PERSON, text="B"))
    made.show_notes(store.research.for_contact(ann), {second})
    made.begin(Subject.PERSON)
    ticks = {card.note.id: next(iter(card.findChildren(QCheckBox))) for card in cards(made)}
    assert {number: tick.isChecked() for number, tick in ticks.items()} == {first: False, second: True, 0: False}
    assert not ticks[0].isEnabled(), "a note that is not stored yet"
    ticks[first].click()
    assert asked == [(first, True)]
    assert not ticks[first].isChecked(), "nobody put it on the brief"


class Windows(QObject):
    """Notes every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[QObject] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(watched)
        return False


@pytest.mark.parametrize("for_the_brief", [True, False])
def test_no_part_of_a_card_is_a_window_for_a_moment(
    workspace: Workspace, qapp: QApplication, qtbot: QtBot, for_the_brief: bool
) -> None:
    windows = Windows()
    qapp.installEventFilter(windows)
    card = NoteCard(workspace, ResearchNote(), lambda _note: 1, (lambda _id, _on: None) if for_the_brief else None)
    qtbot.addWidget(card)
    qapp.removeEventFilter(windows)
    assert windows.shown == [], "it would take the focus from the window"
