"""Whether work grows with what there is to do: a small job is the floor for one eight times as large."""

import time
from collections.abc import Callable
from typing import TypeVar

Job = TypeVar("Job")

TIMES = 8
# Work that grows evenly takes TIMES as long, work that grows by the square 64 times; machines waver, but not so far.
FAR_BEYOND_EVEN = 3 * TIMES


def growth(made: Callable[[int], Job], done: Callable[[Job], object], size: int) -> float:
    """How many times the processor time of the small job the whole one takes, at the best of three attempts."""
    small, whole = made(size // TIMES), made(size)
    floor = min(_seconds(done, small) for _ in range(3))
    found = float("inf")
    for _ in range(3):
        found = min(found, _seconds(done, whole) / floor)
        if found < FAR_BEYOND_EVEN:
            break
    return found


def _seconds(done: Callable[[Job], object], job: Job) -> float:
    began = time.process_time()
    done(job)
    return max(time.process_time() - began, 0.001)  # below that the clock is too coarse
