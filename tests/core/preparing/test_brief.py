"""The brief is built from what the store knows: what is on it, in which order, and what is left out."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from desktop.core.contact import Contact
from desktop.core.errors import UserError
from desktop.core.meeting import Meeting, MeetingFact, OwnAnswer, PlannedQuestion, Priority, Rescue
from desktop.core.preparing.brief import FACTS, Brief, BriefMaterial, build, file_name
from desktop.core.profile import Profile
from desktop.core.values import replace

TODAY = date(2026, 11, 22)
MATERIAL = BriefMaterial(
    Meeting(id=1, starts_at=datetime(2026, 11, 26, 9, tzinfo=UTC), zone="Europe/Rome", minutes=20),
    Contact(name="Ada Byron", role="Analyst", organisation="Acme"),
    Profile(),
    (PlannedQuestion(id=1, text="What surprised you?", priority=Priority.MUST),),
    (),
)


def brief(contact: dict[str, Any] | None = None, meeting: dict[str, Any] | None = None, **material: Any) -> Brief:
    changed = replace(MATERIAL, **material)
    changed = replace(changed, contact=replace(changed.contact, **contact or {}))
    return build(replace(changed, meeting=replace(changed.meeting, **meeting or {})), TODAY)


def test_a_brief_without_questions_is_refused_and_says_what_to_do() -> None:
    with pytest.raises(UserError, match="Choose at least one question"):
        brief(questions=())


def test_what_was_prepared_is_on_it() -> None:
    meeting = {
        "purpose": "How one begins",
        "place": "Café\nby the river",
        "dial_in": "+39 1",
        "phone_for_day": "+39 2",
        "route": "Tram 4",
        "opening": "I build bridges.",
        "ask_for_notes": "May I write?",
        "who_else": "Who else?",
        "use_name": "May I?",
        "thanks": "Thank you",
        "bring": ("pen",),
        "arrive_early": 5,
    }
    contact = {"pronounced": "AY-da", "pronouns": "she/her", "warm_line": "Her talk on bolts"}
    built = brief(contact, meeting)
    for name, value in {**meeting, **contact}.items():
        assert getattr(built, name) == value
    assert (built.name, built.title, built.organisation, built.written_on) == ("Ada Byron", "Analyst", "Acme", TODAY)


def test_questions_stand_in_asking_order_with_room_to_write() -> None:
    kinds = [Priority.IF_TIME, Priority.SHOULD, *[Priority.MUST] * 5]
    planned = tuple(
        PlannedQuestion(id=n, text=f"{kind}\n{n}?", follow_up="And\nthen?", priority=kind, position=n)
        for n, kind in enumerate(kinds)
    )
    asked = brief(questions=planned).questions
    assert [question.text for question in asked] == [
        *(f"must {n}?" for n in range(2, 7)),
        "should 1?",
        "if_time 0?",
    ]
    assert [(question.lines, question.spare) for question in asked] == [(3, False)] * 5 + [(2, True)] * 2
    assert asked[0].follow_up == "And then?"


def test_a_spare_among_the_first_five_is_still_a_spare() -> None:
    (asked,) = brief(questions=(PlannedQuestion(text="If time?", priority=Priority.IF_TIME),)).questions
    assert (asked.lines, asked.spare) == (2, True)


def test_times_are_shown_where_it_was_agreed_and_theirs_only_if_their_clocks_differ() -> None:
    built = brief()
    assert built.starts_at is not None
    assert (built.starts_at.hour, built.their_time) == (10, None)
    away = brief({"time_zone": "America/New_York"}).their_time
    assert away is not None
    assert away.hour == 4
    for same in ("Europe/Berlin", "", "Mars/Olympus"):
        assert brief({"time_zone": same}).their_time is None


@pytest.mark.parametrize(
    ("minutes", "half", "close"), [(20, "10:10", "10:17"), (30, "10:15", "10:26"), (45, "10:22", "10:38")]
)
def test_two_quiet_clock_times_half_and_close(minutes: int, half: str, close: str) -> None:
    built = brief(meeting={"minutes": minutes})
    assert built.half_time is not None
    assert built.close_time is not None
    assert (f"{built.half_time:%H:%M}", f"{built.close_time:%H:%M}") == (half, close)


def test_without_a_time_there_are_no_clock_times() -> None:
    built = brief({"time_zone": "Asia/Tokyo"}, {"starts_at": None})
    assert (built.starts_at, built.their_time, built.half_time, built.close_time) == (None, None, None, None)


def test_at_most_five_facts_in_their_order() -> None:
    facts = tuple(MeetingFact(n, f"fact {n}") for n in range(8))
    assert brief(facts=facts).facts == facts[:FACTS]


def test_answers_not_ticked_or_not_written_and_empty_rescues_are_left_out() -> None:
    asked_back = (OwnAnswer("Why?", "Because"), OwnAnswer("When?", " "), OwnAnswer("Pay?", "Private", on_brief=False))
    rescues = (Rescue("Late", "I call"), Rescue("Blank", "\n"))
    built = brief(meeting={"asked_back": asked_back, "rescues": rescues})
    assert (built.asked_back, built.rescues) == (asked_back[:1], rescues[:1])


def test_notes_and_answers_are_not_on_it() -> None:
    built = brief(
        {"notes": "SECRET", "stage_reason": "SECRET"},
        {"notes": "SECRET"},
        questions=(replace(MATERIAL.questions[0], answer="SECRET"),),
    )
    assert "SECRET" not in repr(built)


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Ada Lovelace", "ada-lovelace-brief.pdf"),
        ("Łukasz  Śmigły-Rydz", "lukasz-smigly-rydz-brief.pdf"),
        ("../../etc/passwd", "etc-passwd-brief.pdf"),
        ("C:\\x\0<>|?*", "c-x-brief.pdf"),
        ("山田 太郎", "山田-太郎-brief.pdf"),
        ("", "brief.pdf"),
        ("…", "brief.pdf"),
        (".hidden", "hidden-brief.pdf"),
    ],
)
def test_the_file_is_named_by_letters_and_digits_alone(name: str, file: str) -> None:
    assert file_name(name) == file
    assert brief({"name": name}).file_name == file


def test_a_very_long_name_still_makes_a_file_name() -> None:
    for name in ("x" * 500, "山" * 500, "ab " * 100):
        assert len(file_name(name).encode()) <= 255
        assert not file_name(name).removesuffix(".pdf").endswith("-")
