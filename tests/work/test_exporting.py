"""Export: what was asked for, whole or not at all; and an archive back."""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.core.contact import Contact, Detail
from desktop.core.errors import UserError
from desktop.core.export.contact_export import ExportField, ExportKind
from desktop.core.meeting import Meeting
from desktop.store.store import Store
from desktop.texts.catalogue import Language
from desktop.work.exporting import ExportOrder, export, restore_archive
from tests.texts.translations import Given
from tests.work.conftest import NOW


class Cancelled(Exception):
    """What whoever runs the work raises at a report."""


def refuse(_done: int, _total: int) -> None:
    raise Cancelled


@pytest.mark.parametrize("kind", [ExportKind.VCARD, ExportKind.CSV, ExportKind.MARKDOWN])
def test_contacts_leave_with_the_fields_chosen_and_are_counted(
    store: Store, amara: int, tmp_path: Path, kind: ExportKind
) -> None:
    with store.action("Add"):
        store.contacts.add(Contact(name="Not chosen"))
    path = tmp_path / "out"
    exported = export(store, ExportOrder(kind, [amara], frozenset({ExportField.EMAILS})), path)
    assert (exported.counts, exported.left_out) == ({"contacts": 1}, 0)
    text = path.read_text("utf-8-sig")
    assert "amara@waterworks.example" in text
    assert "City Waterworks" not in text
    assert "Not chosen" not in text


def test_the_calendar_is_titled_in_the_language_in_use(
    store: Store, amara: int, tmp_path: Path, speak: Callable[[Language], None]
) -> None:
    with store.action("Agree"):
        store.meetings.add(Meeting(contact_id=amara, starts_at=NOW + timedelta(days=2), zone="UTC"))
    speak(Language("de", Given({"Conversation with {name}": "Gespräch mit {name}"})))
    assert export(store, ExportOrder(ExportKind.CALENDAR), tmp_path / "a.ics").counts == {"entries": 1}
    assert "Gespräch mit Amara" in (tmp_path / "a.ics").read_text("utf-8")


def test_an_archive_goes_into_an_empty_store_as_one_action(store: Store, amara: int, tmp_path: Path) -> None:
    path = tmp_path / "all.json"
    assert export(store, ExportOrder(ExportKind.ARCHIVE), path).counts["contact"] == 1
    assert json.loads(path.read_bytes())["format"] == "groundwork-archive"
    with pytest.raises(UserError, match="There is data here already"):
        restore_archive(store, path, "Restore")
    assert store.contacts.count() == 1


@pytest.mark.parametrize(
    ("kind", "ids"), [(ExportKind.MARKDOWN, True), (ExportKind.ARCHIVE, False), (ExportKind.VCARD, True)]
)
def test_cancelled_it_leaves_no_file(
    store: Store, tmp_path: Path, kind: ExportKind, ids: bool, many: Callable[[int], list[int]]
) -> None:
    people = many(600)
    with pytest.raises(Cancelled):
        export(store, ExportOrder(kind, people if ids else ()), tmp_path / "out", refuse)
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == []


@pytest.fixture
def many(store: Store) -> Callable[[int], list[int]]:
    def added(count: int) -> list[int]:
        with store.action("Add"):
            people = [Contact(name=f"P{number}", phones=(Detail(f"+44 {number}"),)) for number in range(count)]
            return list(store.contacts.add_all(people))

    return added
