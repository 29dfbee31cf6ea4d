"""A referral chain of 2,000 people: read, laid out and drawn within 2 s of warm program time; then moved about.

Usage: bench_chain.py [PEOPLE] [CONTACTS]     2,000 people of a chain among 20,000 contacts, if not given.
"""
# ruff: noqa: E402 - the platform and the path come before what looks at them

import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1]), str(HERE)]

from people import fill
from PySide6.QtCore import QModelIndex, QSettings
from PySide6.QtWidgets import QApplication
from table import percentile

from desktop.core.contact import Stage
from desktop.core.people.chain import Chain, chain_line_texts, forest, text_tree
from desktop.core.people.chain_layout import across
from desktop.documents.chain import ChainLayout, chain_bytes
from desktop.formats import question_bank
from desktop.places import resources
from desktop.store.store import Store
from desktop.texts.catalogue import ENGLISH
from desktop.ui.contacts.chain.page import GRAPH, TREE, ChainPage
from desktop.ui.tasks import Tasks
from desktop.ui.theme import Theme, application
from desktop.ui.workspace import Workspace

TARGET = 2000.0  # milliseconds from asking for the chain to the painted drawing
FRAME = 33.0  # milliseconds: thirty pictures a second look smooth
STAGES = list(Stage)


def link(store: Store, count: int) -> None:
    """Make a chain of the first `count` contacts: each was named by one of the sixty before, one in fifty by nobody.

    The one after such a root was named by it, so that everybody is in the chain.
    """
    draw = random.Random(1)
    connection = store.database.connection()
    rows = [
        (
            None if key % 50 == 1 else key - 1 if key % 50 == 2 else draw.randrange(max(1, key - 60), key),
            draw.choice(STAGES),
            key,
        )
        for key in range(1, count + 1)
    ]
    with store.action("Link"):
        connection.executemany("update contact set referrer_id = ?, stage = ? where id = ?", rows)


def timed(work: Callable[[], object]) -> float:
    """Milliseconds of one run."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def line(what: str, milliseconds: float, target: float | None = None) -> bool:
    """Print one figure and whether it is within its target."""
    met = target is None or milliseconds <= target
    verdict = "" if target is None else f"{target:10.0f}  {'met' if met else 'NOT MET'}"
    print(f"{what:60}{milliseconds:10.1f} ms{verdict}", flush=True)
    return met


def tree_rows(page: ChainPage) -> list[tuple[object, ...]]:
    """The words of the tree on the screen, from top to bottom."""
    found: list[tuple[object, ...]] = []
    index = page.tree.model().index(0, 0, QModelIndex())
    while index.isValid():
        found.append(tuple(index.siblingAtColumn(column).data() for column in range(4)))
        index = page.tree.indexBelow(index)
    return found


def frames(page: ChainPage, move: Callable[[int], object], count: int = 60) -> list[float]:
    """Milliseconds of each picture while the graph is moved."""
    taken = []
    for number in range(count):

        def picture(number: int = number) -> None:
            move(number)
            page.view.viewport().repaint()

        taken.append(timed(picture))
    return taken


def main() -> int:
    """Print the figures; 1 if one misses its target."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    contacts = int(sys.argv[2]) if len(sys.argv) > 2 else 20_000
    theme = Theme(application([]))
    theme.apply("light")
    met = True
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder)) as store:
        fill(store, contacts)
        link(store, count)
        workspace = Workspace(
            store, Tasks(), theme, lambda: question_bank.read_question_bank(resources() / "questions")
        )
        page = ChainPage(workspace, QSettings(str(Path(folder) / "window.ini"), QSettings.Format.IniFormat))
        page.resize(1280, 800)
        page.show()
        page.show_chain(1)  # warm: fonts, the first painting
        QApplication.processEvents()

        def show() -> None:
            page.show_chain(None)
            page.view.viewport().repaint()

        print(f"\nA chain of {count:,} among {contacts:,} contacts{'':21}{'ours':>10}{'target':>13}")
        met &= line("asked for, read, laid out, drawn", timed(show), TARGET)
        people = store.chain.people()
        line("  reading it from the store", timed(store.chain.people))
        line("  who stands under whom, and the words", timed(lambda: chain_line_texts(forest(people), ENGLISH)))
        chain: Chain = forest(people)
        line("  layout alone", timed(lambda: across([each.parent for each in chain.lines])))
        line("  the tree of text on the screen", timed(lambda: page.tree.show_chain(chain, page.view._told)))
        met &= line(
            "all of it in one picture", timed(lambda: (page.view.fit(), page.view.viewport().repaint())), FRAME * 3
        )
        bar = page.view.verticalScrollBar()
        for scale, name in ((1.0, "full size"), (0.3, "three tenths"), (0.05, "a twentieth")):
            page.view.resetTransform()
            page.view.scale(scale, scale)
            moved = frames(page, lambda number: bar.setValue(bar.value() + (23 if number % 30 < 15 else -23)))
            met &= line(f"a picture while dragging at {name}, 95 of 100 within", percentile(moved), FRAME)
        page.view.fit()
        zoomed = frames(page, lambda number: page.view.zoom(1 if number < 24 else -1), 48)
        met &= line("a picture while zooming in and out, 95 of 100 within", percentile(zoomed), FRAME)
        walked = frames(page, lambda number: page.view.select(number * 31 % count), 60)
        met &= line("a picture while walking, 95 of 100 within", percentile(walked), FRAME)
        line("the same chain as PDF", timed(lambda: chain_bytes(chain, ChainLayout(), date(2026, 11, 23))))
        page._show_side(TREE)
        rows = tree_rows(page)
        drawn = [tuple(each) for each in page.view._told]
        printed = text_tree(chain, ENGLISH).splitlines()
        equal = rows == drawn and len(printed) == len(drawn) == len(people) == count
        print(
            f"the tree holds the same {len(drawn):,} people in the same words as the graph: {'yes' if equal else 'NO'}"
        )
        page._show_side(GRAPH)
        page.close()
    return 0 if met and equal else 1


if __name__ == "__main__":
    sys.exit(main())
