"""What narrows the list of people: search as you type, and menus for stage, source, direction and tag."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from desktop.core.contact import ContactFilter, Source, Stage
from desktop.ui import words
from desktop.ui.icons import icon
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.narrowing import FilterMenu, SearchLine
from desktop.ui.workspace import Workspace


class FilterBar(QWidget):
    """Search and filters together; `changed` carries the `ContactFilter`."""

    changed = Signal(object)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.search = SearchLine(self.tr("Search people"), workspace.theme)
        self.search.textChanged.connect(self._tell)
        store = workspace.store
        self.stages = FilterMenu(self.tr("Stage"), lambda: [(code, words.stage(code)) for code in Stage])
        self.sources = FilterMenu(self.tr("Source"), lambda: [(code, words.source(code)) for code in Source])
        self.directions = FilterMenu(
            self.tr("Direction"), lambda: [(direction.id, direction.name) for direction in store.directions.all()]
        )
        self.tags = FilterMenu(self.tr("Tag"), lambda: [(tag, tag) for tag in store.contacts.tags()])
        self._clear = QToolButton()
        self._clear.setText(self.tr("Clear filters"))
        self._clear.setAccessibleName(self.tr("Clear filters"))
        self._clear.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._clear.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._clear.clicked.connect(self.clear)
        self._paint()
        workspace.theme.changed.connect(self._paint)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.search)
        row = FlowLayout()
        for menu in self._menus():
            menu.changed.connect(self._tell)
            row.addWidget(menu)
        row.addWidget(self._clear)
        layout.addLayout(row)
        self._clear.hide()

    def _menus(self) -> tuple[FilterMenu, ...]:
        return (self.stages, self.sources, self.directions, self.tags)

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

    def clear(self) -> None:
        """Show everyone again."""
        for menu in self._menus():
            menu.clear()
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        if self._clear.hasFocus():
            self.search.setFocus()
        self._tell()

    def _tell(self) -> None:
        self._clear.setVisible(any(menu.chosen for menu in self._menus()))
        self.changed.emit(self.wanted)

    def _paint(self) -> None:
        self._clear.setIcon(icon("x", self._workspace.theme.tokens))
