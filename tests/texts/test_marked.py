"""With every text marked, whatever commands print and write for people stands in marks; only people's own words do not.

The people of these tests write in Cyrillic: a Latin letter outside of the marks is English that no translator sees.
"""

import io
import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pikepdf
import pytest

from desktop.core.contact import Contact, Detail, MayUseName, Source, Stage
from desktop.core.contact_fields import ExportGroup
from desktop.core.export.contact_export import ENDINGS
from desktop.core.meeting import AnswerKind, Meeting, PlannedQuestion
from desktop.core.meeting_line import MeetingState
from desktop.core.message import Answer, Channel, Message, MessageKind, MessageState
from desktop.core.people.chain import ChainPerson, forest
from desktop.core.plain_dates import PlainDates
from desktop.core.promise import Promise
from desktop.documents.card import FoldedCard, card_bytes
from desktop.documents.chain import ChainLayout, chain_bytes
from desktop.documents.contact_history import HistoryItem, HistorySheet, history_bytes
from desktop.documents.letter import Letter, LetterLayout, letter_bytes
from desktop.entry import main
from desktop.store.store import Store
from desktop.texts.catalogue import Language
from tests.documents.reading import read
from tests.texts.sources import catalogue, places_in
from tests.texts.translations import MARKED

_MARKED = re.compile(r"«[^«»]*»")
_WORD = re.compile(r"[A-Za-z]{2,}")
TODAY = date.today()
# What is typed into a command is the same in every language.
TYPED = {*ExportGroup, *(ending.strip(".") for ending in ENDINGS.values()), "markdown", "vcard", "pdf", "eml"}


@pytest.fixture(autouse=True)
def _everything_is_marked(speak: Callable[[Language], None]) -> None:
    speak(MARKED)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A store in which something of everything that is written out stands."""
    ahead = datetime.now(UTC) + timedelta(days=3)
    with Store(tmp_path / "д") as store, store.action("Ввод"):
        ada = store.contacts.add(
            Contact(
                name="Ада",
                organisation="Завод",
                role="инженер",
                source=Source.SOCIAL_EVENT,
                source_detail="весна",
                found_on=TODAY,
                emails=(Detail("а@б.в", "дом"),),
                phones=(Detail("+7 1"),),
                links=(Detail("д.в"),),
                addresses=(Detail("улица"),),
                tags=("вода",),
                warm_line="тепло",
                cares_about="реки",
                give_back="книга",
                notes="заметка",
            )
        )
        for number, (stage, use_name) in enumerate(zip(Stage, [*MayUseName] * 4, strict=False)):
            store.contacts.add(
                Contact(name=f"Бо {number}", referrer_id=ada, referred_for="дом", may_use_name=use_name, stage=stage)
            )
        store.contacts.add(Contact(name="Вера", referrer_id=ada, introducing_since=TODAY))
        for state in MessageState:
            for channel in Channel:
                store.messages.add(
                    Message(
                        contact_id=ada,
                        kind=MessageKind.THANK_YOU,
                        text="да",
                        state=state,
                        channel=channel,
                        sent_on=TODAY,
                        answer=Answer.SOMEONE_ELSE,
                    )
                )
        fields = dict.fromkeys(
            ("purpose", "surprised", "will_use", "named", "promised", "their_words", "feared", "happened", "notes"),
            "ответ",
        )
        met = store.meetings.add(Meeting(contact_id=ada, state=MeetingState.MET, new_questions=("как",), **fields))
        question = store.meetings.add_question(PlannedQuestion(meeting_id=met, text="Как?"))
        store.meetings.update_question(question, answer="так", answer_kind=AnswerKind.INFERENCE, in_confidence=True)
        planned = store.meetings.add(Meeting(contact_id=ada, purpose="знать", starts_at=ahead, zone="UTC"))
        store.meetings.add_question(PlannedQuestion(meeting_id=planned, text="Что?"))
        for mine in (True, False):
            store.promises.add(Promise(contact_id=ada, text="письмо", mine=mine, due_on=TODAY))
    return tmp_path / "д"


def run(capsys: pytest.CaptureFixture[str], folder: Path, *arguments: object) -> str:
    """What a command prints, on either side, without the names of files that were given."""
    main(["--data", str(folder), *map(str, arguments)])
    printed = capsys.readouterr()
    text = printed.out + printed.err
    for argument in (folder, *(argument for argument in arguments if isinstance(argument, Path))):
        for name in (str(argument), str(argument.parent), argument.name):
            text = text.replace(name, "")
    return text


def outside(text: str) -> list[str]:
    """The Latin words outside of marks."""
    without = _MARKED.sub("", text.replace("groundwork: ", ""))
    return [word for word in _WORD.findall(without) if word not in TYPED]


@pytest.mark.parametrize("code", catalogue())
def test_an_entry_is_marked_with_all_that_is_in_it(code: str) -> None:
    values = {place: 3 if place == "count" else "а" for place in places_in(catalogue()[code])}
    said = MARKED.text(code, **values)
    assert "«" in said
    assert outside(said) == []
    assert "{" not in said


def test_help_is_marked(capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("import", "contacts", "export", "brief", "chain", "check", "review", "demo", "letter", "today"):
        with pytest.raises(SystemExit):
            main([command, "--help"])
    with pytest.raises(SystemExit):
        main(["--help"])
    said = capsys.readouterr().out
    assert "«list contacts»" in " ".join(said.split())


def test_results_are_marked(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (
        ("today",),
        ("chain",),
        ("chain", "Ада"),
        ("check",),
        ("brief", "next", "--out", tmp_path / "б.pdf"),
    ):
        assert outside(run(capsys, folder, *arguments)) == [], arguments
    for ending in ("md", "vcf", "csv", "json", "ics"):
        assert outside(run(capsys, folder, "export", tmp_path / f"в.{ending}")) == [], ending
    assert outside(run(capsys, tmp_path / "пример", "demo")) == []


def test_reasons_of_an_import_are_marked(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cards = tmp_path / "в.vcf"
    cards.write_text(
        "стих\nBEGIN:VCARD\nEND:VCARD\nBEGIN:VCARD\nVERSION:4.0\nKIND:group\nFN:Все\nEND:VCARD\n"
        "BEGIN:VCARD\nVERSION:4.0\nFN:Ада\nORG:Завод\nTITLE:инженер\nNOTE:новое\nEND:VCARD\n"
        "BEGIN:VCARD\nVERSION:4.0\nFN:Ада\nORG:Завод\nEND:VCARD\n"
        "BEGIN:VCARD\nVERSION:4.0\nFN:Ада\nEMAIL:а@б.в\nEND:VCARD\n"
        "BEGIN:VCARD\nVERSION:4.0\nEND:VCARD\nBEGIN:VCARD\nVERSION:4.0\nFN:Ной\nEND:VCARD\n"
    )
    said = run(capsys, folder, "import", cards)
    assert len(said.splitlines()) > 3
    assert outside(said) == []
    table = tmp_path / "т.csv"
    table.write_text("name,email\nОля,\n,\n")
    assert outside(run(capsys, folder, "import", table)) == []


REFUSED = {
    "а.pdf": b"%PDF-1.7",
    "а.png": b"\x89PNG",
    "а.db": b"SQLite format 3",
    "а.doc": b"\xd0\xcf\x11\xe0",
    "а.exe": b"MZ\x90",
    "а.gz": b"\x1f\x8b",
    "а.ics": b"BEGIN:VCALENDAR",
    "а.html": b"<html>",
    "а.js": b"{}",
    "а.zip": b"PK\x03\x04",
    "а.txt": b"",
    "б.csv": b"1;2\n3;4\n",
    "б.json": b'{"format": "groundwork archive", "version": 99, "store": {}, "last_ids": {}}',
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_refused_in_marks(
    name: str, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    path.write_bytes(REFUSED[name])
    said = run(capsys, folder, "import", path)
    assert said.strip()
    assert outside(said) == []


def test_refusals_are_marked(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gone, card = tmp_path / "нет" / "а.vcf", tmp_path / "а.vcf"
    card.write_text("BEGIN:VCARD\nVERSION:4.0\nFN:Ада\nEND:VCARD\n")
    for arguments in (
        ("import", gone),
        ("import", tmp_path),
        ("import", card, "--columns", "name"),
        ("export", gone),
        ("export", tmp_path / "а.ы"),
        ("export", tmp_path / "а.vcf", "--contacts", "никто"),
        ("export", tmp_path / "а.vcf", "--contacts", "999"),
        ("export", tmp_path / "а.vcf", "--fields", "нет"),
        ("chain", "никто"),
        ("chain", "Бо"),
        ("brief", "999"),
        ("letter", "Ада", "--out", tmp_path / "а.ы"),
        ("review", gone),
        ("demo",),
    ):
        said = run(capsys, folder, *arguments)
        assert said.strip(), arguments
        assert outside(said) == [], arguments
    assert outside(run(capsys, tmp_path / "пусто", "contacts")) == []


def test_what_is_written_for_people_is_marked(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text, calendar, brief = tmp_path / "а.md", tmp_path / "а.ics", tmp_path / "а.pdf"
    run(capsys, folder, "export", text, "--with-confidential")
    assert outside(text.read_text("utf-8")) == []
    run(capsys, folder, "export", calendar)
    unfolded = calendar.read_text("utf-8").replace("\n ", "")
    titles = [line.partition(":")[2] for line in unfolded.splitlines() if line.startswith("SUMMARY")]
    assert len(titles) > 3
    assert outside("\n".join(titles)) == []
    run(capsys, folder, "brief", "next", "--out", brief)
    assert outside(read(brief.read_bytes()).replace("UTC", "")) == []


def test_papers_are_marked() -> None:
    history = HistorySheet("Ада", "завод", (HistoryItem("день"),))
    chain = forest(ChainPerson(number, f"Ада {number}", number - 1) for number in range(1, 30))
    for pdf in (
        chain_bytes(chain, ChainLayout(), TODAY),
        chain_bytes(forest([ChainPerson(1, "", 2), ChainPerson(2, "")]), ChainLayout(), TODAY, "Ада"),
        letter_bytes(Letter("да\n" * 200, written_on=TODAY), LetterLayout()),
        card_bytes(FoldedCard("да")),
        history_bytes(history),
    ):
        said = read(pdf)
        assert "«" in said
        assert outside(said) == []
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert str(opened.Root.Lang) == MARKED.tag


def test_days_without_a_locale_are_marked() -> None:
    for month in range(1, 13):
        day = date(2026, month, month)
        assert outside(f"{PlainDates().day(day)} {PlainDates().short_day(day)}") == []
