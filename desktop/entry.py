"""One way in: a sub-command goes to `cli`, none opens the window through `app`."""

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from desktop import __version__


def main(arguments: Sequence[str] | None = None) -> int:
    """Run Groundwork and return its exit status: 0 done, 1 could not, 2 wrong usage."""
    os.umask(0o077)  # nothing this program writes is for others (reliability.md, promise 10)
    options = _parser().parse_args(arguments)
    if options.command is None:
        gc.disable()  # until the window is there: next to nothing of what a start makes is garbage
        import desktop.ui  # noqa: F401 - before anything else imports Qt, as is said there
        from desktop.app import run_window

        return run_window(options.data, example=options.example)
    from desktop.cli import run

    return run(options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="groundwork",
        description="Prepares informational interviews and keeps what was learned, on this computer only. "
        "Without a command the window opens.",
        epilog="Exit status: 0 done, 1 could not (standard error says why and what is safe), 2 wrong usage.",
    )
    parser.add_argument("--version", action="version", version=f"Groundwork {__version__}")
    parser.add_argument("--data", type=Path, metavar="DIR", help="the folder that holds your data")
    parser.add_argument("--example", action="store_true", help="open the window on an invented example")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")

    command = commands.add_parser("import", help="read contacts from vCard or CSV files, or restore a JSON archive")
    command.add_argument("files", nargs="+", type=Path, metavar="FILE")
    command.add_argument("--as", dest="kind", choices=("vcard", "linkedin", "csv"), help="what the files are")
    command.add_argument(
        "--columns",
        type=_columns,
        default=(),
        metavar="NAMES",
        help="what the columns of a table hold, in their order, as name,organisation,email; - leaves one out",
    )
    command.add_argument(
        "--headings", choices=("yes", "no"), help="with --columns: whether the first row holds headings"
    )
    command.add_argument("--json", action="store_true", help="print the report as JSON")

    command = commands.add_parser("contacts", help="list contacts")
    command.add_argument("--search", default="", metavar="TEXT", help="only those the text is found in")
    command.add_argument("--json", action="store_true", help="print JSON")

    command = commands.add_parser("export", help="write contacts, meetings, or everything, into a file")
    command.add_argument(
        "file", type=Path, metavar="FILE", help="where to write; its ending says what, as .vcf or .json"
    )
    command.add_argument(
        "--as", dest="kind", choices=("vcard", "csv", "markdown", "json", "ics"), help="what the file is to be"
    )
    command.add_argument("--contacts", default="", metavar="WHO", help="only these: numbers with commas, or a search")
    command.add_argument(
        "--fields",
        default="",
        metavar="NAMES",
        help="only these beside the name, as emails,work",
    )
    command.add_argument("--vcard", default="4.0", choices=("3.0", "4.0"), help="the version of vCard")
    command.add_argument(
        "--with-confidential", action="store_true", help="take along answers in confidence, and what was feared"
    )

    command = commands.add_parser("brief", help="write the brief of a meeting as PDF")
    command.add_argument("meeting", metavar="MEETING", help="a meeting's number, or: next")
    command.add_argument("--out", type=Path, metavar="FILE", help="where to write it")
    command.add_argument("--paper", choices=("a4", "letter", "a5"), help="the paper size")
    command.add_argument("--large", action="store_true", help="large print")

    command = commands.add_parser("chain", help="show who led to whom, and where each stands")
    command.add_argument("contact", nargs="?", default="", metavar="CONTACT", help="one contact's, by number or name")
    command.add_argument("--json", action="store_true", help="print JSON")

    command = commands.add_parser("check", help="check that the file with your data is sound")
    command.add_argument("--json", action="store_true", help="print JSON")

    command = commands.add_parser(
        "review", help="check a written request; it advises, and finding something is no fault"
    )
    command.add_argument("file", type=Path, metavar="FILE", help="a file of plain text")
    command.add_argument(
        "--as",
        dest="kind",
        default="first_request",
        choices=("first_request", "linkedin_note", "introduction_request", "nudge", "thank_you"),
        help="what the text is (a first request, if not given)",
    )
    command.add_argument("--json", action="store_true", help="print JSON")

    commands.add_parser("demo", help="fill an empty data folder with an invented example")
    return parser


def _columns(text: str) -> tuple[str, ...]:
    from desktop.cli.table_columns import names_of

    try:
        return names_of(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


if __name__ == "__main__":
    sys.exit(main())
