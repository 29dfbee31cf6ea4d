"""An organisation, where contacts work, and the research notes found about it, its industry and its people."""

from datetime import date, timedelta
from enum import StrEnum
from typing import TypedDict

from msgspec import Struct

STALE_AFTER_DAYS = 90  # research older than this is flagged when it is used again


class Organisation(Struct, frozen=True):
    """Where a contact works; its research is shared by all of its contacts."""

    id: int = 0
    name: str = ""
    industry: str = ""
    website: str = ""
    notes: str = ""


class OrganisationChanges(TypedDict, total=False):
    """What `update` may change of an `Organisation`; named and typed as its fields are."""

    name: str
    industry: str
    website: str
    notes: str


class OrganisationLine(Struct, frozen=True):
    """One light row of the list of organisations. `people` counts the contacts there."""

    id: int
    name: str
    industry: str
    people: int


class Subject(StrEnum):
    """What a research note is about."""

    ORGANISATION = "organisation"
    INDUSTRY = "industry"
    PERSON = "person"


class ResearchNote(Struct, frozen=True):
    """A fact found beforehand, with the web address and the date it was read.

    Notes on the organisation and the industry belong to the organisation, notes on the person to the contact.
    """

    id: int = 0
    subject: Subject = Subject.ORGANISATION
    text: str = ""
    address: str = ""
    read_on: date | None = None
    organisation_id: int | None = None
    contact_id: int | None = None


class ResearchNoteChanges(TypedDict, total=False):
    """What `update` may change of a `ResearchNote`; named and typed as its fields are."""

    subject: Subject
    text: str
    address: str
    read_on: date | None


def is_stale(note: ResearchNote, today: date) -> bool:
    """Whether a note was read more than 90 days ago, so that it should be checked before it is used again."""
    return note.read_on is not None and today - note.read_on > timedelta(days=STALE_AFTER_DAYS)
