"""Contacts as a table (CSV) that spreadsheets open safely and that reads back here as the same contacts.

The headings are those Google and Outlook know, as far as they have one; fields only Groundwork has follow under its
name, and an empty column at the end tells that the table is its own. Unknown properties of cards
(`Contact.properties`) and photos have no place in a table.
"""

import csv
import io
from collections.abc import Collection, Sequence

from desktop.core.contact import Contact, Detail
from desktop.core.contact_fields import CONTACT_FIELDS, ValueKind
from desktop.core.text import one_line
from desktop.formats.cell_values import joined_cell
from desktop.formats.formula_guard import guarded
from desktop.formats.own_fields import OWN_FIELDS, own_values
from desktop.formats.person_parts import name_in_parts
from desktop.formats.written_text import writable, writable_line

_MOST_COLUMNS = 50  # columns for the values of one kind; those beyond share the last
_SINGLE = [
    field for field in CONTACT_FIELDS if field.heading and field.kind is not ValueKind.DETAILS and field.name != "name"
]
_SEVERAL = [field for field in CONTACT_FIELDS if field.heading and field.kind is ValueKind.DETAILS]
_MARK = "Groundwork 1"  # `contact_columns.OWN_MARK`


def write_table(contacts: Sequence[Contact], fields: Collection[str] | None = None) -> bytes:
    """All contacts as CSV in UTF-8 with mark, a row for each.

    Args:
        fields: names of the fields of `Contact` to be written, all if None; the name always is.
    """
    single = [field for field in _SINGLE if fields is None or field.name in fields]
    several = {
        field: min(_MOST_COLUMNS, max((len(getattr(contact, field.name)) for contact in contacts), default=0))
        for field in _SEVERAL
        if fields is None or field.name in fields
    }
    own = [name for name in OWN_FIELDS if fields is None or name in fields]
    headings = ["Name", "First Name", "Last Name", *(field.heading for field in single)]
    for field, width in several.items():
        for number in range(1, width + 1):
            heading = field.heading.format(number)
            headings += [f"{heading.partition(' - ')[0]} - Label", heading]
    headings += [f"Groundwork {name.replace('_', ' ').capitalize()}" for name in own]
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow([*headings, _MARK])
    for contact in contacts:
        family, given = name_in_parts(one_line(contact.name))
        row = [contact.name, given, family, *(_text(getattr(contact, field.name)) for field in single)]
        for field, width in several.items():
            row += _cells(getattr(contact, field.name), width)
        told = dict(own_values(contact))
        row += [told.get(name, "") for name in own]
        writer.writerow([*(guarded(writable(cell)) for cell in row), ""])
    return file.getvalue().encode("utf-8-sig", errors="replace")


def _text(value: str | tuple[str, ...]) -> str:
    return value if isinstance(value, str) else joined_cell(writable_line(tag) for tag in value)


def _cells(details: Sequence[Detail], width: int) -> list[str]:
    """Label and value of each, in so many pairs of columns; the last pair holds all that are left."""
    shared = [details[index : index + 1] for index in range(width - 1)] + [details[max(width - 1, 0) :]]
    pairs = [
        cell for group in shared if group for cell in (group[0].label, joined_cell(detail.value for detail in group))
    ]
    return pairs + [""] * (2 * width - len(pairs))
