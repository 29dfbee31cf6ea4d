"""What narrows the learning log: search, kind, direction, months."""

from collections.abc import Hashable
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from desktop.core.learning import LearningFilter, LearningKind
from desktop.ui import words
from desktop.ui.icons import icon
from desktop.ui.learning import wording
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.narrowing import FilterMenu, SearchLine
from desktop.ui.workspace import Workspace

Span = tuple[date, date]


class EntryFilter(QWidget):
    """Search and filters together; `changed` tells, `wanted` is what they come to."""

    changed = Signal()
    down = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.search = SearchLine(self.tr("Search the log"), workspace.theme)
        self.kinds = FilterMenu(self.tr("Kind"), lambda: [(code, words.learning_kind(code)) for code in LearningKind])
        self.directions = FilterMenu(self.tr("Direction"), self._all_directions)
        self.months = FilterMenu(self.tr("Months"), self._spans, single=True)
        self._clear = QToolButton()
        self._clear.setText(self.tr("Clear filters"))
        self._clear.setAccessibleName(self.tr("Clear filters"))
        self._clear.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._clear.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._clear.clicked.connect(self.clear)
        row = FlowLayout()
        for menu in (self.kinds, self.directions, self.months):
            menu.changed.connect(self._tell)
            row.addWidget(menu)
        row.addWidget(self._clear)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.search)
        layout.addLayout(row)
        self.search.textChanged.connect(self._tell)
        self.search.down.connect(self.down)
        workspace.theme.changed.connect(self._paint)
        self._paint()
        self._clear.hide()

    @property
    def wanted(self) -> LearningFilter:
        """What the log is narrowed to."""
        span = next(iter(self.months.chosen), None)
        first, last = span if isinstance(span, tuple) else (None, None)
        return LearningFilter(
            search=self.search.text(),
            kinds=frozenset(code for code in self.kinds.chosen if isinstance(code, LearningKind)),
            directions=frozenset(code for code in self.directions.chosen if isinstance(code, int)),
            from_=first,
            to=last,
        )

    def clear(self) -> None:
        """Show the whole log again."""
        for menu in (self.kinds, self.directions, self.months):
            menu.clear()
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        if self._clear.hasFocus():
            self.search.setFocus()
        self._tell()

    def _tell(self) -> None:
        self._clear.setVisible(any(menu.chosen for menu in (self.kinds, self.directions, self.months)))
        self.changed.emit()

    def _all_directions(self) -> list[tuple[Hashable, str]]:
        return [(direction.id, direction.name) for direction in self._workspace.store.directions.all()]

    def _spans(self) -> list[tuple[Hashable, str]]:
        """The last three months, this year, and each month that has an entry."""
        today, locale = self._workspace.today(), self._workspace.locale
        first = today.replace(day=1)
        quarter = _month_before(_month_before(first))
        spans: list[tuple[Hashable, str]] = [
            ((quarter, today), self.tr("The last three months")),
            ((first.replace(month=1), today), self.tr("This year")),
        ]
        entries = self._workspace.store.learning.entries()
        months = {entry.on.replace(day=1) for entry in entries if entry.on}
        spans += [((month, _last_day(month)), wording.month(month, locale)) for month in sorted(months, reverse=True)]
        return spans

    def _paint(self) -> None:
        self._clear.setIcon(icon("x", self._workspace.theme.tokens))


def _month_before(first: date) -> date:
    return (first - timedelta(days=1)).replace(day=1)


def _last_day(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
