"""Everything that has a day, as entries of a calendar: meetings, and the steps that are due on a day.

A step is an all-day event that does not take up the day, not a task: calendars that subscribe to a file (Google's,
Apple's, Outlook's, Thunderbird's) show events and leave tasks out.
"""

from datetime import date, timedelta
from uuid import NAMESPACE_URL, uuid5

from msgspec import Struct

from desktop.core.export.calendar_event import (
    ALARM_MINUTES,
    CalendarDay,
    CalendarEvent,
    event_of,
    without_private_details,
)
from desktop.core.meeting import Meeting
from desktop.core.referral import INTRODUCTION_DAYS
from desktop.core.text import one_line
from desktop.core.today.after_meeting import InTouch, Introduction, Owed, PersonRef, ToTry
from desktop.core.today.keep_in_touch import is_kept, keep_in_touch
from desktop.texts.catalogue import CodedText, coded, sentence

_PAST_DAYS = 30  # steps that lie further back are in no calendar


class PlannedMeeting(Struct, frozen=True):
    """A meeting with the name and the time zone of the other."""

    meeting: Meeting
    name: str
    their_zone: str = ""


class CalendarMaterial(Struct, frozen=True):
    """All that has a day, as it is in the store. `coming_back`: whom the user chose to come back to, and when."""

    store_id: str
    meetings: tuple[PlannedMeeting, ...] = ()
    owed: tuple[Owed, ...] = ()
    introductions: tuple[Introduction, ...] = ()
    in_touch: tuple[InTouch, ...] = ()
    to_try: tuple[ToTry, ...] = ()
    coming_back: tuple[tuple[PersonRef, date], ...] = ()
    private: bool = False  # no names, no texts


class CalendarEntries(Struct, frozen=True):
    """What is in the calendar, in the order of time."""

    events: tuple[CalendarEvent, ...] = ()
    days: tuple[CalendarDay, ...] = ()

    def __len__(self) -> int:
        return len(self.events) + len(self.days)


def entries(material: CalendarMaterial, today: date) -> CalendarEntries:
    """The calendar of everything, in the language in use.

    Each entry keeps its name (`uid`) as long as the meeting or the step is the same.
    """
    events = [_event(planned, material, today) for planned in material.meetings if planned.meeting.starts_at]
    days = [day for day in _days(material) if day.day >= today - timedelta(days=_PAST_DAYS)]
    return CalendarEntries(
        tuple(sorted(events, key=lambda event: (event.start, event.uid))),
        tuple(sorted(days, key=lambda day: (day.day, day.uid))),
    )


def _event(planned: PlannedMeeting, material: CalendarMaterial, today: date) -> CalendarEvent:
    meeting = planned.meeting
    over = meeting.starts_at is not None and meeting.starts_at.date() < today
    event = event_of(
        meeting,
        material.store_id,
        sentence("calendar_titles.meeting", name=planned.name),
        planned.their_zone,
        meeting.calendar_sequence,
        None if over else ALARM_MINUTES,  # some programs ring for what was missed
    )
    if not material.private:
        return event
    return without_private_details(event, sentence("calendar_titles.meeting_private"))


def _days(material: CalendarMaterial) -> list[CalendarDay]:
    found: list[CalendarDay] = []

    def add(kind: str, number: int, day: date, title: CodedText, private: CodedText) -> None:
        shown = str(private if material.private else title)
        found.append(CalendarDay(_uid(material.store_id, kind, number), day, shown, material.private))

    for owed in material.owed:
        if owed.due_on is not None:
            name, text = owed.contact.name, one_line(owed.text)
            if owed.mine:
                titles = (
                    coded("calendar_titles.promised", name=name, text=text),
                    coded("calendar_titles.promised_private"),
                )
            else:
                titles = (
                    coded("calendar_titles.promised_to_me", name=name, text=text),
                    coded("calendar_titles.promised_to_me_private"),
                )
            add("promise", owed.id, owed.due_on, *titles)
    for each in material.introductions:
        due = each.since + timedelta(days=INTRODUCTION_DAYS[0])
        title = coded("calendar_titles.introduction", name=each.by.name)
        add("introduction", each.contact.id, due, title, coded("calendar_titles.introduction_private"))
    for person in material.in_touch:
        found_days = keep_in_touch(person.last_on, person.rule)
        if found_days is not None and is_kept(person.contact.stage, person.in_group):
            title = coded("calendar_titles.in_touch", name=person.contact.name)
            add("keep-in-touch", person.contact.id, found_days[1], title, coded("calendar_titles.in_touch_private"))
    for entry in material.to_try:
        title = coded("calendar_titles.to_try", text=one_line(entry.text))
        add("learning", entry.entry_id, entry.on, title, coded("calendar_titles.to_try_private"))
    for who, day in material.coming_back:
        title = coded("calendar_titles.coming_back", name=who.name)
        add("come-back", who.id, day, title, coded("calendar_titles.coming_back_private"))
    return found


def _uid(store_id: str, kind: str, number: int) -> str:
    """As `calendar_event.event_uid`: lasting, world-wide, and telling nothing."""
    return str(uuid5(NAMESPACE_URL, f"groundwork:{store_id}/{kind}/{number}"))
