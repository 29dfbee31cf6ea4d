"""The lines of the benchmarks' table: what was measured, its floor from the same run, their ratio, and the target."""

import statistics
from collections.abc import Sequence


def head(title: str) -> None:
    """A heading with the names of the columns."""
    print(f"\n{title:56}{'floor':>10}{'ours':>10}{'ratio':>8}{'target':>8}", flush=True)


def row(
    what: str, floor: Sequence[float], ours: Sequence[float], target: float | None = None, unit: str = "ms"
) -> None:
    """One line, of the medians. Times are given in seconds, memory (`unit` "MiB") in MiB."""
    factor = 1000 if unit == "ms" else 1
    bare, measured = statistics.median(floor) * factor, statistics.median(ours) * factor
    ratio = measured / bare
    verdict = "" if target is None else f"{target:8.1f}  {'met' if ratio <= target else 'NOT MET'}"
    digits = 2 if measured < 10 else 1
    print(f"{what:52}{unit:>4}{bare:10.{digits}f}{measured:10.{digits}f}{ratio:8.2f}{verdict}", flush=True)


def percentile(seconds: Sequence[float]) -> float:
    """The 95th percentile."""
    return sorted(seconds)[int(len(seconds) * 0.95)]
