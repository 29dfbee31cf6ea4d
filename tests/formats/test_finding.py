"""The shipped texts for finding people: complete, calm, and every source of the domain among them."""

import re

import pytest

from desktop.core.contact import Source
from desktop.core.direction import DirectionKind
from desktop.core.finding import Finding
from desktop.formats.finding import read_finding
from desktop.places import resources

SCOLDING = re.compile(r"!|\b(overdue|failed|you haven't|should have|must)\b", re.IGNORECASE)


@pytest.fixture(scope="module")
def finding() -> Finding:
    return read_finding(resources() / "finding")


def texts(finding: Finding) -> list[str]:
    groups = [text for group in finding.groups for text in (group.name, group.question)]
    return groups + [
        text
        for place in finding.places
        for text in (place.about, *(s for steps in place.steps.values() for s in steps))
    ]


def test_every_source_is_a_place_to_look_once_and_those_one_knows_come_first(finding: Finding) -> None:
    sources = [place.source for place in finding.places]
    assert sorted(sources) == sorted(Source)
    assert sources[:3] == [Source.KNOWN, Source.REFERRAL, Source.ALUMNI]


def test_every_place_has_two_or_three_small_steps_for_each_kind_of_direction(finding: Finding) -> None:
    for place in finding.places:
        for kind in DirectionKind:
            assert 2 <= len(place.steps[kind]) <= 3, (place.source, kind)


def test_every_group_has_a_key_of_its_own_and_one_gentle_question(finding: Finding) -> None:
    keys = [group.key for group in finding.groups]
    assert len(set(keys)) == len(keys) >= 12
    assert len({group.name for group in finding.groups}) == len(keys)
    for group in finding.groups:
        assert group.question.count("?") == 1
        assert group.question.endswith("?")


def test_no_text_scolds_shouts_or_repeats_another(finding: Finding) -> None:
    found = texts(finding)
    assert len(set(found)) == len(found)
    for text in found:
        assert not SCOLDING.search(text), text
        assert text == text.strip()
        assert text.endswith((".", "?")) or text in {group.name for group in finding.groups}
