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
    from desktop.formats.archive import is_archive
    from desktop.formats.reading import read_people
    from desktop.store.imports import add_people

    if not options.kind and any(is_archive(path) for path in options.files):
        return _restore(options, folder)
    kind = FileKind(options.kind) if options.kind else None
    reading = Reading()
    for path in options.files:
        reading += read_people(path, kind)
    with Store(folder) as store:
        report = add_people(store, reading)
    left_out = (*report.unreadable, *report.skipped)
    if options.json:
        counts = {"read": report.read, "new": report.new, "merged": len(report.merged)}
        print_json({**counts, "skipped": [asdict(each) for each in left_out]})
    else:
        print(f"{report.read} read, {report.new} new, {len(report.merged)} merged, {len(left_out)} skipped")
        for each in (*left_out, *report.merged, *report.alike):
            print(f"{each.file}:{each.line}: {each.reason}")
    if not reading.people:
        raise UserError("No person was found in what was given. Your contacts are as they were.")
    return 0


def _restore(options: argparse.Namespace, folder: Path) -> int:
    """An archive of everything, into a folder that holds nothing yet."""
    from desktop.formats.archive import read_archive
    from desktop.store.archive import restore

    if len(options.files) > 1:
        raise UserError("An archive is restored alone. Nothing was changed; give one file.")
    archive = read_archive(options.files[0])
    with Store(folder) as store:
        counts = {
            table: count for table, count in restore(store, archive.head, archive.rows, "Restore").rows.items() if count
        }
    if options.json:
        print_json({"restored": counts})
    else:
        print(", ".join(f"{count} {table.replace('_', ' ')}" for table, count in counts.items()))
    return 0
