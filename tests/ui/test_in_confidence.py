"""What was said in confidence, and what is for the user alone, leaves in nothing that is made (domain.md, "ethics").

Canary words stand where such things are written. Every output is made and read back: by the command line, and by what
the window hands over. A ticked box is the one way out, and only for that time.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.core.contact import Contact, Detail, MayUseName, Source
from desktop.core.export.calendar_plan import entries
from desktop.core.meeting import AnswerKind, Meeting, PlannedQuestion
from desktop.core.meeting_line import MeetingState
from desktop.core.message import MessageKind, RequestSituation
from desktop.core.preparing import brief as briefs
from desktop.core.preparing.write_up import in_paper_order, learning_entry_of_meeting
from desktop.core.promise import Promise
from desktop.core.values import replace
from desktop.documents.brief import PaperLayout, brief_bytes
from desktop.documents.contact_history import history_bytes
from desktop.entry import main
from desktop.formats.calendar_file import calendar_bytes
from desktop.store.calendar_facts import calendar_material
from desktop.store.store import Store
from desktop.ui.contacts.page.history_output import HistoryOutput
from desktop.ui.shared.days import LetterDays
from desktop.ui.workspace import Workspace
from desktop.work.letters import rendered, templates_for
from desktop.work.shipped import shipped_letters
from tests.documents.reading import read

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
CANARIES = ("Kanarienvogel", "Zeisig", "Stieglitz", "Dompfaff")  # a planned answer, an unplanned one, feared, happened
LEAVES = "Sperling"  # an answer that was said in the open


def fill(store: Store) -> int:
    """Ada was met, and named Ben, whose meeting is ahead. Returns Ada's meeting."""
    planned, unplanned, feared, happened = CANARIES
    with store.action("Fill"):
        store.preferences.update_profile(name="Nia Brook", email="nia@example.org")
        direction = store.directions.add("Water")
        ada = store.contacts.add(
            Contact(name="Ada Byron", organisation="Works", emails=(Detail("a@example.org"),), directions=(direction,))
        )
        met = store.meetings.add(
            Meeting(
                contact_id=ada,
                direction_id=direction,
                state=MeetingState.MET,
                starts_at=NOW - timedelta(days=1),
                surprised="How much is letters",
                will_use="Sample first",
                feared=feared,
                happened=happened,
                written_up_at=NOW,
            )
        )
        for answer, quiet, by_itself in ((planned, True, False), (unplanned, True, True), (LEAVES, False, False)):
            store.meetings.add_question(
                PlannedQuestion(
                    meeting_id=met,
                    topic="typical_day",
                    text=f"Question {len(answer)}",
                    answer=answer,
                    answer_kind=AnswerKind.OPINION,
                    in_confidence=quiet,
                    unplanned=by_itself,
                )
            )
        ben = store.contacts.add(
            Contact(
                name="Ben Ito",
                organisation="Works",
                source=Source.REFERRAL,
                referrer_id=ada,
                referred_at_id=met,
                may_use_name=MayUseName.YES,
                directions=(direction,),
            )
        )
        ahead = store.meetings.add(Meeting(contact_id=ben, direction_id=direction, starts_at=NOW + timedelta(days=2)))
        store.meetings.add_question(PlannedQuestion(meeting_id=ahead, topic="typical_day", text="And in winter?"))
        store.promises.add(Promise(contact_id=ada, meeting_id=met, text="Send the survey", due_on=NOW.date()))
        material = store.meetings.brief_material(met)
        answers = in_paper_order(material.questions, store.meetings.unplanned(met), ())
        store.learning.add(learning_entry_of_meeting(material.meeting, answers, "Ada Byron", "With Ada", NOW.date()))
        store.contacts.update(ada, cares_about="Salt", give_back="A Saturday")
    return met


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "data", clock=lambda: NOW) as opened:
        yield opened


def assert_silent(made: dict[str, str]) -> None:
    """No canary in any output, and every output is one."""
    assert made
    told = {(output, word) for output, text in made.items() for word in CANARIES if word in text}
    assert told == set()
    assert all(text.strip() for text in made.values())


def shown(path: Path) -> str:
    """The text of a file, be it a PDF or not."""
    data = path.read_bytes()
    return read(data) if data.startswith(b"%PDF") else data.decode("utf-8-sig")


def test_no_file_and_no_line_of_the_command_line_tells_it(
    store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    met = fill(store)
    folder = store.folder
    store.close()
    commands: dict[str, list[str]] = {
        "contacts": ["contacts", "--json"],
        "found": ["contacts", "--search", CANARIES[0]],
        "chain": ["chain"],
        "chain json": ["chain", "--json"],
        "check": ["check"],
        "today": ["today"],
        "today json": ["today", "--json"],
    }
    for kind in MessageKind:
        path = str(tmp_path / f"{kind}.pdf")
        commands |= {
            kind: ["letter", "1", "--kind", kind],
            f"{kind} pdf": ["letter", "1", "--kind", kind, "--out", path],
        }
    files = [f"all.{ending}" for ending in ("vcf", "csv", "md", "json", "ics")]
    commands |= {name: ["export", str(tmp_path / name)] for name in files}
    commands["3.vcf"] = ["export", str(tmp_path / "3.vcf"), "--vcard", "3.0"]
    commands |= {
        f"brief {number}": ["brief", str(number), "--out", str(tmp_path / f"{number}.pdf")] for number in (met, 2)
    }
    made: dict[str, str] = {}
    for name, arguments in commands.items():
        assert main(["--data", str(folder), *arguments]) == 0, name
        made[name] = f"{name}: {capsys.readouterr().out}"
    made |= {path.name: shown(path) for path in tmp_path.iterdir() if path.is_file()}
    assert_silent(made)
    assert LEAVES in made["all.md"]
    assert LEAVES in made["all.json"]
    for name in ("all.md", "all.json"):  # the way out: ticked, that time
        assert main(["--data", str(folder), "export", str(tmp_path / name), "--with-confidential"]) == 0
        assert all(word in shown(tmp_path / name) for word in CANARIES), name


def test_no_draft_of_any_kind_tells_it(store: Store, workspace: Workspace) -> None:
    fill(store)
    made = {}
    shipped_letters()
    for contact in store.contacts.every():
        for kind in MessageKind:
            situations: list[RequestSituation | None] = (
                list(RequestSituation) if kind is MessageKind.FIRST_REQUEST else [None]
            )
            for situation in situations:
                for template in templates_for(store, kind, situation):
                    draft = rendered(store, contact, template, {}, LetterDays())
                    made[f"{contact.name} {template.key}"] = f"{draft.draft} {draft.values}"
    assert len(made) > 60
    assert_silent(made)


def test_no_paper_and_no_calendar_of_the_window_tells_it(store: Store, workspace: Workspace) -> None:
    met = fill(store)
    made = {}
    for number in (met, met + 1):
        made[f"brief {number}"] = read(
            brief_bytes(briefs.build(store.meetings.brief_material(number), NOW.date()), PaperLayout())
        )
    output = HistoryOutput(workspace, None)  # type: ignore[arg-type]
    for contact in store.contacts.every():
        sheet = output.sheet(contact.id)
        assert sheet is not None
        made[f"history {contact.name}"] = read(history_bytes(sheet))
    found = entries(calendar_material(store, NOW.date()), NOW.date())
    made["calendar"] = calendar_bytes(found, NOW).decode()
    assert_silent(made)


def test_the_learning_entry_and_the_questions_left_open_do_not_take_it_along(store: Store) -> None:
    fill(store)
    made = {f"entry {entry.id}": str(entry) for entry in store.learning.entries()}
    made |= {f"left open {line.id}": f"plan: {store.meetings.left_open(line.id)}" for line in store.meetings.ahead()}
    assert LEAVES in made["entry 1"]
    assert_silent(made)


def test_a_canary_would_be_seen(store: Store) -> None:
    """The way in is there: the same answer, said in the open, does leave."""
    met = fill(store)
    quiet = [question for question in store.meetings.questions(met) if question.in_confidence]
    open_ones = [replace(question, in_confidence=False) for question in quiet]
    meeting = store.meetings.find(met)
    assert meeting is not None
    assert CANARIES[0] in learning_entry_of_meeting(meeting, open_ones, "Ada", "With Ada", NOW.date()).learned
