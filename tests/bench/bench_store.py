"""What the store costs, as ratios to floors in bare SQL measured in the same run.

Usage: bench_store.py [CONTACTS]     100,000 unless given; 1,000,000 takes some minutes.

- opening the list: count and first window, against the same in a store of 200 contacts (target 1.2);
- a keystroke in the search: count, first window and where each was found, for each beginning of what people type,
  against the bare query and page (p95: target 3);
- one edit, saved durably and found by search at once, against a bare update in WAL with synchronous=FULL (target 2.5);
- a verified backup, against copying the file and flushing it (target 3);
- `main.py contacts --search`, against starting Python with apsw and peewee (target 2).

Floor and store take turns, so that both meet the same weather on the machine.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path

import apsw

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT), str(HERE)]

from people import fill, person  # noqa: E402
from table import head, percentile, row  # noqa: E402

from desktop.core.contact import EVERYONE, ContactFilter, ContactSort  # noqa: E402
from desktop.core.text import fold  # noqa: E402
from desktop.store.file.database import PRAGMAS  # noqa: E402
from desktop.store.store import STORE_FILE_NAME, Store  # noqa: E402

WINDOW = 100
TYPED = ("lucja berg", "søren silva-01", "water quality", "p777@exam", "nair works 7", "c++", "zzzz")
COLUMNS = "c.id, c.name, c.role, c.stage, c.source, c.comfort, o.name"
FOUND = (
    "c.deleted_at is null and (instr(c.search_name, ?1) "
    "or c.id in (select rowid from contact_search where contact_search match ?2))"
)
PAGE = (
    f"select {COLUMNS} from contact c left join organisation o on o.id = c.organisation_id "
    f"where c.id in (select c.id from contact c where {FOUND} order by c.sort_key, c.id limit {WINDOW}) "
    "order by c.sort_key, c.id"
)


def main() -> None:
    """Print the table."""
    contacts = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    head(f"The store with {contacts:,} contacts")
    with tempfile.TemporaryDirectory() as place:
        few, many = Path(place) / "few", Path(place) / "many"
        with Store(few) as store:
            fill(store, 200)
            opening_few = spent(lambda: open_list(store), 50)
        with Store(many) as store:
            fill(store, contacts)
        with Store(many) as store:
            row("opening the list (floor: 200 contacts)", opening_few, spent(lambda: open_list(store), 50), 1.2)
            keystrokes(store)
            edits(store, Path(place) / "floor.db", min(contacts, 5000))
            orders(store)
            copies(store, Path(place))
        command_line(many)


def open_list(store: Store) -> None:
    """What the window asks for when it shows the list."""
    assert store.contacts.count() >= len(store.contacts.lines(limit=WINDOW))


def keystrokes(store: Store) -> None:
    """Every beginning of every text in `TYPED`, as it is typed."""
    connection = apsw.Connection(str(store.folder / STORE_FILE_NAME))
    connection.pragma("cache_size", PRAGMAS["cache_size"])
    bare: list[float] = []
    ours: list[float] = []
    for typed in [text[:end] for text in TYPED for end in range(1, len(text) + 1)]:
        wanted = ContactFilter(search=typed)

        def ask(wanted: ContactFilter = wanted) -> None:
            store.contacts.count(wanted)
            lines = store.contacts.lines(wanted, limit=WINDOW)
            store.contacts.found_in(wanted.search, [line.id for line in lines])

        def ask_barely(typed: str = typed) -> None:
            word = fold(typed)
            values = (word, '"' + word.replace('"', "") + '"*')
            connection.execute(f"select count(*) from contact c where {FOUND}", values).fetchall()
            connection.execute(PAGE, values).fetchall()

        one, two = in_turns([ask_barely, ask], 3)
        bare.append(statistics.median(one))
        ours.append(statistics.median(two))
    connection.close()
    row("a keystroke, median (floor: bare query and page)", bare, ours)
    row("a keystroke, p95", [percentile(bare)], [percentile(ours)], 3)


def edits(store: Store, floor: Path, among: int) -> None:
    """One field of one of so many contacts; the floor is a table of the same people with nothing to search."""
    connection = apsw.Connection(str(floor))
    for name, value in PRAGMAS.items():
        connection.pragma(name, value)
    connection.execute("create table person (id integer primary key, name text, role text, notes text, reason text)")
    people = store.database.connection().execute("select id, name, role, notes, stage_reason from contact")
    connection.execute("begin")
    connection.executemany("insert into person values (?, ?, ?, ?, ?)", people.fetchall())
    connection.execute("commit")
    number = count(1)

    def barely() -> None:
        connection.execute("begin immediate")
        connection.execute(
            "update person set notes = ? where id = ?", (f"note {next(number)}", next(number) % among + 1)
        )
        connection.execute("commit")

    def edit(field: str) -> Callable[[], None]:
        def edits() -> None:
            with store.action("Edit contact"):
                store.contacts.update(next(number) % among + 1, **{field: f"words {next(number)}"})

        return edits

    fields = ("stage_reason", "role", "notes", "organisation")
    bare, *ours = in_turns([barely, *(edit(field) for field in fields)], 300)
    connection.close()
    for field, times in zip(fields, ours, strict=True):
        row(f"one edit: {field} (floor: bare update)", bare, times, 2.5)
    row("one undo", bare, spent(store.undo, 50))
    whole_import(store)


def whole_import(store: Store) -> None:
    """10,000 people added in one action, and all of it taken back."""
    people = [person(number) for number in range(10_000)]

    def add() -> None:
        with store.action("Import"):
            store.contacts.add_all(people)

    row("undo of 10,000 people (floor: adding them)", [timed(add)], [timed(store.undo)], 2.1)


def orders(store: Store) -> None:
    """The first window and the row of one contact in every other order, against those by name."""
    contacts = store.contacts
    by_name = spent(lambda: contacts.lines(limit=WINDOW), 9)
    for sort in list(ContactSort)[1:]:
        row(f"by {sort} (floor: by name)", by_name, spent(lambda sort=sort: contacts.lines(sort=sort, limit=WINDOW), 5))  # type: ignore[misc]
    somebody = contacts.lines(offset=contacts.count() // 2, limit=1)[0].id
    row("which row, by name", by_name, spent(lambda: contacts.row_of(somebody, EVERYONE), 9))
    row(
        "which row, by organisation",
        by_name,
        spent(lambda: contacts.row_of(somebody, EVERYONE, ContactSort.ORGANISATION), 5),
    )


def copies(store: Store, place: Path) -> None:
    """A verified copy of the file."""

    def barely() -> None:
        with (place / "copy.db").open("wb") as copy, (store.folder / STORE_FILE_NAME).open("rb") as file:
            shutil.copyfileobj(file, copy, 1 << 20)
            copy.flush()
            os.fsync(copy.fileno())

    bare, ours = in_turns([barely, lambda: store.back_up().unlink()], 3)
    row("verified backup (floor: copy and fsync)", bare, ours, 3)


def command_line(folder: Path) -> None:
    """A search in a new process."""

    def run(*arguments: str) -> Callable[[], None]:
        command = [sys.executable, *arguments]
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        return lambda: subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL) and None

    main_py = (str(ROOT / "main.py"), "--data", str(folder), "contacts", "--search", "lucja berg-000")
    bare, ours = in_turns([run("-c", "import apsw, peewee"), run(*main_py)], 9)
    row("contacts --search (floor: import apsw, peewee)", bare, ours, 2)


def in_turns(work: Sequence[Callable[[], object]], times: int) -> list[list[float]]:
    """Seconds of each piece of work, done in turns; the first turn is not counted."""
    seconds: list[list[float]] = [[] for _ in work]
    for _ in range(times + 1):
        for number, one in enumerate(work):
            seconds[number].append(timed(one))
    return [each[1:] for each in seconds]


def spent(work: Callable[[], object], times: int) -> list[float]:
    """Seconds of one piece of work, each time."""
    return in_turns([work], times)[0]


def timed(work: Callable[[], object]) -> float:
    """Seconds of one piece of work, done once."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
