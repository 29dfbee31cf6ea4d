"""The calendar in a folder of the user's choice: rewritten when something changes, whole or not at all, without names
where the search is private."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import current_thread, main_thread
from typing import Any

import icalendar
import pytest

from desktop.core.contact import Contact
from desktop.core.meeting import Meeting
from desktop.core.promise import Promise
from desktop.store import calendar_facts
from desktop.ui.shared.calendar_feed import CALENDAR_FILE_NAME, CalendarFeed, write_calendar_file
from desktop.ui.workspace import Workspace
from desktop.work import calendar


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "calendar"
    made.mkdir()
    return made


@pytest.fixture
def keeping(workspace: Workspace) -> CalendarFeed:
    return CalendarFeed(workspace, workspace, pause=0)


@pytest.fixture
def fill(workspace: Workspace) -> Callable[[], int]:
    def filled() -> int:
        store = workspace.store
        soon = store.clock() + timedelta(days=2)
        with store.action("Fill"):
            ann = store.contacts.add(Contact(name="Ann Lee"))
            meeting = store.meetings.add(Meeting(contact_id=ann, starts_at=soon, zone="Europe/Berlin", purpose="Wells"))
            store.promises.add(Promise(contact_id=ann, text="the article", due_on=soon.date()))
        return meeting

    return filled


def choose(workspace: Workspace, folder: Path | str, **more: Any) -> None:
    with workspace.store.action("Choose"):
        workspace.store.preferences.update_settings(calendar_folder=str(folder), **more)


def kept(workspace: Workspace, keeping: CalendarFeed, path: Path) -> dict[str, Any]:
    keeping.keep()
    workspace.tasks.wait()
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    return {str(event["summary"]): event for event in calendar.walk("VEVENT")}


def test_the_file_follows_what_changes(
    workspace: Workspace, keeping: CalendarFeed, folder: Path, fill: Callable[[], int]
) -> None:
    meeting = fill()
    choose(workspace, folder)
    path = folder / CALENDAR_FILE_NAME
    found = kept(workspace, keeping, path)
    assert set(found) == {"Conversation with Ann Lee", "Promised to Ann Lee: the article"}
    with workspace.store.action("Move"):
        workspace.store.meetings.update(meeting, starts_at=datetime(2030, 1, 1, 9, tzinfo=UTC))
        workspace.store.promises.delete(1)
    moved = kept(workspace, keeping, path)
    assert set(moved) == {"Conversation with Ann Lee"}
    assert str(moved["Conversation with Ann Lee"]["uid"]) == str(found["Conversation with Ann Lee"]["uid"])
    assert moved["Conversation with Ann Lee"]["dtstart"].dt == datetime(2030, 1, 1, 9, tzinfo=UTC)
    assert [each.name for each in folder.iterdir()] == [CALENDAR_FILE_NAME]


def test_a_change_is_enough_to_be_written(
    workspace: Workspace, keeping: CalendarFeed, folder: Path, fill: Callable[[], int], qtbot: Any
) -> None:
    choose(workspace, folder)
    fill()
    qtbot.waitUntil(
        lambda: (
            b"Ann Lee" in (folder / CALENDAR_FILE_NAME).read_bytes()
            if (folder / CALENDAR_FILE_NAME).exists()
            else False
        )
    )


def test_nothing_is_written_where_nothing_is_new_and_again_where_the_file_is_gone(
    workspace: Workspace, keeping: CalendarFeed, folder: Path, fill: Callable[[], int]
) -> None:
    fill()
    choose(workspace, folder)
    path = folder / CALENDAR_FILE_NAME
    kept(workspace, keeping, path)
    path.write_bytes(b"touched")
    keeping.keep()
    workspace.tasks.wait()
    assert path.read_bytes() == b"touched"
    path.unlink()
    assert kept(workspace, keeping, path)


def test_it_is_done_beside_the_window(
    workspace: Workspace,
    keeping: CalendarFeed,
    folder: Path,
    fill: Callable[[], int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    threads = []

    def seen(*given: Any) -> Any:
        threads.append(current_thread())
        return calendar_facts.calendar_material(*given)

    monkeypatch.setattr(calendar, "calendar_material", seen)
    fill()
    choose(workspace, folder)
    kept(workspace, keeping, folder / CALENDAR_FILE_NAME)
    assert threads
    assert main_thread() not in threads


def test_without_a_folder_nothing_is_written_and_one_that_is_gone_is_said_once(
    workspace: Workspace, keeping: CalendarFeed, folder: Path, fill: Callable[[], int]
) -> None:
    said: list[str] = []
    workspace.said.connect(lambda text, _actions, _kind: said.append(text))
    fill()
    keeping.keep()
    workspace.tasks.wait()
    assert list(folder.iterdir()) == []
    choose(workspace, folder / "gone")
    for _ in range(2):
        keeping.keep()
        workspace.tasks.wait()
    assert len(said) == 1
    assert "gone" in said[0]
    (folder / "gone").mkdir()
    assert kept(workspace, keeping, folder / "gone" / CALENDAR_FILE_NAME)


def test_a_private_search_keeps_names_out(
    workspace: Workspace, keeping: CalendarFeed, folder: Path, fill: Callable[[], int]
) -> None:
    fill()
    choose(workspace, folder, private_search=True)
    assert set(kept(workspace, keeping, folder / CALENDAR_FILE_NAME)) == {"Appointment", "A promise of yours"}
    assert b"Lee" not in (folder / CALENDAR_FILE_NAME).read_bytes()


def test_the_calendar_is_saved_once_as_a_file_or_says_that_nothing_has_a_day(
    workspace: Workspace, folder: Path, fill: Callable[[], int]
) -> None:
    said: list[str] = []
    workspace.said.connect(lambda text, _actions, _kind: said.append(text))
    write_calendar_file(workspace, folder / "all.ics")
    workspace.tasks.wait()
    assert said[-1].startswith("Nothing has a day yet")
    assert not (folder / "all.ics").exists()
    fill()
    write_calendar_file(workspace, folder / "all.ics")
    workspace.tasks.wait()
    assert said[-1] == "Saved as all.ics"
    assert b"Ann Lee" in (folder / "all.ics").read_bytes()
