"""What narrows the learning log: search, kind, direction, months."""

from collections.abc import Hashable
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from desktop.core.learning import LearningFilter, LearningKind
from desktop.ui import words
from desktop.ui.learning import wording
from desktop.ui.widgets.narrowing import FilterMenu, NarrowingBar, SearchLine
from desktop.ui.workspace import Workspace

_DateSpan = tuple[date, date]


class EntryFilter(NarrowingBar):
    """Search and filters together; `changed` tells, `wanted` is what they come to."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace.theme, parent)
        self._workspace = workspace
        self.kinds = FilterMenu(self.tr("Kind"), lambda: [(code, words.learning_kind(code)) for code in LearningKind])
        self.directions = FilterMenu(self.tr("Direction"), self._all_directions)
        self.months = FilterMenu(self.tr("Months"), self._spans, single=True)
        search = SearchLine(self.tr("Search the log"), workspace.theme)
        self.lay_out(search, self.kinds, self.directions, self.months)

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


def _month_before(first: date) -> date:
    return (first - timedelta(days=1)).replace(day=1)


def _last_day(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
