"""What narrows the list of people: search as you type, and menus for stage, source, direction and tag."""

from PySide6.QtWidgets import QWidget

from desktop.core.contact import ContactFilter, Source, Stage
from desktop.ui import words
from desktop.ui.widgets.narrowing import FilterMenu, NarrowingBar, SearchLine
from desktop.ui.workspace import Workspace


class FilterBar(NarrowingBar):
    """Search and filters together; `changed` tells, `wanted` is what they come to."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace.theme, parent)
        store = workspace.store
        self.stages = FilterMenu(self.tr("Stage"), lambda: [(code, words.stage(code)) for code in Stage])
        self.sources = FilterMenu(self.tr("Source"), lambda: [(code, words.source(code)) for code in Source])
        self.directions = FilterMenu(
            self.tr("Direction"), lambda: [(direction.id, direction.name) for direction in store.directions.all()]
        )
        self.tags = FilterMenu(self.tr("Tag"), lambda: [(tag, tag) for tag in store.contacts.tags()])
        search = SearchLine(self.tr("Search people"), workspace.theme)
        self.lay_out(search, self.stages, self.sources, self.directions, self.tags)

    @property
    def wanted(self) -> ContactFilter:
        """What the list is narrowed to."""
        return ContactFilter(
            search=self.search.text(),
            stages=frozenset(code for code in self.stages.chosen if isinstance(code, Stage)),
            sources=frozenset(code for code in self.sources.chosen if isinstance(code, Source)),
            directions=frozenset(code for code in self.directions.chosen if isinstance(code, int)),
            tags=frozenset(code for code in self.tags.chosen if isinstance(code, str)),
        )
