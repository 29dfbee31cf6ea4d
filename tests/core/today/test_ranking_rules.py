"""The rules of Today under a clock that is set: what meetings leave to do, what is put off, quiet days, summer time."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.contact import ContactLine, Stage
from desktop.core.keep_in_touch_group import KeepInTouchRule
from desktop.core.meeting_line import MeetingLine, MeetingState, Way
from desktop.core.today.after_meeting import InTouch, Introduction, Owed, OwedReport, PersonRef, ToTry
from desktop.core.today.follow_up import FollowUp, FollowUpKind, FollowUpReason
from desktop.core.today.ranking import also_possible, is_quiet_day, next_steps, room_for, still_put_off
from desktop.core.today.values import Awaited, Rank, Replied, Step, StepKind, TodayMaterial
from desktop.core.values import replace

BERLIN = ZoneInfo("Europe/Berlin")
# Clocks go forward on 29 March 2026 and back on 25 October 2026.
moments = st.datetimes(datetime(2026, 3, 1), datetime(2026, 11, 30)).map(lambda each: each.replace(tzinfo=BERLIN))
NOW = datetime(2026, 10, 26, 9, 0, tzinfo=BERLIN)
TODAY = NOW.date()


def days(before: int, after: int = 0) -> st.SearchStrategy[date]:
    return st.dates(TODAY - timedelta(days=before), TODAY + timedelta(days=after))


def line(number: int, hours: float | None, state: MeetingState, purpose: str, questions: int) -> MeetingLine:
    starts_at = None if hours is None else NOW.astimezone(UTC) + timedelta(hours=hours)
    return MeetingLine(number, number, f"P{number}", "", state, starts_at, "", Way.PHONE, 20, purpose, questions, 0)


ids = st.integers(1, 9)
someone = st.builds(PersonRef, ids, st.just("Ann"), st.sampled_from(Stage))
people = st.builds(
    lambda number, stage, comfort: ContactLine(number, f"P{number}", "", "", stage, None, comfort, None, False),
    ids,
    st.sampled_from(Stage),
    st.none() | st.integers(1, 5),
)
lines = st.builds(
    line,
    ids,
    st.none() | st.floats(-400, 400, allow_nan=False),
    st.sampled_from(MeetingState),
    st.sampled_from(["", "x"]),
    st.integers(0, 2),
)
reports = st.builds(
    OwedReport,
    someone,
    days(70, 3),
    st.none() | someone,
    st.integers(0, 3),
    ids,
    st.just("Water"),
    st.none() | days(70),
).filter(lambda each: (each.about is None) is (each.links == 0))
promises = st.builds(
    Owed, ids, someone, st.booleans(), st.just("a link"), st.none() | days(20, 20), st.none() | days(20)
)
introductions = st.builds(Introduction, someone, someone, days(70), st.none() | days(70))
rules = st.builds(KeepInTouchRule, st.integers(1, 120), st.integers(1, 240))
in_touch = st.builds(InTouch, someone, days(300), rules, st.booleans())
tries = st.builds(ToTry, ids, st.just("ask twice"), days(20, 20))
follow_ups = st.builds(
    lambda kind, due: FollowUp(kind, due, FollowUpReason.INTERVAL, kind, due - timedelta(days=9)),
    st.sampled_from(FollowUpKind),
    days(30),
)


def some(of: st.SearchStrategy[object], key: object = None) -> st.SearchStrategy[tuple[object, ...]]:
    unique = {"unique_by": key} if key else {}
    return st.lists(of, max_size=5, **unique).map(tuple)  # type: ignore[arg-type]


materials: st.SearchStrategy[TodayMaterial] = st.builds(
    TodayMaterial,
    meetings=some(lines, lambda each: each.id),
    noted=st.frozensets(ids),
    learned=st.frozensets(ids),
    people=some(people, lambda each: each.id),
    unconfirmed=st.frozensets(ids),
    unthanked=st.frozensets(ids),
    replied=some(st.builds(Replied, people, st.none() | days(40)), lambda each: each.contact.id),
    awaited=some(st.builds(Awaited, people, follow_ups), lambda each: each.contact.id),
    drafts=some(people, lambda each: each.id),
    reports=some(reports, lambda each: each.occasion),
    owed=some(promises, lambda each: each.id),
    introductions=some(introductions, lambda each: each.contact.id),
    in_touch=some(in_touch, lambda each: each.contact.id),
    to_try=some(tries, lambda each: each.entry_id),
    quiet_wanted=st.booleans(),
)


def everything(material: TodayMaterial) -> tuple[Step, ...]:
    return (*next_steps(material, NOW), *also_possible(material, NOW))


@given(materials)
def test_there_are_three_at_most_and_nothing_is_shown_twice(material: TodayMaterial) -> None:
    shown = next_steps(material, NOW)
    assert len(shown) <= 3
    keys = [step.key for step in everything(material)]
    assert len(set(keys)) == len(keys)
    people = [step.contact_id for step in shown if step.meeting is None and step.contact_id]
    assert len(set(people)) == len(people)


@given(materials, st.randoms())
def test_the_order_in_which_facts_lie_at_hand_does_not_matter(material: TodayMaterial, random: object) -> None:
    mixed = {}
    for name in ("meetings", "people", "replied", "awaited", "drafts", "reports", "owed", "introductions", "in_touch"):
        values = list(getattr(material, name))
        random.shuffle(values)  # type: ignore[attr-defined]
        mixed[name] = tuple(values)
    again = replace(material, **mixed)
    assert next_steps(again, NOW) == next_steps(material, NOW)
    assert also_possible(again, NOW) == also_possible(material, NOW)


@given(materials)
def test_a_step_stays_where_it_is_when_one_behind_it_goes(material: TodayMaterial) -> None:
    shown = next_steps(replace(material, quiet_wanted=False), NOW)
    if len(shown) > 1:
        gone = replace(material, quiet_wanted=False, put_off=frozenset({shown[-1].key}))
        assert next_steps(gone, NOW)[: len(shown) - 1] == shown[:-1]


@given(materials, st.data())
def test_nothing_that_is_put_off_comes_before_its_day_and_everything_comes_back_on_it(
    material: TodayMaterial, data: st.DataObject
) -> None:
    steps = everything(material)
    if not steps:
        return
    step = data.draw(st.sampled_from(steps))
    until = data.draw(st.none() | days(-1, 30).filter(lambda day: day > TODAY))
    put_off = [(step.key, until)]
    without = replace(material, put_off=still_put_off(put_off, TODAY))
    assert step.key not in {each.key for each in everything(without)}
    if until is not None:
        assert still_put_off(put_off, until - timedelta(days=1)) == {step.key}
        assert still_put_off(put_off, until) == frozenset()


@given(materials, st.sampled_from(Rank))
def test_what_is_not_looked_for_could_not_have_been_shown(material: TodayMaterial, rank: Rank) -> None:
    if not room_for(replace(material, awaited=()), NOW, Rank.WRITTEN_TO):
        assert next_steps(replace(material, awaited=()), NOW) == next_steps(material, NOW)
    if room_for(material, NOW, rank):
        assert all(room_for(material, NOW, earlier) for earlier in Rank if earlier < rank)


@given(materials, st.integers(-400, -2), st.booleans())
def test_thanks_are_never_a_step_once_they_are_sent(material: TodayMaterial, hours: int, sent: bool) -> None:
    met = line(10, hours, MeetingState.MET, "x", 1)
    unthanked = material.unthanked if sent else material.unthanked | {met.id}
    thanks = []
    for step in everything(replace(material, meetings=(met, *material.meetings), unthanked=unthanked)):
        if step.kind is StepKind.THANK:
            assert step.meeting is not None
            assert step.meeting.id in unthanked
            thanks.append(step.meeting.id)
    assert met.starts_at is not None
    days_ago = (TODAY - met.starts_at.astimezone(BERLIN).date()).days
    assert (met.id in thanks) is (not sent and days_ago <= 14)


@given(someone, days(70, 3), someone, st.integers(1, 3), st.none() | days(70))
def test_a_referrer_is_told_exactly_if_the_person_was_met_and_nobody_told_them_since(
    to: PersonRef, met: date, about: PersonRef, links: int, told: date | None
) -> None:
    report = OwedReport(to, met, about, links, told_on=told)
    shown = bool(everything(TodayMaterial(reports=(report,))))
    alone = to.stage in (Stage.RESTING, Stage.DECLINED)
    within = timedelta() <= TODAY - met <= timedelta(days=60)
    assert shown is (within and not alone and to.id != about.id and (told is None or told < met))


@given(someone, days(200), rules, st.booleans())
def test_keeping_in_touch_is_never_suggested_before_the_ideal_day_nor_to_whoever_rests(
    who: PersonRef, last: date, rule: KeepInTouchRule, grouped: bool
) -> None:
    material = TodayMaterial(in_touch=(InTouch(who, last, rule, grouped),))
    ideal, latest = rule.days
    gone_by = (TODAY - last).days
    met = who.stage in (Stage.MET, Stage.THANKED, Stage.IN_TOUCH) or (grouped and who.stage is Stage.FOUND)
    assert bool(next_steps(material, NOW)) is (met and gone_by >= latest)
    assert bool(everything(material)) is (met and gone_by >= ideal)


@given(
    someone | st.just(PersonRef(1, "Ann")),
    someone,
    st.integers(5, 12) | st.integers(0, 70),
    st.none() | st.integers(-5, 70),
)
def test_an_introduction_is_checked_in_on_after_seven_days_and_before_other_things_after_ten(
    who: PersonRef, by: PersonRef, gone_by: int, checked: int | None
) -> None:
    since = TODAY - timedelta(days=gone_by)
    checked_on = None if checked is None else since + timedelta(days=checked)
    material = TodayMaterial(introductions=(Introduction(who, by, since, checked_on),))
    open_ = who.stage is Stage.FOUND and by.stage not in (Stage.RESTING, Stage.DECLINED)
    asked = checked is not None and checked > 0
    assert bool(next_steps(material, NOW)) is (open_ and not asked and 7 <= gone_by <= 60)
    draft = ContactLine(50, "Zoe", "", "", Stage.FOUND, None, 1, None, False)
    both = [step.kind for step in next_steps(replace(material, drafts=(draft,)), NOW)]
    if len(both) == 2:
        assert both.index(StepKind.CHECK_IN) == (0 if gone_by >= 10 else 1)


@given(promises)
def test_promises_of_mine_come_the_day_before_and_theirs_are_asked_for_once_after_their_day(owed: Owed) -> None:
    kinds = [step.kind for step in next_steps(TodayMaterial(owed=(owed,)), NOW)]
    if owed.mine:
        due = owed.due_on is not None and owed.due_on <= TODAY + timedelta(days=1)
        assert kinds == ([StepKind.KEEP_PROMISE] if due else [])
        assert bool(everything(TodayMaterial(owed=(owed,)))) is (due or owed.due_on is None)
    else:
        passed = owed.due_on is not None and owed.due_on < TODAY
        asked = passed and owed.asked_on is not None and owed.due_on is not None and owed.asked_on > owed.due_on
        alone = owed.contact.stage in (Stage.RESTING, Stage.DECLINED)
        assert kinds == ([StepKind.ASK_FOR_PROMISED] if passed and not asked and not alone else [])


@given(tries)
def test_what_was_to_be_tried_comes_back_on_its_day(to_try: ToTry) -> None:
    assert bool(next_steps(TodayMaterial(to_try=(to_try,)), NOW)) is (to_try.on <= TODAY)


def with_meetings(material: TodayMaterial, *more: MeetingLine) -> TodayMaterial:
    """With these instead of those of the same number."""
    numbers = {each.id for each in more}
    return replace(material, meetings=(*more, *(each for each in material.meetings if each.id not in numbers)))


# Yesterday began 34 hours ago, for it had 25 hours, and ended nine hours ago.
yesterdays = st.builds(
    line,
    ids,
    st.integers(-34 * 60, -9 * 60 - 1).map(lambda minutes: minutes / 60),
    st.sampled_from(MeetingState),
    st.just("x"),
    st.integers(0, 2),
)
soon = st.builds(
    line,
    st.just(10),
    st.floats(23, 26) | st.floats(0, 40),
    st.just(MeetingState.PLANNED),
    st.just("x"),
    st.integers(0, 2),
)
quiet_hands = st.builds(
    lambda material, yesterday, ahead: replace(with_meetings(material, yesterday, *ahead), quiet_wanted=True),
    materials,
    yesterdays.filter(lambda each: each.state is not MeetingState.CANCELLED),
    st.lists(soon, min_size=1, max_size=1) | st.just([]),
)


@given(materials, yesterdays, st.booleans())
def test_a_day_is_quiet_if_that_is_wanted_and_a_meeting_took_place_on_the_day_before(
    material: TodayMaterial, yesterday: MeetingLine, met: bool
) -> None:
    material = with_meetings(material, yesterday) if met else material
    took_place = [
        each
        for each in material.meetings
        if each.starts_at is not None
        and each.state is not MeetingState.CANCELLED
        and each.starts_at.astimezone(BERLIN).date() == TODAY - timedelta(days=1)
    ]
    assert is_quiet_day(material, NOW) is (material.quiet_wanted and bool(took_place))


@given(quiet_hands)
def test_on_a_quiet_day_only_a_meeting_within_a_day_and_the_thanks_are_shown(material: TodayMaterial) -> None:
    assert is_quiet_day(material, NOW)
    usual = everything(replace(material, quiet_wanted=False))
    ahead = [
        step
        for step in usual
        if step.kind in (StepKind.PREPARE, StepKind.PRINT_BRIEF)
        and step.meeting is not None
        and step.meeting.starts_at is not None
        and step.meeting.starts_at - NOW.astimezone(UTC) <= timedelta(hours=24)
    ]
    thanks = [step for step in usual if step.kind is StepKind.THANK]
    latest = max(thanks, key=lambda step: (step.meeting.starts_at, step.meeting.id), default=None)  # type: ignore[union-attr]
    assert next_steps(material, NOW) == (*ahead[:1], *filter(None, [latest]))
    assert {step.key for step in everything(material)} == {step.key for step in usual}  # the rest is one click away


@given(moments, st.integers(1, 4000))
def test_two_hours_are_two_hours_also_when_the_clocks_change(now: datetime, minutes: int) -> None:
    starts_at = now.astimezone(UTC) + timedelta(minutes=minutes)
    for each in (starts_at, starts_at.astimezone(BERLIN)):
        ahead = replace(line(1, 1, MeetingState.PLANNED, "x", 1), starts_at=each)
        over = replace(line(2, 1, MeetingState.MET, "x", 1), starts_at=now.astimezone(UTC) - timedelta(hours=3))
        material = TodayMaterial(meetings=(ahead, over), put_off=frozenset({"confirm:1"}))
        first = next_steps(material, now)[0]
        same_day = over.starts_at is not None and over.starts_at.astimezone(BERLIN).date() == now.date()
        if minutes <= 120:
            assert first.kind is StepKind.PRINT_BRIEF
        elif same_day:
            assert first.kind is StepKind.WRITE_UP


@pytest.mark.parametrize(("hour", "asked"), [(9, False), (10, True)])
def test_a_meeting_is_confirmed_48_hours_ahead_whatever_the_clocks_do(hour: int, asked: bool) -> None:
    starts_at = datetime(2026, 10, 26, 9, 0, tzinfo=BERLIN)  # clocks went back the night before
    now = datetime.combine(date(2026, 10, 24), time(hour), BERLIN)
    ahead = replace(line(1, 1, MeetingState.PLANNED, "x", 1), starts_at=starts_at)
    steps = next_steps(TodayMaterial(meetings=(ahead,), unconfirmed=frozenset({1})), now)
    assert (steps[0].kind is StepKind.CONFIRM) is asked


def test_the_ranking_is_as_it_is_written() -> None:
    ann, bo, cy, di, ed, flo = (PersonRef(number, name, Stage.MET) for number, name in enumerate("ABCDEF", 1))
    week = TODAY - timedelta(days=8)
    material = TodayMaterial(
        reports=(
            OwedReport(ann, week, bo, 1),
            OwedReport(cy, week, bo, 2),
            OwedReport(di, week, direction_id=1, direction="Water"),
        ),
        owed=(Owed(1, ed, True, "x", TODAY), Owed(2, flo, False, "y", week), Owed(3, bo, True, "z")),
        in_touch=(InTouch(PersonRef(7, "G", Stage.MET), TODAY - timedelta(days=180)),),
        to_try=(ToTry(1, "listen", TODAY),),
        introductions=(Introduction(PersonRef(8, "H"), PersonRef(9, "I"), TODAY - timedelta(days=10)),),
    )
    assert [(step.kind, step.contact_id) for step in everything(material)] == [
        (StepKind.KEEP_PROMISE, 5),
        (StepKind.TELL_REFERRER, 1),
        (StepKind.CHECK_IN, 9),
        (StepKind.ASK_FOR_PROMISED, 6),
        (StepKind.KEEP_IN_TOUCH, 7),
        (StepKind.SEE_WHAT_CAME, 0),
        (StepKind.TELL_DECISION, 4),
        (StepKind.TELL_REFERRER, 3),
        (StepKind.KEEP_PROMISE, 2),
    ]
