"""Export: what was asked for into a file, as a kind of contacts, as calendar or as archive; and an archive back."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from msgspec import Struct

from desktop import __version__
from desktop.core.contact_fields import ExportGroup
from desktop.core.export.contact_export import (
    ALL_GROUPS,
    OF_CONTACTS,
    ContactRecord,
    Exported,
    ExportKind,
    VCardVersion,
)
from desktop.core.progress import ProgressReport
from desktop.store.store import Store


class ExportOrder(Struct, frozen=True):
    """What the user asked for. `ids` are the contacts, for the kinds that hold contacts.

    `force`: also over a file of another kind.
    """

    kind: ExportKind
    ids: Sequence[int] = ()
    fields: frozenset[ExportGroup] = ALL_GROUPS
    confidential: bool = False
    vcard: VCardVersion = "4.0"
    force: bool = False


def export(store: Store, order: ExportOrder, path: Path, progress: ProgressReport | None = None) -> Exported:
    """Write it, whole or not at all; any thread may.

    Raises:
        WriteError: if the file cannot be written.
        UserError: if there is nothing to be written.
    """
    if order.kind in OF_CONTACTS:
        return _contacts(store, order, path, progress)
    if order.kind is ExportKind.CALENDAR:
        from desktop.work.calendar import write_calendar

        return Exported({"entries": write_calendar(store, path, order.force)})
    return _archive(store, order, path, progress)


def restore_archive(store: Store, path: Path, name: str, progress: ProgressReport | None = None) -> int:
    """Put an archive into the store, which holds nothing yet, as one action called `name`; how many contacts it had.

    Raises:
        UserError: if the store holds something, or the archive is damaged or too new; nothing was changed.
    """
    from desktop.formats.archive import read_archive
    from desktop.store.archive import restore

    archive = read_archive(path)
    with closing(archive.rows) as rows:
        return restore(store, archive.head, rows, name, progress).rows["contact"]


def _contacts(store: Store, order: ExportOrder, path: Path, progress: ProgressReport | None) -> Exported:
    from desktop.formats.contact_files import write_contacts
    from desktop.store import contact_export

    history = order.kind is ExportKind.MARKDOWN and ExportGroup.HISTORY in order.fields

    def records() -> Iterator[ContactRecord]:
        for contact in contact_export.contacts(store, order.ids, order.kind is ExportKind.VCARD):
            yield contact_export.record(store, contact, history)

    return write_contacts(
        path,
        order.kind,
        records(),
        order.fields,
        order.confidential,
        len(order.ids),
        progress,
        order.vcard,
        order.force,
    )


def _archive(store: Store, order: ExportOrder, path: Path, progress: ProgressReport | None) -> Exported:
    from desktop.formats.archive import write_archive
    from desktop.store.archive import ArchiveReading

    reading = ArchiveReading(store, order.confidential, __version__)
    with reading.open() as (head, tables):
        counts = write_archive(path, head, tables, progress, order.force)
    return Exported(dict(counts.rows), reading.left_out)
