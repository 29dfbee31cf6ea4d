"""The `export` command, and `import` of an archive."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.core.contact import Contact, Detail
from desktop.core.contact_fields import ExportGroup
from desktop.core.meeting import Meeting, PlannedQuestion
from desktop.entry import main
from desktop.store.store import Store

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Store(tmp_path / "d") as store, store.action("Add"):
        ann = store.contacts.add(
            Contact(name="Ann *Lee*", organisation="Waterworks", emails=(Detail("ann@example.org"),), notes="NOTE")
        )
        store.contacts.add(Contact(name="Bo Ek"))
        meeting = store.meetings.add(Meeting(contact_id=ann, purpose="Learn", feared="FEARED"))
        question = store.meetings.add_question(PlannedQuestion(meeting_id=meeting, text="Why?"))
        store.meetings.update_question(question, answer="CANARY", in_confidence=True)
    return tmp_path / "d"


def run(capsys: pytest.CaptureFixture[str], folder: Path, *arguments: object) -> tuple[int, str, str]:
    status = main(["--data", str(folder), *map(str, arguments)])
    printed = capsys.readouterr()
    return status, printed.out, printed.err


def test_markdown_says_path_and_counts_and_keeps_what_is_confidential(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "all.md"
    assert run(capsys, folder, "export", path) == (
        0,
        f"{path}\n2 contacts\n2 texts in confidence were left out; --with-confidential takes them along\n",
        "",
    )
    text = path.read_text()
    assert "# Ann \\*Lee\\*" in text
    assert "# Bo Ek" in text
    assert "Why?" in text
    assert "CANARY" not in text
    assert "FEARED" not in text
    run(capsys, folder, "export", path, "--with-confidential")
    assert "CANARY" in path.read_text()
    assert "FEARED" in path.read_text()


def test_some_contacts_and_some_fields(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "some.md"
    assert run(capsys, folder, "export", path, "--contacts", "waterworks", "--fields", "emails,work")[0] == 0
    text = path.read_text()
    assert "ann@example.org" in text
    assert "Waterworks" in text
    assert not any(hidden in text for hidden in ("NOTE", "Bo Ek", "Why"))
    assert run(capsys, folder, "export", path, "--contacts", "2")[1] == f"{path}\n1 contact\n"
    assert "Bo Ek" in path.read_text()


@pytest.mark.parametrize("name", ["some.vcf", "some.csv", "some.md"])
def test_what_was_not_chosen_does_not_leave(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    """The time zone and private notes on how to say the name once left whatever was chosen."""
    with Store(folder) as store, store.action("Edit"):
        store.contacts.update(1, pronounced="AN, as my aunt", time_zone="Asia/Tokyo", tags=("waters",))
    path = tmp_path / name
    run(capsys, folder, "export", path, "--fields", "tags")
    text = path.read_text()
    assert "waters" in text
    assert not any(hidden in text for hidden in ("aunt", "Tokyo", "ann@example.org"))
    run(capsys, folder, "export", path, "--fields", "person")
    assert "aunt" in path.read_text()
    assert "Tokyo" in path.read_text()


def test_the_readme_names_every_group_that_may_be_chosen() -> None:
    (row,) = [
        line for line in (ROOT / "README.md").read_text("utf-8").splitlines() if line.startswith("| `export FILE")
    ]
    assert all(f"`{group}`" in row for group in ExportGroup)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("x.bin",), "It is not clear"),
        (("x.md", "--contacts", "nobody at all"), "No contact is found"),
        (("x.md", "--contacts", "1,99"), "There is no contact 99"),
        (("x.md", "--fields", "shoes"), "There is no field 'shoes'"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_written(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    status, out, why = run(capsys, folder, "export", tmp_path / arguments[0], *arguments[1:])
    assert (status, out) == (1, "")
    assert said in why
    assert "Nothing was written" in why
    assert not (tmp_path / arguments[0]).exists()


def test_an_archive_goes_out_and_into_an_empty_folder(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "all.json"
    status, out, _ = run(capsys, folder, "export", path, "--with-confidential")
    assert status == 0
    assert out == f"{path}\n2 contacts, 1 organisation, 1 meeting and 2 further entries\n"
    status, out, _ = run(capsys, tmp_path / "new", "import", path, "--json")
    assert status == 0
    assert json.loads(out)["restored"]["contact"] == 2
    both = [run(capsys, each, "contacts", "--json")[1] for each in (folder, tmp_path / "new")]
    assert both[0] == both[1]


def test_an_archive_is_not_put_over_data(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "all.json"
    run(capsys, folder, "export", path)
    before = run(capsys, folder, "contacts", "--json")[1]
    status, out, why = run(capsys, folder, "import", path)
    assert (status, out) == (1, "")
    assert "Nothing was changed" in why
    assert run(capsys, folder, "contacts", "--json")[1] == before


@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_cards_go_out_and_come_back_the_same(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], version: str
) -> None:
    path = tmp_path / "all.vcf"
    assert run(capsys, folder, "export", path, "--vcard", version) == (0, f"{path}\n2 contacts\n", "")
    text = path.read_text()
    assert text.count(f"VERSION:{version}") == 2
    assert "CANARY" not in text
    run(capsys, tmp_path / "new", "import", path)
    both = [json.loads(run(capsys, each, "contacts", "--json")[1]) for each in (folder, tmp_path / "new")]
    assert [[row["name"], row["organisation"], row["emails"]] for row in both[0]] == [
        [row["name"], row["organisation"], row["emails"]] for row in both[1]
    ]


def test_cards_hold_only_the_fields_that_were_chosen(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "some.vcf"
    assert run(capsys, folder, "export", path, "--fields", "work")[0] == 0
    text = path.read_text()
    assert "Waterworks" in text
    assert "ann@example.org" not in text
    assert "NOTE" not in text


def test_a_table_goes_out_and_comes_back_the_same(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "all.csv"
    assert run(capsys, folder, "export", path) == (0, f"{path}\n2 contacts\n", "")
    run(capsys, tmp_path / "new", "import", path)
    both = [json.loads(run(capsys, each, "contacts", "--json")[1]) for each in (folder, tmp_path / "new")]
    for row in (*both[0], *both[1]):
        del row["source"]  # whose table one has, one knows: that is the import's to say
    assert both[0] == both[1]
    run(capsys, folder, "export", path, "--fields", "work")
    assert "Waterworks" in path.read_text()
    assert "ann@example.org" not in path.read_text()


def test_the_calendar_goes_out(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "all.ics"
    with Store(folder) as store, store.action("Add"):
        store.meetings.add(Meeting(contact_id=1, starts_at=datetime(2099, 1, 1, 9, tzinfo=UTC)))
    assert run(capsys, folder, "export", path)[:2] == (0, f"{path}\n1 entry\n")
    assert path.read_bytes().startswith(b"BEGIN:VCALENDAR")
