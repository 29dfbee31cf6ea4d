"""`check`: whether the file is whole."""

import argparse
import sys
from pathlib import Path

from desktop.cli.output import print_json
from desktop.store.store import Store


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What it takes."""
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(options: argparse.Namespace, folder: Path) -> int:
    """Do it; 0 done, 1 could not."""
    with Store(folder, owner=False) as store:
        problems = store.check()
        counts = {"contacts": store.contacts.count(), "meetings": len(store.meetings.ahead() + store.meetings.past())}
    if options.json:
        print_json({"sound": not problems, "problems": problems, **counts})
    else:
        for problem in problems:
            print(problem)
        if not problems:
            print(f"Sound: {counts['contacts']} contacts, {counts['meetings']} meetings.")
    if problems:
        print("groundwork: the file has faults. It was not changed; keep a copy of the folder.", file=sys.stderr)
    return 1 if problems else 0
