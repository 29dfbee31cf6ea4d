"""Imports each contact file below a folder, exports what is stored, imports that elsewhere: it must be the same people.

Usage: corpus_round_trip.py FOLDER     Each as vCard 4.0, vCard 3.0 and CSV (without what only cards hold).
Prints what differs, and a total; exit status 1 if anything does.
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from desktop.core.contact import Contact
from desktop.core.errors import UserError
from desktop.core.people.incoming import Choice, Reading
from desktop.core.values import replace
from desktop.formats.contact_csv_writing import write_table
from desktop.formats.reading import read_bytes, read_people
from desktop.formats.vcard_writing import write_cards
from desktop.store.imports import add_people
from desktop.store.store import Store

ENDINGS = (".vcf", ".vcard", ".vcs", ".csv", ".txt", ".tsv")


def stored(reading: Reading, folder: Path) -> list[Contact]:
    """Everyone read, as a new store holds them; without what a store or an import gives of its own."""
    with Store(folder) as store:
        add_people(store, reading, choices=dict.fromkeys(range(len(reading.people)), Choice.ADD))
        everyone = list(store.contacts.with_cards(store.contacts.every()))
    return sorted((_bare(contact) for contact in everyone), key=repr)


def _bare(contact: Contact) -> Contact:
    return replace(contact, id=0, organisation_id=None, created_at=None, imported_on=None, imported_from="")


def differences(one: Contact, other: Contact) -> list[str]:
    """The fields in which two contacts differ, with both values."""
    return [
        f"{name}:\n    {before!r}\n    {after!r}"
        for name in Contact.__struct_fields__
        if (before := getattr(one, name)) != (after := getattr(other, name))
    ]


def of_reading(reading: Reading) -> Iterator[str]:
    """In what the people differ after a way out and in again."""
    with tempfile.TemporaryDirectory() as folder:
        people = stored(reading, Path(folder) / "first")
        plain = sorted((replace(contact, properties=(), photo=None) for contact in people), key=repr)
        for name, data, expected in (
            ("4.vcf", write_cards(people, "4.0"), people),
            ("3.vcf", write_cards(people, "3.0"), people),
            ("a.csv", write_table(people), plain),
        ):
            again = stored(read_bytes(data, name), Path(folder) / name)
            if len(again) != len(expected):
                yield f"{name}: {len(expected)} people became {len(again)}"
            for one, other in zip(expected, again, strict=False):
                yield from (f"{name} {one.name}: {text}" for text in differences(one, other))


def main() -> int:
    """Do it."""
    files = people = wrong = 0
    for path in sorted(Path(sys.argv[1]).rglob("*")):
        if path.suffix.lower() not in ENDINGS or not path.is_file():
            continue
        try:
            reading = read_people(path)
        except UserError:
            continue
        if reading.people:
            found = list(of_reading(reading))
            files, people, wrong = files + 1, people + len(reading.people), wrong + bool(found)
            for text in found:
                print(f"{path.name}: {text}")
    print(f"{people} people of {files} files; {wrong} files differ")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
