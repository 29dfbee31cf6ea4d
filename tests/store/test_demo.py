"""The example in a real store: all of it there, tied together, one step of undo, and only into an empty store."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from desktop.core.contact import Contact, ContactFilter
from desktop.core.errors import UserError
from desktop.core.example import Example
from desktop.core.preparing import brief as briefs
from desktop.core.today.follow_up import FollowUpKind, FollowUpReason
from desktop.core.values import replace
from desktop.formats.demo import read_example
from desktop.places import resources
from desktop.store.demo import fill_with_example
from desktop.store.store import Store

TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def example() -> Example:
    return read_example(resources() / "demo" / "example.toml")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "data", clock=lambda: NOW) as opened:
        yield opened


def test_everything_of_the_example_is_in_the_store_afterwards(store: Store, example: Example) -> None:
    counts = fill_with_example(store, example, TODAY)
    assert counts["contact"] == store.contacts.count() == 12
    assert counts["meeting"] == len(store.meetings.ahead()) + len(store.meetings.past()) == 6
    assert counts["learning_entry"] == len(store.learning.entries())
    assert counts["organisation"] == len(store.organisations.all())
    assert counts["direction"] == len(store.directions.all())
    assert store.check() == []
    assert store.preferences.profile() == replace(example.profile, time_zone="Europe/London")
    assert store.preferences.settings().first_start_done


def test_the_parts_are_tied_together(store: Store, example: Example) -> None:
    fill_with_example(store, example, TODAY)
    by_name = {contact.name: contact for contact in store.contacts.every()}
    for meant in example.contacts:
        contact = by_name[meant.name]
        assert (contact.stage, contact.organisation, contact.emails) == (meant.stage, meant.organisation, meant.emails)
        assert len(contact.directions) == len(meant.directions)
    referrer = by_name["Xiomara Quispe"].referrer_id
    assert referrer == by_name["ليلى منصور"].id
    assert [direction.contacts for direction in store.directions.all()] == [6, 4, 1]
    linked = [entry for entry in store.learning.entries() if entry.meeting_id]
    assert len(linked) == 1
    meeting = store.meetings.find(linked[0].meeting_id or 0)
    assert meeting is not None
    assert meeting.starts_at is not None
    assert meeting.starts_at.date() == linked[0].on


def test_the_prepared_meeting_makes_a_brief_with_five_facts_and_eight_questions(store: Store, example: Example) -> None:
    fill_with_example(store, example, TODAY)
    line = next(line for line in store.meetings.ahead() if line.contact == "Amara Okafor")
    brief = briefs.build(store.meetings.brief_material(line.id), TODAY)
    assert (len(brief.facts), len(brief.questions), len(brief.asked_back), len(brief.rescues)) == (5, 8, 4, 4)
    assert brief.starts_at is not None
    assert brief.starts_at.date() == date(2026, 11, 26)


def test_it_is_one_step_of_undo(store: Store, example: Example) -> None:
    fill_with_example(store, example, TODAY)
    store.undo()
    assert (store.contacts.count(), store.directions.all(), store.learning.entries()) == (0, [], [])
    assert store.next_undo == ""
    store.redo()
    assert store.contacts.count(ContactFilter(search="okafor")) == 1


def test_a_store_with_data_is_left_as_it_is(store: Store, example: Example) -> None:
    with store.action("Add"):
        store.contacts.add(Contact(name="Ann Lee"))
    with pytest.raises(UserError):
        fill_with_example(store, example, TODAY)
    assert store.contacts.count() == 1


def test_messages_bring_the_contacts_where_they_stand(store: Store, example: Example) -> None:
    fill_with_example(store, example, TODAY)
    by_hand = {contact.name for contact in store.contacts.every() if store.contacts.correction(contact.id)}
    assert by_hand == {"Priya Raman", "Bridget Nolan"}
    counts = [len(store.messages.of_contact(contact.id)) for contact in store.contacts.every()]
    assert sum(counts) == len(example.messages) >= 10
    assert [draft.subject for draft in store.messages.drafts()] == ["Your napkin, and a question"]


@pytest.mark.parametrize("days", range(7))
def test_one_nudge_is_due_on_whatever_day_the_example_is_opened(tmp_path: Path, example: Example, days: int) -> None:
    now = NOW + timedelta(days=days)
    with Store(tmp_path / "data", clock=lambda: now) as store:
        fill_with_example(store, example, now.date())
        contacts = sorted(store.contacts.every(), key=lambda contact: contact.id)
        for meant, contact in zip(example.contacts, contacts, strict=True):
            assert contact.stage is meant.stage, contact.name
        (waits,) = [step for contact in contacts if (step := store.contacts.follow_up(contact.id))]
        assert waits.then is FollowUpKind.NUDGE
        weekend = waits.why is FollowUpReason.REST_DAY and now.weekday() > 4
        assert weekend or (waits.kind is FollowUpKind.NUDGE and waits.due <= now.date())


def test_nothing_was_written_sent_or_answered_on_a_weekend_or_out_of_order(store: Store, example: Example) -> None:
    fill_with_example(store, example, TODAY)
    for contact in store.contacts.every():
        days = [event.on for event in store.steps.of_contact(contact.id)]
        assert days == sorted(days)
        for message in store.messages.of_contact(contact.id):
            for day in (message.sent_on, message.answered_on):
                assert day is None or (day.weekday() < 5 and day <= TODAY)
            assert message.answered_on is None or (message.sent_on or TODAY) <= message.answered_on


def test_what_came_of_a_meeting_hangs_on_it(store: Store, example: Example) -> None:
    fill_with_example(store, example, TODAY)
    by_name = {contact.name: contact for contact in store.contacts.every()}
    layla, xiomara = by_name["ليلى منصور"], by_name["Xiomara Quispe"]
    (line,) = [line for line in store.meetings.past() if line.contact_id == layla.id]
    assert xiomara.referred_at_id == line.id
    assert [promise.mine for promise in store.promises.of_meeting(line.id)] == [False, True]  # the one still open first
    assert [heard.contact_id for heard in store.opportunities.of_meeting(line.id)] == [layla.id]
    assert {group.id for group in store.touch_groups.all()} == {layla.touch_group_id}
    assert len(store.reading_list.all()) == 3
    (read,) = [entry for entry in store.learning.entries() if entry.reading_id]
    item = store.reading_list.find(read.reading_id or 0)
    assert item is not None
    assert item.read_on == read.on
    assert any(question.in_confidence for question in store.meetings.questions(line.id))
