"""What many tests do with a store: a clock that stands still until it is moved, and a change in one call."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from desktop.store.store import Store

T = TypeVar("T")


class Clock:
    """Noon of one day, until it is moved."""

    def __init__(self, now: datetime = datetime(2026, 11, 22, 12, tzinfo=UTC)) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> None:
        self.now += timedelta(**by)


def act(store: Store, work: Callable[[], T]) -> T:
    """Do the work in an action of its own."""
    with store.action("Work"):
        return work()


def run(*work: Callable[[], None]) -> None:
    """Each on a thread of its own, all at once, until all are done."""
    threads = [threading.Thread(target=one) for one in work]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def use_for(folder: Path, clock: Clock, days: int) -> None:
    """Start and close the program on each of the next days, the last of them included."""
    for _ in range(days):
        clock.move(days=1)
        Store(folder, clock).close()
