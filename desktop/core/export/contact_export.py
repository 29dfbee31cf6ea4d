"""Contacts on their way out: to which kind of file, whose, and which of their fields."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from enum import StrEnum

from desktop.core.contact import Contact, MayUseName
from desktop.core.errors import UserError
from desktop.core.meeting import Meeting, PlannedQuestion
from desktop.core.message import Message
from desktop.core.organisation import ResearchNote
from desktop.core.promise import Promise


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


def kind_of(file_name: str) -> ExportKind:
    """The kind of file that a name asks for by its ending.

    Raises:
        UserError: if it has none of the endings.
    """
    ending = "." + file_name.rpartition(".")[2].casefold()
    if ending not in _KINDS:
        raise UserError("write_errors.unknown_kind", name=file_name, endings=tuple(_KINDS))
    return _KINDS[ending]


class ExportField(StrEnum):
    """What may stay behind; the name never does."""

    EMAILS = "emails"
    PHONES = "phones"
    LINKS = "links"
    ADDRESSES = "addresses"
    WORK = "work"  # organisation and role
    NOTES = "notes"
    TAGS = "tags"
    PHOTO = "photo"
    SEARCH = "search"  # where they were found, who named them, where they stand
    CARD = "card"  # what the card they came on held besides
    HISTORY = "history"  # messages, meetings, promises, research


ALL_FIELDS = frozenset(ExportField)
_SEARCH_FIELDS = (
    "source", "source_detail", "found_on", "referrer_id", "referred_for", "referred_at_id", "introducing_since",
    "comfort", "warm_line", "cares_about", "give_back", "stage", "stage_reason", "last_contact_on", "imported_on",
    "imported_from", "may_use_name",
)  # fmt: skip
_FIELDS: dict[ExportField, tuple[str, ...]] = {
    ExportField.EMAILS: ("emails",),
    ExportField.PHONES: ("phones",),
    ExportField.LINKS: ("links",),
    ExportField.ADDRESSES: ("addresses",),
    ExportField.WORK: ("organisation", "organisation_id", "role"),
    ExportField.NOTES: ("notes",),
    ExportField.TAGS: ("tags", "directions"),
    ExportField.PHOTO: ("photo",),
    ExportField.SEARCH: _SEARCH_FIELDS,
    ExportField.CARD: ("properties",),
}
_EMPTY = Contact(may_use_name=MayUseName.ASK)


def only(contact: Contact, chosen: Iterable[ExportField]) -> Contact:
    """The contact without the fields that were not chosen."""
    kept = frozenset(chosen)
    emptied = {name: getattr(_EMPTY, name) for each, names in _FIELDS.items() if each not in kept for name in names}
    return replace(contact, **emptied) if emptied else contact


def names_of(chosen: Iterable[ExportField]) -> frozenset[str]:
    """The fields of `Contact` that may leave."""
    kept = frozenset(chosen)
    hidden = {name for each, names in _FIELDS.items() if each not in kept for name in names}
    return frozenset(field.name for field in fields(Contact)) - hidden


@dataclass(frozen=True, slots=True)
class MeetingRecord:
    """A meeting with its questions and answers, those that came by themselves last."""

    meeting: Meeting
    questions: tuple[PlannedQuestion, ...] = ()


@dataclass(frozen=True, slots=True)
class ContactRecord:
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


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: how many of what, and how many confidential texts stayed behind."""

    counts: dict[str, int]
    left_out: int = 0
