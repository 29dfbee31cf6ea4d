"""`import`: contacts from files."""

import argparse
from dataclasses import asdict
from pathlib import Path

from desktop.cli.output import counted, print_json
from desktop.core.errors import UserError
from desktop.core.people.incoming import FileKind
from desktop.store.store import FILE_NAME, Store


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What it takes."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--as", dest="kind", choices=[kind.value for kind in FileKind], help="what the files are")
    parser.add_argument(
        "--columns",
        type=_columns,
        default=(),
        metavar="NAMES",
        help="what the columns of a table hold, in their order, as name,organisation,email; - leaves one out",
    )
    parser.add_argument(
        "--headings", choices=("yes", "no"), help="with --columns: whether the first row holds headings"
    )
    parser.add_argument("--json", action="store_true", help="print the report as JSON")


def _columns(text: str) -> tuple[str, ...]:
    from desktop.cli.table_columns import names_of

    try:
        return names_of(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def run(options: argparse.Namespace, folder: Path) -> int:
    """Do it; 0 done, 1 could not."""
    from desktop.cli.table_columns import check_columns, open_all
    from desktop.formats.archive import is_archive
    from desktop.work.importing import add_all, read_people

    if not options.kind and not options.columns and any(is_archive(path) for path in options.files):
        return _restore(options, folder)
    files = open_all(options)
    if not (folder / FILE_NAME).exists():
        check_columns(files)  # before a folder is made for nothing
    with Store(folder) as store:
        files = [file.as_remembered(store) for file in files]
        check_columns(files)
        reading = read_people(files)
        report = add_all(store, reading, files, "Import contacts")
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
