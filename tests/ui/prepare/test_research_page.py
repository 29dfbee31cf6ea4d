"""Research: notes shared by an organisation's contacts, flagged when old, five on the brief, a checklist that stays."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.core.contact import Contact
from desktop.core.organisation import ResearchNote, Subject
from desktop.store.store import Store
from desktop.ui.prepare.check_list import CheckList
from desktop.ui.prepare.open_meeting import OpenMeeting
from desktop.ui.prepare.research_page import ResearchPage
from desktop.ui.shared.note_card import NoteCard
from desktop.ui.widgets.fields import CheckField, TextField
from desktop.ui.workspace import Workspace
from tests.ui.prepare.conftest import NOW, Said
from tests.ui.prepare.parts import field, press, sees, write

TODAY = NOW.date()


@pytest.fixture
def page(opened: OpenMeeting, qtbot: QtBot) -> ResearchPage:
    made = ResearchPage(opened)
    qtbot.addWidget(made)
    opened.changed.connect(made.refresh)
    made.refresh()
    made.resize(900, 900)
    made.show()
    return made


def cards(page: ResearchPage) -> list[NoteCard]:
    return [card for card in page.findChildren(NoteCard) if card.isVisible()]


def add(workspace: Workspace, contact_id: int, **fields: object) -> int:
    note = ResearchNote(**{"text": "They run four plants.", "read_on": TODAY, **fields})  # type: ignore[arg-type]
    return workspace.act("Add note", lambda: workspace.store.research.add(contact_id, note))


def test_a_note_is_stored_with_its_first_word_and_the_day_it_was_read(page: ResearchPage, opened: OpenMeeting) -> None:
    press(page, "Add a note: The organisation")
    (card,) = cards(page)
    assert QApplication.focusWidget() is field(card, TextField, "What you found").editor
    assert opened.prepared.notes == ()
    write(field(card, TextField, "What you found"), "They run four plants.")
    (note,) = opened.prepared.notes
    assert (note.text, note.read_on, note.subject) == ("They run four plants.", TODAY, Subject.ORGANISATION)
    assert cards(page) == [card]
    write(field(card, TextField, "Where you read it"), "waterworks.example")
    assert opened.prepared.notes[0].address == "waterworks.example"
    assert sees(card, "Open")


def test_a_note_begun_and_left_empty_goes_with_the_page(page: ResearchPage, opened: OpenMeeting) -> None:
    press(page, "Add a note: The person")
    page.leave()
    assert cards(page) == []
    assert opened.prepared.notes == ()


def test_notes_of_an_earlier_meeting_at_the_organisation_are_there_already(
    page: ResearchPage, workspace: Workspace, store: Store
) -> None:
    colleague = workspace.act("Add", lambda: store.contacts.add(Contact(name="Ben", organisation="City Waterworks")))
    add(workspace, colleague)
    add(workspace, colleague, subject=Subject.PERSON, text="About Ben alone.")
    assert [card.note.text for card in cards(page)] == ["They run four plants."]


def test_an_old_note_is_flagged_until_it_is_checked(
    page: ResearchPage, opened: OpenMeeting, workspace: Workspace
) -> None:
    add(workspace, opened.contact.id, read_on=TODAY - timedelta(days=91))
    (card,) = cards(page)
    assert card.property("card") == "attention"
    assert any("90 days" in label.text() for label in card.findChildren(QLabel) if label.isVisible())
    press(card, "Checked today")
    assert opened.prepared.notes[0].read_on == TODAY
    assert card.property("card") == "true"
    assert not sees(card, "Checked today")


def test_five_facts_go_on_the_brief_and_the_sixth_is_told_kindly(
    page: ResearchPage, opened: OpenMeeting, workspace: Workspace, said: Said
) -> None:
    for number in range(6):
        add(workspace, opened.contact.id, text=f"Fact {number}")
    for card in cards(page):
        field(card, CheckField, "On the brief").editor.click()
    assert [fact.text for fact in opened.prepared.facts] == [f"Fact {number}" for number in range(5)]
    assert not field(cards(page)[5], CheckField, "On the brief").value
    assert said.last.startswith("Five facts fit")
    field(cards(page)[0], CheckField, "On the brief").editor.click()
    assert len(opened.prepared.facts) == 4


def test_a_removed_note_can_be_brought_back(page: ResearchPage, opened: OpenMeeting, workspace: Workspace) -> None:
    add(workspace, opened.contact.id)
    press(cards(page)[0], "Remove")
    assert cards(page) == []
    workspace.undo()
    assert len(cards(page)) == 1


def test_what_was_looked_up_is_ticked_by_space_and_kept(page: ResearchPage, opened: OpenMeeting, qtbot: QtBot) -> None:
    listed = page.findChildren(CheckList)[0]
    listed.setCurrentRow(1)
    qtbot.keyClick(listed, Qt.Key.Key_Space)
    assert opened.meeting.looked_up == ("organisation.size_and_places",)
    qtbot.keyClick(listed, Qt.Key.Key_Space)
    assert opened.meeting.looked_up == ()


def test_the_organisation_can_be_named_here_with_its_web_site(
    page: ResearchPage, opened: OpenMeeting, store: Store
) -> None:
    write(field(page, TextField, "Organisation"), "River Board")
    assert opened.contact.organisation == "River Board"
    write(field(page, TextField, "Web site"), "river.example")
    assert opened.contact.organisation_id is not None
    organisation = store.organisations.find(opened.contact.organisation_id)
    assert organisation is not None
    assert organisation.website == "river.example"
    assert sees(page, "Open web site")


def test_a_note_that_looks_like_markup_is_shown_as_it_is(
    page: ResearchPage, opened: OpenMeeting, workspace: Workspace
) -> None:
    add(workspace, opened.contact.id, text="<b>R&D</b>")
    assert field(cards(page)[0], TextField, "What you found").value == "<b>R&D</b>"
