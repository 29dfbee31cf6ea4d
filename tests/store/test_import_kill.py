"""An import, its undo and its redo are all there or not at all, whenever the process is killed.

GROUNDWORK_KILLS sets how many kills are tried: 10 here, a hundred before a release.
"""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.store.store import Store

KILLS = int(os.environ.get("GROUNDWORK_KILLS", "10"))
PEOPLE = 1500
# A line is written while the transaction is open, after every five hundred people, and after each commit.
WORK = f"""
import sys
from pathlib import Path
from desktop.core.contact import Contact, Detail
from desktop.core.people.incoming import Incoming, Reading
from desktop.store.imports import add_people
from desktop.store.store import Store
store = Store(Path(sys.argv[1]))
def say(*_):
    print(store.contacts.count(), flush=True)
for batch in range(store.contacts.count(), 1_000_000):
    people = tuple(
        Incoming(
            Contact(name=f"Person {{batch}} {{n}}", organisation=f"Works {{n % 70}}", tags=("new",),
                    emails=(Detail(f"{{batch}}-{{n}}@example.org"),)),
            "book.vcf", n,
        )
        for n in range({PEOPLE})
    )
    add_people(store, Reading(people), say)
    store.undo()
    say()
    store.redo()
    say()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


def test_an_import_is_whole_or_not_there_after_a_kill(folder: Path) -> None:
    chance = random.Random(KILLS)
    seen = set()
    for kill in range(KILLS):
        with subprocess.Popen([sys.executable, "-c", WORK, str(folder)], stdout=-1, text=True) as worker:
            assert worker.stdout is not None
            for _ in range(chance.randrange(1, 8)):
                seen.add(int(worker.stdout.readline()) % PEOPLE)
            worker.kill()
            worker.stdout.read()
        with Store(folder) as store:
            assert store.contacts.count() % PEOPLE == 0, f"kill {kill}"
            assert store.check() == [], f"kill {kill}"
    assert len(seen) > 1  # some lines were written in the middle of an import
