"""Two contacts become one with everything that belongs to them."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from desktop.core.contact import Source, Stage
from desktop.core.meeting import Meeting
from desktop.core.message import Message, MessageKind, MessageState
from desktop.core.organisation import ResearchNote, Subject
from desktop.core.people.merging import MergeSide
from desktop.store import contact_merging
from desktop.store.store import Store
from tests.store.alike import add, pairs


def moved() -> list[tuple[str, str]]:
    return [(field.model._meta.table_name, field.column_name) for field in contact_merging.MOVED]


def test_all_that_refers_to_a_contact_is_moved_by_a_merge(store: Store) -> None:
    connection = store.database.connection()
    refers = {
        (table, row[3])
        for (table,) in connection.execute("select name from sqlite_schema where type = 'table'").fetchall()
        for row in connection.execute(f"pragma foreign_key_list({table})").fetchall()
        if row[2] == "contact"
    }
    part_of_the_contact = {
        ("contact_detail", "contact_id"),
        ("contact_tag", "contact_id"),
        ("contact_direction", "contact_id"),
        ("contact_property", "contact_id"),
        ("contact_photo", "contact_id"),
        ("contact", "referrer_id"),
        ("different_people", "first_id"),
        ("different_people", "second_id"),
    }
    assert refers == {*moved()} | part_of_the_contact


def test_a_merge_keeps_everything_and_is_undone_whole(store: Store, dump: Any) -> None:
    keep = add(store, "Ann Lee", "Acme", "ann@x.org", notes="Choir", tags=("warm",))
    other = add(store, "Anna Lee", "ACME Inc.", "lee@y.org", notes="Met in May", role="Chemist", tags=("choir",))
    third = add(store, "Named by Anna", referrer_id=other)
    connection = store.database.connection()
    with store.action("Fill"):
        store.messages.add(
            Message(
                contact_id=other, kind=MessageKind.FIRST_REQUEST, state=MessageState.SENT, sent_on=date(2026, 11, 20)
            )
        )
        meeting = store.meetings.add(
            Meeting(contact_id=other, starts_at=datetime(2026, 11, 30, 9, tzinfo=UTC), purpose="Dyes")
        )
        store.research.add(other, ResearchNote(subject=Subject.PERSON, text="Wrote a book"))
        connection.execute("insert into promise (contact_id, text) values (?, 'Send the list')", (other,))
        connection.execute("insert into opportunity (contact_id, text) values (?, 'A post')", (other,))
        connection.execute("insert into reading_item (recommended_by_id, title) values (?, 'Dyes')", (other,))
        connection.execute(
            "insert into contact_property (contact_id, name, value) values (?1, 'X-SHOE', '38'), (?1, 'UID', 'b'), "
            "(?2, 'UID', 'a')",
            (other, keep),
        )
        connection.execute("insert into contact_photo (contact_id, media_type, data) values (?, 'p', x'01')", (other,))
    before = dump(store)
    with store.action("Merge"):
        store.duplicates.merge(keep, other, {"organisation": MergeSide.SECOND})
    ann = store.contacts.find(keep)
    assert ann is not None
    assert (ann.name, ann.organisation, ann.role) == ("Ann Lee", "ACME Inc.", "Chemist")
    assert [detail.value for detail in ann.emails] == ["ann@x.org", "lee@y.org"]
    assert (ann.notes, ann.tags) == ("Choir\nMet in May", ("warm", "choir"))
    assert ann.stage is Stage.AGREED
    assert store.contacts.find(other) is None
    assert [contact.id for contact in store.contacts.every() if contact.referrer_id == keep] == [third]
    kept = store.meetings.find(meeting)
    assert kept is not None
    assert kept.contact_id == keep
    for table, column in moved():
        if table != "contact_step":
            assert connection.execute(f"select count(*) from {table} where {column} = ?", (keep,)).get == 1, table
    values = connection.execute("select value from contact_property where contact_id = ? order by value", (keep,))
    assert [value for (value,) in values] == ["38", "a"]
    photos = connection.execute("select contact_id from contact_photo order by contact_id").fetchall()
    assert photos == [(keep,), (other,)]
    assert store.contacts.lines()[0].name == "Ann Lee"
    assert store.check() == []
    after = dump(store)
    store.undo()
    assert dump(store) == before
    store.redo()
    assert dump(store) == after


def test_the_photo_is_the_one_that_was_chosen(store: Store) -> None:
    keep, other = add(store, "Ann Lee"), add(store, "Ann Lee")
    connection = store.database.connection()
    with store.action("Photos"):
        for number in (keep, other):
            connection.execute(
                "insert into contact_photo (contact_id, media_type, data) values (?, 'image/png', ?)",
                (number, bytes([number])),
            )
    photo = "select data from contact_photo where contact_id = ?"
    with store.action("Merge"):
        store.duplicates.merge(keep, other)
    assert connection.execute(photo, (keep,)).get == bytes([keep])
    store.undo()
    with store.action("Merge"):
        store.duplicates.merge(keep, other, {"photo": MergeSide.SECOND})
    assert connection.execute(photo, (keep,)).get == bytes([other])


def test_nobody_named_themselves_and_no_circle_comes_of_a_merge(store: Store) -> None:
    keep = add(store, "Ann Lee")
    other = add(store, "Anna Lee", referrer_id=keep, source=Source.REFERRAL)
    between = add(store, "Between", referrer_id=other)
    with store.action("Say who named Ann"):
        store.contacts.update(other, referrer_id=None)
        store.contacts.update(keep, referrer_id=between)
    with store.action("Merge"):
        store.duplicates.merge(keep, other)
    ann, middle = store.contacts.find(keep), store.contacts.find(between)
    assert ann is not None
    assert middle is not None
    assert (ann.referrer_id, middle.referrer_id) == (None, keep)


def test_two_who_named_each_other_are_one_without_a_referrer(store: Store) -> None:
    keep = add(store, "Ann Lee")
    other = add(store, "Anna Lee", referrer_id=keep)
    with store.action("Merge"):
        store.duplicates.merge(other, keep)
    ann = store.contacts.find(other)
    assert ann is not None
    assert ann.referrer_id is None


def test_who_is_different_from_one_is_different_from_both(store: Store) -> None:
    first, second, third = (add(store, "Ann Lee", email="ann@x.org") for _ in range(3))
    with store.action("Not the same"):
        store.duplicates.different(second, third)
        store.duplicates.different(first, second)
    with store.action("Merge"):
        store.duplicates.merge(first, second)
    assert pairs(store) == []


def test_merging_what_is_gone_changes_nothing(store: Store) -> None:
    ann = add(store, "Ann Lee")
    with pytest.raises(KeyError), store.action("Merge"):
        store.duplicates.merge(ann, 99)
    with pytest.raises(ValueError, match="itself"), store.action("Merge"):
        store.duplicates.merge(ann, ann)
