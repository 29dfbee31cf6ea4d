"""The shipped texts for preparing a meeting."""

import re

import pytest

from desktop.core.meeting import ARRIVE_MINUTES_EARLY
from desktop.core.meeting_line import Way
from desktop.core.organisation import Subject
from desktop.core.preparing.preparation import Preparation
from desktop.core.profile import Profile
from desktop.formats.preparation import read_preparation
from desktop.places import resources


@pytest.fixture(scope="module")
def preparation() -> Preparation:
    return read_preparation(resources() / "preparation")


@pytest.mark.parametrize("subject", list(Subject))
def test_every_subject_has_about_five_things_to_look_up(preparation: Preparation, subject: Subject) -> None:
    items = preparation.to_look_up(subject)
    assert 4 <= len(items) <= 6
    assert all(item.key.startswith(f"{subject}.") and item.text for item in items)
    assert len({item.key for item in items}) == len(items)


def test_the_opening_is_two_sentences_with_and_without_a_profile(preparation: Preparation) -> None:
    filled = preparation.opening(Profile(name="Mara Lind", headline="shop manager looking into data work"))
    plain = preparation.opening(Profile())
    assert "Mara Lind" in filled
    assert "shop manager looking into data work." in filled
    for opening in (filled, plain):
        assert len(re.findall(r"[.?]( |$)", opening)) == 2
        assert not re.search(r"[{}\[\]]", opening)


def test_the_things_they_may_ask_me_are_the_four_of_the_design_each_with_a_hint(preparation: Preparation) -> None:
    assert [item.key for item in preparation.asked_back] == [
        "tell_me_about_yourself",
        "why_leave",
        "looking_for",
        "how_can_i_help",
    ]
    assert all(item.asked and item.hint and len(item.hint) <= 110 for item in preparation.asked_back)


def test_each_moment_i_fear_has_a_calm_sentence(preparation: Preparation) -> None:
    assert len(preparation.rescues) == 4
    assert all(
        rescue.when and rescue.then.endswith((".", "?")) and len(rescue.then) <= 130 for rescue in preparation.rescues
    )


def test_what_is_asked_of_them_is_a_question(preparation: Preparation) -> None:
    assert all(text.endswith("?") for text in (preparation.ask_for_notes, preparation.who_else, preparation.use_name))
    assert preparation.thanks.startswith("Thank you")


@pytest.mark.parametrize("way", list(Way))
def test_every_way_of_meeting_says_what_to_have_ready_and_when(preparation: Preparation, way: Way) -> None:
    logistics = preparation.logistics[way]
    assert {"This brief", "Paper and two pens"} <= set(logistics.bring)
    assert 5 <= logistics.arrive_early <= 10


def test_one_arrives_as_early_as_the_rule_says(preparation: Preparation) -> None:
    assert preparation.logistics[Way.FACE_TO_FACE].arrive_early == ARRIVE_MINUTES_EARLY


def test_no_sentence_asks_for_a_job_or_shouts(preparation: Preparation) -> None:
    said = [
        preparation.opening_plain, preparation.opening_with_profile, preparation.who_else, preparation.use_name,
        preparation.thanks, *(rescue.then for rescue in preparation.rescues),
    ]  # fmt: skip
    assert not [text for text in said if re.search(r"!|\b(job|hire|hiring|vacancy|position)\b", text, re.IGNORECASE)]
