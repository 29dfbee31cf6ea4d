"""`contacts`: the list."""

import argparse
from pathlib import Path

from desktop.cli.output import print_json
from desktop.core.contact import Contact, ContactFilter
from desktop.store.store import Store
from desktop.texts.catalogue import sentence


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What it takes."""
    parser.add_argument("--search", default="", metavar="TEXT", help=sentence("usage.search"))
    parser.add_argument("--json", action="store_true", help=sentence("usage.json"))


def run(options: argparse.Namespace, folder: Path) -> int:
    """Do it; 0 done, 1 could not."""
    with Store(folder, owner=False) as store:
        found = list(store.contacts.every(ContactFilter(search=options.search)))
    if options.json:
        print_json([_as_json(contact) for contact in found])
    else:
        for contact in found:
            print("\t".join([str(contact.id), contact.name, contact.organisation, contact.role, contact.stage]))
    return 0


def _as_json(contact: Contact) -> dict[str, object]:
    return {
        "id": contact.id,
        "name": contact.name,
        "organisation": contact.organisation,
        "role": contact.role,
        "emails": [detail.value for detail in contact.emails],
        "phones": [detail.value for detail in contact.phones],
        "source": contact.source,
        "stage": contact.stage,
    }
