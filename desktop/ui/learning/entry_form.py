"""The page of one learning entry: every field, saved as it is typed."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.core.learning import Evidence, LearningEntry, LearningKind
from desktop.store.file.history import Change
from desktop.ui import words
from desktop.ui.learning import wording
from desktop.ui.named_change import named
from desktop.ui.theme import heading, muted
from desktop.ui.widgets.chips import Chips
from desktop.ui.widgets.date_fields import DateField
from desktop.ui.widgets.fields import ChoiceField, Field, NumberField, TextField
from desktop.ui.widgets.labelled_list import LabelledListField
from desktop.ui.widgets.links import open_address
from desktop.ui.widgets.scroll_page import ScrollPage
from desktop.ui.widgets.side_by_side import SideBySide
from desktop.ui.workspace import Workspace

_MOST_MINUTES = 60_000  # a degree programme, in minutes, still fits


class EntryForm(ScrollPage):
    """`deleted` tells that the entry on the page was deleted; `meeting_requested` carries the meeting it is about."""

    deleted = Signal()
    meeting_requested = Signal(int)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._workspace = workspace
        self._entry_id = 0
        self._meeting_id = 0
        self._fields: dict[str, Field] = {}
        self._add("title", TextField(self.tr("&Title")))
        self._add_when_and_kind()
        self._add(
            "with_whom", TextField(self.tr("&With whom"), hint=self.tr("A person, a group, a teacher, an author."))
        )
        self._add_texts()
        self._add_evidence()
        self._directions = Chips(
            self.tr("Directions"), empty=self.tr("No directions yet. They have a page of their own.")
        )
        self._directions.edited.connect(lambda ids: self._save("directions", ids, ""))
        self.column.addWidget(self._directions)
        self._add_record()
        self._add_foot()
        workspace.changed.connect(self._refresh)

    @property
    def entry_id(self) -> int:
        """The entry on the page, 0 for none."""
        return self._entry_id

    def show_entry(self, entry: LearningEntry) -> None:
        """Put an entry on the page; what was typed for the one before is saved first."""
        other = entry.id != self._entry_id
        if other:
            for field in self._fields.values():
                field.flush()
            self._entry_id = entry.id
            self.verticalScrollBar().setValue(0)
        self._meeting_id = entry.meeting_id or 0
        for name, field in self._fields.items():
            value: Any = getattr(entry, name)
            if name == "evidence":
                value = tuple((shown.address, shown.label) for shown in entry.evidence)
            if other:
                field.show_anew(value)
            else:
                field.show_value(value)
        directions = self._workspace.store.directions.all()
        self._directions.set_choices([(direction.id, direction.name) for direction in directions])
        self._directions.show_value(entry.directions)
        self._meeting.setVisible(bool(self._meeting_id))
        self._sum.setText(self.tr("Together {0}").format(wording.duration(entry.minutes, self._workspace.locale)))
        self._sum.setVisible(bool(entry.minutes))

    def begin(self) -> None:
        """Put the cursor into the title."""
        self._fields["title"].setFocus()

    # -- building ---------------------------------------------------------------------------------------------------

    def _add(self, name: str, field: Field, to_column: bool = True) -> Field:
        self._fields[name] = field
        field.saved_by(self._saver(name, field))
        if to_column:
            self.column.addWidget(field)
        return field

    def _add_when_and_kind(self) -> None:
        kinds = [(kind, words.learning_kind(kind)) for kind in LearningKind]
        hint = self.tr("A day to come makes it a plan.")
        day = self._add("on", DateField(self.tr("D&ay"), self._workspace.today, hint=hint), to_column=False)
        kind = self._add("kind", ChoiceField(self.tr("&Kind"), kinds), to_column=False)
        self.column.addWidget(SideBySide([(day, 1), (kind, 1)]))

    def _add_minutes(self) -> None:
        fields = [
            self._add(name, NumberField(label, 0, _MOST_MINUTES, self.tr(" min")), to_column=False)
            for name, label in (
                ("minutes_preparing", self.tr("&Preparing")),
                ("minutes_meeting", self.tr("&Learning or meeting")),
                ("minutes_writing", self.tr("Writ&ing up")),
            )
        ]
        self.column.addWidget(SideBySide([(field, 1) for field in fields]))
        self._sum = muted(QLabel())
        self.column.addWidget(self._sum)

    def _add_texts(self) -> None:
        """From what was believed to what came of it (domain.md, "What persuades")."""
        self._add_text("believed", self.tr("What I believed before"))
        self._add_text("learned", self.tr("What I learne&d"))
        self._add_text("will_try", self.tr("What I will try"))
        hint = self.tr("On that day Today asks what came of it.")
        self._add("come_back_on", DateField(self.tr("Come back to it on"), self._workspace.today, hint=hint))
        self._add_text("applied", self.tr("What I tried, and how I appl&y it"))
        self._add_text("came_of_it", self.tr("What came of it"))
        self._add_text("energised", self.tr("What gave me energy"))

    def _add_text(self, name: str, label: str, hint: str = "") -> None:
        self._add(name, TextField(label, multiline=True, lines=2, hint=hint))

    def _add_record(self) -> None:
        """What a record of learning asks for, below what matters more."""
        self.column.addWidget(heading(QLabel(self.tr("For a record of learning"))))
        self._add_text("objective", self.tr("&Objective"), self.tr("What I wanted to find out or be able to do."))
        self._add_minutes()

    def _add_evidence(self) -> None:
        evidence = LabelledListField(self.tr("E&vidence: a web address or a file"), [], open_value=self._open)
        self._add("evidence", evidence)
        choose = QPushButton(self.tr("&Choose file…"))
        choose.clicked.connect(self._choose_file)
        row = QHBoxLayout()
        row.addWidget(choose)
        row.addStretch(1)
        self.column.addLayout(row)

    def _add_foot(self) -> None:
        self._meeting = QPushButton(self.tr("Go to the &meeting"))
        self._meeting.setProperty("quiet", True)
        self._meeting.clicked.connect(lambda: self.meeting_requested.emit(self._meeting_id))
        delete = QPushButton(self.tr("Delete ent&ry"))
        delete.setProperty("quiet", True)
        delete.clicked.connect(self.delete)
        row = QHBoxLayout()
        row.addWidget(self._meeting)
        row.addStretch(1)
        row.addWidget(delete)
        self.column.addLayout(row)

    # -- saving -----------------------------------------------------------------------------------------------------

    def _saver(self, name: str, field: Field) -> Callable[[object], None]:
        return lambda value: self._save(name, value, field.visit)

    def _save(self, name: str, value: Any, visit: str) -> None:
        if name == "evidence":
            value = tuple(Evidence(address, label) for address, label in value)
        entry_id, learning = self._entry_id, self._workspace.store.learning
        if entry_id:
            done = self.tr("Edit learning entry")
            self._workspace.act(done, lambda: learning.update(entry_id, **named(name, value)), visit)

    def delete(self) -> None:
        """Delete the entry on the page; the message offers to take it back."""
        entry_id, learning = self._entry_id, self._workspace.store.learning
        if not entry_id:
            return
        self._entry_id = 0
        self._workspace.act(self.tr("Delete learning entry"), lambda: learning.delete(entry_id))
        self._workspace.say_with_undo(self.tr("Learning entry deleted."))
        self.deleted.emit()

    def _refresh(self, change: Change) -> None:
        if self._entry_id and change.tables & {
            "learning_entry",
            "learning_evidence",
            "learning_direction",
            "direction",
        }:
            entry = self._workspace.store.learning.find(self._entry_id)
            if entry is not None:
                self.show_entry(entry)

    # -- evidence ---------------------------------------------------------------------------------------------------

    def _choose_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a file that shows what you learned"))
        if path:
            self.add_evidence(Path(path))

    def add_evidence(self, path: Path) -> None:
        """Add a file on this computer as evidence, labelled with its name."""
        field = self._fields["evidence"]
        field.flush()
        field.show_value((*field.value, (str(path), path.stem)))
        self._save("evidence", field.value, "")

    def _open(self, address: str) -> None:
        path = Path(address)
        if path.is_absolute():
            opened = path.is_file() and QDesktopServices.openUrl(QUrl.fromLocalFile(address))
            said = self.tr("This file is not there any more: {0}")
        else:
            opened = open_address(address)
            said = self.tr("This is no address that can be opened: {0}")
        if not opened:
            self._workspace.say(said.format(address), kind="attention")
