"""One contact's page: every field is saved as typed, one visit is one step, the next step is one button."""

from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop.core.contact import Contact, Detail, MayUseName, Source, Stage
from desktop.core.contact_fields import ContactField
from desktop.core.keep_in_touch_group import KeepInTouchGroup
from desktop.core.meeting import Meeting
from desktop.core.meeting_line import MeetingState
from desktop.core.values import replace
from desktop.store.store import Store
from desktop.ui import words
from desktop.ui.contacts.page.in_touch_part import InTouchPart
from desktop.ui.contacts.page.next_step_card import NextStepCard
from desktop.ui.contacts.page.page import ContactPage
from desktop.ui.widgets.chips import Chips
from desktop.ui.widgets.fields import Field, flush_all
from desktop.ui.workspace import Workspace
from tests.contact_values import TYPED, value
from tests.ui import hands
from tests.ui.contacts.labels import LABELS
from tests.ui.contacts.people_there import add

ADA = Contact(
    name="Ada Byron",
    pronounced="AY-da",
    role="Analyst",
    organisation="Engine Works",
    emails=(Detail("ada@example.org", "work"), Detail("a@b.example", "club")),
    phones=(Detail("+44 1", "mobile"),),
    links=(Detail("example.org/ada"),),
    addresses=(Detail("1 Street\nTown", "home"),),
    tags=("maths", "poets"),
    source=Source.ALUMNI,
    source_detail="Dinner",
    found_on=date(2026, 10, 2),
    may_use_name=MayUseName.YES,
    time_zone="Europe/London",
    comfort=4,
    warm_line="Her notes on engines",
    cares_about="Looms",
    give_back="A book",
    referred_for="engines",
    introducing_since=date(2026, 11, 1),
    notes="Answers fast",
    stage=Stage.REPLIED,
)


def field(page: ContactPage, name: str) -> Field[Any]:
    if name in ("cares_about", "give_back", "touch_group_id"):
        page.findChild(InTouchPart).show_now()
    return hands.field(page, LABELS[name])


def editor(page: ContactPage, name: str) -> QLineEdit:
    found = field(page, name).editor
    assert isinstance(found, QLineEdit)
    return found


def type_into(page: ContactPage, qtbot: QtBot, name: str, text: str) -> None:
    line = editor(page, name)
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)
    flush_all(page)


@pytest.mark.parametrize("shown", TYPED, ids=lambda shown: shown.name)
def test_every_field_of_a_contact_is_shown(page: ContactPage, store: Store, shown: ContactField) -> None:
    with store.action("Set up"):  # what ids may point to
        store.touch_groups.add(KeepInTouchGroup(name="Friends"))
        store.contacts.add(Contact(name="Referrer"))
    (ada,) = add(store, replace(ADA, **{shown.name: value(shown)}))
    assert page.show_contact(ada)
    assert getattr(store.contacts.find(ada), shown.name) == value(shown)
    assert field(page, shown.name).value == value(shown)


def test_showing_a_contact_changes_nothing(page: ContactPage, store: Store) -> None:
    ada, ben = add(store, ADA, Contact(name="Ben"))
    for contact in (ada, ben, ada):
        page.show_contact(contact)
        flush_all(page)
    assert store.next_undo == "Add"


@pytest.mark.parametrize(
    ("name", "typed", "stored"),
    [
        ("name", "Ada King", "Ada King"),
        ("role", "Engineer", "Engineer"),
        ("organisation", "City Hall", "City Hall"),
        ("pronounced", "AH-da", "AH-da"),
        ("source_detail", "a list", "a list"),
        ("warm_line", "a song", "a song"),
        ("cares_about", "bridges", "bridges"),
        ("give_back", "a name", "a name"),
        ("tags", "one, two ,one,", ("one", "two")),
    ],
)
def test_what_is_typed_is_stored(
    page: ContactPage, store: Store, qtbot: QtBot, name: str, typed: str, stored: object
) -> None:
    (ada,) = add(store, Contact(name="Ada"))
    page.show_contact(ada)
    if name in ("cares_about", "give_back"):
        hands.go_to_tab(page, "In touch")
    type_into(page, qtbot, name, typed)
    contact = store.contacts.find(ada)
    assert getattr(contact, name) == stored
    assert store.next_undo == "Edit contact"


def test_one_stay_in_a_field_is_one_step_of_undo(page: ContactPage, store: Store, qtbot: QtBot) -> None:
    (ada,) = add(store, ADA)
    page.show_contact(ada)
    role, name = editor(page, "role"), editor(page, "name")
    role.setFocus()
    for text in ("Poet", "Poet and", "Poet and more"):
        role.setText("")
        qtbot.keyClicks(role, text)
        flush_all(page)
    name.setFocus()
    qtbot.keyClick(name, Qt.Key.Key_End)
    qtbot.keyClicks(name, "!")
    flush_all(page)
    store.undo()
    assert (store.contacts.find(ada).name, role.text()) == ("Ada Byron", "Poet and more")  # type: ignore[union-attr]
    store.undo()
    assert role.text() == "Analyst"
    assert store.next_undo == "Add"


def test_typing_on_after_a_pause_is_not_disturbed_by_saving(page: ContactPage, store: Store, qtbot: QtBot) -> None:
    (ada,) = add(store, Contact(name="Ada"))
    page.show_contact(ada)
    role = editor(page, "role")
    role.setFocus()
    qtbot.keyClicks(role, "Water ")
    flush_all(page)
    qtbot.keyClicks(role, "engineer")
    assert role.text() == "Water engineer"
    flush_all(page)
    assert store.contacts.find(ada).role == "Water engineer"  # type: ignore[union-attr]


def test_what_is_being_typed_belongs_to_the_contact_it_was_typed_for(
    page: ContactPage, store: Store, qtbot: QtBot
) -> None:
    ada, ben = add(store, Contact(name="Ada"), Contact(name="Ben", found_on=date(2026, 1, 2)))
    page.show_contact(ada)
    editor(page, "role").setFocus()
    qtbot.keyClicks(editor(page, "role"), "Poet")
    day = field(page, "found_on")
    qtbot.keyClicks(day.day.line, "no day at all")  # type: ignore[attr-defined]
    page.show_contact(ben)
    assert store.contacts.find(ada).role == "Poet"  # type: ignore[union-attr]
    assert editor(page, "role").text() == ""
    assert day.value == date(2026, 1, 2)


def test_details_are_kept_with_their_labels(page: ContactPage, store: Store, qtbot: QtBot) -> None:
    (ada,) = add(store, ADA)
    page.show_contact(ada)
    qtbot.keyClicks(hands.line(page, "E-mail 3"), "new@example.org")
    flush_all(page)
    contact = store.contacts.find(ada)
    assert contact is not None
    assert contact.emails == (*ADA.emails, Detail("new@example.org"))


def offered(line: QLineEdit, text: str) -> list[str]:
    """Type without the list dropping down: the offscreen platform has no windows that could."""
    line.setText(text)
    line.textEdited.emit(text)
    return line.completer().model().stringList()


def test_suggestions_come_from_what_is_known(page: ContactPage, store: Store, qtbot: QtBot) -> None:
    _, ben = add(store, ADA, Contact(name="Ben"))
    page.show_contact(ben)
    organisation, tags = editor(page, "organisation"), editor(page, "tags")
    organisation.setFocus()
    assert offered(organisation, "eng") == ["Engine Works"]
    assert offered(tags, "new, po") == ["poets"]
    index = tags.completer().completionModel().index(0, 0)
    assert tags.completer().pathFromIndex(index) == "new, poets"
    organisation.completer().activated.emit("Engine Works")
    QApplication.processEvents()
    assert store.contacts.find(ben).organisation == "Engine Works"  # type: ignore[union-attr]


def test_directions_are_chosen_and_added(page: ContactPage, store: Store, qtbot: QtBot) -> None:
    (ada,) = add(store, Contact(name="Ada"))
    with store.action("Add"):
        nursing = store.directions.add("Nursing")
    page.show_contact(ada)
    hands.press(page, "Directions they can tell you about: Nursing")
    assert store.contacts.find(ada).directions == (nursing,)  # type: ignore[union-attr]
    for typed in ("Water", "nursing"):
        qtbot.keyClicks(hands.line(page, "Add a direction"), typed)
        qtbot.keyClick(hands.line(page, "Add a direction"), Qt.Key.Key_Return)
    assert [direction.name for direction in store.directions.all()] == ["Nursing", "Water"]
    (chips,) = [each for each in page.findChildren(Chips) if "Directions" in each.accessibleName()]
    assert chips.value == tuple(direction.id for direction in store.directions.all())


def test_the_stage_is_set_by_hand_with_a_reason(page: ContactPage, store: Store, qtbot: QtBot) -> None:
    (ada,) = add(store, Contact(name="Ada"))
    page.show_contact(ada)
    assert not page._reason.isVisible()
    hands.choose_from_menu(page, "Stage: Found", words.stage(Stage.RESTING))
    assert hands.button(page, "Stage: Resting").text() == "Resting"
    assert page._reason.isAncestorOf(page.window().focusWidget())
    qtbot.keyClicks(page._reason.editor, "On leave")
    flush_all(page)
    contact = store.contacts.find(ada)
    assert contact is not None
    assert (contact.stage, contact.stage_reason) == (Stage.RESTING, "On leave")


@pytest.mark.parametrize("closed", [Stage.RESTING, Stage.DECLINED, Stage.NO_ANSWER])
def test_who_is_closed_can_be_opened_again_and_undo_closes_them(
    page: ContactPage, store: Store, workspace: Workspace, closed: Stage
) -> None:
    (ada,) = add(store, Contact(name="Ada"))
    page.show_contact(ada)
    hands.choose_from_menu(page, "Stage: Found", words.stage(closed))
    card = page.findChild(NextStepCard)
    assert card.isVisible()
    hands.press(card, "Open again")
    assert store.contacts.find(ada).stage not in (Stage.RESTING, Stage.DECLINED, Stage.NO_ANSWER)  # type: ignore[union-attr]
    workspace.undo()
    assert store.contacts.find(ada).stage is closed  # type: ignore[union-attr]


def test_a_stage_set_by_hand_asks_for_a_reason(page: ContactPage, store: Store) -> None:
    (ada,) = add(store, Contact(name="Ada"))
    page.show_contact(ada)
    hands.choose_from_menu(page, "Stage: Found", words.stage(Stage.REPLIED))
    assert page._reason.isVisible()


def test_a_person_found_may_have_agreed_already(page: ContactPage, store: Store) -> None:
    (ada,) = add(store, Contact(name="Ada"))
    page.show_contact(ada)
    agreed = QSignalSpy(page.agreed)
    hands.press(page.findChild(NextStepCard), "It is agreed")
    assert agreed.at(0) == [ada]


@pytest.mark.parametrize(
    ("stage", "button", "asks", "other", "reached"),
    [
        (Stage.FOUND, "Write to them", "write_requested", "I have written to them", Stage.WRITTEN_TO),
        (Stage.REPLIED, "A time is agreed…", "agreed", "", None),
        (Stage.MET, "Write to them", "write_requested", "I have said thank you", Stage.THANKED),
        (Stage.THANKED, "Write to them", "write_requested", "", None),
    ],
)
def test_the_next_step_follows_the_stage(
    page: ContactPage, store: Store, stage: Stage, button: str, asks: str, other: str, reached: Stage | None
) -> None:
    (ada,) = add(store, Contact(name="Ada", stage=stage))
    page.show_contact(ada)
    card = page.findChild(NextStepCard)
    assert hands.primary(card).text() == button
    others = set(hands.names(card, QPushButton)) - {button, "It is agreed"}
    assert others == ({other} if other else set())
    asked = QSignalSpy(getattr(page, asks))
    hands.primary(card).click()
    assert asked.count() == 1
    assert asked.at(0)[0] == ada
    if reached:
        hands.press(card, other)
        assert store.contacts.find(ada).stage is reached  # type: ignore[union-attr]


def test_an_answer_to_a_message_nobody_noted_still_moves_the_contact_on(page: ContactPage, store: Store) -> None:
    (ada,) = add(store, Contact(name="Ada", stage=Stage.WRITTEN_TO))
    page.show_contact(ada)
    assert hands.primary(page.findChild(NextStepCard)).text() == "They have answered"
    hands.primary(page.findChild(NextStepCard)).click()
    assert store.contacts.find(ada).stage is Stage.REPLIED  # type: ignore[union-attr]


def test_a_meeting_ahead_is_opened_and_one_that_took_place_is_written_up(
    page: ContactPage, store: Store, workspace: Workspace
) -> None:
    (ada,) = add(store, Contact(name="Ada"))
    with store.action("Agree"):
        meeting = store.meetings.add(Meeting(contact_id=ada, starts_at=workspace.now() + timedelta(days=3)))
    page.show_contact(ada)
    opened = QSignalSpy(page.meeting_requested)
    assert hands.primary(page.findChild(NextStepCard)).text() == "Open the meeting"
    hands.primary(page.findChild(NextStepCard)).click()
    with store.action("Meet"):
        earlier = workspace.now() - timedelta(days=1)
        store.meetings.update(meeting, state=MeetingState.MET, starts_at=earlier)
    assert hands.primary(page.findChild(NextStepCard)).text() == "Write it up"
    hands.primary(page.findChild(NextStepCard)).click()
    assert [opened.at(number) for number in (0, 1)] == [[meeting], [meeting]]
    assert "Meetings 1" in hands.tab_texts(page)


def test_a_meeting_whose_time_is_past_waits_to_be_written_up(
    page: ContactPage, store: Store, workspace: Workspace
) -> None:
    (ada,) = add(store, Contact(name="Ada"))
    with store.action("Agree"):
        store.meetings.add(Meeting(contact_id=ada, starts_at=workspace.now() - timedelta(hours=2)))
    page.show_contact(ada)
    assert hands.primary(page.findChild(NextStepCard)).text() == "Write it up"


def test_what_is_opened_is_only_what_may_be(page: ContactPage, store: Store, workspace: Workspace) -> None:
    (ada,) = add(store, Contact(name="Ada", links=(Detail("javascript:alert(1)"),)))
    page.show_contact(ada)
    said = QSignalSpy(workspace.said)
    hands.press(page, "Open Web pages 1")
    assert "cannot be opened" in said.at(0)[0]
