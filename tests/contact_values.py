"""A value for every field of a contact by the table, so that tests of a new field need no list of their own."""

from datetime import UTC, date, datetime
from typing import Any

from desktop.core.contact import CardProperty, Detail, Photo
from desktop.core.contact_fields import CONTACT_FIELDS, ContactField, PagePart, ValueKind

CHANGEABLE = [field for field in CONTACT_FIELDS if not field.derived]
# What is typed into a field of the page; the rest is above everything, on the card, chosen or told in a sentence.
TYPED = [
    field
    for field in CHANGEABLE
    if field.page not in (PagePart.NOWHERE, PagePart.HEAD, PagePart.CARD)
    and field.name not in ("directions", "imported_on", "imported_from")
]
GIF = b"GIF89a\x05\0\x05\0\x80\0\0\xff\xff\xff\0\0\0;"
_ZONES = ("Asia/Tokyo", "Europe/Rome")


def word(field: ContactField, number: int = 0) -> str:
    """A word that is in no other value: by it the field is looked for in files and searches."""
    return f"{field.name.replace('_', '')}{'word' * (number + 1)}"


def value(field: ContactField, number: int = 0) -> Any:
    """A value of the field that is not the one it has when nothing is said; of two numbers, two values.

    Ids are 1 and 2: whoever stores the contact makes sure that there are such rows.
    """
    if field.name == "time_zone":
        return _ZONES[number]
    if field.codes is not None:
        return list(field.codes)[number + 1]
    values: dict[ValueKind, Any] = {
        ValueKind.TEXT: word(field, number),
        ValueKind.LEVEL: number + 3,
        ValueKind.DAY: date(2031, number + 1, 17),
        ValueKind.MOMENT: datetime(2031, number + 1, 17, 9, tzinfo=UTC),
        ValueKind.ID: number + 1,
        ValueKind.DETAILS: (Detail(f"{word(field, number)}@x.example", "work"),),
        ValueKind.TAGS: (word(field, number), "further"),
        ValueKind.DIRECTIONS: (number + 1,),
        ValueKind.PROPERTIES: (CardProperty("X-HOBBY", word(field, number)),),
        ValueKind.PHOTO: Photo("image/gif", GIF + bytes(number)),
    }
    return values[field.kind]
