"""`export`: contacts, meetings, or everything, into a file."""

import argparse
from pathlib import Path
from typing import get_args

from desktop.cli.contact_choice import contact_numbers
from desktop.cli.output import counted
from desktop.core.contact_fields import ExportGroup
from desktop.core.errors import UserError
from desktop.core.export.contact_export import (
    ALL_GROUPS,
    OF_CONTACTS,
    ExportKind,
    VCardVersion,
    export_kind_of,
)
from desktop.store.store import Store
from desktop.texts.catalogue import sentence
from desktop.work.exporting import ExportOrder, export


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What it takes."""
    parser.add_argument("file", type=Path, metavar="FILE", help=sentence("usage.export_file"))
    parser.add_argument(
        "--as", dest="kind", choices=[kind.value for kind in ExportKind], help=sentence("usage.export_as")
    )
    parser.add_argument("--contacts", default="", metavar="WHO", help=sentence("usage.export_contacts"))
    parser.add_argument("--fields", default="", metavar="NAMES", help=sentence("usage.fields"))
    parser.add_argument("--vcard", default="4.0", choices=get_args(VCardVersion), help=sentence("usage.vcard"))
    parser.add_argument("--with-confidential", action="store_true", help=sentence("usage.with_confidential"))
    parser.add_argument("--force", action="store_true", help=sentence("usage.force"))


def run(options: argparse.Namespace, folder: Path) -> int:
    """Do it; 0 done, 1 could not."""
    kind = ExportKind(options.kind) if options.kind else export_kind_of(options.file.name)
    fields = _fields(options.fields) if kind in OF_CONTACTS else ALL_GROUPS
    with Store(folder, owner=False) as store:
        ids = contact_numbers(options.contacts, store) if kind in OF_CONTACTS else ()
        order = ExportOrder(kind, ids, fields, options.with_confidential, options.vcard, options.force)
        exported = export(store, order, options.file)
    print(options.file)
    print(counted(exported.counts))
    if exported.left_out:
        print(sentence("command_line.left_out", count=exported.left_out))
    return 0


def _fields(wanted: str) -> frozenset[ExportGroup]:
    if not wanted:
        return ALL_GROUPS
    names = [name.strip() for name in wanted.split(",")]
    unknown = [name for name in names if name not in set(ExportGroup)]
    if unknown:
        raise UserError("command_line.no_field", name=unknown[0], known=tuple(ExportGroup))
    return frozenset(ExportGroup(name) for name in names)
