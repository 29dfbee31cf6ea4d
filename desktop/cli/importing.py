"""`import`: contacts from files."""

import argparse
from dataclasses import asdict
from pathlib import Path

from desktop.cli.output import print_json
from desktop.core.errors import UserError
from desktop.store.store import Store


def run(options: argparse.Namespace, folder: Path) -> int:
    """Do it; 0 done, 1 could not."""
    from desktop.core.incoming import FileKind, Reading
    from desktop.formats.reading import read_people
    from desktop.store.imports import add_people

    kind = FileKind(options.kind) if options.kind else None
    reading = Reading()
    for path in options.files:
        reading += read_people(path, kind)
    with Store(folder) as store:
        report = add_people(store, reading)
    skipped = [asdict(skip) for skip in report.skipped]
    if options.json:
        print_json({"read": report.read, "new": report.new, "merged": report.merged, "skipped": skipped})
    else:
        print(f"{report.read} read, {report.new} new, {report.merged} merged, {len(skipped)} skipped")
        for skip in report.skipped:
            print(f"{skip.file}:{skip.line}: {skip.reason}")
    if not reading.people:
        raise UserError("No person was found in what was given. Your contacts are as they were.")
    return 0
