"""Two contacts become one in the file: all that hangs on the second moves to the first. Plain SQL, inside an action."""

from typing import Any

import apsw

# Every column that refers to a contact and is not part of the contact itself (a test looks for those left out).
MOVED = (
    ("message", "contact_id"),
    ("meeting", "contact_id"),
    ("contact_step", "contact_id"),
    ("promise", "contact_id"),
    ("opportunity", "contact_id"),
    ("reading_item", "recommended_by_id"),
    ("research_note", "contact_id"),
)
# These are once on a card at most (RFC 6350, 6.1 to 6.7): the first contact's stays.
_ONCE = frozenset(("uid", "rev", "prodid", "kind", "bday", "anniversary", "gender", "n", "fn", "version"))


def move(connection: apsw.Connection, keep: int, other: int) -> None:
    """Let everything that belongs to the other belong to the one kept, but for the fields of the contact itself."""
    for table, column in MOVED:
        connection.execute(f"update {table} set {column} = ? where {column} = ?", (keep, other))
    connection.execute("update contact set referrer_id = ? where referrer_id = ? and id <> ?", (keep, other, keep))
    _move_properties(connection, keep, other)
    _move_different(connection, keep, other)


def move_photo(connection: apsw.Connection, keep: int, other: int, instead: bool) -> None:
    """Give the one kept the other's photo: where there is none, or `instead` of the own."""
    there = "select exists (select 1 from contact_photo where contact_id = ?)"
    if not connection.execute(there, (other,)).get or (not instead and connection.execute(there, (keep,)).get):
        return
    # Both keep a photo, so that nothing is thrown away: they change places by way of a row that is written anew.
    own: Any = connection.execute(
        "delete from contact_photo where contact_id = ? returning media_type, data", (keep,)
    ).fetchone()
    connection.execute("update contact_photo set contact_id = ? where contact_id = ?", (keep, other))
    if own is not None:
        connection.execute("insert into contact_photo (contact_id, media_type, data) values (?, ?, ?)", (other, *own))


def _move_properties(connection: apsw.Connection, keep: int, other: int) -> None:
    """What a card held besides: all but what is there already. A group keeps its lines together under a new name."""
    read = (
        "select id, grouped, name, parameters, value from contact_property where contact_id = ? order by position, id"
    )
    own: list[Any] = connection.execute(read, (keep,)).fetchall()
    there = {(name.lower(), parameters, value) for _, _, name, parameters, value in own}
    once = {name.lower() for _, _, name, _, _ in own} & _ONCE
    groups = {grouped.lower() for _, grouped, _, _, _ in own if grouped}
    renamed: dict[str, str] = {}
    place = len(own)
    theirs: list[Any] = connection.execute(read, (other,)).fetchall()
    for number, grouped, name, parameters, value in theirs:
        if (name.lower(), parameters, value) in there or name.lower() in once:
            continue
        if grouped and grouped not in renamed:
            renamed[grouped] = _free(grouped, groups)
            groups.add(renamed[grouped].lower())
        connection.execute(
            "update contact_property set contact_id = ?, position = ?, grouped = ? where id = ?",
            (keep, place, renamed.get(grouped, ""), number),
        )
        place += 1


def _free(group: str, taken: set[str]) -> str:
    name, number = group, 2
    while name.lower() in taken:
        name, number = f"{group}-{number}", number + 1
    return name


def _move_different(connection: apsw.Connection, keep: int, other: int) -> None:
    """Whoever is not the one is not the other either."""
    pairs: list[Any] = connection.execute(
        "delete from different_people where first_id = :id or second_id = :id returning first_id, second_id",
        {"id": other},
    ).fetchall()
    for pair in pairs:
        (third,) = set(pair) - {other}
        if third != keep:
            set_apart(connection, keep, third)


def set_apart(connection: apsw.Connection, one: int, another: int) -> None:
    """Write down that two contacts are not one person."""
    connection.execute(
        "insert into different_people (first_id, second_id) values (?, ?) on conflict do nothing",
        (min(one, another), max(one, another)),
    )


def take_correction(connection: apsw.Connection, keep: int, other: int) -> None:
    """The stage set by hand last, of the two, is the one that counts."""
    columns = "corrected_on, corrected_to, corrected_from, corrected_because"
    read = f"select {columns} from contact where id = ?"
    own: Any = connection.execute(read, (keep,)).fetchone()
    theirs: Any = connection.execute(read, (other,)).fetchone()
    if theirs[0] is not None and (own[0] is None or theirs[0] > own[0]):
        settings = ", ".join(f"{column} = ?" for column in columns.split(", "))
        connection.execute(f"update contact set {settings} where id = ?", (*theirs, keep))
