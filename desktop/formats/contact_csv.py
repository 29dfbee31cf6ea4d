"""People from tables: LinkedIn's Connections.csv, Google, Outlook, Thunderbird, and what can be guessed of others."""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from desktop.core.contact import Contact, Detail, Source
from desktop.core.incoming import FileKind, Incoming, Reading, Skipped
from desktop.core.text import fold, one_line
from desktop.core.zones import is_known
from desktop.formats.contact_columns import ADDRESS_PARTS, Column, Field
from desktop.formats.csv_table import Table
from desktop.formats.person_parts import address_text, clean, full_name, label_of, unique
from desktop.formats.table_layout import Layout, guess_layout

_NOBODY = "This row has no name, e-mail address, phone number or link."
_NO_COLUMNS = "No column of this table could be recognised as a name, an e-mail address or a phone number."
_NO_ROWS = "The table has headings, but nobody in it."

_BETWEEN_VALUES = ":::"  # Google puts several values into one cell
_MONTHS = {
    name: number
    for number, names in enumerate(
        "jan ene gen gn,feb fev fe,mar mrt mae,apr abr avr,may mai mag mei maj,jun giu,jul lug,aug ago aou,sep set,"
        "oct okt ott out,nov,dec dez dic".split(","),
        start=1,
    )
    for name in names.split()
}
_ISO_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})\b")
_DAY_MONTH_YEAR = re.compile(r"(\d{1,2})[-. ]+(?:de )?([^\W\d_]{3,})[-. ,]+(?:de )?(\d{4}|\d{2})")
_MONTH_DAY_YEAR = re.compile(r"([^\W\d_]{3,})\.? (\d{1,2}),? (\d{4})")

_SAYS_NOTHING = frozenset(("normal", "false", "unspecified", "0/0/00"))  # Outlook fills columns nobody used with these

# A cell with its column.
_Cell = tuple[Column, str]


def read_table(
    data: bytes, file: str, kind: FileKind | None = None, report: Callable[[int, int], None] | None = None
) -> Reading:
    """All people in the bytes of a table. `report(done, total)` counts lines and may raise to stop."""
    table = Table(data)
    layout = guess_layout(table)
    if layout is None:
        return Reading((), tuple(Skipped(file, line, _NO_COLUMNS) for line, _ in table.rows(",")))
    row_reader = RowReader(layout, Source.LINKEDIN if layout.linkedin or kind is FileKind.LINKEDIN else None)
    people: list[Incoming] = []
    skipped: list[Skipped] = []
    for count, (line, cells) in enumerate(table.rows(layout.delimiter, layout.first_line)):
        contact = row_reader.contact(cells)
        if contact is None:
            skipped.append(Skipped(file, line, _NOBODY))
        else:
            people.append(Incoming(contact, file, line))
        if report is not None and count % 200 == 0:
            report(line, table.line_count)
    if not people and not skipped:
        skipped.append(Skipped(file, 1, _NO_ROWS))
    if report is not None:
        report(table.line_count, table.line_count)
    return Reading(tuple(people), tuple(skipped))


class RowReader:
    """Turns the rows of one table into contacts."""

    def __init__(self, layout: Layout, source: Source | None) -> None:
        self._columns = layout.columns
        self._headings = layout.headings
        self._source = source
        self._has_family = any(column.field is Field.FAMILY for column in layout.columns)

    def contact(self, cells: Sequence[str]) -> Contact | None:
        """The contact in a row; None where it says nothing by which a person could be known or reached."""
        found: dict[Field, list[_Cell]] = {}
        for column, cell in zip(self._columns, cells, strict=False):
            if cell and (text := cell.strip() if cell.isprintable() else clean(cell)):
                found.setdefault(column.field, []).append((column, text))
        labels = {column.group: _google_label(text) for column, text in found.get(Field.LABEL, ())}
        organisation = _first(found, Field.ORGANISATION)
        emails = _details(found, Field.EMAIL, labels)
        phones = _details(found, Field.PHONE, labels)
        links = _details(found, Field.LINK, labels)
        name = self._name(found)
        if not name:
            reachable = (*emails, *phones, *links)
            name = organisation or (one_line(reachable[0].value) if reachable else "")
        if not name:
            return None
        return Contact(
            name=name,
            pronounced=" ".join(one_line(text) for _, text in found.get(Field.PHONETIC, ())),
            role=_first(found, Field.ROLE) or _first(found, Field.OCCUPATION),
            organisation=organisation,
            emails=emails,
            phones=phones,
            links=links,
            addresses=_addresses(found, labels),
            notes=self._notes(found, labels, cells),
            tags=_tags(found[Field.TAG]) if Field.TAG in found else (),
            source=self._source,
            found_on=read_date(_first(found, Field.CONNECTED)) if Field.CONNECTED in found else None,
            time_zone=zone if (zone := _first(found, Field.ZONE)) and is_known(zone) else "",
        )

    def _name(self, found: dict[Field, list[_Cell]]) -> str:
        name, given = _first(found, Field.NAME), _first(found, Field.GIVEN)
        if name and given and not self._has_family and given not in name:
            return f"{given} {name}"  # a table with "Vorname" and "Name"
        parts = (Field.PREFIX, Field.GIVEN, Field.MIDDLE, Field.FAMILY, Field.SUFFIX)
        composed = full_name(*(_first(found, part) for part in parts)) if given or Field.FAMILY in found else ""
        return name or composed or _first(found, Field.NICKNAME)

    def _notes(self, found: dict[Field, list[_Cell]], labels: dict[str, str], cells: Sequence[str]) -> str:
        """The notes, and below them what stands in columns that have no place of their own."""
        notes = [text for _, text in found.get(Field.NOTE, ())]
        extra: list[str] = []
        if Field.UNKNOWN in found or len(cells) > len(self._columns):
            for at, cell in enumerate(cells):
                column = self._columns[at] if at < len(self._columns) else None
                if column is not None and column.field is not Field.UNKNOWN:
                    continue
                if (text := clean(cell)) and text.lower() not in _SAYS_NOTHING:
                    heading = (column and labels.get(column.group)) or "".join(self._headings[at : at + 1])
                    extra.append(f"{heading}: {text}" if heading else text)
        if extra:
            notes.append("\n".join(extra))
        return "\n\n".join(notes)


def read_date(text: str) -> date | None:
    """A date written as LinkedIn does (`12 Mar 2024`, `7-Feb-22`) or as ISO; None if it cannot be told for sure."""
    text = text.strip()
    try:
        if match := _ISO_DATE.match(text):
            return date(int(match[1]), int(match[2]), int(match[3]))
        if match := _DAY_MONTH_YEAR.fullmatch(text):
            day, month, year = match.groups()
        elif match := _MONTH_DAY_YEAR.fullmatch(text):
            month, day, year = match.groups()
        else:
            return None  # 03/04/2024 is March or April
        number = _MONTHS.get(fold(month)[:3]) or _MONTHS.get(fold(month)[:2])
        return date(int(year) + (2000 if len(year) == 2 else 0), number, int(day)) if number else None
    except ValueError:
        return None


def _first(found: dict[Field, list[_Cell]], field: Field) -> str:
    return one_line(found[field][0][1]) if field in found else ""


def _values(text: str) -> Iterable[str]:
    return (part.strip() for part in text.split(_BETWEEN_VALUES)) if _BETWEEN_VALUES in text else (text,)


def _google_label(text: str) -> str:
    """Google marks the preferred value with a star: `* Work` → `work`; its own words are put in ours."""
    label = one_line(text.split(_BETWEEN_VALUES, 1)[0]).lstrip("*").strip()
    return label_of(label.split()) or ("" if label.lower() in ("other", "internet", "obsolete") else label)


def _details(found: dict[Field, list[_Cell]], field: Field, labels: dict[str, str]) -> tuple[Detail, ...]:
    if field not in found:
        return ()
    return unique(
        [
            Detail(one_line(value), labels.get(column.group, column.label) if column.group else column.label)
            for column, text in found[field]
            for value in _values(text)
        ]
    )


def _addresses(found: dict[Field, list[_Cell]], labels: dict[str, str]) -> tuple[Detail, ...]:
    """One address for each group of columns: as a whole where the file has it so, else put together from its parts."""
    groups: dict[str, dict[Field, list[str]]] = {}
    own: dict[str, str] = {}
    for field in (Field.ADDRESS, *ADDRESS_PARTS):
        for column, text in found.get(field, ()):
            groups.setdefault(column.group, {}).setdefault(field, []).append(text)
            own[column.group] = column.label
    details: list[Detail] = []
    for group, parts in groups.items():
        whole = "\n".join(parts.get(Field.ADDRESS, ()))
        if not whole or (Field.STREET not in parts and len(parts) > 1):
            # "Home Address" beside "Home City" is the street.
            parts.setdefault(Field.STREET, [whole])
            whole = address_text(*("\n".join(parts.get(part, ())) for part in ADDRESS_PARTS))
        details.append(Detail(whole, labels.get(group, own[group])))
    return unique(details)


def _tags(cells: Iterable[_Cell]) -> tuple[str, ...]:
    """The tags; Google's own groups (`* myContacts`) say nothing."""
    tags = [
        tag
        for _, text in cells
        for part in re.split(r":::|[;,\n]", text)
        if (tag := part.strip()) and not tag.startswith("*") and tag.lower() != "mycontacts"
    ]
    return tuple(dict.fromkeys(tags))
