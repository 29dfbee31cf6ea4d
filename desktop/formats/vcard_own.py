"""The fields only Groundwork knows (source, comfort, stage …) as properties of a card, so that it reads back equal.

What points at other rows of the store (referrer, directions, group) is not among them: the archive holds that.
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from desktop.core.contact import Contact, MayUseName, Source, Stage
from desktop.formats.vcard_lines import Property
from desktop.formats.vcard_values import text

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
# By the name of the property: X-GROUNDWORK-FOUND-ON holds `found_on`.
OWN = {f"X-GROUNDWORK-{field.replace('_', '-').upper()}": field for field in _READ}


def own_fields(props: Iterable[Property]) -> dict[str, Any]:
    """The fields of `Contact` that these properties hold; what does not fit a field is left out."""
    fields: dict[str, Any] = {}
    for head, value in props:
        field = OWN[head.name]
        try:
            fields[field] = _READ[field](text(value))
        except ValueError:
            continue
    return fields


def own_values(contact: Contact) -> list[tuple[str, str, str]]:
    """Field, name of the property and text for every such field that holds something."""
    return [
        (field, name, value.isoformat() if isinstance(value, date) else str(value))
        for name, field in OWN.items()
        if (value := getattr(contact, field)) != getattr(_EMPTY, field)
    ]
