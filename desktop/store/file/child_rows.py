"""Rows that belong to another, as tags to a contact: the whole list is given, and only what differs is written.

Knows no subject: contacts, which an edit or an import writes without peewee, and the learning log share it.
"""

from collections.abc import Mapping, Sequence

import apsw

from desktop.store.file.rows import read


def replace_rows(
    connection: apsw.Connection,
    table: str,
    owner: Mapping[str, int | str],
    columns: Sequence[str],
    wanted: Sequence[tuple[int | str, ...]],
) -> None:
    """Let exactly the `wanted` rows (values of `columns`, in order) belong to the owner named by its columns.

    Rows that are there are used again in their order, so that what is typed and taken back leaves no trace in the
    history of undo. Names of tables and columns are the program's own, values are bound.
    """
    belongs = " and ".join(f"{column} = ?" for column in owner)
    query = f"select id, {', '.join(columns)} from {table} where {belongs} order by id"
    there = read(connection, query, tuple(owner.values()))
    changed = [(*new, number) for (number, *old), new in zip(there, wanted, strict=False) if tuple(old) != tuple(new)]
    if changed:
        settings = ", ".join(f"{column} = ?" for column in columns)
        connection.executemany(f"update {table} set {settings} where id = ?", changed)
    if surplus := [(row[0],) for row in there[len(wanted) :]]:
        connection.executemany(f"delete from {table} where id = ?", surplus)
    if new_rows := [(*owner.values(), *row) for row in wanted[len(there) :]]:
        names = [*owner, *columns]
        marks = ", ".join("?" * len(names))
        connection.executemany(f"insert into {table} ({', '.join(names)}) values ({marks})", new_rows)
