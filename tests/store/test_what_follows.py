"""What follows a meeting, kept: promises, opportunities, reading, groups, names that were given."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any, TypeVar

import pytest

from desktop.core.contact import Contact, MayUseName, Source, Stage
from desktop.core.errors import UserError
from desktop.core.learning import LearningEntry
from desktop.core.meeting import Meeting
from desktop.core.meeting_line import MeetingState
from desktop.core.message import Answer, Message, MessageKind, MessageState
from desktop.core.opportunity import Opportunity
from desktop.core.promise import Promise
from desktop.core.reading_list import ReadingItem
from desktop.core.referral import Referral
from desktop.core.touch_group import TouchGroup
from desktop.store.store import Store

DAY = date(2026, 11, 30)
T = TypeVar("T")


@pytest.fixture
def ada(store: Store) -> int:
    return act(store, lambda: store.contacts.add(Contact(name="Ada")))


@pytest.fixture
def meeting(store: Store, ada: int) -> int:
    return act(store, lambda: store.meetings.add(Meeting(contact_id=ada)))


def act(store: Store, work: Callable[[], T]) -> T:
    with store.action("Work"):
        return work()


def test_every_field_of_a_promise_is_kept_when_added_and_when_changed(store: Store, ada: int, meeting: int) -> None:
    fields: dict[str, Any] = {"meeting_id": meeting, "mine": False, "text": "the map", "due_on": DAY, "done_on": DAY}
    added = act(store, lambda: store.promises.add(Promise(contact_id=ada, **fields)))
    changed = act(store, lambda: store.promises.add(Promise(contact_id=ada)))
    act(store, lambda: store.promises.update(changed, **fields))
    for number in (added, changed):
        found = store.promises.find(number)
        assert found == Promise(id=number, contact_id=ada, created_at=store.clock(), **fields)
    assert {each.id for each in store.promises.of_meeting(meeting)} == {added, changed}
    with pytest.raises(TypeError):
        store.promises.update(added, colour="red")


def test_open_promises_come_by_their_day_and_can_be_narrowed_to_what_is_due(store: Store, ada: int) -> None:
    for text, due, done in (("b", DAY, None), ("none", None, None), ("a", date(2026, 11, 1), None), ("x", DAY, DAY)):
        promise = Promise(contact_id=ada, text=text, due_on=due, done_on=done)
        act(store, partial(store.promises.add, promise))
    assert [each.text for each in store.promises.open()] == ["a", "b", "none"]
    assert [each.text for each in store.promises.open(DAY)] == ["a", "b"]
    assert [each.text for each in store.promises.open(date(2026, 11, 29))] == ["a"]


def test_promises_and_names_are_hidden_with_their_contact_and_come_back_with_it(store: Store, ada: int) -> None:
    promise = act(store, lambda: store.promises.add(Promise(contact_id=ada, text="x")))
    act(store, lambda: store.referrals.add(ada, None, Referral("Ben")))
    ben = store.referrals.of_referrer(ada)[0].contact_id
    act(store, lambda: store.contacts.delete([ada, ben]))
    assert (store.promises.open(), store.promises.find(promise), store.referrals.of_referrer(ada)) == ([], None, [])
    act(store, lambda: store.contacts.restore([ada, ben]))
    assert [each.id for each in store.promises.open()] == [promise]
    assert [each.name for each in store.referrals.of_referrer(ada)] == ["Ben"]


def test_what_was_deleted_thirty_days_ago_goes_and_with_a_contact_its_promises(
    store: Store, ada: int, clock: Any, folder: Any
) -> None:
    kept = act(store, lambda: store.reading_list.add(ReadingItem(title="x", recommended_by_id=ada)))
    gone = act(store, lambda: store.reading_list.add(ReadingItem(title="y")))
    group = act(store, lambda: store.touch_groups.add(TouchGroup(name="Close")))
    opportunity = act(store, lambda: store.opportunities.add(Opportunity(contact_id=ada, text="job")))
    act(store, lambda: store.promises.add(Promise(contact_id=ada)))
    act(store, lambda: store.reading_list.delete(gone))
    act(store, lambda: store.touch_groups.delete(group))
    act(store, lambda: store.contacts.delete([ada]))
    store.close()
    clock.move(days=31)
    with Store(folder, clock) as later:
        count = later.database.connection().execute
        assert count("select count(*) from promise").get == count("select count(*) from touch_group").get == 0
        assert [each.id for each in later.reading_list.all()] == [kept]
        assert later.reading_list.all()[0].recommended_by_id is None
        found = later.opportunities.find(opportunity)
        assert found is not None
        assert found.contact_id is None


def test_opportunities_are_kept_with_who_told_and_where(store: Store, ada: int, meeting: int) -> None:
    fields: dict[str, Any] = {
        "text": "A post",
        "address": "https://example.org",
        "heard_on": DAY,
        "meeting_id": meeting,
    }
    one = act(store, lambda: store.opportunities.add(Opportunity(contact_id=ada, **fields)))
    two = act(store, lambda: store.opportunities.add(Opportunity(contact_id=ada)))
    act(store, lambda: store.opportunities.update(two, **fields))
    assert [each.id for each in store.opportunities.of_contact(ada)] == [two, one]
    assert [each.id for each in store.opportunities.of_meeting(meeting)] == [one, two]
    assert store.opportunities.find(one) == Opportunity(one, ada, created_at=store.clock(), **fields)
    act(store, lambda: store.opportunities.delete(one))
    assert [each.id for each in store.opportunities.all()] == [two]
    act(store, lambda: store.opportunities.restore(one))
    assert len(store.opportunities.all()) == 2


def test_what_is_unread_stands_above_what_was_read_the_latest_first(store: Store, ada: int, meeting: int) -> None:
    ids = [act(store, partial(store.reading_list.add, ReadingItem(title=title))) for title in "abcd"]
    act(store, lambda: store.reading_list.mark_read(ids[0], date(2026, 11, 20)))
    act(store, lambda: store.reading_list.mark_read(ids[1], date(2026, 11, 10)))
    assert [each.title for each in store.reading_list.all()] == ["d", "c", "a", "b"]
    assert [each.title for each in store.reading_list.all(unread_only=True)] == ["d", "c"]
    act(store, lambda: store.reading_list.mark_read(ids[0], None))
    assert [each.title for each in store.reading_list.all(unread_only=True)] == ["d", "c", "a"]
    fields: dict[str, Any] = {"author": "Ito", "address": "x", "recommended_by_id": ada, "meeting_id": meeting}
    act(store, lambda: store.reading_list.update(ids[3], notes="n", **fields))
    assert store.reading_list.of_contact(ada) == store.reading_list.of_meeting(meeting)
    assert store.reading_list.recommenders() == {ada: "Ada"}
    act(store, lambda: store.contacts.delete([ada]))
    assert store.reading_list.recommenders() == {}
    assert len(store.reading_list.all()) == 4


def test_the_entry_written_of_a_reading_is_found_again(store: Store) -> None:
    item = act(store, lambda: store.reading_list.add(ReadingItem(title="x")))
    assert store.learning.of_reading(item) is None
    entry = act(store, lambda: store.learning.add(LearningEntry(title="x", reading_id=item)))
    found = store.learning.of_reading(item)
    assert found is not None
    assert found.id == entry
    act(store, lambda: store.learning.delete(entry))
    assert store.learning.of_reading(item) is None


def test_groups_come_by_name_and_can_be_deleted_and_restored(store: Store, ada: int) -> None:
    wide = act(store, lambda: store.touch_groups.add(TouchGroup(name="wide")))
    close = act(store, lambda: store.touch_groups.add(TouchGroup(name="Close", ideal_days=30, latest_days=60)))
    act(store, lambda: store.contacts.update(ada, touch_group_id=close))
    act(store, lambda: store.touch_groups.update(wide, latest_days=100))
    assert store.touch_groups.all() == [TouchGroup(close, "Close", 30, 60), TouchGroup(wide, "wide", 90, 100)]
    act(store, lambda: store.touch_groups.delete(close))
    assert [group.id for group in store.touch_groups.all()] == [wide]
    act(store, lambda: store.touch_groups.restore(close))
    ada_now = store.contacts.find(ada)
    assert ada_now is not None
    assert ada_now.touch_group_id == close


def test_a_name_that_was_given_becomes_a_contact_with_all_that_was_said(store: Store, ada: int, meeting: int) -> None:
    said = Referral("Ben  Ito", "Itoh Labs", "Chemist", "membranes", MayUseName.YES, DAY)
    ben = act(store, lambda: store.referrals.add(ada, meeting, said))
    found = store.contacts.find(ben)
    assert found is not None
    assert (found.name, found.organisation, found.role, found.source) == (
        "Ben Ito",
        "Itoh Labs",
        "Chemist",
        Source.REFERRAL,
    )
    assert (found.referrer_id, found.referred_at_id, found.referred_for) == (ada, meeting, "membranes")
    assert (found.may_use_name, found.introducing_since) == (MayUseName.YES, DAY)
    [referred] = store.referrals.of_referrer(ada)
    assert store.referrals.of_meeting(meeting) == [referred]
    assert (referred.contact_id, referred.organisation, referred.stage) == (ben, "Itoh Labs", Stage.FOUND)
    assert (referred.what_for, referred.introducing_since, referred.meeting_id) == ("membranes", DAY, meeting)


def test_whoever_is_there_already_is_linked_and_keeps_what_is_known(store: Store, ada: int) -> None:
    known = Contact(name="Łukasz Ito", role="Chemist", source=Source.ALUMNI, referred_for="silt")
    there = act(store, lambda: store.contacts.add(known))
    assert [line.id for line in store.referrals.like(" lukasz  ITO")] == [there]
    assert store.referrals.like("Lukasz") == store.referrals.like(" ") == []
    said = Referral("Lukasz Ito", "Itoh Labs", "Boss", may_use_name=MayUseName.NO)
    assert act(store, lambda: store.referrals.link(there, ada, None, said)) == there
    found = store.contacts.find(there)
    assert found is not None
    assert (found.name, found.organisation, found.role) == ("Łukasz Ito", "Itoh Labs", "Chemist")
    assert (found.source, found.referrer_id, found.referred_for) == (Source.ALUMNI, ada, "silt")
    assert found.may_use_name is MayUseName.NO


def test_a_circle_of_names_is_refused_and_nothing_is_changed(store: Store, ada: int) -> None:
    ben = act(store, lambda: store.referrals.add(ada, None, Referral("Ben")))
    cleo = act(store, lambda: store.referrals.add(ben, None, Referral("Cleo")))
    with pytest.raises(UserError, match="Cleo came to you through Ada"):
        act(store, lambda: store.contacts.update(ada, role="Boss", referrer_id=cleo))
    with pytest.raises(UserError, match="themselves"):
        act(store, lambda: store.referrals.link(ada, ada, None, Referral("Ada")))
    found = store.contacts.find(ada)
    assert found is not None
    assert (found.role, found.referrer_id) == ("", None)
    act(store, lambda: store.contacts.update(cleo, referrer_id=ada))
    assert {each.name for each in store.referrals.of_referrer(ada)} == {"Ben", "Cleo"}


def test_the_last_real_contact_follows_from_messages_and_meetings(store: Store, ada: int) -> None:
    def last() -> date | None:
        found = store.contacts.find(ada)
        assert found is not None
        return found.last_contact_on

    draft = act(store, lambda: store.messages.add(Message(contact_id=ada)))
    assert last() is None
    sent = {"state": MessageState.SENT, "sent_on": date(2026, 11, 1)}
    act(store, lambda: store.messages.update(draft, **sent))
    assert last() == date(2026, 11, 1)
    act(store, lambda: store.messages.update(draft, answer=Answer.YES, answered_on=date(2026, 11, 3)))
    assert last() == date(2026, 11, 3)
    note = Message(contact_id=ada, kind=MessageKind.CONFIRMATION, state=MessageState.SENT, sent_on=date(2026, 11, 5))
    act(store, lambda: store.messages.add(note))
    assert last() == date(2026, 11, 5)
    starts = store.clock().replace(day=10)
    meeting = act(store, lambda: store.meetings.add(Meeting(contact_id=ada, starts_at=starts)))
    assert last() == date(2026, 11, 5)
    act(store, lambda: store.meetings.update(meeting, state=MeetingState.MET))
    assert last() == date(2026, 11, 10)
    act(store, lambda: store.meetings.update(meeting, state=MeetingState.CANCELLED))
    assert last() == date(2026, 11, 5)
    store.undo()
    assert last() == date(2026, 11, 10)
