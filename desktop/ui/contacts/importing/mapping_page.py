"""A table nobody knows yet: its first rows, its letters and columns as they were guessed, and each of them to be set
right before anybody is read from it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QPushButton, QTableView, QVBoxLayout, QWidget

from desktop.core.errors import UserError
from desktop.core.text import isolated
from desktop.formats.contact_columns import TableColumn
from desktop.formats.csv_table import DELIMITERS
from desktop.formats.table_mapping import CHOICES, ENCODINGS, LABELLED, Mapping, TableFile, tells_who, with_choice
from desktop.ui import words
from desktop.ui.contacts.importing import mapping_words
from desktop.ui.contacts.importing.mapping_model import MappingModel
from desktop.ui.tasks import Progress, Task
from desktop.ui.theme import muted, page_title, row_height, scaled
from desktop.ui.widgets.fields import CheckField, ChoiceField
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.workspace import Workspace


def read_again(path: Path, encoding: str, delimiter: str, headings: bool, _progress: Progress) -> TableFile:
    """The table in another encoding, with other columns or headings; runs off the main thread."""
    from desktop.formats.table_mapping import open_table

    return open_table(path, encoding, delimiter, headings)


class MappingPage(QWidget):
    """`agreed` carries the table and the mapping to read it by, `left_out` asks to go on without the file."""

    agreed = Signal(object, object)
    left_out = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._path = Path()
        self._table: TableFile | None = None
        self._mapping: Mapping = ()
        self._chosen: dict[int, TableColumn] = {}  # what the user has said about columns, by their place
        self._column = 0
        self._task: Task | None = None
        self._status = muted(QLabel())
        self._status.setTextFormat(Qt.TextFormat.PlainText)
        self._status.setWordWrap(True)
        self.encoding = ChoiceField[str](self.tr("Le&tters"), [])
        self.delimiter = ChoiceField[str](self.tr("Columns are &parted by"), [])
        self.has_headings = CheckField(self.tr("The first row holds hea&dings"))
        self._model = MappingModel(self)
        self._view = self._make_view()
        self.holds = ChoiceField(self.tr("This column ho&lds"), [(each, mapping_words.field(each)) for each in CHOICES])
        self.kind = ChoiceField(self.tr("&Kind"), words.labels())
        self._missing = QLabel(self.tr("Say which column holds a name, an e-mail address or a phone number."))
        self._missing.setWordWrap(True)
        self._go = QPushButton(self.tr("&Read the people"))
        self._go.setProperty("primary", True)
        self._leave = QPushButton(self.tr("Leave this file &out"))
        self._lay_out()
        self._measure()
        self._connect()

    # -- building ---------------------------------------------------------------------------------------------------

    def _make_view(self) -> QTableView:
        view = QTableView()
        view.setModel(self._model)
        view.setAccessibleName(self.tr("The first rows, column by column"))
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectColumns)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setTabKeyNavigation(False)
        view.setWordWrap(False)
        view.verticalHeader().hide()
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = view.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        return view

    def _measure(self) -> None:
        """The header has two lines, which its style does not see; columns are as wide as most names."""
        metrics, header = self._view.fontMetrics(), self._view.horizontalHeader()
        header.setFixedHeight(2 * metrics.lineSpacing() + scaled(self.font(), 16))
        header.setDefaultSectionSize(metrics.averageCharWidth() * 26)
        self._view.verticalHeader().setDefaultSectionSize(row_height(self.font()))

    def changeEvent(self, event: QEvent) -> None:
        """Everything grows with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()

    def _lay_out(self) -> None:
        above, column, buttons = FlowLayout(gap=16, at_foot=True), FlowLayout(gap=16), FlowLayout()
        for part in (self.encoding, self.delimiter, self.has_headings):
            above.addWidget(part)
        column.addWidget(self.holds)
        column.addWidget(self.kind)
        for button in (self._go, self._leave):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 24)
        layout.setSpacing(12)
        layout.addWidget(page_title(QLabel(self.tr("What do the columns hold?"))))
        layout.addWidget(self._status)
        layout.addLayout(above)
        layout.addWidget(self._view, 1)
        layout.addLayout(column)
        layout.addWidget(self._missing)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.encoding.edited.connect(lambda _value: self._read_again())
        self.delimiter.edited.connect(lambda _value: self._read_again())
        self.has_headings.edited.connect(lambda _value: self._read_again())
        self.holds.edited.connect(lambda _value: self._choose())
        self.kind.edited.connect(lambda _value: self._choose())
        self._view.activated.connect(lambda _index: self.holds.setFocus())
        self._view.horizontalHeader().sectionClicked.connect(self._go_to)
        self._view.selectionModel().currentChanged.connect(self._show_column)
        self._go.clicked.connect(self._agree)
        self._leave.clicked.connect(self.left_out)

    # -- what is shown ----------------------------------------------------------------------------------------------

    def ask(self, path: Path, table: TableFile, mapping: Mapping | None = None) -> None:
        """Show a table, as it was guessed or with the mapping remembered for its headings."""
        self._path = path
        self._chosen = dict(enumerate(mapping or ()))
        self._column = 0
        self._show_table(table)
        self._view.setFocus()

    def _show_table(self, table: TableFile) -> None:
        self._table = table
        columns = enumerate(table.mapping)
        self._mapping = tuple(self._chosen.get(place, column) for place, column in columns)
        self._status.setText(
            self.tr(
                "The first rows of {0}. Go from column to column with the arrow keys and say below what each holds. "
                "Next time, the same headings need no question."
            ).format(isolated(f"“{table.name}”"))
        )
        encodings = dict.fromkeys((*ENCODINGS, table.encoding))
        self.encoding.set_choices([(codec, mapping_words.encoding(codec)) for codec in encodings])
        self.encoding.show_anew(table.encoding)
        delimiters = dict.fromkeys((*DELIMITERS, table.delimiter))
        self.delimiter.set_choices([(letter, mapping_words.delimiter(letter)) for letter in delimiters])
        self.delimiter.show_anew(table.delimiter)
        self.has_headings.show_anew(bool(table.headings))
        self._model.show_table(table, self._mapping)
        self._go_to(min(self._column, table.width - 1))
        self._follow()

    def _go_to(self, column: int) -> None:
        self._view.setCurrentIndex(self._model.index(0, column))
        self._show_column(self._model.index(0, column))

    def _show_column(self, index: QModelIndex, _before: QModelIndex | None = None) -> None:
        """Show what the current column is taken to hold; a table without rows has none that could be gone to."""
        self._column = max(0, index.column())
        if self._column >= len(self._mapping):
            return
        meant = self._mapping[self._column]
        offered = CHOICES if meant.field in CHOICES else (*CHOICES, meant.field)
        self.holds.set_choices([(each, mapping_words.field(each)) for each in offered])
        self.holds.show_anew(meant.field)
        labels = {**dict(words.labels()), "": self.tr("Not said")}
        labels.setdefault(meant.label, words.detail_label(meant.label))
        self.kind.set_choices(list(labels.items()))
        self.kind.show_anew(meant.label)
        self.kind.setVisible(meant.field in LABELLED)
        name = self.tr("“{0}” holds").format(self._model.heading(self._column))
        self.holds.editor.setAccessibleName(name)

    def _follow(self) -> None:
        idle, readable = self._task is None, tells_who(self._mapping)
        self._missing.setVisible(not readable)
        self._go.setEnabled(idle and readable)
        for field in (self.encoding, self.delimiter, self.has_headings, self.holds, self.kind):
            field.setEnabled(idle)

    # -- what the user says -----------------------------------------------------------------------------------------

    def _choose(self) -> None:
        if self._column >= len(self._mapping):
            return
        field = self.holds.code
        label = self.kind.value or "" if field in LABELLED else ""
        self._mapping = with_choice(self._mapping, self._column, field, label)
        self._chosen[self._column] = self._mapping[self._column]
        self._model.show_mapping(self._mapping)
        self.kind.setVisible(field in LABELLED)
        self._follow()

    def _read_again(self) -> None:
        if self._task is not None or self._table is None:
            return
        work = partial(read_again, self._path, self.encoding.code, self.delimiter.code, self.has_headings.value)
        self._task = self._workspace.tasks.run(work, self._show_read, self._show_trouble, ended=self._ended)
        self._follow()

    def _show_read(self, table: TableFile) -> None:
        if self._table is None or table.width != self._table.width:
            self._chosen.clear()  # said of other columns
        self._show_table(table)

    def _show_trouble(self, error: UserError) -> None:
        self._workspace.say(str(error), kind="wrong")
        if self._table is not None:
            self._show_table(self._table)

    def _ended(self) -> None:
        self._task = None
        self._follow()

    def _agree(self) -> None:
        if self._table is not None:
            self.agreed.emit(self._table, self._mapping)
