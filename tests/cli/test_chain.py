"""The `chain` command."""

import json
from pathlib import Path

import pytest

from desktop.core.contact import Contact, Stage
from desktop.entry import main
from desktop.store.store import Store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Store(tmp_path / "d") as store, store.action("Add"):
        ann = store.contacts.add(Contact(name="Ann Lee", stage=Stage.THANKED))
        bo = store.contacts.add(Contact(name="Bo Ek", referrer_id=ann))
        store.contacts.add(Contact(name="Cy Ott", referrer_id=bo, introducing_since=store.clock().date()))
        store.contacts.add(Contact(name="Di Orr", referrer_id=ann, stage=Stage.WRITTEN_TO))
        store.contacts.add(Contact(name="Twin"))
        store.contacts.add(Contact(name="Twin"))
    return tmp_path / "d"


def run(capsys: pytest.CaptureFixture[str], folder: Path, *arguments: str) -> tuple[int, str, str]:
    status = main(["--data", str(folder), "chain", *arguments])
    printed = capsys.readouterr()
    return status, printed.out, printed.err


def test_the_chain_is_a_tree_of_text(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, folder) == (
        0,
        "Ann Lee · thanked · a branch of 4, 1 met\n"
        "├─ Bo Ek · found · ask about the name first · a branch of 2, 0 met\n"
        "│  └─ Cy Ott · found · Bo Ek introduces you\n"
        "└─ Di Orr · written to · ask about the name first\n",
        "",
    )


def test_one_contact_by_name_or_number_shows_the_own_branch(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    by_name, by_number = run(capsys, folder, "di orr"), run(capsys, folder, "4")
    assert by_name == by_number
    assert by_name[1] == "Ann Lee · thanked · a branch of 2, 1 met\n└─ Di Orr · written to · ask about the name first\n"


def test_json_is_the_same_tree_flat(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = json.loads(run(capsys, folder, "--json")[1])
    assert [(row["id"], row["referrer"], row["depth"], row["stage"]) for row in rows] == [
        (1, None, 0, "thanked"),
        (2, 1, 1, "found"),
        (3, 2, 2, "found"),
        (4, 1, 1, "written_to"),
    ]
    assert [row["introducing"] for row in rows] == [False, False, True, False]


def test_a_name_that_nobody_or_more_than_one_has_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, said = run(capsys, folder, "Nobody")
    assert (status, out) == (1, "")
    assert "no contact 'Nobody'" in said
    status, out, said = run(capsys, folder, "Twin")
    assert (status, out) == (1, "")
    assert "5, 6" in said


def test_a_search_that_finds_one_is_enough_and_several_are_numbered(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(capsys, folder, "orr") == run(capsys, folder, "4")
    status, out, said = run(capsys, folder, "o")
    assert (status, out) == (1, "")
    assert all(number in said for number in ("2", "3", "4"))


def test_a_whole_name_goes_before_longer_ones(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Store(folder) as store, store.action("Add"):
        store.contacts.add(Contact(name="Bo Ekman"))
    assert run(capsys, folder, "bo ek") == run(capsys, folder, "2")


def test_no_chain_prints_nothing_and_says_so_calmly(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Store(tmp_path / "d") as store, store.action("Add"):
        store.contacts.add(Contact(name="Ann Lee"))
    assert run(capsys, tmp_path / "d") == (0, "", "Nobody has led to anybody yet.\n")
