"""One way in: a sub-command goes to `cli`, none opens the window through `app`."""

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from desktop import __version__
from desktop.cli import COMMANDS, add_arguments, run
from desktop.texts.catalogue import sentence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run Groundwork and return its exit status: 0 done, 1 could not, 2 wrong usage."""
    os.umask(0o077)  # nothing this program writes is for others (desktop/store/README.md, "Promises")
    arguments = sys.argv[1:] if arguments is None else arguments
    options = _parser(arguments).parse_args(arguments)
    if options.command is None:
        gc.disable()  # until the window is there: next to nothing of what a start makes is garbage
        import desktop.ui  # noqa: F401 - before anything else imports Qt, as is said there
        from desktop.app import run_window

        return run_window(options.data, example=options.example)
    return run(options)


def _parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="groundwork",
        description=sentence("usage.program"),
        epilog=sentence("usage.exit_status"),
    )
    parser.add_argument("--version", action="version", version=f"Groundwork {__version__}")
    parser.add_argument("--data", type=Path, metavar="DIR", help=sentence("usage.data"))
    parser.add_argument("--example", action="store_true", help=sentence("usage.example"))
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    for name, (_module, about) in COMMANDS.items():
        declared = commands.add_parser(name, help=sentence(about))
        if name in arguments:  # what the others take need not be known
            add_arguments(name, declared)
    return parser


if __name__ == "__main__":
    sys.exit(main())
