"""A letter on its way out, by the user's own hand: as the page of a PDF, or as a draft for a mail program."""

from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from desktop.core.contact import Contact
from desktop.core.message import MessageKind
from desktop.formats.mail import Address, eml_bytes, parse_address
from desktop.store.store import Store

if TYPE_CHECKING:
    from desktop.documents.letter import Letter

_FORWARD_MARK = "\n\n----\n\n"


class Outgoing(Struct, frozen=True):
    """What leaves: the contact it goes to, the subject, and the whole text."""

    contact: Contact
    kind: MessageKind
    subject: str
    text: str
    forward_text: str = ""

    @property
    def body(self) -> str:
        """The text, with what is to be forwarded below it."""
        return f"{self.text}{_FORWARD_MARK}{self.forward_text}" if self.forward_text.strip() else self.text

    @property
    def to(self) -> Address | None:
        """The first address of the contact, `None` where there is none that can be used."""
        emails = self.contact.emails
        return parse_address(emails[0].value, self.contact.name) if emails else None


def paper_letter(outgoing: Outgoing, on: date) -> "Letter":
    """The letter as it goes on paper, to the contact's address."""
    from desktop.documents.letter import Letter  # all that is drawn with comes with it

    contact = outgoing.contact
    address = contact.addresses[0].value if contact.addresses else ""
    lines = (contact.name, contact.role, contact.organisation, address)
    return Letter(outgoing.body, outgoing.subject, "\n".join(line for line in lines if line.strip()), on)


def mail_draft(store: Store, outgoing: Outgoing) -> bytes:
    """The content of a mail file (`.eml`) from the user to the contact."""
    profile = store.preferences.profile()
    sender = parse_address(profile.email, profile.name)
    return eml_bytes(sender, outgoing.to, outgoing.subject, outgoing.body, store.clock().astimezone())
