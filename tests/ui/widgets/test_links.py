"""Addresses are opened on the user's click only, and only harmless ones."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.ui.widgets.links import OddAddress, as_url, in_full, leads_to, looks_odd, open_address
from tests.ui import hands


@pytest.mark.parametrize("address", ["file:///etc/passwd", "javascript:alert(1)", "ftp://example.org", "", "smb://x/y"])
def test_other_schemes_are_refused(address: str) -> None:
    assert as_url(address) is None


def test_a_web_address_may_leave_out_its_scheme() -> None:
    url = as_url("example.org/people?id=1")
    assert url is not None
    assert url.toString() == "https://example.org/people?id=1"


def test_a_mailbox_takes_no_headers() -> None:
    url = as_url("ada@example.org?bcc=eve@example.org&body=x", "mailto")
    assert url is not None
    assert not url.hasQuery()
    assert "%3Fbcc" in url.toEncoded().data().decode()


def test_a_phone_number_keeps_its_digits_only() -> None:
    url = as_url("+49 (0)30 5550-100;ext=1", "tel")
    assert url is not None
    assert url.toString() == "tel:+4903055501001"


ORDINARY = [
    ("example.org", ""),
    ("https://example.org/people?id=1#top", ""),
    ("HTTPS://EXAMPLE.ORG:8443/", ""),
    ("https://de.wikipedia.org/wiki/Zürich", ""),  # a path may be in any script
    ("https://example.org/@ada?mail=ada@example.org", ""),  # an at sign behind the host leads nowhere else
    (" https://example.org/ ", ""),
    ("http://192.0.2.7/", ""),
    ("http://[2001:db8::1]/", ""),
    ("ada.byron+talks@example.org", "mailto"),
    ("zoë@example.org", "mailto"),
    ("+49 (0)30 5550-100", "tel"),
    ("+49\u00a030 5550", "tel"),
]
ODD = [  # an address, its scheme, where it leads, and what must be seen of the whole
    ("https://paypal.com\u202e@evil.example/", "", "evil.example", "https://paypal.com%E2%80%AE@evil.example/"),
    ("https://paypal.com@evil.example/login", "", "evil.example", "https://paypal.com@evil.example/login"),
    ("https://user:word@example.org/", "", "example.org", "user:word@example.org"),
    ("https://evil.example%2f@example.org", "", "example.org", "evil.example%2F@example.org"),
    ("ada@example.org", "", "example.org", "https://ada@example.org"),  # a mailbox where a page was meant
    ("https://xn--pypal-4ve.com/", "", "xn--pypal-4ve.com", "https://xn--pypal-4ve.com/"),
    ("https://WWW.XN--PYPAL-4VE.COM", "", "www.xn--pypal-4ve.com", "xn--pypal-4ve.com"),
    ("https://p\u0430ypal.com/", "", "xn--pypal-4ve.com", "https://xn--pypal-4ve.com/"),  # a Cyrillic a
    ("bücher.example", "", "xn--bcher-kva.example", "https://xn--bcher-kva.example"),
    ("https://evil\uff0eexample/", "", "evil.example", "https://evil.example/"),
    ("https://exa\u200bmple.org/", "", "example.org", "https://example.org/"),
    ("https://example.org/a\u00a0b", "", "example.org", "a%C2%A0b"),
    *((f"https://example.org/{chr(mark)}gpj.exe", "", "example.org", "%E2%80") for mark in range(0x202A, 0x202F)),
    *((f"https://example.org/{chr(mark)}gpj.exe", "", "example.org", "%E2%81") for mark in range(0x2066, 0x206A)),
    ("https://example.org/\u200fx", "", "example.org", "%E2%80%8F"),
    ("ada\u202e@evil.example", "mailto", "evil.example", "ada%E2%80%AE@evil.example"),
    ("ada@xn--pypal-4ve.com", "mailto", "xn--pypal-4ve.com", "xn--pypal-4ve.com"),
    ("ada@p\u0430ypal.com", "mailto", "xn--pypal-4ve.com", "ada@p%D0%B0ypal.com"),
    ("ada@example.org?bcc=eve@evil.example", "mailto", "", "%3Fbcc"),
    ("ada@example.org eve@evil.example", "mailto", "", "%20eve"),
    ("\u202e+49 30", "tel", "", "tel:+4930"),
]


@pytest.mark.parametrize(("address", "scheme"), ORDINARY)
def test_an_ordinary_address_opens_at_once(address: str, scheme: str, opened: list[QUrl]) -> None:
    assert not looks_odd(address, scheme)
    assert open_address(address, scheme)
    assert opened == [as_url(address, scheme)]
    assert question() is None


@pytest.mark.parametrize(("address", "scheme", "host", "part"), ODD)
def test_an_odd_address_is_shown_in_full_before_it_opens(
    address: str, scheme: str, host: str, part: str, opened: list[QUrl], qtbot: QtBot
) -> None:
    assert open_address(address, scheme)
    assert opened == []
    asked = question()
    assert asked is not None
    url = as_url(address, scheme)
    assert url is not None
    shown = hands.control(asked, "The whole address", QPlainTextEdit).toPlainText()
    assert shown == in_full(url)
    assert part in shown
    assert shown.isascii()
    assert shown.isprintable()
    assert leads_to(url) == host
    assert not host or hands.tells(asked, f"It leads to {host}")
    asked.reject()
    assert opened == []
    assert open_address(address, scheme)
    asked = question()
    assert asked is not None
    hands.press(asked, "Open it")
    assert opened == [url]
    assert question() is None


def test_enter_leaves_it_and_a_program_that_does_not_answer_is_told(qtbot: QtBot) -> None:
    tried: list[QUrl] = []
    assert open_address("https://a@example.org", open_url=lambda url: bool(tried.append(url)))
    asked = question()
    assert asked is not None
    hands.press(asked, "Open it")
    assert len(tried) == 1
    assert hands.says(asked, "No program answered.")
    qtbot.keyClick(asked, Qt.Key.Key_Return)
    assert question() is None
    assert len(tried) == 1


@pytest.mark.parametrize(
    "address", ["https://example.org/a b", "https://example.org\\@evil.example", "https://a\x00b/"]
)
def test_what_no_browser_reads_alike_is_refused(address: str, opened: list[QUrl]) -> None:
    assert not open_address(address)
    assert opened == []


def test_addresses_that_people_typed_are_opened_here_alone() -> None:
    """Others open files and letters of the program's own making."""
    ui = Path(__file__).resolve().parents[3] / "desktop" / "ui"
    opening = {str(path.relative_to(ui)) for path in ui.rglob("*.py") if "openUrl" in path.read_text(encoding="utf-8")}
    assert opening == {
        "contacts/compose/handover.py",
        "contacts/compose/page.py",
        "learning/entry_form.py",
        "settings_page.py",
        "shared/save_as.py",
        "widgets/links.py",
    }


def question() -> OddAddress | None:
    """The question that is open."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    found = [each for each in QApplication.topLevelWidgets() if isinstance(each, OddAddress) and each.isVisible()]
    return found[0] if found else None


@pytest.fixture
def opened(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[QUrl]]:
    """What went to the system's own programs."""
    urls: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: not urls.append(url))
    yield urls
    while (asked := question()) is not None:
        asked.reject()
