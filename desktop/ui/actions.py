"""The one table of actions: text, status tip, icon and shortcut of each. Menus, tool bar and palette read it."""

from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct
from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from desktop.ui.icons import icon
from desktop.ui.theme import Theme


class ActionSpec(Struct, frozen=True):
    """One action. `menu` is the menu it is in, empty for none; `shortcut` as in `QKeySequence`.

    One `of_page` is off until a page that can do it is shown; that page connects it.
    """

    key: str
    text: str
    tip: str
    icon: str
    shortcut: str = ""
    menu: str = ""
    of_page: bool = False


class Actions(QObject):
    """The actions as Qt knows them, by their keys: `actions["contact.new"].triggered`."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.table = self._table()
        self._actions: dict[str, QAction] = {}
        for spec in self.table:
            action = QAction(spec.text, self)
            action.setStatusTip(spec.tip)
            action.setObjectName(spec.key)
            if spec.shortcut:
                action.setShortcut(QKeySequence(spec.shortcut))
            action.setEnabled(not spec.of_page)
            self._actions[spec.key] = action
        self._paint()
        theme.changed.connect(self._paint)

    def __getitem__(self, key: str) -> QAction:
        return self._actions[key]

    def __iter__(self) -> Iterator[QAction]:
        return iter(self._actions.values())

    def connect_all(self, slots: Mapping[str, Callable[[], object]]) -> None:
        """Say what each action of the window does.

        Raises:
            ValueError: if an action of the table is left out, or one is not in it.
        """
        wrong = slots.keys() ^ {spec.key for spec in self.table if not spec.of_page}
        if wrong:
            raise ValueError(f"not one slot for each action: {', '.join(sorted(wrong))}")
        for key, slot in slots.items():
            self._actions[key].triggered.connect(lambda _checked=False, slot=slot: slot())

    def menus(self) -> dict[str, str]:
        """The names of the menus, by the key that `ActionSpec.menu` holds."""
        return {"file": self.tr("&File"), "edit": self.tr("&Edit"), "go": self.tr("&Go"), "help": self.tr("&Help")}

    def _table(self) -> tuple[ActionSpec, ...]:
        return (
            ActionSpec("contact.new", self.tr("New contact"), self.tr("Add a person with one line"), "user-plus", "Ctrl+N", "file"),
            ActionSpec("message.new", self.tr("Write to this person"), self.tr("A request, a reminder, thanks"), "mail", "Ctrl+M", "file"),
            ActionSpec("meeting.new", self.tr("New meeting"), self.tr("A meeting that is agreed"), "calendar", "Ctrl+Shift+N", "file"),
            ActionSpec("learning.new", self.tr("New learning entry"), self.tr("Write down something learned"), "book-open", "Ctrl+L", "file"),
            ActionSpec("contact.import", self.tr("Import contacts…"), self.tr("Read people from vCard or CSV files"), "upload", "Ctrl+I", "file"),
            ActionSpec("contact.export", self.tr("Export…"), self.tr("Contacts, your calendar, or an archive of everything, into a file"), "download", "", "file"),
            ActionSpec("meeting.preview", self.tr("Preview brief"), self.tr("See the brief as it will print"), "eye", "Ctrl+Shift+E", "file"),
            ActionSpec("meeting.export_brief", self.tr("Save brief as PDF…"), self.tr("Save the brief of this meeting"), "file-down", "Ctrl+E", "file"),
            ActionSpec("meeting.print_brief", self.tr("Print brief…"), self.tr("Print the brief of this meeting"), "printer", "Ctrl+P", "file"),
            ActionSpec("meeting.begin", self.tr("Begin the meeting"), self.tr("Your questions in order, with room for each answer"), "clock", "Ctrl+B", "file"),
            ActionSpec("meeting.unplanned", self.tr("Add what came by itself"), self.tr("A topic or question that was not planned"), "list-plus", "Ctrl+T", "file", of_page=True),
            ActionSpec("calendar.save", self.tr("Save calendar…"), self.tr("Meetings, promises and days to come back, for your calendar program"), "calendar", "", "file"),
            ActionSpec("app.demo", self.tr("Look around with an example"), self.tr("Open an invented example in its own window"), "compass", "", "file"),
            ActionSpec("app.backup", self.tr("Make a safety copy"), self.tr("Write a verified copy into your data folder"), "copy", "", "file"),
            ActionSpec("app.quit", self.tr("Quit"), self.tr("Close Groundwork"), "x", "Ctrl+Q", "file"),
            ActionSpec("edit.undo", self.tr("Undo"), self.tr("Take back the last change"), "undo-2", "Ctrl+Z", "edit"),
            ActionSpec("edit.redo", self.tr("Redo"), self.tr("Do again what was taken back"), "redo-2", "Ctrl+Shift+Z", "edit"),
            ActionSpec("edit.find", self.tr("Find a person"), self.tr("Search the contact list"), "search", "Ctrl+F", "edit"),
            ActionSpec("edit.deleted", self.tr("Recently deleted contacts…"), self.tr("Restore what was deleted"), "history", "", "edit"),
            ActionSpec("contact.duplicates", self.tr("Find duplicates…"), self.tr("Contacts who may be one person, side by side"), "layers", "Ctrl+Shift+D", "edit"),
            ActionSpec("message.templates", self.tr("My letter templates…"), self.tr("Your own wordings of letters"), "mail", "", "edit"),
            ActionSpec("app.settings", self.tr("Settings"), self.tr("Your details, paper, text size, theme"), "settings", "Ctrl+,", "edit"),
            ActionSpec("go.palette", self.tr("Find or do anything"), self.tr("Reach every action and every person"), "search", "Ctrl+K", "go"),
            ActionSpec("go.today", self.tr("Today"), self.tr("Next steps"), "sun", "Ctrl+1", "go"),
            ActionSpec("go.contacts", self.tr("Contacts"), self.tr("People you talk to or want to"), "users", "Ctrl+2", "go"),
            ActionSpec("go.prepare", self.tr("Prepare"), self.tr("Meetings ahead and past"), "list-checks", "Ctrl+3", "go"),
            ActionSpec("go.learning", self.tr("Learning log"), self.tr("What you learned"), "book-open", "Ctrl+4", "go"),
            ActionSpec("learning.reading", self.tr("Reading list"), self.tr("What to read, and what was read"), "book-open", "Ctrl+Shift+L", "go"),
            ActionSpec("contact.chain", self.tr("Referral chain"), self.tr("Who led to whom, and where each branch stands"), "network", "Ctrl+Shift+R", "go"),
            ActionSpec("contact.whom", self.tr("Whom do I know at …?"), self.tr("The people of one organisation"), "building-2", "Ctrl+Shift+O", "go"),
            ActionSpec("go.start", self.tr("Where are you now?"), self.tr("The three ways to begin"), "door-open", "", "go"),
            ActionSpec("help.shortcuts", self.tr("Keyboard shortcuts"), self.tr("Every key in one list"), "info", "F1", "help"),
            ActionSpec("help.about", self.tr("About Groundwork"), self.tr("Version and licences"), "info", "", "help"),
        )  # fmt: skip

    def _paint(self) -> None:
        for spec in self.table:
            self._actions[spec.key].setIcon(icon(spec.icon, self._theme.tokens))
