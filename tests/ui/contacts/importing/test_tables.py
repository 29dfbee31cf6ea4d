"""Tables in the import page: asked about when nobody knows their headings, once; other files go along."""

from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from desktop.core.contact import Source
from desktop.formats.contact_columns import ColumnField
from desktop.store.store import Store
from desktop.ui.contacts.importing.mapping_page import MappingPage
from desktop.ui.contacts.importing.page import ImportPage
from desktop.ui.contacts.importing.preview import PreviewTable
from desktop.ui.workspace import Workspace
from tests.ui import hands

ODD = "Wer;Wo;Womit\nJörg Weiß;Sägewerk;030 5550110\nAda Byron;Engine Works;030 5550111\n"
CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ben\r\nEND:VCARD\r\n"


@pytest.fixture
def page(workspace: Workspace, qtbot: QtBot) -> ImportPage:
    made = ImportPage(workspace)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    return made


@pytest.fixture
def odd(tmp_path: Path) -> Path:
    path = tmp_path / "odd.csv"
    path.write_text(ODD, encoding="utf-8")
    return path


def read(page: ImportPage, workspace: Workspace, *paths: Path) -> None:
    page.open(paths)
    workspace.tasks.wait()


def say(mapping: MappingPage, column: int, field: ColumnField) -> None:
    view = hands.control(mapping, "The first rows, column by column", QTableView)
    view.setCurrentIndex(view.model().index(0, column))
    mapping.holds.enter(field)


def model(page: ImportPage) -> QAbstractItemModel:
    return page.findChild(PreviewTable).model()


def answer(page: ImportPage, workspace: Workspace) -> MappingPage:
    mapping = page.currentWidget()
    assert isinstance(mapping, MappingPage)
    mapping.has_headings.enter(True)
    workspace.tasks.wait()
    for column, field in enumerate((ColumnField.NAME, ColumnField.ORGANISATION, ColumnField.PHONE)):
        say(mapping, column, field)
    hands.press(mapping, "Read the people")
    workspace.tasks.wait()
    return mapping


def test_a_table_nobody_knows_is_asked_about_and_the_next_time_it_is_not(
    page: ImportPage, odd: Path, workspace: Workspace, store: Store
) -> None:
    read(page, workspace, odd)
    answer(page, workspace)
    assert not isinstance(page.currentWidget(), MappingPage)
    assert hands.says(page, "2 read: 2 new.")
    hands.primary(page).click()
    workspace.tasks.wait()
    assert [contact.organisation for contact in store.contacts.every()] == ["Engine Works", "Sägewerk"]
    assert store.next_undo == "Import contacts"
    read(page, workspace, odd)
    assert not isinstance(page.currentWidget(), MappingPage)
    assert hands.says(page, "2 read, and nothing new among them.")
    store.undo()
    assert store.contacts.count() == 0
    assert store.next_undo == ""


def test_a_known_table_is_not_asked_about_but_can_be_set_right(
    page: ImportPage, tmp_path: Path, workspace: Workspace
) -> None:
    known = tmp_path / "known.csv"
    known.write_text("Name,E-mail\nAda,ada@example.org\n", encoding="utf-8")
    read(page, workspace, known)
    assert not isinstance(page.currentWidget(), MappingPage)
    hands.press(page, "What the columns hold…")
    mapping = page.currentWidget()
    assert mapping is not None
    assert page.currentWidget() is mapping
    say(mapping, 1, ColumnField.LEFT_OUT)
    hands.press(mapping, "Read the people")
    workspace.tasks.wait()
    assert model(page).index(0, 3).data() == ""


def test_a_table_left_out_lets_the_other_files_go_on(
    page: ImportPage, odd: Path, tmp_path: Path, workspace: Workspace
) -> None:
    book = tmp_path / "book.vcf"
    book.write_text(CARD, newline="")
    read(page, workspace, odd, book)
    hands.press(page, "Leave this file out")
    workspace.tasks.wait()
    assert hands.says(page, "1 read: 1 new.")
    read(page, workspace, odd)
    hands.press(page, "Leave this file out")
    assert not isinstance(page.currentWidget(), MappingPage)
    assert not page.findChild(PreviewTable).isVisible()


def test_of_several_files_one_that_cannot_be_read_keeps_none_of_the_others(
    page: ImportPage, tmp_path: Path, workspace: Workspace
) -> None:
    book, song = tmp_path / "book.vcf", tmp_path / "song.pdf"
    book.write_text(CARD, newline="")
    song.write_bytes(b"%PDF-1.7")
    read(page, workspace, song, book)
    assert hands.says(page, "2 read: 1 new, 1 not readable.")
    assert model(page).index(0, 0).data() == "Not readable"
    assert "song.pdf" in model(page).index(0, 1).data()


def test_new_people_are_found_through_what_is_said_and_carry_file_and_day(
    page: ImportPage, tmp_path: Path, workspace: Workspace, store: Store
) -> None:
    book = tmp_path / "book.vcf"
    book.write_text(CARD, newline="")
    read(page, workspace, book)
    assert page.source.isVisible()
    page.source.enter(Source.ALUMNI)
    hands.primary(page).click()
    workspace.tasks.wait()
    (ben,) = store.contacts.every()
    assert (ben.source, ben.imported_from, ben.imported_on) == (Source.ALUMNI, "book.vcf", workspace.today())
    assert not page.source.isVisible()
    read(page, workspace, book)
    assert not page.source.isVisible()
    assert page.source.value is Source.KNOWN
