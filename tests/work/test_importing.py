"""Import in steps: opened, read and judged, stored as chosen; what was said of a table's columns is remembered."""

from pathlib import Path

import pytest

from desktop.core.contact import Source
from desktop.core.errors import ReadError
from desktop.core.people.incoming import Choice, ImportReport, MatchKind, Reading, Skipped
from desktop.formats.contact_columns import ColumnField, TableColumn
from desktop.formats.table_mapping import open_table
from desktop.store.store import Store
from desktop.texts.catalogue import coded
from desktop.work.importing import (
    OpenedFile,
    add_all,
    found_through,
    open_files,
    read_and_judge,
    read_people_of_files,
    report_text,
)

CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{0}\r\nEMAIL:{0}@example.org\r\nEND:VCARD\r\n"
ODD = (TableColumn(ColumnField.NAME), TableColumn(ColumnField.ORGANISATION), TableColumn(ColumnField.PHONE))


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "book.vcf"
    path.write_text("".join(map(CARD.format, ("Ann", "Ben"))), newline="")
    return path


@pytest.fixture
def odd(tmp_path: Path) -> Path:
    path = tmp_path / "odd.csv"
    path.write_text("Wer;Wo;Womit\nAda;Engine Works;030 5550111\nOlga;Mill;030 5550110\n", "utf-8")
    return path


def test_a_file_that_cannot_be_read_is_reported_beside_others_and_raised_alone(
    store: Store, book: Path, tmp_path: Path
) -> None:
    song = tmp_path / "song.pdf"
    song.write_bytes(b"%PDF-1.7")
    preview = read_and_judge(store, open_files(store, [song, book]))
    assert [left.file for left in preview.reading.skipped] == ["song.pdf"]
    assert [each.person.contact.name for each in preview.judged] == ["Ann", "Ben"]
    with pytest.raises(ReadError):
        open_files(store, [song])


def test_what_was_said_of_columns_is_remembered_for_the_next_table_with_these_headings(store: Store, odd: Path) -> None:
    (file,) = open_files(store, [odd])
    assert file.asks
    said = file.read_by(open_table(odd, headings=True), ODD)
    assert said.as_remembered(store) == said
    reading = read_people_of_files([said])
    assert [person.contact.organisation for person in reading.people] == ["Engine Works", "Mill"]
    assert add_all(store, reading, [said], "Import").new == 2
    (again,) = open_files(store, [odd])
    assert not again.asks
    assert [column.field for column in again.mapping] == [column.field for column in ODD]
    store.undo()
    assert store.contacts.count() == 0
    assert open_files(store, [odd])[0].asks


def test_what_nobody_said_is_not_remembered(store: Store, odd: Path) -> None:
    files = open_files(store, [odd])
    add_all(store, read_people_of_files(files), files, "Import")
    assert open_files(store, [odd])[0].asks


def test_remarks_on_the_rows_of_a_table_stand_before_those_of_reading(odd: Path, store: Store) -> None:
    (file,) = open_files(store, [odd])
    assert file.table is not None
    remark = Skipped("odd.csv", 1, coded("import_report.taken_for_headings"))
    said = OpenedFile(odd, Reading((), (remark,)), file.table, ODD)
    assert read_people_of_files([said]).skipped[0] == remark


def test_choices_decide_and_who_is_not_chosen_for_becomes_what_is_usual(store: Store, book: Path) -> None:
    files = open_files(store, [book])
    preview = read_and_judge(store, files)
    assert preview.of_kind(MatchKind.NEW) == [0, 1]
    assert preview.unsaid
    preview.choose([1], Choice.SKIP)
    assert (preview.count(Choice.ADD), preview.count(Choice.SKIP)) == (1, 1)
    report = add_all(store, preview.reading, files, "Import", None, preview.choices)
    assert (report.new, len(report.skipped)) == (1, 1)
    assert [line.name for line in store.contacts.lines()] == ["Ann"]
    assert store.next_undo == "Import"


def test_new_people_whose_file_does_not_say_where_they_were_found_get_the_source(store: Store, odd: Path) -> None:
    (file,) = open_files(store, [odd])
    preview = read_and_judge(store, [file.read_by(open_table(odd, headings=True), ODD)])
    assert preview.unsaid
    preview.choose([1], Choice.SKIP)
    sources = [person.contact.source for person in found_through(Source.ALUMNI, preview).people]
    assert sources == [Source.ALUMNI, None]


def test_cancelled_nothing_is_changed(store: Store, book: Path) -> None:
    class Cancelled(Exception):
        pass

    def refuse(_done: int, _total: int) -> None:
        raise Cancelled

    files = open_files(store, [book])
    with pytest.raises(Cancelled):
        add_all(store, read_people_of_files(files), files, "Import", refuse)
    assert store.contacts.count() == 0
    assert store.next_undo != "Import"


def test_the_report_names_file_line_and_reason() -> None:
    report = ImportReport(
        2,
        merged=(Skipped("a.vcf", 3, coded("import_report.merged", name="Bo", other="Bo")),),
        skipped=(Skipped("a.vcf", 7, coded("import_report.left_out", name="Ann")),),
        unreadable=(Skipped("b.vcf", 1, coded("import_report.card_broken_off")),),
    )
    assert report.read == 5
    assert report_text(report, "5 read").splitlines() == [
        "5 read",
        "",
        "b.vcf:1: The card breaks off before it says anything about a person.",
        "a.vcf:3: Bo: What was new went to Bo.",
        "a.vcf:7: Ann: left out, as you chose.",
    ]
