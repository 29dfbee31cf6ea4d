"""`import`: contacts from files."""

import argparse
from dataclasses import asdict
from pathlib import Path

from desktop.cli.output import counted, print_json
from desktop.core.errors import UserError
from desktop.store.store import FILE_NAME, Store


def run(options: argparse.Namespace, folder: Path) -> int:
    """Do it; 0 done, 1 could not."""
    from desktop.cli.table_columns import open_all
    from desktop.core.people.incoming import Reading
    from desktop.formats.archive import is_archive
    from desktop.store.imports import add_people

    if not options.kind and not options.columns and any(is_archive(path) for path in options.files):
        return _restore(options, folder)
    files = open_all(options)
    reading = Reading()
    if not (folder / FILE_NAME).exists():
        for file in files:
            file.check("")  # before a folder is made for nothing
    with Store(folder) as store:
        for file in files:
            reading += file.people(store.table_mappings.find(file.key))
        with store.action("Import contacts"):
            for file in files:
                if file.named:
                    store.table_mappings.remember(file.key, file.named_text)
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
        print(counted(counts))
    return 0
