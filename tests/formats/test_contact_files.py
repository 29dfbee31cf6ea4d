"""Contacts into files: what was not chosen stays behind in every kind, and what was confidential is counted."""

from pathlib import Path

import pytest

from desktop.core.contact import Contact, Detail
from desktop.core.contact_fields import ExportGroup
from desktop.core.export.contact_export import (
    ALL_GROUPS,
    OF_CONTACTS,
    ContactRecord,
    Exported,
    ExportKind,
    MeetingRecord,
)
from desktop.core.meeting import Meeting, PlannedQuestion
from desktop.core.message import Message, MessageState
from desktop.formats.contact_files import write_contacts

HIDDEN = PlannedQuestion(1, text="Why?", answer="whispered", in_confidence=True)
ANN = ContactRecord(
    Contact(name="Ann Lee", emails=(Detail("a@x.example"),), notes="a note"),
    messages=(Message(contact_id=1, state=MessageState.SENT, text="a letter"),),
    meetings=(MeetingRecord(Meeting(1, 1), (HIDDEN,)),),
)


@pytest.mark.parametrize("kind", sorted(OF_CONTACTS))
def test_only_what_was_chosen_is_in_the_file(kind: ExportKind, tmp_path: Path) -> None:
    path = tmp_path / "file"
    write_contacts(path, kind, [ANN], frozenset({ExportGroup.EMAILS}))
    written = path.read_text("utf-8-sig")
    assert "Ann Lee" in written
    assert "a@x.example" in written
    assert not any(told in written for told in ("a note", "a letter", "whispered"))


def test_what_is_confidential_is_left_out_and_counted_unless_it_was_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "file"
    assert write_contacts(path, ExportKind.MARKDOWN, [ANN], ALL_GROUPS) == Exported({"contacts": 1}, 1)
    assert "whispered" not in path.read_text("utf-8")
    assert write_contacts(path, ExportKind.MARKDOWN, [ANN], ALL_GROUPS, True) == Exported({"contacts": 1}, 0)
    assert "whispered" in path.read_text("utf-8")


@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_cards_are_of_the_version_that_is_asked_for(version: str, tmp_path: Path) -> None:
    path = tmp_path / "file"
    write_contacts(path, ExportKind.VCARD, [ANN, ANN], ALL_GROUPS, vcard=version)  # type: ignore[arg-type]
    assert path.read_text("utf-8").count(f"VERSION:{version}") == 2


def test_progress_is_told_now_and_then_and_what_it_raises_leaves_the_old_file(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    path = tmp_path / "file"
    path.write_text("old")

    def report(done: int, total: int) -> None:
        told.append((done, total))
        if done == 400:
            raise RuntimeError

    with pytest.raises(RuntimeError):
        write_contacts(path, ExportKind.VCARD, [ANN] * 500, ALL_GROUPS, total=500, report=report)
    assert told == [(200, 500), (400, 500)]
    assert path.read_text() == "old"
