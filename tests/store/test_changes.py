"""What `update` takes: every field of the value, of the same type, but for those the store gives itself."""

from typing import Any, get_type_hints

import pytest

from desktop.core.direction import Direction, DirectionChanges
from desktop.core.keep_in_touch_group import KeepInTouchGroup, KeepInTouchGroupChanges
from desktop.core.learning import LearningChanges, LearningEntry
from desktop.core.letters.letter import Template, TemplateChanges
from desktop.core.meeting import Meeting, MeetingChanges, PlannedQuestion, PlannedQuestionChanges
from desktop.core.message import Message, MessageChanges
from desktop.core.opportunity import Opportunity, OpportunityChanges
from desktop.core.organisation import Organisation, OrganisationChanges, ResearchNote, ResearchNoteChanges
from desktop.core.profile import Profile, ProfileChanges
from desktop.core.promise import Promise, PromiseChanges
from desktop.core.reading_list import ReadingItem, ReadingItemChanges
from desktop.core.settings import Settings, SettingsChanges

PAIRS: list[tuple[type[Any], Any, set[str]]] = [
    (Direction, DirectionChanges, {"id", "contacts"}),
    (LearningEntry, LearningChanges, {"id"}),
    (Meeting, MeetingChanges, {"id", "created_at"}),
    (Message, MessageChanges, {"id", "created_at"}),
    (Opportunity, OpportunityChanges, {"id", "created_at"}),
    (Organisation, OrganisationChanges, {"id"}),
    (PlannedQuestion, PlannedQuestionChanges, {"id", "meeting_id"}),
    (Profile, ProfileChanges, set()),
    (Promise, PromiseChanges, {"id", "created_at"}),
    (ReadingItem, ReadingItemChanges, {"id", "created_at"}),
    (ResearchNote, ResearchNoteChanges, {"id", "organisation_id", "contact_id"}),
    (Settings, SettingsChanges, set()),
    (Template, TemplateChanges, {"key", "own"}),
    (KeepInTouchGroup, KeepInTouchGroupChanges, {"id"}),
]


@pytest.mark.parametrize(
    ("value", "changes", "given_by_the_store"), PAIRS, ids=lambda each: getattr(each, "__name__", "")
)
def test_the_changes_are_the_fields_of_the_value(value: type[Any], changes: Any, given_by_the_store: set[str]) -> None:
    fields = get_type_hints(value)
    assert given_by_the_store <= fields.keys()
    assert get_type_hints(changes) == {name: kind for name, kind in fields.items() if name not in given_by_the_store}
    assert not changes.__required_keys__
