"""The `letter` command: the text the composer would show first, on standard output, as PDF or as a mail file."""

from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from desktop.core.contact import Contact, Detail, Stage
from desktop.core.meeting import Meeting
from desktop.core.meeting_line import MeetingState
from desktop.core.message import Message, MessageKind
from desktop.entry import main
from desktop.store.store import Store
from tests.documents.reading import read

ANN, BO = 1, 2


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Store(tmp_path / "d") as store, store.action("Add"):
        store.preferences.update_profile(name="Nia Brook", email="nia@example.org", background="I keep bees.")
        store.contacts.add(Contact(name="Ann Lee", emails=(Detail("ann@example.org"),), role="Engineer"))
        bo = store.contacts.add(Contact(name="Bo Ek"))
        met = datetime.now(UTC) - timedelta(days=1)
        store.meetings.add(Meeting(contact_id=bo, state=MeetingState.MET, starts_at=met))
        store.contacts.update(bo, stage=Stage.MET)
        for _ in range(2):
            store.contacts.add(Contact(name="Twin Lee"))
    return tmp_path / "d"


def run(capsys: pytest.CaptureFixture[str], folder: Path, *arguments: object) -> tuple[int, str, str]:
    status = main(["--data", str(folder), "letter", *map(str, arguments)])
    printed = capsys.readouterr()
    return status, printed.out, printed.err


def test_the_letter_that_is_next_is_printed_with_its_blanks_which_are_counted(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, said = run(capsys, folder, "bo")
    assert status == 0
    assert out.startswith("Subject: Thank you for the conversation\n\nDear Bo Ek,\n")
    assert "[the one thing you keep from it]" in out
    assert said == ("2 blanks are still in the text: the one thing you keep from it, what you will do with it.\n")


def test_the_first_request_is_next_to_somebody_only_found(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, folder, ANN) == run(capsys, folder, ANN, "--kind", "first_request")


def test_every_kind_can_be_asked_for(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = {kind: run(capsys, folder, ANN, "--kind", kind) for kind in MessageKind}
    assert {status for status, _, _ in texts.values()} == {0}
    assert len({out for _, out, _ in texts.values()}) == len(MessageKind)


def test_the_tone_is_the_preferred_one_unless_another_is_asked_for(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plain, warm = run(capsys, folder, BO), run(capsys, folder, BO, "--tone", "warm")
    assert plain != warm
    with Store(folder) as store, store.action("Settings"):
        store.preferences.update_settings(letter_tone="warm")
    assert run(capsys, folder, BO) == warm
    assert run(capsys, folder, BO, "--tone", "plain") == plain


def test_a_draft_that_was_begun_is_the_letter_unless_a_tone_is_asked_for(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    anew = run(capsys, folder, BO, "--tone", "plain")
    with Store(folder) as store, store.action("Write"):
        store.messages.add(Message(contact_id=BO, kind=MessageKind.THANK_YOU, subject="Thanks", text="My own words."))
    assert run(capsys, folder, BO) == (0, "Subject: Thanks\n\nMy own words.\n", "")
    assert run(capsys, folder, BO, "--tone", "plain") == anew


def test_the_text_to_forward_stands_below(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = run(capsys, folder, ANN, "--kind", "introduction_request")[1]
    assert out.count("\n----\n") == 1
    assert "My name is Nia Brook" in out.partition("----")[2]


def test_a_pdf_is_the_letter_on_paper(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "ann.PDF"
    status, out, said = run(capsys, folder, "ann lee", "--out", path)
    assert (status, out) == (0, f"{path}\n")
    assert "still in the text" in said
    text = read(path.read_bytes())
    assert "Ann Lee" in text
    assert "Engineer" in text
    assert "I keep bees." in text
    today = datetime.now().astimezone()
    assert f"{today.day} {today:%B %Y}" in text
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_mail_file_is_a_draft_from_the_user_to_the_contact(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "ann.eml"
    assert run(capsys, folder, ANN, "--out", path)[:2] == (0, f"{path}\n")
    mail = message_from_bytes(path.read_bytes(), policy=policy.default)
    assert mail["To"] == "Ann Lee <ann@example.org>"
    assert mail["From"] == "Nia Brook <nia@example.org>"
    assert mail["X-Unsent"] == "1"
    printed = run(capsys, folder, ANN)[1]
    assert f"Subject: {mail['Subject']}\n\n{mail.get_content().replace(chr(13), '').strip()}\n" == printed


@pytest.mark.parametrize("name", ["ann.txt", "ann", "ann.vcf"])
def test_another_kind_of_file_is_refused_and_one_that_is_there_stays(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (tmp_path / name).write_text("mine")
    status, out, said = run(capsys, folder, ANN, "--out", tmp_path / name)
    assert (status, out) == (1, "")
    assert said == (
        f"groundwork: A letter cannot be written as “{name}”. Nothing was written; end it in .pdf or .eml.\n"
    )
    assert (tmp_path / name).read_text() == "mine"


@pytest.mark.parametrize(("named", "why"), [("Nobody", "no contact 'Nobody'"), ("twin", "3, 4"), ("99", "no contact")])
def test_a_contact_that_is_not_one_is_refused(
    folder: Path, capsys: pytest.CaptureFixture[str], named: str, why: str
) -> None:
    status, out, said = run(capsys, folder, named)
    assert (status, out) == (1, "")
    assert why in said


def test_nothing_is_stored(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, folder, ANN, "--out", tmp_path / "a.pdf")
    with Store(folder, owner=False) as store:
        assert store.messages.of_contact(ANN) == []


@pytest.mark.parametrize("wrong", [("--kind", "poem"), ("--tone", "angry"), ()])
def test_wrong_usage_has_status_2(folder: Path, wrong: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--data", str(folder), "letter", *wrong])
    assert ended.value.code == 2
