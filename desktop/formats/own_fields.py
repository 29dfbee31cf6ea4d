"""The fields only Groundwork knows (source, comfort, stage …) as text for cards and tables, to be read back equal.

What points at other rows of the store (referrer, directions, group) is not among them: the archive holds that.
"""

from collections.abc import Callable, Iterable
from datetime import date

from desktop.core.contact import Contact
from desktop.core.contact_fields import CONTACT_FIELDS, ContactChanges, ContactField, ValueKind, changes_of


def _level(written: str) -> int:
    return min(5, max(1, int(written)))


def _reader(field: ContactField) -> Callable[[str], object]:
    """What makes a value of the text that was written."""
    if field.codes is not None:
        return field.codes
    readers: dict[ValueKind, Callable[[str], object]] = {ValueKind.DAY: date.fromisoformat, ValueKind.LEVEL: _level}
    return readers.get(field.kind, str)


_READ = {field.name: _reader(field) for field in CONTACT_FIELDS if field.own}
_EMPTY = Contact()
OWN_FIELDS = tuple(_READ)


def own_name(field: str) -> str:
    """The property of a card that holds the field."""
    return f"X-GROUNDWORK-{field.replace('_', '-').upper()}"


def own_fields(found: Iterable[tuple[str, str]]) -> ContactChanges:
    """The fields of `Contact` by name and text; what does not fit a field is left out."""
    fields: dict[str, object] = {}
    for field, written in found:
        try:
            fields[field] = _READ[field](written)
        except ValueError:
            continue
    return changes_of(fields)


def own_values(contact: Contact) -> list[tuple[str, str]]:
    """Name and text of every such field that holds something."""
    return [
        (field, value.isoformat() if isinstance(value, date) else str(value))
        for field in OWN_FIELDS
        if (value := getattr(contact, field)) != getattr(_EMPTY, field)
    ]
