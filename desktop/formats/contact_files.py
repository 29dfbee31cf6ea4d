"""Contacts into a file of the kind that was asked for, some at a time, with what was chosen of each."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from desktop.core.contact_fields import ExportGroup
from desktop.core.export.contact_export import (
    ContactRecord,
    Exported,
    ExportKind,
    VCardVersion,
    exported_fields,
    only,
    without_confidential,
)
from desktop.core.progress import ProgressReport
from desktop.core.values import replace
from desktop.places import write_whole_from

_CHUNK = 200


def write_contacts(
    path: Path,
    kind: ExportKind,
    records: Iterable[ContactRecord],
    groups: frozenset[ExportGroup],
    confidential: bool = False,
    total: int = 0,
    report: ProgressReport | None = None,
    vcard: VCardVersion = "4.0",
    force: bool = False,
) -> Exported:
    """Write the contacts, whole or not at all; `report(done, total)` is called now and then, what it raises ends it.

    `kind` is one of `OF_CONTACTS`, `vcard` the version of cards. Contacts come with their properties and photos where
    these are to be written; of each, only the fields of `groups` and the name leave. `force`: also over a
    file of another kind.

    Raises:
        WriteError: if the file cannot be written.
    """
    counter = _Counter(groups, confidential, total, report)
    writers: dict[ExportKind, Callable[[Iterator[ContactRecord]], Iterator[bytes]]] = {
        ExportKind.MARKDOWN: _markdown,
        ExportKind.CSV: partial(_table, fields=exported_fields(groups)),
        ExportKind.VCARD: partial(_cards, version=vcard, fields=exported_fields(groups)),
    }
    write_whole_from(path, writers[kind](counter.chosen(records)), force=force)
    return Exported({"contacts": counter.written}, counter.left_out)


class _Counter:
    """Takes out what was not chosen, and counts."""

    def __init__(
        self, groups: frozenset[ExportGroup], confidential: bool, total: int, report: ProgressReport | None
    ) -> None:
        self._fields, self._history = exported_fields(groups), ExportGroup.HISTORY in groups
        self._confidential = confidential
        self._total, self._report = total, report
        self.written = self.left_out = 0

    def chosen(self, records: Iterable[ContactRecord]) -> Iterator[ContactRecord]:
        """Each record as it may leave."""
        for record in records:
            contact = only(record.contact, self._fields)
            kept = replace(record, contact=contact, referrer=record.referrer if contact.referrer_id else "")
            if not self._history:
                kept = ContactRecord(kept.contact, kept.referrer)
            if not self._confidential:
                kept, hidden = without_confidential(kept)
                self.left_out += hidden
            yield kept
            self.written += 1
            if self._report is not None and self.written % _CHUNK == 0:
                self._report(self.written, self._total)


def _cards(records: Iterator[ContactRecord], version: VCardVersion, fields: frozenset[str]) -> Iterator[bytes]:
    from desktop.formats.vcard_writing import write_cards

    for record in records:
        yield write_cards([record.contact], version, fields)


def _table(records: Iterator[ContactRecord], fields: frozenset[str]) -> Iterator[bytes]:
    from desktop.formats.contact_csv_writing import write_table

    yield write_table([record.contact for record in records], fields)  # all at once: its columns depend on everyone


def _markdown(records: Iterator[ContactRecord]) -> Iterator[bytes]:
    from desktop.formats.contact_markdown import RULE, markdown

    for number, record in enumerate(records):
        yield (RULE * bool(number) + markdown([record])).encode()
