"""A meeting as an entry of a calendar: the same entry through every change, until it is called off."""

import re
from collections.abc import Callable
from datetime import date, datetime
from enum import StrEnum
from uuid import NAMESPACE_URL, uuid5

from msgspec import Struct

from desktop.core.errors import UserError
from desktop.core.meeting import Meeting
from desktop.core.meeting_line import MeetingState, Way
from desktop.core.values import replace
from desktop.core.zones import clock_at, is_known

ALARM_MINUTES = 30  # ahead of the meeting
_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"\\^`{|}\x00-\x20\x7f-\x9f\ud800-\udfff]+", re.IGNORECASE)


class EventStatus(StrEnum):
    """Whether the meeting takes place or was called off."""

    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"


class CalendarEvent(Struct, frozen=True):
    """One entry. `start` knows its zone (the store's times are UTC), `zone` names the one it was agreed in.

    Calendars take an entry with the same `uid` and a higher `sequence` for a change of the one they hold.
    """

    uid: str
    start: datetime
    minutes: int
    sequence: int = 0
    zone: str = ""  # IANA name; empty or unknown: UTC
    their_zone: str = ""  # IANA name, empty: the same
    summary: str = ""
    description: str = ""
    location: str = ""
    url: str = ""
    alarm_minutes: int | None = ALARM_MINUTES  # ahead of the start; `None`: no alarm
    status: EventStatus = EventStatus.CONFIRMED
    private: bool = False  # others who see the calendar are shown that the time is taken, no more


class CalendarDay(Struct, frozen=True):
    """One entry for a whole day that leaves the day free: a step that is due then."""

    uid: str
    day: date
    summary: str
    private: bool = False


def event_uid(store_id: str, meeting_id: int) -> str:
    """The lasting, world-wide name of a meeting's entry; it tells nothing of the meeting.

    Args:
        store_id: made once for each store, so that two stores never name the same entry.
    """
    return str(uuid5(NAMESPACE_URL, f"groundwork:{store_id}/meeting/{meeting_id}"))


def clock_line(clock: datetime, zone: str) -> str:
    """A time with its zone in a form that is the same in every language: `2026-03-30 09:00 (Europe/Berlin)`."""
    return f"{clock:%Y-%m-%d %H:%M} ({zone})"


def both_times(
    start: datetime, zone: str, their_zone: str, say: Callable[[datetime, str], str] = clock_line
) -> tuple[str, ...]:
    """What clocks show here and there, a line each; nothing if they show the same or one zone is not known."""
    if not (is_known(zone) and is_known(their_zone)):
        return ()
    here, there = clock_at(start, zone), clock_at(start, their_zone)
    return () if here == there else (say(here, zone), say(there, their_zone))


def event_of(
    meeting: Meeting,
    store_id: str,
    summary: str,
    their_zone: str = "",
    sequence: int = 0,
    alarm_minutes: int | None = ALARM_MINUTES,
    say: Callable[[datetime, str], str] = clock_line,
) -> CalendarEvent:
    """The entry of a meeting: its purpose, both times where they differ, and where or by what it takes place.

    Args:
        summary: the title, such as "Conversation with Ada Lovelace".
        sequence: how many times this meeting's entry has been handed out before.
        say: writes a time of clocks in a zone in the user's language.

    Raises:
        UserError: if the meeting has no time yet.
    """
    if meeting.starts_at is None:
        raise UserError("refusals.no_time")
    place = meeting.place if meeting.way is Way.FACE_TO_FACE else meeting.dial_in
    lines = (meeting.purpose, *both_times(meeting.starts_at, meeting.zone, their_zone, say))
    event = CalendarEvent(
        uid=event_uid(store_id, meeting.id),
        start=meeting.starts_at,
        minutes=meeting.minutes,
        sequence=sequence,
        zone=meeting.zone,
        their_zone=their_zone,
        summary=summary,
        description="\n".join(line for line in lines if line.strip()),
        location=place,
        url=web_address(place),
        alarm_minutes=alarm_minutes,
    )
    return cancelled(event) if meeting.state is MeetingState.CANCELLED else event


def cancelled(event: CalendarEvent) -> CalendarEvent:
    """The entry of a meeting that was called off: nothing rings any more."""
    return replace(event, status=EventStatus.CANCELLED, alarm_minutes=None)


def without_private_details(event: CalendarEvent, summary: str) -> CalendarEvent:
    """The entry for a calendar that others see: the time and a title that tells nothing; no person, purpose, place."""
    return replace(event, summary=summary, description="", location="", url="", private=True)


def web_address(text: str) -> str:
    """The text if it is one http or https address, otherwise nothing."""
    text = text.strip()
    return text if _WEB_ADDRESS.fullmatch(text) else ""
