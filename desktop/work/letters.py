"""What a letter to one contact is made of: templates, the material that is known, and the draft they give together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from desktop.core.contact import Contact, Source, Stage
from desktop.core.direction import Direction
from desktop.core.free_time import FreeTime
from desktop.core.letters.letter import Draft, LetterMaterial, Template, fill
from desktop.core.letters.letter_values import LetterWording, joined, values
from desktop.core.letters.reason_to_write import Reason, reasons
from desktop.core.meeting import Meeting, MeetingLine, MeetingState
from desktop.core.message import Channel, Message, MessageKind, MessageState, RequestSituation
from desktop.core.zones import clock_at, is_known
from desktop.formats.letters import read_letters, read_wording
from desktop.places import resources
from desktop.ui import words
from desktop.ui.shared import days
from desktop.ui.workspace import Workspace

WINDOWS = 3  # times offered at most (domain.md: two or three)
_MATERIAL = frozenset(field.name for field in fields(LetterMaterial))
_BY_SOURCE = {
    Source.KNOWN: RequestSituation.KNOWN,
    Source.ALUMNI: RequestSituation.ALUMNI,
    Source.WORKSHOP: RequestSituation.EVENT,
    Source.CONFERENCE: RequestSituation.EVENT,
    Source.SOCIAL_EVENT: RequestSituation.EVENT,
}
_BY_STAGE = {
    Stage.WRITTEN_TO: MessageKind.NUDGE,
    Stage.REPLIED: MessageKind.REPLY_TO_YES,
    Stage.AGREED: MessageKind.CONFIRMATION,
    Stage.MET: MessageKind.THANK_YOU,
    Stage.THANKED: MessageKind.KEEP_IN_TOUCH,
    Stage.IN_TOUCH: MessageKind.KEEP_IN_TOUCH,
    Stage.DECLINED: MessageKind.REPLY_TO_NO,
}


@dataclass(frozen=True, slots=True)
class Rendered:
    """A draft with the values its gaps may be filled from later."""

    draft: Draft
    values: Mapping[str, str]
    material: LetterMaterial


@lru_cache(maxsize=1)
def shipped_letters() -> tuple[tuple[Template, ...], LetterWording]:
    """The shipped templates with their small words, read when the first letter is written."""
    folder = resources() / "letters"
    return read_letters(folder), read_wording(folder)


def templates_for(workspace: Workspace, kind: MessageKind, situation: RequestSituation | None) -> tuple[Template, ...]:
    """The templates of a kind, the user's own after the shipped ones."""
    wanted = situation if kind is MessageKind.FIRST_REQUEST else None
    shipped = [each for each in shipped_letters()[0] if each.kind is kind and each.situation is wanted]
    own = [each for each in workspace.store.own_letters.all() if each.kind is kind and each.situation in (wanted, None)]
    return (*shipped, *own)


def template_name(template: Template) -> str:
    """How a template is called where one chooses: its tone, an own one by the name it was given."""
    return template.name or words.tone(template.tone)


def usual_kind(stage: Stage) -> MessageKind:
    """What one would write next to a contact who stands there."""
    return _BY_STAGE.get(stage, MessageKind.FIRST_REQUEST)


def usual_situation(contact: Contact) -> RequestSituation:
    """How the user comes to write to this contact, as far as it is known."""
    if contact.referrer_id is not None:
        return RequestSituation.REFERRED
    return _BY_SOURCE.get(contact.source, RequestSituation.COLD) if contact.source else RequestSituation.COLD


def situations_of(contact: Contact) -> list[RequestSituation]:
    """The situations that can be: nobody was named by nobody."""
    return [each for each in RequestSituation if each is not RequestSituation.REFERRED or contact.referrer_id]


def usual_channel(message: Message) -> Channel:
    """The way a message will go, unless the user says otherwise."""
    if message.id:
        return message.channel
    return Channel.LINKEDIN if message.situation is RequestSituation.LINKEDIN_NOTE else Channel.EMAIL


def tone_of(workspace: Workspace, key: str) -> str:
    """The tone of a template, the one the user prefers where there is no such template."""
    known = [*shipped_letters()[0], *workspace.store.own_letters.all()]
    tone = next((each.tone for each in known if each.key == key), "")
    return tone or workspace.store.preferences.settings().letter_tone


def draft_of(workspace: Workspace, contact: Contact, kind: MessageKind) -> Message:
    """The draft of that kind to a contact, a new one where there is none."""
    for message in workspace.store.messages.of_contact(contact.id):
        if message.state is MessageState.DRAFT and message.kind is kind:
            return message
    situation = usual_situation(contact) if kind is MessageKind.FIRST_REQUEST else None
    return Message(contact_id=contact.id, kind=kind, situation=situation)


def rendered(workspace: Workspace, contact: Contact, template: Template, typed: Mapping[str, str]) -> Rendered:
    """The template filled from everything known; `typed` are answers that belong to this letter alone, by slot."""
    wording = shipped_letters()[1]
    material = material_of(workspace, contact, template.kind, typed)
    known = values(material, wording)
    for slot, text in typed.items():
        if text.strip() and slot not in _MATERIAL:
            known[slot] = " ".join(text.split())
    return Rendered(fill(template, known, wording.prompts), known, material)


def material_of(workspace: Workspace, contact: Contact, kind: MessageKind, typed: Mapping[str, str]) -> LetterMaterial:
    """What is known for a letter of that kind to that contact."""
    store = workspace.store
    meeting = _meeting_of(workspace, contact.id, kind)
    referrer = store.contacts.find(contact.referrer_id) if contact.referrer_id else None
    made = LetterMaterial(
        profile=store.preferences.profile(),
        contact=contact,
        referrer=referrer.name if referrer else "",
        direction=_direction_of(workspace, contact, meeting),
        windows=offered_times(workspace),
        meeting=meeting,
        when=_when(meeting, contact.time_zone),
        earlier=_earlier(workspace, contact.id),
        private_search=store.preferences.settings().private_search,
    )
    made = replace(made, **_after_meeting(workspace, contact, kind, meeting))
    answers = {slot: text for slot, text in typed.items() if text.strip() and slot in _MATERIAL}
    windows = answers.pop("windows", "")
    name = answers.pop("direction", "")
    if windows:
        made = replace(made, windows=tuple(line for line in windows.splitlines() if line.strip()))
    if name:
        made = replace(made, direction=Direction(name=name))
    return replace(made, **answers)  # type: ignore[arg-type]


def _after_meeting(
    workspace: Workspace, contact: Contact, kind: MessageKind, meeting: Meeting | None
) -> dict[str, Any]:
    """What a meeting leaves to tell: to whom it was with, or to whoever led to it. Answers are no part of it."""
    store, joint = workspace.store, shipped_letters()[1].and_joint
    if kind is MessageKind.THANK_YOU and meeting is not None:
        named = [each.name for each in store.referrals.of_meeting(meeting.id) if each.referrer_id == contact.id]
        return {"surprised": meeting.surprised, "will_use": meeting.will_use, "met": joined(tuple(named), joint)}
    if kind is not MessageKind.REPORT_BACK:
        return {}
    found: dict[str, Any] = {"decided": _decided(workspace, contact)}
    met = met_through(workspace, contact.id)
    if met:
        latest = met[-1]
        found |= {"met": joined(tuple(each.contact for each in met), joint), "meeting": store.meetings.find(latest.id)}
        found["will_use"] = found["meeting"].will_use if found["meeting"] else ""
        found["direction"] = _direction_of(workspace, contact, found["meeting"])
    return found


def met_through(workspace: Workspace, contact_id: int) -> list[MeetingLine]:
    """The latest meeting with each person this contact named, met since the last report to them, in their order."""
    store = workspace.store
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
    return sorted(found, key=lambda line: (line.starts_at is not None, line.starts_at or workspace.now(), line.id))


def _decided(workspace: Workspace, contact: Contact) -> Direction | None:
    """The direction decided last of those this contact helped with."""
    verdicts = shipped_letters()[1].verdicts
    found = [workspace.store.directions.find(number) for number in contact.directions]
    decided = [each for each in found if each is not None and each.verdict in verdicts]
    return max(decided, key=lambda each: (each.decided_on or date.min, each.id), default=None)


def reasons_for(workspace: Workspace, contact: Contact) -> tuple[Reason, ...]:
    """The reasons to write to a contact again."""
    store = workspace.store
    entries = [store.learning.of_meeting(line.id) for line in store.meetings.of_contact(contact.id)]
    introducing = [each.name for each in store.referrals.of_referrer(contact.id) if each.introducing_since is not None]
    promises = store.promises.of_contact(contact.id)
    return reasons(contact, [entry for entry in entries if entry is not None], promises, introducing)


def offered_times(workspace: Workspace) -> tuple[str, ...]:
    """The next times the user has entered as free, in words."""
    return tuple(window_text(each.start, each.end) for each in coming_times(workspace)[:WINDOWS])


def coming_times(workspace: Workspace) -> list[FreeTime]:
    """The times the user has entered as free that are still to come."""
    return [each for each in workspace.store.free_times.all() if each.start > workspace.now()]


def window_text(start: datetime, end: datetime) -> str:
    """A time window in words: "Thu 26 Nov 2026, 10:00–11:00"."""
    return f"{days.short_moment(start.astimezone())}–{days.clock(end.astimezone())}"


def _direction_of(workspace: Workspace, contact: Contact, meeting: Meeting | None) -> Direction | None:
    ids = (*((meeting.direction_id,) if meeting and meeting.direction_id else ()), *contact.directions)
    return workspace.store.directions.find(ids[0]) if ids else None


def _meeting_of(workspace: Workspace, contact_id: int, kind: MessageKind) -> Meeting | None:
    """The meeting ahead for a confirmation, the latest past one for thanks; other letters have none."""
    wanted = {MessageKind.CONFIRMATION: MeetingState.PLANNED, MessageKind.THANK_YOU: MeetingState.MET}.get(kind)
    if wanted is None:
        return None
    lines = [line for line in workspace.store.meetings.of_contact(contact_id) if line.state is wanted]
    if not lines:
        return None
    line = lines[-1] if wanted is MeetingState.PLANNED else lines[0]  # latest first
    return workspace.store.meetings.find(line.id)


def _day(moment: datetime) -> date:
    return moment.astimezone().date()


def _when(meeting: Meeting | None, their_zone: str) -> str:
    """The time of a meeting, with the clock at their place where it shows another one."""
    if meeting is None or meeting.starts_at is None:
        return ""
    here = days.short_moment(meeting.starts_at.astimezone())
    if not (is_known(meeting.zone) and is_known(their_zone)):
        return here
    there = clock_at(meeting.starts_at, their_zone)
    if there == clock_at(meeting.starts_at, meeting.zone):
        return here
    return f"{here} ({days.clock(there)}, {their_zone})"


def _earlier(workspace: Workspace, contact_id: int) -> str:
    """When the user wrote before, in words."""
    sent: Sequence[object] = [
        message.sent_on
        for message in workspace.store.messages.of_contact(contact_id)
        if message.state is MessageState.SENT and message.sent_on
    ]
    return days.short(max(sent), year=False) if sent else ""  # type: ignore[type-var,arg-type]
