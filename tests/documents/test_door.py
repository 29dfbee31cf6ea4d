"""The side of a brief one reads at the door."""

import pytest

from desktop.core.meeting_line import Way
from desktop.core.values import replace
from desktop.documents.brief import PaperLayout, brief_bytes
from tests.documents.briefs import a_brief
from tests.documents.reading import page_texts


def test_the_door_tells_the_contact_s_own_time_where_it_differs() -> None:
    door, _ = page_texts(brief_bytes(a_brief(), PaperLayout()))
    assert "Thursday 26 November 2026, 10:00–10:20" in door
    assert "04:00" in door


@pytest.mark.parametrize(("way", "label"), [(Way.PHONE, "Call"), (Way.VIDEO, "Video")])
def test_a_meeting_at_a_distance_prints_the_dial_in_and_not_a_place(way: Way, label: str) -> None:
    door, _ = page_texts(brief_bytes(a_brief(way=way, dial_in="+49 30 777", place="Nowhere Street"), PaperLayout()))
    assert label in door
    assert "+49 30 777" in door
    assert "Nowhere Street" not in door
    assert "Be there" not in door


def test_a_brief_without_a_time_and_without_preparation_still_prints() -> None:
    brief = a_brief(
        starts_at=None, purpose="", opening="", ask_for_notes="", asked_back=(), rescues=(), bring=(), place="",
        route="", phone_for_day="", who_else="", use_name="", thanks="",
    )  # fmt: skip
    brief = replace(brief, facts=(), warm_line="", pronounced="", pronouns="", title="", organisation="")
    door, table = page_texts(brief_bytes(brief, PaperLayout()))
    assert "The time is not agreed yet" in door
    assert "Who else? May I use your name?" in table
    assert "If they ask" not in door
