"""`import`: contacts from files."""

import argparse
from pathlib import Path
from typing import Any

from desktop.cli.output import counted, print_json
from desktop.core.errors import UserError
from desktop.core.people.incoming import Reading, Skipped
from desktop.store.store import FILE_NAME, Store
from desktop.texts.catalogue import sentence


def run(options: argparse.Namespace, folder: Path) -> int:
    """Do it; 0 done, 1 could not."""
    from desktop.cli.table_columns import open_all
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
        with store.action(sentence("store.import")):
            for file in files:
                if file.named:
                    store.table_mappings.remember(file.key, file.named_text)
            report = add_people(store, reading)
    left_out = (*report.unreadable, *report.skipped)
    if options.json:
        counts = {"read": report.read, "new": report.new, "merged": len(report.merged)}
        print_json({**counts, "skipped": [_as_json(each) for each in left_out]})
    else:
        print(
            sentence(
                "command_line.imported",
                read=report.read,
                new=report.new,
                merged=len(report.merged),
                skipped=len(left_out),
            )
        )
        for each in (*left_out, *report.merged, *report.alike):
            print(f"{each.file}:{each.line}: {each.reason}")
    if not reading.people:
        raise UserError("import_report.nobody_found")
    return 0


def _as_json(each: Skipped) -> dict[str, Any]:
    return {"file": each.file, "line": each.line, "reason": each.reason}


def _restore(options: argparse.Namespace, folder: Path) -> int:
    """An archive of everything, into a folder that holds nothing yet."""
    from desktop.formats.archive import read_archive
    from desktop.store.archive import restore

    if len(options.files) > 1:
        raise UserError("command_line.archive_alone")
    archive, name = read_archive(options.files[0]), sentence("store.restore")
    with Store(folder) as store:
        counts = {
            table: count for table, count in restore(store, archive.head, archive.rows, name).rows.items() if count
        }
    if options.json:
        print_json({"restored": counts})
    else:
        print(counted(counts))
    return 0
