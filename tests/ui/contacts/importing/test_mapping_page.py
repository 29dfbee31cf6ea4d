"""A table nobody knows: what was guessed is shown and set right before anybody is read, and nobody is lost."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from desktop.core.contact import Detail
from desktop.formats.contact_columns import ColumnField
from desktop.formats.table_mapping import CHOICES, ENCODINGS, Mapping, TableFile, open_table, people_of_table
from desktop.ui.contacts.importing import mapping_words
from desktop.ui.contacts.importing.mapping_page import MappingPage
from desktop.ui.workspace import Workspace
from tests.ui import hands

ODD = "Wer;Wo;Womit\nJörg Weiß;Sägewerk;030 5550110\nAda Byron;Engine Works;030 5550111\n"


MISSING = "Say which column holds a name, an e-mail address or a phone number."


def table(page: MappingPage) -> QTableView:
    return hands.control(page, "The first rows, column by column", QTableView)


def agreed(page: MappingPage) -> tuple[TableFile, Mapping]:
    """What is handed on when the user says that it is right."""
    heard = QSignalSpy(page.agreed)
    hands.press(page, "Read the people")
    found, mapping = heard.at(0)
    return found, mapping


@pytest.fixture
def page(workspace: Workspace, qtbot: QtBot) -> MappingPage:
    made = MappingPage(workspace)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    QAbstractItemModelTester(table(made).model(), QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    return made


def written(tmp_path: Path, text: str, encoding: str = "utf-8") -> Path:
    path = tmp_path / "people.csv"
    path.write_bytes(text.encode(encoding))
    return path


def ask(page: MappingPage, path: Path, mapping: Mapping | None = None, headings: bool | None = None) -> None:
    page.ask(path, open_table(path, headings=headings), mapping)


def say(page: MappingPage, column: int, field: ColumnField, label: str = "") -> None:
    table(page).setCurrentIndex(table(page).model().index(0, column))
    page.holds.enter(field)
    if label:
        page.kind.enter(label)


def headings(page: MappingPage) -> list[str]:
    model = table(page).model()
    return [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]


def test_what_each_column_holds_is_said_column_by_column(page: MappingPage, tmp_path: Path, qtbot: QtBot) -> None:
    ask(page, written(tmp_path, ODD), headings=True)
    say(page, 0, ColumnField.NAME)
    say(page, 1, ColumnField.ORGANISATION)
    say(page, 2, ColumnField.PHONE, "work")
    assert headings(page) == ["Wer\nWhole name", "Wo\nOrganisation", "Womit\nPhone number (work)"]
    agreed = QSignalSpy(page.agreed)
    hands.press(page, "Read the people")
    table, mapping = agreed.at(0)
    first = people_of_table(table, mapping).people[0].contact
    assert (first.name, first.organisation, first.phones) == (
        "Jörg Weiß",
        "Sägewerk",
        (Detail("030 5550110", "work"),),
    )


def test_the_arrow_keys_go_from_column_to_column_and_enter_to_what_it_holds(
    page: MappingPage, tmp_path: Path, qtbot: QtBot
) -> None:
    ask(page, written(tmp_path, ODD), headings=True)
    page.activateWindow()
    table(page).setFocus()
    qtbot.keyClick(table(page), Qt.Key.Key_Right)
    assert table(page).currentIndex().column() == 1
    assert page.holds.editor.accessibleName() == "“Wo” holds"
    table(page).activated.emit(table(page).currentIndex())
    assert page.holds.editor.hasFocus()


def test_a_table_without_headings_keeps_its_first_person(
    page: MappingPage, tmp_path: Path, workspace: Workspace
) -> None:
    ask(page, written(tmp_path, "Jörg Weiß;Leiter\nAda Byron;Rechnerin\n"), headings=True)
    assert headings(page)[0].startswith("Jörg Weiß\n")
    page.has_headings.enter(False)
    workspace.tasks.wait()
    assert headings(page)[0].startswith("Column 1\n")
    say(page, 0, ColumnField.NAME)
    people = people_of_table(*agreed(page)).people
    assert [person.contact.name for person in people] == ["Jörg Weiß", "Ada Byron"]


def test_other_letters_and_another_delimiter_show_the_rows_anew(
    page: MappingPage, tmp_path: Path, workspace: Workspace
) -> None:
    ask(page, written(tmp_path, "Wer|Wo, wann\nŽofie|Brno\nŁucja|Łódź\n", "cp1250"), headings=True)
    page.encoding.enter("cp1250")
    workspace.tasks.wait()
    page.delimiter.enter("|")
    workspace.tasks.wait()
    model = table(page).model()
    assert [model.index(row, 0).data() for row in range(2)] == ["Žofie", "Łucja"]
    assert page.encoding.value == "cp1250"


def test_what_was_said_stays_when_only_the_letters_change(
    page: MappingPage, tmp_path: Path, workspace: Workspace
) -> None:
    ask(page, written(tmp_path, ODD), headings=True)
    say(page, 0, ColumnField.NAME)
    page.encoding.enter("cp1252")
    workspace.tasks.wait()
    assert headings(page)[0] == "Wer\nWhole name"


def test_without_a_way_to_know_people_nothing_can_be_read_and_it_says_so(page: MappingPage, tmp_path: Path) -> None:
    ask(page, written(tmp_path, ODD), headings=True)
    for column in range(3):
        say(page, column, ColumnField.LEFT_OUT)
    assert not hands.button(page, "Read the people").isEnabled()
    assert hands.says(page, MISSING)
    say(page, 0, ColumnField.EMAIL)
    assert hands.button(page, "Read the people").isEnabled()
    assert not hands.says(page, MISSING)


def test_a_remembered_mapping_is_shown_instead_of_the_guess(page: MappingPage, tmp_path: Path) -> None:
    path = written(tmp_path, ODD)
    ask(page, path, headings=True)
    for column, field in enumerate((ColumnField.NAME, ColumnField.ORGANISATION, ColumnField.PHONE)):
        say(page, column, field)
    _, remembered = agreed(page)
    ask(page, path, remembered, headings=True)
    assert agreed(page)[1] == remembered


def test_a_file_that_went_meanwhile_is_said_and_the_page_stays(
    page: MappingPage, tmp_path: Path, workspace: Workspace
) -> None:
    path = written(tmp_path, ODD)
    ask(page, path, headings=True)
    path.unlink()
    said: list[str] = []
    workspace.said.connect(lambda text, *_: said.append(text))
    page.encoding.enter("cp1252")
    workspace.tasks.wait()
    assert said
    assert page.encoding.value == "utf-8"


def test_there_are_words_for_everything_that_can_be_chosen() -> None:
    assert all(mapping_words.field(each) != each.value for each in CHOICES)
    assert all(mapping_words.encoding(codec) != codec for codec in ENCODINGS)
