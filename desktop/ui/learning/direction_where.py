"""Where to look for people for one direction: every source as homework, with how many people came from each."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.core.contact import Contact, Source
from desktop.core.direction import Direction, DirectionKind
from desktop.core.finding import Finding, gap, homework
from desktop.core.homework import HomeworkItem, HomeworkState
from desktop.core.text import joined
from desktop.formats.finding import read_finding
from desktop.places import resources
from desktop.store.file.history import Change
from desktop.ui import words
from desktop.ui.shared.people_entry import PeopleEntry
from desktop.ui.theme import heading, muted, scaled
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.fields import CheckField, TextField
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.scroll_page import ScrollPage
from desktop.ui.widgets.two_line_list import ListRow, TwoLineList
from desktop.ui.workspace import Workspace

_TABLES = frozenset({"direction", "contact_direction", "contact", "homework"})
_ROWS_SHOWN = 4


class WhereToLook(ScrollPage):
    """The places to look for one direction. `known_requested` leads to the memory-jogger, the others carry an id."""

    contact_requested = Signal(int)
    write_requested = Signal(int, object)
    known_requested = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._workspace = workspace
        self._finding: Finding = read_finding(resources() / "finding")
        self._sources = [place.source for place in self._finding.places]
        self._direction = Direction()
        self.place = PlaceCard(workspace, self._finding)
        self._found = muted(QLabel())
        self._found.setTextFormat(Qt.TextFormat.PlainText)
        self._found.setWordWrap(True)
        self.column.addWidget(self._found)
        self.list = TwoLineList(self.tr("Places to look"), workspace.theme)
        self.list.setFixedHeight(scaled(self.font(), 50 * _ROWS_SHOWN))
        self.list.chosen.connect(lambda row: self.show_source(self._sources[row - 1]))
        self.list.opened.connect(lambda _row: self.place.text.setFocus())
        self.column.addWidget(self.list)
        self.place.contact_requested.connect(self.contact_requested)
        self.place.write_requested.connect(self.write_requested)
        self.place.known_requested.connect(self.known_requested)
        self.column.addWidget(self.place)
        workspace.changed.connect(self._refresh)

    def show_direction(self, direction: Direction) -> None:
        """Show the places for a direction; for another one, from the first place on."""
        other = direction.id != self._direction.id
        self._direction = direction
        if other:
            self.verticalScrollBar().setValue(0)
        self._fill()
        if other:
            self.show_source(self._sources[0])

    def show_source(self, source: Source) -> None:
        """Show what to do there, below the list."""
        self.list.select(self._sources.index(source) + 1)
        self.place.show_place(self._direction, self._item(source))

    def _item(self, source: Source) -> HomeworkItem:
        items = {item.source: item for item in self._workspace.store.homework.for_direction(self._direction.id)}
        return items.get(source, HomeworkItem(self._direction.id, source))

    def _fill(self) -> None:
        items = {item.source: item for item in self._workspace.store.homework.for_direction(self._direction.id)}
        rows = [
            ListRow(
                number,
                words.source(source),
                self._status_text(items.get(source, HomeworkItem(self._direction.id, source))),
            )
            for number, source in enumerate(self._sources, 1)
        ]
        self.list.show_rows(rows, self._sources.index(self.place.source) + 1 if self.place.source else 0)
        self._found.setText(self._how_many())

    def _status_text(self, item: HomeworkItem) -> str:
        state = {
            HomeworkState.OPEN: "",
            HomeworkState.DONE: self.tr("✓ looked there"),
            HomeworkState.NOT_FOR_ME: self.tr("Not for me"),
        }[item.state]
        people = ""
        if item.people:
            one = item.people == 1
            people = self.tr("One person") if one else self.tr("%n people", "", item.people)
        return joined(state, people) or self.tr("Not looked yet")

    def _how_many(self) -> str:
        people, missing = self._direction.contacts, gap(self._direction.contacts)
        found = {0: self.tr("Nobody found for it yet."), 1: self.tr("One person found for it so far.")}.get(
            people, self.tr("%n people found for it so far.", "", people)
        )
        if not missing:
            return self.tr("{found} That is enough for a fair picture.").format(found=found)
        more = {1: self.tr("One more gives a fair picture."), 2: self.tr("Two more give a fair picture.")}
        rest = more.get(missing, self.tr("Three people give a fair picture."))
        return f"{found} {rest}"

    def _refresh(self, change: Change) -> None:
        if not self._direction.id or not change.tables & _TABLES:
            return
        direction = self._workspace.store.directions.find(self._direction.id)
        if direction is None:
            self._direction = Direction()
            return
        self.show_direction(direction)
        if self.place.source:
            self.place.show_place(direction, self._item(self.place.source))


class PlaceCard(Card):
    """What to do at one place, whether that is done, and who was found there; saved as it is typed."""

    contact_requested = Signal(int)
    write_requested = Signal(int, object)
    known_requested = Signal()

    def __init__(self, workspace: Workspace, finding: Finding, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._workspace = workspace
        self._finding = finding
        self._direction = Direction()
        self.source: Source | None = None
        self._people: PeopleEntry | None = None
        self._about = muted(QLabel())
        self._about.setWordWrap(True)
        self.text = TextField(self.tr("What to do &there"), multiline=True, lines=4)
        self.done = CheckField(self.tr("I have loo&ked there"))
        self.not_for_me = CheckField(self.tr("&Not for me"))
        self._jogger = QPushButton(self.tr("Go through the &people I know"))
        self._jogger.clicked.connect(self.known_requested)
        self._again = QPushButton(self.tr("Show the s&uggestion again"))
        self._again.setProperty("quiet", True)
        self._again.clicked.connect(lambda: self._put_text(""))
        ticks = QWidget()
        row = FlowLayout(ticks, 16)
        for choice in (self.done, self.not_for_me, self._again):
            row.addWidget(choice)
        for part in (self._about, self.text, ticks):
            self.body.addWidget(part)
        self.body.addWidget(self._jogger, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addWidget(heading(QLabel(self.tr("Found someone?"))))
        hint = muted(QLabel(self.tr("A name, and after a dash one line: how you came across them. Enter keeps it.")))
        hint.setWordWrap(True)
        self.body.addWidget(hint)
        self._place = QVBoxLayout()
        self.body.addLayout(self._place)
        self.text.saved_by(self._save_text)
        self.done.saved_by(lambda on: self._save_state(HomeworkState.DONE if on else HomeworkState.OPEN))
        self.not_for_me.saved_by(lambda on: self._save_state(HomeworkState.NOT_FOR_ME if on else HomeworkState.OPEN))

    def show_place(self, direction: Direction, item: HomeworkItem) -> None:
        """Put a place on the card; what was typed for the one before is saved first."""
        other = (direction.id, item.source) != (self._direction.id, self.source)
        if other:
            self.text.flush()
            self._flush_people()
        self._direction, self.source = direction, item.source
        suggested = self._suggested(item.source, direction.kind)
        shown = item.text or suggested
        self.title.setText(words.source(item.source))
        self._about.setText(self._finding.place(item.source).about)
        if other:
            self.text.show_anew(shown)
            self._new_lines()
        else:
            self.text.show_value(shown)
        self.done.show_value(item.state is HomeworkState.DONE)
        self.not_for_me.show_value(item.state is HomeworkState.NOT_FOR_ME)
        self._again.setVisible(shown != suggested)
        self._jogger.setVisible(item.source is Source.KNOWN)

    @property
    def people(self) -> PeopleEntry | None:
        """The lines for people found there."""
        return self._people

    def _suggested(self, source: Source, kind: DirectionKind) -> str:
        return homework(self._finding.place(source), kind)

    def _flush_people(self) -> None:
        for line in self._people.lines if self._people else ():
            line.field.flush()

    def _new_lines(self) -> None:
        if self._people is not None:
            self._people.hide()
            self._people.deleteLater()
        source, direction_id = self.source, self._direction.id

        def made(name: str, where: str) -> Contact:
            return Contact(name=name, source=source, source_detail=where, directions=(direction_id,))

        self._people = PeopleEntry(self._workspace, made, count=1)
        self._people.contact_requested.connect(self.contact_requested)
        self._people.write_requested.connect(self.write_requested)
        self._place.addWidget(self._people)

    def _save_text(self, text: str) -> None:
        suggested = self._suggested(self.source, self._direction.kind) if self.source else ""
        self._put_text("" if text.strip() == suggested else text.strip(), self.text.visit)

    def _put_text(self, text: str, visit: str = "") -> None:
        homework_of, direction_id, source = self._workspace.store.homework, self._direction.id, self.source
        if direction_id and source:
            done = self.tr("Edit what to do there")
            self._workspace.act(done, lambda: homework_of.set_text(direction_id, source, text), visit)

    def _save_state(self, state: HomeworkState) -> None:
        homework_of, direction_id, source = self._workspace.store.homework, self._direction.id, self.source
        if direction_id and source:
            done = self.tr("Tick a place to look")
            self._workspace.act(done, lambda: homework_of.set_state(direction_id, source, state))
