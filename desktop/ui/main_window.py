"""The main window: it assembles the tabs, the menus and the message bar, and connects what one tab asks of another."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from PySide6.QtCore import QSettings, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.core.errors import UserError
from desktop.store.file.history import Change
from desktop.ui.actions import MENUS, TABLE, Actions
from desktop.ui.theme import scaled
from desktop.ui.widgets.fields import flush_all
from desktop.ui.widgets.message_bar import MessageBar
from desktop.ui.widgets.tab_order import first_stop, neighbour
from desktop.ui.workspace import LOOK_AGAIN, Workspace

# A tab is built when it is first shown: nothing the user does not see costs time at the start.
_TABS = {
    "today": ("desktop.ui.today.tab", "TodayTab"),
    "contacts": ("desktop.ui.contacts.tab", "ContactsTab"),
    "prepare": ("desktop.ui.prepare.tab", "PrepareTab"),
    "learning": ("desktop.ui.learning.tab", "LearningTab"),
}


class MainWindow(QMainWindow):
    """The one window."""

    def __init__(self, workspace: Workspace, settings: QSettings, example_command: list[str], example: bool) -> None:
        super().__init__()
        self._workspace = workspace
        self._settings = settings
        self._example_command = example_command
        self._actions = Actions(workspace.theme, self)
        self._tabs = QTabWidget()
        self._places: dict[str, QVBoxLayout] = {}
        self._built: dict[str, Any] = {}
        self._messages = MessageBar()
        self._waits = QLabel()
        self._build(example)
        self._connect()
        self._restore()

    # -- building ---------------------------------------------------------------------------------------------------

    def _build(self, example: bool) -> None:
        self._title = self.tr("Groundwork – example, thrown away when closed") if example else self.tr("Groundwork")
        self._tabs.setDocumentMode(True)
        self._tabs.setProperty("main", True)
        self._tabs.tabBar().setAccessibleName(self.tr("Tabs"))
        for key in _TABS:
            page = QWidget()
            self._places[key] = QVBoxLayout(page)
            self._places[key].setContentsMargins(0, 0, 0, 0)
            self._tabs.addTab(page, self._actions[f"go.{key}"].text())
        self._tabs.setCornerWidget(self._corner())
        self._waits.setTextFormat(Qt.TextFormat.PlainText)
        self._waits.setProperty("banner", True)
        self._waits.setContentsMargins(24, 6, 24, 6)
        self._waits.hide()
        central = QWidget()
        layout = QVBoxLayout(central)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        if example:
            layout.addWidget(self._example_banner())
        layout.addWidget(self._tabs, 1)
        layout.addWidget(self._waits)
        layout.addWidget(self._messages)
        self.setCentralWidget(central)
        menus = {key: self.menuBar().addMenu(Actions.text(text)) for key, text in MENUS.items()}
        for spec in TABLE:
            menus[spec.menu].addAction(self._actions[spec.key])
        self.resize(scaled(self.font(), 1180), scaled(self.font(), 760))

    def _corner(self) -> QWidget:
        corner = QWidget()
        row = QHBoxLayout(corner)
        row.setContentsMargins(0, 0, 16, 0)
        find = QToolButton()
        find.setDefaultAction(self._actions["go.palette"])
        find.setText(self.tr("Find or do anything   Ctrl+K"))
        find.setToolTip(find.text())
        find.setAccessibleName(self.tr("Find or do anything"))
        gear = QToolButton()
        gear.setDefaultAction(self._actions["app.settings"])
        gear.setAccessibleName(self.tr("Settings"))
        row.addWidget(find)
        row.addWidget(gear)
        self._in_corner = (find, gear)
        self._workspace.theme.changed.connect(self._grow_icons)
        return corner

    def _grow_icons(self) -> None:
        side = self._workspace.theme.px(16)
        for button in self._in_corner:
            button.setIconSize(QSize(side, side))
        self._fit_corner()

    def _fit_corner(self) -> None:
        """The tabs come first: where they need the room, searching is left with its icon."""
        find, gear = self._in_corner
        find.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        wanted = self._tabs.tabBar().sizeHint().width() + find.sizeHint().width() + gear.sizeHint().width()
        if wanted + scaled(self.font(), 40) > self.width():  # the margins of both
            find.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_corner()

    def _example_banner(self) -> QLabel:
        banner = QLabel(
            self.tr(
                "This is an invented example in a folder of its own. Try anything; it is thrown away when you close it."
            )
        )
        banner.setWordWrap(True)
        banner.setProperty("banner", True)
        banner.setContentsMargins(24, 6, 24, 6)
        return banner

    def tab(self, key: str) -> Any:
        """The tab of that key, built if this is the first time it is needed."""
        if key not in self._built:
            module, name = _TABS[key]
            built = getattr(import_module(module), name)(self._workspace, self._actions)
            self._built[key] = built
            self._places[key].addWidget(built)
            built.show()  # now rather than when the events come round: the focus is wanted in it at once
            routes: dict[str, Callable[..., object]] = {
                "contact_requested": self.open_contact,
                "meeting_requested": self.open_meeting,
                "agreed_requested": self.start_short_path,
                "begin_requested": self.begin_meeting,
                "learning_requested": self.learn_from,
                "entry_requested": self.open_entry,
                "write_requested": self.write_to,
                "where_requested": lambda: self.go("learning").show_where_to_look(),
                "known_requested": lambda: self.go("today").show_known(),
            }
            if hasattr(built, "place_changed"):
                built.place_changed.connect(lambda place, key=key: self._name_place(key, place))
            for signal, route in routes.items():
                if hasattr(built, signal):
                    getattr(built, signal).connect(route)
        return self._built[key]

    def _connect(self) -> None:
        self._tabs.currentChanged.connect(self._show_current)
        self._workspace.said.connect(self._messages.show_message)
        self._workspace.changed.connect(self._name_undo)
        self._workspace.waits.connect(self._show_waits)
        self._workspace.free.connect(self.keep)
        do = self._actions
        for key in _TABS:
            do[f"go.{key}"].triggered.connect(lambda _checked=False, key=key: self.go(key))
        do["go.palette"].triggered.connect(self._show_palette)
        do["go.start"].triggered.connect(lambda: self.go("today").show_start())
        do["edit.undo"].triggered.connect(self._undo)
        do["edit.redo"].triggered.connect(self._redo)
        do["edit.find"].triggered.connect(lambda: self.go("contacts").focus_search())
        do["edit.deleted"].triggered.connect(lambda: self.go("contacts").show_deleted())
        do["contact.new"].triggered.connect(lambda: self.go("contacts").new_contact())
        do["contact.export"].triggered.connect(lambda: self.go("contacts").show_export())
        do["contact.chain"].triggered.connect(lambda: self.go("contacts").show_chain())
        do["contact.duplicates"].triggered.connect(lambda: self.go("contacts").show_duplicates())
        do["contact.whom"].triggered.connect(lambda: self.go("contacts").whom_at())
        do["contact.import"].triggered.connect(lambda: self.go("contacts").import_files())
        do["message.templates"].triggered.connect(lambda: self.go("contacts").show_own_letters())
        do["message.new"].triggered.connect(lambda: self.go("contacts").write_to())
        do["meeting.new"].triggered.connect(lambda: self.start_short_path(0))
        do["meeting.begin"].triggered.connect(lambda: self.begin_meeting(0))
        do["meeting.unplanned"].setEnabled(False)  # until the screen beside a meeting is shown
        do["learning.new"].triggered.connect(lambda: self.go("learning").new_entry())
        do["learning.reading"].triggered.connect(lambda: self.go("learning").show_reading())
        do["meeting.preview"].triggered.connect(lambda: self.go("prepare").preview())
        do["meeting.export_brief"].triggered.connect(lambda: self.go("prepare").save_brief())
        do["meeting.print_brief"].triggered.connect(lambda: self.go("prepare").print_brief())
        do["calendar.save"].triggered.connect(self._save_calendar)
        do["app.settings"].triggered.connect(self._show_settings)
        do["app.backup"].triggered.connect(self._back_up)
        do["app.demo"].triggered.connect(self._open_example)
        do["app.quit"].triggered.connect(self.close)
        do["help.shortcuts"].triggered.connect(self._show_shortcuts)
        do["help.about"].triggered.connect(self._show_about)
        self._name_undo()

    def _restore(self) -> None:
        geometry = self._settings.value("window/geometry")
        if geometry is not None:
            self.restoreGeometry(geometry)
        last = self._settings.value("window/tab", 0, int)
        self._tabs.setCurrentIndex(int(str(last)))
        self._show_current()

    # -- going from place to place ----------------------------------------------------------------------------------

    def go(self, key: str) -> Any:
        """Show a tab, move the focus into it, and return it."""
        self._tabs.setCurrentIndex(list(_TABS).index(key))
        tab = self.tab(key)
        focused = self.focusWidget()
        if focused is None or not tab.isAncestorOf(focused):
            first_stop(tab).setFocus(Qt.FocusReason.TabFocusReason)
        return tab

    def open_contact(self, contact_id: int) -> None:
        """Show one contact's page."""
        self.go("contacts").open_contact(contact_id)

    def write_to(self, contact_id: int, kind: object = None) -> None:
        """Begin a message to one contact, or go on with its draft."""
        self.go("contacts").write_to(contact_id, kind)

    def open_meeting(self, meeting_id: int) -> None:
        """Show one meeting where its preparation was left."""
        self.go("prepare").open_meeting(meeting_id)

    def start_short_path(self, contact_id: int) -> None:
        """Ask the three things a brief needs; 0 means that the contact is not known yet."""
        self.go("prepare").start_short_path(contact_id)

    def begin_meeting(self, meeting_id: int) -> None:
        """Show the screen beside a meeting; 0 is the one that is open in Prepare, or else the next."""
        self.go("prepare").begin_meeting(meeting_id)

    def learn_from(self, meeting_id: int) -> None:
        """Begin a learning entry about a meeting."""
        self.go("learning").new_entry_from(meeting_id)

    def open_entry(self, entry_id: int) -> None:
        """Show one learning entry."""
        self.go("learning").open_entry(entry_id)

    def _show_current(self) -> None:
        flush_all(self)
        key = list(_TABS)[self._tabs.currentIndex()]
        self._name_place(key, getattr(self.tab(key), "place", ""))

    def _name_place(self, key: str, place: str) -> None:
        """The window's title says where one is, for the task bar and for whoever listens instead of looks."""
        if key == list(_TABS)[self._tabs.currentIndex()]:
            parts = (place, self._actions[f"go.{key}"].text(), self._title)
            self.setWindowTitle(" – ".join(part for part in parts if part))

    def _show_palette(self) -> None:
        from desktop.ui.palette import Palette

        palette = Palette(self._workspace, self._actions, self.open_contact, self)
        palette.whom_requested.connect(lambda name: self.go("contacts").whom_at(name))
        palette.show()

    # -- what the window itself does --------------------------------------------------------------------------------

    def _undo(self) -> None:
        flush_all(self)
        self._workspace.undo()

    def _redo(self) -> None:
        flush_all(self)
        self._workspace.redo()

    def _name_undo(self, _change: Change | None = None) -> None:
        undo, redo = self._workspace.store.next_undo, self._workspace.store.next_redo
        self._actions["edit.undo"].setText(self.tr("Undo: {0}").format(undo) if undo else self.tr("Undo"))
        self._actions["edit.redo"].setText(self.tr("Redo: {0}").format(redo) if redo else self.tr("Redo"))
        self._actions["edit.undo"].setEnabled(bool(undo))
        self._actions["edit.redo"].setEnabled(bool(redo))

    def _show_waits(self, going_on: str, changes: int) -> None:
        """Say what is going on that edits wait for; it goes by itself when it is over."""
        one = self.tr("1 change of yours waits and is saved then.")
        several = self.tr("%n changes of yours wait and are saved then.", "", changes)
        counted = (one if changes == 1 else several) if changes else ""
        self._waits.setText(" ".join(text for text in (going_on, counted) if text))
        self._waits.setVisible(bool(going_on))

    def _back_up(self) -> None:
        flush_all(self)
        try:
            path = self._workspace.store.back_up()
        except UserError as error:
            self._workspace.say(str(error), kind="wrong")
        else:
            self._workspace.say(self.tr("Safety copy written and checked: {0}").format(path.name))

    def _open_example(self) -> None:
        from PySide6.QtCore import QProcess

        program, *arguments = self._example_command
        if not QProcess.startDetached(program, arguments)[0]:
            self._workspace.say(
                self.tr("The example could not be opened. Your own data was not touched."), kind="wrong"
            )

    def _show_settings(self) -> None:
        from desktop.ui.settings_page import SettingsDialog

        SettingsDialog(self._workspace, self).open()

    def _save_calendar(self) -> None:
        from desktop.ui.shared.calendar_feed import save_calendar

        flush_all(self)
        save_calendar(self._workspace, self)

    def _show_shortcuts(self) -> None:
        from desktop.ui.help import ShortcutsDialog

        ShortcutsDialog(self._actions, self).open()

    def _show_about(self) -> None:
        from desktop.ui.help import AboutDialog

        AboutDialog(self).open()

    def raise_to_front(self) -> None:
        """Bring the window to the user's eyes, as a second start asks for."""
        self.setWindowState(self.windowState() & ~self.windowState().WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def keep(self) -> bool:
        """Save whatever is still being typed; `False` if something could not be saved and stays on the screen."""
        try:
            flush_all(self)
        except UserError:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, as Space does; Qt does so in dialogs only."""
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QAbstractButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab and Shift+Tab go as the page is laid out; everything inside the window asks here."""
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        page = self.centralWidget()
        target = neighbour(page, self.focusWidget(), forward) if page is not None else None
        if target is None:
            return False
        target.setFocus(reason)
        return True

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what is being typed, then close; while something long is being saved, when that is done."""
        if not self.keep():
            event.ignore()
            return
        if self._workspace.is_waiting:
            event.ignore()
            self._workspace.say(self.tr("Something long is being saved. Groundwork closes when it is done."))
            QTimer.singleShot(LOOK_AGAIN, self.close)
            return
        self._settings.setValue("window/geometry", self.saveGeometry())
        self._settings.setValue("window/tab", self._tabs.currentIndex())
        self._workspace.tasks.wait()
        event.accept()
