"""The command palette: one line that reaches every action and every person (Ctrl+K)."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.core.contact import ContactFilter, ContactLine
from desktop.core.people.search import SearchHit
from desktop.core.text import fold, isolated, joined
from desktop.ui import words
from desktop.ui.actions import Actions
from desktop.ui.icons import icon
from desktop.ui.theme import scaled
from desktop.ui.workspace import Workspace

_MOST_PEOPLE = 8  # at most, below the actions that match
_MOST_ORGANISATIONS = 3  # at most, below the people


class Palette(QDialog):
    """Opens over the window, closes with Esc or by choosing; it asks nothing and changes nothing by itself.

    `whom_requested` carries the name of an organisation whose people are to be shown.
    """

    whom_requested = Signal(str)

    def __init__(
        self, workspace: Workspace, actions: Actions, open_contact: Callable[[int], None], parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(self.tr("Find or do anything"))
        self._workspace = workspace
        self._actions = actions
        self._open_contact = open_contact
        self._line = QLineEdit()
        self._line.setPlaceholderText(self.tr("An action, a person or an organisation"))
        self._line.setAccessibleName(self.tr("Find or do anything"))
        self._line.textChanged.connect(self._search)
        self._line.installEventFilter(self)
        self._found = QListWidget()
        self._found.setAccessibleName(self.tr("What was found"))
        self._found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._found.setFrameShape(QFrame.Shape.NoFrame)
        self._found.itemClicked.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.addWidget(self._line)
        layout.addWidget(self._found)
        width = min(scaled(self.font(), 560), parent.width() - 40)
        self.resize(width, min(scaled(self.font(), 420), parent.height() - 80))
        self.move(parent.mapToGlobal(QPoint((parent.width() - width) // 2, 48)))
        self._search("")

    def changeEvent(self, event: QEvent) -> None:
        """It goes when the user turns to something else."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isVisible() and not self.isActiveWindow():
            self.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows move in the list while the line keeps the focus."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step:
                row = max(0, min(self._found.count() - 1, self._found.currentRow() + step))
                self._found.setCurrentRow(row)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                found = self._found.currentItem()
                if found is not None and found.flags() & Qt.ItemFlag.ItemIsEnabled:
                    self._choose(found)
                return True
        return super().eventFilter(watched, event)

    def _search(self, text: str) -> None:
        self._found.clear()
        typed = fold(text).split()
        by_tip = []
        for action in self._actions:
            title = action.text().replace("&", "")
            if not action.isEnabled() or action.objectName() == "go.palette":
                continue
            if all(word in fold(title) for word in typed):
                self._add_action(action, title)
            elif all(word in fold(f"{title} {action.statusTip()}") for word in typed):
                by_tip.append((action, title))
        for action, title in by_tip:
            self._add_action(action, title)
        if typed:
            self._add_people(text)
            for organisation in self._workspace.store.organisations.names(text, _MOST_ORGANISATIONS):
                self._add_organisation(organisation)
        if not self._found.count():
            nothing = QListWidgetItem(self.tr("Nothing and nobody is called that."), self._found)
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
        self._found.setCurrentRow(0)

    def _add_people(self, text: str) -> None:
        contacts = self._workspace.store.contacts
        lines = contacts.lines(ContactFilter(search=text), limit=_MOST_PEOPLE)
        where = contacts.found_in(text, [line.id for line in lines])
        for line in lines:
            self._add_person(line, where.get(line.id))

    def _add_action(self, action: QAction, title: str) -> None:
        keys = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
        item = QListWidgetItem(action.icon(), f"{title}    {keys}" if keys else title, self._found)
        item.setData(Qt.ItemDataRole.UserRole, action)
        item.setToolTip(action.statusTip())

    def _add_person(self, line: ContactLine, found: SearchHit | None) -> None:
        more = (words.found(found),) if found else (line.role, line.organisation)
        said = joined(line.name, *more)
        item = QListWidgetItem(icon("user", self._workspace.theme.tokens), said, self._found)
        item.setData(Qt.ItemDataRole.UserRole, line.id)

    def _add_organisation(self, name: str) -> None:
        said = self.tr("Whom do I know at {0}?").format(isolated(name))
        item = QListWidgetItem(icon("building-2", self._workspace.theme.tokens), said, self._found)
        item.setData(Qt.ItemDataRole.UserRole, name)

    def _choose(self, item: QListWidgetItem) -> None:
        chosen = item.data(Qt.ItemDataRole.UserRole)
        self.close()
        if isinstance(chosen, QAction):
            chosen.trigger()
        elif isinstance(chosen, str):
            self.whom_requested.emit(chosen)
        else:
            self._open_contact(chosen)
