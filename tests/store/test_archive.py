"""The archive: everything goes out and comes back into an empty store, equal to the last row; nothing else gets in."""

import json
import os
import random
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from desktop.core.contact import Contact, Detail
from desktop.core.errors import ReadError, UserError
from desktop.core.export.archive import ArchiveCounts
from desktop.core.meeting import Meeting
from desktop.core.people.chain import forest
from desktop.core.values import replace
from desktop.formats.archive import read_archive, write_archive
from desktop.formats.demo import read_example
from desktop.places import resources
from desktop.store.archive import ArchiveReading, restore
from desktop.store.demo import fill_with_example
from desktop.store.store import Store
from desktop.store.tables import TABLES

Dump = dict[str, list[tuple[Any, ...]]]
PHOTO = bytes(range(256)) * 4


def full(store: Store) -> None:
    """The example and a row more in every table it does not reach."""
    fill_with_example(store, read_example(resources() / "demo" / "example.toml"), date(2026, 11, 22))
    meeting = store.database.connection().execute("select min(id) from meeting").get
    with store.action("More"):
        run = store.database.connection().execute
        run("insert into contact_photo (contact_id, media_type, data) values (1, 'image/png', ?)", (PHOTO,))
        run("insert into contact_property (contact_id, position, name, value) values (1, 0, 'X-HOBBY', 'Łódź\n\u2028')")
        run("insert into different_people (first_id, second_id) values (1, 2)")
        run("insert into put_off (key, until) values ('a:1', '2026-12-01')")
        run("insert into table_mapping (headings, mapping) values ('a,b', '{}')")
        run("insert into promise (contact_id, meeting_id, text) values (1, ?, 'Send the paper')", (meeting,))
        run("insert into opportunity (contact_id, text) values (1, 'A post opens in May')")
        run("insert into touch_group (name) values ('Old friends')")
        run("insert into reading_item (title, recommended_by_id) values ('On rivers', 2)")
        run("insert into own_letter (kind) values ('nudge')")
        run("insert into own_topic (key, name) values ('own', 'Mine')")
        run("insert into homework (direction_id, source, state) select min(id), 'linkedin', 'open' from direction")
        run("insert into free_time (starts_at, ends_at) values ('2026-12-01T09:00:00Z', '2026-12-01T10:00:00Z')")
        run("update planned_question set in_confidence = 0")
        run("update meeting set feared = '', happened = ''")
        run("update contact set referred_at_id = ?, touch_group_id = 1 where id = 3", (meeting,))
        run(
            "update planned_question set answer = 'Canary', in_confidence = 1, answer_kind = 'opinion' "
            "where id = (select min(id) from planned_question)"
        )
        run("update meeting set feared = 'FEARED', happened = 'HAPPENED' where id = ?", (meeting,))


def written(store: Store, path: Path, confidential: bool = True) -> int:
    reading = ArchiveReading(store, confidential, "0.1.0")
    with reading.open() as (head, tables):
        write_archive(path, head, tables)
    return reading.left_out


def restored(store: Store, path: Path) -> ArchiveCounts:
    found = read_archive(path)
    return restore(store, found.head, found.rows, "Restore")


@pytest.fixture
def archive(folder: Path, tmp_path: Path, dump: Callable[[Store], Dump]) -> tuple[Path, Dump, str]:
    """A whole archive, and what stood in the store it was made of."""
    with Store(tmp_path / "first") as store:
        full(store)
        written(store, tmp_path / "all.json")
        return tmp_path / "all.json", dump(store), store.store_id


def test_every_table_of_the_example_holds_something(archive: tuple[Path, Dump, str]) -> None:
    """Else the round trip below would show nothing for it."""
    lacking = [name for name, rows in archive[1].items() if not rows]
    assert set(lacking) <= {"contact_step", "learning_evidence", "homework", "own_question", "meeting_fact"}


def test_an_archive_makes_an_equal_store(
    archive: tuple[Path, Dump, str], store: Store, dump: Callable[[Store], Dump]
) -> None:
    path, before, store_id = archive
    counts = restored(store, path)
    assert dump(store) == before
    assert {name: len(rows) for name, rows in before.items()} == counts.rows
    assert store.store_id == store_id
    assert store.check() == []


def test_what_was_restored_writes_the_same_archive(
    archive: tuple[Path, Dump, str], store: Store, tmp_path: Path
) -> None:
    restored(store, archive[0])
    written(store, tmp_path / "again.json")
    first, again = (json.loads(path.read_bytes()) for path in (archive[0], tmp_path / "again.json"))
    first["written_at"] = again["written_at"] = ""
    assert first == again


def test_an_archive_that_another_program_set_in_other_lines_is_read_too(
    archive: tuple[Path, Dump, str], store: Store, dump: Callable[[Store], Dump]
) -> None:
    archive[0].write_text(json.dumps(json.loads(archive[0].read_bytes()), indent=2))
    restored(store, archive[0])
    assert dump(store) == archive[1]


def test_restoring_is_one_step_of_undo(
    archive: tuple[Path, Dump, str], store: Store, dump: Callable[[Store], Dump]
) -> None:
    empty = dump(store)
    restored(store, archive[0])
    store.undo()
    assert dump(store) == empty
    store.redo()
    assert dump(store) == archive[1]


def test_a_store_that_holds_something_is_refused_and_left_alone(
    archive: tuple[Path, Dump, str], store: Store, dump: Callable[[Store], Dump]
) -> None:
    with store.action("Add"):
        store.contacts.add(Contact(name="Ann"))
        store.preferences.update_settings(private_search=True)
    before = dump(store)
    found = read_archive(archive[0])
    with pytest.raises(UserError, match="There is data here already"):
        restore(store, found.head, found.rows, "Restore")
    assert dump(store) == before


def test_without_a_tick_nothing_confidential_leaves(tmp_path: Path, store: Store) -> None:
    full(store)
    assert written(store, tmp_path / "plain.json", confidential=False) == 3
    text = (tmp_path / "plain.json").read_text()
    assert not any(word in text for word in ("Canary", "FEARED", "HAPPENED"))
    written(store, tmp_path / "ticked.json")
    assert all(word in (tmp_path / "ticked.json").read_text() for word in ("Canary", "FEARED", "HAPPENED"))


def test_what_was_deleted_is_not_in_it_and_nothing_refers_to_it(tmp_path: Path, store: Store, folder: Path) -> None:
    with store.action("Add"):
        ann = store.contacts.add(Contact(name="Ann", emails=(Detail("SECRET@example.org"),), notes="SECRET"))
        bo = store.contacts.add(Contact(name="Bo", referrer_id=ann))
        store.meetings.add(Meeting(contact_id=ann, purpose="SECRET"))
        kept = store.meetings.add(Meeting(contact_id=bo, starts_at=datetime(2026, 12, 1, tzinfo=UTC)))
        lost = store.meetings.add(Meeting(contact_id=bo, purpose="SECRET"))
        store.database.connection().execute("update contact set referred_at_id = ? where id = ?", (lost, bo))
    with store.action("Delete"):
        store.contacts.delete([ann])
        store.meetings.delete(lost)
    written(store, tmp_path / "a.json")
    assert "SECRET" not in (tmp_path / "a.json").read_text()
    store.close()
    with Store(tmp_path / "second") as second:
        found = read_archive(tmp_path / "a.json")
        restore(second, found.head, found.rows, "Restore")
        assert second.contacts.find(bo) is not None
        assert second.chain.people() == []
        assert [line.id for line in second.meetings.of_contact(bo)] == [kept]
        with second.action("Add"):
            assert second.contacts.add(Contact(name="New")) > bo  # and no id comes back, not even a deleted one's
            assert second.meetings.add(Meeting(contact_id=bo)) > lost


CHANGES: dict[str, Callable[[dict[str, Any]], object]] = {
    "unknown table": lambda content: content["tables"].update({"sqlite_schema": [{"id": 1}]}),
    "unknown column": lambda content: content["tables"]["contact"][0].update({"x) values (1); --": 1}),
    "wrong type": lambda content: content["tables"]["meeting"][0].update(minutes="many"),
    "text for bytes": lambda content: content["tables"]["contact_photo"][0].update(data="abc"),
    "unknown code": lambda content: content["tables"]["contact"][0].update(stage="married"),
    "empty code": lambda content: content["tables"]["contact"][0].update(stage=""),
    "no day": lambda content: content["tables"]["contact"][0].update(found_on="tomorrow"),
    "no list": lambda content: content["tables"]["meeting"][0].update(bring="{"),
    "nobody": lambda content: content["tables"]["meeting"][0].update(contact_id=999_999),
    "null": lambda content: content["tables"]["contact"][0].update(name=None),
    "no name": lambda content: content["tables"]["contact"][0].pop("name"),
    "same id": lambda content: content["tables"]["contact"][1].update(id=1),
    "list for a text": lambda content: content["tables"]["contact"][0].update(name=["a"]),
    "true for a text": lambda content: content["tables"]["contact"][0].update(name=True),
    "half a letter": lambda content: content["tables"]["contact"][0].update(name="\ud800"),
    "no base64": lambda content: content["tables"]["contact_photo"][0].update(data={"base64": "?"}),
    "large number": lambda content: content["tables"]["contact"][0].update(comfort=2**70),
    "tables are a list": lambda content: content.update(tables=[]),
    "no store": lambda content: content.pop("store"),
    "ids of a stranger": lambda content: content["last_ids"].update(sqlite_schema=3),
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("in_lines", [True, False])
def test_a_damaged_archive_changes_nothing_and_is_said_in_plain_words(
    archive: tuple[Path, Dump, str], store: Store, dump: Callable[[Store], Dump], change: str, in_lines: bool
) -> None:
    content = json.loads(archive[0].read_bytes())
    CHANGES[change](content)
    if in_lines and isinstance(content["tables"], dict):
        tables = content.pop("tables")
        parts = [
            f"{json.dumps(name)}: [\n" + ",\n".join(map(json.dumps, rows)) + "\n]" for name, rows in tables.items()
        ]
        text = json.dumps(content)[:-1] + ',\n"tables": {\n' + ",\n".join(parts) + "\n}}\n"
    else:
        text = json.dumps(content)
    archive[0].write_text(text)
    before = dump(store)
    with pytest.raises(ReadError, match="Nothing was changed"):
        restored(store, archive[0])
    assert dump(store) == before


def test_a_newer_archive_is_refused(archive: tuple[Path, Dump, str], store: Store) -> None:
    content = json.loads(archive[0].read_bytes())
    archive[0].write_text(json.dumps({**content, "version": 2}))
    with pytest.raises(ReadError, match="newer Groundwork"):
        read_archive(archive[0])
    archive[0].write_text(json.dumps(content))
    found = read_archive(archive[0])
    with pytest.raises(ReadError, match="newer Groundwork"):
        restore(store, replace(found.head, schema=99), found.rows, "Restore")


def test_rows_of_an_older_schema_take_the_defaults_and_get_their_keys(
    archive: tuple[Path, Dump, str], store: Store
) -> None:
    content = json.loads(archive[0].read_bytes())
    for row in content["tables"]["contact"]:
        for column in ("referred_for", "cares_about", "name_key", "imported_from"):
            del row[column]
    content["schema"], content["store"]["match_rules"] = 2, 0
    archive[0].write_text(json.dumps(content))
    restored(store, archive[0])
    first = store.contacts.find(1)
    assert first is not None
    assert first.cares_about == ""
    assert store.database.connection().execute("select name_key <> '' from contact where id = 1").get == 1


def test_every_table_of_the_file_is_in_an_archive_or_made_of_others(store: Store) -> None:
    names = store.database.connection().execute("select name from sqlite_schema where type = 'table'").fetchall()
    others = {name for (name,) in names} - {table._meta.table_name for table in TABLES}
    made = {"identity", "contact_count", "schema_migration", "sqlite_sequence"}
    assert {name for name in others if "_search" not in name} == made


MUTATIONS = int(os.environ.get("GROUNDWORK_MUTATIONS", "40"))  # 10,000 were run once


def use(store: Store) -> None:
    """What every page of the window reads."""
    for contact in store.contacts.every():
        store.messages.of_contact(contact.id)
        store.promises.of_contact(contact.id)
        store.research.for_contact(contact.id)
        store.contacts.line(contact.id)
    for line in store.meetings.ahead() + store.meetings.past():
        store.meetings.find(line.id)
        store.meetings.questions(line.id)
    store.learning.entries()
    store.directions.all()
    store.organisations.all()
    store.own_letters.all()
    store.preferences.settings()
    store.preferences.profile()
    store.opportunities.all()
    store.reading_list.all()
    store.touch_groups.all()
    forest(store.chain.people())


def test_whatever_value_is_changed_it_is_refused_or_can_be_read(
    archive: tuple[Path, Dump, str], store: Store, dump: Callable[[Store], Dump]
) -> None:
    original = archive[0].read_bytes()
    empty = dump(store)
    strange = (
        "",
        "x",
        "-",
        "[]",
        "{",
        "null",
        "2026-13-01",
        "2026-01-01",
        -1,
        0,
        1,
        2**62,
        1.5,
        None,
        True,
        [],
        {},
        {"base64": "AA=="},
        "\x00",
        "1e400",
    )
    for number in range(MUTATIONS):
        draw = random.Random(number)
        content = json.loads(original)
        for _ in range(draw.randint(1, 3)):
            row = draw.choice(draw.choice([rows for rows in content["tables"].values() if rows]))
            row[draw.choice(list(row))] = draw.choice(strange)
        archive[0].write_text(json.dumps(content))
        try:
            restored(store, archive[0])
        except ReadError:
            assert store.contacts.count() == 0
        else:
            use(store)
            store.undo()
    assert dump(store) == empty
