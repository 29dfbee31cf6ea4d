"""`review FILE`: a written request judged on the command line."""

import json
from pathlib import Path
from typing import Any

import pytest

from desktop.entry import main

FIXTURES = Path(__file__).parents[1] / "fixtures" / "requests"


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    status = main(["review", *map(str, arguments)])
    printed = capsys.readouterr()
    return status, printed.out, printed.err


def codes(capsys: pytest.CaptureFixture[str], *arguments: object) -> list[str]:
    status, out, err = run(capsys, "--json", *arguments)
    assert (status, err) == (0, "")
    remarks: list[dict[str, Any]] = json.loads(out)
    assert all(list(remark) == ["code", "line", "why"] for remark in remarks)
    return [remark["code"] for remark in remarks]


def test_the_json_holds_code_line_and_why_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, FIXTURES / "bad-04-cv-attached.txt", "--json")
    assert status == 0
    (remark,) = json.loads(out)
    assert (remark["code"], remark["line"]) == ("resume-attached", 5)
    assert remark["why"].endswith(".")


def test_a_good_request_prints_an_empty_list_or_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert codes(capsys, FIXTURES / "good-01-plain.txt") == []
    assert run(capsys, FIXTURES / "good-01-plain.txt") == (0, "", "")


def test_without_json_each_remark_is_one_line_with_file_and_line(capsys: pytest.CaptureFixture[str]) -> None:
    path = FIXTURES / "bad-50-all-faults.txt"
    status, out, _ = run(capsys, path)
    lines = out.splitlines()
    assert status == 0
    assert len(lines) == 11
    assert all(line.startswith(f"{path}:") for line in lines)


def test_a_note_is_judged_as_a_note_only_when_it_is_called_one(capsys: pytest.CaptureFixture[str]) -> None:
    path = FIXTURES / "note-01-good.txt"
    assert codes(capsys, path, "--as", "linkedin_note") == []
    assert "missing-contact-details" in codes(capsys, path)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_the_encoding_of_the_file_makes_no_difference(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], encoding: str
) -> None:
    path = tmp_path / "request.txt"
    path.write_bytes("Hello,\r\n\r\nmy résumé is attached. Grüße, Jörg\r\n".encode(encoding))
    status, out, _ = run(capsys, path, "--json")
    assert status == 0
    assert [remark["line"] for remark in json.loads(out) if remark["code"] == "resume-attached"] == [3]


def test_what_cannot_be_read_is_one_line_on_standard_error_and_status_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 4)
    large = tmp_path / "large.txt"
    large.write_bytes(b"word " * 300_000)
    for path in (tmp_path / "none.txt", tmp_path, picture, large):
        status, out, err = run(capsys, path)
        assert (status, out) == (1, "")
        assert len(err.splitlines()) == 1
        assert "Nothing was changed." in err


def test_no_data_folder_is_needed_or_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "data"
    main(["--data", str(folder), "review", str(FIXTURES / "good-01-plain.txt")])
    assert capsys.readouterr().out == ""
    assert not folder.exists()
