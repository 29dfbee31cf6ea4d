"""Contacts on their way out: to which kind of file, whose, and which of their fields."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Literal

from msgspec import Struct

from desktop.core.contact import Contact
from desktop.core.contact_fields import ALWAYS, CONTACT_FIELDS, ExportGroup
from desktop.core.errors import UserError
from desktop.core.meeting import Meeting, PlannedQuestion
from desktop.core.message import Message
from desktop.core.organisation import ResearchNote
from desktop.core.promise import Promise
from desktop.core.values import replace

VCardVersion = Literal["3.0", "4.0"]


class ExportKind(StrEnum):
    """The kinds of file that are written; archive and calendar hold everything, the others contacts."""

    VCARD = "vcard"
    CSV = "csv"
    MARKDOWN = "markdown"
    ARCHIVE = "json"
    CALENDAR = "ics"


_KINDS = {
    ".vcf": ExportKind.VCARD,
    ".vcard": ExportKind.VCARD,
    ".csv": ExportKind.CSV,
    ".md": ExportKind.MARKDOWN,
    ".markdown": ExportKind.MARKDOWN,
    ".json": ExportKind.ARCHIVE,
    ".ics": ExportKind.CALENDAR,
}
ENDINGS = {kind: ending for ending, kind in reversed(_KINDS.items())}
OF_CONTACTS = frozenset({ExportKind.VCARD, ExportKind.CSV, ExportKind.MARKDOWN})


def export_kind_of(file_name: str) -> ExportKind:
    """The kind of file that a name asks for by its ending.

    Raises:
        UserError: if it has none of the endings.
    """
    ending = "." + file_name.rpartition(".")[2].casefold()
    if ending not in _KINDS:
        raise UserError("write_errors.unknown_kind", name=file_name, endings=tuple(_KINDS))
    return _KINDS[ending]


ALL_GROUPS = frozenset(ExportGroup)
# What a card alone can hold.
ONLY_CARDS = frozenset({ExportGroup.PHOTO, ExportGroup.CARD})


def exported_fields(chosen: Iterable[ExportGroup]) -> frozenset[str]:
    """The fields of `Contact` that leave: those of the groups chosen, and the name. Nothing else ever does."""
    allowed = {ALWAYS, *chosen}
    return frozenset(field.name for field in CONTACT_FIELDS if field.group in allowed)


def only(contact: Contact, fields: Iterable[str]) -> Contact:
    """The contact with nothing but these fields."""
    return Contact(**{name: getattr(contact, name) for name in fields})


class MeetingRecord(Struct, frozen=True):
    """A meeting with its questions and answers, those that came by themselves last."""

    meeting: Meeting
    questions: tuple[PlannedQuestion, ...] = ()


class ContactRecord(Struct, frozen=True):
    """Everything about one contact, as it is written out."""

    contact: Contact
    referrer: str = ""
    messages: tuple[Message, ...] = ()
    meetings: tuple[MeetingRecord, ...] = ()
    promises: tuple[Promise, ...] = ()
    research: tuple[ResearchNote, ...] = ()


def without_confidential(record: ContactRecord) -> tuple[ContactRecord, int]:
    """The record without answers in confidence and without what was feared and happened; how many those were."""
    left_out = 0
    meetings = []
    for each in record.meetings:
        kept = []
        for question in each.questions:
            hidden = question.in_confidence and bool(question.answer)
            left_out += hidden
            kept.append(replace(question, answer="", answer_kind=None) if hidden else question)
        left_out += bool(each.meeting.feared) + bool(each.meeting.happened)
        meetings.append(MeetingRecord(replace(each.meeting, feared="", happened=""), tuple(kept)))
    return replace(record, meetings=tuple(meetings)), left_out


class Exported(Struct, frozen=True):
    """What was written: how many of what, and how many confidential texts stayed behind."""

    counts: dict[str, int]
    left_out: int = 0
