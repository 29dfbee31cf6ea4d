"""What fills the slots of a letter: how a purpose is worded, whom one greets, whose name may stand there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.contact import Contact, MayUseName, Source
from desktop.core.letters.letter import LetterMaterial, Template, may_be_named
from desktop.core.letters.letter_values import (
    draft,
    first_name,
    joined_with_last,
    purpose_clause,
    values,
    with_full_stop,
)
from desktop.core.meeting import Meeting
from desktop.core.meeting_line import Way
from desktop.core.message import MessageKind
from desktop.core.profile import Profile
from desktop.core.values import replace
from desktop.formats.letters import read_wording
from desktop.places import resources

WORDING = read_wording(resources() / "letters")


@given(st.text())
def test_any_value_stands_in_the_text_as_it_was_given_but_for_spaces(name: str) -> None:
    known = values(LetterMaterial(profile=Profile(name=name)), WORDING)["my_name"]
    assert known.split() == name.split()


@pytest.mark.parametrize(
    ("typed", "clause"),
    [
        ("How you plan a week.", "how you plan a week"),
        ("I want to learn how you plan a week", "how you plan a week"),
        ("to find out what matters", "what matters"),
        ("Learn about data work", "about data work"),
        ("Data work in hospitals", "about Data work in hospitals"),
        ("The first year", "about the first year"),
        ("Siemens from the inside", "about Siemens from the inside"),
        ("How do you plan a week?", "about this: how do you plan a week?"),
        ("  ", ""),
        ("learn", "about learn"),
    ],
)
def test_a_purpose_becomes_the_end_of_a_sentence(typed: str, clause: str) -> None:
    assert purpose_clause(typed, WORDING.purpose) == clause


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Ana Ruiz", "Ana"),
        ("Dr. Ana Ruiz", "Ana"),
        ("Prof. Dr. Ana Ruiz", "Ana"),
        ("Ana", "Ana"),
        ("Ruiz, Ana", "Ruiz, Ana"),
        ("J. R. Ruiz", "J. R. Ruiz"),
        ("山田 太郎", "山田 太郎"),
        ("", ""),
    ],
)
def test_a_friend_is_greeted_by_the_first_name_where_it_can_be_told(name: str, first: str) -> None:
    assert first_name(name, WORDING.titles) == first


def test_times_are_joined_as_one_says_them() -> None:
    assert [joined_with_last(tuple(parts), " or ") for parts in ("", "a", "ab", "abc")] == [
        "",
        "a",
        "a or b",
        "a, b or c",
    ]


def test_a_sentence_ends_once() -> None:
    assert [with_full_stop(text) for text in ("I sew", "I sew.", "Why?", "")] == ["I sew.", "I sew.", "Why?", ""]


def test_the_source_is_told_with_its_detail_where_there_is_one() -> None:
    contact = Contact(source=Source.PUBLICATION, source_detail="Water Today.")
    assert values(LetterMaterial(contact=contact), WORDING)["source"] == "I read about your work in Water Today."
    plain = values(LetterMaterial(contact=replace(contact, source_detail="")), WORDING)["source"]
    assert plain == "I read about your work not long ago."
    assert values(LetterMaterial(), WORDING)["source"] == ""


@pytest.mark.parametrize(
    ("way", "said"), [(Way.FACE_TO_FACE, "in person, Mill 4"), (Way.PHONE, "by phone, 55"), (Way.VIDEO, "by video, 55")]
)
def test_the_way_of_a_meeting_brings_its_own_place(way: Way, said: str) -> None:
    known = values(LetterMaterial(meeting=Meeting(way=way, place="Mill 4", dial_in="55", minutes=30)), WORDING)
    assert f"{known['way']}, {known['where']}" == said
    assert known["minutes"] == "30"


def test_discretion_is_asked_for_only_in_a_private_search() -> None:
    assert values(LetterMaterial(), WORDING)["discretion"] == ""
    assert "between us" in values(LetterMaterial(private_search=True), WORDING)["discretion"]


@pytest.mark.parametrize(
    ("may", "opening"),
    [
        (MayUseName.YES, "Ana Ruiz suggested"),
        (MayUseName.NO, "Someone who knows your work suggested"),
        (MayUseName.ASK, "[who sent you here, once they have agreed to be named] suggested"),
    ],
)
def test_the_name_of_a_referrer_stands_there_only_with_permission(may: MayUseName, opening: str) -> None:
    material = LetterMaterial(referrer="Ana Ruiz", contact=Contact(may_use_name=may))
    template = Template("t", MessageKind.FIRST_REQUEST, "plain", "", "{referred_by} suggested")
    assert draft(template, material, WORDING).text == opening
    assert may_be_named(material) is (may is MayUseName.YES)


def test_what_somebody_was_named_for_is_told_only_with_their_referrers_name_and_only_once() -> None:
    def told(purpose: str, may: MayUseName) -> str:
        contact = Contact(may_use_name=may, referred_for="how rivers move")
        return values(LetterMaterial(contact=contact, referrer="Ana", purpose=purpose), WORDING)["referred_for"]

    assert told("the first year", MayUseName.YES) == "how rivers move"
    assert told("the first year", MayUseName.NO) == ""
    assert told("", MayUseName.YES) == ""


def test_the_ways_to_reach_the_writer_stand_one_below_the_other() -> None:
    profile = Profile(email="ann@x.example", phone=" ", link=" x.example/ann ")
    assert values(LetterMaterial(profile=profile), WORDING)["reach"] == "ann@x.example\nx.example/ann"
