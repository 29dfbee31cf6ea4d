"""Each bomb as a file of contacts, against reading and decoding the same bytes, measured in the same run.

Usage: bench_reading.py [ROUNDS]     A target is about three times what is usual: machines waver that far, and work that
grows by the square goes hundreds of times beyond it.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1]), str(HERE)]

from table import head, row  # noqa: E402

from desktop.formats.reading import read_people  # noqa: E402
from tests.formats.bombs import BOMBS  # noqa: E402

TARGETS = {
    "cards nested 2,000 deep": 4000,
    "200,000 folds": 45,
    "200,000 soft breaks": 400,
    "200,000 lines without a colon": 1600,
    "100,000 e-mails": 1700,
    "a photo of 20 MB": 480,
    "200,000 quoted parameters": 3000,
    "a cell of 200,000 characters": 330,
    "100,000 columns": 1900,
    "one heading of 7 MB": 130,
}
TURNS = 100  # of the floor in one measurement: a single one takes less than the clock can tell


def main() -> None:
    """Print the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    head("Bombs read for contacts, against reading and decoding their bytes")
    with tempfile.TemporaryDirectory() as folder:
        for name, (size, made) in BOMBS.items():
            path = Path(folder) / "bomb"
            path.write_bytes(made(size))
            floor = [_seconds(lambda path=path: _decoded(path)) / TURNS for _ in range(rounds)]
            ours = [_seconds(lambda path=path: read_people(path)) for _ in range(rounds)]
            row(name, floor, ours, TARGETS[name])


def _decoded(path: Path) -> None:
    for _ in range(TURNS):
        path.read_bytes().decode()


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
