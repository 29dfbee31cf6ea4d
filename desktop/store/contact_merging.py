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


def move(connection: apsw.Connection, keep: int, other: int) -> None:
    """Let everything that belongs to the other belong to the one kept, but for what `Contact` holds itself."""
    for table, column in MOVED:
        connection.execute(f"update {table} set {column} = ? where {column} = ?", (keep, other))
    connection.execute("update contact set referrer_id = ? where referrer_id = ? and id <> ?", (keep, other, keep))
    _move_different(connection, keep, other)


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
