"""The contact list and the import, as ratios to floors measured in the same run.

Usage: bench_contacts.py [--million]     The list holds 100,000 people; with --million, in minutes, a million too.

- opening the list, against the same table over 200 rows held in memory (target 1.2);
- a keystroke in the search to the repainted list, against the bare count and page of the store (p95: target 3);
- 10,000 vCards read, judged, committed and searchable, against reading the file, unfolding it and taking its lines
  apart (target 10); 30,000 rows of LinkedIn's list, against `csv.reader` (target 15); both taken back and done again,
  against the import (target 2.5).
"""
# ruff: noqa: E402 - the platform and the path come before what looks at them

import csv
import os
import re
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1]), str(HERE)]

from people import fill
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from table import head, percentile, row

from desktop.core.contact import ContactFilter, ContactLine, Stage
from desktop.core.people.incoming import FileKind
from desktop.formats.reading import read_people
from desktop.store.imports import add_people
from desktop.store.store import Store
from desktop.ui.contacts.people.contact_table import ContactTable
from desktop.ui.contacts.people.people_list import PeopleList
from desktop.ui.contacts.people.table_model import ContactTableModel
from desktop.ui.tasks import Tasks
from desktop.ui.theme import Theme, application
from desktop.ui.workspace import Workspace

ROUNDS = 9
TYPED = ("amara", "person 12", "zzzz", "org 77")
CARD = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Person {0}\r\nN:{0};Person;;;\r\nORG:Works {1}\r\nTITLE:Engineer\r\n"
    "EMAIL;TYPE=work:person{0}@example.org\r\nTEL;TYPE=cell:+44 20 {0}\r\n"
    "ADR;TYPE=home:;;1 Street;Town;;12345;Country\r\nNOTE:Met at the fair of {1}\\, and wrote down\r\n  what was said"
    "\r\nEND:VCARD\r\n"
)

CONNECTIONS = (
    'Notes:\n"Some addresses may be missing"\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\n'
)
CONNECTION = "Person,No{0},https://www.linkedin.com/in/person-{0},,Works {1},Engineer,12 Mar 2024\n"


class FixedModel(ContactTableModel):
    """The floor: 200 rows that are there already."""

    def count(self) -> int:
        return 200

    def fetch(self, offset: int, limit: int) -> Sequence[ContactLine]:
        last = min(200, offset + limit)
        return [
            ContactLine(n, f"Person {n}", "", "", Stage.FOUND, None, None, None, False) for n in range(offset, last)
        ]


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def opening(model: type[ContactTableModel], workspace: Workspace, settings: QSettings) -> float:
    def work() -> None:
        table = ContactTable(model(workspace.store.contacts), workspace.theme, settings)
        table.resize(440, 700)
        table.show()
        QApplication.processEvents()
        table.grab()
        table.close()
        table.deleteLater()

    return seconds(work)


def typing(workspace: Workspace, settings: QSettings) -> tuple[list[float], list[float]]:
    """Seconds of each keystroke, and of the bare queries for the same search."""
    people = PeopleList(workspace, settings)
    people.resize(440, 700)
    people.show()
    people.table.selectRow(0)
    keys, bare = [], []
    for text in TYPED:
        for length in range(1, len(text) + 1):
            typed = text[:length]
            wanted = ContactFilter(search=typed)

            def query(wanted: ContactFilter = wanted) -> None:
                workspace.store.contacts.count(wanted)
                workspace.store.contacts.lines(wanted, limit=100)

            def stroke(typed: str = typed) -> None:
                people.filters.search.setText(typed)
                QApplication.processEvents()

            bare.append(min(seconds(query) for _ in range(2)))
            keys.append(seconds(stroke))
        people.filters.search.clear()
        QApplication.processEvents()
    return keys, bare


def importing(folder: Path, text: str, kind: FileKind, floor: Callable[[Path], object]) -> None:
    """A row: a file read, judged, committed and searchable, against the least that can be done with it."""
    path, target = folder / "people.file", {FileKind.VCARD: 10, FileKind.LINKEDIN: 15}[kind]
    path.write_text(text, encoding="utf-8", newline="")
    with Store(folder / kind) as store:
        whole = seconds(lambda: add_people(store, read_people(path, kind)))
        number = store.contacts.count()
        back, again = seconds(store.undo), seconds(store.redo)
    row(
        f"{number:,} from {kind} (floor: the file taken apart)",
        [seconds(lambda: floor(path)) for _ in range(ROUNDS)],
        [whole],
        target,
    )
    row(f"the same taken back (floor: the import of {number:,})", [whole], [back], 2.5)
    row("the same done again", [whole], [again], 2.5)


def unfolded(path: Path) -> object:
    text = re.sub(r"\r?\n[ \t]", "", path.read_text("utf-8"))
    return [line.partition(":") for line in text.splitlines()]


def split(path: Path) -> object:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def open_list(folder: Path, number: int, theme: Theme) -> list[float]:
    """Rows of the list of so many people, and the seconds of opening it."""
    with Store(folder / f"list-{number}") as store:
        fill(store, number)
        workspace = Workspace(store, Tasks(), theme, lambda: None)  # type: ignore[arg-type,return-value]
        settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        opening(FixedModel, workspace, settings)
        floors, opened = [], []
        for _ in range(ROUNDS):
            floors.append(opening(FixedModel, workspace, settings))
            opened.append(opening(ContactTableModel, workspace, settings))
        row(f"the list of {number:,} opened (floor: 200 fixed rows)", floors, opened, 1.2)
        keys, bare = typing(workspace, settings)
        row("a keystroke to the changed list (floor: count, page)", bare, keys)
        row("the same, p95", [percentile(bare)], [percentile(keys)], 3)
    return opened


def main() -> None:
    """Print the table."""
    theme = Theme(application([]))
    theme.apply("light")
    head("Contacts in the window")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        opened = open_list(folder, 100_000, theme)
        if "--million" in sys.argv:
            more = open_list(folder, 1_000_000, theme)
            row("the list of 1,000,000 opened (floor: of 100,000)", opened, more, 1.2)
        cards = "".join(CARD.format(n, n % 3000) for n in range(10_000))
        importing(folder, cards, FileKind.VCARD, unfolded)
        connections = CONNECTIONS + "".join(CONNECTION.format(n, n % 3000) for n in range(30_000))
        importing(folder, connections, FileKind.LINKEDIN, split)


if __name__ == "__main__":
    main()
