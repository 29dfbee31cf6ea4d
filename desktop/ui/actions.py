"""The one table of actions: text, status tip, icon and shortcut of each. Menus, tool bar and palette read it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence

from desktop.ui.icons import icon
from desktop.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class ActionSpec:
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


def _(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("Actions", text))


MENUS = {"file": _("&File"), "edit": _("&Edit"), "go": _("&Go"), "help": _("&Help")}

TABLE = (
    ActionSpec("contact.new", _("New contact"), _("Add a person with one line"), "user-plus", "Ctrl+N", "file"),
    ActionSpec("message.new", _("Write to this person"), _("A request, a reminder, thanks"), "mail", "Ctrl+M", "file"),
    ActionSpec("meeting.new", _("New meeting"), _("A meeting that is agreed"), "calendar", "Ctrl+Shift+N", "file"),
    ActionSpec("learning.new", _("New learning entry"), _("Write down something learned"), "book-open", "Ctrl+L", "file"),
    ActionSpec("contact.import", _("Import contacts…"), _("Read people from vCard or CSV files"), "upload", "Ctrl+I", "file"),
    ActionSpec("contact.export", _("Export…"), _("Contacts, your calendar, or an archive of everything, into a file"), "download", "", "file"),
    ActionSpec("meeting.preview", _("Preview brief"), _("See the brief as it will print"), "eye", "Ctrl+Shift+E", "file"),
    ActionSpec("meeting.export_brief", _("Save brief as PDF…"), _("Save the brief of this meeting"), "file-down", "Ctrl+E", "file"),
    ActionSpec("meeting.print_brief", _("Print brief…"), _("Print the brief of this meeting"), "printer", "Ctrl+P", "file"),
    ActionSpec("meeting.begin", _("Begin the meeting"), _("Your questions in order, with room for each answer"), "clock", "Ctrl+B", "file"),
    ActionSpec("meeting.unplanned", _("Add what came by itself"), _("A topic or question that was not planned"), "list-plus", "Ctrl+T", "file", of_page=True),
    ActionSpec("calendar.save", _("Save calendar…"), _("Meetings, promises and days to come back, for your calendar program"), "calendar", "", "file"),
    ActionSpec("app.demo", _("Look around with an example"), _("Open an invented example in its own window"), "compass", "", "file"),
    ActionSpec("app.backup", _("Make a safety copy"), _("Write a verified copy into your data folder"), "copy", "", "file"),
    ActionSpec("app.quit", _("Quit"), _("Close Groundwork"), "x", "Ctrl+Q", "file"),
    ActionSpec("edit.undo", _("Undo"), _("Take back the last change"), "undo-2", "Ctrl+Z", "edit"),
    ActionSpec("edit.redo", _("Redo"), _("Do again what was taken back"), "redo-2", "Ctrl+Shift+Z", "edit"),
    ActionSpec("edit.find", _("Find a person"), _("Search the contact list"), "search", "Ctrl+F", "edit"),
    ActionSpec("edit.deleted", _("Recently deleted contacts…"), _("Restore what was deleted"), "history", "", "edit"),
    ActionSpec("contact.duplicates", _("Find duplicates…"), _("Contacts who may be one person, side by side"), "layers", "Ctrl+Shift+D", "edit"),
    ActionSpec("message.templates", _("My letter templates…"), _("Your own wordings of letters"), "mail", "", "edit"),
    ActionSpec("app.settings", _("Settings"), _("Your details, paper, text size, theme"), "settings", "Ctrl+,", "edit"),
    ActionSpec("go.palette", _("Find or do anything"), _("Reach every action and every person"), "search", "Ctrl+K", "go"),
    ActionSpec("go.today", _("Today"), _("Next steps"), "sun", "Ctrl+1", "go"),
    ActionSpec("go.contacts", _("Contacts"), _("People you talk to or want to"), "users", "Ctrl+2", "go"),
    ActionSpec("go.prepare", _("Prepare"), _("Meetings ahead and past"), "list-checks", "Ctrl+3", "go"),
    ActionSpec("go.learning", _("Learning log"), _("What you learned"), "book-open", "Ctrl+4", "go"),
    ActionSpec("learning.reading", _("Reading list"), _("What to read, and what was read"), "book-open", "Ctrl+Shift+L", "go"),
    ActionSpec("contact.chain", _("Referral chain"), _("Who led to whom, and where each branch stands"), "network", "Ctrl+Shift+R", "go"),
    ActionSpec("contact.whom", _("Whom do I know at …?"), _("The people of one organisation"), "building-2", "Ctrl+Shift+O", "go"),
    ActionSpec("go.start", _("Where are you now?"), _("The three ways to begin"), "door-open", "", "go"),
    ActionSpec("help.shortcuts", _("Keyboard shortcuts"), _("Every key in one list"), "info", "F1", "help"),
    ActionSpec("help.about", _("About Groundwork"), _("Version and licences"), "info", "", "help"),
)  # fmt: skip


class Actions(QObject):
    """The actions as Qt knows them, by their keys: `actions["contact.new"].triggered`."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._actions: dict[str, QAction] = {}
        for spec in TABLE:
            action = QAction(self.text(spec.text), self)
            action.setStatusTip(self.text(spec.tip))
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
        wrong = slots.keys() ^ {spec.key for spec in TABLE if not spec.of_page}
        if wrong:
            raise ValueError(f"not one slot for each action: {', '.join(sorted(wrong))}")
        for key, slot in slots.items():
            self._actions[key].triggered.connect(lambda _checked=False, slot=slot: slot())

    @staticmethod
    def text(source: str) -> str:
        """A text of the table in the user's language."""
        return QCoreApplication.translate("Actions", source)

    def _paint(self) -> None:
        for spec in TABLE:
            self._actions[spec.key].setIcon(icon(spec.icon, self._theme.tokens))
