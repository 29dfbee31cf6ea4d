"""What a card held besides is told in words, as text and nothing else."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.core.contact import CardProperty, Contact
from desktop.ui.contacts.page.card_lines import CardLines
from desktop.ui.contacts.page.page import ContactPage
from desktop.ui.workspace import Workspace

PROPERTIES = (
    CardProperty("BDAY", "1980-04-12"),
    CardProperty("ORG", "Works;Sales;North"),
    CardProperty("IMPP", "xmpp:ann@example.org", "TYPE=home"),
    CardProperty("X-ABDATE", "2001-05-06", "", "item1"),
    CardProperty("X-ABLABEL", "First met", "", "item1"),
    CardProperty("NICKNAME", "<b>Nan</b>\\, Annie"),
    CardProperty("UID", "urn:uuid:1"),
    CardProperty("LANG", "data:;base64,AAAA"),
)


def told(page: ContactPage) -> tuple[bool, str]:
    (lines,) = page.findChildren(CardLines)
    label = lines.findChildren(QLabel)[-1]
    assert label.textFormat() is Qt.TextFormat.PlainText
    return not lines.isHidden(), label.text()


def test_what_says_something_is_told_and_the_rest_kept_in_silence(workspace: Workspace, qtbot: QtBot) -> None:
    with workspace.store.action("Add"):
        ann, bo = workspace.store.contacts.add_all((Contact(name="Ann", properties=PROPERTIES), Contact(name="Bo")))
    page = ContactPage(workspace)
    qtbot.addWidget(page)
    page.show_contact(ann)
    shown, text = told(page)
    assert shown
    assert text.split("\n") == [
        "Birthday: 1980-04-12",
        "Department: Sales, North",
        "Chat: ann@example.org",
        "First met: 2001-05-06",
        "Nickname: <b>Nan</b>, Annie",
    ]
    page.show_contact(bo)
    assert not told(page)[0]
