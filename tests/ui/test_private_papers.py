"""In *My search is private* no paper's file name, title inside the file, or name in a print queue names anybody."""

import io
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.core.contact import Contact, Source
from desktop.core.meeting import Meeting, PlannedQuestion
from desktop.core.people.chain import forest
from desktop.core.settings import Paper
from desktop.entry import main
from desktop.store.store import Store
from desktop.ui.contacts.chain.output import ChainOutput
from desktop.ui.contacts.compose.page import ComposePage
from desktop.ui.contacts.page.history_output import HistoryOutput
from desktop.ui.prepare.brief_output import BriefOutput
from desktop.ui.shared.paper_output import PaperOutput
from desktop.ui.workspace import Workspace
from tests.documents.reading import read

NAME = "Hamish Dunmore"
PARTS = ("hamish", "dunmore")
UI = Path(__file__).resolve().parents[2] / "desktop" / "ui"


@pytest.fixture
def meeting(store: Store) -> int:
    """One with Hamish, tomorrow."""
    with store.action("Fill"):
        contact = store.contacts.add(Contact(name=NAME))
        store.contacts.add(Contact(name="Ben Ito", source=Source.REFERRAL, referrer_id=contact))
        meeting = store.meetings.add(Meeting(contact_id=contact, starts_at=store.clock() + timedelta(days=1)))
        store.meetings.add_question(PlannedQuestion(meeting_id=meeting, topic="typical_day", text="And in winter?"))
    return meeting


@pytest.fixture
def outputs(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, bytes]]:
    """What goes out: all that others see before they open it, and the PDF."""
    made: list[tuple[str, bytes]] = []

    def save(_self: PaperOutput, title: str, name: str, make: Callable[[], bytes]) -> None:
        made.append((f"{title} {name}", make()))

    def print_out(_self: PaperOutput, title: str, document: str, _paper: Paper, make: Callable[[], bytes]) -> None:
        made.append((f"{title} {document}", make()))

    monkeypatch.setattr(PaperOutput, "save", save)
    monkeypatch.setattr(PaperOutput, "print_out", print_out)
    return made


def every_paper(workspace: Workspace, meeting: int, qtbot: QtBot) -> None:
    """Each of them saved and printed."""
    window = QWidget()
    qtbot.addWidget(window)
    brief, history, chain = (of(workspace, window) for of in (BriefOutput, HistoryOutput, ChainOutput))
    brief.save(meeting)
    brief.save_week()
    brief.print_out(meeting)
    history.save(1)
    history.print_out(1)
    people = forest(workspace.store.chain.people(None))
    for name in (NAME, ""):
        chain.save(people, name)
        chain.print_out(people, name)
    composer = ComposePage(workspace)
    qtbot.addWidget(composer)
    composer.write_to(1)
    composer.subject.enter(f"A question for {NAME}")
    composer.text.enter(f"Dear {NAME},\n\nthank you.")
    for out in (
        composer.handover.save_letter,
        composer.handover.print_letter,
        composer.handover.save_card,
        composer.handover.print_card,
    ):
        out()


def told_outside(pdf: bytes) -> str:
    """What a file manager, a viewer's title and a print queue show of a file."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return " ".join(
            [*(str(value) for value in opened.docinfo.values()), opened.Root.Metadata.read_bytes().decode()]
        )


def named(seen: str) -> bool:
    """Whether it names Hamish."""
    return any(part in seen.casefold() for part in PARTS)


@pytest.mark.parametrize("private", [True, False])
def test_no_paper_of_a_private_search_names_anybody_outside(
    workspace: Workspace, store: Store, meeting: int, outputs: list[tuple[str, bytes]], private: bool, qtbot: QtBot
) -> None:
    with store.action("Private"):
        store.preferences.update_settings(private_search=private)
    every_paper(workspace, meeting, qtbot)
    assert len(outputs) == 13
    telling = [seen for seen, pdf in outputs if named(f"{seen} {told_outside(pdf)}")]
    assert len(telling) == (0 if private else 9), telling
    assert sum(named(read(pdf)) for _seen, pdf in outputs) == 13, "the papers themselves are addressed as ever"


def test_every_way_out_of_a_paper_is_looked_at_here() -> None:
    using = {str(path.relative_to(UI)) for path in UI.rglob("*.py") if "= PaperOutput(" in path.read_text("utf-8")}
    assert using == {
        "contacts/chain/output.py",
        "contacts/compose/handover.py",
        "contacts/page/history_output.py",
        "prepare/brief_output.py",
    }


@pytest.mark.parametrize("private", [True, False])
def test_the_command_line_keeps_the_name_out_too(
    store: Store, meeting: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, private: bool
) -> None:
    with store.action("Private"):
        store.preferences.update_settings(private_search=private)
    store.close()
    (tmp_path / "out").mkdir()
    monkeypatch.chdir(tmp_path / "out")
    assert main(["--data", str(store.folder), "brief", "next"]) == 0
    assert main(["--data", str(store.folder), "letter", "1", "--out", "letter.pdf"]) == 0
    made = {path.name: told_outside(path.read_bytes()) for path in Path().iterdir()}
    assert set(made) == {"letter.pdf", "brief.pdf" if private else "hamish-dunmore-brief.pdf"}
    assert any(named(f"{name} {seen}") for name, seen in made.items()) is not private
