"""`check`: whether the file is whole."""

import argparse
import sys
from pathlib import Path

from desktop.cli.output import print_json
from desktop.store.store import Store
from desktop.texts.catalogue import sentence


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What it takes."""
    parser.add_argument("--json", action="store_true", help=sentence("usage.json"))


def run(options: argparse.Namespace, folder: Path) -> int:
    """Do it; 0 done, 1 could not."""
    with Store(folder, owner=False, checked=False) as store:
        problems = store.check()
        counts = {"contacts": store.contacts.count(), "meetings": len(store.meetings.ahead() + store.meetings.past())}
    if options.json:
        print_json({"sound": not problems, "problems": problems, **counts})
    else:
        for problem in problems:
            print(problem)
        if not problems:
            print(sentence("command_line.sound", contacts=counts["contacts"], meetings=counts["meetings"]))
    if problems:
        print(f"groundwork: {sentence('command_line.file_has_faults')}", file=sys.stderr)
    return 1 if problems else 0
