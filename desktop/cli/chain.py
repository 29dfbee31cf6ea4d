"""`chain`: who led to whom, and where each stands."""

import argparse
import sys
from pathlib import Path
from typing import Any

from desktop.cli.output import print_json
from desktop.core.contact import ContactFilter
from desktop.core.errors import UserError
from desktop.core.people.chain import Chain, forest, text_tree
from desktop.core.text import fold
from desktop.store.store import Store
from desktop.texts.catalogue import in_use, sentence

_NUMBERS = 10  # of contacts named where several are found


def run(options: argparse.Namespace, folder: Path) -> int:
    """Do it; 0 done, 1 could not."""
    with Store(folder, owner=False) as store:
        contact_id = _contact_number(options.contact, store) if options.contact else None
        chain = forest(store.chain.people(contact_id))
    if options.json:
        print_json(as_json(chain))
    elif chain.lines:
        print(text_tree(chain, in_use()))
    else:
        print(sentence("command_line.nobody_led"), file=sys.stderr)
    return 0


def as_json(chain: Chain) -> list[dict[str, Any]]:
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


def _contact_number(named: str, store: Store) -> int:
    if named.isdecimal() and store.contacts.line(int(named)) is not None:
        return int(named)
    found = list(store.contacts.every(ContactFilter(search=named)))
    called = [contact for contact in found if fold(contact.name) == fold(named)]
    chosen = called or found
    if len(chosen) == 1:
        return chosen[0].id
    if not chosen:
        raise UserError("command_line.no_contact", named=named)
    numbers = ", ".join(str(contact.id) for contact in chosen[:_NUMBERS]) + ("…" if len(chosen) > _NUMBERS else "")
    if called:
        raise UserError("command_line.several_called", count=len(chosen), named=named, numbers=numbers)
    raise UserError("command_line.several_found", count=len(chosen), named=named, numbers=numbers)
