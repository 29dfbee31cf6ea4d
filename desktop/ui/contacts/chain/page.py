"""The referral chain as a page: the same people as a graph and as a tree, of everyone or of one contact."""

from collections.abc import Callable

from PySide6.QtCore import QSettings, QSize, Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.core.people.chain import Chain, ChainLine, ChainLineText, chain_line_texts, forest
from desktop.store.file.history import Change
from desktop.texts.catalogue import in_use
from desktop.ui import words
from desktop.ui.contacts.chain.output import ChainOutput
from desktop.ui.contacts.chain.tree import ChainTree
from desktop.ui.contacts.chain.view import ChainView
from desktop.ui.icons import icon
from desktop.ui.theme import muted, page_title
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.workspace import Workspace

GRAPH, TREE, NOBODY = range(3)


class ChainPage(QWidget):
    """`contact_requested` carries the contact to open, `closed` asks for the list again."""

    contact_requested = Signal(int)
    closed = Signal()

    def __init__(self, workspace: Workspace, settings: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._settings = settings
        self._output = ChainOutput(workspace, self)
        self._contact_id: int | None = None
        self._name = ""
        self._chain = Chain()
        self._told: list[ChainLineText] = []
        self._filled: set[int] = set()  # the sides that show the chain as it was read last
        self._current = -1
        self.view = ChainView(workspace.theme)
        self.tree = ChainTree(workspace.theme)
        self._nobody = EmptyState(
            "contacts",
            self.tr(
                "Nobody has led you to somebody yet. When a person names another, note on the page of the new one "
                "who named them; the chain grows here."
            ),
            self.tr("&Go to your contacts"),
        )
        self._shown = QStackedWidget()
        for widget in (self.view, self.tree, self._nobody):
            self._shown.addWidget(widget)
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        layout.addLayout(self._head())
        layout.addLayout(self._buttons())
        layout.addWidget(self._shown, 1)
        layout.addWidget(self._hint)
        self._connect()
        self._paint()

    # -- building ---------------------------------------------------------------------------------------------------

    def _head(self) -> QHBoxLayout:
        self._title = page_title(QLabel())
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        back = QPushButton(self.tr("&Back to contacts"))
        back.clicked.connect(self.closed)
        self._hint = muted(QLabel())
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(self._title, 1)
        row.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _buttons(self) -> FlowLayout:
        row = FlowLayout()
        self._switch = QButtonGroup(self)
        for number, text in ((GRAPH, self.tr("G&raph")), (TREE, self.tr("Tr&ee"))):
            button = QToolButton()
            button.setText(text)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._switch.addButton(button, number)
            row.addWidget(button)
        self._zooms: list[tuple[QToolButton, str]] = []
        for name, text, work in (
            ("zoom-in", self.tr("Closer (Ctrl +)"), lambda: self.view.zoom_around_current(1)),
            ("zoom-out", self.tr("Wider (Ctrl −)"), lambda: self.view.zoom_around_current(-1)),
            ("maximize", self.tr("All of it (Ctrl 0)"), lambda: self.view.fit()),
        ):
            self._zooms.append((self._icon_button(text, work), name))
            row.addWidget(self._zooms[-1][0])
        self._everyone = self._button(self.tr("&Whole chain"), lambda: self.show_chain(None))
        self._save = self._button(self.tr("&Save as PDF…"), lambda: self._output.save(self._chain, self._name))
        self._print = self._button(self.tr("&Print…"), lambda: self._output.print_out(self._chain, self._name))
        for widget in (self._everyone, self._save, self._print):
            row.addWidget(widget)
        return row

    def _icon_button(self, text: str, work: Callable[[], object]) -> QToolButton:
        button = QToolButton()
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda: work())
        return button

    def _button(self, text: str, work: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(lambda: work())
        return button

    def _connect(self) -> None:
        self._switch.idClicked.connect(self._choose)
        self._nobody.acted.connect(self.closed)
        for shown in (self.view, self.tree):
            shown.opened.connect(self.contact_requested)
            shown.moved.connect(self._move)
        self._workspace.changed.connect(self._refresh)
        self._workspace.theme.changed.connect(self._paint)

    def _paint(self) -> None:
        side = self._workspace.theme.px(16)
        for button, name in self._zooms:
            button.setIconSize(QSize(side, side))
            button.setIcon(icon(name, self._workspace.theme.tokens))

    # -- showing ----------------------------------------------------------------------------------------------------

    def show_chain(self, contact_id: int | None = None) -> None:
        """Show everyone's chain, or one contact's: up to the root and all below; and take the focus."""
        self._contact_id, self._current = contact_id, -1
        self._read(contact_id)
        self._show_side(self._side() if self._chain.lines else NOBODY)
        self._column.activate()  # to its final size, which a page that is shown for the first time has not yet
        self._current = max(self._current, 0)
        if self._shown.currentIndex() == GRAPH:
            self.view.start(self._current)
        else:
            self.tree.select(self._current)
        (self._nobody.button, self.view, self.tree)[(NOBODY, GRAPH, TREE).index(self._shown.currentIndex())].setFocus()

    def _read(self, keep: int | None) -> None:
        """Read the chain anew; the contact `keep` is the current one if it is in it."""
        people = self._workspace.store.chain.people(self._contact_id)
        if len(people) == 1:  # nobody led there and nobody was named there
            people = []
        self._chain = forest(people)
        self._name = next((each.name for each in people if each.id == self._contact_id), "")
        self._told = list(map(self._on_screen, self._chain.lines, chain_line_texts(self._chain, in_use())))
        self._filled.clear()
        self._current = next((n for n, line in enumerate(self._chain.lines) if line.person.id == keep), -1)
        one = self.tr("Who led to whom: {0}").format(self._name)
        self._title.setText(one if self._name else self.tr("Who led to whom"))

    def _on_screen(self, line: ChainLine, said: ChainLineText) -> ChainLineText:
        """The same line; name and stage stand alone here, as everywhere in the window, not within a sentence."""
        name = said.name if line.person.name.strip() else self.tr("No name yet")
        return said._replace(name=name, stage=words.stage(line.person.stage))

    def _side(self) -> int:
        """As chosen last; whoever listens instead of looks begins with the tree."""
        kept = self._settings.value("contacts/chain_side")
        if kept is None:
            return TREE if QAccessible.isActive() else GRAPH
        return TREE if str(kept) == str(TREE) else GRAPH

    def _choose(self, side: int) -> None:
        self._settings.setValue("contacts/chain_side", side)
        self._show_side(side)

    def _show_side(self, side: int) -> None:
        """Show one side, filled if it is not yet, with the same person current as on the other."""
        self._shown.setCurrentIndex(side)
        shown = (self.view, self.tree)[side] if side != NOBODY else None
        if shown is not None and side not in self._filled:
            self._filled.add(side)
            current = self._current
            shown.show_chain(self._chain, self._told)
            self._current = current
        if shown is not None:
            shown.select(self._current)
        anybody = side != NOBODY
        if anybody:
            self._switch.button(side).setChecked(True)
        for button in (*self._switch.buttons(), self._save, self._print):
            button.setVisible(anybody)
        for button, _name in self._zooms:
            button.setVisible(side == GRAPH)
        self._everyone.setVisible(self._contact_id is not None)
        self._hint.setVisible(anybody)
        self._hint.setText(
            self.tr(
                "The arrow keys go from person to person, Enter opens one. Drag or Ctrl with an arrow moves the graph."
            )
            if side == GRAPH
            else self.tr("The arrow keys go from person to person, Enter opens one.")
        )

    def _move(self, number: int) -> None:
        self._current = number

    def _refresh(self, change: Change) -> None:
        if "contact" not in change.tables or not self.isVisible():
            return
        current = self._chain.lines[self._current].person.id if self._current >= 0 else None
        self._read(current)
        self._show_side(self._side() if self._chain.lines else NOBODY)
