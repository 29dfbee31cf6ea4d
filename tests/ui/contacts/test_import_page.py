"""Import in the window: preview first, then one step, and a report of what was skipped."""

from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from desktop.core.contact import Contact
from desktop.core.incoming import ImportReport, Skipped
from desktop.store.store import Store
from desktop.ui.contacts.import_page import ImportPage, report_text
from desktop.ui.workspace import Workspace

CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{0}\r\nEMAIL:{0}@example.org\r\nEND:VCARD\r\n"


@pytest.fixture
def page(workspace: Workspace, qtbot: QtBot) -> ImportPage:
    made = ImportPage(workspace)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    return made


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "book.vcf"
    path.write_text("".join(CARD.format(name) for name in ("Ada", "Ben", "Cy", "Ada")), newline="")
    return path


def finish(workspace: Workspace) -> None:
    workspace.tasks.wait()


def test_files_are_read_and_shown_before_anything_happens(
    page: ImportPage, book: Path, workspace: Workspace, store: Store
) -> None:
    with store.action("Add"):
        store.contacts.add(Contact(name="Ben"))
    page.open([book])
    assert page._working.isVisible()
    assert not page._choose.isEnabled()
    finish(workspace)
    assert page._said.text() == "4 read: 3 new, 1 skipped."
    assert page._import.text() == "&Import 3 contacts"
    rows = [[page._model.index(row, column).data() for column in range(4)] for row in range(page._model.rowCount())]
    assert rows[0] == ["Skipped", "Ada stands in these files before, word for word.", "", "book.vcf, line 16"]
    assert rows[1:] == [["New", name, "", f"{name}@example.org"] for name in ("Ada", "Ben", "Cy")]
    assert store.contacts.count() == 1


def test_the_import_is_one_step_that_can_be_taken_back(
    page: ImportPage, book: Path, workspace: Workspace, store: Store
) -> None:
    page.open([book])
    finish(workspace)
    said, done = QSignalSpy(workspace.said), QSignalSpy(page.imported)
    page._import.click()
    finish(workspace)
    assert store.contacts.count() == 3
    assert done.at(0) == [3]
    text, offered, _ = said.at(0)
    assert text == "3 contacts were imported"
    assert [name for name, _ in offered] == ["Undo"]
    assert not page._import.isVisible()
    assert page._save.isVisible()
    assert store.next_undo == "Import contacts"
    store.undo()
    assert store.contacts.count() == 0


def test_a_file_of_something_else_is_said_in_words(
    page: ImportPage, tmp_path: Path, workspace: Workspace, store: Store
) -> None:
    other = tmp_path / "song.pdf"
    other.write_bytes(b"%PDF-1.7 something")
    page.open([other])
    finish(workspace)
    assert "song.pdf" in page._said.text()
    assert "Nothing was changed" in page._said.text()
    assert not page._table.isVisible()
    assert page._choose.isEnabled()


def test_cancel_changes_nothing(page: ImportPage, tmp_path: Path, workspace: Workspace, store: Store) -> None:
    many = tmp_path / "many.vcf"
    many.write_text("".join(CARD.format(f"P{n}") for n in range(3000)), newline="")
    page.open([many])
    page._working.cancelled.emit()
    finish(workspace)
    assert page._said.text() == "Stopped. Nothing was changed."
    assert store.contacts.count() == 0
    page.open([many])
    finish(workspace)
    page._import.click()
    page._working.cancelled.emit()
    finish(workspace)
    assert store.contacts.count() == 0
    assert store.next_undo == ""


def test_nobody_new_offers_no_import(page: ImportPage, book: Path, workspace: Workspace) -> None:
    for _ in range(2):
        page.open([book])
        finish(workspace)
        if page._import.isVisible():
            page._import.click()
            finish(workspace)
    assert page._said.text() == "4 read, and nobody new among them."
    assert not page._import.isVisible()


def test_the_report_names_file_line_and_reason() -> None:
    report = ImportReport(2, 0, (Skipped("a.vcf", 7, "Ann is among your contacts already."),))
    assert report_text(report, "3 read").splitlines() == ["3 read", "", "a.vcf:7: Ann is among your contacts already."]
