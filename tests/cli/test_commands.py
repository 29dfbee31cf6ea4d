"""The command line: the same work as the window, results on standard output, reasons on standard error."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from desktop.entry import main
from desktop.store.file.lock import FolderLock

CARD = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ben Ito\r\nORG:Itoh Labs\r\nTITLE:Chemist\r\n"
    "EMAIL:ben@example.org\r\nTEL:+81 3 5550 0100\r\nEND:VCARD\r\n"
)


@pytest.fixture
def card(tmp_path: Path) -> Path:
    path = tmp_path / "ben.vcf"
    path.write_text(CARD)
    return path


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    status = main([str(argument) for argument in arguments])
    printed = capsys.readouterr()
    return status, printed.out, printed.err


def listed(capsys: pytest.CaptureFixture[str], folder: Path, *more: str) -> Any:
    return json.loads(run(capsys, "--data", folder, "contacts", "--json", *more)[1])


def test_an_imported_card_is_listed_with_everything_the_json_promises(
    tmp_path: Path, card: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, _ = run(capsys, "--data", tmp_path / "d", "import", card, "--json")
    assert status == 0
    assert json.loads(out) == {"read": 1, "new": 1, "merged": 0, "skipped": []}
    assert listed(capsys, tmp_path / "d") == [
        {
            "id": 1,
            "name": "Ben Ito",
            "organisation": "Itoh Labs",
            "role": "Chemist",
            "emails": ["ben@example.org"],
            "phones": ["+81 3 5550 0100"],
            "source": "known",  # whose card one has, one knows
            "stage": "found",
        }
    ]


def test_the_same_file_imported_twice_adds_nothing_and_says_why(
    tmp_path: Path, card: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, "--data", tmp_path / "d", "import", card)
    report = json.loads(run(capsys, "--data", tmp_path / "d", "import", card, "--json")[1])
    assert (report["read"], report["new"], len(report["skipped"])) == (1, 0, 1)
    assert report["skipped"][0]["file"].endswith("ben.vcf")
    assert report["skipped"][0]["line"] == 1
    assert report["skipped"][0]["reason"]


def test_contacts_are_searched_with_accents_folded(
    tmp_path: Path, card: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    card.write_text(CARD.replace("Ben Ito", "Łukasz Bień"))
    run(capsys, "--data", tmp_path / "d", "import", card)
    assert [person["name"] for person in listed(capsys, tmp_path / "d", "--search", "lukasz bien")] == ["Łukasz Bień"]
    assert listed(capsys, tmp_path / "d", "--search", "nobody") == []


def test_a_file_that_is_not_there_ends_with_one_line_and_status_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, err = run(capsys, "--data", tmp_path / "d", "import", tmp_path / "absent.vcf")
    assert status == 1
    assert out == ""
    assert len(err.strip().splitlines()) == 1
    assert "Traceback" not in err


def test_reading_where_there_is_no_data_says_so_and_makes_no_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, _, err = run(capsys, "--data", tmp_path / "d", "contacts")
    assert status == 1
    assert "no data" in err
    assert not (tmp_path / "d").exists()


def test_a_writing_command_says_what_to_do_while_the_window_has_the_data(
    tmp_path: Path, card: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, "--data", tmp_path / "d", "import", card)
    with FolderLock(tmp_path / "d"):
        status, _, err = run(capsys, "--data", tmp_path / "d", "import", card)
        assert status == 1
        assert "close its window" in err
        assert len(listed(capsys, tmp_path / "d")) == 1  # reading goes on


def test_demo_fills_an_empty_folder_once_and_check_finds_it_sound(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "d"
    status, out, _ = run(capsys, "--data", folder, "demo")
    assert status == 0
    assert "12 contacts" in out
    status, out, _ = run(capsys, "--data", folder, "check", "--json")
    assert status == 0
    assert json.loads(out) == {"sound": True, "problems": [], "contacts": 12, "meetings": 6}
    status, _, err = run(capsys, "--data", folder, "demo")
    assert status == 1
    assert "empty" in err
    assert len(listed(capsys, folder)) == 12


def test_the_brief_of_the_next_meeting_is_written_where_it_is_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, out = tmp_path / "d", tmp_path / "next.pdf"
    run(capsys, "--data", folder, "demo")
    status, printed, _ = run(capsys, "--data", folder, "brief", "next", "--out", out, "--paper", "letter")
    assert status == 0
    assert printed.strip() == str(out)
    assert out.read_bytes().startswith(b"%PDF-")
    assert out.stat().st_mode & 0o777 == 0o600


def test_a_brief_of_a_meeting_that_is_not_there_writes_nothing(
    tmp_path: Path, card: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, "--data", tmp_path / "d", "import", card)
    for named in ("7", "next", "../1"):
        status, _, err = run(capsys, "--data", tmp_path / "d", "brief", named, "--out", tmp_path / "none.pdf")
        assert status == 1
        assert "Nothing was written" in err
    assert not (tmp_path / "none.pdf").exists()


def test_wrong_usage_has_status_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--data", str(tmp_path), "brief", "next", "--paper", "a0"])
    assert ended.value.code == 2


def test_a_reader_that_has_heard_enough_is_no_crash(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "--data", tmp_path / "d", "demo")
    main_file = Path(__file__).resolve().parents[2] / "main.py"
    command = [sys.executable, str(main_file), "--data", str(tmp_path / "d"), "contacts", "--json"]
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writing)
    assert done.returncode == 1
    assert done.stderr == ""


def test_a_file_in_which_nobody_is_found_is_no_success(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.vcf").write_text("no card at all")
    status, _, err = run(capsys, "--data", tmp_path / "d", "import", tmp_path / "a.vcf")
    assert status == 1
    assert len(err.strip().splitlines()) == 1
