"""The `today` command: the steps, the next meeting and what waits to be written up, as the window shows them."""

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop.core.contact import Contact, Stage
from desktop.core.meeting import Meeting
from desktop.core.meeting_line import MeetingState, Way
from desktop.core.today.values import StepKind
from desktop.entry import main
from desktop.store.store import Store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Store(tmp_path / "d"):
        pass
    return tmp_path / "d"


@pytest.fixture
def full(folder: Path) -> Path:
    """Ann is met in an hour, Bo was met three days ago, and Łukasz was found."""
    now = datetime.now(UTC)
    with Store(folder) as store, store.action("Add"):
        store.preferences.update_profile(time_zone="Asia/Tokyo")
        ann = store.contacts.add(Contact(name="Ann Lee", organisation="Works"))
        bo = store.contacts.add(Contact(name="Bo Ek"))
        store.contacts.add(Contact(name="Łukasz", stage=Stage.FOUND, comfort=1))
        store.meetings.add(
            Meeting(contact_id=ann, starts_at=now + timedelta(hours=1), way=Way.PHONE, purpose="Learn of wells")
        )
        store.meetings.add(Meeting(contact_id=bo, state=MeetingState.MET, starts_at=now - timedelta(days=3)))
    return folder


def run(capsys: pytest.CaptureFixture[str], folder: Path, *arguments: str) -> tuple[int, str, str]:
    status = main(["--data", str(folder), "today", *arguments])
    printed = capsys.readouterr()
    return status, printed.out, printed.err


def as_json(capsys: pytest.CaptureFixture[str], folder: Path) -> Any:
    status, out, said = run(capsys, folder, "--json")
    assert (status, said) == (0, "")
    return json.loads(out)


def test_the_steps_stand_first_with_their_reasons_then_the_meetings(
    full: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, said = run(capsys, full)
    assert (status, said) == (0, "")
    steps, following, over = out.rstrip("\n").split("\n\n")
    lines = steps.splitlines()
    assert lines[:2] == ["Next steps", "1. Prepare your talk with Ann Lee"]
    assert lines[2].endswith(" · By phone · Works")
    assert "2. Thank Bo Ek" in lines
    assert following.splitlines()[0] == "Next meeting"
    assert following.endswith(" · By phone · Works (meeting 1)\n   Learn of wells")
    assert over == "To be written up\n   Bo Ek: 3 days ago · Face to face (meeting 2)"


def test_json_says_the_same_with_codes(full: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = as_json(capsys, full)
    first = found["steps"][0]
    assert (first["code"], first["key"], first["contact"], first["meeting"]) == ("prepare", "prepare:1", 1, 1)
    assert first["title"] == "Prepare your talk with Ann Lee"
    assert len(found["steps"]) <= 3
    assert {step["code"] for step in found["steps"]} <= set(StepKind)
    assert found["next_meeting"]["meeting"] == 1
    assert found["next_meeting"]["way"] == "phone"
    assert [(each["code"], each["meeting"], each["name"]) for each in found["to_be_written_up"]] == [
        ("write_up", 2, "Bo Ek")
    ]
    assert found["quiet_day"] is False


def test_days_and_times_are_those_of_the_users_zone(full: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = as_json(capsys, full)
    starts_at = datetime.fromisoformat(found["next_meeting"]["starts_at"])
    assert starts_at.utcoffset() == timedelta(hours=9)
    assert timedelta() < starts_at - datetime.now(UTC) <= timedelta(hours=1)
    assert abs(date.fromisoformat(found["day"]) - starts_at.date()) <= timedelta(days=1)


def test_a_meeting_not_said_to_have_taken_place_is_asked_about(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Store(folder) as store, store.action("Add"):
        ann = store.contacts.add(Contact(name="Ann Lee"))
        store.meetings.add(Meeting(contact_id=ann, starts_at=datetime.now(UTC) - timedelta(days=3)))
    assert run(capsys, folder)[1].rstrip().endswith("Face to face – did it take place? (meeting 1)")
    assert as_json(capsys, folder)["to_be_written_up"][0]["code"] == "say_whether"


def test_names_in_any_script_come_without_marks_for_the_screen(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Store(folder) as store, store.action("Add"):
        store.contacts.add(Contact(name="ليلى منصور", stage=Stage.FOUND))
    assert "\u2068" not in run(capsys, folder)[1]
    assert as_json(capsys, folder)["steps"][0]["title"] == "Someone to begin with: ليلى منصور"


def test_a_quiet_day_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Store(folder) as store, store.action("Add"):
        store.preferences.update_settings(quiet_day_after_meeting=True)
        ann = store.contacts.add(Contact(name="Ann Lee"))
        yesterday = datetime.now().astimezone() - timedelta(days=1)
        store.meetings.add(Meeting(contact_id=ann, state=MeetingState.MET, starts_at=yesterday))
    assert run(capsys, folder)[1].startswith("A quiet day after your talk yesterday. Only what cannot wait is here.\n")
    assert as_json(capsys, folder)["quiet_day"] is True


def test_where_nothing_waits_it_says_so_calmly(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, folder) == (
        0,
        "Nothing is waiting for you. A good moment to think of someone new.\n",
        "",
    )
    assert as_json(capsys, folder) == {
        "day": datetime.now().astimezone().date().isoformat(),
        "quiet_day": False,
        "steps": [],
        "next_meeting": None,
        "to_be_written_up": [],
    }


def test_it_only_reads(full: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def content() -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in full.iterdir() if path.suffix == ".db"}

    before = content()
    assert before
    run(capsys, full)
    assert content() == before
