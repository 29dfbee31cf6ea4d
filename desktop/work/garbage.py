"""Work that creates many values does without the garbage collector."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def garbage_collector_disabled() -> Iterator[None]:
    """Disable the garbage collector while many values are created: its search for cycles would stop every thread.

    It takes a fifth of a second at 10,000 people, again and again. What was created is left out of later searches too;
    it goes when nobody holds it any more.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
