"""`chain`: who led to whom, and the stage of each."""

import argparse
import sys
from pathlib import Path

from desktop.cli.contact_choice import contact_number
from desktop.cli.output import print_json
from desktop.core.people.chain import Chain, forest, text_tree
from desktop.store.store import Store
from desktop.texts.catalogue import in_use, sentence


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What it takes."""
    parser.add_argument("contact", nargs="?", default="", metavar="CONTACT", help=sentence("usage.chain_contact"))
    parser.add_argument("--json", action="store_true", help=sentence("usage.json"))


def run(options: argparse.Namespace, folder: Path) -> int:
    """Do it; 0 done, 1 could not."""
    with Store(folder, owner=False) as store:
        contact_id = contact_number(options.contact, store) if options.contact else None
        chain = forest(store.chain.people(contact_id))
    if options.json:
        print_json(chain_as_json(chain))
    elif chain.lines:
        print(text_tree(chain, in_use()))
    else:
        print(sentence("command_line.nobody_led"), file=sys.stderr)
    return 0


def chain_as_json(chain: Chain) -> list[dict[str, object]]:
    """The lines of the tree, each parent before its people; flat, for a chain may be longer than JSON nests."""
    return [
        {
            "id": line.person.id,
            "name": line.person.name,
            "stage": line.person.stage,
            "referrer": line.person.referrer_id if line.depth or line.circle else None,
            "depth": line.depth,
            "may_use_name": line.person.may_use_name,
            "introducing": line.person.introducing,
            "circle": line.circle is not None,
        }
        for line in chain.lines
    ]
