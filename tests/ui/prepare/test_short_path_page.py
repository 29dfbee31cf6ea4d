"""The short path: by keyboard from the empty tab to a saved brief, in few actions, as one step of undo."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.core.contact import Contact, Stage
from desktop.core.direction import DirectionKind
from desktop.core.meeting import PreparationPage, Priority
from desktop.core.question import preselected
from desktop.store.store import Store
from desktop.ui.prepare.brief_output import BriefOutput
from desktop.ui.prepare.short_path_page import ShortPathPage
from desktop.ui.prepare.tab import PrepareTab
from desktop.ui.prepare.wizard import Wizard
from desktop.ui.shared.person_field import PersonField
from desktop.ui.widgets.date_fields import DateTimeField
from desktop.ui.widgets.fields import TextField
from desktop.ui.workspace import Workspace
from tests.ui.picking import pick
from tests.ui.prepare.conftest import Said
from tests.ui.prepare.parts import field, press


@pytest.fixture
def form(tab: PrepareTab) -> ShortPathPage:
    tab.start_short_path()
    found = tab.findChild(ShortPathPage)
    assert isinstance(found, ShortPathPage)
    return found


def fill(form: ShortPathPage, name: str, day: str = "", clock: str = "", purpose: str = "") -> None:
    person = form.findChild(PersonField)
    assert isinstance(person, PersonField)
    person.editor.setText(name)
    when = field(form, DateTimeField, "When")
    when.day.line.setText(day)
    when.clock.setText(clock)
    when._typed()
    field(form, TextField, "What do you want").editor.setText(purpose)  # type: ignore[union-attr]


class Keyboard:
    """Counts what a user does: each field filled and each key chord is one action."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.actions = 0

    def type(self, text: str) -> None:
        self.actions += 1
        focused = QApplication.focusWidget()
        assert isinstance(focused, QLineEdit)
        self._qtbot.keyClicks(focused, text)

    def press(self, key: Qt.Key) -> None:
        self.actions += 1
        focused = QApplication.focusWidget()
        assert focused is not None
        self._qtbot.keyClick(focused, key)


def test_by_keyboard_three_fields_make_a_saved_brief_in_few_actions(
    tab: PrepareTab, store: Store, tmp_path: Path, qtbot: QtBot
) -> None:
    keys = Keyboard(qtbot)
    tab.start_short_path()
    keys.actions += 1  # the door, or its key
    keys.type("Amara Okafor")
    keys.press(Qt.Key.Key_Tab)
    keys.type("26/11/2026")
    keys.press(Qt.Key.Key_Tab)
    keys.type("10:00")
    keys.press(Qt.Key.Key_Tab)
    keys.type("Learn which training matters")
    keys.press(Qt.Key.Key_Tab)
    keys.press(Qt.Key.Key_Space)
    tab.save_brief()
    keys.actions += 1  # its key
    dialog = next(each for each in tab.findChildren(QFileDialog) if each.isVisible())
    dialog.selectFile(str(tmp_path / "brief.pdf"))
    output = tab.findChild(BriefOutput)
    assert isinstance(output, BriefOutput)
    with qtbot.waitSignal(output.ended):
        keys.actions += 1  # Enter in the dialog
        dialog.fileSelected.emit(str(tmp_path / "brief.pdf"))
    dialog.done(1)
    assert keys.actions <= 13  # two are left for the first start
    assert (tmp_path / "brief.pdf").stat().st_size > 1000
    (line,) = store.meetings.ahead()
    assert (line.contact, line.purpose, line.questions) == ("Amara Okafor", "Learn which training matters", 8)
    assert line.starts_at is not None


def test_the_brief_stands_ready_on_the_review(form: ShortPathPage, tab: PrepareTab, store: Store, qtbot: QtBot) -> None:
    fill(form, "Amara Okafor", purpose="Learn")
    press(form, "Make the brief")
    wizard = tab.findChild(Wizard)
    assert isinstance(wizard, Wizard)
    assert wizard.isVisible()
    assert wizard.page is PreparationPage.REVIEW
    (line,) = store.meetings.ahead()
    questions = store.meetings.questions(line.id)
    assert [q.question_key for q in questions if q.priority is Priority.MUST] == list(preselected())
    contact = store.contacts.find(line.contact_id)
    assert contact is not None
    assert (contact.stage, contact.source) == (Stage.AGREED, None)


def test_all_of_it_is_one_step_of_undo(form: ShortPathPage, workspace: Workspace, store: Store) -> None:
    fill(form, "Amara Okafor")
    press(form, "Make the brief")
    workspace.undo()
    assert store.meetings.ahead() == []
    assert store.contacts.count() == 0


def test_a_known_contact_is_taken_by_name_with_the_questions_of_the_direction(
    form: ShortPathPage, workspace: Workspace, store: Store
) -> None:
    def known() -> int:
        direction = store.directions.add("City Waterworks", DirectionKind.COMPANY)
        return store.contacts.add(Contact(name="Łukasz Śmigły", directions=(direction,)))

    contact_id = workspace.act("Add", known)
    fill(form, "lukasz smigly")
    press(form, "Make the brief")
    (line,) = store.meetings.ahead()
    assert line.contact_id == contact_id
    assert store.contacts.count() == 1
    musts = [q.question_key for q in store.meetings.questions(line.id) if q.priority is Priority.MUST]
    assert musts == list(preselected(DirectionKind.COMPANY))


def test_a_part_of_a_name_offers_the_contact_and_choosing_it_takes_it(
    form: ShortPathPage, workspace: Workspace, store: Store
) -> None:
    workspace.act("Add", lambda: store.contacts.add(Contact(name="Amara Okafor", role="Engineer")))
    person = form.findChild(PersonField)
    assert isinstance(person, PersonField)
    assert pick(person.editor, "oka") == "Amara Okafor · Engineer"
    assert (person.typed_name, person.value) == ("Amara Okafor", 1)


def test_two_people_of_one_name_are_not_mistaken_for_one_another(
    form: ShortPathPage, workspace: Workspace, store: Store
) -> None:
    for organisation in ("River Board", "City Waterworks"):
        workspace.act("Add", lambda o=organisation: store.contacts.add(Contact(name="Jan Novak", organisation=o)))
    fill(form, "Jan Novak")
    press(form, "Make the brief")
    assert store.contacts.count() == 3


def test_a_contact_of_another_tab_is_there_already(tab: PrepareTab, workspace: Workspace, store: Store) -> None:
    contact_id = workspace.act("Add", lambda: store.contacts.add(Contact(name="Amara Okafor")))
    tab.start_short_path(contact_id)
    person = tab.findChild(PersonField)
    assert isinstance(person, PersonField)
    assert (person.typed_name, person.value) == ("Amara Okafor", contact_id)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "When? (if you know already)"


def test_without_a_name_nothing_is_made_and_the_cursor_goes_there(
    form: ShortPathPage, store: Store, said: Said
) -> None:
    fill(form, "  ", purpose="Learn")
    press(form, "Make the brief")
    assert store.meetings.ahead() == []
    assert "name of the person first" in said.last


@pytest.mark.parametrize(("day", "clock"), [("soon", "10:00"), ("26/11/2026", ""), ("26/11/2026", "late")])
def test_half_a_time_is_asked_about_rather_than_lost(day: str, clock: str, form: ShortPathPage, store: Store) -> None:
    fill(form, "Amara Okafor", day, clock)
    press(form, "Make the brief")
    assert store.meetings.ahead() == []
    when = field(form, DateTimeField, "When")
    assert any(
        label.isVisible() and label.text()
        for label in when.findChildren(QLabel)
        if label.text().replace("&", "") != when.name
    )
    assert when.day.line.text() == day


def test_the_time_is_kept_as_a_moment_with_its_zone(form: ShortPathPage, workspace: Workspace, store: Store) -> None:
    workspace.act("Zone", lambda: store.preferences.update_profile(time_zone="Europe/Berlin"))
    fill(form, "Amara Okafor", "26/11/2026", "10:00")
    press(form, "Make the brief")
    (line,) = store.meetings.ahead()
    assert (line.starts_at, line.zone) == (datetime(2026, 11, 26, 9, 0, tzinfo=UTC), "Europe/Berlin")


def test_not_now_leads_back_to_where_there_is_something(form: ShortPathPage, tab: PrepareTab) -> None:
    press(form, "Not now")
    assert not form.isVisible()
    assert tab.childAt(QPoint(10, 10)) is not None
    assert any(isinstance(each, QAbstractButton) and each.isVisible() for each in tab.findChildren(QAbstractButton))
