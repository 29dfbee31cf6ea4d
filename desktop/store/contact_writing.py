"""How a contact is written into the file: its row, details, tags and directions, for one person or ten thousand.

Plain SQL with many rows at a time: peewee's `insert` is forty times dearer (performance.md, "Inserting").
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

import apsw

from desktop.core.contact import Contact, Detail
from desktop.core.text import fold, one_line
from desktop.store.fields import moment_text
from desktop.store.organisations import find_or_create, search_name

DETAILS = {"emails": "email", "phones": "phone", "links": "link", "addresses": "address"}
_COLUMNS = (
    "id, name, sort_key, search_name, search_words, pronounced, role, organisation_id, source, source_detail, "
    "found_on, referrer_id, may_use_name, time_zone, comfort, warm_line, notes, stage, stage_reason, created_at"
)
_INSERT = f"insert into contact ({_COLUMNS}) values ({', '.join('?' * (_COLUMNS.count(',') + 1))})"
_INSERT_DETAIL = "insert into contact_detail (contact_id, kind, label, value, position) values (?, ?, ?, ?, ?)"
_INSERT_TAG = "insert into contact_tag (contact_id, tag) values (?, ?)"
_INSERT_DIRECTION = "insert into contact_direction (contact_id, direction_id) values (?, ?)"


def insert(connection: apsw.Connection, contacts: Sequence[Contact], now: datetime) -> range:
    """Write new contacts and return their ids, in the same order. Organisations are found by name or made."""
    last: int | None = connection.execute("select seq from sqlite_sequence where name = 'contact'").get
    first = (last or 0) + 1
    ids = range(first, first + len(contacts))
    numbered = list(zip(ids, contacts, strict=True))
    connection.executemany(_INSERT, [_row(number, contact, now) for number, contact in numbered])
    connection.executemany(
        _INSERT_DETAIL,
        [
            (number, kind, *rest)
            for number, contact in numbered
            for field, kind in DETAILS.items()
            for rest in _detail_values(getattr(contact, field))
        ],
    )
    connection.executemany(
        _INSERT_TAG, [(number, tag) for number, contact in numbered for tag in _clean_tags(contact.tags)]
    )
    connection.executemany(
        _INSERT_DIRECTION,
        [(number, direction) for number, contact in numbered for direction in dict.fromkeys(contact.directions)],
    )
    return ids


def _row(number: int, contact: Contact, now: datetime) -> tuple[str | int | None, ...]:
    name = one_line(contact.name)
    return (
        number,
        name,
        fold(name),
        search_name(name, contact.organisation, contact.role),
        search_words(contact),
        contact.pronounced,
        one_line(contact.role),
        contact.organisation_id or find_or_create(contact.organisation, now),
        contact.source,
        contact.source_detail,
        contact.found_on.isoformat() if contact.found_on else None,
        contact.referrer_id,
        contact.may_use_name,
        contact.time_zone,
        contact.comfort,
        contact.warm_line,
        contact.notes,
        contact.stage,
        contact.stage_reason,
        moment_text(now),
    )


def search_words(contact: Contact) -> str:
    """The folded words that search finds by their beginning: everything written about the contact but the name."""
    details = [detail.value for field in DETAILS for detail in getattr(contact, field)]
    return fold(" ".join([contact.notes, contact.warm_line, contact.source_detail, *contact.tags, *details]))


def replace_details(connection: apsw.Connection, contact_id: int, kind: str, details: Iterable[Detail]) -> None:
    """Give a contact these ways of one kind to reach it, in this order, in place of those it had."""
    connection.execute("delete from contact_detail where contact_id = ? and kind = ?", (contact_id, kind))
    rows = [(contact_id, kind, *rest) for rest in _detail_values(details)]
    connection.executemany(_INSERT_DETAIL, rows)


def replace_tags(connection: apsw.Connection, contact_id: int, tags: Iterable[str]) -> None:
    """Give a contact these tags in place of those it had."""
    connection.execute("delete from contact_tag where contact_id = ?", (contact_id,))
    connection.executemany(_INSERT_TAG, [(contact_id, tag) for tag in _clean_tags(tags)])


def replace_directions(connection: apsw.Connection, contact_id: int, directions: Iterable[int]) -> None:
    """Put a contact under these directions in place of those it was under."""
    connection.execute("delete from contact_direction where contact_id = ?", (contact_id,))
    rows = [(contact_id, direction_id) for direction_id in dict.fromkeys(directions)]
    connection.executemany(_INSERT_DIRECTION, rows)


def _detail_values(details: Iterable[Detail]) -> list[tuple[str, str, int]]:
    return [
        (detail.label, value, position) for position, detail in enumerate(details) if (value := detail.value.strip())
    ]


def _clean_tags(tags: Iterable[str]) -> list[str]:
    return [tag for tag in dict.fromkeys(one_line(tag) for tag in tags) if tag]
