"""How a text leaves the program by the user's own hand: copied, in the mail program, on paper. Nothing is sent."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.core.contact import Contact
from desktop.core.errors import UserError
from desktop.core.meeting import Meeting
from desktop.core.meeting_line import MeetingState
from desktop.core.message import Channel, MessageKind
from desktop.documents.card import FoldedCard, card_bytes
from desktop.documents.letter import LetterLayout, letter_bytes
from desktop.formats.mail import fits_mailto, mail_file_name, mailto
from desktop.formats.written_text import safe_stem
from desktop.places import write_whole
from desktop.ui.shared.calendar_entry import CalendarEntry
from desktop.ui.shared.letter_layout import letter_layout
from desktop.ui.shared.paper_output import PaperOutput
from desktop.ui.shared.save_as import OpenUrl, ask_where, say_saved
from desktop.ui.theme import muted
from desktop.ui.widgets.card import Card as Frame
from desktop.ui.widgets.date_fields import DateField
from desktop.ui.widgets.fields import ChoiceField
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.links import as_url, open_address
from desktop.ui.words import channel as channel_word
from desktop.ui.workspace import Workspace
from desktop.work.handing_over import Outgoing, mail_draft, paper_letter

_ASKING = (MessageKind.FIRST_REQUEST, MessageKind.INTRODUCTION_REQUEST)


class Handover(QWidget):
    """`sent` carries the channel and the day the user says it went; `leaving` comes before the text is looked at."""

    sent = Signal(object, object)
    leaving = Signal()

    def __init__(
        self,
        workspace: Workspace,
        outgoing: Callable[[], Outgoing],
        open_url: OpenUrl = QDesktopServices.openUrl,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._outgoing = outgoing
        self._open_url = open_url
        self._entry = CalendarEntry(workspace, self, open_url)
        self._meeting: Meeting | None = None
        self._gaps: tuple[str, ...] = ()
        self._asked = False  # whether the blanks were asked about at "It is sent"
        self._paper = PaperOutput(workspace, self, open_url)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        self._fact = muted(
            QLabel(
                self.tr("People agree to a small request more often than those who ask expect (Flynn & Lake, 2008).")
            )
        )
        self._fact.setTextFormat(self._fact.textFormat().PlainText)
        self._fact.setWordWrap(True)
        layout.addLayout(self._buttons())
        layout.addWidget(self._fact)
        layout.addWidget(self._question())

    def _buttons(self) -> FlowLayout:
        row = FlowLayout()
        self.copy_button = self._button(self.tr("&Copy"), self.copy)
        self.copy_button.setProperty("primary", True)
        self._profile = self._button(self.tr("Copy and open &their profile"), self.open_profile)
        self._mail = self._button(self.tr("&Open in mail program"), self.open_mail)
        self._eml = self._button(self.tr("Save as mail f&ile…"), self.save_mail)
        self._pdf = self._button(self.tr("&Letter as PDF…"), self.save_letter)
        self._print = self._button(self.tr("&Print letter…"), self.print_letter)
        self._calendar = self._button(
            self.tr("Save as calendar ent&ry…"), lambda: self._entry.save(self._meeting.id if self._meeting else 0)
        )
        self._cards = (
            self._button(self.tr("Card as PDF…"), self.save_card),
            self._button(self.tr("Print card…"), self.print_card),
        )
        buttons = (self.copy_button, self._profile, self._mail, self._eml, self._pdf, self._print, self._calendar)
        for button in (*buttons, *self._cards):
            row.addWidget(button)
        return row

    def _button(self, text: str, work: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(lambda: work())
        return button

    def _question(self) -> QWidget:
        card = Frame(self.tr("Sent?"))
        self.channel = ChoiceField(self.tr("Which wa&y"), [(code, channel_word(code)) for code in Channel])
        self.day = DateField(self.tr("&Day"), self._workspace.today)
        done = QPushButton(self.tr("It is &sent"))
        done.clicked.connect(self._tell_sent)
        self.advice = QLabel()
        self.advice.setTextFormat(self.advice.textFormat().PlainText)
        self.advice.setWordWrap(True)
        self.advice.hide()
        row = FlowLayout(gap=12, at_foot=True)
        for widget in (self.channel, self.day, done):
            row.addWidget(widget)
        card.body.addLayout(row)
        card.body.addWidget(self.advice)
        return card

    def show_gaps(self, gaps: Sequence[str]) -> None:
        """The blanks that are in the text now; what was said of others is gone."""
        if tuple(gaps) != self._gaps:
            self._gaps = tuple(gaps)
            self._asked = False
            self.advice.hide()

    def _advise(self, question: str = "") -> None:
        """Say which blanks are left; it only advises."""
        named = ", ".join(dict.fromkeys(self._gaps))
        said = self.tr("A blank is still in the text: {0}.") if len(self._gaps) == 1 else ""
        said = said or self.tr("%n blanks are still in the text: {0}.", "", len(self._gaps))
        self.advice.setText(" ".join(part for part in (said.format(named), question) if part))
        self.advice.setVisible(bool(self._gaps))

    def begin(self, contact: Contact, kind: MessageKind, channel: Channel) -> None:
        """What can be done with a message of this kind to this contact."""
        self._profile.setVisible(bool(_profile_of(contact)))
        self._fact.setVisible(kind in _ASKING)
        for button in self._cards:
            button.setVisible(kind is MessageKind.THANK_YOU)
        self._asked = False
        self.advice.hide()
        self.channel.show_anew(channel)
        self.day.show_anew(self._workspace.today())

    def show_meeting(self, meeting: Meeting | None) -> None:
        """The meeting the message is about: one ahead with its time can go into the calendar."""
        self._meeting = meeting
        ahead = meeting is not None and meeting.starts_at is not None and meeting.state is MeetingState.PLANNED
        self._calendar.setVisible(ahead)

    # -- the ways ---------------------------------------------------------------------------------------------------

    def copy(self) -> None:
        """The text to the clipboard."""
        self.leaving.emit()
        self._advise()
        QGuiApplication.clipboard().setText(self._outgoing().body)
        self._workspace.say(self.tr("Copied. Paste it where you want to send it."))

    def open_profile(self) -> None:
        """The text to the clipboard, and the contact's page on the network in the browser."""
        outgoing = self._outgoing()
        profile = _profile_of(outgoing.contact)
        QGuiApplication.clipboard().setText(outgoing.body)
        self.channel.show_anew(Channel.LINKEDIN)
        if not open_address(profile, open_url=self._open_url):
            self._workspace.say(self.tr("Copied. Their page could not be opened; open it yourself and paste."))
        else:
            self._workspace.say(self.tr("Copied. Paste it on their page."))

    def open_mail(self) -> None:
        """A draft in the mail program; a text too long for a link goes by a file."""
        self.leaving.emit()
        self._advise()
        outgoing = self._outgoing()
        self.channel.show_anew(Channel.EMAIL)
        if not fits_mailto(outgoing.to, outgoing.subject, outgoing.body):
            self._workspace.say(self.tr("This is too long for a link. Save it as a mail file, then open that."))
            self.save_mail()
            return
        link = QUrl.fromEncoded(mailto(outgoing.to, outgoing.subject, outgoing.body).encode())
        if not self._open_url(link):
            self._workspace.say(self.tr("No mail program answered. Copy the text, or save it as a mail file."))

    def save_mail(self) -> None:
        """Ask for a path and write the draft there."""
        outgoing = self._outgoing()
        data = mail_draft(self._workspace.store, outgoing)
        self.channel.show_anew(Channel.EMAIL)
        name = mail_file_name(outgoing.contact.name, self._private)
        kind = self.tr("Mail file (*.eml)")
        ask_where(self, self.tr("Save as mail file"), name, kind, lambda path: self._write_mail(path, data))

    def save_letter(self) -> None:
        """Ask for a path and write the letter there."""
        make = self._letter(letter_layout(self._workspace))
        self.channel.show_anew(Channel.LETTER)
        self._paper.save(self.tr("Save letter as PDF"), self._file_name("letter"), make)

    def print_letter(self) -> None:
        """Show the system's print dialog and print the letter."""
        layout = letter_layout(self._workspace)
        make = self._letter(layout)
        self.channel.show_anew(Channel.LETTER)
        self._paper.print_out(self.tr("Print letter"), self.tr("Letter"), layout.paper, make)

    def save_card(self) -> None:
        """Ask for a path and write the text as a thank-you card there."""
        self.channel.show_anew(Channel.LETTER)
        self._paper.save(self.tr("Save card as PDF"), self._file_name("card"), partial(card_bytes, self._thanks()))

    def print_card(self) -> None:
        """Show the system's print dialog and print the card."""
        card = self._thanks()
        self.channel.show_anew(Channel.LETTER)
        self._paper.print_out(self.tr("Print card"), self.tr("Card"), card.paper, partial(card_bytes, card))

    # -- the steps --------------------------------------------------------------------------------------------------

    @property
    def _private(self) -> bool:
        return self._workspace.store.preferences.settings().private_search

    def _letter(self, layout: LetterLayout) -> Callable[[], bytes]:
        return partial(letter_bytes, paper_letter(self._outgoing(), self._workspace.today()), layout)

    def _thanks(self) -> FoldedCard:
        return FoldedCard(self._outgoing().body, paper=letter_layout(self._workspace).paper)

    def _file_name(self, what: str) -> str:
        stem = "" if self._private else safe_stem(self._outgoing().contact.name)
        return f"{stem}-{what}.pdf" if stem else f"{what}.pdf"

    def _write_mail(self, path: Path, data: bytes) -> None:
        try:
            write_whole(path, data, force=True)  # the dialog asked
        except UserError as error:
            self._workspace.say(str(error), kind="wrong")
        else:
            say_saved(self._workspace, path, self._open_url)

    def _tell_sent(self) -> None:
        self.day.flush()
        if not self.day.day.understood:  # the field says so; nothing is made up
            self.day.setFocus()
            return
        self.leaving.emit()
        if self._gaps and not self._asked:
            self._asked = True
            self._advise(self.tr("Mark as sent anyway? Then press “It is sent” again."))
            return
        self.sent.emit(self.channel.value or Channel.EMAIL, self.day.value or self._workspace.today())


def _profile_of(contact: Contact) -> str:
    """The address of the contact's page on LinkedIn, if there is one."""
    for link in contact.links:
        url = as_url(link.value)
        host = url.host().lower() if url is not None else ""
        if url is not None and (host == "linkedin.com" or host.endswith(".linkedin.com")):
            return link.value
    return ""
