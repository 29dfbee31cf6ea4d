"""Import in steps: files are opened, their people read and judged, then stored as chosen; and the report as text."""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct, field

from desktop.core.contact import Source
from desktop.core.errors import ReadError
from desktop.core.people.incoming import Choice, FileKind, ImportReport, JudgedPerson, MatchKind, Reading, Skipped
from desktop.core.progress import ProgressReport
from desktop.core.values import replace
from desktop.formats.table_mapping import Mapping, TableFile
from desktop.store.store import Store
from desktop.work.garbage import garbage_collector_disabled

EMPTY_READING = Reading()


class OpenedFile(Struct, frozen=True):
    """One file: its people, or its table with what its columns are taken to hold.

    `people` of a table are none, but may hold remarks on its rows. `kind` is what the user said the file is. `asks`:
    nobody has said yet what the columns of the table hold, and what they hold is not known. `agreed`: the user has, so
    that it is remembered.
    """

    path: Path
    people: Reading = EMPTY_READING
    table: TableFile | None = None
    mapping: Mapping = ()
    kind: FileKind | None = None
    asks: bool = False
    agreed: bool = False

    def read_by(self, table: TableFile, mapping: Mapping) -> "OpenedFile":
        """The same file, its columns as the user said."""
        return replace(self, table=table, mapping=mapping, asks=False, agreed=True)

    def as_remembered(self, store: Store) -> "OpenedFile":
        """The same file, its columns as the user said of a table with the same headings, unless they said it now."""
        from desktop.formats.table_mapping import mapping_from

        if self.table is None or self.agreed or not self.table.key:
            return self
        remembered = mapping_from(store.table_mappings.find(self.table.key), self.table.width)
        return replace(self, mapping=remembered, asks=False) if remembered else self


class Preview(Struct):
    """Everything read and whom they are or may be; `choices` are the user's, by the index of the person."""

    reading: Reading
    judged: Sequence[JudgedPerson]
    choices: dict[int, Choice] = field(default_factory=dict)

    def choice(self, index: int) -> Choice:
        """What becomes of one person."""
        return self.choices.get(index, self.judged[index].usual)

    def choose(self, indices: Sequence[int], choice: Choice) -> None:
        """Let that become of some of them."""
        for index in indices:
            self.choices[index] = choice

    def count(self, choice: Choice) -> int:
        """Of how many that becomes."""
        return sum(self.choice(index) is choice for index in range(len(self.judged)))

    @property
    def unsaid(self) -> bool:
        """Whether somebody new is there whose file does not say where they were found."""
        people = enumerate(self.judged)
        return any(each.person.contact.source is None and self.choice(index) is Choice.ADD for index, each in people)

    def of_kind(self, kind: MatchKind) -> list[int]:
        """The indices of everybody of a kind."""
        return [index for index, each in enumerate(self.judged) if each.kind is kind]


def open_files(store: Store, paths: Sequence[Path], progress: ProgressReport | None = None) -> list[OpenedFile]:
    """Open files; of several, one that cannot be read keeps none of the others.

    Raises:
        ReadError: if there is no other.
    """
    with garbage_collector_disabled():
        return [_opened(store, path, progress, len(paths) > 1) for path in paths]


def _opened(store: Store, path: Path, progress: ProgressReport | None, among_others: bool) -> OpenedFile:
    from desktop.formats.opening import open_file

    try:
        opened = open_file(path, progress)
    except ReadError as error:
        if not among_others:
            raise
        return OpenedFile(path, Reading((), (Skipped(path.name, 1, error.text),)))
    if isinstance(opened, Reading):
        return OpenedFile(path, opened)
    return OpenedFile(path, EMPTY_READING, opened, opened.mapping, asks=not opened.sure).as_remembered(store)


def read_people_of_files(files: Sequence[OpenedFile], progress: ProgressReport | None = None) -> Reading:
    """The people of all files, in their order."""
    from desktop.formats.table_mapping import people_of_table

    with garbage_collector_disabled():
        reading = EMPTY_READING
        for file in files:
            reading += file.people
            if file.table is not None:
                reading += people_of_table(file.table, file.mapping, file.kind, progress)
        return reading


def read_and_judge(store: Store, files: Sequence[OpenedFile], progress: ProgressReport | None = None) -> Preview:
    """The people of all files, and of each whether they are new or whom they may be."""
    from desktop.store.imports import judge_incoming

    reading = read_people_of_files(files, progress)
    with garbage_collector_disabled():
        return Preview(reading, judge_incoming(store, reading.people))


def add_all(
    store: Store,
    reading: Reading,
    files: Sequence[OpenedFile],
    name: str,
    progress: ProgressReport | None = None,
    choices: dict[int, Choice] | None = None,
) -> ImportReport:
    """Store everyone read as one action called `name`; what the user said of columns is remembered.

    `choices` are by the index of a person in `reading`; who is not among them becomes what is usual.

    Raises:
        StoreError: if it could not be written; nothing was.
    """
    from desktop.formats.table_mapping import mapping_text
    from desktop.store.imports import add_people

    with garbage_collector_disabled(), store.action(name):
        for file in files:
            if file.agreed and file.table is not None:
                store.table_mappings.remember(file.table.key, mapping_text(file.mapping))
        return add_people(store, reading, progress, name, choices)


def found_through(source: Source, preview: Preview) -> Reading:
    """What was read, the new people whose file does not say where they were found with this source."""
    people = [
        replace(person, contact=replace(person.contact, source=source))
        if person.contact.source is None and preview.choice(index) is Choice.ADD
        else person
        for index, person in enumerate(preview.reading.people)
    ]
    return Reading(tuple(people), preview.reading.skipped)


def report_text(report: ImportReport, summary: str) -> str:
    """The report as a text file: the counts, then each entry but the plain new ones with file, line and reason."""
    entries = (*report.unreadable, *report.merged, *report.skipped, *report.alike)
    return "\n".join([summary, "", *(f"{each.file}:{each.line}: {each.reason}" for each in entries), ""])
