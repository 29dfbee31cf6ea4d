"""Rows that belong to another: only what differs is written."""

from collections.abc import Iterator

import apsw
import pytest

from desktop.store.file.child_rows import replace_rows


@pytest.fixture
def connection() -> Iterator[apsw.Connection]:
    opened = apsw.Connection(":memory:")
    opened.execute("create table tag (id integer primary key, owner integer, kind text, value text)")
    opened.execute(
        "insert into tag (owner, kind, value) values (1, 'x', 'a'), (2, 'x', 'z'), (1, 'x', 'b'), (1, 'y', 'q')"
    )
    yield opened
    opened.close()


def rows(connection: apsw.Connection) -> list[tuple[int, int, str, str]]:
    return list(connection.execute("select id, owner, kind, value from tag order by id"))


OTHERS = [(2, 2, "x", "z"), (4, 1, "y", "q")]


@pytest.mark.parametrize(
    ("wanted", "kept", "written"),
    [
        ([], [], 2),
        (["a", "b"], [(1, 1, "x", "a"), (3, 1, "x", "b")], 0),
        (["a", "c"], [(1, 1, "x", "a"), (3, 1, "x", "c")], 1),
        (["b"], [(1, 1, "x", "b")], 2),
        (["a", "b", "c"], [(1, 1, "x", "a"), (3, 1, "x", "b"), (5, 1, "x", "c")], 1),
    ],
)
def test_exactly_what_is_wanted_belongs_to_the_owner_and_nothing_else_is_written(
    connection: apsw.Connection, wanted: list[str], kept: list[tuple[int, int, str, str]], written: int
) -> None:
    before = connection.total_changes()
    replace_rows(connection, "tag", {"owner": 1, "kind": "x"}, ["value"], [(value,) for value in wanted])
    assert rows(connection) == sorted([*kept, *OTHERS])
    assert connection.total_changes() - before == written
