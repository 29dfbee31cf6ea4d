"""A meeting that is agreed is stored with everything ready-made."""

from datetime import timedelta

from desktop.core.direction import DirectionKind
from desktop.core.meeting_line import Way
from desktop.core.preparing.short_path import Agreed
from desktop.formats import question_bank
from desktop.places import resources
from desktop.store.store import Store
from desktop.work.agreeing import store_meeting
from desktop.work.shipped import shipped_preparation
from tests.work.conftest import NOW

BANK = question_bank.read_question_bank(resources() / "questions")


def test_somebody_new_is_stored_with_the_meeting_and_one_undo_takes_all_back(store: Store) -> None:
    agreed = Agreed("Ann Lee", "Learn of wells", NOW + timedelta(days=2), "UTC", 30, Way.PHONE, "+44 20")
    with store.action("Agree"):
        number = store_meeting(store, BANK, agreed)
    meeting = store.meetings.find(number)
    assert meeting is not None
    assert (meeting.purpose, meeting.minutes) == ("Learn of wells", 30)
    assert (meeting.way, meeting.dial_in) == (Way.PHONE, "+44 20")
    assert meeting.rescues == shipped_preparation().rescues
    assert len(store.meetings.questions(number)) >= 5
    assert [line.name for line in store.contacts.lines()] == ["Ann Lee"]
    store.undo()
    assert store.contacts.count() == 0
    assert store.meetings.ahead() == []


def test_a_contact_who_is_known_is_taken_with_the_questions_of_their_one_direction(store: Store, amara: int) -> None:
    with store.action("Explore"):
        direction = store.directions.add("Waterworks", DirectionKind.COMPANY)
        store.contacts.update(amara, directions=(direction,))
    with store.action("Agree"):
        number = store_meeting(store, BANK, Agreed("Amara Okafor"), amara)
    meeting = store.meetings.find(number)
    assert meeting is not None
    assert (meeting.contact_id, meeting.direction_id) == (amara, direction)
    assert store.contacts.count() == 1


def test_the_time_that_was_taken_is_offered_no_more(store: Store, amara: int) -> None:
    with store.action("Free"):
        taken, other = (
            store.free_times.add(NOW + timedelta(days=day), NOW + timedelta(days=day, hours=1)) for day in (1, 2)
        )
    with store.action("Agree"):
        store_meeting(store, BANK, Agreed("Amara Okafor", starts_at=NOW + timedelta(days=1)), amara, taken)
    assert [each.id for each in store.free_times.all()] == [other]
