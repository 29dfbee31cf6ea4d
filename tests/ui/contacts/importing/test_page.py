"""Import in the window: preview first, then one step, and a report of what was skipped."""

from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.core.contact import Contact
from desktop.core.people.incoming import Choice
from desktop.store.store import Store
from desktop.ui.contacts.importing.choice import ImportChoice
from desktop.ui.contacts.importing.page import ImportPage
from desktop.ui.contacts.importing.preview import PreviewTable
from desktop.ui.widgets.long_task import LongTask
from desktop.ui.workspace import Workspace
from tests.ui import hands

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


def model(page: ImportPage) -> QAbstractItemModel:
    return page.findChild(PreviewTable).model()


def finish(workspace: Workspace) -> None:
    workspace.tasks.wait()


def test_files_are_read_and_shown_before_anything_happens(
    page: ImportPage, book: Path, workspace: Workspace, store: Store
) -> None:
    with store.action("Add"):
        store.contacts.add(Contact(name="Ben"))
    page.open([book])
    assert page.findChild(LongTask).isVisible()
    assert not hands.button(page, "Choose files…").isEnabled()
    finish(workspace)
    assert hands.says(page, "4 read: 3 new, 1 left out. One is like somebody: look at them first.")
    assert hands.primary(page).text() == "&Import 3 contacts"
    rows = [[model(page).index(row, column).data() for column in range(4)] for row in range(model(page).rowCount())]
    assert rows[0] == ["New, though like \u2068Ben\u2069", "Ben", "", "Ben@example.org"]
    assert rows[1:3] == [["New", name, "", f"{name}@example.org"] for name in ("Ada", "Cy")]
    assert rows[3] == ["Known already: \u2068Ada\u2069", "Ada", "", "Ada@example.org"]
    assert store.contacts.count() == 1


def test_the_import_is_one_step_that_can_be_taken_back(
    page: ImportPage, book: Path, workspace: Workspace, store: Store
) -> None:
    page.open([book])
    finish(workspace)
    said, done = QSignalSpy(workspace.said), QSignalSpy(page.imported)
    hands.primary(page).click()
    finish(workspace)
    assert store.contacts.count() == 3
    assert done.at(0) == [3]
    text, offered, _ = said.at(0)
    assert text == "3 contacts were imported"
    assert [name for name, _ in offered] == ["Undo"]
    assert not any(name.startswith("Import") for name in hands.names(page, QPushButton))
    assert "Save this report…" in hands.names(page, QPushButton)
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
    assert hands.tells(page, "song.pdf")
    assert hands.tells(page, "Nothing was changed")
    assert not page.findChild(PreviewTable).isVisible()
    assert hands.button(page, "Choose files…").isEnabled()


def test_cancel_changes_nothing(page: ImportPage, tmp_path: Path, workspace: Workspace, store: Store) -> None:
    many = tmp_path / "many.vcf"
    many.write_text("".join(CARD.format(f"P{n}") for n in range(3000)), newline="")
    page.open([many])
    page.findChild(LongTask).cancelled.emit()
    finish(workspace)
    assert hands.says(page, "Stopped. Nothing was changed.")
    assert store.contacts.count() == 0
    page.open([many])
    finish(workspace)
    hands.primary(page).click()
    page.findChild(LongTask).cancelled.emit()
    finish(workspace)
    assert store.contacts.count() == 0
    assert store.next_undo == ""


def test_nobody_new_offers_no_import(page: ImportPage, book: Path, workspace: Workspace) -> None:
    for _ in range(2):
        page.open([book])
        finish(workspace)
        if any(name.startswith("Import") for name in hands.names(page, QPushButton)):
            hands.primary(page).click()
            finish(workspace)
    assert hands.says(page, "4 read, and nothing new among them.")
    assert not any(name.startswith("Import") for name in hands.names(page, QPushButton))


@pytest.fixture
def alike(page: ImportPage, book: Path, workspace: Workspace, store: Store) -> ImportPage:
    """The book read, with two people in it who are like somebody."""
    with store.action("Add"):
        for name in ("Ben", "Cy"):
            store.contacts.add(Contact(name=name))
    page.open([book])
    finish(workspace)
    return page


def press(page: ImportPage, choice: Choice) -> None:
    button = page.findChild(ImportChoice).buttons[choice]
    assert button.isVisible()
    button.click()


def test_who_is_like_somebody_is_asked_about_and_merged_by_choice(
    alike: ImportPage, workspace: Workspace, store: Store
) -> None:
    assert alike.findChild(PreviewTable).currentIndex().row() == 0  # who is like somebody is asked about first
    assert hands.read(alike.findChild(ImportChoice))[0] == "Ben is like \u2068Ben\u2069. Are they one person?"
    press(alike, Choice.MERGE)
    assert model(alike).index(0, 0).data() == "Merged with \u2068Ben\u2069"
    assert hands.tells(alike, "2 new, 1 merged")
    assert alike.findChild(PreviewTable).currentIndex().row() == 1  # on to the next who is asked about
    hands.primary(alike).click()
    finish(workspace)
    assert store.contacts.count() == 4  # Ben, Cy, another Cy, Ada
    assert [
        [detail.value for detail in contact.emails] for contact in store.contacts.every() if contact.name == "Ben"
    ] == [["Ben@example.org"]]
    store.undo()
    assert store.contacts.count() == 2


def test_all_who_are_alike_are_decided_at_once(alike: ImportPage, workspace: Workspace, store: Store) -> None:
    alike.findChild(PreviewTable).selectRow(0)
    alike.findChild(ImportChoice).all_alike.setChecked(True)
    press(alike, Choice.MERGE)
    assert hands.tells(alike, "1 new, 2 merged")
    hands.primary(alike).click()
    finish(workspace)
    assert store.contacts.count() == 3
    assert any(text.startswith("4 read: 1 new, 2 merged, 1 left out, 0 not readable.") for text in hands.read(alike))


def test_somebody_new_can_be_left_out(alike: ImportPage, workspace: Workspace, store: Store) -> None:
    alike.findChild(PreviewTable).selectRow(2)
    assert not alike.findChild(ImportChoice).buttons[Choice.MERGE].isVisible()
    press(alike, Choice.SKIP)
    assert model(alike).index(2, 0).data() == "Left out"
    hands.primary(alike).click()
    finish(workspace)
    assert "Ada" not in [contact.name for contact in store.contacts.every()]
