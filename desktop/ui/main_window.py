"""The main window: it assembles the tabs, the menus and the message bar, and says what each action does."""

from PySide6.QtCore import QSettings, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.core.errors import UserError
from desktop.store.file.history import Change
from desktop.ui.actions import Actions
from desktop.ui.main_tabs import MainTabs
from desktop.ui.theme import scaled
from desktop.ui.widgets.fields import flush_all
from desktop.ui.widgets.message_bar import MessageBar
from desktop.ui.widgets.tab_order import neighbour
from desktop.ui.workspace import LOOK_AGAIN, Workspace


class MainWindow(QMainWindow):
    """The one window."""

    def __init__(self, workspace: Workspace, settings: QSettings, example_command: list[str], example: bool) -> None:
        super().__init__()
        self._workspace = workspace
        self._settings = settings
        self._example_command = example_command
        self._actions = Actions(workspace.theme, self)
        self.tabs = MainTabs(workspace, self._actions)
        self._messages = MessageBar()
        self._waits = QLabel()
        self._build(example)
        self._connect()
        self._restore()

    # -- building ---------------------------------------------------------------------------------------------------

    def _build(self, example: bool) -> None:
        self._title = self.tr("Groundwork – example, thrown away when closed") if example else self.tr("Groundwork")
        self.tabs.setCornerWidget(self._corner())
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
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self._waits)
        layout.addWidget(self._messages)
        self.setCentralWidget(central)
        menus = {key: self.menuBar().addMenu(text) for key, text in self._actions.menus().items()}
        for spec in self._actions.table:
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
        wanted = self.tabs.tabBar().sizeHint().width() + find.sizeHint().width() + gear.sizeHint().width()
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

    def _connect(self) -> None:
        self.tabs.place_changed.connect(self._name_place)
        self._workspace.said.connect(self._messages.show_message)
        self._workspace.changed.connect(self._name_undo)
        self._workspace.queued.connect(self._show_waits)
        self._workspace.drained.connect(self.keep)
        go = self.tabs.go
        self._actions.connect_all(
            {
                "contact.new": lambda: go("contacts").new_contact(),
                "contact.import": lambda: go("contacts").import_files(),
                "contact.export": lambda: go("contacts").show_export(),
                "contact.duplicates": lambda: go("contacts").show_duplicates(),
                "contact.chain": lambda: go("contacts").show_chain(),
                "contact.whom": lambda: go("contacts").whom_at(),
                "message.new": lambda: go("contacts").write_to(),
                "message.templates": lambda: go("contacts").show_own_letters(),
                "meeting.new": self.tabs.start_short_path,
                "meeting.begin": self.tabs.begin_meeting,
                "meeting.preview": lambda: go("prepare").preview(),
                "meeting.export_brief": lambda: go("prepare").save_brief(),
                "meeting.print_brief": lambda: go("prepare").print_brief(),
                "learning.new": lambda: go("learning").new_entry(),
                "learning.reading": lambda: go("learning").show_reading(),
                "calendar.save": self._save_calendar,
                "edit.undo": self._undo,
                "edit.redo": self._redo,
                "edit.find": lambda: go("contacts").focus_search(),
                "edit.deleted": lambda: go("contacts").show_deleted(),
                "go.palette": self._show_palette,
                "go.today": lambda: go("today"),
                "go.contacts": lambda: go("contacts"),
                "go.prepare": lambda: go("prepare"),
                "go.learning": lambda: go("learning"),
                "go.start": lambda: go("today").show_start(),
                "app.settings": self._show_settings,
                "app.backup": self._back_up,
                "app.demo": self._open_example,
                "app.quit": self.close,
                "help.shortcuts": self._show_shortcuts,
                "help.about": self._show_about,
            }
        )
        self._name_undo()

    def _restore(self) -> None:
        geometry = self._settings.value("window/geometry")
        if geometry is not None:
            self.restoreGeometry(geometry)
        last = self._settings.value("window/tab", 0, int)
        self.tabs.setCurrentIndex(int(str(last)))
        self.tabs.begin()

    def _name_place(self, key: str, place: str) -> None:
        """The window's title says where one is, for the task bar and for whoever listens instead of looks."""
        parts = (place, self._actions[f"go.{key}"].text(), self._title)
        self.setWindowTitle(" – ".join(part for part in parts if part))

    def _show_palette(self) -> None:
        from desktop.ui.palette import Palette

        palette = Palette(self._workspace, self._actions, self.tabs.open_contact, self)
        palette.whom_requested.connect(lambda name: self.tabs.go("contacts").whom_at(name))
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
        self._settings.setValue("window/tab", self.tabs.currentIndex())
        self._workspace.tasks.wait()
        event.accept()
