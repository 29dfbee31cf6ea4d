"""What the wizard offers ready-made: the opening from the profile, the checklist by subject."""

import pytest

from desktop.core.organisation import Subject
from desktop.core.preparing.preparation import ChecklistItem, Preparation
from desktop.core.profile import Profile

NEWS = ChecklistItem("organisation.news", Subject.ORGANISATION, "News")
PATH = ChecklistItem("person.path", Subject.PERSON, "What they did before")
PREPARATION = Preparation(
    checklist=(NEWS, PATH),
    opening_with_profile="I am {name}: {headline}.",
    opening_plain="I am curious.",
    ask_for_notes="",
    who_else="",
    use_name="",
    thanks="",
    asked_back=(),
    rescues=(),
    logistics={},
)


def test_the_opening_says_name_and_headline_where_the_profile_has_both() -> None:
    assert PREPARATION.opening(Profile(name="Ada ", headline="teacher, learning to code.")) == (
        "I am Ada: teacher, learning to code."
    )


@pytest.mark.parametrize("profile", [Profile(), Profile(name="Ada"), Profile(name="  ", headline="teacher")])
def test_the_opening_never_shows_a_gap(profile: Profile) -> None:
    assert PREPARATION.opening(profile) == "I am curious."


def test_braces_in_a_name_are_plain_text() -> None:
    assert PREPARATION.opening(Profile(name="{headline}", headline="{0}")) == "I am {headline}: {0}."


def test_the_checklist_is_given_by_subject() -> None:
    assert PREPARATION.to_look_up(Subject.PERSON) == (PATH,)
    assert PREPARATION.to_look_up(Subject.INDUSTRY) == ()
