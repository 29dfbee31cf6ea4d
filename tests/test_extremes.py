"""Days and numbers at their ends, and beyond them in the file: window, papers, calendar and commands bear them all."""

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.bounds import SETTINGS
from desktop.core.errors import ReadError
from desktop.core.export.archive import ArchiveCounts
from desktop.core.message import MessageKind
from desktop.core.settings import Settings
from desktop.entry import main
from desktop.formats import question_bank
from desktop.formats.archive import read_archive, write_archive
from desktop.places import resources
from desktop.store.archive import ArchiveReading, restore
from desktop.store.store import Store
from desktop.store.tables import TABLES
from desktop.ui.main_window import MainWindow
from desktop.ui.tasks import Tasks
from desktop.ui.theme import Theme
from desktop.ui.workspace import Workspace
from tests.extremes import INSIDE, OUTSIDE, bounded_columns, extreme, put
from tests.look.places import Places
from tests.store.test_archive import full

EVERYTHING = (*INSIDE, *OUTSIDE)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Store(tmp_path / "data") as store:
        fill_every_table(store)
    return tmp_path / "data"


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    made = Theme(qapp)
    made.apply("light")
    return made


def fill_every_table(store: Store) -> None:
    full(store)
    run = store.database.connection().execute
    run(
        "insert into contact_step (contact_id, what, happened_on, until) values (1, 'snoozed', ?, ?)",
        ("2026-11-20", None),
    )
    run("insert into learning_evidence (entry_id, address) select min(id), 'https://example.org' from learning_entry")
    run("insert into own_question (key, topic, text) values ('mine', 'own', 'What would you do again?')")
    run("insert into meeting_fact (meeting_id, note_id) select m.id, n.id from meeting m, research_note n limit 1")
    empty = [table for table, _ in bounded_columns() if not run(f"select exists (select 1 from {table})").get]
    assert empty == []


def archived(store: Store, path: Path) -> ArchiveCounts:
    with ArchiveReading(store, confidential=True).open() as (head, tables):
        return write_archive(path, head, tables)


def restored(path: Path, folder: Path) -> None:
    with Store(folder) as store:
        found = read_archive(path)
        restore(store, found.head, found.rows, "Restore")


def put_everywhere(folder: Path, which: str) -> None:
    with Store(folder) as store:
        for table, field in bounded_columns():
            put(store, table, field, which)
        run = store.database.connection().execute
        for name, bounds in SETTINGS.items():
            value = {"first": bounds.least, "last": bounds.most, "far before": -(10**30), "far behind": 10**30}
            run("insert or replace into setting values (?, ?)", (f"setting.{name}", str(value.get(which, "many"))))


def look_at_everything(folder: Path, theme: Theme, tmp_path: Path) -> None:
    """Go to every tab and page of the window; an error in any fails the test by pytest-qt."""
    with Store(folder) as store:
        workspace = Workspace(
            store, Tasks(), theme, lambda: question_bank.read_question_bank(resources() / "questions")
        )
        window = MainWindow(workspace, QSettings(str(tmp_path / "w.ini"), QSettings.Format.IniFormat), [], False)
        window.show()
        for page in places(window, workspace, tmp_path):
            page.show()
            QApplication.processEvents()
            if page is not window:
                page.close()
        for line in store.meetings.ahead() + store.meetings.past():
            window.tabs.open_meeting(line.id)
        for person in store.contacts.lines():
            window.tabs.open_contact(person.id)
            QApplication.processEvents()
        workspace.tasks.wait()
        window.close()
        window.deleteLater()


def places(window: MainWindow, workspace: Workspace, folder: Path) -> Iterator[QWidget]:
    everything = Places(window, workspace, folder)
    for way in (everything._tabs, everything._today, everything._learning, everything._pages, everything._contacts):
        for _, go in way():
            yield go()


def run_commands(folder: Path, out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every command that reads; what it refuses, it refuses in a sentence."""
    out.mkdir(exist_ok=True)
    with Store(folder) as store:
        meetings = [line.id for line in store.meetings.ahead() + store.meetings.past()]
        person = store.contacts.lines()[0].name
    commands = [
        ["today"],
        ["today", "--json"],
        ["contacts"],
        ["chain"],
        ["check"],
        ["brief", "next", "--out", str(out / "next.pdf")],
        *(["brief", str(each), "--out", str(out / f"{each}.pdf")] for each in meetings),
        *(["letter", person, "--kind", str(kind)] for kind in MessageKind if kind is not MessageKind.REPORT_BACK),
        *(
            ["export", str(out / f"all.{end}"), "--as", kind]
            for kind, end in (("vcard", "vcf"), ("csv", "csv"), ("markdown", "md"), ("ics", "ics"), ("json", "json"))
        ),
    ]
    for command in commands:
        assert main(["--data", str(folder), *command]) in (0, 1, 2), command
        assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize("which", EVERYTHING)
def test_window_papers_calendar_and_commands_bear_every_column_at_its_end(
    which: str, folder: Path, theme: Theme, qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put_everywhere(folder, which)
    with Store(folder) as store:
        archived(store, tmp_path / "all.json")
    restored(tmp_path / "all.json", tmp_path / "again")  # what lay outside is inside now
    look_at_everything(folder, theme, tmp_path)
    run_commands(tmp_path / "again", tmp_path / "again-out", capsys)
    run_commands(folder, tmp_path / "out", capsys)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("archive")
    with Store(folder / "data") as store:
        fill_every_table(store)
        archived(store, folder / "all.json")
    return (folder / "all.json").read_text(encoding="utf-8")


def rows(store: Store) -> list[int]:
    run = store.database.connection().execute
    return [run(f"select count(*) from {table._meta.table_name}").get for table in TABLES]


def refused(content: dict[str, object], tmp_path: Path) -> ReadError:
    """The refusal of a changed archive, by a store in which nothing changed."""
    path = tmp_path / "changed.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    found = read_archive(path)
    with Store(tmp_path / "empty") as store, closing(found.rows):
        before = rows(store)
        with pytest.raises(ReadError) as caught:
            restore(store, found.head, found.rows, "Restore")
        assert rows(store) == before
    return caught.value


@pytest.mark.parametrize("which", ["far before", "far behind"])
def test_an_archive_with_a_value_out_of_bounds_is_refused_by_table_column_and_value(
    which: str, archive: str, tmp_path: Path
) -> None:
    for table, field in bounded_columns():
        content = json.loads(archive)
        assert content["tables"][table], f"{table} has no row to try"
        value = extreme(field, which)
        content["tables"][table][-1][field.column_name] = value
        error = refused(content, tmp_path)
        assert error.code == "store.archive_out_of_bounds"
        assert (error.values["table"], error.values["column"]) == (table, field.column_name)
        assert str(value) in str(error)


@pytest.mark.parametrize("name", SETTINGS)
@pytest.mark.parametrize("number", [-(10**30), 10**30])
def test_a_setting_out_of_bounds_is_refused_in_an_archive_and_its_default_in_the_file(
    name: str, number: int, archive: str, tmp_path: Path
) -> None:
    content = json.loads(archive)
    content["tables"]["setting"] = [{"key": f"setting.{name}", "value": str(number)}]
    assert refused(content, tmp_path).code == "store.archive_out_of_bounds"
    with Store(tmp_path / "data") as store:
        run = store.database.connection().execute
        run("insert or replace into setting values (?, ?)", (f"setting.{name}", str(number)))
        assert getattr(store.preferences.settings(), name) == getattr(Settings(), name)


@pytest.mark.parametrize("place", ["id", "contact_id", "last_ids"])
def test_an_id_that_widgets_cannot_carry_is_refused(place: str, archive: str, tmp_path: Path) -> None:
    content = json.loads(archive)
    if place == "last_ids":
        content["last_ids"]["contact"] = 2**40
    else:
        content["tables"]["meeting"][-1][place] = 2**40
    assert refused(content, tmp_path).code == "store.archive_out_of_bounds"
