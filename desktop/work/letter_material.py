"""What is known for a letter to one contact: about both, their meeting, times offered, and what there is to tell."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Protocol

from desktop.core.contact import Contact
from desktop.core.direction import Direction
from desktop.core.free_time import FreeTime
from desktop.core.letters.letter import LetterMaterial
from desktop.core.letters.letter_values import joined_with_last
from desktop.core.letters.reason_to_write import Reason, reasons
from desktop.core.meeting import Meeting
from desktop.core.meeting_line import MeetingLine, MeetingState
from desktop.core.message import MessageKind, MessageState
from desktop.core.values import replace
from desktop.core.zones import clock_at, is_known
from desktop.store.store import Store
from desktop.work.shipped import shipped_letters

WINDOWS = 3  # times offered at most (domain.md, "first request": two or three)
MATERIAL_FIELDS = frozenset(LetterMaterial.__struct_fields__)


class LetterDates(Protocol):
    """Writes days and times in a letter; the window does it by the user's locale, the command line in plain English."""

    def day(self, value: date, year: bool) -> str:
        """A day with its weekday, "Thu 26 Nov 2026"."""

    def moment(self, value: datetime) -> str:
        """A day and a time by the clock of this computer: "Thu 26 Nov 2026, 10:00"."""

    def clock(self, value: datetime) -> str:
        """The time of day a moment shows: "10:00"."""


def material_of(
    store: Store, contact: Contact, kind: MessageKind, typed: Mapping[str, str], dates: LetterDates
) -> LetterMaterial:
    """What is known for a letter of that kind to that contact."""
    meeting = _meeting_of(store, contact.id, kind)
    referrer = store.contacts.find(contact.referrer_id) if contact.referrer_id else None
    made = LetterMaterial(
        profile=store.preferences.profile(),
        contact=contact,
        referrer=referrer.name if referrer else "",
        direction=_direction_of(store, contact, meeting),
        windows=offered_times(store, dates),
        meeting=meeting,
        when=_when(meeting, contact.time_zone, dates),
        earlier=_earlier(store, contact.id, dates),
        private_search=store.preferences.settings().private_search,
    )
    made = _after_meeting(made, store, kind)
    answers = {slot: text for slot, text in typed.items() if text.strip() and slot in MATERIAL_FIELDS}
    windows = answers.pop("windows", "")
    name = answers.pop("direction", "")
    if windows:
        made = replace(made, windows=tuple(line for line in windows.splitlines() if line.strip()))
    if name:
        made = replace(made, direction=Direction(name=name))
    return replace(made, **answers)  # type: ignore[arg-type]


def _after_meeting(known: LetterMaterial, store: Store, kind: MessageKind) -> LetterMaterial:
    """With what a meeting leaves to tell: to whom it was with, or to whoever led to it. Answers are no part of it."""
    contact, meeting = known.contact, known.meeting
    joint = shipped_letters()[1].and_joint
    if kind is MessageKind.THANK_YOU and meeting is not None:
        named = [each.name for each in store.referrals.of_meeting(meeting.id) if each.referrer_id == contact.id]
        told = joined_with_last(tuple(named), joint)
        return replace(known, surprised=meeting.surprised, will_use=meeting.will_use, met=told)
    if kind is not MessageKind.REPORT_BACK:
        return known
    known = replace(known, decided=_decided(store, contact))
    met = met_through(store, contact.id)
    if not met:
        return known
    latest = store.meetings.find(met[-1].id)
    return replace(
        known,
        met=joined_with_last(tuple(each.contact for each in met), joint),
        meeting=latest,
        will_use=latest.will_use if latest else "",
        direction=_direction_of(store, contact, latest),
    )


def met_through(store: Store, contact_id: int) -> list[MeetingLine]:
    """The latest meeting with each person this contact named, met since the last report to them, in their order."""
    told = [
        each.sent_on
        for each in store.messages.of_contact(contact_id)
        if each.kind is MessageKind.REPORT_BACK and each.state is MessageState.SENT and each.sent_on
    ]
    found = []
    for person in store.referrals.of_referrer(contact_id):
        met = [line for line in store.meetings.of_contact(person.contact_id) if line.state is MeetingState.MET]
        since = [line for line in met if line.starts_at is None or not told or _day(line.starts_at) >= max(told)]
        found += since[:1]  # latest first
    return sorted(found, key=lambda line: (line.starts_at is not None, line.starts_at or _now(store), line.id))


def _decided(store: Store, contact: Contact) -> Direction | None:
    """The direction decided last of those this contact helped with."""
    verdicts = shipped_letters()[1].verdicts
    found = [store.directions.find(number) for number in contact.directions]
    decided = [each for each in found if each is not None and each.verdict in verdicts]
    return max(decided, key=lambda each: (each.decided_on or date.min, each.id), default=None)


def reasons_for(store: Store, contact: Contact) -> tuple[Reason, ...]:
    """The reasons to write to a contact again."""
    entries = [store.learning.of_meeting(line.id) for line in store.meetings.of_contact(contact.id)]
    introducing = [each.name for each in store.referrals.of_referrer(contact.id) if each.introducing_since is not None]
    promises = store.promises.of_contact(contact.id)
    return reasons(contact, [entry for entry in entries if entry is not None], promises, introducing)


def offered_times(store: Store, dates: LetterDates) -> tuple[str, ...]:
    """The next times the user has entered as free, in words."""
    return tuple(window_text(each.start, each.end, dates) for each in coming_times(store)[:WINDOWS])


def coming_times(store: Store) -> list[FreeTime]:
    """The times the user has entered as free that are still to come."""
    return [each for each in store.free_times.all() if each.start > _now(store)]


def window_text(start: datetime, end: datetime, dates: LetterDates) -> str:
    """A time window in words: "Thu 26 Nov 2026, 10:00–11:00"."""
    return f"{dates.moment(start)}–{dates.clock(end.astimezone())}"


def _direction_of(store: Store, contact: Contact, meeting: Meeting | None) -> Direction | None:
    ids = (*((meeting.direction_id,) if meeting and meeting.direction_id else ()), *contact.directions)
    return store.directions.find(ids[0]) if ids else None


def _meeting_of(store: Store, contact_id: int, kind: MessageKind) -> Meeting | None:
    """The meeting ahead for a confirmation, the latest past one for thanks; other letters have none."""
    wanted = {MessageKind.CONFIRMATION: MeetingState.PLANNED, MessageKind.THANK_YOU: MeetingState.MET}.get(kind)
    if wanted is None:
        return None
    lines = [line for line in store.meetings.of_contact(contact_id) if line.state is wanted]
    if not lines:
        return None
    line = lines[-1] if wanted is MeetingState.PLANNED else lines[0]  # latest first
    return store.meetings.find(line.id)


def _day(moment: datetime) -> date:
    return moment.astimezone().date()


def _when(meeting: Meeting | None, their_zone: str, dates: LetterDates) -> str:
    """The time of a meeting, with the clock at their place where it shows another one."""
    if meeting is None or meeting.starts_at is None:
        return ""
    here = dates.moment(meeting.starts_at)
    if not (is_known(meeting.zone) and is_known(their_zone)):
        return here
    there = clock_at(meeting.starts_at, their_zone)
    if there == clock_at(meeting.starts_at, meeting.zone):
        return here
    return f"{here} ({dates.clock(there)}, {their_zone})"


def _earlier(store: Store, contact_id: int, dates: LetterDates) -> str:
    """When the user wrote before, in words."""
    sent = [
        message.sent_on
        for message in store.messages.of_contact(contact_id)
        if message.state is MessageState.SENT and message.sent_on
    ]
    return dates.day(max(sent), year=False) if sent else ""


def _now(store: Store) -> datetime:
    return store.clock().astimezone()
