"""How a contact is written into the file: its row, details, tags and directions, for one person or ten thousand.

Hand-written SQL with many rows at a time: 1,000 rows take 8 ms, by peewee's `insert_many` 75.
"""

from collections.abc import Container, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from operator import attrgetter

import apsw

from desktop.core.contact import Contact, Detail
from desktop.core.contact_fields import (
    CONTACT_FIELDS,
    FIELD_BY_NAME,
    SEARCHED_WORDS,
    ContactChanges,
    SearchPlace,
    ValueKind,
    changes_of,
    texts_of,
)
from desktop.core.text import fold, one_line
from desktop.core.values import replace
from desktop.store import match_keys
from desktop.store import organisation_names as organisations
from desktop.store.contact_reading import whole
from desktop.store.file.child_rows import replace_rows
from desktop.store.file.rows import moment_text
from desktop.store.organisation_names import search_name

_COPIED = tuple(field.name for field in CONTACT_FIELDS if field.is_column and not field.derived)
_DETAILS = {field.name: field.detail for field in CONTACT_FIELDS if field.detail}
_COLUMNS = ("id", *_COPIED, "sort_key", "name_key", "search_name", "search_words", "created_at")
_copied = attrgetter(*_COPIED)
_details = attrgetter(*_DETAILS)
_NAME, _ROLE, _ORGANISATION = map(_COLUMNS.index, ("name", "role", "organisation_id"))
_DAYS = tuple(_COLUMNS.index(name) for name in _COPIED if FIELD_BY_NAME[name].kind is ValueKind.DAY)
_LINES = tuple(_COLUMNS.index(name) for name in _COPIED if FIELD_BY_NAME[name].one_line)
_INSERT = f"insert into contact ({', '.join(_COLUMNS)}) values ({', '.join('?' * len(_COLUMNS))})"
_INSERT_DETAIL = (
    "insert into contact_detail (contact_id, kind, label, value, position, match_key) values (?, ?, ?, ?, ?, ?)"
)
_MANY = 50  # from this many on they are written together
# What the triggers `contact_search_insert` and `contact_count_insert` do for one.
_SEARCH_THEM = (
    "insert into contact_search (rowid, search_words) select id, search_words from contact where id between ? and ?"
)
_DETAIL_COLUMNS = ("label", "value", "position", "match_key")
_INSERT_TAG = "insert into contact_tag (contact_id, tag) values (?, ?)"
_INSERT_DIRECTION = "insert into contact_direction (contact_id, direction_id) values (?, ?)"
_INSERT_PROPERTY = (
    "insert into contact_property (contact_id, position, grouped, name, parameters, value) values (?, ?, ?, ?, ?, ?)"
)
_INSERT_PHOTO = "insert into contact_photo (contact_id, media_type, data) values (?, ?, ?)"
_CODES = {field.name: field.codes for field in CONTACT_FIELDS if field.codes is not None}
_IN_NAME = tuple(field.name for field in CONTACT_FIELDS if field.search is SearchPlace.NAME)
_ON_ONE_LINE = frozenset(field.name for field in CONTACT_FIELDS if field.one_line)
_searched_texts = attrgetter(*(field.name for field in SEARCHED_WORDS if field.kind is ValueKind.TEXT))
_SEARCHED_LISTS = [field for field in SEARCHED_WORDS if field.kind is not ValueKind.TEXT]
_WITH_LISTS = frozenset((*(field.name for field in SEARCHED_WORDS), "directions"))  # what needs the lists to be read
_DERIVED = frozenset(field.name for field in CONTACT_FIELDS if field.derived)
_CARD_TABLES = {"properties": "contact_property", "photo": "contact_photo"}


def insert(connection: apsw.Connection, contacts: Sequence[Contact], now: datetime) -> range:
    """Write new contacts and return their ids, in the same order. Organisations are found by name or made."""
    last: int | None = connection.execute("select seq from sqlite_sequence where name = 'contact'").get
    first = (last or 0) + 1
    ids = range(first, first + len(contacts))
    numbered = list(zip(ids, contacts, strict=True))
    organisations_of = _organisations_of(connection, contacts, now)
    created = moment_text(now)
    rows = [
        _row(number, contact, organisation_of, created)
        for (number, contact), organisation_of in zip(numbered, organisations_of, strict=True)
    ]
    with _found_together(connection, ids):
        connection.executemany(_INSERT, rows)
    connection.executemany(
        _INSERT_DETAIL,
        [
            (number, kind, *rest)
            for number, contact in numbered
            for kind, details in zip(_DETAILS.values(), _details(contact), strict=True)
            if details
            for rest in _detail_values(kind, details)
        ],
    )
    connection.executemany(
        _INSERT_TAG, [(number, tag) for number, contact in numbered for tag in _clean_tags(contact.tags)]
    )
    connection.executemany(
        _INSERT_DIRECTION,
        [(number, direction) for number, contact in numbered for direction in dict.fromkeys(contact.directions)],
    )
    _insert_cards(connection, numbered)
    return ids


@contextmanager
def _found_together(connection: apsw.Connection, ids: range) -> Iterator[None]:
    """Let search and count take many new contacts at once, instead of each by its trigger: a third of their time."""
    if len(ids) < _MANY:
        yield
        return
    connection.config(apsw.SQLITE_DBCONFIG_ENABLE_TRIGGER, 0)
    try:
        yield
    finally:
        connection.config(apsw.SQLITE_DBCONFIG_ENABLE_TRIGGER, 1)
    connection.execute(_SEARCH_THEM, (ids[0], ids[-1]))
    connection.execute("update contact_count set living = living + ?", (len(ids),))


def _insert_cards(connection: apsw.Connection, numbered: Sequence[tuple[int, Contact]]) -> None:
    """Unknown properties and photos: by far most contacts have none."""
    rows = [
        (number, position, kept.group, kept.name, kept.parameters, kept.value)
        for number, contact in numbered
        for position, kept in enumerate(contact.properties)
    ]
    if rows:
        connection.executemany(_INSERT_PROPERTY, rows)
    for number, contact in numbered:
        if contact.photo is not None:
            connection.execute(_INSERT_PHOTO, (number, contact.photo.media_type, contact.photo.data))


def _organisations_of(
    connection: apsw.Connection, contacts: Sequence[Contact], now: datetime
) -> list[tuple[int | None, str]]:
    """Id and name of the organisation of each contact: the one of its id, or else of its name."""
    names = [contact.organisation if contact.organisation_id is None else "" for contact in contacts]
    named = organisations.find_or_create_all(connection, names, now)
    return [
        found
        if contact.organisation_id is None
        else (contact.organisation_id, organisations.name_of(connection, contact.organisation_id))
        for contact, found in zip(contacts, named, strict=True)
    ]


def _row(contact_id: int, contact: Contact, works_at: tuple[int | None, str], created: str) -> list[str | int | None]:
    """The values of `_COLUMNS`. Built by hand: copies of the contact would cost an import a quarter of its time."""
    row: list[str | int | None] = [contact_id, *_copied(contact)]
    row[_ORGANISATION], organisation = works_at
    for index in _LINES:
        row[index] = one_line(str(row[index]))
    for index in _DAYS:
        row[index] = _stored(row[index])
    name, role = str(row[_NAME]), str(row[_ROLE])
    row += (
        fold(name),
        match_keys.of_name(name),
        search_name(name, organisation, role),
        indexed_words(contact),
        created,
    )
    return row


def update(connection: apsw.Connection, contact_id: int, changes: ContactChanges, now: datetime) -> None:
    """Change fields of a contact, and what search finds it by. Only what differs is written.

    Raises:
        KeyError: if the contact is gone.
        TypeError: for something that is no field of `Contact`, or cannot be changed.
    """
    lists = not _WITH_LISTS.isdisjoint(changes)
    before = next(iter(whole(connection, [contact_id], lists)), None)
    if before is None:
        raise KeyError(contact_id)
    if not _DERIVED.isdisjoint(changes):
        raise TypeError(f"the store itself keeps {', '.join(sorted(_DERIVED))} of a contact")
    after = replace(before, **changes)
    after = replace(after, **changes_of({field: _cleaned(after, field) for field in changes}))
    if "organisation" in changes:
        found, name = organisations.place(connection, contact_id, after.organisation, now)
        after = replace(after, organisation_id=found, organisation=name)
    elif after.organisation_id != before.organisation_id:
        after = replace(after, organisation=organisations.name_of(connection, after.organisation_id))
    columns = _changed_columns(before, after)
    if columns:
        settings = ", ".join(f"{column} = ?" for column in columns)
        connection.execute(f"update contact set {settings} where id = ?", (*columns.values(), contact_id))
    owner = {"contact_id": contact_id}
    for field, kind in _DETAILS.items():
        if getattr(after, field) != getattr(before, field):
            rows = _detail_values(kind, getattr(after, field))
            replace_rows(connection, "contact_detail", {**owner, "kind": kind}, _DETAIL_COLUMNS, rows)
    if after.tags != before.tags:
        replace_rows(connection, "contact_tag", owner, ("tag",), [(tag,) for tag in after.tags])
    if after.directions != before.directions:
        links = [(direction_id,) for direction_id in after.directions]
        replace_rows(connection, "contact_direction", owner, ("direction_id",), links)
    _update_cards(connection, after, changes)
    if before.organisation_id is not None and after.organisation_id != before.organisation_id:
        organisations.remove_if_bare(connection, before.organisation_id)


def _update_cards(connection: apsw.Connection, contact: Contact, given: Container[str]) -> None:
    """Put the unknown properties and the photo that are given in the place of those before."""
    tables = [table for field, table in _CARD_TABLES.items() if field in given]
    for table in tables:
        connection.execute(f"delete from {table} where contact_id = ?", (contact.id,))
    if tables:
        _insert_cards(connection, [(contact.id, contact)])


def _changed_columns(before: Contact, after: Contact) -> dict[str, str | int | None]:
    columns = {field: _stored(new) for field in _COPIED if (new := getattr(after, field)) != getattr(before, field)}
    if "name" in columns:
        columns["sort_key"] = fold(after.name)
        columns["name_key"] = match_keys.of_name(after.name)
    if any(getattr(before, field) != getattr(after, field) for field in _IN_NAME):
        columns["search_name"] = search_name(after.name, after.organisation, after.role)
    if any(getattr(before, field.name) != getattr(after, field.name) for field in SEARCHED_WORDS):
        columns["search_words"] = indexed_words(after)
    return columns


def refresh_search(connection: apsw.Connection, ids: Sequence[int]) -> None:
    """Let search find contacts by what is written about them now."""
    connection.executemany(
        "update contact set search_words = ?1 where id = ?2 and search_words <> ?1",
        [(indexed_words(contact), contact.id) for contact in whole(connection, ids)],
    )


def indexed_words(contact: Contact) -> str:
    """The folded words that search finds by their beginning: everything written about the contact but the name."""
    words = list(_searched_texts(contact))
    for field in _SEARCHED_LISTS:
        if getattr(contact, field.name):
            words += texts_of(contact, field)
    return fold(" ".join(words))


def _stored(value: str | int | date | None) -> str | int | None:
    return value.isoformat() if isinstance(value, date) else value


def _cleaned(contact: Contact, field: str) -> object:
    """A field as it is kept: names on one line, codes as codes, no empty details or tags, nothing twice."""
    value = getattr(contact, field)
    if field in _ON_ONE_LINE:
        return one_line(value)
    if field in _CODES:
        return _CODES[field](value) if value is not None else None
    if field in _DETAILS:
        return tuple(Detail(text, detail.label) for detail in value if (text := detail.value.strip()))
    if field == "tags":
        return tuple(_clean_tags(value))
    if field == "directions":
        return tuple(dict.fromkeys(value))
    return value


def _detail_values(kind: str, details: Iterable[Detail]) -> list[tuple[str, str, int, str]]:
    """The values of `_DETAIL_COLUMNS`."""
    full = [(detail.label, value) for detail in details if (value := detail.value.strip())]
    return [(label, value, index, match_keys.of_detail(kind, value)) for index, (label, value) in enumerate(full)]


def _clean_tags(tags: Iterable[str]) -> list[str]:
    return [tag for tag in dict.fromkeys(one_line(tag) for tag in tags) if tag]
