"""Import in the window: choose or drop files, see what would happen, then one action that can be undone."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.core.errors import UserError
from desktop.core.incoming import ImportReport, Reading
from desktop.store.store import Store
from desktop.ui.contacts.dropping import dropped_files
from desktop.ui.contacts.import_preview import Preview, PreviewModel
from desktop.ui.tasks import Progress, Task
from desktop.ui.theme import muted, page_title, restyle, row_height
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.long_task import LongTask
from desktop.ui.workspace import Workspace


def read_and_judge(store: Store, paths: Sequence[Path], progress: Progress) -> Preview:
    """Read the files and say of each person whether they are new; runs beside the window.

    Raises:
        ReadError: if a file could not be read.
    """
    from desktop.formats.reading import read_people
    from desktop.store.imports import judge

    try:
        reading = Reading()
        for path in paths:
            reading += read_people(path, None, progress)
        return Preview(reading, tuple(judge(store, reading.people)))
    finally:
        store.close_thread()


def add_all(store: Store, reading: Reading, name: str, progress: Progress) -> ImportReport:
    """Import everyone new as one action called `name`; runs beside the window.

    Raises:
        StoreError: if it could not be written; nothing was.
    """
    from desktop.store.imports import add_people

    try:
        return add_people(store, reading, progress, name)
    finally:
        store.close_thread()


def report_text(report: ImportReport, summary: str) -> str:
    """The report as a text file: the counts, then each entry that was skipped with place and reason."""
    return "\n".join([summary, "", *(f"{skip.file}:{skip.line}: {skip.reason}" for skip in report.skipped), ""])


class ImportPage(QWidget):
    """`closed` asks for the list again, `imported` tells how many people are new."""

    closed = Signal()
    imported = Signal(int)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._task: Task | None = None
        self._preview: Preview | None = None
        self._report: ImportReport | None = None
        self.setAcceptDrops(True)
        self._said = QLabel()
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setWordWrap(True)
        self._hint = muted(QLabel(self.tr(
            "Your address book can export its people as vCard. LinkedIn sends your connections as Connections.csv, "
            "or a ZIP with it, when you ask for a copy of your data. You can also drop the files here."
        )))  # fmt: skip
        self._hint.setWordWrap(True)
        self._model = PreviewModel(self)
        self._table = self._make_table()
        self._working = LongTask()
        self._working.cancelled.connect(self._cancel)
        self._choose = QPushButton(self.tr("&Choose files…"))
        self._choose.clicked.connect(self.choose)
        self._import = QPushButton()
        self._import.setProperty("primary", True)
        self._import.clicked.connect(self._start_import)
        self._save = QPushButton(self.tr("&Save this report…"))
        self._save.clicked.connect(self._save_report)
        self._back = QPushButton(self.tr("&Back to contacts"))
        self._back.clicked.connect(self._close)
        row = FlowLayout()
        for button in (self._import, self._choose, self._save, self._back):
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 24)
        layout.setSpacing(12)
        layout.addWidget(page_title(QLabel(self.tr("Import contacts"))))
        layout.addWidget(self._said)
        layout.addWidget(self._hint)
        layout.addWidget(self._table, 1)
        layout.addWidget(self._working)
        layout.addLayout(row)
        layout.addStretch(0)
        self._begin()

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self._model)
        table.setAccessibleName(self.tr("What the import will do"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(row_height(self.font()))
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(0, table.fontMetrics().averageCharWidth() * 16)
        return table

    # -- what is shown ----------------------------------------------------------------------------------------------

    def _begin(self) -> None:
        self._preview = self._report = None
        self._said.setText(self.tr("Bring in people from another program. Nothing happens before you have seen it."))
        self._show(table=False)
        self._hint.show()

    def _show(self, table: bool) -> None:
        self._hint.hide()
        self._table.setVisible(table)
        self._choose.setProperty("primary", self._preview is None)
        restyle(self._choose)
        self._import.setVisible(self._preview is not None and self._preview.new > 0 and self._report is None)
        self._save.setVisible(self._report is not None and bool(self._report.skipped))
        for button in (self._choose, self._back, self._import, self._save):
            button.setEnabled(self._task is None)

    def _show_preview(self, preview: Preview) -> None:
        self._ended()
        self._preview = preview
        self._model.show_preview(preview)
        read, new, skipped = self._numbers(preview.new, len(preview.skipped))
        if preview.new:
            self._said.setText(self.tr("{0} read: {1} new, {2} skipped.").format(read, new, skipped))
            self._import.setText(
                self.tr("&Import 1 contact") if preview.new == 1 else self.tr("&Import {0} contacts").format(new)
            )
        else:
            self._said.setText(self.tr("{0} read, and nobody new among them.").format(read))
        self._show(table=self._model.rowCount() > 0)
        (self._import if preview.new else self._back).setFocus()

    def _show_report(self, report: ImportReport) -> None:
        self._ended()
        self._report = report
        self._said.setText(self._summary(report))
        self._show(table=True)
        self._back.setFocus()
        self._workspace.say_with_undo(
            self.tr("1 contact was imported")
            if report.new == 1
            else self.tr("{0} contacts were imported").format(self._workspace.locale.toString(report.new))
        )
        self.imported.emit(report.new)

    def _summary(self, report: ImportReport) -> str:
        read, new, skipped = self._numbers(report.new, len(report.skipped))
        return self.tr("{0} read: {1} imported, {2} skipped. You can take this back with Undo.").format(
            read, new, skipped
        )

    def _numbers(self, new: int, skipped: int) -> tuple[str, str, str]:
        locale = self._workspace.locale
        return locale.toString(new + skipped), locale.toString(new), locale.toString(skipped)

    def _show_trouble(self, error: UserError) -> None:
        self._ended()
        self._begin()
        self._said.setText(str(error))
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
        """Read files and show what would happen."""
        if self._task is None:
            work = partial(read_and_judge, self._workspace.store, list(paths))
            self._run(self._workspace.tasks.run(work, self._show_preview, self._show_trouble, self._working.progress))
            self._working.begin(self.tr("Reading…"))

    def _start_import(self) -> None:
        if self._task is None and self._preview is not None:
            work = partial(add_all, self._workspace.store, self._preview.reading, self.tr("Import contacts"))
            self._run(self._workspace.tasks.run(work, self._show_report, self._show_trouble, self._working.progress))
            self._working.begin(self.tr("Importing…"))

    def _run(self, task: Task) -> None:
        self._task = task
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
            self._said.setText(self.tr("Stopped. Nothing was changed."))
            self._choose.setFocus()

    def _close(self) -> None:
        self._begin()
        self.closed.emit()

    def _save_report(self) -> None:
        from desktop.places import write_whole

        if self._report is None:
            return
        suggested = str(Path.home() / self.tr("import report.txt"))
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save this report"), suggested, self.tr("Text (*.txt)"))
        if not name:
            return
        try:
            write_whole(Path(name), report_text(self._report, self._summary(self._report)).encode())
        except UserError as error:
            self._workspace.say(str(error), kind="wrong")
            return
        self._workspace.say(self.tr("Report saved as {0}").format(Path(name).name))

    # -- dropped files ----------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._task is None and dropped_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.open(dropped_files(event))
