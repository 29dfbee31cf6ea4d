"""`export`: contacts, meetings, or everything, into a file."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from desktop import __version__
from desktop.cli.output import counted
from desktop.core.contact import ContactFilter
from desktop.core.contact_fields import ExportGroup
from desktop.core.errors import UserError
from desktop.core.export.contact_export import (
    ALL_GROUPS,
    ContactRecord,
    Exported,
    ExportKind,
    kind_of,
)
from desktop.store.store import Store


def run(options: argparse.Namespace, folder: Path) -> int:
    """Do it; 0 done, 1 could not."""
    kind = ExportKind(options.kind) if options.kind else kind_of(options.file.name)
    with Store(folder, owner=False) as store:
        if kind is ExportKind.ARCHIVE:
            exported = _archive(store, options.file, options.with_confidential)
        elif kind is ExportKind.CALENDAR:
            exported = _calendar(store, options.file)
        else:
            exported = _contacts(store, kind, options)
    print(options.file)
    print(counted(exported.counts))
    if exported.left_out:
        texts = (
            "1 text in confidence was" if exported.left_out == 1 else f"{exported.left_out} texts in confidence were"
        )
        print(f"{texts} left out; --with-confidential takes {'it' if exported.left_out == 1 else 'them'} along")
    return 0


def _archive(store: Store, path: Path, confidential: bool) -> Exported:
    from desktop.formats.archive import write_archive
    from desktop.store.archive import ArchiveReading

    reading = ArchiveReading(store, confidential, __version__)
    with reading.open() as (head, tables):
        counts = write_archive(path, head, tables)
    return Exported(dict(counts.rows), reading.left_out)


def _calendar(store: Store, path: Path) -> Exported:
    from desktop.cli.calendar import calendar_of_everything
    from desktop.places import write_whole

    data, count = calendar_of_everything(store, store.clock().astimezone())
    write_whole(path, data)
    return Exported({"entries": count})


def _contacts(store: Store, kind: ExportKind, options: argparse.Namespace) -> Exported:
    from desktop.formats.contact_files import write_contacts
    from desktop.store import contact_export

    ids = _chosen(store, options.contacts)
    fields = _fields(options.fields)
    history = kind is ExportKind.MARKDOWN and ExportGroup.HISTORY in fields

    def records() -> Iterator[ContactRecord]:
        for contact in contact_export.contacts(store, ids, kind is ExportKind.VCARD):
            yield contact_export.record(store, contact, history)

    return write_contacts(
        options.file, kind, records(), fields, options.with_confidential, len(ids), vcard=options.vcard
    )


def _chosen(store: Store, wanted: str) -> list[int]:
    """Everyone, those of the numbers given, or those a search finds."""
    from desktop.store import contact_export

    if not wanted:
        return contact_export.ids(store)
    parts = [part.strip() for part in wanted.split(",")]
    if all(part.isdecimal() for part in parts):
        missing = [part for part in parts if store.contacts.line(int(part)) is None]
        if missing:
            raise UserError(f"There is no contact {missing[0]}. Nothing was written.")
        return [int(part) for part in parts]
    found = contact_export.ids(store, ContactFilter(search=wanted))
    if not found:
        raise UserError(f"No contact is found by {wanted!r}. Nothing was written.")
    return found


def _fields(wanted: str) -> frozenset[ExportGroup]:
    if not wanted:
        return ALL_GROUPS
    names = [name.strip() for name in wanted.split(",")]
    unknown = [name for name in names if name not in set(ExportGroup)]
    if unknown:
        known = ", ".join(ExportGroup)
        raise UserError(f"There is no field {unknown[0]!r}. Nothing was written; there are: {known}.")
    return frozenset(ExportGroup(name) for name in names)
