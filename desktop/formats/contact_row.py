"""One row of a table as a contact: names from their parts, addresses from theirs, several values in one cell."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache, partial

from desktop.core.contact import Contact, Detail, Source
from desktop.core.contact_fields import CONTACT_FIELDS, ValueKind, changes_of
from desktop.core.text import fold, one_line
from desktop.core.values import replace
from desktop.core.zones import is_known
from desktop.formats.cell_values import separated
from desktop.formats.contact_columns import ADDRESS_PARTS, ColumnField, TableColumn
from desktop.formats.formula_guard import unguarded
from desktop.formats.own_fields import own_fields
from desktop.formats.person_parts import address_text, clean, full_name, label_of, unique
from desktop.formats.table_layout import TableLayout

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

_IndexedColumn = tuple[int, TableColumn]  # where a column is in a row, and what it holds
_Columns = dict[ColumnField, list[_IndexedColumn]]
_Labels = Mapping[str, str]  # by group, what kind of value its columns hold
# From the texts of a row, the same in one line each, and its labels.
_Reader = Callable[[Sequence[str], Sequence[str], _Labels], object]

_DETAILS = {"emails": ColumnField.EMAIL, "phones": ColumnField.PHONE, "links": ColumnField.LINK}
# The fields of a contact that are one line of one column, with what columns may hold it, the first that says something.
_LINES: dict[str, tuple[ColumnField, ...]] = {
    field.name: (ColumnField(field.name),)
    for field in CONTACT_FIELDS
    if field.heading and field.kind is ValueKind.TEXT and field.name != "name" and field.name in set(ColumnField)
}
_LINES["role"] += (ColumnField.OCCUPATION,)
_NAME_PARTS = (ColumnField.PREFIX, ColumnField.GIVEN, ColumnField.MIDDLE, ColumnField.FAMILY, ColumnField.SUFFIX)


class RowReader:
    """Turns the rows of one table into contacts. Which columns hold what is looked up once, not for every row."""

    def __init__(self, layout: TableLayout, source: Source | None) -> None:
        columns: _Columns = {field: [] for field in ColumnField}
        for index, column in enumerate(layout.columns):
            columns[column.field].append((index, column))
        self._width = len(layout.columns)
        self._headings = layout.headings
        self._source = source
        self._is_own = bool(columns[ColumnField.OWN])
        self._own = [(index, column.label) for index, column in columns[ColumnField.OWN] if column.label]
        self._label_columns = columns[ColumnField.LABEL]
        self._full_name = _NameReader(columns).read
        lines = ((name, _indexes(columns, *fields)) for name, fields in _LINES.items())
        self._lines = [(name, indexes) for name, indexes in lines if indexes]
        self._details = [(name, columns[field]) for name, field in _DETAILS.items() if columns[field]]
        self._other = list(self._readers(columns))
        self._notes = partial(self._read_notes, _indexes(columns, ColumnField.NOTE), columns[ColumnField.UNKNOWN])
        self._has_notes = bool(columns[ColumnField.NOTE] or columns[ColumnField.UNKNOWN])

    def _readers(self, columns: _Columns) -> Iterable[tuple[str, _Reader]]:
        """The further fields there are columns for, with what reads each."""
        addresses = [(field, columns[field]) for field in (ColumnField.ADDRESS, *ADDRESS_PARTS) if columns[field]]
        if addresses:
            yield "addresses", partial(self._read_addresses, addresses)
        readers: tuple[tuple[str, ColumnField, Callable[..., object]], ...] = (
            ("pronounced", ColumnField.PHONETIC, _read_phonetic),
            ("found_on", ColumnField.CONNECTED, _read_day),
            ("time_zone", ColumnField.ZONE, _read_zone),
            ("tags", ColumnField.TAG, self._read_tags),
        )
        for name, field, read in readers:
            if columns[field]:
                yield name, partial(read, _indexes(columns, field))

    def contact(self, cells: Sequence[str]) -> Contact | None:
        """The contact in a row; None where it says nothing by which a person could be known or reached."""
        if not self._is_own:
            return self._contact(cells)
        cells = [unguarded(cell) for cell in cells]
        contact = self._contact(cells)
        told = [(field, clean(cells[index])) for index, field in self._own if index < len(cells) and cells[index]]
        return replace(contact, **own_fields(told)) if contact and told else contact

    def _contact(self, cells: Sequence[str]) -> Contact | None:
        row = "".join(cells)
        texts = list(map(str.strip, cells)) if row.isprintable() else [clean(cell) for cell in cells]
        if len(texts) < self._width:
            texts += [""] * (self._width - len(texts))
        # Every text in one line: as most rows are already.
        lines = texts if "  " not in row and row.isprintable() else [" ".join(text.split()) for text in texts]
        labels: _Labels = {}
        if self._label_columns:
            labels = {column.group: self._label(texts[index]) for index, column in self._label_columns}
        values: dict[str, object] = {"source": self._source}
        for name, indexes in self._lines:
            values[name] = _first(indexes, lines)
        details = {name: self._read_details(columns, lines, labels) for name, columns in self._details}
        values |= details
        values["name"] = self._full_name(lines) or values.get("organisation") or _reached_by(details)
        if not values["name"]:
            return None
        for name, read in self._other:
            values[name] = read(texts, lines, labels)
        if self._has_notes or len(texts) > self._width:
            values["notes"] = self._notes(texts, lines, labels)
        return Contact(**changes_of(values))

    def _label(self, text: str) -> str:
        return one_line(text) if self._is_own else _google_label(text)

    def _read_details(
        self, columns: Iterable[_IndexedColumn], lines: Sequence[str], labels: _Labels
    ) -> tuple[Detail, ...]:
        details: list[Detail] = []
        for index, column in columns:
            if text := lines[index]:
                label = labels.get(column.group, column.label)
                if _BETWEEN_VALUES in text:
                    values = separated(text) if self._is_own else map(str.strip, text.split(_BETWEEN_VALUES))
                    details += [Detail(value, label) for value in values]
                else:
                    details.append(Detail(text, label))
        return unique(details) if details else ()

    def _read_addresses(
        self,
        fields: Iterable[tuple[ColumnField, list[_IndexedColumn]]],
        texts: Sequence[str],
        _: Sequence[str],
        labels: _Labels,
    ) -> tuple[Detail, ...]:
        addresses = _addresses(fields, texts, labels)
        if not self._is_own:
            return addresses
        return unique([replace(address, value=value) for address in addresses for value in separated(address.value)])

    def _read_tags(
        self, indexes: Iterable[int], texts: Sequence[str], _: Sequence[str], __: _Labels
    ) -> tuple[str, ...]:
        found = [texts[index] for index in indexes]
        if self._is_own:
            tags = (one_line(tag) for text in found for tag in separated(text))
            return tuple(dict.fromkeys(tag for tag in tags if tag))
        return _tags(found)

    def _read_notes(
        self,
        indexes: Iterable[int],
        unknown: Iterable[_IndexedColumn],
        texts: Sequence[str],
        _: Sequence[str],
        labels: _Labels,
    ) -> str:
        """The notes, and below them what columns hold that the program does not know."""
        notes = [texts[index] for index in indexes if texts[index]]
        extra: list[str] = []
        for index, column in unknown:
            if (text := texts[index]) and text.lower() not in _SAYS_NOTHING:
                heading = labels.get(column.group) or "".join(self._headings[index : index + 1])
                extra.append(f"{heading}: {text}" if heading else text)
        extra += [text for text in texts[self._width :] if text]
        if extra:
            notes.append("\n".join(extra))
        return "\n\n".join(notes)


class _NameReader:
    """The name in a row, whole or put together from its parts."""

    def __init__(self, columns: _Columns) -> None:
        self._name, self._nickname = _indexes(columns, ColumnField.NAME), _indexes(columns, ColumnField.NICKNAME)
        self._parts = [(part, _indexes(columns, field)) for part, field in enumerate(_NAME_PARTS) if columns[field]]
        self._has_family = bool(columns[ColumnField.FAMILY])
        plain = not self._name and [(part, len(indexes)) for part, indexes in self._parts] == [(1, 1), (3, 1)]
        self._given_and_family = [indexes[0] for _, indexes in self._parts] if plain else []

    def read(self, lines: Sequence[str]) -> str:
        if self._given_and_family:
            given, family = (lines[index] for index in self._given_and_family)
            if given and family and given.isascii():
                return f"{given} {family}"
        name = _first(self._name, lines) if self._name else ""
        parts = ["", "", "", "", ""]
        for part, indexes in self._parts:
            parts[part] = _first(indexes, lines)
        prefix, given, middle, family, suffix = parts
        if not given and not family:
            return name or _first(self._nickname, lines)
        if not name:
            return full_name(prefix, given, middle, family, suffix)
        if not self._has_family and given not in name:
            return f"{given} {name}"  # a table with "Vorname" and "Name"
        return name


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
        # French June and July differ in the fourth character.
        number = 7 if folded.startswith("juil") else 6 if folded.startswith("juin") else _MONTHS.get(folded[:3])
        return date(int(year) + (2000 if len(year) == 2 else 0), number, int(day)) if number else None
    except ValueError:
        return None


def _indexes(columns: _Columns, *fields: ColumnField) -> list[int]:
    return [index for field in fields for index, _ in columns[field]]


def _first(indexes: Iterable[int], lines: Sequence[str]) -> str:
    """What the first of these columns that is filled says."""
    for index in indexes:
        if lines[index]:
            return lines[index]
    return ""


def _reached_by(details: Mapping[str, Sequence[Detail]]) -> str:
    return next((details[name][0].value for name in _DETAILS if details.get(name)), "")


def _read_phonetic(indexes: Iterable[int], _: Sequence[str], lines: Sequence[str], __: _Labels) -> str:
    return " ".join([lines[index] for index in indexes if lines[index]])


def _read_day(indexes: Iterable[int], _: Sequence[str], lines: Sequence[str], __: _Labels) -> date | None:
    return read_date(_first(indexes, lines))


def _read_zone(indexes: Iterable[int], _: Sequence[str], lines: Sequence[str], __: _Labels) -> str:
    zone = _first(indexes, lines)
    return zone if zone and is_known(zone) else ""


def _google_label(text: str) -> str:
    """Google marks the preferred value with a star: `* Work` → `work`; its own words are put in ours."""
    label = one_line(text.split(_BETWEEN_VALUES, 1)[0]).lstrip("*").strip()
    return label_of(label.split()) or (
        "" if label.lower() in ("other", "internet", "obsolete", "smtp", "ex") else label
    )


def _addresses(
    fields: Iterable[tuple[ColumnField, list[_IndexedColumn]]], texts: Sequence[str], labels: _Labels
) -> tuple[Detail, ...]:
    """One address for each group of columns: as a whole where the file has it so, else put together from its parts."""
    groups: dict[str, dict[ColumnField, list[str]]] = {}
    own: dict[str, str] = {}
    for field, columns in fields:
        for index, column in columns:
            if text := texts[index]:
                groups.setdefault(column.group, {}).setdefault(field, []).append(text)
                own[column.group] = column.label
    details: list[Detail] = []
    for group, parts in groups.items():
        whole = "\n".join(parts.get(ColumnField.ADDRESS, ()))
        if not whole or (ColumnField.STREET not in parts and len(parts) > 1):
            # "Home Address" beside "Home City" is the street.
            parts.setdefault(ColumnField.STREET, [whole])
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
