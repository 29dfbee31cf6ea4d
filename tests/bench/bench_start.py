"""Start to usable window and memory at rest, as ratios to an empty QMainWindow measured in the same run.

Usage: bench_start.py [ROUNDS]     Caches are dropped for the cold rows where the system lets us (root on Linux).
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1]), str(HERE)]

DROP = Path("/proc/sys/vm/drop_caches")


def run(script: str, *arguments: str) -> tuple[float, float]:
    """Seconds from spawning the process to a usable window, and its memory at rest in MiB."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
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


def main() -> None:
    """Print the table."""
    from people import fill

    from desktop.store.store import Store

    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    with tempfile.TemporaryDirectory() as folder:
        empty, full = Path(folder) / "empty", Path(folder) / "full"
        for place, people in ((empty, 0), (full, 100_000)):
            with Store(place) as store:
                fill(store, people)
        programs = {
            "floor: empty QMainWindow": ("floor_window.py",),
            "empty store": ("start_groundwork.py", str(empty), "today"),
            "100,000 contacts": ("start_groundwork.py", str(full), "today"),
            "100,000 contacts, list open": ("start_groundwork.py", str(full), "contacts"),
        }
        for command in programs.values():
            run(*command)  # bytecode written, caches warm
        for heat in ("warm", "cold"):
            if heat == "cold" and not drop_caches():
                print("cold: not permitted here")
                break
            found: dict[str, list[tuple[float, float]]] = {name: [] for name in programs}
            for _ in range(rounds):  # in turns, so that a slow moment of the machine meets all alike
                for name, command in programs.items():
                    if heat == "cold":
                        drop_caches()
                    found[name].append(run(*command))
            floor = found["floor: empty QMainWindow"]
            for name, values in found.items():
                seconds = statistics.median(value[0] for value in values)
                memory = statistics.median(value[1] for value in values)
                slower = seconds / statistics.median(value[0] for value in floor)
                larger = memory / statistics.median(value[1] for value in floor)
                print(
                    f"{heat}  {name:32} {seconds * 1000:6.0f} ms  {slower:4.2f} ×   {memory:6.1f} MiB  {larger:4.2f} ×"
                )


if __name__ == "__main__":
    main()
