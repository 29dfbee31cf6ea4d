"""The page of one learning entry: every field, saved as it is typed."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar, Unpack

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.core.learning import Evidence, LearningChanges, LearningEntry, LearningKind
from desktop.store.file.history import Change
from desktop.ui import words
from desktop.ui.learning import wording
from desktop.ui.theme import heading, muted
from desktop.ui.widgets.bound_fields import BoundFields
from desktop.ui.widgets.chips import Chips
from desktop.ui.widgets.date_fields import DateField
from desktop.ui.widgets.fields import ChoiceField, Field, NumberField, TextField
from desktop.ui.widgets.labelled_list import LabelledListField, Pairs
from desktop.ui.widgets.links import open_address
from desktop.ui.widgets.scroll_page import ScrollPage
from desktop.ui.widgets.side_by_side import SideBySide
from desktop.ui.workspace import Workspace

_T = TypeVar("_T")
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
        self._fields = BoundFields[LearningEntry]()
        self._title = TextField(self.tr("&Title"))
        self._add(self._title, lambda entry: entry.title, lambda text, visit: self._edit(visit, title=text))
        self._add_when_and_kind()
        self._add(
            TextField(self.tr("&With whom"), hint=self.tr("A person, a group, a teacher, an author.")),
            lambda entry: entry.with_whom,
            lambda text, visit: self._edit(visit, with_whom=text),
        )
        self._add_texts()
        self._add_evidence()
        self._directions = Chips(
            self.tr("Directions"), empty=self.tr("No directions yet. They have a page of their own.")
        )
        self._directions.edited.connect(lambda ids: self._edit("", directions=ids))
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
            self._fields.flush()
            self._entry_id = entry.id
            self.verticalScrollBar().setValue(0)
        self._meeting_id = entry.meeting_id or 0
        self._fields.show(entry, anew=other)
        directions = self._workspace.store.directions.all()
        self._directions.set_choices([(direction.id, direction.name) for direction in directions])
        self._directions.show_value(entry.directions)
        self._meeting.setVisible(bool(self._meeting_id))
        self._sum.setText(self.tr("Together {0}").format(wording.duration(entry.minutes, self._workspace.locale)))
        self._sum.setVisible(bool(entry.minutes))

    def begin(self) -> None:
        """Put the cursor into the title."""
        self._title.setFocus()

    # -- building ---------------------------------------------------------------------------------------------------

    def _add(self, field: Field[_T], shown: Callable[[LearningEntry], _T], save: Callable[[_T, str], object]) -> None:
        self._fields.bind(field, shown, save)
        self.column.addWidget(field)

    def _add_when_and_kind(self) -> None:
        hint = self.tr("A day to come makes it a plan.")
        day = DateField(self.tr("D&ay"), self._workspace.today, hint=hint)
        kind = ChoiceField(self.tr("&Kind"), [(kind, words.learning_kind(kind)) for kind in LearningKind])
        self._fields.bind(day, lambda entry: entry.on, lambda on, visit: self._edit(visit, on=on))
        self._fields.bind_choice(kind, lambda entry: entry.kind, lambda code, visit: self._edit(visit, kind=code))
        self.column.addWidget(SideBySide([(day, 1), (kind, 1)]))

    def _add_minutes(self) -> None:
        unit, edit = self.tr(" min"), self._edit
        preparing = NumberField(self.tr("&Preparing"), 0, _MOST_MINUTES, unit)
        meeting = NumberField(self.tr("&Learning or meeting"), 0, _MOST_MINUTES, unit)
        writing = NumberField(self.tr("Writ&ing up"), 0, _MOST_MINUTES, unit)
        bind = self._fields.bind
        bind(
            preparing, lambda entry: entry.minutes_preparing, lambda count, visit: edit(visit, minutes_preparing=count)
        )
        bind(meeting, lambda entry: entry.minutes_meeting, lambda count, visit: edit(visit, minutes_meeting=count))
        bind(writing, lambda entry: entry.minutes_writing, lambda count, visit: edit(visit, minutes_writing=count))
        self.column.addWidget(SideBySide([(field, 1) for field in (preparing, meeting, writing)]))
        self._sum = muted(QLabel())
        self.column.addWidget(self._sum)

    def _add_texts(self) -> None:
        """From what was believed to what came of it (domain.md, "What persuades")."""
        text, edit = self._add_text, self._edit
        text(
            self.tr("What I believed before"),
            lambda entry: entry.believed,
            lambda typed, visit: edit(visit, believed=typed),
        )
        text(self.tr("What I learne&d"), lambda entry: entry.learned, lambda typed, visit: edit(visit, learned=typed))
        text(self.tr("What I will try"), lambda entry: entry.will_try, lambda typed, visit: edit(visit, will_try=typed))
        hint = self.tr("On that day Today asks what came of it.")
        self._add(
            DateField(self.tr("Come back to it on"), self._workspace.today, hint=hint),
            lambda entry: entry.come_back_on,
            lambda day, visit: edit(visit, come_back_on=day),
        )
        text(
            self.tr("What I tried, and how I appl&y it"),
            lambda entry: entry.applied,
            lambda typed, visit: edit(visit, applied=typed),
        )
        text(
            self.tr("What came of it"),
            lambda entry: entry.came_of_it,
            lambda typed, visit: edit(visit, came_of_it=typed),
        )
        text(
            self.tr("What gave me energy"),
            lambda entry: entry.energised,
            lambda typed, visit: edit(visit, energised=typed),
        )

    def _add_text(
        self, label: str, shown: Callable[[LearningEntry], str], save: Callable[[str, str], object], hint: str = ""
    ) -> None:
        self._add(TextField(label, multiline=True, lines=2, hint=hint), shown, save)

    def _add_record(self) -> None:
        """What a record of learning asks for, below what matters more."""
        self.column.addWidget(heading(QLabel(self.tr("For a record of learning"))))
        self._add_text(
            self.tr("&Objective"),
            lambda entry: entry.objective,
            lambda typed, visit: self._edit(visit, objective=typed),
            self.tr("What I wanted to find out or be able to do."),
        )
        self._add_minutes()

    def _add_evidence(self) -> None:
        self._evidence = LabelledListField(self.tr("E&vidence: a web address or a file"), [], open_value=self._open)
        self._add(
            self._evidence,
            lambda entry: tuple((shown.address, shown.label) for shown in entry.evidence),
            lambda pairs, visit: self._edit(visit, evidence=_evidence(pairs)),
        )
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

    def _edit(self, visit: str, **changes: Unpack[LearningChanges]) -> None:
        """Save fields of the `LearningEntry` on the page."""
        entry_id, learning = self._entry_id, self._workspace.store.learning
        if entry_id:
            done = self.tr("Edit learning entry")
            self._workspace.act(done, lambda: learning.update(entry_id, **changes), visit)

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
        self._evidence.flush()
        self._evidence.show_value((*self._evidence.value, (str(path), path.stem)))
        self._edit("", evidence=_evidence(self._evidence.value))

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


def _evidence(pairs: Pairs) -> tuple[Evidence, ...]:
    return tuple(Evidence(address, label) for address, label in pairs)
