"""Behind the first door: a memory-jogger that brings to mind people one knows already, one group after another."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.core.contact import Contact, Source
from desktop.core.finding import JoggerGroup
from desktop.formats.finding import read_finding
from desktop.places import resources
from desktop.ui.shared.people_entry import PeopleEntry, PersonEntry
from desktop.ui.theme import muted, page_title, scaled
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.fields import TextField
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.scroll_page import ScrollPage
from desktop.ui.widgets.two_line_list import ListRow, TwoLineList
from desktop.ui.workspace import Workspace

_OWN = "own"
_ROWS_SHOWN = 6


class KnownPeople(ScrollPage):
    """*People I know already*, group by group. `closed` is the way back; `where_requested` leads to other places, and
    `practice_requested` to a practice talk with one of them."""

    contact_requested = Signal(int)
    write_requested = Signal(int, object)
    where_requested = Signal()
    practice_requested = Signal()
    closed = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._workspace = workspace
        own = JoggerGroup(_OWN, self.tr("A group of your own"), self.tr("Who else comes to mind, and from where?"))
        self.groups = (*read_finding(resources() / "finding").groups, own)
        self._place = 0
        self._people: dict[str, PeopleEntry] = {}
        self.setAccessibleName(self.tr("People I know already"))
        self.column.addWidget(page_title(QLabel(self.tr("People I know already"))))
        self.column.addWidget(
            self._quiet(
                self.tr(
                    "Whoever comes to mind, one line each. Nobody is written to; this is only a list. "
                    "Enter goes to the next line. Skip whatever does not fit."
                )
            )
        )
        self._add_card()
        self._add_list()
        self._add_foot()
        self.begin(focus=False)

    # -- building ---------------------------------------------------------------------------------------------------

    def _quiet(self, text: str) -> QLabel:
        said = muted(QLabel(text))
        said.setWordWrap(True)
        return said

    def _add_card(self) -> None:
        self._card = Card(" ", "next")
        self._question = QLabel()
        self._question.setWordWrap(True)
        self.own_words = TextField(self.tr("&Where from, in your words"))
        self.own_words.hide()
        self._card.body.addWidget(self._question)
        self._card.body.addWidget(self.own_words)
        self._before = QPushButton(self.tr("P&revious"))
        self._next = QPushButton(self.tr("Ne&xt group"))
        self._all = QPushButton(self.tr("&All groups"))
        self._all.setCheckable(True)
        self._before.clicked.connect(lambda: self.show_group(self._place - 1))
        self._next.clicked.connect(lambda: self.show_group(self._place + 1))
        self._all.toggled.connect(self._show_all)
        row = FlowLayout()
        for button in (self._next, self._before, self._all):
            row.addWidget(button)
        for button in (self._before, self._all):
            button.setProperty("quiet", True)
        self._places = QVBoxLayout()
        self._card.body.addLayout(self._places)
        self._card.body.addLayout(row)
        self.column.addWidget(self._card)

    def _add_list(self) -> None:
        self.list = TwoLineList(self.tr("Groups of people"), self._workspace.theme)
        self.list.setFixedHeight(scaled(self.font(), 40 * _ROWS_SHOWN))
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(lambda _place: self.lines[0].setFocus())
        self.list.hide()
        self.column.addWidget(self.list)

    def _add_foot(self) -> None:
        back = QPushButton(self.tr("&Done for now"))
        back.setProperty("primary", True)
        back.clicked.connect(self.closed)
        where = QPushButton(self.tr("Where to &look for others"))
        where.setProperty("quiet", True)
        where.clicked.connect(self.where_requested)
        self.column.addWidget(
            self._quiet(
                self.tr(
                    "Each of them knows people you do not. Asking for an introduction is often easier than writing to "
                    "a stranger, and people agree to be asked more often than askers expect (Flynn and Lake, 2008)."
                )
            )
        )
        practise = QPushButton(self.tr("&Practise with a friend"))
        practise.setProperty("quiet", True)
        practise.clicked.connect(self.practice_requested)
        foot = QWidget()
        flow = FlowLayout(foot)
        for button in (back, practise, where):
            flow.addWidget(button)
        self.column.addWidget(foot)

    # -- what the tab calls -----------------------------------------------------------------------------------------

    @property
    def lines(self) -> list[PersonEntry]:
        """The lines of the group that is shown."""
        return self._people[self.groups[self._place].key].lines

    def begin(self, focus: bool = True) -> None:
        """Fresh lines, at the first group; who was entered before is under Contacts."""
        for people in self._people.values():
            for line in people.lines:
                line.field.flush()
            people.hide()
            people.deleteLater()
        self._people = {}
        self.own_words.show_anew("")
        self.show_group(0, focus)

    def show_group(self, place: int, focus: bool = True) -> None:
        """Show one group with its lines; before the first comes the last, after the last the first."""
        if self._people:
            self._people[self.groups[self._place].key].hide()
        self._place = place % len(self.groups)
        group = self.groups[self._place]
        self._card.title.setText(group.name)
        self._question.setText(group.question)
        self.own_words.setVisible(group.key == _OWN)
        if group.key not in self._people:
            self._people[group.key] = self._lines_of(group)
        self._people[group.key].show()
        self._card.setAccessibleName(f"{group.name}: {group.question}")
        self._show_counts()
        if focus:
            self.lines[0].setFocus()

    # -- internals --------------------------------------------------------------------------------------------------

    def _lines_of(self, group: JoggerGroup) -> PeopleEntry:
        def usual() -> str:
            return str(self.own_words.value).strip() if group.key == _OWN else group.name

        people = PeopleEntry(self._workspace, _someone_known, usual, introductions=True)
        people.contact_requested.connect(self.contact_requested)
        people.write_requested.connect(self.write_requested)
        self._places.addWidget(people)
        return people

    def _show_all(self, shown: bool) -> None:
        self.list.setVisible(shown)
        self._show_counts()
        if shown:
            self.list.setFocus()

    def _show_counts(self) -> None:
        if self._all.isChecked():
            rows = [ListRow(number + 1, group.name, self._entered(group)) for number, group in enumerate(self.groups)]
            self.list.show_rows(rows, self._place + 1)

    def _entered(self, group: JoggerGroup) -> str:
        people = self._people.get(group.key)
        if people is None or not people.people:
            return group.question
        count = len(people.people)
        return self.tr("One person written down") if count == 1 else self.tr("%n people written down", "", count)

    def _choose(self, number: int) -> None:
        self.show_group(number - 1, focus=False)


def _someone_known(name: str, where: str) -> Contact:
    return Contact(name=name, source=Source.KNOWN, source_detail=where)
