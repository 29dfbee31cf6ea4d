"""The four tabs of the window: each is built when it is first needed, and what one asks of another is connected."""

from functools import cached_property
from typing import TYPE_CHECKING, Literal, TypeVar, overload

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from desktop.core.message import MessageKind
from desktop.ui.actions import Actions
from desktop.ui.widgets.fields import flush_all
from desktop.ui.widgets.tab_order import first_stop
from desktop.ui.workspace import Workspace

if TYPE_CHECKING:  # a tab that the user does not see costs no time at the start
    from desktop.ui.contacts.tab import ContactsTab
    from desktop.ui.learning.tab import LearningTab
    from desktop.ui.prepare.tab import PrepareTab
    from desktop.ui.today.tab import TodayTab

_TABS = ("today", "contacts", "prepare", "learning")
Tab = TypeVar("Tab", bound=QWidget)


class MainTabs(QTabWidget):
    """`today`, `contacts`, `prepare` and `learning` are the tabs themselves, by the keys in `TABS`.

    `place_changed` carries the key of the tab that is shown and the name of the page in it, empty where it has none.
    """

    place_changed = Signal(str, str)

    def __init__(self, workspace: Workspace, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._actions = actions
        self._columns: dict[str, QVBoxLayout] = {}
        self.setDocumentMode(True)
        self.setProperty("main", True)
        self.tabBar().setAccessibleName(self.tr("Tabs"))
        for key in _TABS:
            page = QWidget()
            self._columns[key] = QVBoxLayout(page)
            self._columns[key].setContentsMargins(0, 0, 0, 0)
            self.addTab(page, actions[f"go.{key}"].text())

    def begin(self) -> None:
        """Build and show the current tab, and from now on whichever becomes it."""
        self.currentChanged.connect(self._show_current)
        self._show_current()

    # -- the tabs ----------------------------------------------------------------------------------------------------

    @cached_property
    def today(self) -> "TodayTab":
        """The tab of the next steps."""
        from desktop.ui.today.tab import TodayTab

        tab = self._put("today", TodayTab(self._workspace, self._actions))
        tab.contact_requested.connect(self.open_contact)
        tab.write_requested.connect(self.write_to)
        tab.meeting_requested.connect(self.open_meeting)
        tab.agreed_requested.connect(self.start_short_path)
        tab.learning_requested.connect(self.learn_from)
        tab.entry_requested.connect(self.open_entry)
        tab.where_requested.connect(lambda: self.go("learning").show_where_to_look())
        tab.place_changed.connect(lambda place: self._tell_place("today", place))
        return tab

    @cached_property
    def contacts(self) -> "ContactsTab":
        """The tab of the people."""
        from desktop.ui.contacts.tab import ContactsTab

        tab = self._put("contacts", ContactsTab(self._workspace, self._actions))
        tab.meeting_requested.connect(self.open_meeting)
        tab.agreed_requested.connect(self.start_short_path)
        tab.place_changed.connect(lambda place: self._tell_place("contacts", place))
        return tab

    @cached_property
    def prepare(self) -> "PrepareTab":
        """The tab of the meetings."""
        from desktop.ui.prepare.tab import PrepareTab

        tab = self._put("prepare", PrepareTab(self._workspace, self._actions))
        tab.contact_requested.connect(self.open_contact)
        tab.learning_requested.connect(self.learn_from)
        tab.write_requested.connect(self.write_to)
        tab.place_changed.connect(lambda place: self._tell_place("prepare", place))
        return tab

    @cached_property
    def learning(self) -> "LearningTab":
        """The tab of what was learned."""
        from desktop.ui.learning.tab import LearningTab

        tab = self._put("learning", LearningTab(self._workspace, self._actions))
        tab.meeting_requested.connect(self.open_meeting)
        tab.contact_requested.connect(self.open_contact)
        tab.write_requested.connect(self.write_to)
        tab.known_requested.connect(lambda: self.go("today").show_known())
        return tab

    def _put(self, key: str, tab: Tab) -> Tab:
        self._columns[key].addWidget(tab)
        tab.show()  # now rather than when the events come round: the focus is wanted in it at once
        return tab

    def _tab(self, key: str) -> "TodayTab | ContactsTab | PrepareTab | LearningTab":
        match key:
            case "today":
                return self.today
            case "contacts":
                return self.contacts
            case "prepare":
                return self.prepare
        return self.learning

    # -- going from place to place -----------------------------------------------------------------------------------

    @overload
    def go(self, key: Literal["today"]) -> "TodayTab": ...
    @overload
    def go(self, key: Literal["contacts"]) -> "ContactsTab": ...
    @overload
    def go(self, key: Literal["prepare"]) -> "PrepareTab": ...
    @overload
    def go(self, key: Literal["learning"]) -> "LearningTab": ...
    @overload
    def go(self, key: str) -> QWidget: ...
    def go(self, key: str) -> QWidget:
        """Show a tab, move the focus into it, and return it."""
        self.setCurrentIndex(_TABS.index(key))
        tab = self._tab(key)
        focused = self.window().focusWidget()
        if focused is None or not tab.isAncestorOf(focused):
            first_stop(tab).setFocus(Qt.FocusReason.TabFocusReason)
        return tab

    def open_contact(self, contact_id: int) -> None:
        """Show one contact's page."""
        self.go("contacts").open_contact(contact_id)

    def write_to(self, contact_id: int, kind: MessageKind | None = None) -> None:
        """Begin a message to one contact, or go on with its draft."""
        self.go("contacts").write_to(contact_id, kind)

    def open_meeting(self, meeting_id: int) -> None:
        """Show one meeting where its preparation was left."""
        self.go("prepare").open_meeting(meeting_id)

    def start_short_path(self, contact_id: int = 0) -> None:
        """Ask the three things a brief needs; 0 means that the contact is not known yet."""
        self.go("prepare").start_short_path(contact_id)

    def begin_meeting(self, meeting_id: int = 0) -> None:
        """Show the screen beside a meeting; 0 is the one that is open in Prepare, or else the next."""
        self.go("prepare").begin_meeting(meeting_id)

    def learn_from(self, meeting_id: int) -> None:
        """Begin a learning entry about a meeting."""
        self.go("learning").new_entry_from(meeting_id)

    def open_entry(self, entry_id: int) -> None:
        """Show one learning entry."""
        self.go("learning").open_entry(entry_id)

    def _show_current(self) -> None:
        flush_all(self.window())
        key = _TABS[self.currentIndex()]
        self._tell_place(key, self._tab(key).place)

    def _tell_place(self, key: str, place: str) -> None:
        if key == _TABS[self.currentIndex()]:
            self.place_changed.emit(key, place)
