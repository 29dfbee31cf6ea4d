"""The briefs of meetings."""

from datetime import datetime, timedelta

import pytest

from desktop.core.contact import Contact
from desktop.core.errors import UserError
from desktop.core.meeting import Meeting, PlannedQuestion
from desktop.store.store import Store
from desktop.work.briefs import brief_of, briefs_of_week
from tests.work.conftest import NOW


def agreed(store: Store, name: str, starts_at: datetime | None, question: bool = True) -> int:
    with store.action("Agree"):
        contact = store.contacts.add(Contact(name=name))
        meeting = store.meetings.add(Meeting(contact_id=contact, starts_at=starts_at, zone="UTC"))
        if question:
            store.meetings.add_question(PlannedQuestion(meeting_id=meeting, text="How?"))
        return meeting


def test_a_brief_is_that_of_the_meeting(store: Store) -> None:
    meeting = agreed(store, "Ann Lee", NOW + timedelta(days=1))
    brief = brief_of(store, meeting)
    assert brief.file_name == "ann-lee-brief.pdf"
    assert [question.text for question in brief.questions] == ["How?"]


def test_without_a_question_there_is_none(store: Store) -> None:
    with pytest.raises(UserError):
        brief_of(store, agreed(store, "Ann Lee", NOW + timedelta(days=1), question=False))


def test_the_weeks_are_those_of_seven_days_that_have_a_question_in_their_order(store: Store) -> None:
    assert briefs_of_week(store) == []
    agreed(store, "Later", NOW + timedelta(days=7))
    agreed(store, "Third", NOW + timedelta(days=7) - timedelta(seconds=1))
    agreed(store, "Second", NOW + timedelta(days=2))
    agreed(store, "First", NOW)
    agreed(store, "Over", NOW - timedelta(seconds=1))
    agreed(store, "No question", NOW + timedelta(days=1), question=False)
    agreed(store, "No time", None)
    assert [brief.file_name for brief in briefs_of_week(store)] == [
        "first-brief.pdf",
        "second-brief.pdf",
        "third-brief.pdf",
    ]
