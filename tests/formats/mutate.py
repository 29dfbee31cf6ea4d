"""Damaged files by the hundred thousand: each is read or refused with a sentence, in time, and survives a round trip.

Usage: mutate.py NUMBER vcard|csv [--seed N] [--from FOLDER]

Takes the project's own fixtures, and further files from FOLDER. Prints what went wrong with the number that makes the
same input again; exit status 1 if anything did.
"""
# ruff: noqa: E402 - the path comes before what is found by it

import argparse
import random
import sys
import time
from collections import Counter
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1]))

from desktop.core.errors import ReadError
from desktop.core.people.incoming import FileKind, Reading
from desktop.formats.contact_csv import read_contact_table
from desktop.formats.contact_csv_writing import write_table
from desktop.formats.reading import read_bytes
from desktop.formats.table_mapping import people_of_table, table_of
from desktop.formats.vcard import read_vcards
from desktop.formats.vcard_writing import write_cards
from tests.formats.mutations import mutated

SECONDS = 5.0
MEGABYTES = 500
ENDINGS = {"vcard": (".vcf",), "csv": (".csv",)}


def faults_of(data: bytes, kind: str) -> list[str]:
    """What is wrong with how the input was taken; nothing, if all is well."""
    try:
        found = read_bytes(data, f"input.{kind}", FileKind(kind))
    except ReadError as refusal:
        return [] if "Nothing was changed" in str(refusal) else [f"refused without a word of what is safe: {refusal}"]
    if kind == "csv":
        table = table_of(data, "input.csv")
        if len(people_of_table(table).people) != len(found.people):
            return ["the mapping page finds other people than the import"]
    return _of_reading(found) + _of_round_trip(found, kind)


def _of_reading(found: Reading) -> list[str]:
    faults = [] if found.people or found.skipped else ["nobody read and nothing said"]
    for person in found.people:
        contact = person.contact
        if not contact.name.strip() or "\n" in contact.name:
            faults.append(f"a name like {contact.name!r}")
        if any(not detail.value for detail in (*contact.emails, *contact.phones, *contact.links, *contact.addresses)):
            faults.append(f"an empty detail of {contact.name!r}")
    return faults


def _of_round_trip(found: Reading, kind: str) -> list[str]:
    people = [person.contact for person in found.people]
    if kind == "csv":
        again = read_contact_table(write_table(people), "again.csv") if people else Reading()
    else:
        again = read_vcards(write_cards(people), "again.vcf") if people else Reading()
    if len(again.people) != len(people):
        return [f"{len(people)} people went out, {len(again.people)} came in"]
    return []


def main() -> int:
    """Do it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("number", type=int)
    parser.add_argument("kind", choices=sorted(ENDINGS))
    parser.add_argument("--seed", type=int, default=0, help="the number of the first input")
    parser.add_argument("--from", dest="folder", type=Path)
    options = parser.parse_args()
    folders = [HERE.parent / "fixtures" / "formats", *([options.folder] if options.folder else [])]
    files = [path for folder in folders for path in sorted(folder.rglob("*")) if path.suffix in ENDINGS[options.kind]]
    inputs = [data for path in files if len(data := path.read_bytes()) < 100_000]
    slowest, bad = 0.0, 0
    said: Counter[str] = Counter()
    for seed in range(options.seed, options.seed + options.number):
        chance = random.Random(seed)
        data = mutated(chance.choice(inputs), inputs, chance)
        began = time.perf_counter()
        try:
            faults = faults_of(data, options.kind)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is to be told
            faults = [f"{type(error).__name__}: {error}"]
        took = time.perf_counter() - began
        slowest = max(slowest, took)
        if took > SECONDS:
            faults.append(f"took {took:.1f} s")
        bad += bool(faults)
        for fault in faults:
            said[fault[:60]] += 1
            if said[fault[:60]] <= 3:
                print(f"{seed}: {fault[:300]}", flush=True)
    import resource  # not on Windows, where the tests import this file too

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{options.number:,} inputs from {len(inputs)} files: {bad} went wrong, slowest {slowest:.2f} s, {peak} MB")
    return int(bad > 0 or peak > MEGABYTES)


if __name__ == "__main__":
    sys.exit(main())
