"""What Today reads: each fact is there exactly while it holds, and finding it never looks through all contacts."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from desktop.core.contact import Contact, Stage
from desktop.core.direction import Verdict
from desktop.core.keep_in_touch_group import KeepInTouchGroup, KeepInTouchRule
from desktop.core.learning import LearningEntry
from desktop.core.meeting import Meeting
from desktop.core.meeting_line import MeetingState
from desktop.core.message import Answer, Message, MessageKind, MessageState
from desktop.core.promise import Promise
from desktop.core.today.contact_event import EventKind
from desktop.core.today.follow_up import FollowUpKind
from desktop.store import today_facts
from desktop.store.store import Store

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
TODAY = NOW.date()


@pytest.fixture(autouse=True)
def _one_action(store: Store) -> Iterator[None]:
    with store.action("A test"):
        yield


def add(store: Store, name: str, **fields: Any) -> int:
    return store.contacts.add(Contact(name=name, **fields))


def meet(store: Store, contact_id: int, at: datetime) -> int:
    meeting_id = store.meetings.add(Meeting(contact_id=contact_id, starts_at=at, zone="UTC"))
    store.meetings.update(meeting_id, state=MeetingState.MET)
    return meeting_id


def send(store: Store, contact_id: int, kind: MessageKind, on: date, answer: Answer | None = None) -> int:
    message = Message(
        contact_id=contact_id, kind=kind, state=MessageState.SENT, sent_on=on, answer=answer, answered_on=answer and on
    )
    return store.messages.add(message)


def test_whoever_named_the_person_met_is_to_be_told_and_so_up_the_chain(store: Store) -> None:
    first = add(store, "Ann")
    second = add(store, "Bo", referrer_id=first)
    third = add(store, "Cy", referrer_id=second)
    meet(store, third, NOW - timedelta(days=3))
    found = {report.to.name: report for report in store.today_facts.reports(NOW)}
    assert {name: (report.links, report.told_on) for name, report in found.items()} == {
        "Ann": (2, None),
        "Bo": (1, None),
    }
    assert {report.about and report.about.name for report in found.values()} == {"Cy"}
    assert {report.since for report in found.values()} == {TODAY - timedelta(days=3)}
    send(store, second, MessageKind.REPORT_BACK, TODAY - timedelta(days=1))
    send(store, first, MessageKind.THANK_YOU, TODAY)
    found = {report.to.name: report for report in store.today_facts.reports(NOW)}
    assert found["Bo"].told_on == TODAY - timedelta(days=1)
    assert found["Ann"].told_on is None
    store.contacts.delete((first,))
    assert [report.to.name for report in store.today_facts.reports(NOW)] == ["Bo"]


def test_nobody_is_told_of_a_meeting_that_lies_ahead_was_called_off_or_is_long_ago(store: Store) -> None:
    named = add(store, "Bo", referrer_id=add(store, "Ann"))
    ahead = store.meetings.add(Meeting(contact_id=named, starts_at=NOW + timedelta(days=1), zone="UTC"))
    assert store.today_facts.reports(NOW) == ()
    store.meetings.update(ahead, state=MeetingState.CANCELLED)
    meet(store, named, NOW - timedelta(days=70))
    assert store.today_facts.reports(NOW) == ()


def test_the_day_of_a_meeting_is_that_of_the_users_zone(store: Store) -> None:
    meet(store, add(store, "Bo", referrer_id=add(store, "Ann")), datetime(2026, 11, 21, 23, 30, tzinfo=UTC))
    (report,) = store.today_facts.reports(NOW.astimezone(ZoneInfo("Asia/Tokyo")))
    assert report.since == date(2026, 11, 22)


def test_those_who_were_met_are_told_when_their_direction_is_decided(store: Store) -> None:
    water = store.directions.add("Water")
    met = add(store, "Ann", directions=(water,))
    add(store, "Bo", directions=(water,))
    meet(store, met, NOW - timedelta(days=90))
    store.directions.update(water, verdict=Verdict.UNSURE)
    assert store.today_facts.reports(NOW) == ()
    store.directions.update(water, verdict=Verdict.WANT)
    (report,) = store.today_facts.reports(NOW)
    assert (report.to.name, report.direction, report.links, report.about) == ("Ann", "Water", 0, None)
    assert report.since == TODAY


def test_promises_are_owed_until_they_are_kept(store: Store) -> None:
    ann = add(store, "Ann")
    mine = store.promises.add(Promise(contact_id=ann, text="the article", due_on=TODAY))
    store.promises.add(Promise(contact_id=ann, mine=False, text="a name"))
    send(store, ann, MessageKind.THANK_YOU, TODAY)
    assert [(owed.mine, owed.text, owed.due_on, owed.asked_on) for owed in store.today_facts.owed()] == [
        (True, "the article", TODAY, None),
        (False, "a name", None, None),
    ]
    send(store, ann, MessageKind.KEEP_IN_TOUCH, TODAY)
    assert {owed.asked_on for owed in store.today_facts.owed()} == {TODAY}
    store.promises.update(mine, done_on=TODAY)
    assert [owed.text for owed in store.today_facts.owed()] == ["a name"]


def test_an_introduction_is_on_its_way_until_it_is_said_to_be_done(store: Store) -> None:
    by = add(store, "Ann")
    who = add(store, "Bo", referrer_id=by, introducing_since=TODAY - timedelta(days=8))
    (found,) = store.today_facts.introductions()
    assert (found.contact.name, found.by.name, found.since) == ("Bo", "Ann", TODAY - timedelta(days=8))
    store.contacts.update(who, introducing_since=None)
    assert store.today_facts.introductions() == ()


def test_one_keeps_in_touch_by_the_rule_of_the_group(store: Store) -> None:
    friends = store.touch_groups.add(KeepInTouchGroup(name="Friends", ideal_days=30, latest_days=60))
    alone, grouped = add(store, "Ann"), add(store, "Bo", touch_group_id=friends)
    for who in (alone, grouped):
        meet(store, who, NOW - timedelta(days=40))
    (found,) = store.today_facts.in_touch(TODAY)
    assert (found.contact.name, found.rule, found.in_group) == ("Bo", KeepInTouchRule(30, 60), True)
    assert found.last_on == TODAY - timedelta(days=40)
    assert len(store.today_facts.in_touch(TODAY, all_of_them=True)) == 2
    assert len(store.today_facts.in_touch(TODAY + timedelta(days=50))) == 2
    store.touch_groups.delete(friends)
    assert store.today_facts.in_touch(TODAY) == ()
    store.contacts.update(alone, stage=Stage.RESTING)
    assert [found.contact.name for found in store.today_facts.in_touch(TODAY + timedelta(days=50))] == ["Bo"]


def test_what_was_to_be_tried_is_there_until_something_came_of_it(store: Store) -> None:
    entry = store.learning.add(LearningEntry(title="Talk", will_try="ask twice", come_back_on=TODAY))
    store.learning.add(LearningEntry(title="No day", will_try="sleep"))
    (found,) = store.today_facts.to_try()
    assert (found.entry_id, found.text, found.on) == (entry, "ask twice", TODAY)
    store.learning.update(entry, came_of_it="It works")
    assert store.today_facts.to_try() == ()


def test_whoever_answered_is_there_with_the_day_until_a_time_is_agreed(store: Store) -> None:
    ann, bo = add(store, "Ann"), add(store, "Bo")
    for who in (ann, bo):
        send(store, who, MessageKind.FIRST_REQUEST, TODAY - timedelta(days=2), Answer.YES)
    store.meetings.add(Meeting(contact_id=bo, starts_at=NOW + timedelta(days=1), zone="UTC"))
    (found,) = store.today_facts.replied(NOW)
    assert (found.contact.name, found.on) == ("Ann", TODAY - timedelta(days=2))


def test_whoever_is_waited_for_is_there_when_the_rule_has_something_for_today(store: Store) -> None:
    ann, bo, cy = add(store, "Ann"), add(store, "Bo"), add(store, "Cy")
    monday = date(2026, 11, 23)
    send(store, ann, MessageKind.FIRST_REQUEST, date(2026, 11, 9))
    send(store, bo, MessageKind.FIRST_REQUEST, date(2026, 11, 20))
    send(store, cy, MessageKind.FIRST_REQUEST, date(2026, 11, 9), Answer.LATER)
    store.steps.add(cy, EventKind.SNOOZED, date(2026, 11, 10), monday)
    assert {one.contact.name: one.follow_up.kind for one in store.today_facts.awaited(monday)} == {
        "Ann": FollowUpKind.NUDGE,
        "Cy": FollowUpKind.COME_BACK,
    }


def test_drafts_and_confirmations_are_read_for_all_at_once(store: Store) -> None:
    ann, bo = add(store, "Ann"), add(store, "Bo")
    store.messages.add(Message(contact_id=ann, kind=MessageKind.FIRST_REQUEST))
    store.messages.add(Message(contact_id=ann, kind=MessageKind.INTRODUCTION_REQUEST))
    store.messages.add(Message(contact_id=bo, kind=MessageKind.THANK_YOU))
    assert [line.name for line in store.today_facts.drafts()] == ["Ann"]
    meeting = store.meetings.add(Meeting(contact_id=bo, starts_at=NOW + timedelta(days=1), zone="UTC"))
    with store.action("Confirm"):
        message = Message(
            contact_id=bo, kind=MessageKind.CONFIRMATION, state=MessageState.SENT, sent_on=TODAY, meeting_id=meeting
        )
        store.messages.add(message)
    assert store.today_facts.confirmations([ann, bo]) == [(bo, meeting, TODAY)]
    meet(store, ann, NOW - timedelta(days=1))
    assert store.today_facts.met([ann, bo]) == {ann}


def test_no_query_looks_through_all_contacts(store: Store) -> None:
    queries = {
        name: sql
        for name, sql in vars(today_facts).items()
        if name.isupper() and isinstance(sql, str) and sql.startswith(("select", "with"))
    }
    assert len(queries) >= 9
    for name, sql in queries.items():
        filled = sql.format(group="c.touch_group_id = 1") if "{group}" in sql else sql
        values = (None,) * filled.count("?")
        plan = store.database.connection().execute(f"explain query plan {filled}", values).fetchall()
        steps = [row[3] for row in plan]
        # What is found by an index of a few is scanned in it: introductions that are on their way.
        assert not [step for step in steps if step in ("SCAN c", "SCAN r", "SCAN a")], (name, steps)
        assert not [step for step in steps if "message_sent" in step and name != "_DRAFTS"], (name, steps)
        assert not [step for step in steps if "contact_by_comfort" in step and name == "_DRAFTS"], (name, steps)
