"""The flow of the interview-prep wizard, walked through without a window."""

from datetime import UTC, date, datetime

import pytest

from desktop.core.contact import Contact
from desktop.core.meeting import (
    Meeting,
    MeetingFact,
    OwnAnswer,
    PlannedQuestion,
    PreparationPage,
    Priority,
    Rescue,
    be_there_at,
)
from desktop.core.meeting_line import Way, confirm_between
from desktop.core.organisation import ResearchNote
from desktop.core.preparing.preparation import Logistics, Preparation
from desktop.core.preparing.readiness import Prepared, missing
from desktop.core.preparing.wizard import PAGES, next_page, page_before, page_states, resume_at, with_way
from desktop.core.values import replace
from desktop.core.zones import clock_at, moment_at

TODAY = date(2026, 11, 22)
PREPARATION = Preparation(
    checklist=(),
    opening_with_profile="I am {name}, {headline}.",
    opening_plain="I am looking around.",
    ask_for_notes="May I take notes?",
    who_else="Who else?",
    use_name="May I use your name?",
    thanks="Thank you.",
    asked_back=(),
    rescues=(Rescue("Late", "Sorry."),),
    logistics={
        Way.FACE_TO_FACE: Logistics(("Pen", "Ticket"), 10),
        Way.PHONE: Logistics(("Pen", "Charged phone"), 5),
        Way.VIDEO: Logistics(("Pen", "Camera"), 8),
    },
)


def done(prepared: Prepared) -> list[PreparationPage]:
    return [state.page for state in page_states(missing(prepared, TODAY)) if state.done]


def test_next_goes_through_all_seven_pages_and_back_through_them_again() -> None:
    walked = [PreparationPage.PURPOSE]
    while (page := next_page(walked[-1])) is not None:
        walked.append(page)
    assert walked == list(PAGES)
    assert len(walked) == 7
    back = [walked[-1]]
    while (page := page_before(back[-1])) is not None:
        back.append(page)
    assert back == walked[::-1]


def test_each_page_is_done_once_its_own_fields_are_given_and_the_review_at_last() -> None:
    prepared = Prepared(Meeting(id=1))
    assert done(prepared) == []

    meeting = replace(prepared.meeting, contact_id=1, purpose="Learn about training.")
    prepared = replace(prepared, meeting=meeting, contact=Contact(1, "Amara"))
    assert done(prepared) == [PreparationPage.PURPOSE]

    meeting = replace(meeting, starts_at=datetime(2026, 11, 26, 9, tzinfo=UTC), way=Way.PHONE, dial_in="+49 1")
    prepared = replace(prepared, meeting=meeting)
    assert done(prepared) == [PreparationPage.PURPOSE, PreparationPage.TIME]

    prepared = replace(
        prepared, notes=(ResearchNote(1, text="Four plants.", read_on=TODAY),), facts=(MeetingFact(1, "…"),)
    )
    assert done(prepared) == [PreparationPage.PURPOSE, PreparationPage.TIME, PreparationPage.RESEARCH]

    asked = tuple(PlannedQuestion(number, 1, text="How?", priority=Priority.MUST) for number in range(5))
    prepared = replace(prepared, questions=asked)
    assert done(prepared) == [
        PreparationPage.PURPOSE,
        PreparationPage.TIME,
        PreparationPage.RESEARCH,
        PreparationPage.QUESTIONS,
    ]

    meeting = replace(meeting, opening="I am …", asked_back=(OwnAnswer("Why?", "Because."),), who_else="Who else?")
    prepared = replace(prepared, meeting=meeting)
    assert done(prepared) == [
        PreparationPage.PURPOSE,
        PreparationPage.TIME,
        PreparationPage.RESEARCH,
        PreparationPage.QUESTIONS,
        PreparationPage.OPENING,
    ]

    prepared = replace(prepared, meeting=replace(meeting, bring=("Pen",), phone_for_day="+49 1"))
    assert done(prepared) == list(PAGES)


def test_pages_may_be_done_in_any_order() -> None:
    last_first = Prepared(Meeting(bring=("Pen",), phone_for_day="+49 1"))
    assert done(last_first) == [PreparationPage.LOGISTICS]


def test_the_review_holds_whatever_any_page_lacks() -> None:
    found = missing(Prepared(Meeting()), TODAY)
    states = {state.page: state for state in page_states(found)}
    assert states[PreparationPage.REVIEW].missing == found
    assert {item.page for item in states[PreparationPage.TIME].missing} == {PreparationPage.TIME}


@pytest.mark.parametrize("page", PAGES)
def test_the_wizard_resumes_at_the_page_it_was_left(page: PreparationPage) -> None:
    assert resume_at(Meeting(page=str(page))) is page


@pytest.mark.parametrize("key", ["", "a page of a later version"])
def test_without_a_known_page_it_begins_at_the_first(key: str) -> None:
    assert resume_at(Meeting(page=key)) is PreparationPage.PURPOSE


def test_another_way_brings_its_own_list_and_minutes() -> None:
    meeting = Meeting(bring=("Pen", "Ticket"), arrive_early=10)
    by_phone = with_way(meeting, Way.PHONE, PREPARATION)
    assert (by_phone.way, by_phone.bring, by_phone.arrive_early) == (Way.PHONE, ("Pen", "Charged phone"), 5)
    assert with_way(by_phone, Way.FACE_TO_FACE, PREPARATION) == meeting


def test_another_way_leaves_what_the_user_changed() -> None:
    meeting = Meeting(bring=("Pen", "Flowers"), arrive_early=15)
    by_video = with_way(meeting, Way.VIDEO, PREPARATION)
    assert (by_video.bring, by_video.arrive_early) == (("Pen", "Flowers"), 15)


def test_the_clock_of_the_agreed_zone_and_the_moment_are_two_ways_to_say_one_thing() -> None:
    agreed = datetime(2026, 11, 26, 10, 0)
    moment = moment_at(agreed, "Europe/Berlin")
    assert moment == datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
    assert clock_at(moment, "Europe/Berlin") == agreed
    assert clock_at(moment, "Europe/London") == datetime(2026, 11, 26, 9, 0)


def test_a_confirmation_goes_out_from_two_days_to_one_day_ahead() -> None:
    assert confirm_between(datetime(2026, 11, 26, 9, tzinfo=UTC)) == (
        datetime(2026, 11, 24, 9, tzinfo=UTC),
        datetime(2026, 11, 25, 9, tzinfo=UTC),
    )


def test_arriving_early_is_a_time_on_the_clock() -> None:
    meeting = Meeting(starts_at=datetime(2026, 11, 26, 9, tzinfo=UTC), arrive_early=10)
    assert be_there_at(meeting) == datetime(2026, 11, 26, 8, 50, tzinfo=UTC)
    assert be_there_at(Meeting()) is None
