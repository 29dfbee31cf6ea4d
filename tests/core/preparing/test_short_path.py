"""The short path: three fields make a meeting that is ready to print."""

from datetime import UTC, date, datetime

from desktop.core.contact import Contact, Detail, Stage
from desktop.core.direction import DirectionKind
from desktop.core.meeting import PreparationPage, Priority
from desktop.core.preparing.brief import BriefMaterial, build
from desktop.core.preparing.plan import load
from desktop.core.preparing.readiness import Need, Prepared, can_be_printed, missing
from desktop.core.preparing.short_path import Agreed, first_questions, new_contact, new_meeting, opening_after_profile
from desktop.core.profile import Profile
from desktop.core.question import preselected
from desktop.formats.preparation import read_preparation
from desktop.formats.question_bank import read_question_bank
from desktop.places import resources

PREPARATION = read_preparation(resources() / "preparation")
BANK = read_question_bank(resources() / "questions")
AGREED = Agreed(
    " Amara\nOkafor ", "Which training\nmatters most", datetime(2026, 11, 26, 9, tzinfo=UTC), "Europe/Berlin"
)
TODAY = date(2026, 11, 22)


def test_the_person_is_agreed_with_and_where_they_were_found_stays_open() -> None:
    contact = new_contact(AGREED.name)
    assert (contact.name, contact.stage, contact.source) == ("Amara Okafor", Stage.AGREED, None)


def test_three_fields_make_a_brief_that_can_be_printed() -> None:
    contact = Contact(1, "Amara Okafor")
    meeting = new_meeting(AGREED, contact, PREPARATION, Profile())
    questions = first_questions(1, BANK)
    assert can_be_printed(missing(Prepared(meeting, contact, questions), TODAY))
    brief = build(BriefMaterial(meeting, contact, Profile(), questions, ()), TODAY)
    assert brief.purpose == "Which training matters most"
    assert [question.spare for question in brief.questions] == [False] * 5 + [True] * 3
    assert brief.opening
    assert brief.rescues
    assert brief.bring
    assert meeting.page == PreparationPage.REVIEW


def test_nothing_ready_made_is_named_as_missing() -> None:
    contact = Contact(1, "Amara", phones=(Detail("+49 1"), Detail("+49 2")))
    meeting = new_meeting(AGREED, contact, PREPARATION, Profile())
    found = {item.need for item in missing(Prepared(meeting, contact, first_questions(1, BANK)), TODAY)}
    assert found == {Need.PLACE, Need.RESEARCH, Need.OWN_ANSWERS}
    assert meeting.phone_for_day == "+49 1"


def test_five_musts_fit_twenty_minutes_for_every_kind_of_direction() -> None:
    for kind in ("", *DirectionKind):
        questions = first_questions(1, BANK, kind)
        assert tuple(q.question_key for q in questions if q.priority is Priority.MUST) == preselected(kind)
        assert [question.position for question in questions] == list(range(8))
        assert load(questions, 20).over == 0


def test_a_question_that_left_the_bank_is_left_out() -> None:
    gone = preselected()[0]
    smaller = type(BANK)(BANK.topics, tuple(question for question in BANK.questions if question.key != gone))
    questions = first_questions(1, smaller)
    assert len(questions) == 7
    assert [question.position for question in questions] == list(range(7))


def test_the_only_direction_of_a_contact_is_the_meetings_and_of_several_none() -> None:
    def direction(*ids: int) -> int | None:
        return new_meeting(AGREED, Contact(1, "A", directions=ids), PREPARATION, Profile()).direction_id

    assert (direction(), direction(4), direction(4, 5)) == (None, 4, None)


def test_the_opening_follows_the_profile_until_it_is_the_users_own() -> None:
    before, after = Profile(), Profile(name="Lena Vogt", headline="lab technician")
    meeting = new_meeting(AGREED, Contact(1, "A"), PREPARATION, before)
    named = opening_after_profile(meeting, PREPARATION, before, after)
    assert "Lena Vogt" in named
    own = type(meeting)(opening="Hello, I am Lena.")
    assert opening_after_profile(own, PREPARATION, before, after) == "Hello, I am Lena."
