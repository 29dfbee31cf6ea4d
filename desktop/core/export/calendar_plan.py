"""Everything that has a day, as entries of a calendar: meetings, and the steps that are due on a day.

A step is an all-day event that does not take up the day, not a task: calendars that subscribe to a file (Google's,
Apple's, Outlook's, Thunderbird's) show events and leave tasks out.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import NAMESPACE_URL, uuid5

from desktop.core.export.calendar_event import (
    ALARM_MINUTES,
    CalendarDay,
    CalendarEvent,
    event_of,
    without_private_details,
)
from desktop.core.meeting import Meeting
from desktop.core.text import one_line
from desktop.core.today.after_meeting import INTRODUCTION_DAYS, InTouch, Introduction, Owed, Someone, ToTry
from desktop.core.today.keep_in_touch import is_kept, keep_in_touch

PAST_DAYS = 30  # steps that lie further back are in no calendar


@dataclass(frozen=True, slots=True)
class PlannedMeeting:
    """A meeting with the name and the time zone of the other."""

    meeting: Meeting
    name: str
    their_zone: str = ""


@dataclass(frozen=True, slots=True)
class CalendarMaterial:
    """All that has a day, as it stands in the store. `coming_back`: whom the user chose to come back to, and when."""

    store_id: str
    meetings: tuple[PlannedMeeting, ...] = ()
    owed: tuple[Owed, ...] = ()
    introductions: tuple[Introduction, ...] = ()
    in_touch: tuple[InTouch, ...] = ()
    to_try: tuple[ToTry, ...] = ()
    coming_back: tuple[tuple[Someone, date], ...] = ()
    private: bool = False  # no names, no texts


@dataclass(frozen=True, slots=True)
class CalendarWords:
    """The titles of entries, each with and without what only the user may see. `{name}` and `{text}` stand for it."""

    meeting: tuple[str, str] = ("Conversation with {name}", "Appointment")
    promised: tuple[str, str] = ("Promised to {name}: {text}", "A promise of yours")
    promised_to_me: tuple[str, str] = ("Promised by {name}: {text}", "A promise to you")
    introduction: tuple[str, str] = ("Check in with {name}", "Check in on an introduction")
    in_touch: tuple[str, str] = ("Keep in touch with {name}", "Keep in touch with someone")
    to_try: tuple[str, str] = ("What came of it: {text}", "Look what came of something")
    coming_back: tuple[str, str] = ("Come back to {name}", "Come back to someone")


@dataclass(frozen=True, slots=True)
class CalendarEntries:
    """What stands in the calendar, in the order of time."""

    events: tuple[CalendarEvent, ...] = ()
    days: tuple[CalendarDay, ...] = ()

    def __len__(self) -> int:
        return len(self.events) + len(self.days)


WORDS = CalendarWords()


def entries(material: CalendarMaterial, today: date, words: CalendarWords = WORDS) -> CalendarEntries:
    """The calendar of everything. Each entry keeps its name (`uid`) as long as the meeting or the step is the same."""
    events = [_event(planned, material, words, today) for planned in material.meetings if planned.meeting.starts_at]
    days = [day for day in _days(material, words) if day.day >= today - timedelta(days=PAST_DAYS)]
    return CalendarEntries(
        tuple(sorted(events, key=lambda event: (event.start, event.uid))),
        tuple(sorted(days, key=lambda day: (day.day, day.uid))),
    )


def _event(planned: PlannedMeeting, material: CalendarMaterial, words: CalendarWords, today: date) -> CalendarEvent:
    meeting = planned.meeting
    over = meeting.starts_at is not None and meeting.starts_at.date() < today
    title, plain = words.meeting
    event = event_of(
        meeting,
        material.store_id,
        title.format(name=planned.name),
        planned.their_zone,
        meeting.calendar_sequence,
        None if over else ALARM_MINUTES,  # some programs ring for what was missed
    )
    return without_private_details(event, plain) if material.private else event


def _days(material: CalendarMaterial, words: CalendarWords) -> list[CalendarDay]:
    found: list[CalendarDay] = []

    def add(kind: str, number: int, day: date, titles: tuple[str, str], name: str = "", text: str = "") -> None:
        title, plain = titles
        shown = plain if material.private else title.format(name=name, text=one_line(text))
        found.append(CalendarDay(_uid(material.store_id, kind, number), day, shown, material.private))

    for owed in material.owed:
        if owed.due_on is not None:
            titles = words.promised if owed.mine else words.promised_to_me
            add("promise", owed.id, owed.due_on, titles, owed.contact.name, owed.text)
    for each in material.introductions:
        due = each.since + timedelta(days=INTRODUCTION_DAYS[0])
        add("introduction", each.contact.id, due, words.introduction, each.by.name)
    for person in material.in_touch:
        found_days = keep_in_touch(person.last_on, person.rule)
        if found_days is not None and is_kept(person.contact.stage, person.in_group):
            add("keep-in-touch", person.contact.id, found_days[1], words.in_touch, person.contact.name)
    for entry in material.to_try:
        add("learning", entry.entry_id, entry.on, words.to_try, text=entry.text)
    for who, day in material.coming_back:
        add("come-back", who.id, day, words.coming_back, who.name)
    return found


def _uid(store_id: str, kind: str, number: int) -> str:
    """As `calendar_event.event_uid`: lasting, world-wide, and telling nothing."""
    return str(uuid5(NAMESPACE_URL, f"groundwork:{store_id}/{kind}/{number}"))
