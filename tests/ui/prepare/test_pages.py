"""Purpose, time, opening and logistics: what is entered is saved, what follows from it is shown."""

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.contact import Contact, Stage
from desktop.core.meeting import OwnAnswer, Rescue
from desktop.core.meeting_line import Way
from desktop.store.store import Store
from desktop.ui.prepare.logistics_page import LogisticsPage
from desktop.ui.prepare.open_meeting import OpenMeeting
from desktop.ui.prepare.opening_page import OpeningPage
from desktop.ui.prepare.purpose_page import PurposePage
from desktop.ui.prepare.time_page import TimePage
from desktop.ui.prepare.wizard_page import WizardPage
from desktop.ui.shared.person_field import PersonField
from desktop.ui.widgets.date_fields import DateTimeField
from desktop.ui.widgets.fields import CheckField, ChoiceField, LinesField, NumberField, TextField
from desktop.ui.widgets.zone_field import ZoneField
from desktop.ui.workspace import Workspace
from tests.ui.picking import pick
from tests.ui.prepare.conftest import Said
from tests.ui.prepare.parts import field, press, write


def show(page: WizardPage, qtbot: QtBot) -> None:
    qtbot.addWidget(page)
    page._meeting.changed.connect(page.refresh)
    page.refresh()
    page.resize(900, 900)
    page.show()


def words(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def purpose(opened: OpenMeeting, qtbot: QtBot) -> PurposePage:
    page = PurposePage(opened)
    show(page, qtbot)
    return page


@pytest.fixture
def time(opened: OpenMeeting, qtbot: QtBot) -> TimePage:
    page = TimePage(opened)
    show(page, qtbot)
    return page


@pytest.fixture
def opening(opened: OpenMeeting, qtbot: QtBot) -> OpeningPage:
    page = OpeningPage(opened)
    show(page, qtbot)
    return page


@pytest.fixture
def logistics(opened: OpenMeeting, qtbot: QtBot) -> LogisticsPage:
    page = LogisticsPage(opened)
    show(page, qtbot)
    return page


# -- purpose -----------------------------------------------------------------------------------------------------------


def test_the_purpose_is_saved_as_typed(purpose: PurposePage, opened: OpenMeeting) -> None:
    write(field(purpose, TextField, "What do you want to learn"), "See the laboratory")
    assert opened.meeting.purpose == "See the laboratory"


def test_another_contact_is_found_by_a_part_of_the_name_and_what_is_prepared_stays(
    purpose: PurposePage, opened: OpenMeeting, workspace: Workspace, said: Said
) -> None:
    store = workspace.store
    workspace.act("Add", lambda: store.contacts.add(Contact(name="Łukasz Śmigły", role="Engineer")))
    press(purpose, "Meet someone else…")
    person = purpose.findChild(PersonField)
    assert isinstance(person, PersonField)
    pick(person.editor, "lukasz")
    assert opened.contact.name == "Łukasz Śmigły"
    assert opened.contact.stage is Stage.AGREED
    assert len(opened.questions) == 8
    assert said.last == "This meeting is now with Łukasz Śmigły."
    workspace.undo()
    assert opened.contact.name == "Amara Okafor"


def test_a_new_person_is_added_by_one_line(purpose: PurposePage, opened: OpenMeeting, store: Store) -> None:
    press(purpose, "Meet someone else…")
    person = purpose.findChild(PersonField)
    assert isinstance(person, PersonField)
    person.editor.setText("Ben Ito")
    press(purpose, "Use this person")
    assert opened.contact.name == "Ben Ito"
    assert store.contacts.count() == 2


def test_typing_a_name_alone_adds_nobody(purpose: PurposePage, store: Store) -> None:
    press(purpose, "Meet someone else…")
    person = purpose.findChild(PersonField)
    assert isinstance(person, PersonField)
    person.editor.setText("Ben Ito")
    press(purpose, "Keep as it is")
    assert store.contacts.count() == 1


def test_a_direction_can_be_chosen_or_added_and_becomes_one_of_the_contacts(
    purpose: PurposePage, opened: OpenMeeting, store: Store
) -> None:
    direction = field(purpose, ChoiceField, "Which direction")
    direction.editor.setCurrentIndex(direction.editor.count() - 1)
    direction.editor.activated.emit(direction.editor.count() - 1)
    field(purpose, TextField, "Name of the new direction").editor.setText("Water engineer")
    press(purpose, "Add direction")
    found = store.directions.all()
    assert [each.name for each in found] == ["Water engineer"]
    assert opened.meeting.direction_id == found[0].id
    assert opened.contact.directions == (found[0].id,)
    assert direction.value == found[0].id


# -- time --------------------------------------------------------------------------------------------------------------


def test_the_budget_follows_the_minutes(time: TimePage, opened: OpenMeeting) -> None:
    assert "2 opening · 15 questions · 3 closing" in words(time)
    minutes = field(time, NumberField, "How long")
    minutes.editor.setValue(30)
    minutes.flush()
    assert opened.meeting.minutes == 30
    assert "3 opening · 23 questions · 4 closing" in words(time)


def test_the_time_is_that_of_the_agreed_zone(time: TimePage, opened: OpenMeeting) -> None:
    when = field(time, DateTimeField, "Day and time")
    assert when.value == datetime(2026, 11, 26, 10, 0)
    when.clock.setText("11:30")
    when.clock.textEdited.emit("11:30")
    when.flush()
    assert opened.meeting.starts_at == datetime(2026, 11, 26, 10, 30, tzinfo=UTC)


def test_another_zone_keeps_the_clock_and_moves_the_moment(time: TimePage, opened: OpenMeeting) -> None:
    write(field(time, ZoneField, "Time zone of that time"), "london")
    assert opened.meeting.zone == "Europe/London"
    assert opened.meeting.starts_at == datetime(2026, 11, 26, 10, 0, tzinfo=UTC)


def test_the_other_persons_clock_is_shown_where_it_differs(time: TimePage, opened: OpenMeeting) -> None:
    assert "Amara Okafor it is" not in words(time)
    write(field(time, ZoneField, "Time zone of the other"), "Africa/Lagos")
    assert opened.contact.time_zone == "Africa/Lagos"
    assert "Amara Okafor it is" not in words(time)  # the same clock in November
    write(field(time, ZoneField, "Time zone of the other"), "Asia/Tokyo")
    assert "For Amara Okafor it is Thursday, 26 November, 18:00 then (Asia/Tokyo)." in words(time)


def test_a_zone_that_is_none_is_not_saved_and_says_how(time: TimePage, opened: OpenMeeting) -> None:
    write(field(time, ZoneField, "Time zone of the other"), "Mars")
    assert opened.contact.time_zone == ""
    assert "Type a city and choose" in words(time)


def test_each_way_asks_for_what_it_needs(time: TimePage, opened: OpenMeeting) -> None:
    way = field(time, ChoiceField, "How you meet")

    def choose(code: Way) -> None:
        way.editor.setCurrentIndex(list(Way).index(code))
        way.editor.activated.emit(list(Way).index(code))

    assert field(time, TextField, "Place").isVisible()
    choose(Way.PHONE)
    assert field(time, TextField, "Number to call").value == "+49 30 1"  # the contact's own, to begin with
    assert not field(time, TextField, "Place").isVisible()
    assert opened.meeting.arrive_early == 5
    choose(Way.VIDEO)
    assert field(time, TextField, "Address of the video room").isVisible()
    assert any("Camera" in item for item in opened.meeting.bring)


def test_the_reminder_says_when_to_confirm(time: TimePage, opened: OpenMeeting) -> None:
    assert "between Tuesday, 24 November, 10:00 and Wednesday, 25 November, 10:00" in words(time)
    reminder = field(time, CheckField, "Remind me")
    reminder.editor.click()
    assert not opened.meeting.remind_to_confirm


def test_without_a_time_nothing_is_said_about_clocks(time: TimePage, opened: OpenMeeting, workspace: Workspace) -> None:
    when = field(time, DateTimeField, "Day and time")
    for line in (when.day.line, when.clock):
        line.setText("")
        line.textEdited.emit("")
    when.flush()
    assert opened.meeting.starts_at is None
    assert "short line between" not in words(time)


# -- opening -----------------------------------------------------------------------------------------------------------


def test_the_profile_is_asked_for_here_and_the_opening_follows_it(
    opening: OpeningPage, opened: OpenMeeting, store: Store
) -> None:
    write(field(opening, TextField, "Your name"), "Lena Vogt")
    write(field(opening, TextField, "What you do or want"), "lab technician")
    assert store.preferences.profile().headline == "lab technician"
    assert opened.meeting.opening.startswith("My name is Lena Vogt")
    assert field(opening, TextField, "How you begin").value == opened.meeting.opening


def test_an_opening_of_ones_own_stays_when_the_profile_is_filled_in(opening: OpeningPage, opened: OpenMeeting) -> None:
    write(field(opening, TextField, "How you begin"), "Hello, I am Lena.")
    write(field(opening, TextField, "Your name"), "Lena Vogt")
    write(field(opening, TextField, "What you do or want"), "lab technician")
    assert opened.meeting.opening == "Hello, I am Lena."


def test_a_complete_profile_is_not_asked_for_again(opened: OpenMeeting, workspace: Workspace, qtbot: QtBot) -> None:
    preferences = workspace.store.preferences
    workspace.act("Edit", lambda: preferences.update_profile(name="Lena", headline="technician"))
    page = OpeningPage(opened)
    show(page, qtbot)
    assert not field(page, TextField, "Your name").isVisible()


def test_own_answers_are_saved_ticked_and_removed(opening: OpeningPage, opened: OpenMeeting) -> None:
    write(field(opening, TextField, "Tell me about yourself."), "I measure water.")
    assert opened.meeting.asked_back[0] == OwnAnswer("Tell me about yourself.", "I measure water.", on_brief=True)
    field(opening, CheckField, "On the brief").editor.click()
    assert not opened.meeting.asked_back[0].on_brief
    before = len(opened.meeting.asked_back)
    press(opening, "Remove")
    assert len(opened.meeting.asked_back) == before - 1
    assert opened.meeting.asked_back[0].asked != "Tell me about yourself."


def test_a_question_and_a_moment_of_ones_own_can_be_added(opening: OpeningPage, opened: OpenMeeting) -> None:
    for name, button in (("Another question they may ask", "Add question"), ("Another moment", "Add moment")):
        line = next(each for each in opening.findChildren(QWidget) if each.accessibleName().startswith(name))
        line.setProperty("text", "R&D <b>or</b> rain?")
        press(opening, button)
    assert opened.meeting.asked_back[-1].asked == "R&D <b>or</b> rain?"
    write(field(opening, TextField, "R&D <b>or</b> rain?"), "Both.")
    assert opened.meeting.asked_back[-1].answer == "Both."
    assert opened.meeting.rescues[-1] == Rescue("R&D <b>or</b> rain?", "")


def test_the_close_is_saved(opening: OpeningPage, opened: OpenMeeting) -> None:
    write(field(opening, TextField, "Who else"), "Whom should I ask next?")
    assert opened.meeting.who_else == "Whom should I ask next?"


# -- logistics ---------------------------------------------------------------------------------------------------------


def test_arriving_early_is_said_as_a_time_on_the_clock(logistics: LogisticsPage, opened: OpenMeeting) -> None:
    assert "Be there at 09:50." in words(logistics)
    early = field(logistics, NumberField, "Be there early")
    early.editor.setValue(15)
    early.flush()
    assert "Be there at 09:45." in words(logistics)


def test_what_to_bring_is_one_thing_a_line(logistics: LogisticsPage, opened: OpenMeeting) -> None:
    write(field(logistics, LinesField, "What to bring"), "Pen\n\n  Paper ")
    assert opened.meeting.bring == ("Pen", "Paper")


def test_phone_and_route_are_saved(logistics: LogisticsPage, opened: OpenMeeting) -> None:
    assert field(logistics, TextField, "Phone number").value == "+49 30 1"
    write(field(logistics, TextField, "Way there"), "Tram 4")
    assert opened.meeting.route == "Tram 4"
