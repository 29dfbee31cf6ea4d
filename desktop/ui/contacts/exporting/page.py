"""Export: whose, as what, with which fields, and where to; and an archive of everything, there and back."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.core.contact import EVERYONE, ContactFilter
from desktop.core.contact_fields import ExportGroup
from desktop.core.errors import UserError
from desktop.core.export.contact_export import ENDINGS, OF_CONTACTS, ONLY_CARDS, Exported, ExportKind
from desktop.formats.written_text import safe_stem
from desktop.ui.contacts import field_words
from desktop.ui.shared.save_as import ask_where, say_saved
from desktop.ui.tasks import Task
from desktop.ui.theme import muted, page_title
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.fields import CheckField, ChoiceField
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.long_task import LongTask
from desktop.ui.widgets.scroll_page import ScrollPage
from desktop.ui.workspace import Workspace
from desktop.work.exporting import ExportOrder, export, restore_archive

ALL, LISTED, SELECTED = "all", "listed", "selected"
_OLD_VCARD = "vcard 3.0"
_KEEPING_BACK = frozenset({ExportKind.MARKDOWN, ExportKind.ARCHIVE})  # kinds that could hold what is confidential


class ExportPage(QWidget):
    """`closed` asks for the list again, `restored` tells that an archive is in the store now."""

    closed = Signal()
    restored = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._task: Task | None = None
        self._listed = EVERYONE
        self._selected: tuple[int, ...] = ()
        self.kind = ChoiceField(self.tr("&As"), self._kinds())
        self.whose = ChoiceField(self.tr("&Whose"), [(ALL, self.tr("Everyone"))])
        self.kind.show_anew(ExportKind.VCARD)
        self.whose.show_anew(ALL)
        self._hint = muted(QLabel())
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setWordWrap(True)
        self.fields = {group: CheckField(word) for group, word in field_words.groups()}
        self.confidential = CheckField(
            self.tr("Also what was said in confidence, and what you &feared (asked each time)")
        )
        self._working = LongTask()
        self._lay_out()
        self._connect()

    # -- building ---------------------------------------------------------------------------------------------------

    def _kinds(self) -> list[tuple[str, str]]:
        return [
            (ExportKind.VCARD, self.tr("Address book cards (vCard 4.0)")),
            (_OLD_VCARD, self.tr("Address book cards for older programs (vCard 3.0)")),
            (ExportKind.CSV, self.tr("Table (CSV)")),
            (ExportKind.MARKDOWN, self.tr("Text to read and keep (Markdown)")),
            (ExportKind.CALENDAR, self.tr("Calendar of all that has a day (.ics)")),
            (ExportKind.ARCHIVE, self.tr("Archive of everything (JSON)")),
        ]

    def _lay_out(self) -> None:
        page = ScrollPage()
        column = page.column
        column.addWidget(page_title(QLabel(self.tr("Export"))))
        column.addWidget(self.kind)
        column.addWidget(self._hint)
        column.addWidget(self.whose)
        self._along = Card(self.tr("What goes along with the name"))
        boxes = FlowLayout(gap=12)
        for each in self.fields.values():
            each.show_anew(True)
            boxes.addWidget(each)
        self._along.body.addLayout(boxes)
        self._along.body.addStretch(1)
        column.addWidget(self._along)
        column.addWidget(self.confidential)
        self._save = QPushButton(self.tr("&Save as…"))
        self._save.setProperty("primary", True)
        self._back = QPushButton(self.tr("&Back to contacts"))
        self._restore = QPushButton(self.tr("&Restore an archive…"))
        row = FlowLayout()
        for button in (self._save, self._back, self._restore):
            row.addWidget(button)
        column.addLayout(row)
        column.addWidget(self._working)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page)

    def _connect(self) -> None:
        self.kind.edited.connect(lambda _kind: self._follow())
        self._save.clicked.connect(self.choose)
        self._back.clicked.connect(self.closed)
        self._restore.clicked.connect(self._choose_archive)
        self._working.cancelled.connect(lambda: self._task.cancel() if self._task is not None else None)

    # -- what is shown ----------------------------------------------------------------------------------------------

    def open(self, listed: ContactFilter = EVERYONE, selected: Sequence[int] = ()) -> None:
        """Begin: with those selected if there are several, else with everyone; nothing confidential is ticked."""
        self._listed, self._selected = listed, tuple(selected)
        locale, contacts = self._workspace.locale, self._workspace.store.contacts
        choices = [(ALL, self.tr("Everyone ({0})").format(locale.toString(contacts.count())))]
        if listed != EVERYONE:
            choices.append(
                (LISTED, self.tr("Those in the list now ({0})").format(locale.toString(contacts.count(listed))))
            )
        if self._selected:
            choices.append((SELECTED, self.tr("Those selected ({0})").format(locale.toString(len(self._selected)))))
        self.whose.set_choices(choices)
        self.whose.show_anew(SELECTED if len(self._selected) > 1 else ALL)
        self.confidential.show_anew(False)
        self._follow()
        self.kind.setFocus()

    @property
    def _kind(self) -> ExportKind:
        return ExportKind.VCARD if self.kind.value == _OLD_VCARD else ExportKind(self.kind.code)

    def _follow(self) -> None:
        """Show only what has a meaning for the kind."""
        kind = self._kind
        of_contacts = kind in OF_CONTACTS
        self.whose.setVisible(of_contacts)
        self._along.setVisible(of_contacts)
        for group, box in self.fields.items():
            hidden = (group in ONLY_CARDS and kind is not ExportKind.VCARD) or (
                group is ExportGroup.HISTORY and kind is not ExportKind.MARKDOWN
            )
            box.setVisible(not hidden)
        self.confidential.setVisible(kind in _KEEPING_BACK)
        self._hint.setText(self._about(kind))
        for button in (self._save, self._back, self._restore):
            button.setEnabled(self._task is None)

    def _about(self, kind: ExportKind) -> str:
        return {
            ExportKind.VCARD: self.tr(
                "For phones and address books. What you did not type but came with a card goes back."
            ),
            ExportKind.CSV: self.tr("For a spreadsheet. Groundwork reads it back as it was."),
            ExportKind.MARKDOWN: self.tr("A page for each person with everything written, for notes and for paper."),
            ExportKind.CALENDAR: self.tr(
                "Meetings and dated steps. Imported again, entries are renewed, never doubled."
            ),
            ExportKind.ARCHIVE: self.tr(
                "All you ever entered, photos and settings too, in one documented file. It can be restored where there "
                "is no data yet."
            ),
        }[kind]

    # -- writing ----------------------------------------------------------------------------------------------------

    def order(self) -> ExportOrder:
        """What is asked for now."""
        kind = self._kind
        ids: Sequence[int] = ()
        if kind in OF_CONTACTS:
            ids = self._ids()
        chosen = frozenset(group for group, box in self.fields.items() if box.value)
        ticked = self.confidential.value and kind in _KEEPING_BACK
        return ExportOrder(kind, ids, chosen, ticked, "3.0" if self.kind.value == _OLD_VCARD else "4.0", force=True)

    def _ids(self) -> Sequence[int]:
        from desktop.store import contact_export

        if self.whose.value == SELECTED:
            return self._selected
        return contact_export.ids(self._workspace.store, self._listed if self.whose.value == LISTED else EVERYONE)

    def choose(self) -> None:
        """Ask where to, and write."""
        order = self.order()
        ending = ENDINGS[order.kind]
        kinds = f"{ending[1:]} (*{ending})"
        ask_where(self, self.tr("Save as"), self.file_name(order), kinds, lambda path: self.write(order, path))

    def file_name(self, order: ExportOrder) -> str:
        """A name to begin with: of the day, or of the one person; a private search keeps names out."""
        stem = self.tr("contacts")
        if order.kind is ExportKind.ARCHIVE:
            stem = "groundwork"
        elif order.kind is ExportKind.CALENDAR:
            stem = self.tr("calendar")
        elif len(order.ids) == 1 and not self._workspace.store.preferences.settings().private_search:
            line = self._workspace.store.contacts.line(order.ids[0])
            stem = safe_stem(line.name if line is not None else "") or stem
            return f"{stem}{ENDINGS[order.kind]}"
        return f"{stem}-{self._workspace.today().isoformat()}{ENDINGS[order.kind]}"

    def write(self, order: ExportOrder, path: Path) -> None:
        """Write off the main thread, and say what came of it."""
        if order.kind in OF_CONTACTS and not order.ids:
            self._workspace.say(self.tr("There is nobody to write yet. Nothing was written."), kind="wrong")
            return
        work = partial(export, self._workspace.store, order, path)
        self._run(work, partial(self._saved, path), self.tr("Writing…"))
        self.confidential.show_anew(False)  # ticked for this time only

    def _run(self, work: Callable[..., object], done: Callable[..., object], text: str) -> None:
        if self._task is not None:
            return
        self._task = self._workspace.run(work, done, self._not_done, self._working.progress, self._ended)
        self._working.begin(text)
        self._follow()

    def _ended(self) -> None:
        self._task = None
        self._working.end()
        self._follow()

    def _saved(self, path: Path, exported: Exported) -> None:
        left_out = self.tr("What was said in confidence stayed here.") if exported.left_out else ""
        say_saved(self._workspace, path, more=left_out)

    def _not_done(self, error: UserError) -> None:
        self._workspace.say(str(error), kind="wrong")

    # -- an archive back --------------------------------------------------------------------------------------------

    def _choose_archive(self) -> None:
        kinds = self.tr("Archive of Groundwork (*.json);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Restore an archive"), str(Path.home()), kinds)
        if name:
            self.restore(Path(name))

    def restore(self, path: Path) -> None:
        """Put an archive into the store, which must hold nothing yet."""
        work = partial(restore_archive, self._workspace.store, path, self.tr("Restore an archive"))
        self._run(work, self._is_restored, self.tr("Restoring…"))

    def _is_restored(self, contacts: int) -> None:
        one, several = self.tr("Restored, with 1 contact"), self.tr("Restored, with {0} contacts", "", contacts)
        said = one if contacts == 1 else several
        self._workspace.say_with_undo(said.format(self._workspace.locale.toString(contacts)))
        self.restored.emit()
