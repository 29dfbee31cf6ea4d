"""The next steps: never more than three, always the same, nothing that is over shown as ahead."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from desktop.core.contact import ContactLine, Stage
from desktop.core.meeting_line import MeetingLine, MeetingState, Way, is_over
from desktop.core.today.follow_up import FollowUp, FollowUpKind, FollowUpReason
from desktop.core.today.ranking import also_possible, has_purpose_and_questions, next_meeting, next_steps, waiting
from desktop.core.today.values import Awaited, Replied, Step, StepKind, TodayMaterial
from desktop.core.values import replace

NOW = datetime(2026, 11, 24, 14, 0, tzinfo=timezone(timedelta(hours=1)))
BEFORE = {StepKind.PREPARE, StepKind.PRINT_BRIEF}


def meeting(
    number: int,
    hours: float | None,
    state: MeetingState = MeetingState.PLANNED,
    purpose: str = "learn",
    questions: int = 5,
    answered: int = 0,
) -> MeetingLine:
    starts_at = None if hours is None else (NOW + timedelta(hours=hours)).astimezone(UTC)
    name = f"Person {number}"
    return MeetingLine(number, number, name, "", state, starts_at, "", Way.PHONE, 20, purpose, questions, answered)


def person(number: int, name: str, comfort: int | None, stage: Stage = Stage.FOUND) -> ContactLine:
    return ContactLine(number, name, "", "", stage, None, comfort, None, False)


meetings = st.builds(
    meeting,
    st.integers(1, 20),
    st.none() | st.floats(-72, 72) | st.floats(-1500, 1500),
    st.sampled_from(MeetingState),
    st.sampled_from(["", "learn"]),
    st.integers(0, 8),
    st.integers(0, 2),
)
people = st.builds(
    person,
    st.integers(1, 20),
    st.sampled_from(["Ann", "Éva", ""]),
    st.none() | st.integers(1, 5),
    st.sampled_from(Stage),
)
dates = st.dates(date(2026, 10, 1), date(2026, 11, 24))


def awaited(contact: ContactLine, kind: FollowUpKind, due: date) -> Awaited:
    return Awaited(contact, FollowUp(kind, due, FollowUpReason.INTERVAL, kind, due - timedelta(days=9)))


some_people = st.lists(people, max_size=6, unique_by=lambda line: line.id).map(tuple)
some_ids = st.frozensets(st.integers(1, 20))
materials = st.builds(
    TodayMaterial,
    st.lists(meetings, max_size=12, unique_by=lambda line: line.id).map(tuple),
    some_ids,
    some_ids,
    some_people,
    some_ids,
    some_ids,
    st.lists(st.builds(Replied, people, st.none() | dates), max_size=4, unique_by=lambda one: one.contact.id).map(
        tuple
    ),
    st.lists(
        st.builds(awaited, people, st.sampled_from(FollowUpKind), dates),
        max_size=6,
        unique_by=lambda one: one.contact.id,
    ).map(tuple),
    some_people,
)


def kinds(material: TodayMaterial) -> list[tuple[StepKind, int]]:
    return [(step.kind, (step.meeting or step.contact).id) for step in next_steps(material, NOW)]  # type: ignore[union-attr]


@given(materials)
def test_there_are_never_more_than_three_steps_and_each_concerns_something_else(material: TodayMaterial) -> None:
    steps = next_steps(material, NOW)
    assert len(steps) <= 3
    assert len(set(steps)) == len(steps)
    concerned = [step.meeting.id for step in steps if step.meeting]
    assert len(set(concerned)) == len(concerned)
    people = [step.contact.id for step in steps if step.contact]
    assert len(set(people)) == len(people)


@given(materials, st.randoms())
def test_the_order_in_which_things_lie_at_hand_does_not_matter(material: TodayMaterial, random: object) -> None:
    names = ("meetings", "people", "replied", "awaited", "drafts")
    mixed: dict[str, Any] = {name: list(getattr(material, name)) for name in names}
    for values in mixed.values():
        random.shuffle(values)  # type: ignore[attr-defined]
    shuffled: dict[str, Any] = {name: tuple(values) for name, values in mixed.items()}
    again = replace(material, **shuffled)
    assert next_steps(again, NOW) == next_steps(material, NOW)


@given(materials)
def test_nothing_that_is_over_or_called_off_is_shown_as_ahead_nor_anything_ahead_as_over(
    material: TodayMaterial,
) -> None:
    for step in next_steps(material, NOW):
        if step.meeting is None:
            assert step.contact is not None
            continue
        assert step.meeting.state is not MeetingState.CANCELLED
        if step.kind in (*BEFORE, StepKind.CONFIRM):
            assert step.meeting.state is MeetingState.PLANNED
            assert not is_over(step.meeting, NOW)
        elif step.kind is StepKind.SAY_WHETHER:
            assert step.meeting.state is MeetingState.PLANNED
            assert is_over(step.meeting, NOW)
        else:
            assert step.meeting.state is MeetingState.MET


@given(materials)
def test_at_most_one_brief_is_a_step_and_it_is_that_of_the_next_meeting(material: TodayMaterial) -> None:
    briefs = [step.meeting for step in next_steps(material, NOW) if step.kind in BEFORE]
    upcoming = next_meeting(material, NOW)
    assert len(briefs) <= 1
    if upcoming is not None:
        assert briefs in ([], [upcoming])


@given(materials, st.floats(0, 1500))
def test_where_anything_waits_or_lies_ahead_within_reach_there_is_a_step(material: TodayMaterial, hours: float) -> None:
    ahead = replace(material, meetings=(*material.meetings, meeting(21, hours)))
    assert next_meeting(ahead, NOW) is not None
    assert next_steps(ahead, NOW)
    assert next_steps(replace(material, people=(*material.people, person(21, "Ann", None))), NOW)


def test_with_nothing_at_hand_there_is_no_step() -> None:
    assert next_steps(TodayMaterial(), NOW) == ()


def test_a_meeting_about_to_begin_comes_before_everything_else() -> None:
    material = TodayMaterial((meeting(1, -3, MeetingState.MET), meeting(2, 1.5)))
    assert kinds(material) == [(StepKind.PRINT_BRIEF, 2), (StepKind.WRITE_UP, 1)]


def test_a_meeting_under_way_is_still_the_next_one() -> None:
    assert kinds(TodayMaterial((meeting(1, -0.2),))) == [(StepKind.PRINT_BRIEF, 1)]


def test_todays_meetings_are_written_up_before_tomorrows_is_prepared_and_earlier_ones_come_after() -> None:
    material = TodayMaterial(
        (
            meeting(1, 20, purpose=""),
            meeting(2, -2),
            meeting(3, -30, MeetingState.MET),
            meeting(4, -60, MeetingState.MET),
        )
    )
    assert kinds(material) == [(StepKind.SAY_WHETHER, 2), (StepKind.PREPARE, 1), (StepKind.WRITE_UP, 3)]


def test_only_one_meeting_of_earlier_days_is_a_step_so_that_the_next_one_is_not_hidden() -> None:
    old = tuple(meeting(number, -24 * number, MeetingState.MET) for number in range(2, 7))
    assert kinds(TodayMaterial((*old, meeting(1, 100)))) == [(StepKind.WRITE_UP, 2), (StepKind.PRINT_BRIEF, 1)]


def test_what_lies_more_than_thirty_days_back_is_no_step_but_still_waits() -> None:
    material = TodayMaterial((meeting(1, -24 * 31, MeetingState.MET),))
    assert kinds(material) == []
    assert [line.id for line in waiting(material, NOW)] == [1]


def test_today_is_the_users_day_not_that_of_utc() -> None:
    late = datetime(2026, 11, 25, 0, 30, tzinfo=NOW.tzinfo)  # still the 24th in UTC
    line = meeting(1, 10.1, MeetingState.MET)  # began at 00:06 by the user's clock
    steps = next_steps(TodayMaterial((line, meeting(2, 30, purpose=""))), late)
    assert [step.kind for step in steps] == [StepKind.WRITE_UP, StepKind.PREPARE]


def test_a_meeting_with_answers_or_notes_waits_no_more() -> None:
    material = TodayMaterial(
        (
            meeting(1, -30, MeetingState.MET, answered=1),
            meeting(2, -40, MeetingState.MET),
            meeting(3, -50, MeetingState.MET),
        ),
        noted=frozenset({2}),
    )
    assert [line.id for line in waiting(material, NOW)] == [3]


def test_meetings_that_took_place_without_a_time_wait_at_the_end() -> None:
    material = TodayMaterial((meeting(1, None, MeetingState.MET), meeting(2, -900, MeetingState.MET), meeting(3, -2)))
    assert [line.id for line in waiting(material, NOW)] == [3, 2, 1]


def test_a_meeting_without_a_time_is_prepared_only_where_no_other_lies_ahead() -> None:
    assert kinds(TodayMaterial((meeting(2, None), meeting(1, None)))) == [(StepKind.PRINT_BRIEF, 1)]
    assert kinds(TodayMaterial((meeting(1, None, questions=0),))) == [(StepKind.PREPARE, 1)]
    assert kinds(TodayMaterial((meeting(1, None), meeting(2, 300)))) == [(StepKind.PRINT_BRIEF, 2)]


def test_learning_is_kept_from_a_meeting_written_up_within_fourteen_days_that_has_no_entry() -> None:
    met = (
        meeting(1, -24 * 3, MeetingState.MET, answered=2),
        meeting(2, -24 * 5, MeetingState.MET, answered=2),
        meeting(3, -24 * 15, MeetingState.MET, answered=2),
    )
    assert kinds(TodayMaterial(met)) == [(StepKind.KEEP_LEARNING, 1)]
    assert kinds(TodayMaterial(met, learned=frozenset({1}))) == [(StepKind.KEEP_LEARNING, 2)]
    assert kinds(TodayMaterial(met, learned=frozenset({1, 2}))) == []


def test_the_one_to_begin_with_is_the_easiest_of_those_found() -> None:
    people = (
        person(1, "Zoë", None),
        person(2, "Bo", 4),
        person(3, "Cy", 2),
        person(4, "Al", 2),
        person(5, "Di", 1, Stage.MET),
    )
    assert kinds(TodayMaterial(people=people)) == [(StepKind.BEGIN_WITH, 4)]
    assert kinds(TodayMaterial(people=people[:2])) == [(StepKind.BEGIN_WITH, 1)]


def test_a_brief_is_worth_printing_with_a_purpose_and_a_question() -> None:
    assert has_purpose_and_questions(meeting(1, 1))
    assert not has_purpose_and_questions(meeting(1, 1, purpose=" "))
    assert not has_purpose_and_questions(meeting(1, 1, questions=0))


@given(materials)
def test_of_those_written_to_only_what_is_due_is_a_step_and_one_at_a_time(material: TodayMaterial) -> None:
    due = {StepKind.NUDGE: FollowUpKind.NUDGE, StepKind.COME_BACK: FollowUpKind.COME_BACK}
    shown = [step for step in next_steps(material, NOW) if step.kind in due]
    assert len(shown) <= 1
    for step in shown:
        assert step.follow_up is not None
        assert step.follow_up.kind is due[step.kind]
        everyone = [one.follow_up.due for one in material.awaited if one.follow_up.kind in due.values()]
        assert step.follow_up.due <= min(everyone)


@given(materials, st.integers(23 * 60, 49 * 60), st.booleans())
def test_a_meeting_is_confirmed_only_between_two_days_and_one_day_ahead_and_only_once(
    material: TodayMaterial, minutes: int, confirmed: bool
) -> None:
    ahead = meeting(21, minutes / 60)
    unconfirmed = material.unconfirmed if confirmed else material.unconfirmed | {ahead.id}
    material = replace(material, meetings=(*material.meetings, ahead), unconfirmed=unconfirmed)
    steps = (*next_steps(material, NOW), *also_possible(material, NOW))
    within = 24 * 60 < minutes <= 48 * 60
    assert (Step(StepKind.CONFIRM, ahead) in steps) is (within and not confirmed)
    for step in steps:
        if step.kind is StepKind.CONFIRM:
            assert step.meeting is not None
            assert step.meeting.starts_at is not None
            assert step.meeting.id in material.unconfirmed
            assert timedelta(hours=24) < step.meeting.starts_at - NOW <= timedelta(hours=48)


@given(materials, st.sampled_from(MeetingState), st.integers(-300, -2), st.booleans())
def test_only_meetings_that_took_place_and_were_not_thanked_for_are_thanked_for(
    material: TodayMaterial, state: MeetingState, hours: int, thanked: bool
) -> None:
    over = meeting(21, hours, state)
    unthanked = material.unthanked if thanked else material.unthanked | {over.id}
    material = replace(material, meetings=(*material.meetings, over), unthanked=unthanked)
    steps = (*next_steps(material, NOW), *also_possible(material, NOW))
    assert (Step(StepKind.THANK, over) in steps) is (state is MeetingState.MET and not thanked)
    for step in steps:
        if step.kind is StepKind.THANK:
            assert step.meeting is not None
            assert step.meeting.state is MeetingState.MET
            assert step.meeting.id in material.unthanked


def test_confirming_comes_in_place_of_preparing_and_gives_way_to_it_when_done() -> None:
    line = meeting(1, 30)
    assert kinds(TodayMaterial((line,), unconfirmed=frozenset({1}))) == [(StepKind.CONFIRM, 1)]
    assert kinds(TodayMaterial((line,))) == [(StepKind.PRINT_BRIEF, 1)]
    assert kinds(TodayMaterial((meeting(1, 20),), unconfirmed=frozenset({1}))) == [(StepKind.PRINT_BRIEF, 1)]
    assert kinds(TodayMaterial((meeting(1, 50),), unconfirmed=frozenset({1}))) == [(StepKind.PRINT_BRIEF, 1)]


def test_todays_meeting_is_written_up_before_the_thanks_and_an_earlier_one_thanked_for_first() -> None:
    unthanked = frozenset({1})
    assert kinds(TodayMaterial((meeting(1, -3, MeetingState.MET),), unthanked=unthanked)) == [(StepKind.WRITE_UP, 1)]
    written_up = meeting(1, -3, MeetingState.MET, answered=2)
    assert kinds(TodayMaterial((written_up,), unthanked=unthanked)) == [(StepKind.THANK, 1)]
    assert kinds(TodayMaterial((meeting(1, -20, MeetingState.MET),), unthanked=unthanked)) == [(StepKind.THANK, 1)]
    assert StepKind.THANK not in [
        kind for kind, _ in kinds(TodayMaterial((meeting(1, -24 * 15, MeetingState.MET),), unthanked=unthanked))
    ]


def test_whoever_answered_waits_before_whoever_is_nudged_and_a_half_written_request_comes_after() -> None:
    material = TodayMaterial(
        replied=(Replied(person(1, "Ann", None), date(2026, 11, 20)), Replied(person(2, "Bo", 1), date(2026, 11, 21))),
        awaited=(awaited(person(3, "Cy", 1), FollowUpKind.NUDGE, date(2026, 11, 1)),),
        drafts=(person(4, "Di", 1),),
    )
    assert kinds(material) == [(StepKind.AGREE_TIME, 1), (StepKind.AGREE_TIME, 2), (StepKind.NUDGE, 3)]
    assert kinds(replace(material, replied=())) == [(StepKind.NUDGE, 3), (StepKind.FINISH_REQUEST, 4)]


def test_another_person_to_write_to_is_named_once() -> None:
    waited = awaited(person(3, "Cy", 1, Stage.WRITTEN_TO), FollowUpKind.TRY_ANOTHER, date(2026, 11, 20))
    material = TodayMaterial(people=(person(1, "Ann", 2), person(2, "Bo", 4)), awaited=(waited,))
    (step,) = next_steps(material, NOW)
    assert step.kind is StepKind.TRY_ANOTHER
    assert step.other is not None
    assert step.other.id == 1
    (alone,) = next_steps(TodayMaterial(awaited=(waited,)), NOW)
    assert alone.other is None


def test_nobody_who_is_put_off_is_named_as_another_person_to_write_to() -> None:
    waited = awaited(person(3, "Cy", 1, Stage.WRITTEN_TO), FollowUpKind.TRY_ANOTHER, date(2026, 11, 20))
    material = TodayMaterial(people=(person(1, "Ann", 1), person(2, "Bo", 2)), awaited=(waited,))
    for put_off, named in (((), 1), (("begin_with:1",), 2), (("begin_with:1", "begin_with:2"), None)):
        step = next_steps(replace(material, put_off=frozenset(put_off)), NOW)[0]
        assert step.kind is StepKind.TRY_ANOTHER
        assert (step.other.id if step.other else None) == named


def test_whoever_is_only_waited_for_is_no_step() -> None:
    waits = tuple(
        awaited(person(number, "Ann", 1), kind, date(2026, 11, 20))
        for number, kind in enumerate((FollowUpKind.WAIT, FollowUpKind.CLOSE))
    )
    assert next_steps(TodayMaterial(awaited=waits), NOW) == ()


def test_an_answer_of_more_than_thirty_days_ago_is_not_brought_up_any_more() -> None:
    assert next_steps(TodayMaterial(replied=(Replied(person(1, "Ann", 1), date(2026, 10, 24)),)), NOW) == ()
    assert len(next_steps(TodayMaterial(replied=(Replied(person(1, "Ann", 1), date(2026, 10, 25)),)), NOW)) == 1


def test_thanks_for_an_earlier_meeting_are_not_hidden_by_one_to_write_up() -> None:
    just_over = meeting(1, -2, MeetingState.MET)
    earlier = meeting(2, -20, MeetingState.MET)
    material = TodayMaterial(meetings=(just_over, earlier), noted=frozenset({2}), unthanked=frozenset({1, 2}))
    kinds = [(step.kind, step.meeting.id) for step in next_steps(material, NOW) if step.meeting]
    assert kinds[:2] == [(StepKind.WRITE_UP, 1), (StepKind.THANK, 2)]
