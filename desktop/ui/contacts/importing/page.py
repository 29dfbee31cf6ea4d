"""Import in the window: choose or drop files, see what would happen, then one action that can be undone."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.core.contact import Source
from desktop.core.errors import UserError
from desktop.core.people.incoming import Choice, ImportReport, MatchKind
from desktop.core.values import replace
from desktop.formats.table_mapping import Mapping, TableFile
from desktop.ui import words
from desktop.ui.contacts.importing.choice import ImportChoice
from desktop.ui.contacts.importing.mapping_page import MappingPage
from desktop.ui.contacts.importing.preview import PreviewModel, PreviewTable
from desktop.ui.shared.save_as import ask_where, say_saved
from desktop.ui.tasks import Progress, Task
from desktop.ui.theme import muted, page_title, restyle
from desktop.ui.widgets.dropping import dropped_files
from desktop.ui.widgets.fields import ChoiceField
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.long_task import LongTask
from desktop.ui.workspace import Workspace
from desktop.work.importing import (
    OpenedFile,
    Preview,
    add_all,
    found_through,
    open_files,
    read_and_judge,
    report_text,
)


class ImportPage(QStackedWidget):
    """`closed` asks for the list again, `imported` tells how many people are new."""

    closed = Signal()
    imported = Signal(int)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._task: Task | None = None
        self._files: list[OpenedFile] = []
        self._asked = 0  # the index in `_files` of the table that is asked about
        self._preview: Preview | None = None
        self._report: ImportReport | None = None
        self._mapping: MappingPage | None = None
        self.setAcceptDrops(True)
        self._status = QLabel()
        self._status.setTextFormat(Qt.TextFormat.PlainText)
        self._status.setWordWrap(True)
        self._hint = muted(QLabel(self.tr(
            "Your address book can export its people as vCard. LinkedIn sends your connections as Connections.csv, "
            "or a ZIP with it, when you ask for a copy of your data. You can also drop the files here."
        )))  # fmt: skip
        self._hint.setWordWrap(True)
        self._model = PreviewModel(self)
        self._table = PreviewTable(self._model, self.tr("What the import will do"))
        self._choice = ImportChoice()
        self._choice.chosen.connect(self._choose_for)
        self._table.selectionModel().selectionChanged.connect(lambda *_: self._ask())
        self.source = ChoiceField(
            self.tr("New people were found &through"), [(code, words.source(code)) for code in Source]
        )
        self.source.show_anew(Source.KNOWN)
        self._working = LongTask()
        self._working.cancelled.connect(self._cancel)
        self._choose = QPushButton(self.tr("&Choose files…"))
        self._choose.clicked.connect(self.choose)
        self._import = QPushButton()
        self._import.setProperty("primary", True)
        self._import.clicked.connect(self._start_import)
        self._columns = QPushButton(self.tr("What the col&umns hold…"))
        self._columns.clicked.connect(self._ask_again)
        self._save = QPushButton(self.tr("&Save this report…"))
        self._save.clicked.connect(self._save_report)
        self._back = QPushButton(self.tr("&Back to contacts"))
        self._back.clicked.connect(self._close)
        row = FlowLayout()
        for button in (self._import, self._choose, self._columns, self._save, self._back):
            row.addWidget(button)
        self._main = QWidget()
        layout = QVBoxLayout(self._main)
        layout.setContentsMargins(24, 16, 24, 24)
        layout.setSpacing(12)
        layout.addWidget(page_title(QLabel(self.tr("Import contacts"))))
        layout.addWidget(self._status)
        layout.addWidget(self._hint)
        layout.addWidget(self._table, 1)
        layout.addWidget(self._choice)
        found_through = FlowLayout()
        found_through.addWidget(self.source)
        layout.addLayout(found_through)
        layout.addWidget(self._working)
        layout.addLayout(row)
        layout.addStretch(0)
        self.addWidget(self._main)
        self._begin()

    # -- what is shown ----------------------------------------------------------------------------------------------

    def _begin(self) -> None:
        self._preview = self._report = None
        self.source.show_anew(Source.KNOWN)
        self.setCurrentWidget(self._main)
        self._status.setText(self.tr("Bring in people from another program. Nothing happens before you have seen it."))
        self._show(table=False)
        self._hint.show()

    def _show(self, table: bool) -> None:
        self._hint.hide()
        self._table.setVisible(table)
        self._ask()
        self._choose.setProperty("primary", self._preview is None)
        restyle(self._choose)
        self._import.setVisible(self._preview is not None and self._brings > 0 and self._report is None)
        self._save.setVisible(self._report is not None)
        self.source.setVisible(self._import.isVisibleTo(self) and self._preview is not None and self._preview.unsaid)
        self._columns.setVisible(self._import.isVisibleTo(self) and any(file.table is not None for file in self._files))
        for button in (self._choose, self._back, self._import, self._columns, self._save):
            button.setEnabled(self._task is None)

    def _show_preview(self, preview: Preview) -> None:
        self._ended()
        self._preview = preview
        self._model.show_preview(preview)
        self._say_preview()
        self._show(table=self._model.rowCount() > 0)
        alike = preview.of_kind(MatchKind.LIKE)
        if alike:  # they come first, and are asked about
            self._table.selectRow(len(preview.reading.skipped))
            self._table.setFocus()
        else:
            (self._import if self._brings else self._back).setFocus()

    @property
    def _brings(self) -> int:
        """How many people would be new or get something."""
        preview = self._preview
        return preview.count(Choice.ADD) + preview.count(Choice.MERGE) if preview else 0

    def _say_preview(self) -> None:
        preview = self._preview
        if preview is None:
            return
        number = self._workspace.locale.toString
        new, merged = preview.count(Choice.ADD), preview.count(Choice.MERGE)
        skipped, unreadable = preview.count(Choice.SKIP), len(preview.reading.skipped)
        parts = [self.tr("{0} new").format(number(new))]
        for count, text in (
            (merged, self.tr("{0} merged")),
            (skipped, self.tr("{0} left out")),
            (unreadable, self.tr("{0} not readable")),
        ):
            if count:
                parts.append(text.format(number(count)))
        read = number(new + merged + skipped + unreadable)
        if not self._brings:
            self._status.setText(self.tr("{0} read, and nothing new among them.").format(read))
        else:
            alike = len(preview.of_kind(MatchKind.LIKE))
            text = self.tr("{0} read: {1}.").format(read, ", ".join(parts))
            asks = self.tr("%n are like somebody: look at them first.", "", alike) if alike > 1 else ""
            if alike == 1:
                asks = self.tr("One is like somebody: look at them first.")
            self._status.setText(" ".join(filter(None, (text, asks))))
        one, several = self.tr("&Import 1 contact"), self.tr("&Import {0} contacts", "", self._brings)
        self._import.setText(one if self._brings == 1 else several.format(number(self._brings)))

    def _chosen_places(self) -> list[int]:
        rows = {index.row() for index in self._table.selectionModel().selectedRows()}
        return [place for row in sorted(rows) if (place := self._model.index_of(row)) is not None]

    def _ask(self) -> None:
        """What is to become of the people chosen in the list."""
        preview, places = self._preview, self._chosen_places()
        asks = preview is not None and self._report is None and self._task is None and self._table.isVisibleTo(self)
        people = [preview.judged[place] for place in places] if preview and asks else []
        self._choice.show_for(people, len(preview.of_kind(people[0].kind)) if preview and people else 0)

    def _choose_for(self, choice: Choice, all_alike: bool) -> None:
        preview, places = self._preview, self._chosen_places()
        if preview is None or not places:
            return
        preview.choose(preview.of_kind(preview.judged[places[0]].kind) if all_alike else places, choice)
        self._model.renew()
        self._say_preview()
        self._import.setVisible(self._brings > 0)
        if not all_alike:  # on to the next who is asked about
            following = self._table.selectionModel().selectedRows()[-1].row() + 1
            if self._model.index_of(following) is not None:
                self._table.selectRow(following)

    def _show_report(self, report: ImportReport) -> None:
        self._ended()
        self._report = report
        self._status.setText(self._summary(report))
        self._show(table=True)
        self._back.setFocus()
        number = self._workspace.locale.toString
        if report.new == 1:
            said = self.tr("1 contact was imported")
        elif report.new:
            said = self.tr("{0} contacts were imported", "", report.new).format(number(report.new))
        else:
            said = self.tr("What was new went to contacts who are there already")
        self._workspace.say_with_undo(said)
        self.imported.emit(report.new)

    def _summary(self, report: ImportReport) -> str:
        """The counts, which add up."""
        number = self._workspace.locale.toString
        said = self.tr(
            "{0} read: {1} new, {2} merged, {3} left out, {4} not readable. You can take this back with Undo."
        )
        counts = (report.read, report.new, len(report.merged), len(report.skipped), len(report.unreadable))
        return said.format(*map(number, counts))

    def _show_trouble(self, error: UserError) -> None:
        self._ended()
        self._begin()
        self._status.setText(str(error))
        self._choose.setFocus()

    # -- the work ---------------------------------------------------------------------------------------------------

    def choose(self) -> None:
        """Ask for the files."""
        kinds = self.tr("Contacts (*.vcf *.vcard *.csv *.zip);;All files (*)")
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Import contacts"), str(Path.home()), kinds)
        if names:
            self.read([Path(name) for name in names])

    def open(self, paths: Sequence[Path] = ()) -> None:
        """Begin anew, with these files if there are any; an import under way goes on."""
        if self._task is not None:
            return
        self._begin()
        if paths:
            self.read(paths)
        else:
            self._choose.setFocus()

    def read(self, paths: Sequence[Path]) -> None:
        """Read files and show what would happen; a table nobody knows is asked about first."""
        if self._task is None:
            work = partial(open_files, self._workspace.store, list(paths))
            self._run(self._workspace.run(work, self._take, self._show_trouble, self._working.progress))
            self._working.begin(self.tr("Reading…"))

    def _take(self, files: list[OpenedFile]) -> None:
        self._ended()
        self._files = files
        self._go_on()

    def _go_on(self) -> None:
        """Ask about the next table that nobody knows, or judge the people of all files."""
        if not self._files:
            self._begin()
            self._choose.setFocus()
            return
        self._asked = next((place for place, file in enumerate(self._files) if file.asks), -1)
        if self._asked >= 0:
            self._ask_columns(self._files[self._asked])
            return
        self.setCurrentWidget(self._main)
        work = partial(read_and_judge, self._workspace.store, self._files)
        self._run(self._workspace.run(work, self._show_preview, self._show_trouble, self._working.progress))
        self._working.begin(self.tr("Reading…"))

    def _ask_columns(self, file: OpenedFile) -> None:
        if self._mapping is None:
            self._mapping = MappingPage(self._workspace)
            self._mapping.agreed.connect(self._agree)
            self._mapping.left_out.connect(self._leave_out)
            self.addWidget(self._mapping)
        self.setCurrentWidget(self._mapping)
        if file.table is not None:
            said = file.mapping if file.mapping != file.table.mapping else None
            self._mapping.ask(file.path, file.table, said)

    def _ask_again(self) -> None:
        """Ask about every table, known or not."""
        self._files = [replace(file, asks=file.table is not None) for file in self._files]
        self._go_on()

    def _agree(self, table: TableFile, mapping: Mapping) -> None:
        self._files[self._asked] = self._files[self._asked].read_by(table, mapping)
        self._go_on()

    def _leave_out(self) -> None:
        del self._files[self._asked]
        self._go_on()

    def _start_import(self) -> None:
        if self._task is None and self._preview is not None:
            store, files, preview, source = self._workspace.store, self._files, self._preview, self.source.code
            name = self.tr("Import contacts")

            def work(progress: Progress) -> ImportReport:
                return add_all(store, found_through(source, preview), files, name, progress, preview.choices)

            self._run(self._workspace.run(work, self._show_report, self._show_trouble, self._working.progress))
            self._working.begin(self.tr("Importing…"))

    def _run(self, task: Task) -> None:
        self._task = task
        self._table.clearSelection()
        self._show(table=self._table.isVisible())

    def _ended(self) -> None:
        self._task = None
        self._working.end()

    def _cancel(self) -> None:
        """Stop what is under way; nothing was changed by it."""
        if self._task is not None:
            self._task.cancel()
            self._task.ended.connect(self._stopped)

    def _stopped(self) -> None:
        if self._task is not None:  # it was stopped before its end
            self._ended()
            self._begin()
            self._status.setText(self.tr("Stopped. Nothing was changed."))
            self._choose.setFocus()

    def _close(self) -> None:
        self._begin()
        self.closed.emit()

    def _save_report(self) -> None:
        if self._report is not None:
            suggested, kinds = self.tr("import report.txt"), self.tr("Text (*.txt)")
            ask_where(self, self.tr("Save this report"), suggested, kinds, self.write_report)

    def write_report(self, path: Path) -> None:
        """Write what the import did, and say so."""
        from desktop.places import write_whole

        if self._report is None:
            return
        try:
            said = report_text(self._report, self._summary(self._report))
            write_whole(path, said.encode(), force=True)  # the dialog asked
        except UserError as error:
            self._workspace.say(str(error), kind="wrong")
            return
        say_saved(self._workspace, path)

    # -- dropped files ----------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._task is None and dropped_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.open(dropped_files(event))
