"""`import`: contacts from files."""

import argparse
from pathlib import Path

from desktop.cli.output import counted, print_json
from desktop.core.errors import UserError
from desktop.core.people.incoming import FileKind, Skipped
from desktop.store.store import STORE_FILE_NAME, Store
from desktop.texts.catalogue import sentence


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What it takes."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument(
        "--as", dest="kind", choices=[kind.value for kind in FileKind], help=sentence("usage.import_as")
    )
    parser.add_argument(
        "--columns",
        type=_columns,
        default=(),
        metavar="NAMES",
        help=sentence("usage.columns"),
    )
    parser.add_argument("--headings", choices=("yes", "no"), help=sentence("usage.headings"))
    parser.add_argument("--json", action="store_true", help=sentence("usage.report_as_json"))


def _columns(text: str) -> tuple[str, ...]:
    from desktop.cli.table_columns import names_of

    try:
        return names_of(text)
    except UserError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def run(options: argparse.Namespace, folder: Path) -> int:
    """Do it; 0 done, 1 could not."""
    from desktop.cli.table_columns import check_columns, open_all
    from desktop.formats.archive import is_archive
    from desktop.work.importing import add_all, read_people_of_files

    if not options.kind and not options.columns and any(is_archive(path) for path in options.files):
        return _restore(options, folder)
    files = open_all(options)
    if not (folder / STORE_FILE_NAME).exists():
        check_columns(files)  # before a folder is made for nothing
    with Store(folder) as store:
        files = [file.as_remembered(store) for file in files]
        check_columns(files)
        reading = read_people_of_files(files)
        report = add_all(store, reading, files, sentence("store.import"))
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


def _as_json(each: Skipped) -> dict[str, object]:
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
