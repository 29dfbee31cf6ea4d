"""The fields only Groundwork knows (source, comfort, stage …) as text for cards and tables, to be read back equal.

What points at other rows of the store (referrer, directions, group) is not among them: the archive holds that.
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from desktop.core.contact import Contact, MayUseName, Source, Stage

_READ: dict[str, Callable[[str], Any]] = {
    "source": Source,
    "source_detail": str,
    "found_on": date.fromisoformat,
    "may_use_name": MayUseName,
    "referred_for": str,
    "introducing_since": date.fromisoformat,
    "comfort": lambda written: min(5, max(1, int(written))),
    "warm_line": str,
    "cares_about": str,
    "give_back": str,
    "stage": Stage,
    "stage_reason": str,
    "imported_on": date.fromisoformat,
    "imported_from": str,
}
_EMPTY = Contact()
OWN_FIELDS = tuple(_READ)


def own_fields(found: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """The fields of `Contact` by name and text; what does not fit a field is left out."""
    fields: dict[str, Any] = {}
    for field, written in found:
        try:
            fields[field] = _READ[field](written)
        except ValueError:
            continue
    return fields


def own_values(contact: Contact) -> list[tuple[str, str]]:
    """Name and text of every such field that holds something."""
    return [
        (field, value.isoformat() if isinstance(value, date) else str(value))
        for field in OWN_FIELDS
        if (value := getattr(contact, field)) != getattr(_EMPTY, field)
    ]
