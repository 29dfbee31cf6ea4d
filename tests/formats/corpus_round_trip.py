"""Reads every contact file below a folder, writes what was read, and reads that again: it must be the same people.

Usage: corpus_round_trip.py FOLDER     Prints what differs, and a total; exit status 1 if anything does.
"""

import sys
from dataclasses import fields
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from desktop.core.contact import Contact
from desktop.core.errors import UserError
from desktop.formats.reading import read_people
from desktop.formats.vcard import read_vcards
from desktop.formats.vcard_writing import write_cards


def differences(one: Contact, other: Contact) -> list[str]:
    """The fields in which two contacts differ, with both values."""
    return [
        f"{field.name}:\n    {before!r}\n    {after!r}"
        for field in fields(Contact)
        if (before := getattr(one, field.name)) != (after := getattr(other, field.name))
    ]


def of_file(path: Path) -> tuple[int, list[str]]:
    """How many people a file holds, and in what they differ after a way out and in again."""
    try:
        people = [person.contact for person in read_people(path).people]
    except UserError:
        return 0, []
    found: list[str] = []
    for version in ("4.0", "3.0"):
        again = [person.contact for person in read_vcards(write_cards(people, version), "again.vcf").people]
        if len(again) != len(people):
            found.append(f"{version}: {len(people)} people became {len(again)}")
        for one, other in zip(people, again, strict=False):
            found += [f"{version} {one.name}: {text}" for text in differences(one, other)]
    return len(people), found


def main() -> int:
    """Do it."""
    cards, wrong = 0, 0
    for path in sorted(Path(sys.argv[1]).rglob("*")):
        if path.suffix.lower() in (".vcf", ".vcard", ".vcs", ".csv", ".txt", ".tsv") and path.is_file():
            number, found = of_file(path)
            cards += number
            wrong += bool(found)
            for text in found:
                print(f"{path.name}: {text}")
    print(f"{cards} people; {wrong} files differ")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
