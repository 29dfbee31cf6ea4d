"""Handing a text over: literally what was typed, and nothing typed becomes a recipient, a header or a path."""

import email
import email.policy
import subprocess
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from desktop.core.contact import Contact, Detail
from desktop.core.message import Channel, MessageKind
from desktop.store.store import Store
from desktop.ui.contacts.compose.page import ComposePage
from desktop.ui.workspace import Workspace
from tests.documents.reading import read
from tests.ui.contacts.conftest import fill, fill_all

HOSTILE = "Hi\r\nBcc: evil@example.org\r\n?bcc=evil@example.org&cc=x <b>שלום</b> 😀"


def choose(page: ComposePage, path: Path) -> str:
    """Give the file dialog a path; returns the name it offered."""
    (dialog,) = page.window().findChildren(QFileDialog)
    offered = dialog.selectedFiles()[0]
    dialog.fileSelected.emit(str(path))
    dialog.close()
    return Path(offered).name


def test_the_mail_program_gets_recipient_subject_and_text(
    composer: ComposePage, amara: int, opened: list[QUrl]
) -> None:
    composer.write_to(amara)
    fill_all(composer)
    composer.handover.open_mail()
    (url,) = opened
    parts = urlsplit(bytes(url.toEncoded().data()).decode())
    assert (parts.scheme, unquote(parts.path)) == ("mailto", "amara@waterworks.example")
    query = parse_qs(parts.query)
    assert query["subject"] == [composer.subject.value]
    assert query["body"][0].replace("\r\n", "\n") == composer.text.value
    assert composer.handover.channel.value is Channel.EMAIL


def test_hostile_text_stays_text_in_the_link(composer: ComposePage, amara: int, opened: list[QUrl]) -> None:
    composer.write_to(amara)
    fill(composer.text, HOSTILE)
    fill(composer.subject, HOSTILE)
    composer.handover.open_mail()
    query = parse_qs(urlsplit(bytes(opened[0].toEncoded().data()).decode()).query)
    assert set(query) == {"subject", "body"}
    assert query["body"][0].replace("\r\n", "\n") == composer.text.value


def test_a_text_too_long_for_a_link_goes_by_a_file(
    composer: ComposePage, amara: int, opened: list[QUrl], said: list[str], tmp_path: Path
) -> None:
    composer.write_to(amara)
    fill(composer.text, "word " * 2000)
    composer.handover.open_mail()
    assert opened == []
    assert "too long" in said[-1]
    assert choose(composer, tmp_path / "a.eml") == "amara-okafor-mail.eml"
    assert (tmp_path / "a.eml").exists()


def test_a_mail_file_reads_back_and_is_a_draft(
    composer: ComposePage, amara: int, tmp_path: Path, said: list[str]
) -> None:
    composer.write_to(amara)
    fill_all(composer)
    fill(composer.text, HOSTILE)
    composer.handover.save_mail()
    choose(composer, tmp_path / "mail.eml")
    message = email.message_from_bytes((tmp_path / "mail.eml").read_bytes(), policy=email.policy.default)
    assert message["X-Unsent"] == "1"
    assert message["Bcc"] is None
    assert "amara@waterworks.example" in message["To"]
    assert "leonie@example.org" in message["From"]
    body = message.get_body()
    assert body is not None
    assert body.get_content().replace("\r\n", "\n").strip() == composer.text.value.strip()
    assert "mail.eml" in said[-1]


def test_a_file_that_cannot_be_written_is_said(
    composer: ComposePage, amara: int, tmp_path: Path, said: list[str]
) -> None:
    composer.write_to(amara)
    composer.handover.save_mail()
    choose(composer, tmp_path / "missing" / "mail.eml")
    assert said[-1]
    assert not (tmp_path / "missing").exists()


def test_a_letter_is_a_pdf_with_the_text(
    composer: ComposePage, amara: int, workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    composer.write_to(amara)
    fill_all(composer)
    composer.handover.save_letter()
    assert choose(composer, tmp_path / "letter.pdf") == "amara-okafor-letter.pdf"
    qtbot.waitUntil((tmp_path / "letter.pdf").exists)
    workspace.tasks.wait()
    done = subprocess.run(["pdftotext", str(tmp_path / "letter.pdf"), "-"], capture_output=True, text=True, check=True)
    assert "Leonie Fischer" in done.stdout
    assert "City Waterworks" in done.stdout
    assert composer.handover.channel.value is Channel.LETTER


def test_a_private_search_keeps_the_name_out_of_file_names(
    composer: ComposePage, amara: int, store: Store, tmp_path: Path
) -> None:
    with store.action("Private"):
        store.preferences.update_settings(private_search=True)
    composer.write_to(amara)
    composer.handover.save_mail()
    assert choose(composer, tmp_path / "x.eml") == "mail.eml"


@pytest.mark.parametrize(
    ("link", "there"),
    [
        ("https://www.linkedin.com/in/ben", True),
        ("linkedin.com/in/ben", True),
        ("https://linkedin.com.evil.example/in/ben", False),
        ("https://example.org/linkedin.com", False),
        ("javascript:alert(1)//linkedin.com", False),
    ],
)
def test_only_a_page_on_the_network_is_opened_and_only_by_a_click(
    composer: ComposePage, store: Store, opened: list[QUrl], link: str, there: bool
) -> None:
    with store.action("Add"):
        ben = store.contacts.add(Contact(name="Ben", links=(Detail(link),)))
    composer.write_to(ben)
    assert composer.handover._profile.isVisibleTo(composer) is there
    assert opened == []
    if there:
        composer.handover._profile.click()
        assert opened[0].host().endswith("linkedin.com")
        assert QApplication.clipboard().text() == composer.text.value
        assert composer.handover.channel.value is Channel.LINKEDIN


def test_thanks_can_go_as_a_card_that_holds_their_text(
    composer: ComposePage, amara: int, workspace: Workspace, tmp_path: Path
) -> None:
    composer.write_to(amara, MessageKind.THANK_YOU)
    assert all(button.isVisible() for button in composer.handover._cards)
    fill(composer.text, "Dear Amara, half of the week is paper.")
    composer.handover.save_card()
    assert choose(composer, tmp_path / "card.pdf") == "amara-okafor-card.pdf"
    workspace.tasks.wait()
    text = read((tmp_path / "card.pdf").read_bytes())
    assert "Thank you" in text
    assert "half of the week is paper." in " ".join(text.split())
    assert composer.handover.channel.value is Channel.LETTER


def test_a_text_too_long_for_a_card_says_so_and_writes_nothing(
    composer: ComposePage, amara: int, workspace: Workspace, tmp_path: Path, said: list[str], qtbot: QtBot
) -> None:
    composer.write_to(amara, MessageKind.THANK_YOU)
    fill(composer.text, "word " * 3000)
    composer.handover.save_card()
    choose(composer, tmp_path / "card.pdf")
    workspace.tasks.wait()
    qtbot.waitUntil(lambda: any("too long for a card" in text for text in said))
    assert not (tmp_path / "card.pdf").exists()


def test_no_other_letter_goes_as_a_card(composer: ComposePage, amara: int) -> None:
    composer.write_to(amara, MessageKind.FIRST_REQUEST)
    assert not any(button.isVisible() for button in composer.handover._cards)
