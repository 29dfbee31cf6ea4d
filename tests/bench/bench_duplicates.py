"""What it costs to know people again, as ratios to bare queries that read the same rows, measured in the same run.

Usage: bench_duplicates.py [CONTACTS]     100,000 unless given; every fiftieth is there twice.

- all pairs among the contacts, against reading name, organisation and details of everyone;
- 10,000 people about to come in, half of them there already, against looking up their keys;
- what a contact's page says of others who are like that one, against looking up that contact's keys.
"""

import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT), str(HERE)]

from people import CHUNK, person  # noqa: E402
from table import head, row  # noqa: E402

from desktop.core.contact import Contact, Detail  # noqa: E402
from desktop.core.values import replace  # noqa: E402
from desktop.store.match_candidates import keys_of  # noqa: E402
from desktop.store.store import Store  # noqa: E402

COMING = 10_000
TWICE = 50
EVERYONE = (
    "select c.id, c.name, o.name from contact c left join organisation o on o.id = c.organisation_id "
    "where c.deleted_at is null",
    "select contact_id, kind, value from contact_detail",
)
BY_DETAIL = (
    "select match_key, contact_id from contact_detail "
    "where match_key in (select value from json_each(?)) and match_key <> ''"
)
BY_NAME = (
    "select name_key, id from contact where name_key in (select value from json_each(?)) and name_key <> '' "
    "and deleted_at is null"
)


def known(number: int) -> Contact:
    """The invented person of that number, with a telephone too."""
    return replace(person(number), phones=(Detail(f"+49 30 {1_000_000 + number}"),))


def again(number: int) -> Contact:
    """The same person as another address book has them."""
    whole = known(number)
    first, last = whole.name.split()
    return replace(whole, name=f"{last}, {first}", organisation=f"{whole.organisation} GmbH", phones=())


def main() -> None:
    """Print the table."""
    contacts = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as place, Store(Path(place) / "store") as store:
        print(f"filling {contacts:,} …", flush=True)
        once = contacts - contacts // TWICE
        for start in range(0, contacts, CHUNK):
            numbers = range(start, min(contacts, start + CHUNK))
            with store.action("Fill"):
                store.contacts.add_all([known(each) if each < once else again(each - once) for each in numbers])
        head(f"Knowing people again among {contacts:,}")
        connection = store.database.connection()

        def read_everyone() -> int:
            return sum(len(connection.execute(sql).fetchall()) for sql in EVERYONE)

        def look_up(some: list[Contact]) -> int:
            keys = [keys_of(each) for each in some]
            details = json.dumps([key for each in keys for key in each.reach])
            names = json.dumps([each.name for each in keys])
            return sum(
                len(connection.execute(sql, (values,)).fetchall())
                for sql, values in ((BY_DETAIL, details), (BY_NAME, names))
            )

        found = len(store.duplicates.find())
        compare(f"all pairs ({found:,})", read_everyone, lambda: len(store.duplicates.find()))
        half = COMING // 2
        coming = [again(number + contacts // 2) for number in range(half)]
        coming += [
            replace(known(number), name=f"{known(number).name}-new")
            for number in range(2 * contacts, 2 * contacts + half)
        ]
        there = sum(match.same is not None for match in store.duplicates.matches(coming))
        compare(
            f"{COMING:,} come in ({there:,} there)",
            lambda: look_up(coming),
            lambda: len(store.duplicates.matches(coming)),
        )
        compare("one contact's page", lambda: look_up([known(7)]), lambda: len(store.duplicates.like(8)))


def compare(what: str, floor: Callable[[], int], ours: Callable[[], int]) -> None:
    """One line, of five turns each."""
    bare, measured = [], []
    for _ in range(5):
        bare.append(_timed(floor))
        measured.append(_timed(ours))
    row(what, bare, measured)


def _timed(work: Callable[[], int]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
