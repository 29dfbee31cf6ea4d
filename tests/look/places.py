"""Every place of the window that is worth a look, and how to get there."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtWidgets import QAbstractItemView, QTabWidget, QWidget

from desktop.core.contact import ContactFilter
from desktop.core.message import MessageKind
from desktop.core.preparing.wizard import PAGES
from desktop.ui.actions import Actions
from desktop.ui.main_window import MainWindow
from desktop.ui.palette import Palette
from desktop.ui.settings_page import SettingsDialog
from desktop.ui.today.step_card import StepCard
from desktop.ui.widgets.message_bar import MessageBar
from desktop.ui.workspace import Workspace

Place = tuple[str, Callable[[], QWidget]]

_UNKNOWN_TABLE = "Wer;Wo;Erreichbar\nHana Sato;Sato & Töchter;hana@example.org\nIlja Petrow;Hafenamt;ilja@example.org\n"


class Places:
    """Each method yields places: a name, and what goes there and answers the widget to take a picture of."""

    def __init__(self, window: MainWindow, workspace: Workspace, folder: Path) -> None:
        self._window, self._workspace, self._store, self._folder = window, workspace, workspace.store, folder

    def empty(self) -> Iterator[Place]:
        """What a new user sees, and every page that has nothing to show yet."""
        yield from self._tabs()
        yield from self._pages()

    def example(self) -> Iterator[Place]:
        """Everything, filled."""
        yield from self._tabs()
        yield from self._today()
        yield from self._learning()
        yield from self._pages()
        yield from self._meetings()
        yield from self._contacts()
        yield from self._letters()
        yield from self._whole_pages()

    def _show(self, act: Callable[[], object]) -> Callable[[], QWidget]:
        def go() -> QWidget:
            act()
            self._window.findChild(MessageBar).hide()
            return self._window

        return go

    def _tabs(self) -> Iterator[Place]:
        go = self._window.tabs.go
        for tab in ("today", "contacts", "prepare", "learning"):
            yield tab, self._show(lambda tab=tab: go(tab))
        yield "start", self._show(lambda: go("today").show_start())
        yield "short-path", self._show(lambda: self._window.tabs.start_short_path(0))

    def _pages(self) -> Iterator[Place]:
        """Those that can be reached with and without people."""
        contacts, learning = (lambda: self._window.tabs.go("contacts")), (lambda: self._window.tabs.go("learning"))
        yield "settings", lambda: SettingsDialog(self._workspace, self._window)
        yield "people-known", self._show(lambda: self._window.tabs.go("today").show_known())
        yield "chain", self._show(lambda: contacts().show_chain())
        yield "duplicates", self._show(lambda: contacts().show_duplicates())
        yield "whom", self._show(lambda: contacts().whom_at())
        yield "import", self._show(lambda: contacts().import_files())
        yield "export", self._show(lambda: contacts().show_export())
        yield "deleted", self._show(lambda: contacts().show_deleted())
        yield "templates", self._show(lambda: contacts().show_own_letters())
        yield "learning-new", self._show(lambda: learning().new_entry())
        yield "totals", self._show(lambda: learning()._switch.setCurrentIndex(1))
        yield "directions", self._show(lambda: learning().show_directions())
        yield "where-to-look", self._show(lambda: learning().show_where_to_look())
        yield "reading", self._show(lambda: learning().show_reading())

    def _today(self) -> Iterator[Place]:
        today = self._window.tabs.go("today")
        today.show_overview()
        go = self._window.tabs.go
        yield "today-also", self._show(lambda: (go("today"), today.overview.more.also.setChecked(True)))
        yield "today-why", self._show(lambda: today.overview.more.why.setChecked(True))

        def later() -> None:
            for card in today.findChildren(StepCard)[:2]:
                card._offer_later()

        yield "today-later", self._show(later)

    def _meetings(self) -> Iterator[Place]:
        meetings, go = self._store.meetings, self._window.tabs.go
        meeting = meetings.ahead()[1]
        for page in PAGES:
            yield f"wizard-{page}", self._show(lambda page=page: go("prepare").open_meeting(meeting.id, page))
        yield "live", self._show(lambda: self._window.tabs.begin_meeting(meeting.id))
        past = next(line for line in meetings.past() if line.answered)
        yield "write-up", self._show(lambda: self._window.tabs.open_meeting(past.id))

        def unfold() -> None:
            for fold in go("prepare")._write_up.folds.values():
                fold.unfold()

        yield "write-up-open", self._show(unfold)

    def _contacts(self) -> Iterator[Place]:
        who = {line.id: line for line in self._store.contacts.lines()}
        past = next(line for line in self._store.meetings.past() if line.answered)

        def part(number: int) -> None:
            self._window.tabs.open_contact(past.contact_id)
            self._window.tabs.contacts.findChild(QTabWidget).setCurrentIndex(number)

        names = ("about", "messages", "meetings", "notes", "research", "referrals", "in-touch")
        for number, name in enumerate(names):
            yield f"contact-{name}", self._show(lambda number=number: part(number))
        first = next(line for line in who.values() if line.organisation)
        contacts = self._window.tabs.contacts
        yield (
            "organisation",
            self._show(lambda: contacts.open_organisation(self._store.contacts.find(first.id).organisation_id)),
        )

    def _letters(self) -> Iterator[Place]:
        found = self._store.contacts.lines(ContactFilter(search="Dilek"))[0]
        past = next(line for line in self._store.meetings.past() if line.answered)
        yield "composer", self._show(lambda: self._window.tabs.write_to(found.id))
        for kind in (MessageKind.THANK_YOU, MessageKind.NUDGE, MessageKind.KEEP_IN_TOUCH):
            yield f"composer-{kind}", self._show(lambda kind=kind: self._window.tabs.write_to(past.contact_id, kind))
        yield "templates-open", self._show(lambda: self._window.tabs.go("contacts").show_own_letters())

        def agreed() -> None:
            self._window.tabs.open_contact(found.id)
            page = self._window.tabs.contacts.page
            page.show_messages(asking=False)
            page._messages._ask_time()

        yield "agreed", self._show(agreed)
        yield (
            "palette",
            lambda: Palette(
                self._workspace, self._window.findChild(Actions), self._window.tabs.open_contact, self._window
            ),
        )

    def _whole_pages(self) -> Iterator[Place]:
        contacts = self._window.tabs.go("contacts")
        people = self._store.contacts.lines()
        yield "chain-tree", self._show(lambda: (contacts.show_chain(), contacts._whole.chain._choose(1)))
        yield "merge", self._show(lambda: contacts.show_duplicates(people[1].id, people[0].id))
        named = next(line for line in people if line.organisation)
        yield "whom-found", self._show(lambda: contacts.whom_at(named.organisation))
        yield "whom-nobody", self._show(lambda: contacts.whom_at("Nowhere at all"))
        cards = self._folder / "cards.vcf"
        lines = [f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{line.name}\r\nNOTE:new\r\nEND:VCARD\r\n" for line in people[:3]]
        cards.write_text("".join(lines) + "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Nora Lindqvist\r\nEND:VCARD\r\n")
        yield "import-preview", self._show(lambda: contacts.import_files([cards]))

        def choose() -> None:
            table = contacts._whole.importing.findChildren(QAbstractItemView)[0]
            table.selectRow(0)

        yield "import-choice", self._show(choose)
        yield "import-report", self._show(lambda: contacts._whole.importing._start_import())
        table = self._folder / "leute.csv"
        table.write_text(_UNKNOWN_TABLE)
        yield "import-mapping", self._show(lambda: contacts.import_files([table]))
        yield "deleted-some", self._show(lambda: (contacts.people.delete([people[-1].id]), contacts.show_deleted()))

    def _learning(self) -> Iterator[Place]:
        entry = self._store.learning.entries()[0]
        yield "learning-entry", self._show(lambda: self._window.tabs.open_entry(entry.id))
