"""The contact list and the import, as ratios to floors measured in the same run.

Usage: bench_contacts.py [PEOPLE]     PEOPLE in the list, 100,000 unless given.

- opening the list, against the same table over 200 rows held in memory (target 1.2);
- a keystroke in the search to the repainted list, against the bare count and page of the store (p95: target 3);
- 10,000 vCards read, judged, committed and searchable, against reading the file, unfolding it and taking its lines
  apart (target 10).
"""
# ruff: noqa: E402 - the platform and the path come before what looks at them

import os
import re
import statistics
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

from desktop.core.contact import ContactFilter, ContactLine, Stage
from desktop.core.incoming import FileKind
from desktop.formats.reading import read_people
from desktop.store.imports import add_people
from desktop.store.store import Store
from desktop.ui.contacts.contact_table import ContactTable
from desktop.ui.contacts.people_list import PeopleList
from desktop.ui.contacts.table_model import ContactTableModel
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


def p95(values: list[float]) -> float:
    return sorted(values)[int(len(values) * 0.95)]


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


def importing(folder: Path) -> tuple[float, float]:
    """Seconds of importing 10,000 cards, and of reading and unfolding the file."""
    path = folder / "cards.vcf"
    path.write_text("".join(CARD.format(n, n % 3000) for n in range(10_000)), newline="")

    def floor() -> int:
        text = re.sub(r"\r?\n[ \t]", "", path.read_text("utf-8"))
        return len([line.partition(":") for line in text.splitlines()])

    with Store(folder / "import") as store:
        whole = seconds(lambda: add_people(store, read_people(path, FileKind.VCARD)))
    return whole, statistics.median(seconds(floor) for _ in range(ROUNDS))


def main() -> None:
    """Print the table."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    theme = Theme(application([]))
    theme.apply("light")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Store(folder / "data") as store:
            fill(store, number)
            workspace = Workspace(store, Tasks(), theme, lambda: None)  # type: ignore[arg-type,return-value]
            settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
            opening(FixedModel, workspace, settings)
            floors, opened = [], []
            for _ in range(ROUNDS):
                floors.append(opening(FixedModel, workspace, settings))
                opened.append(opening(ContactTableModel, workspace, settings))
            floor, list_ = statistics.median(floors), statistics.median(opened)
            keys, bare = typing(workspace, settings)
        whole, unfolded = importing(folder)
    print(f"{'':44}{'ms':>9}{'floor ms':>11}{'ratio':>8}{'target':>8}")
    for what, measured, against, target in (
        (f"opening the list of {number:,}", list_, floor, 1.2),
        ("keystroke to the changed list, median", statistics.median(keys), statistics.median(bare), 3),
        ("keystroke to the changed list, p95", p95(keys), p95(bare), 3),
        ("10,000 vCards imported", whole, unfolded, 10),
    ):
        print(f"{what:44}{measured * 1000:9.1f}{against * 1000:11.1f}{measured / against:8.2f}{target:8}")


if __name__ == "__main__":
    main()
