"""A letter on its way out: as a page to their address, as a draft in a mail file."""

from datetime import date
from email import message_from_bytes, policy

from desktop.core.contact import Contact, Detail
from desktop.core.message import MessageKind
from desktop.store.store import Store
from desktop.work.handing_over import Outgoing, mail_draft, paper_letter

ANN = Contact(
    name="Ann Lee",
    role="Engineer",
    emails=(Detail("ann@example.org"), Detail("second@example.org")),
    addresses=(Detail("1 Weir Lane\nPort Wendle"),),
)


def test_what_is_to_be_forwarded_stands_below_the_text() -> None:
    plain = Outgoing(ANN, MessageKind.NUDGE, "Hello", "Text")
    assert plain.body == "Text"
    forward = Outgoing(ANN, MessageKind.INTRODUCTION_REQUEST, "Hello", "Text", "Forward")
    assert forward.body == "Text\n\n----\n\nForward"


def test_on_paper_it_goes_to_their_address_without_empty_lines() -> None:
    letter = paper_letter(Outgoing(ANN, MessageKind.NUDGE, "Hello", "Text"), date(2026, 11, 26))
    assert letter.recipient == "Ann Lee\nEngineer\n1 Weir Lane\nPort Wendle"
    assert (letter.text, letter.subject, letter.written_on) == ("Text", "Hello", date(2026, 11, 26))


def test_a_mail_file_goes_from_the_user_to_their_first_address(store: Store) -> None:
    with store.action("Set"):
        store.preferences.update_profile(name="Nia Brook", email="nia@example.org")
    data = mail_draft(store, Outgoing(ANN, MessageKind.NUDGE, "Hello", "Text"))
    mail = message_from_bytes(data, policy=policy.default)
    assert (mail["To"], mail["From"]) == ("Ann Lee <ann@example.org>", "Nia Brook <nia@example.org>")
    assert mail.get_content().strip() == "Text"


def test_without_a_usable_address_the_mail_goes_to_nobody_yet(store: Store) -> None:
    for emails in ((), (Detail("not an address"),)):
        outgoing = Outgoing(Contact(name="Ann", emails=emails), MessageKind.NUDGE, "Hello", "Text")
        assert outgoing.to is None
        assert message_from_bytes(mail_draft(store, outgoing))["To"] is None
