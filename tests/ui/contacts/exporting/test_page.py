"""Export in the window: what is chosen goes out, what is confidential only if ticked that time; archives come back."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.core.contact import Contact, ContactFilter, Detail
from desktop.core.export.contact_export import ExportField, ExportKind
from desktop.core.meeting import Meeting, PlannedQuestion
from desktop.store.store import Store
from desktop.ui.actions import Actions
from desktop.ui.contacts.exporting.page import ALL, LISTED, SELECTED, ExportPage
from desktop.ui.contacts.people.selection_bar import SelectionBar
from desktop.ui.contacts.tab import ContactsTab
from desktop.ui.contacts.whole_pages import WholePages
from desktop.ui.workspace import Workspace
from tests.ui import hands


@pytest.fixture
def people(store: Store) -> list[int]:
    with store.action("Add"):
        ann = store.contacts.add(Contact(name="Ann Lee", emails=(Detail("ann@example.org"),), notes="NOTE"))
        bo = store.contacts.add(Contact(name="Bo Ek"))
        meeting = store.meetings.add(Meeting(contact_id=ann, feared="FEARED"))
        question = store.meetings.add_question(PlannedQuestion(meeting_id=meeting, text="Why?"))
        store.meetings.update_question(question, answer="CANARY", in_confidence=True)
    return [ann, bo]


@pytest.fixture
def page(workspace: Workspace, qtbot: QtBot) -> ExportPage:
    made = ExportPage(workspace)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    return made


def write(page: ExportPage, workspace: Workspace, path: Path) -> str:
    page.write(page.order(), path)
    workspace.tasks.wait()
    return path.read_text()


def test_what_is_asked_depends_on_the_kind(page: ExportPage, people: list[int]) -> None:
    page.open()
    shown = {}
    for kind in (ExportKind.VCARD, ExportKind.CSV, ExportKind.MARKDOWN, ExportKind.ARCHIVE, ExportKind.CALENDAR):
        page.kind.show_anew(kind)
        page._follow()
        shown[kind] = (
            page.whose.isVisible(),
            page.fields[ExportField.EMAILS].isVisible(),
            page.fields[ExportField.PHOTO].isVisible(),
            page.fields[ExportField.HISTORY].isVisible(),
            page.confidential.isVisible(),
        )
    assert shown == {
        ExportKind.VCARD: (True, True, True, False, False),
        ExportKind.CSV: (True, True, False, False, False),
        ExportKind.MARKDOWN: (True, True, False, True, True),
        ExportKind.ARCHIVE: (False, False, False, False, True),
        ExportKind.CALENDAR: (False, False, False, False, False),
    }


def test_whose_offers_the_list_and_the_selection(page: ExportPage, people: list[int]) -> None:
    page.open(ContactFilter(search="ann"), people)
    assert page.whose.value == SELECTED
    assert list(page.order().ids) == people
    page.whose.show_anew(LISTED)
    assert list(page.order().ids) == people[:1]
    page.whose.show_anew(ALL)
    assert list(page.order().ids) == people
    page.open()
    assert page.whose.value == ALL


def test_only_chosen_fields_leave_and_it_is_said(
    page: ExportPage, people: list[int], workspace: Workspace, said: list[str], tmp_path: Path
) -> None:
    page.open()
    page.kind.show_anew(ExportKind.MARKDOWN)
    page.fields[ExportField.NOTES].show_anew(False)
    text = write(page, workspace, tmp_path / "all.md")
    assert "ann@example.org" in text
    assert "NOTE" not in text
    assert said == ["Saved as all.md. What was said in confidence stayed here."]


@pytest.mark.parametrize("kind", [ExportKind.MARKDOWN, ExportKind.ARCHIVE])
def test_what_is_confidential_leaves_only_when_ticked_and_only_that_time(
    page: ExportPage, people: list[int], workspace: Workspace, tmp_path: Path, kind: ExportKind
) -> None:
    page.open()
    page.kind.show_anew(kind)
    page.confidential.show_anew(True)
    ticked = write(page, workspace, tmp_path / "ticked")
    assert "CANARY" in ticked
    assert "FEARED" in ticked
    again = write(page, workspace, tmp_path / "again")
    assert "CANARY" not in again
    assert "FEARED" not in again


def test_a_name_to_begin_with_is_private_where_the_search_is(
    page: ExportPage, people: list[int], workspace: Workspace
) -> None:
    page.open(selected=people[:1])
    page.kind.show_anew(ExportKind.MARKDOWN)
    page.whose.show_anew(SELECTED)
    assert page.file_name(page.order()) == "ann-lee.md"
    workspace.act("Private", lambda: workspace.store.preferences.update_settings(private_search=True))
    assert page.file_name(page.order()) == f"contacts-{workspace.today().isoformat()}.md"
    page.kind.show_anew(ExportKind.ARCHIVE)
    assert page.file_name(page.order()) == f"groundwork-{workspace.today().isoformat()}.json"


def test_nobody_to_write_is_said(page: ExportPage, workspace: Workspace, said: list[str], tmp_path: Path) -> None:
    page.open()
    page.kind.show_anew(ExportKind.MARKDOWN)
    page.write(page.order(), tmp_path / "none.md")
    workspace.tasks.wait()
    assert said == ["There is nobody to write yet. Nothing was written."]
    assert not (tmp_path / "none.md").exists()


def test_an_archive_is_restored_into_an_empty_store_and_can_be_taken_back(
    page: ExportPage, workspace: Workspace, store: Store, said: list[str], tmp_path: Path, people: list[int]
) -> None:
    page.open()
    page.kind.show_anew(ExportKind.ARCHIVE)
    write(page, workspace, tmp_path / "all.json")
    assert json.loads((tmp_path / "all.json").read_bytes())["format"] == "groundwork-archive"
    page.restore(tmp_path / "all.json")
    workspace.tasks.wait()
    assert "There is data here already" in said[-1]
    store.undo()
    assert store.contacts.count() == 0
    store.database.connection().execute("delete from contact")
    page.restore(tmp_path / "all.json")
    workspace.tasks.wait()
    assert said[-1] == "Restored, with 2 contacts"
    assert [line.name for line in store.contacts.lines()] == ["Ann Lee", "Bo Ek"]
    workspace.undo()
    assert store.contacts.count() == 0


def test_the_tab_exports_those_selected_and_restores_an_archive_that_is_imported(
    workspace: Workspace,
    actions: Actions,
    store: Store,
    people: list[int],
    qtbot: QtBot,
    tmp_path: Path,
    said: list[str],
) -> None:
    tab = ContactsTab(workspace, actions)
    qtbot.addWidget(tab)
    tab.resize(1100, 700)
    tab.show()
    tab.people.table.selectAll()
    qtbot.mouseClick(hands.button(tab.people.findChild(SelectionBar), "Export…"), Qt.MouseButton.LeftButton)
    exporting = tab.findChild(ExportPage)
    assert exporting is not None
    assert exporting.isVisible()
    assert sorted(exporting.order().ids) == people
    qtbot.mouseClick(hands.button(exporting, "Back to contacts"), Qt.MouseButton.LeftButton)
    assert tab.findChild(WholePages).shows_usual
    exporting.kind.show_anew(ExportKind.ARCHIVE)
    write(exporting, workspace, tmp_path / "all.json")
    tab.import_files([tmp_path / "all.json"])
    workspace.tasks.wait()
    assert "There is data here already" in said[-1]
