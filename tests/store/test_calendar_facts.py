"""What stands in the calendar is what has a day in the store, as it stands now."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from desktop.core.contact import Contact, Stage
from desktop.core.export.calendar_plan import entries
from desktop.core.learning import LearningEntry
from desktop.core.meeting import Meeting
from desktop.core.meeting_line import MeetingState
from desktop.core.message import Answer, Message, MessageKind, MessageState
from desktop.core.promise import Promise
from desktop.core.today.contact_event import EventKind
from desktop.store.calendar_facts import calendar_material
from desktop.store.store import Store

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
TODAY = NOW.date()


def shown(store: Store) -> dict[str, Any]:
    found = entries(calendar_material(store, TODAY), TODAY)
    return {each.summary: each.start for each in found.events} | {each.summary: each.day for each in found.days}


def test_everything_that_has_a_day_is_in_the_calendar_until_it_is_done_or_gone(store: Store) -> None:
    assert shown(store) == {}
    with store.action("Fill"):
        ann = store.contacts.add(Contact(name="Ann", time_zone="Asia/Tokyo"))
        bo = store.contacts.add(Contact(name="Bo", referrer_id=ann, introducing_since=TODAY))
        cy = store.contacts.add(Contact(name="Cy"))
        past = store.meetings.add(Meeting(contact_id=ann, starts_at=NOW - timedelta(days=10), zone="UTC"))
        store.meetings.update(past, state=MeetingState.MET)
        store.meetings.add(Meeting(contact_id=ann))  # no time yet
        store.promises.add(Promise(contact_id=ann, text="a link", due_on=TODAY))
        store.learning.add(LearningEntry(will_try="ask twice", come_back_on=date(2026, 12, 1)))
        store.messages.add(
            Message(
                contact_id=cy,
                kind=MessageKind.FIRST_REQUEST,
                state=MessageState.SENT,
                sent_on=date(2026, 11, 9),
                answer=Answer.LATER,
                answered_on=date(2026, 11, 10),
            )
        )
        store.steps.add(cy, EventKind.SNOOZED, TODAY, date(2026, 12, 7))
    everything = {
        "Conversation with Ann": NOW - timedelta(days=10),
        "Promised to Ann: a link": TODAY,
        "Check in with Ann": date(2026, 11, 29),
        "What came of it: ask twice": date(2026, 12, 1),
        "Come back to Cy": date(2026, 12, 7),
        "Keep in touch with Ann": date(2027, 5, 11),
    }
    assert shown(store) == everything
    material = calendar_material(store, TODAY)
    assert [(planned.name, planned.their_zone) for planned in material.meetings] == [("Ann", "Asia/Tokyo")]
    with store.action("Done"):
        store.promises.update(1, done_on=TODAY)
        store.contacts.update(bo, introducing_since=None)
        store.learning.update(1, came_of_it="Much")
        store.contacts.update(cy, stage=Stage.RESTING)
    assert set(shown(store)) == {"Conversation with Ann", "Keep in touch with Ann"}
    with store.action("Gone"):
        store.contacts.delete((ann,))
    assert shown(store) == {}


def test_keeping_in_touch_stands_on_its_latest_day(store: Store) -> None:
    with store.action("Meet"):
        ann = store.contacts.add(Contact(name="Ann"))
        met = store.meetings.add(Meeting(contact_id=ann, starts_at=NOW - timedelta(days=10), zone="UTC"))
        store.meetings.update(met, state=MeetingState.MET)
    assert shown(store)["Keep in touch with Ann"] == TODAY + timedelta(days=170)
    with store.action("Rest"):
        store.steps.add(ann, EventKind.RESTED, TODAY)
    assert "Keep in touch with Ann" not in shown(store)
