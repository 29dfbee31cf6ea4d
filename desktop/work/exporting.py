"""What is exported and how, as plain values, and the work itself beside the window."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop import __version__
from desktop.core.contact_fields import ExportGroup
from desktop.core.errors import UserError
from desktop.core.export.contact_export import ALL_GROUPS, OF_CONTACTS, ContactRecord, Exported, ExportKind
from desktop.formats.contact_files import Version
from desktop.store.store import Store
from desktop.ui.tasks import Progress


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """What the user asked for. `ids` are the contacts, for the kinds that hold contacts."""

    kind: ExportKind
    ids: Sequence[int] = ()
    fields: frozenset[ExportGroup] = ALL_GROUPS
    confidential: bool = False
    vcard: Version = "4.0"


def export(store: Store, order: ExportOrder, path: Path, now: datetime, progress: Progress) -> Exported:
    """Write it, whole or not at all; runs beside the window. `now` is in the user's zone.

    Raises:
        WriteError: if the file cannot be written.
        UserError: if there is nothing to be written.
    """
    try:
        if order.kind in OF_CONTACTS:
            return _contacts(store, order, path, progress)
        if order.kind is ExportKind.CALENDAR:
            return _calendar(store, path, now)
        return _archive(store, order, path, progress)
    finally:
        store.close_thread()


def restore_archive(store: Store, path: Path, name: str, progress: Progress) -> int:
    """Put an archive into the store, which holds nothing yet, as one action called `name`; how many contacts it had.

    Raises:
        UserError: if the store holds something, or the archive is damaged or too new; nothing was changed.
    """
    from desktop.formats.archive import read_archive
    from desktop.store.archive import restore

    try:
        archive = read_archive(path)
        return restore(store, archive.head, archive.rows, name, progress).rows["contact"]
    finally:
        store.close_thread()


def _contacts(store: Store, order: ExportOrder, path: Path, progress: Progress) -> Exported:
    from desktop.formats.contact_files import write_contacts
    from desktop.store import contact_export

    if not order.ids:
        raise UserError("There is nobody to write yet. Nothing was written.")
    history = order.kind is ExportKind.MARKDOWN and ExportGroup.HISTORY in order.fields

    def records() -> Iterator[ContactRecord]:
        for contact in contact_export.contacts(store, order.ids, order.kind is ExportKind.VCARD):
            yield contact_export.record(store, contact, history)

    return write_contacts(
        path, order.kind, records(), order.fields, order.confidential, len(order.ids), progress, order.vcard
    )


def _calendar(store: Store, path: Path, now: datetime) -> Exported:
    from desktop.core.export.calendar_plan import entries
    from desktop.formats.calendar_file import calendar_bytes
    from desktop.places import write_whole
    from desktop.store.calendar_facts import calendar_material

    found = entries(calendar_material(store, now.date()), now.date())
    if not found:
        raise UserError("Nothing has a day yet: no meeting, no promise, nobody to come back to. Nothing was written.")
    write_whole(path, calendar_bytes(found, now))
    return Exported({"entries": len(found)})


def _archive(store: Store, order: ExportOrder, path: Path, progress: Progress) -> Exported:
    from desktop.formats.archive import write_archive
    from desktop.store.archive import ArchiveReading

    reading = ArchiveReading(store, order.confidential, __version__)
    with reading.open() as (head, tables):
        counts = write_archive(path, head, tables, progress)
    return Exported(dict(counts.rows), reading.left_out)
