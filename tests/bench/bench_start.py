"""Start to usable window and memory at rest, as ratios to an empty QMainWindow measured in the same run.

Usage: bench_start.py [ROUNDS]     Caches are dropped for the cold rows where the system lets us (root on Linux).

Off the screen unless QT_QPA_PLATFORM says otherwise:
QT_QPA_PLATFORM=xcb xvfb-run -a python tests/bench/bench_start.py
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1]), str(HERE)]

from people import fill  # noqa: E402
from table import head, row  # noqa: E402

from desktop.formats.demo import read_example  # noqa: E402
from desktop.places import resources  # noqa: E402
from desktop.store.demo import fill_with_example as fill_example  # noqa: E402
from desktop.store.store import Store  # noqa: E402

DROP = Path("/proc/sys/vm/drop_caches")
FLOOR = "an empty QMainWindow"
TARGETS = {"warm": 1.5, "cold": 1.4}
MEMORY = 1.4


def run(script: str, *arguments: str) -> tuple[float, float]:
    """Seconds from spawning the process to a usable window, and its memory at rest in MiB (PSS)."""
    environment = {"QT_QPA_PLATFORM": "offscreen"} | os.environ
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its bytecode
    began = time.monotonic()
    command = [sys.executable, str(HERE / script), *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=120)
    moment, memory = done.stdout.split()[-2:]
    return float(moment) - began, int(memory) / 1024


def drop_caches() -> bool:
    """Forget what the system has read from the disk; `False` where that is not permitted."""
    os.sync()
    try:
        DROP.write_text("3")
    except OSError:
        return False
    return True


def measure(programs: dict[str, tuple[str, ...]], rounds: int, cold: bool) -> dict[str, list[tuple[float, float]]]:
    """What `run` gives for each program, `rounds` times, in turns: a slow moment of the machine meets all alike."""
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in programs}
    for _ in range(rounds):
        for name, command in programs.items():
            if cold:
                drop_caches()
            found[name].append(run(*command))
    return found


def show(when: str, found: dict[str, list[tuple[float, float]]], which: int, target: float, unit: str = "ms") -> None:
    """A row for each program but the floor; going on to the list is more than a start, and has no target."""
    floor = [values[which] for values in found[FLOOR]]
    for name, values in found.items():
        if name != FLOOR:
            row(f"{when}, {name}", floor, [each[which] for each in values], None if "list" in name else target, unit)


def main() -> None:
    """Print the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    with tempfile.TemporaryDirectory() as folder:
        empty, full = Path(folder) / "empty", Path(folder) / "full"
        for place, people in ((empty, 0), (full, 100_000)):
            with Store(place) as store:
                fill(store, people)
        with Store(Path(folder) / "example") as store:
            fill_example(store, read_example(resources() / "demo" / "example.toml"), store.clock().date())
        programs: dict[str, tuple[str, ...]] = {
            FLOOR: ("floor_window.py",),
            "empty": ("start_groundwork.py", str(empty), "today"),
            "the example": ("start_groundwork.py", str(Path(folder) / "example"), "today"),
            "100,000 contacts": ("start_groundwork.py", str(full), "today"),
            "100,000 contacts, straight to their list": ("start_groundwork.py", str(full), "contacts"),
        }
        for command in programs.values():
            run(*command)  # bytecode written, caches warm
        head(f"Start to usable window, against {FLOOR}")
        warm = measure(programs, rounds, cold=False)
        show("warm", warm, 0, TARGETS["warm"])
        if drop_caches():
            show("cold", measure(programs, rounds, cold=True), 0, TARGETS["cold"])
        else:
            print("cold: dropping the caches is not permitted here")
        head(f"Memory at rest (PSS), against {FLOOR}")
        show("at rest", warm, 1, MEMORY, "MiB")


if __name__ == "__main__":
    main()
