"""What is done to the file apart from the user's work: deleted things go in the end, and the whole is checked."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import apsw

from desktop.store.file.rows import moment_text
from desktop.texts.catalogue import sentence

_KEPT_DELETED_DAYS = 30
# The version of the rules in `core.people.matching`: a file with keys of another version gets new ones when it opens.
_MATCH_RULES = 1
_SEARCHED = ("contact", "message", "research_note")
_LIVING_TABLES = (
    "select t.name from sqlite_schema t join pragma_table_info(t.name) c "
    "where t.type = 'table' and c.name = 'deleted_at' order by t.name"
)


def store_id(connection: apsw.Connection) -> str:
    """What names this file for ever, at random."""
    return str(connection.execute("select store_id from identity").get)


def purge(connection: apsw.Connection, now: datetime) -> None:
    """Remove for good what was deleted more than thirty days ago, inside the caller's transaction."""
    before = (moment_text(now - timedelta(days=_KEPT_DELETED_DAYS)),)
    for (table,) in connection.execute(_LIVING_TABLES).fetchall():
        connection.execute(f"delete from {table} where deleted_at < ?", before)


def renew_keys(connection: apsw.Connection, renew: Callable[[apsw.Connection], None]) -> None:
    """Have `renew` make the keys of a file with none or those of older rules, inside the caller's transaction."""
    if connection.execute("select match_rules from identity").get == _MATCH_RULES:
        return
    renew(connection)
    connection.execute("update identity set match_rules = ?", (_MATCH_RULES,))


def problems(connection: apsw.Connection, may_write: bool) -> list[str]:
    """What is wrong with the file, each as a sentence. The search index is looked at by whoever may write."""
    try:
        found = [str(row[0]) for row in connection.execute("pragma integrity_check") if row[0] != "ok"]
    except apsw.CorruptError as error:  # so badly damaged that the check itself ends there
        return [str(error)]
    for table, row, parent, _ in connection.execute("pragma foreign_key_check"):
        found.append(sentence("store.missing_parent", table=table, row=row, parent=parent))
    found += _out_of_step(connection, may_write)
    return found


def _out_of_step(connection: apsw.Connection, may_write: bool) -> Iterator[str]:
    """What triggers derive from contacts, messages and notes, and does not match them."""
    counted = "select (select count(*) from contact where deleted_at is null) = (select living from contact_count)"
    if not connection.execute(counted).get:
        yield sentence("store.count_differs")
    for table in _SEARCHED if may_write else ():
        index = f"{table}_search"
        try:
            # Rank 1 compares with the table too; without it only the index itself is looked through.
            connection.execute(f"insert into {index} ({index}, rank) values ('integrity-check', 1)")
        except apsw.CorruptError:
            yield sentence("store.index_differs", table=table)
