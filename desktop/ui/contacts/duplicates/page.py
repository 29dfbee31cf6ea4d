"""Find duplicates: pairs of contacts who may be one person at the left, the two side by side at the right."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.core.errors import UserError
from desktop.core.people.duplicates import Pair
from desktop.store.file.history import Change
from desktop.ui.contacts import merge_words
from desktop.ui.contacts.duplicates.merge_panel import MergePanel
from desktop.ui.tasks import Task
from desktop.ui.theme import muted, page_title
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.list_beside_page import ListBesidePage
from desktop.ui.widgets.long_task import LongTask
from desktop.ui.widgets.two_line_list import ListRow, TwoLineList
from desktop.ui.workspace import Workspace

_CONCERNED = frozenset({"contact", "contact_detail", "organisation", "different_people"})


class DuplicatesPage(QWidget):
    """`closed` asks for the list again, `person_requested` carries a contact to open."""

    closed = Signal()
    person_requested = Signal(int)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._pairs: dict[int, Pair] = {}
        self._wanted = (0, 0)
        self._task: Task | None = None
        self._stale = False
        self._opening = True  # the focus goes to the list once there is one
        self._status = muted(QLabel())
        self._status.setTextFormat(Qt.TextFormat.PlainText)
        self._status.setWordWrap(True)
        self._working = LongTask()
        self._working.cancelled.connect(self._cancel)
        self._list = TwoLineList(self.tr("Pairs who may be one person"), workspace.theme)
        self._list.setUniformItemSizes(True)
        self._list.chosen.connect(self._show_pair)
        self._list.opened.connect(self._enter_pair)
        self._panel = MergePanel(workspace)
        self._panel.person_requested.connect(self.person_requested)
        self._panel.merged.connect(lambda _contact: self._go_on())
        self._panel.parted.connect(self._go_on)
        self._splitter = ListBesidePage(self._list, QWidget(), shares=(2, 5), sizes=None)
        self._splitter.pages.addWidget(self._panel)
        self._again = QPushButton(self.tr("&Look again"))
        self._again.clicked.connect(self._find)
        back = QPushButton(self.tr("&Back to contacts"))
        back.clicked.connect(self._close)
        row = FlowLayout()
        row.addWidget(self._again)
        row.addWidget(back)
        self._back = back
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 24)
        layout.setSpacing(12)
        layout.addWidget(page_title(QLabel(self.tr("Find duplicates"))))
        layout.addWidget(self._status)
        layout.addWidget(self._working)
        layout.addWidget(self._splitter, 1)
        layout.addLayout(row)
        layout.addStretch(0)
        # Not while a step of undo is still being told to everyone.
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._find)
        workspace.changed.connect(self._refresh)
        self._splitter.hide()

    def open(self, first_id: int = 0, second_id: int = 0) -> None:
        """Look through all contacts; two that are named are shown first, be they alike or not."""
        self._wanted = (first_id, second_id)
        self._opening = True
        self._status.clear()
        if first_id and second_id and self._panel.show_pair(first_id, second_id):
            self._splitter.show_page(self._panel)
            self._splitter.show()
            self._panel.focus()
            self._opening = False
        self._find()

    # -- looking ----------------------------------------------------------------------------------------------------

    def _find(self) -> None:
        if self._task is not None:
            self._stale = True
            return
        self._stale = False
        self._again.setEnabled(False)
        self._working.begin(self.tr("Looking through your contacts"))
        self._task = self._workspace.run(
            self._workspace.store.duplicates.find, self._found, self._not_found, self._working.progress, self._ended
        )

    def _found(self, pairs: list[Pair]) -> None:
        self._pairs = dict(enumerate(pairs, 1))
        self._show_rows()

    def _not_found(self, error: UserError) -> None:
        self._workspace.say(str(error), kind="wrong")

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _ended(self) -> None:
        self._task = None
        self._again.setEnabled(True)
        self._working.end()
        if self._stale and self.isVisible():
            self._find()

    def _refresh(self, change: Change) -> None:
        if change.tables & _CONCERNED and self.isVisible():
            self._later.start()

    # -- showing ----------------------------------------------------------------------------------------------------

    def _show_rows(self) -> None:
        number = self._number_of(self._panel.pair)
        rows = [
            ListRow(key, merge_words.pair_names(pair), merge_words.shared(pair)) for key, pair in self._pairs.items()
        ]
        self._list.show_rows(rows, number)
        self._list.setVisible(bool(rows))
        asked = self._wanted == self._panel.pair != (0, 0)
        if not number and not asked and rows:
            self._list.select(1)
            self._show_pair(1)
        elif number or asked:
            self._panel.show_pair(*self._panel.pair)
        else:
            self._panel.forget()
            self._splitter.show_hint()
        self._splitter.setVisible(bool(rows) or asked)
        self._status.setText(self._sentence(len(rows), asked))
        if self._opening:
            self._opening = False
            (self._list if rows else self._back).setFocus()

    def _sentence(self, count: int, asked: bool) -> str:
        if not count and asked:
            return self.tr("You chose these two. Say what stays; the merge can be undone.")
        if not count:
            return self.tr("Everyone in your list seems to be there once.")
        shown = self._workspace.locale.toString(count)
        found = self.tr("1 pair") if count == 1 else self.tr("{0} pairs", "", count).format(shown)
        return self.tr("{0} may be one person. Nobody is merged without you, and every merge can be undone.").format(
            found
        )

    def _number_of(self, ids: tuple[int, int]) -> int:
        wanted = set(ids)
        return next((key for key, pair in self._pairs.items() if {pair.first.id, pair.second.id} == wanted), 0)

    def _show_pair(self, number: int) -> None:
        pair = self._pairs.get(number)
        if pair is not None and self._panel.show_pair(pair.first.id, pair.second.id):
            self._splitter.show_page(self._panel)

    def _enter_pair(self, number: int) -> None:
        self._show_pair(number)
        self._panel.focus()

    def _go_on(self) -> None:
        """The pair is settled: the next one takes its place at once, and all are looked at again behind it."""
        first, second = self._panel.pair
        number = self._number_of((first, second))
        gone = second if self._workspace.store.contacts.line(second) is None else 0
        self._wanted = (0, 0)
        left = [
            pair for key, pair in self._pairs.items() if key != number and gone not in (pair.first.id, pair.second.id)
        ]
        self._pairs = dict(enumerate(left, 1))
        self._panel.forget()
        after = min(number, len(left))
        self._show_rows()
        if after > 0:
            self._list.select(after)
            self._show_pair(after)
            self._list.setFocus()
        else:
            self._back.setFocus()

    def _close(self) -> None:
        self._cancel()
        self.closed.emit()
