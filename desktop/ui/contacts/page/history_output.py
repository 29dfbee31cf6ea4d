"""Prints the history with one contact, or saves it as PDF: the same page either way."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.core.contact import Contact
from desktop.core.export.contact_history import Answered, Decided, Entry, Met, Promised, Wrote, history
from desktop.core.text import joined
from desktop.core.today.contact_event import EventKind
from desktop.documents.contact_history import HistoryItem, HistorySheet, history_bytes
from desktop.formats.written_text import safe_stem
from desktop.ui import words
from desktop.ui.settings import effective_paper
from desktop.ui.shared import days
from desktop.ui.shared.paper_output import PaperOutput
from desktop.ui.workspace import Workspace


class HistoryOutput(QObject):
    """Asks where to and writes, or shows the print dialog and prints."""

    def __init__(self, workspace: Workspace, window: QWidget) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._paper = PaperOutput(workspace, window)

    def save(self, contact_id: int) -> None:
        """Ask for a path and write the PDF there."""
        sheet = self.sheet(contact_id)
        if sheet is None:
            return
        private = self._workspace.store.preferences.settings().private_search
        stem = "" if private else safe_stem(sheet.title)
        name = f"{stem}-history.pdf" if stem else "history.pdf"
        self._paper.save(self.tr("Save history as PDF"), name, partial(history_bytes, sheet))

    def print_out(self, contact_id: int) -> None:
        """Show the system's print dialog and print."""
        sheet = self.sheet(contact_id)
        if sheet is not None:
            make = partial(history_bytes, sheet)
            self._paper.print_out(self.tr("Print history"), self.tr("History"), sheet.paper, make)

    def sheet(self, contact_id: int) -> HistorySheet | None:
        """The history as it is now, in words; `None` if the contact is gone."""
        store = self._workspace.store
        contact = store.contacts.find(contact_id)
        if contact is None:
            return None
        meetings = [store.meetings.find(line.id) for line in store.meetings.of_contact(contact_id)]
        entries = history(
            store.messages.of_contact(contact_id),
            [meeting for meeting in meetings if meeting is not None],
            store.steps.of_contact(contact_id),
            store.promises.of_contact(contact_id),
        )
        settings = store.preferences.settings()
        return HistorySheet(
            title=contact.name or self.tr("No name yet"),
            subtitle=self._subtitle(contact),
            items=tuple(self._item(entry) for entry in entries),
            empty=self.tr("Nothing has happened yet."),
            paper=effective_paper(settings, self._workspace.locale),
        )

    def _subtitle(self, contact: Contact) -> str:
        today = days.short(self._workspace.today())
        stage = joined(words.stage(contact.stage), self.tr("as of {0}").format(today))
        return "\n".join(line for line in (joined(contact.role, contact.organisation), stage) if line)

    def _item(self, entry: Entry) -> HistoryItem:
        day = days.short(entry.on)
        match entry:
            case Wrote():
                whole = "\n\n".join(part for part in (entry.text, entry.forward_text) if part.strip())
                details = joined(words.channel(entry.channel), entry.subject)
                return HistoryItem(self._dated(day, words.message_kind(entry.kind)), details, whole)
            case Answered():
                said = words.answer(entry.answer) if entry.answer else self.tr("They answered")
                return HistoryItem(self._dated(day, said))
            case Met():
                clock = days.clock(entry.starts_at.astimezone()) if entry.starts_at else self.tr("no time yet")
                one, several = self.tr("1 minute"), self.tr("%n minutes", "", entry.minutes)
                minutes = one if entry.minutes == 1 else several
                details = joined(clock, words.way(entry.way), minutes, entry.where)
                heading = self.tr("Meeting: {0}").format(words.meeting_state(entry.state))
                return HistoryItem(self._dated(day, heading), details, entry.purpose)
            case Promised():
                said = self.tr("I promised") if entry.mine else self.tr("They promised")
                due = self.tr("by {0}").format(days.short(entry.due_on)) if entry.due_on else ""
                done = self.tr("done {0}").format(days.short(entry.done_on)) if entry.done_on else ""
                return HistoryItem(self._dated(day, said), joined(due, done), entry.text)
            case Decided():
                return HistoryItem(self._dated(day, self._step(entry)))

    def _dated(self, day: str, text: str) -> str:
        return self.tr("{0}: {1}").format(day, text)

    def _step(self, entry: Decided) -> str:
        if entry.what is EventKind.SNOOZED:
            return self.tr("Left to wait until {0}").format(days.short(entry.until))
        if entry.what is EventKind.CLOSED:
            return self.tr("Closed kindly")
        return self.tr("Left to rest") if entry.what is EventKind.RESTED else self.tr("Opened again")
