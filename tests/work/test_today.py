"""What Today reads before the rules choose from it, and what it shows."""

from datetime import timedelta
from typing import Any

from desktop.core.contact import Contact, Stage
from desktop.core.meeting import Meeting
from desktop.core.meeting_line import MeetingState
from desktop.core.message import Message, MessageKind, MessageState
from desktop.core.promise import Promise
from desktop.core.today.values import StepKind
from desktop.store.store import Store
from desktop.work.today import is_empty, today, today_material
from tests.acting import Clock
from tests.work.conftest import NOW


def person(store: Store, name: str, **fields: Any) -> int:
    with store.action("Add"):
        return store.contacts.add(Contact(name=name, **fields))


def meeting(store: Store, contact_id: int, hours: float, state: MeetingState = MeetingState.PLANNED) -> int:
    with store.action("Meet"):
        found = store.meetings.add(
            Meeting(contact_id=contact_id, starts_at=NOW + timedelta(hours=hours), zone="UTC", purpose="learn")
        )
        if state is not MeetingState.PLANNED:
            store.meetings.update(found, state=state, written_up_at=NOW)
    return found


def kinds(store: Store) -> list[StepKind]:
    return [step.kind for step in today(store, NOW).steps]


def test_the_store_is_empty_until_somebody_is_entered(store: Store) -> None:
    assert is_empty(store)
    person(store, "Ann Lee")
    assert not is_empty(store)


def test_what_is_shown_is_three_steps_at_most_the_next_meeting_and_those_to_be_written_up(store: Store) -> None:
    people = [person(store, name) for name in ("Ann", "Bo", "Cy", "Di")]
    ahead = [meeting(store, who, hours) for who, hours in ((people[0], 50), (people[1], 26))]
    over = [meeting(store, who, hours) for who, hours in ((people[2], -30), (people[3], -4))]
    found = today(store, NOW)
    assert len(found.steps) == 3
    assert found.following is not None
    assert found.following.id == ahead[1]
    assert [line.id for line in found.to_write_up] == [over[1], over[0]]  # latest first
    assert {line.id for line in found.meetings} == {ahead[0], ahead[1], over[1]} | {over[0]}
    assert not found.quiet


def test_the_day_after_a_talk_is_quiet_if_that_is_wanted(store: Store) -> None:
    ann = person(store, "Ann Lee")
    meeting(store, ann, -24, MeetingState.MET)
    with store.action("Promise"):
        store.promises.add(Promise(contact_id=ann, text="a book", due_on=NOW.date()))
    assert kinds(store) == [StepKind.THANK, StepKind.KEEP_PROMISE]
    with store.action("Set"):
        store.preferences.update_settings(quiet_day_after_meeting=True)
    assert kinds(store) == [StepKind.THANK]
    assert today(store, NOW).quiet


def test_what_is_expensive_is_only_looked_for_where_there_is_room(store: Store) -> None:
    person(store, "Someone found", stage=Stage.FOUND)
    assert today_material(store, NOW).people
    for name in ("Ann", "Bo", "Cy"):
        meeting(store, person(store, name), -3)
    assert today_material(store, NOW).people == ()
    assert today_material(store, NOW, everything=True).people


def test_who_is_put_off_is_passed_over_for_the_next_easiest(store: Store) -> None:
    easy, harder = person(store, "Easy", comfort=1), person(store, "Harder", comfort=4)
    assert [line.id for line in today_material(store, NOW).people][:1] == [easy]
    with store.action("Later"):
        store.put_off.add(f"{StepKind.BEGIN_WITH}:{easy}", NOW.date(), NOW.date() + timedelta(days=1))
    assert [line.id for line in today_material(store, NOW).people] == [harder]


def test_a_meeting_is_to_be_confirmed_unless_a_confirmation_was_sent_since_it_was_entered(
    store: Store, clock: Clock
) -> None:
    ann = person(store, "Ann Lee")
    clock.now = NOW - timedelta(days=5)
    number = meeting(store, ann, 40)
    clock.now = NOW
    assert today_material(store, NOW).unconfirmed == {number}
    with store.action("Confirm"):
        store.messages.add(
            Message(
                contact_id=ann,
                kind=MessageKind.CONFIRMATION,
                state=MessageState.SENT,
                sent_on=NOW.date(),
                meeting_id=number,
            )
        )
    assert today_material(store, NOW).unconfirmed == frozenset()


def test_reading_today_writes_nothing(store: Store) -> None:
    meeting(store, person(store, "Ann Lee"), -3)
    before = store.next_undo
    today(store, NOW)
    assert store.next_undo == before
