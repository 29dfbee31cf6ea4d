"""What is still missing before a meeting, and whether a brief can be made."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from desktop.core.contact import Contact
from desktop.core.meeting import Meeting, MeetingFact, OwnAnswer, PlannedQuestion, PreparationPage, Priority
from desktop.core.meeting_line import Way
from desktop.core.organisation import ResearchNote
from desktop.core.preparing.readiness import Level, Need, Prepared, can_be_printed, missing, wanted_musts
from desktop.core.values import replace

TODAY = date(2026, 11, 22)
READ = ResearchNote(1, text="They run four waterworks.", read_on=TODAY - timedelta(days=10))
STALE = replace(READ, id=2, read_on=TODAY - timedelta(days=91))
READY = Prepared(
    Meeting(
        id=1,
        contact_id=1,
        purpose="Find out what training matters.",
        starts_at=datetime(2026, 11, 26, 9, tzinfo=UTC),
        place="Café by the river",
        opening="I am a lab technician.",
        asked_back=(OwnAnswer("Why leave?", "More time outside."),),
        who_else="Who else?",
        bring=("Pen",),
        phone_for_day="+49 1",
    ),
    Contact(1, "Amara Okafor"),
    tuple(PlannedQuestion(number, 1, text=f"Question {number}?", priority=Priority.MUST) for number in range(5)),
    (READ,),
    (MeetingFact(1, READ.text),),
)


def needs(prepared: Prepared) -> list[Need]:
    return [item.need for item in missing(prepared, TODAY)]


def with_meeting(**fields: Any) -> Prepared:
    return replace(READY, meeting=replace(READY.meeting, **fields))


def test_nothing_is_missing_when_everything_is_there() -> None:
    assert needs(READY) == []


@pytest.mark.parametrize(
    ("prepared", "need"),
    [
        (replace(READY, contact=None), Need.PERSON),
        (replace(READY, contact=Contact(1, " ")), Need.PERSON),
        (with_meeting(purpose=" "), Need.PURPOSE),
        (with_meeting(starts_at=None), Need.TIME),
        (with_meeting(place=""), Need.PLACE),
        (with_meeting(way=Way.PHONE), Need.PHONE_NUMBER),
        (with_meeting(way=Way.VIDEO), Need.VIDEO_ADDRESS),
        (replace(READY, notes=(), facts=()), Need.RESEARCH),
        (replace(READY, notes=(replace(READ, text=" "),), facts=()), Need.RESEARCH),
        (replace(READY, notes=(STALE,), facts=(MeetingFact(2, STALE.text),)), Need.FRESH_RESEARCH),
        (replace(READY, notes=(READ, STALE), facts=(MeetingFact(2, STALE.text),)), Need.FRESH_RESEARCH),
        (replace(READY, facts=()), Need.FACTS),
        (replace(READY, questions=()), Need.QUESTION),
        (replace(READY, questions=READY.questions[:4]), Need.MUSTS),
        (with_meeting(opening=""), Need.OPENING),
        (with_meeting(asked_back=(OwnAnswer("Why leave?"),)), Need.OWN_ANSWERS),
        (with_meeting(who_else=""), Need.WHO_ELSE),
        (with_meeting(bring=()), Need.BRING),
        (with_meeting(phone_for_day=""), Need.PHONE_FOR_DAY),
    ],
)
def test_each_thing_that_is_missing_is_named_once(prepared: Prepared, need: Need) -> None:
    assert needs(prepared) == [need]


def test_a_plan_that_does_not_fit_its_minutes_is_named() -> None:
    longer = tuple(replace(question, minutes=4) for question in READY.questions)
    assert needs(replace(READY, questions=longer)) == [Need.SHORTER_PLAN]


def test_an_old_note_is_no_worry_while_a_fresh_one_is_on_the_brief() -> None:
    assert needs(replace(READY, notes=(READ, STALE))) == []


def test_a_note_of_the_ninetieth_day_is_still_fresh() -> None:
    edge = replace(READ, read_on=TODAY - timedelta(days=90))
    assert needs(replace(READY, notes=(edge,))) == []


def test_an_answer_kept_off_the_brief_may_stay_open() -> None:
    assert needs(with_meeting(asked_back=(OwnAnswer("Why leave?", on_brief=False),))) == []


def test_only_person_and_question_are_needed_for_a_brief() -> None:
    bare = Prepared(Meeting(contact_id=1), Contact(1, "Amara"), READY.questions[:1])
    assert can_be_printed(missing(bare, TODAY))
    assert not can_be_printed(missing(replace(bare, questions=()), TODAY))
    assert not can_be_printed(missing(replace(bare, contact=None), TODAY))


def test_what_is_missing_comes_in_the_order_of_the_pages() -> None:
    found = missing(Prepared(Meeting()), TODAY)
    order = list(PreparationPage)
    assert [order.index(item.page) for item in found] == sorted(order.index(item.page) for item in found)
    assert {item.need for item in found if item.level is Level.NEEDED} == {Need.PERSON, Need.QUESTION}


@pytest.mark.parametrize(("minutes", "musts"), [(20, 5), (60, 5), (10, 2), (5, 1), (1, 1)])
def test_a_shorter_meeting_wants_fewer_musts(minutes: int, musts: int) -> None:
    assert wanted_musts(minutes) == musts
