"""Homework, free times and own letters, and what a store and its calendar entries are known by."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from desktop.core.contact import Contact, Source
from desktop.core.free_time import FreeTime
from desktop.core.homework import HomeworkItem, HomeworkState
from desktop.core.letters.letter import Template
from desktop.core.meeting import Meeting
from desktop.core.message import MessageKind, RequestSituation
from desktop.core.settings import Settings
from desktop.core.values import replace
from desktop.store.store import Store

NINE = datetime(2026, 11, 24, 9, tzinfo=UTC)
LETTER = Template(
    key="anything",
    kind=MessageKind.FIRST_REQUEST,
    tone="My own",
    subject="{purpose}",
    body="Dear {name},\n{?twenty minutes?}",
    situation=RequestSituation.COLD,
    language="pl",
    forward="Forward",
)


def test_homework_has_every_source_with_the_people_who_came_from_there(store: Store) -> None:
    with store.action("Add"):
        direction, other = store.directions.add("Bridges"), store.directions.add("Boats")
        for source, places in (
            (Source.ALUMNI, (direction,)),
            (Source.ALUMNI, (direction, other)),
            (None, (direction,)),
        ):
            store.contacts.add(Contact(name="Ada", source=source, directions=places))
        gone = store.contacts.add(Contact(name="Gone", source=Source.ALUMNI, directions=(direction,)))
        store.contacts.delete([gone])
    items = store.homework.for_direction(direction)
    assert [item.source for item in items] == list(Source)
    assert {item.source: item.people for item in items if item.people} == {Source.ALUMNI: 2}
    assert {item.state for item in items} == {HomeworkState.OPEN}
    assert sum(item.people for item in store.homework.for_direction(other)) == 1


def test_homework_is_ticked_and_worded_per_direction(store: Store) -> None:
    with store.action("Add"):
        direction, other = store.directions.add("Bridges"), store.directions.add("Boats")
    with store.action("Words"):
        store.homework.set_text(direction, Source.LINKEDIN, "Ask Bo first")
    with store.action("Done"):
        store.homework.set_state(direction, Source.LINKEDIN, HomeworkState.DONE)
        store.homework.set_state(direction, Source.X, HomeworkState.NOT_FOR_ME)

    def of(number: int, source: Source) -> HomeworkItem:
        return next(item for item in store.homework.for_direction(number) if item.source is source)

    assert of(direction, Source.LINKEDIN) == HomeworkItem(
        direction, Source.LINKEDIN, "Ask Bo first", HomeworkState.DONE
    )
    assert of(direction, Source.X).state is HomeworkState.NOT_FOR_ME
    assert of(other, Source.LINKEDIN) == HomeworkItem(other, Source.LINKEDIN)
    store.undo()
    assert of(direction, Source.LINKEDIN) == HomeworkItem(direction, Source.LINKEDIN, "Ask Bo first")


def test_free_times_stand_in_order_and_are_moments(store: Store) -> None:
    tokyo = timezone(timedelta(hours=9))
    with store.action("Free"):
        later = store.free_times.add(NINE, NINE + timedelta(hours=1))
        sooner = store.free_times.add(
            (NINE - timedelta(days=1)).astimezone(tokyo), (NINE - timedelta(hours=20)).astimezone(tokyo)
        )
    assert store.free_times.all() == [
        FreeTime(sooner, NINE - timedelta(days=1), NINE - timedelta(hours=20)),
        FreeTime(later, NINE, NINE + timedelta(hours=1)),
    ]
    with store.action("No more"):
        store.free_times.delete(sooner)
    assert [free.id for free in store.free_times.all()] == [later]
    store.undo()
    assert len(store.free_times.all()) == 2


@pytest.mark.parametrize("end", [NINE, NINE - timedelta(minutes=1)])
def test_a_free_time_ends_after_it_begins(store: Store, end: datetime) -> None:
    with pytest.raises(ValueError, match="ends after"), store.action("Free"):
        store.free_times.add(NINE, end)


def test_an_own_letter_comes_back_as_it_was_written(store: Store) -> None:
    with store.action("Letter"):
        key = store.own_letters.add(LETTER)
    assert store.own_letters.all() == [replace(LETTER, key=key, own=True)]
    with store.action("Edit"):
        store.own_letters.update(key, body="Hello", situation=None, kind=MessageKind.NUDGE)
    edited = replace(LETTER, key=key, own=True, body="Hello", situation=None, kind=MessageKind.NUDGE)
    assert store.own_letters.all() == [edited]
    with store.action("Delete"):
        store.own_letters.delete(key)
    assert store.own_letters.all() == []
    with store.action("Restore"):
        store.own_letters.restore(key)
    assert store.own_letters.all() == [edited]
    with pytest.raises(TypeError), store.action("Edit"):
        store.own_letters.update(key, key="other")


def test_a_store_is_known_by_one_name_for_ever(folder: Path, tmp_path: Path) -> None:
    with Store(folder) as store:
        name = store.store_id
        assert len(name) == 32
        assert store.next_undo == ""
    with Store(folder) as store:
        assert store.store_id == name
    with Store(tmp_path / "other") as store:
        assert store.store_id != name


def test_how_often_an_entry_was_handed_out_is_kept(store: Store) -> None:
    with store.action("Meeting"):
        meeting = store.meetings.add(Meeting(contact_id=store.contacts.add(Contact(name="Ada"))))
        store.meetings.update(meeting, calendar_sequence=2)
    found = store.meetings.find(meeting)
    assert found is not None
    assert found.calendar_sequence == 2


def test_the_settings_of_written_requests_come_back(store: Store) -> None:
    chosen = {
        "linkedin_note_characters": 300,
        "nudge_business_days": 5,
        "nudge_maximum": 0,
        "try_another_after": 3,
        "holidays_country": "DE",
        "holidays_subdivision": "BY",
        "weekly_cold_messages": 4,
        "weekly_meetings": 0,
        "private_search": True,
        "letter_tone": "warm",
    }
    with store.action("Settings"):
        store.preferences.update_settings(**chosen)
    assert store.preferences.settings() == Settings(**chosen)
    with store.action("As it comes"):
        store.preferences.update_settings(try_another_after=None, weekly_meetings=None, weekly_cold_messages=None)
    found = store.preferences.settings()
    assert (found.try_another_after, found.weekly_meetings, found.weekly_cold_messages) == (None, None, None)
