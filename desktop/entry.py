"""One way in: a sub-command goes to `cli`, none opens the window through `app`."""

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from desktop import __version__
from desktop.texts.catalogue import sentence


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
        description=sentence("usage.program"),
        epilog=sentence("usage.exit_status"),
    )
    parser.add_argument("--version", action="version", version=f"Groundwork {__version__}")
    parser.add_argument("--data", type=Path, metavar="DIR", help=sentence("usage.data"))
    parser.add_argument("--example", action="store_true", help=sentence("usage.example"))
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")

    command = commands.add_parser("import", help=sentence("usage.import"))
    command.add_argument("files", nargs="+", type=Path, metavar="FILE")
    command.add_argument("--as", dest="kind", choices=("vcard", "linkedin", "csv"), help=sentence("usage.import_as"))
    command.add_argument(
        "--columns",
        type=_columns,
        default=(),
        metavar="NAMES",
        help=sentence("usage.columns"),
    )
    command.add_argument("--headings", choices=("yes", "no"), help=sentence("usage.headings"))
    command.add_argument("--json", action="store_true", help=sentence("usage.report_as_json"))

    command = commands.add_parser("contacts", help=sentence("usage.contacts"))
    command.add_argument("--search", default="", metavar="TEXT", help=sentence("usage.search"))
    command.add_argument("--json", action="store_true", help=sentence("usage.json"))

    command = commands.add_parser("export", help=sentence("usage.export"))
    command.add_argument("file", type=Path, metavar="FILE", help=sentence("usage.export_file"))
    command.add_argument(
        "--as", dest="kind", choices=("vcard", "csv", "markdown", "json", "ics"), help=sentence("usage.export_as")
    )
    command.add_argument("--contacts", default="", metavar="WHO", help=sentence("usage.export_contacts"))
    command.add_argument("--fields", default="", metavar="NAMES", help=sentence("usage.fields"))
    command.add_argument("--vcard", default="4.0", choices=("3.0", "4.0"), help=sentence("usage.vcard"))
    command.add_argument("--with-confidential", action="store_true", help=sentence("usage.with_confidential"))

    command = commands.add_parser("brief", help=sentence("usage.brief"))
    command.add_argument("meeting", metavar="MEETING", help=sentence("usage.meeting"))
    command.add_argument("--out", type=Path, metavar="FILE", help=sentence("usage.out"))
    command.add_argument("--paper", choices=("a4", "letter", "a5"), help=sentence("usage.paper"))
    command.add_argument("--large", action="store_true", help=sentence("usage.large"))

    command = commands.add_parser("chain", help=sentence("usage.chain"))
    command.add_argument("contact", nargs="?", default="", metavar="CONTACT", help=sentence("usage.chain_contact"))
    command.add_argument("--json", action="store_true", help=sentence("usage.json"))

    command = commands.add_parser("check", help=sentence("usage.check"))
    command.add_argument("--json", action="store_true", help=sentence("usage.json"))

    command = commands.add_parser("review", help=sentence("usage.review"))
    command.add_argument("file", type=Path, metavar="FILE", help=sentence("usage.review_file"))
    command.add_argument(
        "--as",
        dest="kind",
        default="first_request",
        choices=("first_request", "linkedin_note", "introduction_request", "nudge", "thank_you"),
        help=sentence("usage.review_as"),
    )
    command.add_argument("--json", action="store_true", help=sentence("usage.json"))

    commands.add_parser("demo", help=sentence("usage.demo"))
    return parser


def _columns(text: str) -> tuple[str, ...]:
    from desktop.cli.table_columns import names_of
    from desktop.core.errors import UserError

    try:
        return names_of(text)
    except UserError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


if __name__ == "__main__":
    sys.exit(main())
