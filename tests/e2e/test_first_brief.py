"""From the first start to a saved brief, through all seven pages, over a kill: the real window, by keyboard only."""

import json
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.conftest import ROOT, Screen, wait_until

pytestmark = pytest.mark.virtual_screen

DAY = date.today() + timedelta(days=30)
PURPOSE = "Find out what a first year in water testing is like."
SHORT_PATH = 15  # actions at most, from the first start to the saved brief


def contacts(screen: Screen) -> list[dict[str, Any]]:
    """What another process reads while the window is open."""
    command = [sys.executable, str(ROOT / "main.py"), "--data", str(screen.folder), "contacts", "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return list(json.loads(done.stdout))


def text_of(pdf: Path) -> str:
    """The words of a PDF in reading order, single-spaced."""
    done = subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, text=True, check=True)
    return " ".join(done.stdout.split())


def assert_in_order(text: str, parts: list[str]) -> None:
    place = 0
    for part in parts:
        found = text.find(part, place)
        assert found >= 0, f"{part!r} is missing after {text[max(0, place - 80) : place]!r}"
        place = found + len(part)


def go_to(screen: Screen, page: str, *chords: str) -> None:
    screen.press(*chords)
    screen.wait_for_window(page)


def agree(screen: Screen) -> None:
    """First start → It is agreed → person, time, one sentence → the brief's review."""
    go_to(screen, "Prepare – ", "alt+a")
    screen.fill("Amara Okafor")
    screen.press("Tab")
    screen.fill(f"{DAY:%d.%m.%Y}")
    screen.press("Tab")
    screen.fill("10:00")
    screen.press("Tab")
    screen.fill(PURPOSE)
    go_to(screen, "Review – ", "alt+m")


def save_brief(screen: Screen, pdf: Path) -> str:
    go_to(screen, "Save", "ctrl+e")
    screen.press("Return")
    wait_until(pdf.exists, f"the file {pdf.name}")
    screen.wait_for_window("Review – ")
    return text_of(pdf)


def test_the_short_path_to_a_saved_brief_takes_at_most_fifteen_actions(screen: Screen, tmp_path: Path) -> None:
    screen.start()
    agree(screen)
    text = save_brief(screen, tmp_path / "amara-okafor-brief.pdf")
    assert screen.actions <= SHORT_PATH
    assert_in_order(text, [f"{DAY.day} {DAY:%B %Y}", "10:00", "Amara Okafor", PURPOSE, "1 ", "2 ", "3 ", "4 ", "5 "])
    assert [person["stage"] for person in contacts(screen)] == ["agreed"]
    assert screen.quit() == 0


def test_seven_pages_a_kill_and_everything_entered_stands_in_the_brief_in_order(screen: Screen, tmp_path: Path) -> None:
    screen.start()
    agree(screen)
    for page in ("Logistics", "Opening", "Questions", "Research", "Time", "Purpose"):
        go_to(screen, f"{page} – ", "ctrl+Prior")

    screen.press("alt+l", "ctrl+a")
    screen.fill("Learn what a first year really asks of a newcomer.")

    go_to(screen, "Time – ", "ctrl+Next")
    screen.press("alt+p", "ctrl+a")
    screen.fill("The Pump House, 3 Weir Lane")

    go_to(screen, "Research – ", "ctrl+Next")
    screen.press("alt+o")
    screen.fill("City Waterworks")
    screen.press("Tab", "Tab", "space")  # past the list of what to look up: a new note, with the focus
    screen.fill("Opened its own laboratory in May.")
    screen.press("Tab")
    screen.fill("https://waterworks.example/news")
    screen.press("Tab", "Tab", "space")  # on the brief

    go_to(screen, "Questions – ", "ctrl+Next")
    screen.press("alt+k", "ctrl+a")
    screen.fill("What did your first month look like?")

    go_to(screen, "Opening – ", "ctrl+Next")
    screen.press("alt+b", "ctrl+a")
    screen.fill("I am Leonie and I teach chemistry.")
    screen.press("alt+t", "ctrl+a")
    screen.fill("Thank you, that was worth the walk.")
    # One visit ends with leaving the field: what is shown as saved then is on the disk.
    go_to(screen, "Logistics – ", "ctrl+Next")
    screen.press("alt+p", "ctrl+a")
    screen.fill("+44 7700 900421")
    screen.press("Tab")
    go_to(screen, "Review – ", "ctrl+Next")
    go_to(screen, "Logistics – ", "ctrl+Prior")
    screen.kill()

    screen.start()
    screen.press("ctrl+3")
    screen.wait_for_window("Logistics – ")  # where it was left
    go_to(screen, "Review – ", "ctrl+Next")
    text = save_brief(screen, tmp_path / "amara-okafor-brief.pdf")
    assert_in_order(
        text,
        [
            f"{DAY.day} {DAY:%B %Y}",
            "The Pump House, 3 Weir Lane",
            "+44 7700 900421",
            "Amara Okafor",
            "City Waterworks",
            "Learn what a first year really asks of a newcomer.",
            "I am Leonie and I teach chemistry.",
            "Opened its own laboratory in May.",
            "https://waterworks.example/news",
            "What did your first month look like?",
            "Thank you, that was worth the walk.",
        ],
    )
    assert screen.quit() == 0


def test_a_second_start_ends_at_once_and_leaves_one_window(screen: Screen) -> None:
    screen.start()
    command = [sys.executable, str(ROOT / "main.py"), "--data", str(screen.folder)]
    second = subprocess.run(command, env=screen.environment, capture_output=True, text=True, timeout=30, check=False)
    assert (second.returncode, second.stderr) == (0, "")
    screen.wait_for_window("Groundwork")
    assert screen.quit() == 0
