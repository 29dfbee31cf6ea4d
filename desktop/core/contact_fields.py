"""The one table of the fields of a contact: what each holds, and where it is shown, searched, merged and written.

Everything that goes field by field follows from it: the columns of the store, search, merging, export, vCard, CSV,
Markdown, letters, the contact's page. `tests/core/test_contact_fields.py` says what a new field has to have.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Final, Literal, TypedDict, TypeGuard

from msgspec import Struct

from desktop.core.contact import CardProperty, Contact, Detail, MayUseName, Photo, Source, Stage


class ValueKind(StrEnum):
    """What the value of a field is."""

    TEXT = "text"
    LEVEL = "level"  # 1 to 5, or None
    DAY = "day"
    MOMENT = "moment"
    CODE = "code"  # of the enumeration `ContactField.codes`
    ID = "id"  # of a row of the store
    DETAILS = "details"  # values with labels
    TAGS = "tags"
    DIRECTIONS = "directions"  # ids
    PROPERTIES = "properties"
    PHOTO = "photo"


class ExportGroup(StrEnum):
    """What may be chosen to leave in a file of contacts; the name always does."""

    EMAILS = "emails"
    PHONES = "phones"
    LINKS = "links"
    ADDRESSES = "addresses"
    WORK = "work"  # organisation and role
    PERSON = "person"  # how to say the name, pronouns, time zone
    NOTES = "notes"
    TAGS = "tags"
    PHOTO = "photo"
    SEARCH = "search"  # where they were found, who named them, their stage, what was noted for the conversation
    CARD = "card"  # the unknown properties of the card they came on
    HISTORY = "history"  # messages, meetings, promises, research: no field of the contact


ALWAYS: Final = "always"  # exported whatever was chosen
NEVER: Final = "never"  # in no file of contacts; the archive holds it


class MergeRule(StrEnum):
    """What becomes of the field when two contacts become one."""

    CHOICE = "choice"  # one of the two, as the user chooses where they differ
    BOTH = "both"  # the same, and both together may be chosen
    WITH = "with"  # goes with the field `ContactField.merged_with`
    FILLED = "filled"  # the first contact's if it has one, else the second's
    EARLIER = "earlier"
    UNION = "union"
    FIRST = "first"  # the first contact's


class SearchPlace(StrEnum):
    """By what a search finds the text of a field."""

    NAME = "name"  # any part of it, as of the name
    WORDS = "words"  # the beginnings of its words


class PagePart(StrEnum):
    """The part of a contact's page on which a field is shown."""

    HEAD = "head"  # above everything
    NAME = "name"
    REACH = "reach"
    ORIGIN = "origin"  # how they were found
    CONVERSATION = "conversation"
    NOTES = "notes"
    IN_TOUCH = "in_touch"
    CARD = "card"  # what else was on their card
    NOWHERE = "nowhere"


class ContactField(Struct, frozen=True):
    """One field of `Contact`.

    Args:
        name: as in `Contact`, and of its column in the store.
        group: with what it is exported.
        page: where it is shown.
        codes: the enumeration of a code.
        detail: of details, what one of them is: `email`.
        merged_with: the field whose choice it follows.
        search: by what a search finds it, if it does.
        card: the properties of a vCard that hold it, the one that is written first.
        card_3: what vCard 3.0, which does not know that property, calls it.
        heading: of its column in a table; of details with `{0}` for the number.
        own: written under Groundwork's own name: no other program has such a field.
        told: the code of its name in Markdown, where it is told in the list about the contact.
        in_letters: whether letters may hold it as it is.
        one_line: whether it is stored on one line.
        derived: kept by the store itself; nobody else changes it.
    """

    name: str
    kind: ValueKind
    group: ExportGroup | Literal["always", "never"]
    merge: MergeRule
    page: PagePart
    codes: type[StrEnum] | None = None
    detail: str = ""
    merged_with: str = ""
    search: SearchPlace | None = None
    card: tuple[str, ...] = ()
    card_3: str = ""
    heading: str = ""
    own: bool = False
    told: str = ""
    in_letters: bool = False
    one_line: bool = False
    derived: bool = False

    @property
    def is_column(self) -> bool:
        """Whether the store has it in the row of the contact; else it is in rows of its own."""
        return self.kind not in _IN_OWN_ROWS and self.name != "organisation"


_IN_OWN_ROWS = frozenset(
    (ValueKind.DETAILS, ValueKind.TAGS, ValueKind.DIRECTIONS, ValueKind.PROPERTIES, ValueKind.PHOTO)
)
_TEXT, _LEVEL, _DAY, _CODE, _ID = ValueKind.TEXT, ValueKind.LEVEL, ValueKind.DAY, ValueKind.CODE, ValueKind.ID
_DETAILS = ValueKind.DETAILS
_NAME, _WORDS = SearchPlace.NAME, SearchPlace.WORDS
_CHOICE, _BOTH, _WITH, _FILLED, _FIRST = (
    MergeRule.CHOICE,
    MergeRule.BOTH,
    MergeRule.WITH,
    MergeRule.FILLED,
    MergeRule.FIRST,
)
_SEARCH = ExportGroup.SEARCH

# The order is that of a page, of a table and of the choices at a merge.
CONTACT_FIELDS = (
    ContactField("id", _ID, NEVER, _FIRST, PagePart.NOWHERE, derived=True),
    ContactField(
        "name", _TEXT, ALWAYS, _CHOICE, PagePart.NAME,
        search=_NAME, card=("FN", "N"), heading="Name", in_letters=True, one_line=True,
    ),
    ContactField(
        "pronounced", _TEXT, ExportGroup.PERSON, _CHOICE, PagePart.NAME,
        card=("X-PHONETIC-FIRST-NAME", "X-PHONETIC-MIDDLE-NAME", "X-PHONETIC-LAST-NAME"),
        heading="Phonetic First Name", told="markdown.pronounced",
    ),
    ContactField(
        "pronouns", _TEXT, ExportGroup.PERSON, _CHOICE, PagePart.NAME,
        search=_WORDS, card=("PRONOUNS",), card_3="X-PRONOUNS",  # RFC 9554, 3.4
        heading="Pronouns", told="markdown.pronouns", in_letters=True, one_line=True,
    ),
    ContactField(
        "role", _TEXT, ExportGroup.WORK, _CHOICE, PagePart.NAME,
        search=_NAME, card=("TITLE", "ROLE"), heading="Organization Title", in_letters=True, one_line=True,
    ),
    ContactField(
        "organisation", _TEXT, ExportGroup.WORK, _CHOICE, PagePart.NAME,
        search=_NAME, card=("ORG",), heading="Organization Name", in_letters=True, one_line=True,
    ),
    ContactField(
        "organisation_id", _ID, ExportGroup.WORK, _WITH, PagePart.NOWHERE, merged_with="organisation",
    ),
    ContactField(
        "emails", _DETAILS, ExportGroup.EMAILS, _BOTH, PagePart.REACH,
        detail="email", search=_WORDS, card=("EMAIL",), heading="E-mail {0} - Value",
    ),
    ContactField(
        "phones", _DETAILS, ExportGroup.PHONES, _BOTH, PagePart.REACH,
        detail="phone", search=_WORDS, card=("TEL",), heading="Phone {0} - Value",
    ),
    ContactField(
        "links", _DETAILS, ExportGroup.LINKS, _BOTH, PagePart.REACH,
        detail="link", search=_WORDS, heading="Website {0} - Value",
        card=("URL", "X-SOCIALPROFILE", "SOCIALPROFILE", "X-LINKEDIN", "X-LINKEDIN-URL"),
    ),
    ContactField(
        "addresses", _DETAILS, ExportGroup.ADDRESSES, _BOTH, PagePart.REACH,
        detail="address", search=_WORDS, card=("ADR", "LABEL"), heading="Address {0} - Formatted",
    ),
    ContactField("stage", _CODE, _SEARCH, _FIRST, PagePart.HEAD, codes=Stage, own=True, told="markdown.stage"),
    ContactField("stage_reason", _TEXT, _SEARCH, _FIRST, PagePart.HEAD, own=True),
    ContactField(
        "source", _CODE, _SEARCH, _CHOICE, PagePart.ORIGIN, codes=Source, own=True, told="markdown.source",
    ),
    ContactField(
        "source_detail", _TEXT, _SEARCH, _WITH, PagePart.ORIGIN, merged_with="source", search=_WORDS, own=True,
    ),
    ContactField(
        "found_on", _DAY, _SEARCH, MergeRule.EARLIER, PagePart.ORIGIN, own=True, told="markdown.found_on",
    ),
    ContactField("referrer_id", _ID, _SEARCH, _CHOICE, PagePart.ORIGIN, told="markdown.named_by"),
    ContactField(
        "may_use_name", _CODE, _SEARCH, _WITH, PagePart.ORIGIN,
        codes=MayUseName, merged_with="referrer_id", own=True,
    ),
    ContactField(
        "referred_for", _TEXT, _SEARCH, _WITH, PagePart.ORIGIN,
        merged_with="referrer_id", own=True, told="markdown.named_for",
    ),
    ContactField("referred_at_id", _ID, _SEARCH, _WITH, PagePart.NOWHERE, merged_with="referrer_id"),
    ContactField(
        "introducing_since", _DAY, _SEARCH, _WITH, PagePart.ORIGIN, merged_with="referrer_id", own=True,
    ),
    ContactField("directions", ValueKind.DIRECTIONS, ExportGroup.TAGS, _BOTH, PagePart.CONVERSATION),
    ContactField("comfort", _LEVEL, _SEARCH, _CHOICE, PagePart.CONVERSATION, own=True),
    ContactField(
        "warm_line", _TEXT, _SEARCH, _BOTH, PagePart.CONVERSATION, search=_WORDS, own=True, told="markdown.warm_line",
    ),
    ContactField(
        "time_zone", _TEXT, ExportGroup.PERSON, _CHOICE, PagePart.CONVERSATION,
        card=("TZ",), heading="Time Zone", told="markdown.time_zone",
    ),
    ContactField(
        "cares_about", _TEXT, _SEARCH, _BOTH, PagePart.IN_TOUCH, search=_WORDS, own=True, told="markdown.cares_about",
    ),
    ContactField("give_back", _TEXT, _SEARCH, _BOTH, PagePart.IN_TOUCH, own=True, told="markdown.give_back"),
    ContactField("touch_group_id", _ID, NEVER, _CHOICE, PagePart.IN_TOUCH),
    ContactField(
        "tags", ValueKind.TAGS, ExportGroup.TAGS, _BOTH, PagePart.CONVERSATION,
        search=_WORDS, card=("CATEGORIES",), heading="Labels", told="markdown.tags",
    ),
    ContactField(
        "notes", _TEXT, ExportGroup.NOTES, _BOTH, PagePart.NOTES, search=_WORDS, card=("NOTE",), heading="Notes",
    ),
    ContactField("last_contact_on", _DAY, _SEARCH, _FIRST, PagePart.IN_TOUCH, derived=True),
    ContactField("imported_on", _DAY, _SEARCH, _FILLED, PagePart.ORIGIN, own=True),
    ContactField(
        "imported_from", _TEXT, _SEARCH, _WITH, PagePart.ORIGIN, merged_with="imported_on", own=True,
    ),
    ContactField("created_at", ValueKind.MOMENT, NEVER, _FIRST, PagePart.NOWHERE, derived=True),
    ContactField("properties", ValueKind.PROPERTIES, ExportGroup.CARD, MergeRule.UNION, PagePart.CARD),
    ContactField("photo", ValueKind.PHOTO, ExportGroup.PHOTO, _FILLED, PagePart.HEAD, card=("PHOTO",)),
)  # fmt: skip
FIELD_BY_NAME: Mapping[str, ContactField] = {field.name: field for field in CONTACT_FIELDS}
IN_LETTERS = tuple(field for field in CONTACT_FIELDS if field.in_letters)
# What a search finds by the beginnings of words, in the order in which it is told where: texts, tags, details.
SEARCHED_WORDS = tuple(
    sorted(
        (field for field in CONTACT_FIELDS if field.search is _WORDS),
        key=lambda field: (ValueKind.TEXT, ValueKind.TAGS, _DETAILS).index(field.kind),
    )
)


class ContactChanges(TypedDict, total=False):
    """The fields of a contact that may be changed, for `contacts.update`."""

    name: str
    pronounced: str
    pronouns: str
    role: str
    organisation: str
    organisation_id: int | None
    emails: tuple[Detail, ...]
    phones: tuple[Detail, ...]
    links: tuple[Detail, ...]
    addresses: tuple[Detail, ...]
    source: Source | None
    source_detail: str
    found_on: date | None
    referrer_id: int | None
    may_use_name: MayUseName
    referred_for: str
    referred_at_id: int | None
    introducing_since: date | None
    comfort: int | None
    warm_line: str
    time_zone: str
    cares_about: str
    give_back: str
    touch_group_id: int | None
    directions: tuple[int, ...]
    tags: tuple[str, ...]
    notes: str
    stage: Stage
    stage_reason: str
    imported_on: date | None
    imported_from: str
    properties: tuple[CardProperty, ...]
    photo: Photo | None


def changes_of(values: Mapping[str, object]) -> ContactChanges:
    """Changes whose fields are known by name only; their values are of the kinds of those fields.

    Raises:
        TypeError: for a name that is no field, or one that cannot be changed.
    """
    changes = dict(values)
    if not _are_changes(changes):
        raise TypeError(f"{', '.join(sorted(changes.keys() - _CHANGEABLE))}: no field of a contact that can be changed")
    return changes


_CHANGEABLE = frozenset(field.name for field in CONTACT_FIELDS if not field.derived)


def _are_changes(values: dict[str, object]) -> TypeGuard[ContactChanges]:
    return values.keys() <= _CHANGEABLE


def changes_to(before: Contact, after: Contact) -> ContactChanges:
    """What makes of a stored contact another; the organisation by its id where that is known, else by its name."""
    if before == after:
        return {}
    unsaid = "organisation" if after.organisation_id is not None else "organisation_id"
    return changes_of(
        {
            field.name: value
            for field in CONTACT_FIELDS
            if not field.derived and field.name != unsaid
            if (value := getattr(after, field.name)) != getattr(before, field.name)
        }
    )


def texts_of(contact: Contact, field: ContactField) -> Sequence[str]:
    """The texts in a searched field: the text itself, each tag, the value of each detail."""
    value = getattr(contact, field.name)
    if field.kind is ValueKind.DETAILS:
        return [detail.value for detail in value]
    return (value,) if field.kind is ValueKind.TEXT else tuple(value)
