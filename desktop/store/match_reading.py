"""What people are known by, read from the file: for whoever compares them, many at once."""

import json
from collections.abc import Iterable
from typing import Any

import apsw

from desktop.core.duplicates import KnownBy, compared
from desktop.store import match_keys

# The places are given as one JSON text: SQLite plans a query anew for each number of places.
_AMONG = "in (select value from json_each(?))"
_PEOPLE = (
    "select c.id, c.name, coalesce(o.name, ''), c.role, coalesce(o.match_key, '') from contact c "
    f"left join organisation o on o.id = c.organisation_id where c.id {_AMONG} and c.deleted_at is null"
)
_DETAILS = f"select contact_id, kind, value from contact_detail where contact_id {_AMONG} and match_key <> ''"
_BY_DETAIL = f"select match_key, contact_id from contact_detail where match_key {_AMONG} and match_key <> ''"
_BY_NAME = f"select name_key, id from contact where name_key {_AMONG} and name_key <> '' and deleted_at is null"
_BY_BOTH = (
    "select c.name_key, coalesce(o.match_key, ''), c.id from contact c "
    f"left join organisation o on o.id = c.organisation_id where c.name_key {_AMONG} and c.deleted_at is null"
)


def known(connection: apsw.Connection, ids: Iterable[int]) -> dict[int, KnownBy]:
    """What the contacts of these ids are known by; those gone or deleted are left out."""
    among = (json.dumps(list(ids)),)
    words = match_keys.words()
    details: dict[int, list[tuple[str, str]]] = {}
    for contact_id, kind, value in _rows(connection, _DETAILS, among):
        details.setdefault(contact_id, []).append((kind, value))
    return {
        number: compared(number, name, organisation, role, key, details.get(number, ()), words)
        for number, name, organisation, role, key in _rows(connection, _PEOPLE, among)
    }


def by_details(connection: apsw.Connection, keys: Iterable[str]) -> dict[str, list[int]]:
    """For each key of an address, number or profile the contacts that have it; deleted ones may be among them."""
    return _grouped(_rows(connection, _BY_DETAIL, (_listed(keys),)))


def by_names(connection: apsw.Connection, keys: Iterable[str]) -> dict[str, list[int]]:
    """For each key of a name the contacts of that name."""
    return _grouped(_rows(connection, _BY_NAME, (_listed(keys),)))


def by_names_and_organisations(connection: apsw.Connection, names: Iterable[str]) -> dict[tuple[str, str], list[int]]:
    """For each key of a name and of an organisation (empty for none) the contacts of both."""
    found: dict[tuple[str, str], list[int]] = {}
    for name, organisation, number in _rows(connection, _BY_BOTH, (_listed(names),)):
        found.setdefault((name, organisation), []).append(number)
    return found


def _listed(keys: Iterable[str]) -> str:
    return json.dumps(list(keys))


def _grouped(rows: Iterable[Any]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for key, number in rows:
        found.setdefault(key, []).append(number)
    return found


def _rows(connection: apsw.Connection, sql: str, values: tuple[str, ...]) -> list[Any]:
    return connection.execute(sql, values).fetchall()
