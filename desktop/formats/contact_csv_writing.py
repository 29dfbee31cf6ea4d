"""Contacts as a table (CSV) that spreadsheets open safely and that reads back here as the same contacts.

The headings are those Google and Outlook know, as far as they have one; fields only Groundwork has follow under its
name, and an empty column at the end tells that the table is its own. What cards held beside (`Contact.properties`)
and photos have no place in a table.
"""

import csv
import io
from collections.abc import Collection, Sequence

from desktop.core.contact import Contact, Detail
from desktop.core.text import one_line
from desktop.formats.cell_values import joined
from desktop.formats.formula_guard import guarded
from desktop.formats.own_fields import OWN_FIELDS, own_values
from desktop.formats.person_parts import name_in_parts
from desktop.formats.written_text import writable, writable_line

_MOST = 50  # columns for the values of one kind; those beyond share the last
_SINGLE = (
    ("pronounced", "Phonetic First Name"),
    ("role", "Organization Title"),
    ("organisation", "Organization Name"),
    ("notes", "Notes"),
    ("tags", "Labels"),
    ("time_zone", "Time Zone"),
)
_SEVERAL = (
    ("emails", "E-mail", "Value"),
    ("phones", "Phone", "Value"),
    ("links", "Website", "Value"),
    ("addresses", "Address", "Formatted"),
)
_MARK = "Groundwork 1"  # `contact_columns.OWN_MARK`


def write_table(contacts: Sequence[Contact], fields: Collection[str] | None = None) -> bytes:
    """All contacts as CSV in UTF-8 with mark, a row for each.

    Args:
        fields: names of the fields of `Contact` to be written, all if None; the name always is.
    """
    single = [(field, heading) for field, heading in _SINGLE if fields is None or field in fields]
    several = [
        (field, heading, part, min(_MOST, max((len(getattr(contact, field)) for contact in contacts), default=0)))
        for field, heading, part in _SEVERAL
        if fields is None or field in fields
    ]
    own = [field for field in OWN_FIELDS if fields is None or field in fields]
    headings = ["Name", "First Name", "Last Name", *(heading for _, heading in single)]
    for _, heading, part, number in several:
        for place in range(1, number + 1):
            headings += [f"{heading} {place} - Label", f"{heading} {place} - {part}"]
    headings += [f"Groundwork {field.replace('_', ' ').capitalize()}" for field in own]
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow([*headings, _MARK])
    for contact in contacts:
        family, given = name_in_parts(one_line(contact.name))
        row = [contact.name, given, family, *(_text(getattr(contact, field)) for field, _ in single)]
        for field, _, _, number in several:
            row += _cells(getattr(contact, field), number)
        told = dict(own_values(contact))
        row += [told.get(field, "") for field in own]
        writer.writerow([*(guarded(writable(cell)) for cell in row), ""])
    return file.getvalue().encode("utf-8-sig", errors="replace")


def _text(value: str | tuple[str, ...]) -> str:
    return value if isinstance(value, str) else joined(writable_line(tag) for tag in value)


def _cells(details: Sequence[Detail], number: int) -> list[str]:
    """Label and value of each, in so many pairs of columns; the last pair holds all that are left."""
    shared = [details[index : index + 1] for index in range(number - 1)] + [details[max(number - 1, 0) :]]
    pairs = [cell for group in shared if group for cell in (group[0].label, joined(detail.value for detail in group))]
    return pairs + [""] * (2 * number - len(pairs))
