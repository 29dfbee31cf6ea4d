"""What was acknowledged survives a kill at any moment.

GROUNDWORK_KILLS sets how many are tried: 20 here, a thousand before a release.
"""

import os
import random
import subprocess
import sys
from pathlib import Path

from desktop.store.store import Store

KILLS = int(os.environ.get("GROUNDWORK_KILLS", "20"))

# Every action touches two subjects; its number is written to the pipe only after it is committed.
WORK = """
import sys
from itertools import count
from pathlib import Path
from desktop.core.contact import Contact, Detail
from desktop.store.store import Store
store = Store(Path(sys.argv[1]))
for number in count(store.contacts.count() + 1):
    with store.action("Add"):
        added = store.contacts.add(
            Contact(name=f"Person {number}", organisation=f"Works {number % 7}", notes="words " * 50, tags=("new",),
                    emails=(Detail(f"{number}@example.org"),))
        )
        store.preferences.update_profile(headline=str(number))
    if number % 5 == 0:
        store.undo()
        store.redo()
    print(number, flush=True)
"""


def test_no_acknowledged_edit_is_lost_to_a_kill(folder: Path) -> None:
    chance = random.Random(KILLS)
    acknowledged = 0
    for kill in range(KILLS):
        with subprocess.Popen([sys.executable, "-c", WORK, str(folder)], stdout=-1, text=True) as worker:
            assert worker.stdout is not None
            for _ in range(chance.randrange(1, 40)):
                worker.stdout.readline()
            worker.kill()
            rest = worker.stdout.read().splitlines()
        acknowledged = int(rest[-1]) if rest else acknowledged
        with Store(folder) as store:
            there = store.contacts.count()
            assert there >= acknowledged, f"kill {kill}"
            # Of an action that was not acknowledged all is there or nothing.
            assert store.preferences.profile().headline == (str(there) if there else "")
            assert store.check() == [], f"kill {kill}"
        acknowledged = there
    assert acknowledged > KILLS
