"""Meetings: what lies ahead and behind, the plan and the facts of each, what earlier ones left open."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from desktop.core.contact import Contact, Stage
from desktop.core.meeting import AnswerKind, Meeting, OwnAnswer, Priority, Rescue
from desktop.core.meeting_line import MeetingState, Way
from desktop.core.organisation import ResearchNote, Subject
from desktop.store.store import Store
from tests.store.meeting_changes import ask, meet, stage, update


@pytest.fixture
def ada(store: Store) -> int:
    with store.action("Add"):
        return store.contacts.add(Contact(name="Ada", organisation="Acme"))


CHANGES: dict[str, Any] = {
    "state": MeetingState.CANCELLED,
    "purpose": "How one begins",
    "starts_at": datetime(2026, 12, 1, 9, 30, tzinfo=UTC),
    "zone": "Europe/Rome",
    "minutes": 30,
    "way": Way.PHONE,
    "place": "Café\nby the river",
    "dial_in": "+39 1",
    "remind_to_confirm": False,
    "opening": "I build bridges.",
    "ask_for_notes": "May I write?",
    "asked_back": (OwnAnswer("Why?", "Because", False), OwnAnswer("When?")),
    "rescues": (Rescue("Late", "I call"),),
    "who_else": "Who else?",
    "use_name": "May I?",
    "thanks": "Thank you",
    "bring": ("pen", "paper"),
    "arrive_early": 5,
    "route": "Tram 4",
    "phone_for_day": "+39 2",
    "looked_up": ("website",),
    "page": "review",
    "notes": "She laughed",
    "surprised": "The reports",
    "will_use": "A day there",
    "named": "Ben\nCarla",
    "promised": "The book",
    "their_words": "Assay, not test",
    "feared": "Silence",
    "happened": "None",
    "new_questions": ("Who pays?", "Since when?"),
    "began_at": datetime(2026, 12, 1, 9, 31, tzinfo=UTC),
    "ended_at": datetime(2026, 12, 1, 9, 58, tzinfo=UTC),
    "written_up_at": datetime(2026, 12, 1, 12, 0, tzinfo=UTC),
}


def test_every_field_is_kept_when_added_and_when_changed(store: Store, ada: int) -> None:
    added, changed = meet(store, ada, **CHANGES), meet(store, ada)
    for field, value in CHANGES.items():
        update(store, changed, **{field: value})
    for meeting_id in (added, changed):
        meeting = store.meetings.find(meeting_id)
        assert meeting == Meeting(id=meeting_id, contact_id=ada, created_at=store.clock(), **CHANGES)


def test_a_moment_is_the_same_in_whatever_zone_it_is_given(store: Store, ada: int) -> None:
    from zoneinfo import ZoneInfo

    meeting = meet(store, ada, starts_at=datetime(2026, 12, 1, 9, 30, tzinfo=ZoneInfo("America/New_York")))
    assert store.meetings.find(meeting).starts_at == datetime(2026, 12, 1, 14, 30, tzinfo=UTC)  # type: ignore[union-attr]
    with pytest.raises(ValueError, match="time zone"):
        update(store, meeting, starts_at=datetime(2026, 12, 1, 9, 30))


def test_agreeing_and_meeting_move_the_contact_on(store: Store, ada: int) -> None:
    meeting = meet(store, ada)
    assert stage(store, ada) is Stage.AGREED
    update(store, meeting, state=MeetingState.MET)
    assert stage(store, ada) is Stage.MET
    meet(store, ada)
    assert stage(store, ada) is Stage.MET
    with pytest.raises(KeyError):
        meet(store, 99)


def test_ahead_past_and_next(store: Store, ada: int, clock: Any) -> None:
    def at(hours: float, **fields: Any) -> int:
        return meet(store, ada, starts_at=clock.now + timedelta(hours=hours), minutes=20, **fields)

    later, soon, none = at(50), at(1), meet(store, ada)
    called_off, met = at(2, state=MeetingState.CANCELLED), at(-40, state=MeetingState.MET)
    assert [line.id for line in store.meetings.ahead()] == [none, soon, later]
    assert [line.id for line in store.meetings.past()] == [called_off, met]
    assert [line.id for line in store.meetings.of_contact(ada)] == [later, called_off, soon, met, none]

    def following() -> int | None:
        line = store.meetings.next()
        return line and line.id

    assert following() == soon
    clock.move(hours=1, minutes=19)
    assert following() == soon  # it goes on
    clock.move(minutes=1)
    assert following() == later
    clock.move(days=9)
    assert following() is None


def test_a_line_says_whom_where_and_how_far_the_plan_is(store: Store, ada: int) -> None:
    meeting = meet(store, ada, purpose="To learn", minutes=30, way=Way.VIDEO, zone="Europe/Rome")
    ask(store, meeting, "One?", answer="Yes")
    ask(store, meeting, "Two?")
    (line,) = store.meetings.ahead()
    assert (line.contact, line.organisation, line.purpose, line.minutes) == ("Ada", "Acme", "To learn", 30)
    assert (line.way, line.zone, line.questions, line.answered) == (Way.VIDEO, "Europe/Rome", 2, 1)


def test_what_came_up_by_itself_is_in_no_plan_and_no_count(store: Store, ada: int) -> None:
    meeting = meet(store, ada)
    planned = ask(store, meeting, "Planned?")
    came = ask(store, meeting, "By itself", answer="Yes", unplanned=True)
    assert [question.id for question in store.meetings.questions(meeting)] == [planned]
    assert [question.id for question in store.meetings.unplanned(meeting)] == [came]
    assert [question.id for question in store.meetings.brief_material(meeting).questions] == [planned]
    (line,) = store.meetings.ahead()
    assert (line.questions, line.answered) == (1, 0)


def test_an_answer_keeps_what_it_is_and_whether_it_is_in_confidence(store: Store, ada: int) -> None:
    meeting = meet(store, ada)
    added = ask(store, meeting, "One?", answer_kind=AnswerKind.OPINION, in_confidence=True)
    changed = ask(store, meeting, "Two?")
    with store.action("Mark"):
        store.meetings.update_question(changed, answer_kind=AnswerKind.OPINION, in_confidence=True)
    assert [(each.answer_kind, each.in_confidence) for each in store.meetings.questions(meeting)] == [
        (AnswerKind.OPINION, True)
    ] * 2
    with store.action("Mark"):
        store.meetings.update_question(added, answer_kind=None, in_confidence=False)
    first = store.meetings.questions(meeting)[0]
    assert (first.answer_kind, first.in_confidence) == (None, False)


@pytest.mark.parametrize(
    "written", [{"written_up_at": datetime(2026, 11, 22, tzinfo=UTC)}, {"named": "Ben"}, {"notes": "Well"}]
)
def test_a_line_says_that_enough_is_written(store: Store, ada: int, written: dict[str, Any]) -> None:
    def to_write_up() -> list[bool]:
        return [line.to_write_up for line in store.contacts.lines()]

    meeting = meet(store, ada, state=MeetingState.MET, notes=" \n\t", feared="Silence")
    ask(store, meeting, "One?", answer=" ")
    assert [line.written_up for line in store.meetings.past()] == [False]
    assert to_write_up() == [True]
    update(store, meeting, **written)
    assert [line.written_up for line in store.meetings.past()] == [True]
    assert to_write_up() == [False]


def test_an_answer_is_enough_planned_or_not(store: Store, ada: int) -> None:
    for unplanned in (False, True):
        ask(store, meet(store, ada, state=MeetingState.MET), "One?", answer="Yes", unplanned=unplanned)
    assert [line.written_up for line in store.meetings.past()] == [True, True]


def test_meetings_go_and_come_back_with_themselves_and_their_contact(store: Store, ada: int) -> None:
    meeting = meet(store, ada)
    for hide, show in (
        (lambda: store.meetings.delete(meeting), lambda: store.meetings.restore(meeting)),
        (lambda: store.contacts.delete([ada]), lambda: store.contacts.restore([ada])),
    ):
        with store.action("Hide"):
            hide()
        assert (store.meetings.find(meeting), store.meetings.ahead()) == (None, [])
        with pytest.raises(KeyError):
            store.meetings.brief_material(meeting)
        with store.action("Show"):
            show()
        assert [line.id for line in store.meetings.ahead()] == [meeting]


# -- the plan ---------------------------------------------------------------------------------------------------------


def test_questions_stand_in_the_users_order(store: Store, ada: int) -> None:
    meeting = meet(store, ada)
    one, two, three = (ask(store, meeting, text) for text in ("One?", "Two?", "Three?"))
    with store.action("Order"):
        store.meetings.order_questions([three, one, two])
    ask(store, meeting, "Four?")
    with store.action("Edit"):
        store.meetings.update_question(
            one, text="First?", priority=Priority.MUST, minutes=5, follow_up="And?", answer="So"
        )
        store.meetings.remove_question(two)
    plan = store.meetings.questions(meeting)
    assert [question.text for question in plan] == ["Three?", "First?", "Four?"]
    changed = plan[1]
    assert (changed.priority, changed.minutes, changed.follow_up, changed.answer) == (Priority.MUST, 5, "And?", "So")


def test_facts_are_chosen_once_and_leave_with_their_note(store: Store, ada: int) -> None:
    meeting = meet(store, ada)
    with store.action("Notes"):
        one, two = (store.research.add(ada, ResearchNote(text=text, address=f"https://{text}")) for text in ("a", "b"))
        for note, chosen in ((two, True), (one, True), (two, True)):
            store.meetings.choose_fact(meeting, note, chosen)
    assert [(fact.note_id, fact.text, fact.source) for fact in store.meetings.facts(meeting)] == [
        (two, "b", "https://b"),
        (one, "a", "https://a"),
    ]
    with store.action("Edit"):
        store.meetings.choose_fact(meeting, one, False)
        store.research.update(two, text="B", subject=Subject.INDUSTRY)
    assert [(fact.text, fact.subject) for fact in store.meetings.facts(meeting)] == [("B", Subject.INDUSTRY)]
    with store.action("Delete"):
        store.research.delete(two)
    assert store.meetings.facts(meeting) == []


def test_a_brief_has_all_it_needs(store: Store, ada: int) -> None:
    meeting = meet(store, ada, purpose="To learn")
    ask(store, meeting, "One?")
    with store.action("Set up"):
        store.meetings.choose_fact(meeting, store.research.add(ada, ResearchNote(text="a")), True)
        store.preferences.update_profile(name="Nia")
    material = store.meetings.brief_material(meeting)
    assert (material.meeting.purpose, material.contact.name, material.profile.name) == ("To learn", "Ada", "Nia")
    assert [question.text for question in material.questions] == ["One?"]
    assert [fact.text for fact in material.facts] == ["a"]
    with pytest.raises(KeyError):
        store.meetings.brief_material(99)


# -- left open --------------------------------------------------------------------------------------------------------


def test_how_often_an_entry_was_handed_out_is_kept(store: Store) -> None:
    with store.action("Meeting"):
        meeting = store.meetings.add(Meeting(contact_id=store.contacts.add(Contact(name="Ada"))))
        store.meetings.update(meeting, calendar_sequence=2)
    found = store.meetings.find(meeting)
    assert found is not None
    assert found.calendar_sequence == 2
