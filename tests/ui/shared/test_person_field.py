"""One of the contacts is found by typing part of the name; where a new person may be meant, the name stands."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.contact import Contact
from desktop.store.store import Store
from desktop.ui.shared.person_field import OFFERED, PersonField
from tests.ui.picking import offered, pick


@pytest.fixture
def people(store: Store) -> list[int]:
    """Ann of the Port, an engineer; Ben; two of the name Jan Novak."""
    with store.action("Add"):
        return [
            store.contacts.add(contact)
            for contact in (
                Contact(name="Ann Lee", role="Engineer", organisation="Port"),
                Contact(name="Ben"),
                Contact(name="Jan Novak", organisation="River Board"),
                Contact(name="Jan Novak", organisation="Waterworks"),
            )
        ]


class Shown:
    """A window with the field and another line to go to."""

    def __init__(self, field: PersonField, qtbot: QtBot) -> None:
        self.window, self.other = QWidget(), QLineEdit()
        layout = QVBoxLayout(self.window)
        layout.addWidget(field)
        layout.addWidget(self.other)
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        field.setFocus()
        self.line = next(each for each in field.findChildren(QLineEdit) if each.accessibleName() == "Who?")
        qtbot.waitUntil(self.line.hasFocus)


@pytest.fixture
def field(store: Store, people: list[int], qtbot: QtBot) -> PersonField:
    return PersonField("&Who?", store.contacts)


@pytest.fixture
def open_field(store: Store, people: list[int], qtbot: QtBot) -> PersonField:
    return PersonField("&Who?", store.contacts, allow_new=True)


def hint(field: PersonField) -> str:
    return " ".join(each.text() for each in field.findChildren(QLabel) if each.isVisible() and each.text() != "&Who?")


def test_whoever_is_chosen_is_saved_by_id(field: PersonField, people: list[int], qtbot: QtBot) -> None:
    saved: list[object] = []
    field.saved_by(saved.append)
    there = Shown(field, qtbot)
    line = there.line
    assert pick(line, "ann") == "Ann Lee · Engineer · Port"
    assert (line.text(), field.value, saved) == ("Ann Lee", people[0], [people[0]])


def test_two_of_one_name_are_told_apart(field: PersonField, people: list[int], qtbot: QtBot) -> None:
    there = Shown(field, qtbot)
    line = there.line
    assert sorted(offered(line, "jan")) == ["Jan Novak · River Board", "Jan Novak · Waterworks"]
    taken = pick(line, "jan")
    assert field.value == people[2 if "River" in taken else 3]


def test_a_name_that_is_nobody_gives_way_and_an_empty_line_is_nobody(
    field: PersonField, people: list[int], qtbot: QtBot
) -> None:
    saved: list[object] = []
    field.saved_by(saved.append)
    field.show_anew(people[1])
    there = Shown(field, qtbot)
    line, other = there.line, there.other
    qtbot.keyClicks(line, "nobody")
    other.setFocus()
    assert (line.text(), field.value, saved) == ("Ben", people[1], [])
    line.setFocus()
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    assert (field.value, saved) == (None, [None])


def test_the_one_left_out_is_never_offered(store: Store, people: list[int], qtbot: QtBot) -> None:
    with store.action("Add"):
        store.contacts.add_all([Contact(name=f"Ann {number}") for number in range(OFFERED)])
    there = Shown(PersonField("&Who?", store.contacts, without=lambda: people[0]), qtbot)
    line = there.line
    found = offered(line, "ann")
    assert len(found) == OFFERED
    assert not any("Lee" in each for each in found)


def test_a_new_name_stands_and_is_said_to_be_new(open_field: PersonField, qtbot: QtBot) -> None:
    there = Shown(open_field, qtbot)
    line, other = there.line, there.other
    qtbot.keyClicks(line, "Cy  Roe ")
    other.setFocus()
    assert (open_field.name, open_field.value) == ("Cy Roe", None)
    assert hint(open_field) == "A new contact."
    line.setFocus()
    qtbot.keyClicks(line, "s")
    assert hint(open_field) == ""


def test_the_only_one_of_exactly_that_name_is_meant(open_field: PersonField, people: list[int], qtbot: QtBot) -> None:
    there = Shown(open_field, qtbot)
    line, other = there.line, there.other
    offered(line, "ann lee")
    other.setFocus()
    assert (open_field.value, hint(open_field)) == (people[0], "")
    line.setText("Jan Novak")
    assert open_field.value is None


def test_typing_on_after_a_choice_means_somebody_else(open_field: PersonField, people: list[int], qtbot: QtBot) -> None:
    there = Shown(open_field, qtbot)
    line = there.line
    pick(line, "ben")
    assert open_field.value == people[1]
    qtbot.keyClicks(line, "jamin")
    assert (open_field.name, open_field.value) == ("Benjamin", None)


def test_enter_is_told(open_field: PersonField, qtbot: QtBot) -> None:
    there = Shown(open_field, qtbot)
    line = there.line
    line.setText("Cy Roe")
    with qtbot.waitSignal(open_field.entered, timeout=1000):
        qtbot.keyClick(line, Qt.Key.Key_Return)
