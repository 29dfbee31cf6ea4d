"""The invented example: core values that lean on one day, and how they are moved so that the day becomes today."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta

from msgspec import Struct

from desktop.core.contact import Contact
from desktop.core.direction import Direction
from desktop.core.keep_in_touch_group import KeepInTouchGroup
from desktop.core.learning import LearningEntry
from desktop.core.meeting import Meeting, PlannedQuestion
from desktop.core.message import Message
from desktop.core.opportunity import Opportunity
from desktop.core.organisation import Organisation, ResearchNote
from desktop.core.profile import Profile
from desktop.core.promise import Promise
from desktop.core.question import Question
from desktop.core.reading_list import ReadingItem
from desktop.core.values import replace
from desktop.core.zones import zone

_NOON = time(12)
ANCHOR = date(2001, 1, 1)  # the day that stands for today in an example that is not moved yet


class Example(Struct, frozen=True):
    """A small world. Ids count within the example and tie its parts together; every date is meant from `ANCHOR`."""

    zone: str  # IANA name, in which the times of the meetings are meant
    profile: Profile
    directions: tuple[Direction, ...]
    organisations: tuple[Organisation, ...]
    contacts: tuple[Contact, ...]
    research: tuple[ResearchNote, ...]
    meetings: tuple[Meeting, ...]
    questions: tuple[PlannedQuestion, ...]
    facts: Mapping[int, tuple[int, ...]]  # by meeting, the research notes chosen for its brief
    own_questions: tuple[Question, ...]
    entries: tuple[LearningEntry, ...]
    messages: tuple[Message, ...] = ()
    groups: tuple[KeepInTouchGroup, ...] = ()
    promises: tuple[Promise, ...] = ()
    opportunities: tuple[Opportunity, ...] = ()
    readings: tuple[ReadingItem, ...] = ()


def at(day: date, clock: time, zone_name: str) -> datetime:
    """That time of that day in a zone, in UTC."""
    return datetime.combine(day, clock, zone(zone_name)).astimezone(UTC)


def example_on(example: Example, today: date, zone_name: str = "") -> Example:
    """The example as it is on `today`, with its times of day in `zone_name` (else in the example's own zone).

    Meetings keep their time of day over a change of clocks, and those that would fall on a weekend move to a working
    day: past ones back to Friday, those ahead on to Monday; so do messages. Entries about a meeting take its day.
    """
    target = zone_name or example.zone
    meetings = tuple(_moved_meeting(meeting, example.zone, today, target) for meeting in example.meetings)
    days = {meeting.id: meeting.starts_at.astimezone(zone(target)).date() for meeting in meetings if meeting.starts_at}

    def day(value: date | None) -> date | None:
        return today + (value - ANCHOR) if value else None

    def working_day(value: date | None) -> date | None:
        return _working_day(today + (value - ANCHOR), today) if value else None

    return replace(
        example,
        zone=target,
        profile=replace(example.profile, time_zone=target),
        directions=tuple(replace(each, decided_on=day(each.decided_on)) for each in example.directions),
        contacts=tuple(
            replace(each, found_on=day(each.found_on), introducing_since=working_day(each.introducing_since))
            for each in example.contacts
        ),
        research=tuple(replace(each, read_on=day(each.read_on)) for each in example.research),
        meetings=meetings,
        messages=tuple(
            replace(each, sent_on=working_day(each.sent_on), answered_on=working_day(each.answered_on))
            for each in example.messages
        ),
        entries=tuple(
            replace(each, on=days.get(each.meeting_id or 0) or day(each.on), come_back_on=day(each.come_back_on))
            for each in example.entries
        ),
        promises=tuple(
            replace(each, due_on=working_day(each.due_on), done_on=day(each.done_on)) for each in example.promises
        ),
        opportunities=tuple(replace(each, heard_on=day(each.heard_on)) for each in example.opportunities),
        readings=tuple(replace(each, read_on=day(each.read_on)) for each in example.readings),
    )


def _moved_meeting(meeting: Meeting, from_zone: str, today: date, to_zone: str) -> Meeting:
    if meeting.starts_at is None:
        return meeting
    meant = meeting.starts_at.astimezone(zone(from_zone))
    day = _working_day(today + (meant.date() - ANCHOR), today)
    agreed_at = meeting.created_at
    if agreed_at is not None:
        agreed_at = at(_working_day(today + (agreed_at.date() - ANCHOR), today), _NOON, to_zone)
    return replace(meeting, starts_at=at(day, meant.time(), to_zone), zone=to_zone, created_at=agreed_at)


def _working_day(day: date, today: date) -> date:
    beyond = day.weekday() - 4  # 1 on Saturday, 2 on Sunday
    if beyond <= 0 or day == today:
        return day
    return day - timedelta(days=beyond) if day < today else day + timedelta(days=3 - beyond)
