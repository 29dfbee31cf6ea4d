"""What people are known by, read from the file: for whoever compares them, many at once.

Hand-written SQL, for an import asks it about everyone: the rows of 500 people take 0.35 ms, by peewee 5.2.
"""

from collections.abc import Iterable

import apsw

from desktop.core.people.duplicates import KnownBy, compared
from desktop.store import match_keys
from desktop.store.file.rows import AMONG, listed, read

_PEOPLE = (
    "select c.id, c.name, coalesce(o.name, ''), c.role, coalesce(o.match_key, '') from contact c "
    f"left join organisation o on o.id = c.organisation_id where c.id {AMONG} and c.deleted_at is null"
)
_DETAILS = f"select contact_id, kind, value from contact_detail where contact_id {AMONG} and match_key <> ''"
_BY_DETAIL = f"select match_key, contact_id from contact_detail where match_key {AMONG} and match_key <> ''"
_BY_NAME = f"select name_key, id from contact where name_key {AMONG} and name_key <> '' and deleted_at is null"
_BY_BOTH = (
    "select c.name_key, coalesce(o.match_key, ''), c.id from contact c "
    f"left join organisation o on o.id = c.organisation_id where c.name_key {AMONG} "
    "and c.name_key <> '' and c.deleted_at is null"
)


def known(connection: apsw.Connection, ids: Iterable[int]) -> dict[int, KnownBy]:
    """What the contacts of these ids are known by; those gone or deleted are left out."""
    among = (listed(ids),)
    words = match_keys.words()
    details: dict[int, list[tuple[str, str]]] = {}
    for contact_id, kind, value in read(connection, _DETAILS, among):
        details.setdefault(contact_id, []).append((kind, value))
    return {
        number: compared(number, name, organisation, role, key, details.get(number, ()), words)
        for number, name, organisation, role, key in read(connection, _PEOPLE, among)
    }


def by_details(connection: apsw.Connection, keys: Iterable[str]) -> dict[str, list[int]]:
    """For each key of an address, number or profile the contacts that have it; deleted ones may be among them."""
    return _grouped(read(connection, _BY_DETAIL, (listed(keys),)))


def by_names(connection: apsw.Connection, keys: Iterable[str]) -> dict[str, list[int]]:
    """For each key of a name the contacts of that name."""
    return _grouped(read(connection, _BY_NAME, (listed(keys),)))


def by_names_and_organisations(connection: apsw.Connection, names: Iterable[str]) -> dict[tuple[str, str], list[int]]:
    """For each key of a name and of an organisation (empty for none) the contacts of both."""
    found: dict[tuple[str, str], list[int]] = {}
    for name, organisation, number in read(connection, _BY_BOTH, (listed(names),)):
        found.setdefault((name, organisation), []).append(number)
    return found


def sharing_details(connection: apsw.Connection, most: int) -> list[list[int]]:
    """The contacts of each address, number or profile that several have, but not more than `most`."""
    rows = read(
        connection,
        "select match_key, contact_id from contact_detail where match_key in (select match_key from contact_detail "
        "where match_key <> '' group by match_key having count(*) between 2 and ?) and match_key <> ''",
        (most,),
    )
    return list(_grouped(rows).values())


def sharing_names(connection: apsw.Connection, most: int) -> list[list[int]]:
    """The contacts of each name that several have; of a name more than `most` have, those of each organisation."""
    several = (
        "select name_key from contact where name_key <> '' and deleted_at is null group by name_key having count(*)"
    )
    few = read(
        connection,
        f"select name_key, id from contact where name_key in ({several} between 2 and ?) "
        "and name_key <> '' and deleted_at is null",
        (most,),
    )
    crowded = [name for (name,) in read(connection, f"{several} > ?", (most,))]
    both = by_names_and_organisations(connection, crowded) if crowded else {}
    return [*_grouped(few).values(), *(numbers[:most] for numbers in both.values() if len(numbers) > 1)]


def different_from(connection: apsw.Connection, contact_id: int) -> set[int]:
    """The contacts who are said not to be this one."""
    rows = read(
        connection,
        "select second_id from different_people where first_id = ?1 "
        "union select first_id from different_people where second_id = ?1",
        (contact_id,),
    )
    return {number for (number,) in rows}


def all_different(connection: apsw.Connection) -> set[tuple[int, int]]:
    """All pairs who are said not to be one person, the smaller id first."""
    return set(read(connection, "select first_id, second_id from different_people"))


def _grouped(rows: Iterable[tuple[str, int]]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for key, number in rows:
        found.setdefault(key, []).append(number)
    return found
