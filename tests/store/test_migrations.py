"""Schemas: what the migrations make is what the tables expect, and files of every schema so far still open."""

import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import apsw
import pytest
from playhouse.schema_diff import diff_models

from desktop.core.contact import CardProperty, Contact, ContactFilter, Detail, MayUseName, Source, Stage
from desktop.core.direction import Verdict
from desktop.core.errors import StoreError
from desktop.core.homework import HomeworkState
from desktop.core.learning import Evidence
from desktop.core.meeting import AnswerKind, Meeting, OwnAnswer, Rescue
from desktop.core.meeting_line import Way
from desktop.core.message import Answer, Channel, RequestSituation
from desktop.core.question import QuestionBank
from desktop.core.settings import Paper
from desktop.core.today.contact_event import EventKind
from desktop.core.today.stage import ContactStatus
from desktop.store.file import database, file_check
from desktop.store.store import STORE_FILE_NAME, Store
from desktop.store.tables import TABLES

OLD_FILES = Path(__file__).resolve().parents[1] / "fixtures" / "store"


def put(old: Path, folder: Path) -> None:
    folder.mkdir()
    shutil.copy(old, folder / STORE_FILE_NAME)


def schema(store: Store) -> set[tuple[Any, ...]]:
    rows = store.database.connection().execute("select type, name, sql from sqlite_schema where sql is not null")
    return {(kind, name, " ".join(sql.split())) for kind, name, sql in rows}


def test_the_migrations_make_what_the_tables_expect(store: Store) -> None:
    assert not diff_models(store.database.peewee, TABLES)


def test_every_recorded_table_has_a_key_that_is_never_null_nor_used_again(store: Store) -> None:
    """SQLite's sessions record nothing without one, and undo would pass such a table by in silence."""
    for table in TABLES:
        name = table._meta.table_name
        columns = store.database.connection().execute(f"pragma table_info({name})").fetchall()
        keys = [(column[1], column[3]) for column in columns if column[5]]
        named = {"setting": "key", "put_off": "key", "table_mapping": "headings"}
        assert keys == [(named.get(name, "id"), 1)], name
        sql = store.database.connection().execute("select sql from sqlite_schema where name = ?", (name,)).get
        assert name in named or "autoincrement" in str(sql), name


def test_there_is_a_file_of_every_schema() -> None:
    assert {path.name for path in OLD_FILES.iterdir()} == {
        f"schema-{version}.db" for version in range(1, file_check.SCHEMA_VERSION + 1)
    }


@pytest.mark.parametrize("old", sorted(OLD_FILES.iterdir()), ids=lambda path: str(path.stem))
def test_an_old_file_opens_with_everything_in_it(folder: Path, clock: Any, tmp_path: Path, old: Path) -> None:
    with Store(tmp_path / "new") as store:
        new_schema = schema(store)
    put(old, folder)
    with Store(folder, clock) as store:
        assert schema(store) == new_schema
        assert store.check() == []
        lucja, soren = list(store.contacts.every())[:2]
        (direction,) = store.directions.all()
        assert (direction.name, direction.verdict, direction.reason) == ("Bridge design", Verdict.WANT, "It stays")
        assert (soren.name, soren.stage) == ("Søren Ek", Stage.REPLIED)
        assert lucja == Contact(
            id=lucja.id,
            name="Łucja Nowak",
            pronounced="WOO-tsya",
            role="Engineer",
            organisation="Straßen & Brücken",
            organisation_id=lucja.organisation_id,
            emails=(Detail("lucja@example.org", "work"), Detail("l@example.net")),
            phones=(Detail("+48 12 345", "mobile"),),
            links=(Detail("https://example.org/lucja"),),
            addresses=(Detail("Ulica 1\nKraków", "home"),),
            directions=(direction.id,),
            tags=("bridges", "kind"),
            source=Source.REFERRAL,
            source_detail="Autumn fair",
            found_on=date(2026, 10, 1),
            referrer_id=soren.id,
            may_use_name=MayUseName.YES,
            time_zone="Europe/Warsaw",
            comfort=2,
            warm_line="Her talk on bolts",
            notes="Prefers mornings",
            stage=Stage.MET,
            last_contact_on=date(2026, 11, 20),
            created_at=datetime(2026, 11, 22, 12, tzinfo=UTC),
        )
        before = [(contact.id, contact.last_contact_on) for contact in store.contacts.every()]
        with store.action("Derive anew"):
            store.contacts.stages.refresh([contact_id for contact_id, _ in before])
        assert [(contact.id, contact.last_contact_on) for contact in store.contacts.every()] == before
        assert store.contacts.count(ContactFilter(search="lucja krakow strassen")) == 1
        (organisation,) = store.organisations.all()
        assert (organisation.industry, organisation.notes) == ("Building", "Old")
        assert [note.text for note in store.research.for_contact(lucja.id)] == ["Opened in 1931", "Plays the cello"]
        (line,) = store.meetings.past()
        meeting = store.meetings.find(line.id)
        assert meeting is not None
        assert (meeting.way, meeting.minutes, meeting.starts_at) == (
            Way.VIDEO,
            30,
            datetime(2026, 11, 20, 9, tzinfo=UTC),
        )
        assert (meeting.asked_back, meeting.rescues) == (
            (OwnAnswer("Why now?", "The time is right"),),
            (Rescue("I am late", "I call"),),
        )
        assert (meeting.bring, meeting.looked_up, meeting.page) == (("pen", "paper"), ("website",), "review")
        assert [(question.text, question.answer) for question in store.meetings.questions(line.id)] == [
            ("What does a day look like?", "Mostly drawings")
        ]
        assert [fact.source for fact in store.meetings.facts(line.id)] == ["https://example.org/1931"]
        bank = store.own_questions.merged_into(QuestionBank((), ()))
        assert [topic.name for topic in bank.topics] == ["Bolts"]
        assert [question.text for question in bank.questions] == ["Which bolts last?"]
        (entry,) = [entry for entry in store.learning.entries() if entry.meeting_id]
        assert (entry.minutes, entry.evidence) == (85, (Evidence("https://example.org/notes", "Notes"),))
        assert (entry.meeting_id, entry.directions) == (line.id, (direction.id,))
        assert store.preferences.profile().name == "Nia Brook"
        settings = store.preferences.settings()
        assert (settings.paper, settings.large_print, settings.week_start) == (Paper.LETTER, True, 7)


def test_schema_1_kept_the_stages_and_they_go_on_from_there(folder: Path, clock: Any) -> None:
    put(OLD_FILES / "schema-1.db", folder)
    with Store(folder, clock) as store:
        lucja, soren = store.contacts.every()
        assert store.contacts.correction(lucja.id) is None  # met, as her meeting says
        assert store.contacts.status(soren.id) == ContactStatus(Stage.REPLIED, date(2026, 11, 22), True)
        with store.action("A new day"):
            store.contacts.refresh_stages()
            store.contacts.stages.refresh((lucja.id, soren.id))
        assert [contact.stage for contact in store.contacts.every()] == [Stage.MET, Stage.REPLIED]
        assert store.next_undo == ""
        with store.action("Agree"):
            store.meetings.add(Meeting(contact_id=soren.id))
        assert store.contacts.status(soren.id).stage is Stage.AGREED
    (copy,) = (folder / "backups").iterdir()
    assert copy.stat().st_size


def test_what_was_set_by_hand_before_schema_2_stays_and_who_waits_waits_from_today(folder: Path, clock: Any) -> None:
    put(OLD_FILES / "schema-1.db", folder)
    connection = apsw.Connection(str(folder / STORE_FILE_NAME))
    people = [(f"P{stage}", stage, "Told me" if stage is Stage.RESTING else "") for stage in Stage]
    connection.executemany(
        "insert into contact (name, sort_key, search_name, stage, stage_reason, created_at) "
        "values (?1, ?1, ?1, ?2, ?3, '2020-01-01T12:00:00Z')",
        [(name, str(stage), reason) for name, stage, reason in people],
    )
    connection.close()
    clock.now = datetime.now(UTC)
    with Store(folder, clock) as store:
        with store.action("A new day"):
            store.contacts.refresh_stages()
            store.contacts.stages.refresh(contact.id for contact in store.contacts.every())
        found = {contact.name: (contact.stage, contact.stage_reason) for contact in store.contacts.every()}
        assert {name: found[name] for name, _, _ in people} == {name: (stage, why) for name, stage, why in people}
        (waits,) = [line for line in store.contacts.lines() if line.follow_up_due]
        assert (waits.name, waits.stage, waits.follow_up) == ("Pwritten_to", Stage.WRITTEN_TO, None)


def test_schema_2_has_messages_and_what_came_with_them(folder: Path, clock: Any) -> None:
    put(OLD_FILES / "schema-2.db", folder)
    with Store(folder, clock) as store:
        lucja, _, zed, zoe = store.contacts.every()
        (message,) = store.messages.of_contact(lucja.id)
        assert (message.text, message.channel, message.situation) == (
            "Dear Łucja,\nmay I ask?",
            Channel.LETTER,
            RequestSituation.REFERRED,
        )
        assert (message.answer, message.answered_on) == (Answer.YES, date(2026, 11, 4))
        (line,) = store.meetings.past()
        meeting = store.meetings.find(line.id)
        assert meeting is not None
        assert (message.meeting_id, meeting.calendar_sequence) == (line.id, 2)
        waits = store.contacts.line(zed.id)
        assert waits is not None
        assert (waits.stage, waits.follow_up_due) == (Stage.WRITTEN_TO, date(2026, 12, 24))
        assert [event.what for event in store.steps.of_contact(zed.id)] == [EventKind.WROTE, EventKind.SNOOZED]
        assert (zoe.stage, zoe.stage_reason) == (Stage.RESTING, "Moving house")
        (direction,) = store.directions.all()
        (done,) = [item for item in store.homework.for_direction(direction.id) if item.text]
        assert (done.source, done.text, done.state) == (Source.ALUMNI, "Ask Bo", HomeworkState.DONE)
        assert [free.start for free in store.free_times.all()] == [datetime(2026, 11, 24, 9, tzinfo=UTC)]
        assert [letter.body for letter in store.own_letters.all()] == ["Hello {name}"]
        assert store.preferences.settings().try_another_after == 3
        assert len(store.store_id) == 32


def test_schema_3_has_what_came_after_the_meeting(folder: Path, clock: Any) -> None:
    put(OLD_FILES / "schema-3.db", folder)
    with Store(folder, clock) as store:
        lucja, _, _, _, zora = store.contacts.every()
        (line,) = store.meetings.past()
        meeting = store.meetings.find(line.id)
        assert meeting is not None
        assert (meeting.surprised, meeting.new_questions, meeting.feared) == (
            "So many letters",
            ("Who pays?",),
            "Silence",
        )
        assert meeting.written_up_at == datetime(2026, 11, 22, 12, tzinfo=UTC)
        (came,) = store.meetings.unplanned(line.id)
        assert (came.answer, came.answer_kind, came.in_confidence) == ("One week in four", AnswerKind.OPINION, True)
        assert (zora.referrer_id, zora.referred_at_id, zora.referred_for) == (lucja.id, line.id, "night work")
        assert (zora.introducing_since, zora.imported_from) == (date(2026, 11, 21), "book.vcf")
        assert [group.id for group in store.touch_groups.all()] == [zora.touch_group_id]
        (card,) = store.contacts.with_cards((zora,))
        assert (card.properties, card.photo and card.photo.media_type) == (
            (CardProperty("BDAY", "1970-01-01"),),
            "image/png",
        )
        assert [promise.text for promise in store.promises.of_contact(lucja.id)] == ["The plans"]
        assert [heard.text for heard in store.opportunities.all()] == ["A trainee place"]
        (item,) = store.reading_list.all()
        assert [entry.believed for entry in store.learning.entries() if entry.reading_id == item.id] == ["Steel lasts"]
        assert [key for key, _ in store.put_off.all()] == ["thank:1"]
        assert store.table_mappings.find("name;mail") == "{}"
        assert lucja.last_contact_on == date(2026, 11, 20)


def test_schema_4_has_pronouns(folder: Path, clock: Any) -> None:
    put(OLD_FILES / "schema-4.db", folder)
    with Store(folder, clock) as store:
        assert [contact.pronouns for contact in store.contacts.every()] == ["", "", "", "", "she/her"]


def test_pronouns_that_cards_held_become_the_field_with_schema_4(folder: Path, clock: Any) -> None:
    put(OLD_FILES / "schema-3.db", folder)
    connection = apsw.Connection(str(folder / STORE_FILE_NAME))
    zora: Any = connection.execute("select id from contact where name = 'Zora Lind'").get
    connection.executemany(
        "insert into contact_property (contact_id, position, name, value) values (?, ?, 'PRONOUNS', ?)",
        [(zora, 1, " "), (zora, 2, r"xe\, xem"), (zora, 3, "they/them")],
    )
    connection.close()
    with Store(folder, clock) as store:
        found = store.contacts.find(zora)
        assert found is not None
        assert found.pronouns == "xe, xem"
        (whole,) = store.contacts.with_cards((found,))
        assert [each.value for each in whole.properties] == ["1970-01-01", " ", "they/them"]
        assert [line.id for line in store.contacts.lines(ContactFilter(search="xem"))] == [zora]
        assert store.check() == []


# -- a schema that is still to come -----------------------------------------------------------------------------------

NEXT = """
def up(migrator, db):
    db.execute_sql("alter table contact add column nickname text not null default ''")
    db.execute_sql("pragma user_version = {version}")
    {more}
"""


@pytest.fixture
def next_schema(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Lets the program have one more migration, ending in the given line."""

    def comes(more: str = "pass") -> None:
        version = file_check.SCHEMA_VERSION + 1
        migrations = tmp_path / "migrations"
        shutil.copytree(database.MIGRATIONS, migrations, ignore=shutil.ignore_patterns("__pycache__"))
        (migrations / f"{version:04}_next.py").write_text(NEXT.format(version=version, more=more))
        monkeypatch.setattr(database, "MIGRATIONS", migrations)
        monkeypatch.setattr(file_check, "SCHEMA_VERSION", version)

    return comes


def columns_of(file: Path) -> list[str]:
    connection = apsw.Connection(str(file), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        return [str(row[1]) for row in connection.execute("pragma table_info(contact)")]
    finally:
        connection.close()


def test_an_older_file_is_brought_up_to_date_after_a_verified_copy(
    folder: Path, clock: Any, next_schema: Callable[..., None]
) -> None:
    with Store(folder, clock) as store, store.action("Add"):
        store.contacts.add(Contact(name="Ada"))
    next_schema()
    with Store(folder, clock) as store:
        assert [line.name for line in store.contacts.lines()] == ["Ada"]
        assert store.check() == []
    assert "nickname" in columns_of(folder / STORE_FILE_NAME)
    (copy,) = (folder / "backups").iterdir()
    assert "nickname" not in columns_of(copy)


def test_an_upgrade_that_breaks_off_leaves_the_file_as_it_was(
    folder: Path, clock: Any, next_schema: Callable[..., None]
) -> None:
    with Store(folder, clock) as store, store.action("Add"):
        store.contacts.add(Contact(name="Ada"))
    next_schema('db.execute_sql("insert into nowhere values (1)")')
    for _ in range(2):
        with pytest.raises(StoreError, match="as it was before"):
            Store(folder, clock)
    assert "nickname" not in columns_of(folder / STORE_FILE_NAME)


def test_a_reader_does_not_upgrade(folder: Path, clock: Any, next_schema: Callable[..., None]) -> None:
    Store(folder, clock).close()
    next_schema()
    before = (folder / STORE_FILE_NAME).read_bytes()
    with pytest.raises(StoreError, match="older version"):
        Store(folder, clock, owner=False)
    assert (folder / STORE_FILE_NAME).read_bytes() == before


def test_a_new_file_needs_no_copy_before(store: Store, folder: Path) -> None:
    assert not (folder / "backups").exists()
