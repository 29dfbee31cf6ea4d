"""From the first start to a request that is written, copied and marked as sent, and on to the meeting, by keyboard."""

import sqlite3
from pathlib import Path

import pytest
import vobject

from tests.e2e.conftest import Screen, wait_until
from tests.e2e.test_first_brief import DAY, contacts

pytestmark = pytest.mark.virtual_screen

REQUEST = 25  # actions at most, from the first start to the request marked as sent


def stages(screen: Screen) -> list[str]:
    return [str(person["stage"]) for person in contacts(screen)]


def texts(screen: Screen) -> list[str]:
    """The messages on the disk while the window is open."""
    path = next(screen.folder.glob("*.db"))
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
        return [str(text) for (text,) in database.execute("select text from message where deleted_at is null")]


def write_request(screen: Screen) -> None:
    """First start → I know whom → the request, filled, copied and marked as sent."""
    screen.press("alt+w")
    screen.wait_for_window("I know whom")
    screen.fill("Amara Okafor")
    screen.press("alt+w")
    screen.wait_for_window("Write to Amara Okafor")
    screen.fill("Leonie Fischer")
    screen.press("Tab")
    screen.fill("I have taught chemistry for six years.")
    screen.press("Tab")
    screen.fill("conf")  # the list of sources goes to "Conference"
    screen.press("Tab")
    screen.fill("the water days in May")
    screen.press("Tab")
    screen.fill("how a week in a water laboratory goes")
    screen.press("Tab")
    screen.fill("leonie@example.org")
    screen.press("alt+c", "alt+s")
    wait_until(lambda: stages(screen) == ["written_to"], "the contact to be written to")


def test_the_first_request_takes_at_most_twenty_five_actions(screen: Screen, tmp_path: Path) -> None:
    screen.start()
    write_request(screen)
    assert screen.actions <= REQUEST
    (text,) = texts(screen)
    for part in (
        "Amara Okafor",
        "Leonie Fischer",
        "I have taught chemistry for six years.",
        "the water days in May",
        "how a week in a water laboratory goes",
        "leonie@example.org",
        "20 minutes",
    ):
        assert part in text
    assert "[" not in text
    assert screen.quit() == 0


def test_a_yes_becomes_a_meeting_and_an_entry_of_the_calendar(screen: Screen, tmp_path: Path) -> None:
    screen.start()
    write_request(screen)
    screen.wait_for_window("Contacts – ")
    screen.press("Tab", "Tab", "space")  # from the list by "Write…" to "They answered…"
    screen.press("alt+k")  # yes, today
    wait_until(lambda: stages(screen) == ["replied"], "the answer to be kept")
    screen.press("space")  # on "A time is agreed…": the form stands below, its cursor in the day
    screen.fill(f"{DAY:%d.%m.%Y}")
    screen.press("Tab")
    screen.fill("10:00")
    screen.press("alt+m")
    screen.wait_for_window("Write to Amara Okafor")  # the confirmation is written already
    wait_until(lambda: stages(screen) == ["agreed"], "the meeting to be made")
    screen.press("alt+r")
    screen.wait_for_window("Save")
    screen.press("Return")
    saved = tmp_path / "amara-okafor-meeting.ics"
    wait_until(saved.exists, f"the file {saved.name}")
    event = vobject.readOne(saved.read_text("utf-8")).vevent  # another parser than the one that wrote it
    assert "Amara Okafor" in event.summary.value
    assert event.dtstart.value.astimezone().strftime("%d.%m.%Y %H:%M") == f"{DAY:%d.%m.%Y} 10:00"
    assert event.valarm.action.value == "DISPLAY"
    assert stages(screen) == ["agreed"]
    assert screen.quit() == 0
