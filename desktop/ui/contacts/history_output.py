"""Prints the history with one contact, or saves it as PDF: the same page either way."""

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from desktop.core.contact import Contact
from desktop.core.contact_event import What
from desktop.core.contact_history import Answered, Decided, Entry, Met, Promised, Wrote, history
from desktop.core.errors import UserError
from desktop.core.text import joined
from desktop.documents.contact_history import HistoryItem, HistorySheet, history_bytes, write_history
from desktop.formats.written_text import safe_stem
from desktop.ui import words
from desktop.ui.settings import effective_paper
from desktop.ui.tasks import Progress
from desktop.ui.widgets.printing import PdfPrinter, printer_for
from desktop.ui.workspace import Workspace


class HistoryOutput(QObject):
    """Asks where to and writes, or shows the print dialog and prints."""

    def __init__(self, workspace: Workspace, window: QWidget) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._window = window
        self._printer = PdfPrinter(self)
        self._printer.printed.connect(lambda: workspace.say(self.tr("The history is on its way to the printer.")))
        self._printer.refused.connect(lambda why: workspace.say(why, kind="wrong"))

    def save(self, contact_id: int) -> None:
        """Ask for a path and write the PDF there."""
        sheet = self.sheet(contact_id)
        if sheet is None:
            return
        private = self._workspace.store.preferences.settings().private_search
        stem = "" if private else safe_stem(sheet.title)
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self._window.window(), self.tr("Save history as PDF"), documents, self.tr("PDF (*.pdf)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(f"{stem}-history.pdf" if stem else "history.pdf")
        dialog.fileSelected.connect(lambda chosen: self._write(sheet, Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def print_out(self, contact_id: int) -> None:
        """Show the system's print dialog and print."""
        sheet = self.sheet(contact_id)
        if sheet is None:
            return
        printer = printer_for(sheet.paper)
        dialog = QPrintDialog(printer, self._window.window())
        dialog.setWindowTitle(self.tr("Print history"))

        def send(pdf: bytes) -> None:
            self._printer.send(pdf, printer, sheet.paper, self.tr("History"))

        def write() -> None:
            self._workspace.tasks.run(lambda _progress: history_bytes(sheet), send, self._not_done)

        dialog.accepted.connect(write)
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)  # QPrintDialog's own wants a slot by its name

    def sheet(self, contact_id: int) -> HistorySheet | None:
        """The history as it stands now, in words; `None` if the contact is gone."""
        store = self._workspace.store
        contact = store.contacts.find(contact_id)
        if contact is None:
            return None
        meetings = [store.meetings.find(line.id) for line in store.meetings.of_contact(contact_id)]
        entries = history(
            store.messages.of_contact(contact_id),
            [meeting for meeting in meetings if meeting is not None],
            store.steps.of_contact(contact_id),
        )
        settings = store.preferences.settings()
        return HistorySheet(
            title=contact.name or self.tr("No name yet"),
            subtitle=self._subtitle(contact),
            items=tuple(self._item(entry) for entry in entries),
            empty=self.tr("Nothing has happened yet."),
            paper=effective_paper(settings, self._workspace.locale),
            page=self.tr("page {page} of {pages}"),
        )

    def _subtitle(self, contact: Contact) -> str:
        today = words.day(self._workspace.today())
        stage = joined(words.stage(contact.stage), self.tr("as of {0}").format(today))
        return "\n".join(line for line in (joined(contact.role, contact.organisation), stage) if line)

    def _item(self, entry: Entry) -> HistoryItem:
        day = words.day(entry.on)
        match entry:
            case Wrote():
                whole = "\n\n".join(part for part in (entry.text, entry.forward_text) if part.strip())
                details = joined(words.channel(entry.channel), entry.subject)
                return HistoryItem(self._dated(day, words.message_kind(entry.kind)), details, whole)
            case Answered():
                said = words.answer(entry.answer) if entry.answer else self.tr("They answered")
                return HistoryItem(self._dated(day, said))
            case Met():
                clock = words.clock(entry.starts_at.astimezone()) if entry.starts_at else self.tr("no time yet")
                minutes = self.tr("%n minute(s)", "", entry.minutes)
                details = joined(clock, words.way(entry.way), minutes, entry.where)
                heading = self.tr("Meeting: {0}").format(words.meeting_state(entry.state))
                return HistoryItem(self._dated(day, heading), details, entry.purpose)
            case Promised():
                said = self.tr("I promised") if entry.mine else self.tr("They promised")
                kept = self.tr("done {0}").format(words.day(entry.done_on)) if entry.done_on else ""
                return HistoryItem(self._dated(day, said), kept, entry.text)
            case Decided():
                return HistoryItem(self._dated(day, self._step(entry)))

    def _dated(self, day: str, text: str) -> str:
        return self.tr("{0}: {1}").format(day, text)

    def _step(self, entry: Decided) -> str:
        if entry.what is What.SNOOZED:
            return self.tr("Left to wait until {0}").format(words.day(entry.until))
        if entry.what is What.CLOSED:
            return self.tr("Closed kindly")
        return self.tr("Left to rest") if entry.what is What.RESTED else self.tr("Opened again")

    def _write(self, sheet: HistorySheet, path: Path) -> None:
        def work(_progress: Progress) -> None:
            write_history(sheet, path)

        self._workspace.tasks.run(work, lambda _done: self._say_saved(path), self._not_done)

    def _say_saved(self, path: Path) -> None:
        self._workspace.say(
            self.tr("Saved as {0}").format(path.name),
            [(self.tr("Open"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))))],
        )

    def _not_done(self, error: UserError) -> None:
        self._workspace.say(str(error), kind="wrong")
