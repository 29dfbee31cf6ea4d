"""What earlier meetings left open, for the next one."""

from datetime import UTC, date, datetime

import pytest

from desktop.core.contact import Contact
from desktop.core.meeting_line import MeetingState
from desktop.store.store import Store
from tests.store.meeting_changes import ask, meet


@pytest.fixture
def ada(store: Store) -> int:
    with store.action("Add"):
        return store.contacts.add(Contact(name="Ada", organisation="Acme"))


def test_new_questions_are_left_open_for_the_next_meeting_until_they_find_an_answer(store: Store, ada: int) -> None:
    day = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
    arose = ("Who pays for the licence?", "Planned?")
    first = meet(store, ada, state=MeetingState.MET, starts_at=day, new_questions=arose)
    ask(store, first, "Planned?")
    ask(store, first, "By itself", unplanned=True)
    following = meet(store, ada)
    left = store.meetings.left_open(following)
    assert [each.text for each in left] == ["Who pays for the licence?", "Planned?"]
    assert (left[0].contact, left[0].met_on, left[0].question_key) == ("Ada", day.date(), "")
    second = meet(store, ada, state=MeetingState.MET, starts_at=day)
    ask(store, second, "who pays for the LICENCE?", answer="The works", unplanned=True)
    assert [each.text for each in store.meetings.left_open(following)] == ["Planned?"]


def test_what_earlier_meetings_left_open_comes_from_the_same_organisation_or_direction(store: Store, ada: int) -> None:
    with store.action("Set up"):
        care = store.directions.add("Care")
        bo, cy, di = (
            store.contacts.add(Contact(name="Bo", organisation="acme")),
            store.contacts.add(Contact(name="Cy")),
            store.contacts.add(Contact(name="Di")),
        )
    met = MeetingState.MET
    for contact_id, text, fields in (
        (ada, "Of Ada?", {"state": met, "starts_at": datetime(2026, 1, 1, 12, tzinfo=UTC)}),
        (bo, "Of Bo?", {"state": met, "starts_at": datetime(2026, 2, 1, 12, tzinfo=UTC)}),
        (cy, "Of Cy?", {"state": met, "direction_id": care, "starts_at": datetime(2026, 3, 1, 12, tzinfo=UTC)}),
        (di, "Of Di?", {"state": met}),
        (bo, "Ahead?", {}),
    ):
        ask(store, meet(store, contact_id, **fields), text)
    here = meet(store, ada, direction_id=care)
    ask(store, here, "Mine?")
    left = store.meetings.left_open(here)
    assert [(found.text, found.contact, found.met_on) for found in left] == [
        ("Of Cy?", "Cy", date(2026, 3, 1)),
        ("Of Bo?", "Bo", date(2026, 2, 1)),
        ("Of Ada?", "Ada", date(2026, 1, 1)),
    ]
    assert store.meetings.left_open(99) == []


def test_what_was_answered_since_is_not_open_and_nothing_stands_twice(store: Store, ada: int) -> None:
    first, second = (
        meet(store, ada, state=MeetingState.MET, starts_at=datetime(2026, month, 1, tzinfo=UTC)) for month in (1, 2)
    )
    ask(store, first, "Same?", question_key="k.one")
    ask(store, second, "Same, said anew?", question_key="k.one")
    ask(store, first, "Own words?")
    ask(store, second, "OWN words?")
    ask(store, first, "Answered later?")
    ask(store, second, "Answered later?", answer="Yes")
    left = store.meetings.left_open(meet(store, ada))
    assert [found.text for found in left] == ["Same, said anew?", "OWN words?"]


def test_the_day_of_an_earlier_meeting_is_the_day_where_it_was_agreed(store: Store, ada: int) -> None:
    earlier = meet(
        store, ada, state=MeetingState.MET, starts_at=datetime(2026, 1, 1, 20, tzinfo=UTC), zone="Pacific/Auckland"
    )
    ask(store, earlier, "Open?")
    assert store.meetings.left_open(meet(store, ada))[0].met_on == date(2026, 1, 2)
