"""Damaged archives by the hundred thousand: each is read or refused with a sentence, in time, and none is half kept.

Usage: mutate_archive.py NUMBER [--seed N] [--restore EVERY]

The archive is that of the example. Every so many (20 unless told) go into a store too: all of it or nothing.
Prints what went wrong with the number that makes the same input again; exit status 1 if anything did.
"""
# ruff: noqa: E402 - the path comes before what is found by it

import argparse
import random
import re
import sys
import tempfile
import time
from collections import Counter
from datetime import date
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1]))

from desktop.core.errors import UserError
from desktop.formats.archive import read_archive, write_archive
from desktop.formats.demo import read_example
from desktop.places import resources
from desktop.store.archive import ArchiveReading, restore
from desktop.store.demo import fill_with_example
from desktop.store.store import Store
from desktop.store.tables import TABLES
from tests.formats.mutations import mutated

SECONDS = 5.0
_VALUE = re.compile(rb'(?<=: )("(?:[^"\\]|\\.)*"|-?\d+|null|true|false)')
_ODD = (
    *(b"null", b"true", b"-1", b"0", b"1e999", b"NaN", b"99999999999999999999999", b'""', b'"\\ud800"', b"[]", b"{}"),
    *(b'{"base64": "x"}', b'{"base64": 1}', b'"2026-13-45"', b'"\\u0000"', b"[" * 3000, b'"x"', b'"contact"', b"0.5"),
)


def example_archive(folder: Path) -> bytes:
    """The archive of the example."""
    path = folder / "example.json"
    with Store(folder / "example") as store:
        fill_with_example(store, read_example(resources() / "demo" / "example.toml"), date(2026, 11, 22))
        with ArchiveReading(store, confidential=True).open() as (head, tables):
            write_archive(path, head, tables)
    return path.read_bytes()


def damaged(data: bytes, chance: random.Random) -> bytes:
    """The archive with values in place of others, or with its bytes damaged as those of any file."""
    if chance.random() < 0.4:
        return mutated(data, (), chance)
    for _ in range(chance.randrange(1, 4)):
        places = list(_VALUE.finditer(data))
        if places:
            start, end = chance.choice(places).span()
            data = data[:start] + chance.choice(_ODD) + data[end:]
    return data


class Target:
    """A store that stays empty: what was restored into it is thrown away with it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._number = 0
        self._store: Store | None = None

    def fault(self, path: Path) -> str:
        """Restore; what is wrong if not all or nothing came."""
        if self._store is None:
            self._number += 1
            self._store = Store(self._folder / f"store-{self._number}")
        try:
            archive = read_archive(path)
            restore(self._store, archive.head, archive.rows, "Restore")
        except UserError:
            run = self._store.database.connection().execute
            kept = [table for table in TABLES if run(f"select exists (select 1 from {table._meta.table_name})").get]
            return f"something of a refused archive was kept: {kept}" if kept else ""
        checked = self._store.database.connection().execute("pragma integrity_check").get
        self._store.close()
        self._store = None
        return "" if checked == "ok" else f"the store is damaged: {checked}"


def main() -> int:
    """Do it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("number", type=int)
    parser.add_argument("--seed", type=int, default=0, help="the number of the first input")
    parser.add_argument("--restore", type=int, default=20, metavar="EVERY")
    options = parser.parse_args()
    slowest, bad = 0.0, 0
    said: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        data, path, target = example_archive(folder), folder / "damaged.json", Target(folder)
        for seed in range(options.seed, options.seed + options.number):
            path.write_bytes(damaged(data, random.Random(seed)))
            began = time.perf_counter()
            try:
                fault = ""
                try:
                    for _ in read_archive(path).rows:
                        pass
                except UserError as refusal:
                    fault = "" if "Nothing was changed" in str(refusal) or "Update" in str(refusal) else str(refusal)
                if seed % options.restore == 0:
                    fault = fault or target.fault(path)
            except Exception as error:  # noqa: BLE001 - whatever it is, it is to be told
                fault = f"{type(error).__name__}: {error}"
            took = time.perf_counter() - began
            slowest = max(slowest, took)
            fault = fault or (f"took {took:.1f} s" if took > SECONDS else "")
            bad += bool(fault)
            said[fault[:60]] += bool(fault)
            if fault and said[fault[:60]] <= 3:
                print(f"{seed}: {fault[:300]}", flush=True)
    print(f"{options.number:,} archives: {bad} went wrong, slowest {slowest:.2f} s")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
