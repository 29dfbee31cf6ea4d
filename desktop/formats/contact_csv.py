"""People from tables: LinkedIn's Connections.csv, Google, Outlook, Thunderbird, and what can be guessed of others."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from desktop.core.contact import Contact, Detail, Source
from desktop.core.people.incoming import FileKind, Incoming, Reading, Skipped
from desktop.core.text import fold, one_line
from desktop.core.zones import is_known
from desktop.formats.cell_values import separated
from desktop.formats.contact_columns import ADDRESS_PARTS, Column, Field
from desktop.formats.csv_table import Table
from desktop.formats.formula_guard import unguarded
from desktop.formats.own_fields import own_fields
from desktop.formats.person_parts import address_text, clean, full_name, label_of, unique
from desktop.formats.table_layout import Layout, guess_layout
from desktop.texts.catalogue import coded

_NOBODY = coded("import_report.row_of_nobody")
_NO_COLUMNS = coded("import_report.no_columns")
_NO_ROWS = coded("import_report.no_rows")

_BETWEEN_VALUES = ":::"  # Google puts several values into one cell
_BETWEEN_TAGS = re.compile(r":::|[;,\n]")
_MONTH_NAMES = (
    ("jan", "ene", "gen"),
    ("feb", "fev"),
    ("mar", "mrt", "mae"),
    ("apr", "abr", "avr"),
    ("may", "mai", "mag", "mei", "maj"),
    ("jun", "giu"),
    ("jul", "lug"),
    ("aug", "ago", "aou"),
    ("sep", "set"),
    ("oct", "okt", "ott", "out"),
    ("nov",),
    ("dec", "dez", "dic"),
)
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, start=1) for name in names}
_ISO_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})\b")
_DAY_MONTH_YEAR = re.compile(r"(\d{1,2})[-. ]+(?:de )?([^\W\d_]{3,})[-. ,]+(?:de )?(\d{4}|\d{2})")
_MONTH_DAY_YEAR = re.compile(r"([^\W\d_]{3,})\.? (\d{1,2}),? (\d{4})")

_SAYS_NOTHING = frozenset(("normal", "false", "unspecified", "0/0/00"))  # Outlook fills columns nobody used with these

# Where a column stands in a row, and what it means.
_Place = tuple[int, Column]


def read_table(
    data: bytes, file: str, kind: FileKind | None = None, report: Callable[[int, int], None] | None = None
) -> Reading:
    """All people in the bytes of a table. `report(done, total)` counts lines and may raise to stop."""
    table = Table(data)
    layout = guess_layout(table)
    if layout is None:
        return nothing_known(table, ",", file)
    return people_of(table, layout, file, kind, report)


def nothing_known(table: Table, delimiter: str, file: str) -> Reading:
    """The reading of a table in which no column is known: every row is named as left out."""
    lines = [line for line, _ in table.rows(delimiter)] or [1]
    return Reading((), tuple(Skipped(file, line, _NO_COLUMNS) for line in lines))


def people_of(
    table: Table,
    layout: Layout,
    file: str,
    kind: FileKind | None = None,
    report: Callable[[int, int], None] | None = None,
) -> Reading:
    """All people of a table whose columns are known."""
    row_reader = RowReader(layout, Source.LINKEDIN if layout.linkedin or kind is FileKind.LINKEDIN else None)
    people: list[Incoming] = []
    skipped: list[Skipped] = []
    for count, (line, cells) in enumerate(table.rows(layout.delimiter, layout.first_line, len(layout.columns))):
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
    """Turns the rows of one table into contacts. Which columns hold what is looked up once, not for every row."""

    def __init__(self, layout: Layout, source: Source | None) -> None:
        self._width = len(layout.columns)
        self._headings = layout.headings
        self._source = source
        columns = {
            field: [(at, column) for at, column in enumerate(layout.columns) if column.field is field]
            for field in Field
        }
        self._labels = columns[Field.LABEL]
        self._emails, self._phones, self._links = columns[Field.EMAIL], columns[Field.PHONE], columns[Field.LINK]
        self._addresses = [(field, columns[field]) for field in (Field.ADDRESS, *ADDRESS_PARTS) if columns[field]]
        self._unknown = columns[Field.UNKNOWN]
        self._notes, self._tags, self._said = (
            [at for at, _ in columns[field]] for field in (Field.NOTE, Field.TAG, Field.PHONETIC)
        )
        self._name, self._nickname, self._organisation, self._connected, self._zone = (
            [at for at, _ in columns[field]]
            for field in (Field.NAME, Field.NICKNAME, Field.ORGANISATION, Field.CONNECTED, Field.ZONE)
        )
        self._has_notes = bool(self._notes or self._unknown)
        self._role = [at for field in (Field.ROLE, Field.OCCUPATION) for at, _ in columns[field]]
        parts = (Field.PREFIX, Field.GIVEN, Field.MIDDLE, Field.FAMILY, Field.SUFFIX)
        self._name_parts = [
            (part, [at for at, _ in columns[field]]) for part, field in enumerate(parts) if columns[field]
        ]
        self._has_family = bool(columns[Field.FAMILY])
        plain = not self._name and [(part, len(places)) for part, places in self._name_parts] == [(1, 1), (3, 1)]
        self._given_and_family = [places[0] for _, places in self._name_parts] if plain else []
        self._own = [(at, column.label) for at, column in columns[Field.OWN] if column.label]
        self._is_own = bool(columns[Field.OWN])

    def contact(self, cells: Sequence[str]) -> Contact | None:
        """The contact in a row; None where it says nothing by which a person could be known or reached."""
        if not self._is_own:
            return self._contact(cells)
        cells = [unguarded(cell) for cell in cells]
        contact = self._contact(cells)
        told = [(field, clean(cells[at])) for at, field in self._own if at < len(cells) and cells[at]]
        return replace(contact, **own_fields(told)) if contact and told else contact

    def _contact(self, cells: Sequence[str]) -> Contact | None:
        row = "".join(cells)
        texts = list(map(str.strip, cells)) if row.isprintable() else [clean(cell) for cell in cells]
        if len(texts) < self._width:
            texts += [""] * (self._width - len(texts))
        # Every text in one line: as most rows are already.
        lines = texts if "  " not in row and row.isprintable() else [" ".join(text.split()) for text in texts]
        labels = {column.group: self._label(texts[at]) for at, column in self._labels} if self._labels else {}
        organisation = _first(self._organisation, lines)
        emails = self._details(self._emails, lines, labels) if self._emails else ()
        phones = self._details(self._phones, lines, labels) if self._phones else ()
        links = self._details(self._links, lines, labels) if self._links else ()
        name = self._full_name(lines)
        if not name:
            reachable = (*emails, *phones, *links)
            name = organisation or (reachable[0].value if reachable else "")
            if not name:
                return None
        zone = _first(self._zone, lines) if self._zone else ""
        return Contact(
            name=name,
            pronounced=" ".join([lines[at] for at in self._said if lines[at]]) if self._said else "",
            role=_first(self._role, lines),
            organisation=organisation,
            emails=emails,
            phones=phones,
            links=links,
            addresses=self._all_addresses(texts, labels) if self._addresses else (),
            notes=self._all_notes(texts, labels) if self._has_notes or len(texts) > self._width else "",
            tags=self._all_tags(texts) if self._tags else (),
            source=self._source,
            found_on=read_date(_first(self._connected, lines)) if self._connected else None,
            time_zone=zone if zone and is_known(zone) else "",
        )

    def _label(self, text: str) -> str:
        return one_line(text) if self._is_own else _google_label(text)

    def _details(self, columns: Iterable[_Place], texts: Sequence[str], labels: dict[str, str]) -> tuple[Detail, ...]:
        details: list[Detail] = []
        for at, column in columns:
            if text := texts[at]:
                label = labels.get(column.group, column.label)
                if _BETWEEN_VALUES in text:
                    values = separated(text) if self._is_own else map(str.strip, text.split(_BETWEEN_VALUES))
                    details += [Detail(value, label) for value in values]
                else:
                    details.append(Detail(text, label))
        return unique(details) if details else ()

    def _all_addresses(self, texts: Sequence[str], labels: dict[str, str]) -> tuple[Detail, ...]:
        addresses = _addresses(self._addresses, texts, labels)
        if not self._is_own:
            return addresses
        return unique([replace(address, value=value) for address in addresses for value in separated(address.value)])

    def _all_tags(self, texts: Sequence[str]) -> tuple[str, ...]:
        found = [texts[at] for at in self._tags]
        if self._is_own:
            tags = (one_line(tag) for text in found for tag in separated(text))
            return tuple(dict.fromkeys(tag for tag in tags if tag))
        return _tags(found)

    def _full_name(self, texts: Sequence[str]) -> str:
        if self._given_and_family:
            given, family = (texts[at] for at in self._given_and_family)
            if given and family and given.isascii():
                return f"{given} {family}"
        name = _first(self._name, texts) if self._name else ""
        parts = ["", "", "", "", ""]
        for part, columns in self._name_parts:
            parts[part] = _first(columns, texts)
        prefix, given, middle, family, suffix = parts
        if not given and not family:
            return name or _first(self._nickname, texts)
        if not name:
            return full_name(prefix, given, middle, family, suffix)
        if not self._has_family and given not in name:
            return f"{given} {name}"  # a table with "Vorname" and "Name"
        return name

    def _all_notes(self, texts: Sequence[str], labels: dict[str, str]) -> str:
        """The notes, and below them what stands in columns that have no place of their own."""
        notes = [texts[at] for at in self._notes if texts[at]]
        extra: list[str] = []
        for at, column in self._unknown:
            if (text := texts[at]) and text.lower() not in _SAYS_NOTHING:
                heading = labels.get(column.group) or "".join(self._headings[at : at + 1])
                extra.append(f"{heading}: {text}" if heading else text)
        extra += [text for text in texts[self._width :] if text]
        if extra:
            notes.append("\n".join(extra))
        return "\n\n".join(notes)


@lru_cache(maxsize=2000)  # thousands of connections were made on a few hundred days
def read_date(text: str) -> date | None:
    """A date written as LinkedIn does (`12 Mar 2024`, `7-Feb-22`) or as ISO; None if it cannot be told for sure."""
    try:
        if match := _ISO_DATE.match(text):
            return date(int(match[1]), int(match[2]), int(match[3]))
        if match := _DAY_MONTH_YEAR.fullmatch(text):
            day, month, year = match.groups()
        elif match := _MONTH_DAY_YEAR.fullmatch(text):
            month, day, year = match.groups()
        else:
            return None  # 03/04/2024 is March or April
        folded = fold(month)
        # French June and July differ in the fourth letter.
        number = 7 if folded.startswith("juil") else 6 if folded.startswith("juin") else _MONTHS.get(folded[:3])
        return date(int(year) + (2000 if len(year) == 2 else 0), number, int(day)) if number else None
    except ValueError:
        return None


def _first(columns: Iterable[int], texts: Sequence[str]) -> str:
    """What the first of these columns that is filled says."""
    for at in columns:
        if texts[at]:
            return texts[at]
    return ""


def _google_label(text: str) -> str:
    """Google marks the preferred value with a star: `* Work` → `work`; its own words are put in ours."""
    label = one_line(text.split(_BETWEEN_VALUES, 1)[0]).lstrip("*").strip()
    return label_of(label.split()) or (
        "" if label.lower() in ("other", "internet", "obsolete", "smtp", "ex") else label
    )


def _addresses(
    fields: Iterable[tuple[Field, list[_Place]]], texts: Sequence[str], labels: dict[str, str]
) -> tuple[Detail, ...]:
    """One address for each group of columns: as a whole where the file has it so, else put together from its parts."""
    groups: dict[str, dict[Field, list[str]]] = {}
    own: dict[str, str] = {}
    for field, columns in fields:
        for at, column in columns:
            if text := texts[at]:
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


def _tags(texts: Iterable[str]) -> tuple[str, ...]:
    """The tags; Google's own groups (`* myContacts`) say nothing."""
    tags = [
        tag
        for text in texts
        for part in _BETWEEN_TAGS.split(text)
        if (tag := one_line(part)) and not tag.startswith("*") and tag.lower() != "mycontacts"
    ]
    return tuple(dict.fromkeys(tags))
