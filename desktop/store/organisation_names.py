"""An organisation as its contacts know it: by its name. Apart from the rest, for a list of contacts needs no more.

Hand-written SQL, for an import looks up and makes many at once: 500 names take 0.13 ms, by peewee 1.6.
"""

from collections.abc import Sequence
from datetime import datetime

import apsw

from desktop.core.text import fold, one_line
from desktop.store import match_keys
from desktop.store.file.rows import AMONG, listed, moment_text, read


def find_or_create(connection: apsw.Connection, name: str, now: datetime) -> tuple[int | None, str]:
    """Id and name of the organisation of that name (case and accents aside), made where it is missing.

    `None` and an empty name for a name that is empty.
    """
    name = one_line(name)
    folded = fold(name)
    if not folded:
        return None, ""
    there = "select id, name from organisation where folded = ? and deleted_at is null order by id limit 1"
    for found, called in read(connection, there, (folded,)):
        return found, called
    insert = "insert into organisation (name, folded, match_key, created_at) values (?, ?, ?, ?) returning id"
    values = (name, folded, match_keys.of_organisation(name), moment_text(now))
    ((made,),) = read(connection, insert, values)
    return made, name


def find_or_create_all(
    connection: apsw.Connection, names: Sequence[str], now: datetime
) -> list[tuple[int | None, str]]:
    """The same for many names, most of them looked up at once."""
    folded = [fold(name) for name in names]
    rows = read(
        connection,
        f"select folded, id, name from organisation where deleted_at is null and folded {AMONG} order by id desc",
        (listed(set(folded)),),
    )
    known: dict[str, tuple[int | None, str]] = {"": (None, ""), **{key: (found, name) for key, found, name in rows}}
    fresh = {
        key: one_line(name) for key, name in zip(reversed(folded), reversed(names), strict=True) if key not in known
    }
    if fresh:
        last: int | None = connection.execute("select seq from sqlite_sequence where name = 'organisation'").get
        made = {key: ((last or 0) + place, name) for place, (key, name) in enumerate(reversed(fresh.items()), 1)}
        created = moment_text(now)
        connection.executemany(
            "insert into organisation (id, name, folded, match_key, created_at) values (?, ?, ?, ?, ?)",
            [(number, name, key, match_keys.of_organisation(name), created) for key, (number, name) in made.items()],
        )
        known |= made
    return [known[key] for key in folded]


def place(connection: apsw.Connection, contact_id: int, name: str, now: datetime) -> tuple[int | None, str]:
    """The same for what a contact's user has typed: where nobody else is in it, its spelling becomes the typed one."""
    found, stored = find_or_create(connection, name, now)
    others = "select exists (select 1 from contact where organisation_id = ? and id <> ?)"
    if found is None or stored == name or connection.execute(others, (found, contact_id)).get:
        return found, stored
    connection.execute("update organisation set name = ? where id = ?", (name, found))
    return found, name


def remove_if_bare(connection: apsw.Connection, organisation_id: int) -> None:
    """Remove an organisation that was only ever a name, once nobody is in it: the half-typed ones on the way."""
    connection.execute(
        "delete from organisation where id = :id and industry = '' and website = '' and notes = '' "
        "and not exists (select 1 from contact where organisation_id = :id) "
        "and not exists (select 1 from research_note where organisation_id = :id)",
        {"id": organisation_id},
    )


def name_of(connection: apsw.Connection, organisation_id: int | None) -> str:
    """The name of an organisation, empty for none."""
    found = read(connection, "select name from organisation where id = ?", (organisation_id,))
    return str(found[0][0]) if found else ""


def rename_in_search(connection: apsw.Connection, organisation_id: int, name: str) -> None:
    """Let search find everyone of an organisation by this name of it."""
    people = read(connection, "select id, name, role from contact where organisation_id = ?", (organisation_id,))
    connection.executemany(
        "update contact set search_name = ? where id = ?",
        [(search_name(person, name, role), contact_id) for contact_id, person, role in people],
    )


def search_name(name: str, organisation: str, role: str) -> str:
    """The folded column that infix search looks into: name, organisation and role."""
    return fold(f"{name} {organisation} {role}")
