"""What an import does beside the window: files opened, people judged, written; and the report as a file."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.core.contact import Source
from desktop.core.errors import ReadError
from desktop.core.people.incoming import Choice, ImportReport, Reading, Skipped
from desktop.formats.table_mapping import Mapping, TableFile
from desktop.store.store import Store
from desktop.ui.contacts.importing.preview import Preview
from desktop.ui.tasks import Progress, making_many

NOTHING = Reading()


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """One file: its people, or its table with what its columns are taken to hold.

    `asks`: nobody has said yet what the columns of the table hold, and its headings are none we know. `agreed`: the
    user has, so that it is remembered.
    """

    path: Path
    people: Reading = NOTHING
    table: TableFile | None = None
    mapping: Mapping = ()
    asks: bool = False
    agreed: bool = False

    def read_by(self, table: TableFile, mapping: Mapping) -> "OpenedFile":
        """The same file, its columns as the user said."""
        return replace(self, table=table, mapping=mapping, asks=False, agreed=True)


def open_files(store: Store, paths: Sequence[Path], progress: Progress) -> list[OpenedFile]:
    """Open files; of several, one that cannot be read keeps none of the others.

    Raises:
        ReadError: if there is no other.
    """
    try:
        with making_many():
            return [_opened(store, path, progress, len(paths) > 1) for path in paths]
    finally:
        store.close_thread()


def _opened(store: Store, path: Path, progress: Progress, among_others: bool) -> OpenedFile:
    from desktop.formats.opening import open_file
    from desktop.formats.table_mapping import mapping_from

    try:
        opened = open_file(path, progress)
    except ReadError as error:
        if not among_others:
            raise
        return OpenedFile(path, Reading((), (Skipped(path.name, 1, error.text),)))
    if isinstance(opened, Reading):
        return OpenedFile(path, opened)
    remembered = mapping_from(store.table_mappings.find(opened.key), opened.width) if opened.key else None
    return OpenedFile(path, NOTHING, opened, remembered or opened.mapping, not (remembered or opened.sure))


def read_and_judge(store: Store, files: Sequence[OpenedFile], progress: Progress) -> Preview:
    """The people of all files, and of each whether they are new or whom they may be."""
    from desktop.formats.table_mapping import people_of_table
    from desktop.store.imports import judge

    try:
        with making_many():
            reading = Reading()
            for file in files:
                table = file.table
                reading += people_of_table(table, file.mapping, None, progress) if table is not None else file.people
            return Preview(reading, judge(store, reading.people))
    finally:
        store.close_thread()


def add_all(
    store: Store, preview: Preview, files: Sequence[OpenedFile], source: Source, name: str, progress: Progress
) -> ImportReport:
    """Import everyone as chosen, as one action called `name`; what the user said of columns is remembered.

    New people whose file does not say where they were found get `source`.

    Raises:
        StoreError: if it could not be written; nothing was.
    """
    from desktop.formats.table_mapping import mapping_text
    from desktop.store.imports import add_people

    try:
        with making_many(), store.action(name):
            for file in files:
                if file.agreed and file.table is not None:
                    store.table_mappings.remember(file.table.key, mapping_text(file.mapping))
            return add_people(store, _found_through(source, preview), progress, name, preview.choices)
    finally:
        store.close_thread()


def _found_through(source: Source, preview: Preview) -> Reading:
    people = [
        replace(person, contact=replace(person.contact, source=source))
        if person.contact.source is None and preview.choice(place) is Choice.ADD
        else person
        for place, person in enumerate(preview.reading.people)
    ]
    return Reading(tuple(people), preview.reading.skipped)


def report_text(report: ImportReport, summary: str) -> str:
    """The report as a text file: the counts, then each entry but the plain new ones with place and reason."""
    entries = (*report.unreadable, *report.merged, *report.skipped, *report.alike)
    return "\n".join([summary, "", *(f"{each.file}:{each.line}: {each.reason}" for each in entries), ""])
