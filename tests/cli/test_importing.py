"""The `import` command and tables it does not understand."""

import json
from pathlib import Path

import pytest

from desktop.cli.output import counted
from desktop.core.contact import ContactFilter
from desktop.entry import main
from desktop.store.store import Store

ROWS = (
    "Who;Works for;Mail thing;How met",
    "Ann Lee;Acme;ann@example.org;at the fair",
    "Bo Ek;Hull;bo@example.org;by train",
)
NAMED = ("--columns", "name,organisation,email,note")


def run(capsys: pytest.CaptureFixture[str], folder: Path, *arguments: object) -> tuple[int, str, str]:
    status = main(["--data", str(folder), *map(str, arguments)])
    printed = capsys.readouterr()
    return status, printed.out, printed.err


def table(folder: Path, *rows: str) -> Path:
    path = folder / "odd.csv"
    path.write_text("\n".join(rows) + "\n")
    return path


def listed(capsys: pytest.CaptureFixture[str], folder: Path) -> list[tuple[str, str, list[str]]]:
    people = json.loads(run(capsys, folder, "contacts", "--json")[1])
    return [(person["name"], person["organisation"], person["emails"]) for person in people]


@pytest.mark.parametrize(
    "rows",
    [
        ROWS,
        tuple(row.replace(";", ",") for row in ROWS),
        ("Who;Works for;How met", "Ann Lee;Acme;at the fair", "Bo Ek;Hull;by train"),
        ("Dear Ann, I found you", "in the alumni directory, and would like to learn more."),
    ],
)
def test_a_table_that_is_not_understood_changes_nothing_and_says_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], rows: tuple[str, ...]
) -> None:
    status, out, why = run(capsys, tmp_path / "d", "import", table(tmp_path, *rows))
    assert (status, out) == (1, "")
    assert why.count("\n") == 1
    assert "not known what the columns" in why
    assert "--columns" in why
    assert not (tmp_path / "d").exists()


def test_beside_others_it_keeps_them_all_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "good.csv").write_text("Name,Email\nCy Ott,cy@example.org\n")
    run(capsys, tmp_path / "d", "demo")
    before = listed(capsys, tmp_path / "d")
    assert run(capsys, tmp_path / "d", "import", tmp_path / "good.csv", table(tmp_path, *ROWS))[0] == 1
    assert listed(capsys, tmp_path / "d") == before


@pytest.mark.parametrize("delimiter", [";", ","])
def test_columns_that_were_named_are_read_and_remembered(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], delimiter: str
) -> None:
    path = table(tmp_path, *(row.replace(";", delimiter) for row in ROWS))
    status, out, _ = run(capsys, tmp_path / "d", "import", path, *NAMED)
    assert (status, out) == (0, "2 read, 2 new, 0 merged, 0 skipped\n")
    assert listed(capsys, tmp_path / "d") == [
        ("Ann Lee", "Acme", ["ann@example.org"]),
        ("Bo Ek", "Hull", ["bo@example.org"]),
    ]
    table(tmp_path, ROWS[0].replace(";", delimiter), delimiter.join(("Cy Ott", "Pier", "cy@example.org", "")))
    assert run(capsys, tmp_path / "d", "import", path)[0] == 0
    assert ("Cy Ott", "Pier", ["cy@example.org"]) in listed(capsys, tmp_path / "d")


def test_a_column_may_be_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, tmp_path / "d", "import", table(tmp_path, *ROWS), "--columns", "name,-,email,-")
    with Store(tmp_path / "d", owner=False) as store:
        ann = next(iter(store.contacts.every(ContactFilter(search="Ann"))))
    assert (ann.name, ann.organisation, ann.notes) == ("Ann Lee", "", "")


def test_a_first_row_that_may_be_a_person_is_named_and_can_be_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = table(tmp_path, "Ann Lee;Acme", "Bo Ek;Hull", "Cy Ott;Pier")
    _, out, _ = run(capsys, tmp_path / "one", "import", path, "--columns", "name,organisation")
    assert "odd.csv:1: This row was taken for headings" in out
    assert len(listed(capsys, tmp_path / "one")) == 2
    _, out, _ = run(capsys, tmp_path / "all", "import", path, "--columns", "name,organisation", "--headings", "no")
    assert out == "3 read, 3 new, 0 merged, 0 skipped\n"


def test_a_table_without_headings_but_with_addresses_keeps_its_first_person(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = table(tmp_path, *ROWS[1:])
    assert run(capsys, tmp_path / "d", "import", path)[0] == 0
    assert [name for name, _, _ in listed(capsys, tmp_path / "d")] == ["Ann Lee", "Bo Ek"]
    assert run(capsys, tmp_path / "named", "import", path, *NAMED)[0] == 0
    assert [name for name, _, _ in listed(capsys, tmp_path / "named")] == ["Ann Lee", "Bo Ek"]


@pytest.mark.parametrize(("names", "said"), [("name,shoes", "no field 'shoes'"), ("role,note", "must tell who")])
def test_names_that_no_column_can_have_are_wrong_usage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], names: str, said: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        run(capsys, tmp_path / "d", "import", table(tmp_path, *ROWS), "--columns", names)
    assert ended.value.code == 2
    why = capsys.readouterr().err
    assert said in why
    assert "name, given" in why


def test_too_few_names_or_a_file_of_cards_change_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    card = tmp_path / "ann.vcf"
    card.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Ann\nEND:VCARD\n")
    for path, said in ((table(tmp_path, *ROWS), "has 4 columns"), (card, "is no table")):
        status, out, why = run(capsys, tmp_path / "d", "import", path, "--columns", "name,email")
        assert (status, out) == (1, "")
        assert said in why
        assert "Nothing was changed" in why
    assert not (tmp_path / "d").exists()


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ({"meeting": 1, "contact": 2}, "2 contacts, 1 meeting"),
        ({"contact": 1, "setting": 1}, "1 contact and 1 further entry"),
        ({"contact": 3, "setting": 1, "contact_detail": 4}, "3 contacts and 5 further entries"),
        ({"setting": 2}, "2 entries"),
        ({"contact": 0}, "nothing"),
    ],
)
def test_counts_are_said_in_words(counts: dict[str, int], said: str) -> None:
    assert counted(counts) == said
