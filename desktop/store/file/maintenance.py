"""What is done to the file apart from the user's work: deleted things go in the end, and the whole is checked."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import apsw

from desktop.store.file.rows import moment_text
from desktop.texts.catalogue import sentence

_KEPT_DELETED_DAYS = 30
DAYS_OF_USE = "deleted.days_of_use"  # the row of `setting` that counts them; it stays in this file
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
    """Remove for good what was deleted long ago, inside the caller's transaction.

    That is more than thirty days ago by the clock and thirty days on which the program was started since: a clock that
    jumps, once or to and fro, takes nothing.
    """
    tables = [table for (table,) in connection.execute(_LIVING_TABLES).fetchall()]
    today, before = moment_text(now)[:10], moment_text(now - timedelta(days=_KEPT_DELETED_DAYS))
    deleted_on = {
        day
        for table in tables
        for (day,) in connection.execute(
            f"select distinct substr(deleted_at, 1, 10) from {table} where deleted_at is not null"
        )
    }
    known = _days_of_use(connection)
    used = {day: ({*known.get(day, ()), today} - {day}) for day in deleted_on}
    for day in [day for day, days in used.items() if len(days) >= _KEPT_DELETED_DAYS]:
        for table in tables:
            connection.execute(
                f"delete from {table} where deleted_at < ? and substr(deleted_at, 1, 10) = ?", (before, day)
            )
    if used != known:
        text = "\n".join(" ".join((day, *sorted(used[day])[:_KEPT_DELETED_DAYS])) for day in sorted(used))
        connection.execute("insert or replace into setting (key, value) values (?, ?)", (DAYS_OF_USE, text))


def _days_of_use(connection: apsw.Connection) -> dict[str, set[str]]:
    """By the day on which something was deleted, the days since on which the program was started: at most thirty."""
    text = connection.execute("select value from setting where key = ?", (DAYS_OF_USE,)).get
    lines = [line.split() for line in str(text or "").splitlines() if line.strip()]
    return {day: set(days) for day, *days in lines}


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
