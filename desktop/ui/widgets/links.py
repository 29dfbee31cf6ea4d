"""Opening what people typed as an address: on the user's click, if it is harmless, and after a look if it is odd."""

import re
import unicodedata
from collections.abc import Callable

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout

from desktop.ui.theme import page_title, scaled

OpenUrl = Callable[[QUrl], bool]
# Categories of Unicode that show nothing or turn the direction of what follows, and white space.
_HIDDEN = {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"}
_SPACE = "Zs"


def as_url(address: str, scheme: str = "") -> QUrl | None:
    """The URL of an address, `None` if it is not one that may be opened.

    With `scheme` `mailto` or `tel` the whole address is one mailbox or number: nothing in it can add a header.
    Without, a web address may leave out `https://`.
    """
    address = address.strip()
    if scheme in ("mailto", "tel"):
        url = QUrl()
        url.setScheme(scheme)
        kept = (
            "".join(letter for letter in address if letter.isdigit() or letter == "+") if scheme == "tel" else address
        )
        url.setPath(kept, QUrl.ParsingMode.DecodedMode)
        return url if kept else None
    url = QUrl(_with_scheme(address), QUrl.ParsingMode.StrictMode)
    return url if url.isValid() and url.scheme().lower() in ("http", "https") and url.host() else None


def open_address(address: str, scheme: str = "", open_url: OpenUrl | None = None) -> bool:
    """Open an address in the system's own program; `False` if it may not be opened or nothing took it.

    One that could pass for another is shown in full first: then this is `True`, and the user decides.
    """
    url = as_url(address, scheme)
    if url is None:
        return False
    opening = open_url or QDesktopServices.openUrl
    if not looks_odd(address, scheme):
        return opening(url)
    asked = OddAddress(url, opening)
    _asked.add(asked)  # while no window of ours is active it has no parent that holds it
    asked.finished.connect(lambda: _asked.discard(asked))
    asked.open()
    return True


def looks_odd(address: str, scheme: str = "") -> bool:
    """Whether an address may lead elsewhere than it seems to: something before an `@`, a host in another script or in
    punycode, characters that nobody sees. What stands behind the host may be in any script."""
    address = address.strip()
    hidden = _HIDDEN if scheme == "tel" else {*_HIDDEN, _SPACE}
    if any(unicodedata.category(character) in hidden for character in address):
        return True
    if scheme == "tel":
        return False
    if scheme == "mailto":
        return address.count("@") != 1 or _is_odd_host(address.partition("@")[2])
    host = re.split(r"[/?#\\]", _with_scheme(address).partition("://")[2], maxsplit=1)[0]
    return "@" in host or _is_odd_host(host)


def in_full(url: QUrl) -> str:
    """The whole address as it is asked for, in ASCII: hosts in punycode, all that is hidden as percent signs."""
    return bytes(url.toEncoded().data()).decode("ascii")


def leads_to(url: QUrl) -> str:
    """The host that an address leads to, in ASCII; empty where there is not one."""
    if url.scheme() == "mailto":
        host = url.path().partition("@")[2]
        return "" if "@" in host else bytes(QUrl.toAce(host).data()).decode("ascii")
    return url.host(QUrl.ComponentFormattingOption.FullyEncoded)


def _with_scheme(address: str) -> str:
    return address if "://" in address else f"https://{address}"


def _is_odd_host(host: str) -> bool:
    return not host.isascii() or "xn--" in host.lower() or "%" in host


class OddAddress(QDialog):
    """Shows where an address leads and asks whether to go there. It does not block; nothing is opened by Enter."""

    def __init__(self, url: QUrl, open_url: OpenUrl) -> None:
        super().__init__(QApplication.activeWindow())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Open this address?"))
        self._url, self._open_url = url, open_url
        host = leads_to(url)
        unusual = self.tr("It is written in an unusual way, and may look like another one.")
        where = self.tr("It leads to {0}").format(host)
        self._said = QLabel(f"{unusual}\n{where}" if host else unusual)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setWordWrap(True)
        shown = QPlainTextEdit(in_full(url))
        shown.setReadOnly(True)
        shown.setTabChangesFocus(True)
        shown.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        shown.setAccessibleName(self.tr("The whole address"))
        go = QPushButton(self.tr("&Open it"))
        go.setAutoDefault(False)
        go.clicked.connect(self._open)
        leave = QPushButton(self.tr("&Leave it"))
        leave.setProperty("primary", True)
        leave.setDefault(True)
        leave.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addWidget(go)
        buttons.addStretch(1)
        buttons.addWidget(leave)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(page_title(QLabel(self.windowTitle())))
        layout.addWidget(self._said)
        layout.addWidget(shown, 1)
        layout.addLayout(buttons)
        self.resize(scaled(self.font(), 520), scaled(self.font(), 280))
        leave.setFocus()

    def _open(self) -> None:
        if self._open_url(self._url):
            self.accept()
        else:
            self._said.setText(self.tr("No program answered."))


_asked: set[OddAddress] = set()  # the questions that are open
