"""The learning log: entries saved as typed, narrowed, summed; made from a meeting; deleted and brought back."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.core.contact import Contact
from desktop.core.direction import Verdict
from desktop.core.learning import Evidence, LearningEntry, LearningKind
from desktop.core.meeting import Meeting, PlannedQuestion
from desktop.core.meeting_line import MeetingState
from desktop.formats.demo import read_example
from desktop.places import resources
from desktop.store.demo import fill_with_example
from desktop.ui.actions import Actions
from desktop.ui.learning.tab import LearningTab
from desktop.ui.widgets.chips import Chips
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.fields import flush_all
from desktop.ui.widgets.list_beside_page import ListBesidePage
from desktop.ui.workspace import Workspace
from tests.ui import hands
from tests.ui.learning.conftest import NOW


@pytest.fixture
def tab(workspace: Workspace, actions: Actions, qtbot: QtBot) -> LearningTab:
    shown = LearningTab(workspace, actions)
    qtbot.addWidget(shown)
    shown.resize(1200, 800)
    shown.show()
    return shown


@pytest.fixture
def example(workspace: Workspace) -> Workspace:
    fill_with_example(workspace.store, read_example(resources() / "demo" / "example.toml"), NOW.date())
    return workspace


def add(workspace: Workspace, entry: LearningEntry) -> int:
    with workspace.store.action("Add"):
        return workspace.store.learning.add(entry)


def only(workspace: Workspace) -> LearningEntry:
    entries = workspace.store.learning.entries()
    assert len(entries) == 1
    return entries[0]


def put(tab: LearningTab, name: str, text: str) -> None:
    editor = hands.field(tab.entries.form, name).editor
    if isinstance(editor, QPlainTextEdit):
        editor.setPlainText(text)
    else:
        assert isinstance(editor, QLineEdit)
        editor.setText(text)
        editor.textEdited.emit(text)


def test_an_empty_log_offers_the_first_entry_which_is_of_today_and_ready_for_its_title(
    workspace: Workspace, tab: LearningTab
) -> None:
    tab.entries.findChild(EmptyState).button.click()
    assert only(workspace).on == workspace.today()
    assert hands.line(tab.entries.form, "Title").hasFocus()


def test_everything_on_the_page_is_saved_as_it_is_typed(workspace: Workspace, tab: LearningTab) -> None:
    tab.new_entry()
    for name, text in {
        "Title": "Titration",
        "With whom": "Year 10",
        "Objective": "Steady hands",
        "What I learned": "Third time lucky",
        "What I tried, and how I apply it": "Kept the sheet",
    }.items():
        put(tab, name, text)
    flush_all(tab)
    for name, minutes in {"Preparing": 10, "Learning or meeting": 50, "Writing up": 5}.items():
        hands.field(tab.entries.form, name).editor.setValue(minutes)
    flush_all(tab)
    entry = only(workspace)
    assert (entry.title, entry.with_whom, entry.objective) == ("Titration", "Year 10", "Steady hands")
    assert (entry.learned, entry.applied, entry.minutes) == ("Third time lucky", "Kept the sheet", 65)
    assert any("1 h 5 min" in text for text in hands.read(tab.entries.form))


def test_what_is_being_typed_belongs_to_its_entry_when_another_one_is_opened(
    workspace: Workspace, tab: LearningTab
) -> None:
    other = add(workspace, LearningEntry(title="Other", on=date(2026, 1, 1)))
    first = add(workspace, LearningEntry(title="First", on=date(2026, 1, 2)))
    tab.open_entry(first)
    put(tab, "Title", "First, longer")
    tab.open_entry(other)
    titles = {entry.id: entry.title for entry in workspace.store.learning.entries()}
    assert titles == {first: "First, longer", other: "Other"}


def test_an_entry_about_a_meeting_is_filled_with_what_is_known(workspace: Workspace, tab: LearningTab) -> None:
    store = workspace.store
    with store.action("Meet"):
        store.preferences.update_profile(time_zone="Asia/Tokyo")
        direction_id = store.directions.add("Water")
        contact_id = store.contacts.add(Contact(name="Ann Lee"))
        meeting_id = store.meetings.add(
            Meeting(
                contact_id=contact_id,
                direction_id=direction_id,
                state=MeetingState.MET,
                starts_at=datetime(2026, 11, 20, 23, 0, tzinfo=UTC),
                minutes=25,
                purpose="Find out",
                surprised="It is not the money.",
                will_use="Sample the ditches.",
            )
        )
        for text, answer, quiet in (("Pay?", "Little", True), ("Hours?", "Early ones", False)):
            store.meetings.add_question(
                PlannedQuestion(meeting_id=meeting_id, text=text, answer=answer, in_confidence=quiet)
            )
    tab.new_entry_from(meeting_id)
    entry = only(workspace)
    assert entry.kind is LearningKind.INFORMATIONAL_INTERVIEW
    assert (entry.with_whom, entry.minutes_meeting, entry.objective) == ("Ann Lee", 25, "Find out")
    assert (entry.meeting_id, entry.directions) == (meeting_id, (direction_id,))
    assert entry.on == date(2026, 11, 21)  # the day it was for the user
    assert "Ann Lee" in entry.title
    assert (entry.learned, entry.will_try) == ("It is not the money.\nHours? Early ones", "Sample the ditches.")
    tab.new_entry_from(meeting_id)  # the second time it is the same entry
    assert only(workspace) == entry


def test_a_deleted_entry_comes_back_by_undo(workspace: Workspace, tab: LearningTab) -> None:
    entry_id = add(workspace, LearningEntry(title="Keep me", on=date(2026, 1, 1)))
    said: list[str] = []
    workspace.said.connect(lambda text, _actions, _kind: said.append(text))
    tab.open_entry(entry_id)
    tab.entries.form.delete()
    assert workspace.store.learning.entries() == []
    assert said == ["Learning entry deleted."]
    assert not tab.entries.list.isVisible()
    workspace.undo()
    assert only(workspace).title == "Keep me"
    assert tab.entries.list.count == 1


def test_undo_of_a_new_entry_takes_its_page_away(workspace: Workspace, tab: LearningTab) -> None:
    older = add(workspace, LearningEntry(title="Older", on=date(2026, 1, 1)))
    tab.new_entry()
    workspace.undo()
    split = tab.entries.findChild(ListBesidePage)
    assert isinstance(split, ListBesidePage)
    assert split.page is None
    assert tab.entries.list.current_id == 0  # the list has the focus and waits to be moved in
    tab.open_entry(older)
    put(tab, "Title", "Older, and safe")
    flush_all(tab)
    assert only(workspace).title == "Older, and safe"


def test_search_and_filters_narrow_the_list_and_the_totals(example: Workspace, tab: LearningTab) -> None:
    tab.entries.filter.search.setText("pond")
    assert tab.entries.list.count == 2  # the survey, and the course that mentions it
    tab.entries.filter.kinds.fill()
    next(each for each in tab.entries.filter.kinds.menu().actions() if each.text() == "Class or course").trigger()
    assert tab.entries.list.count == 1
    hands.go_to_tab(tab, "Totals")
    assert tab.totals.by_kind.rowCount() == 1
    assert tab.totals.by_kind.item(0, 5).text() == "7 h 30 min"
    assert hands.tells(tab.totals, "filters")
    tab.entries.filter.clear()
    hands.go_to_tab(tab, "Entries")
    assert tab.entries.list.count == 10


def test_one_span_of_months_takes_the_place_of_the_other(example: Workspace, tab: LearningTab) -> None:
    months = tab.entries.filter.months
    months.fill()
    actions = {action.text(): action for action in months.menu().actions()}
    assert list(actions)[:3] == ["The last three months", "This year", "November 2026"]
    actions["The last three months"].trigger()
    assert tab.entries.list.count == 7
    months.fill()
    next(action for action in months.menu().actions() if action.text() == "November 2026").trigger()
    assert tab.entries.list.count == 3
    assert tab.entries.filter.wanted.to == date(2026, 11, 30)


def test_opening_an_entry_that_the_filters_hide_clears_them(example: Workspace, tab: LearningTab) -> None:
    tab.entries.filter.search.setText("pond")
    hidden = next(
        entry for entry in example.store.learning.entries() if "Titration" in entry.title or "titration" in entry.title
    )
    tab.open_entry(hidden.id)
    assert tab.entries.list.current_id == hidden.id
    assert tab.entries.filter.search.text() == ""


def test_a_search_that_finds_nothing_says_so_instead_of_showing_the_empty_log(
    example: Workspace, tab: LearningTab
) -> None:
    tab.entries.filter.search.setText("zeppelin")
    assert tab.entries.list.isVisible()
    assert hands.tells(tab.entries, "fits")


def test_the_totals_add_up_and_end_with_their_sum(example: Workspace, tab: LearningTab) -> None:
    hands.go_to_tab(tab, "Totals")
    minutes = sum(entry.minutes for entry in example.store.learning.entries())
    for table in (tab.totals.by_kind, tab.totals.by_month):
        last = table.rowCount() - 1
        assert table.item(last, 1).text() == "10"
        assert table.item(last, 5).text() == f"{minutes // 60} h {minutes % 60} min"


def open_evidence(tab: LearningTab, address: str) -> None:
    evidence = hands.field(tab.entries.form, "Evidence: a web address or a file")
    evidence.enter(((address, ""),))
    hands.press(evidence, "Open Evidence: a web address or a file 1")


def test_evidence_is_kept_with_its_words_and_files_and_web_addresses_open(
    workspace: Workspace, tab: LearningTab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(QUrl(url).toString()) or True)
    sheet = tmp_path / "bench sheet.pdf"
    sheet.write_bytes(b"%PDF")
    tab.new_entry()
    tab.entries.form.add_evidence(sheet)
    assert only(workspace).evidence == (Evidence(str(sheet), "bench sheet"),)
    open_evidence(tab, str(sheet))
    open_evidence(tab, "https://pond.example/results")
    assert opened == [QUrl.fromLocalFile(str(sheet)).toString(), "https://pond.example/results"]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/hosts", "/nowhere/at/all.pdf"])
def test_evidence_that_cannot_or_must_not_be_opened_is_said_to_be_so(
    workspace: Workspace, tab: LearningTab, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    opened: list[object] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    said: list[str] = []
    workspace.said.connect(lambda text, _actions, _kind: said.append(text))
    tab.new_entry()
    open_evidence(tab, address)
    assert opened == []
    assert len(said) == 1
    assert address in said[0]


def test_a_direction_is_named_decided_and_deleted_and_people_are_counted_calmly(
    workspace: Workspace, tab: LearningTab
) -> None:
    tab.show_directions()
    hands.press(tab.directions, "Add a direction")
    form = tab.directions.form
    editor = hands.line(form, "Name")
    assert editor.hasFocus()
    editor.setText("Water")
    editor.textEdited.emit("Water")
    flush_all(tab)
    direction = workspace.store.directions.all()[0]
    assert (direction.name, direction.verdict) == ("Water", None)
    hands.enter(form, "What I think of it now", Verdict.WANT)
    direction = workspace.store.directions.all()[0]
    assert (direction.verdict, direction.decided_on) == (Verdict.WANT, workspace.today())
    assert "Decided on" in hands.field(form, "What I think of it now").hint
    assert any("Three or more" in text for text in hands.read(form))
    with workspace.store.action("Find people"):
        for name in ("Ann", "Bo", "Cy"):
            workspace.store.contacts.add(Contact(name=name, directions=(direction.id,)))
    assert "People found for it: 3." in hands.read(form)
    form.delete()
    assert workspace.store.directions.all() == []
    workspace.undo()
    assert workspace.store.directions.all()[0].name == "Water"


def test_the_chips_of_an_entry_save_its_directions(example: Workspace, tab: LearningTab) -> None:
    entry = example.store.learning.entries()[0]
    tab.open_entry(entry.id)
    chips = tab.entries.form.findChild(Chips)
    before = set(chips.value)
    named = {each.id: each.name for each in example.store.directions.all()}
    fresh = next(name for code, name in named.items() if code not in before)
    hands.press(chips, f"Directions: {fresh}")
    stored = example.store.learning.find(entry.id)
    assert stored is not None
    assert set(stored.directions) == set(chips.value) > before


def test_the_list_is_one_tab_stop_and_enter_goes_to_the_page(
    example: Workspace, tab: LearningTab, qtbot: QtBot
) -> None:
    QApplication.processEvents()
    tab.entries.list.setFocus()
    qtbot.keyClick(tab.entries.list, Qt.Key.Key_Down)
    first = tab.entries.list.current_id
    qtbot.keyClick(tab.entries.list, Qt.Key.Key_Down)
    assert tab.entries.list.current_id not in (0, first)
    assert tab.entries.form.entry_id == tab.entries.list.current_id
    qtbot.keyClick(tab.entries.list, Qt.Key.Key_Return)
    assert hands.line(tab.entries.form, "Title").hasFocus()


def test_an_entry_can_be_planned_ahead_and_counts_when_its_day_is_there(workspace: Workspace, tab: LearningTab) -> None:
    add(workspace, LearningEntry(title="Done", on=date(2026, 11, 20), minutes_meeting=30))
    add(workspace, LearningEntry(title="Course", on=date(2026, 12, 1), minutes_meeting=600))
    model = tab.entries.list.model()
    said = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    assert ["Planned" in each for each in said] == [True, False]
    assert hands.tells(tab.entries, "30 min")
    assert not hands.tells(tab.entries, "10 h")
    hands.go_to_tab(tab, "Totals")
    assert tab.totals.by_kind.item(0, 5).text() == "30 min"
